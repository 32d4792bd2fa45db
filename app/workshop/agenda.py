"""The arithmetic of an agenda: when each block starts, and whether it all fits. Pure functions."""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import msgspec

from app.library.rows import Block, Session

BREAK = "break"
"""What ``block.exercise`` says of a pause: not an exercise of the catalogue, a place to breathe."""

STEP = 1000
"""Between two positions, so that something can be put between them."""

DAY = 24 * 60
"""Minutes of a day."""


class Slot(msgspec.Struct, frozen=True):
    """A block with its computed times (minutes since midnight of the session's day).

    ``gap`` is the time since the block before, or since the session's start for the first: above
    zero nothing is planned, below zero the two overlap. Both are reported, never forbidden.
    ``beside``: it goes on in one group while another group is at something else. ``adds`` is how
    many minutes it makes the whole longer: what goes on beside something else is counted once.
    """

    block: Block
    starts: int
    ends: int
    gap: int = 0
    beside: bool = False
    adds: int = 0


class Spot(msgspec.Struct, frozen=True):
    """A place in an agenda: in a session, after one of its blocks, or first when that is None."""

    session: str
    after: str | None = None


class Layout(msgspec.Struct, frozen=True):
    """A session's blocks laid out in order."""

    session: Session
    slots: tuple[Slot, ...]

    @property
    def planned(self) -> int:
        """Minutes of all blocks together, breaks included; groups at work at once count once."""
        return sum(slot.adds for slot in self.slots)

    @property
    def rest(self) -> int:
        """Minutes of all breaks together."""
        return sum(slot.adds for slot in self.slots if slot.block.exercise == BREAK)

    @property
    def ends(self) -> int:
        """When the last block ends, in minutes since midnight; never before the session's start."""
        return max([self.session.starts, *(slot.ends for slot in self.slots)])

    @property
    def limit(self) -> int:
        """When the session's time is up, in minutes since midnight."""
        return self.session.starts + self.session.minutes

    @property
    def spare(self) -> int:
        """Minutes left between the end of the last block and :attr:`limit`; below zero when the
        blocks take too long."""
        return self.limit - self.ends

    @property
    def gaps(self) -> tuple[Slot, ...]:
        """Slots that start after a gap or in an overlap."""
        return tuple(slot for slot in self.slots if slot.gap)


def lay_out(session: Session, blocks: Sequence[Block]) -> Layout:
    """Give each block its start: its locked one, or the end of the block before.

    Blocks of groups follow the one before in their own group; so do blocks locked to the very
    time at which another one starts, as when two halves of the room go apart. What comes after
    them waits for all.
    """
    slots: list[Slot] = []
    together = session.starts
    apart: dict[str, int] = {}
    for block in blocks:
        all_done = max([together, *apart.values()])
        lane = _lane(block, slots, apart, all_done)
        free = apart.get(lane, _begun(block, together)) if lane else all_done
        starts = free if block.starts is None else minute_near(block.starts, free)
        ends = starts + block.minutes
        beside = bool(lane) and starts < all_done
        adds = min(block.minutes, max(0, ends - all_done)) if beside else block.minutes
        slots.append(Slot(block, starts, ends, starts - free, beside, adds))
        if lane:
            apart[lane] = ends
        else:
            together, apart = ends, {}
    return Layout(session, tuple(slots))


def _lane(block: Block, slots: Sequence[Slot], apart: Mapping[str, int], all_done: int) -> str:
    """What a block goes on in while others are elsewhere; empty where everybody is there."""
    if block.room_group is not None:
        return block.room_group
    if block.starts is None:
        return ""
    starts = minute_near(block.starts, all_done)
    if starts >= all_done:
        return ""
    ended = next((lane for lane, ends in apart.items() if ends == starts), "")
    at_once = any(slot.starts == starts for slot in slots)
    return ended or (block.id if at_once else "")


def _begun(block: Block, together: int) -> int:
    """When a lane that opens begins: a group's where all were together, another's at its lock."""
    if block.room_group is not None or block.starts is None:
        return together
    return minute_near(block.starts, together)


def minute_near(clock: int, free: int) -> int:
    """What a time of day means where ``free`` is the minute from which it could be: on the day
    that brings it nearest, since an evening runs on past midnight."""
    clock %= DAY
    return clock + max(0, round((free - clock) / DAY)) * DAY


def end_of(layouts: Sequence[Layout]) -> Spot | None:
    """The place after everything: the last session that has blocks, else the first session."""
    if not layouts:
        return None
    filled = [layout for layout in layouts if layout.slots]
    layout = filled[-1] if filled else layouts[0]
    return Spot(layout.session.id, layout.slots[-1].block.id if layout.slots else None)


def spot_beside(layouts: Sequence[Layout], block: str, by: int) -> Spot | None:
    """Where a block goes when it is moved one place down (``by`` 1) or up (-1).

    At the edge of a session it goes into the next one, at the edge of the agenda nowhere (None).
    """
    for at, layout in enumerate(layouts):
        ids = [slot.block.id for slot in layout.slots]
        if block not in ids:
            continue
        to = ids.index(block) + by
        if 0 <= to < len(ids):
            others = [one for one in ids if one != block]
            return Spot(layout.session.id, others[to - 1] if to else None)
        if not 0 <= at + by < len(layouts):
            return None
        beside = layouts[at + by]
        last = beside.slots[-1].block.id if beside.slots and by < 0 else None
        return Spot(beside.session.id, last)
    return None


def settled(positions: Sequence[int | None]) -> list[int]:
    """Positions that strictly increase, in the order given; None is a place to be found.

    What stands in order stays where it is as long as there is room between; otherwise all are
    numbered anew, so that few rows change and none ever shares its place.
    """
    given = [one for one in positions if one is not None]
    if any(one >= other for one, other in pairwise(given)):
        return _numbered(len(positions))
    found: list[int] = []
    for at, position in enumerate(positions):
        if position is None:
            before = found[-1] if found else 0
            after = next((one for one in positions[at:] if one is not None), before + 2 * STEP)
            position = before + (after - before) // 2
            if not before < position < after:
                return _numbered(len(positions))
        found.append(position)
    return found


def _numbered(count: int) -> list[int]:
    return [number * STEP for number in range(1, count + 1)]


class Pace(msgspec.Struct, frozen=True):
    """How the day runs against its plan: minutes behind (below zero: ahead), when it would end."""

    behind: int
    would_end: int
    planned_end: int


def pace(layout: Layout, now: int, current_left: int, remaining: Collection[str]) -> Pace:
    """The pace at ``now`` (minutes since midnight), wherever the room stands.

    ``current_left`` and ``remaining`` as for :func:`expected`.
    """
    at = expected(layout, now, current_left, remaining).ends
    return Pace(at - layout.ends, at, layout.ends)


class Expected(msgspec.Struct, frozen=True):
    """When each block that has not begun would begin as things go, by its id, and when the last
    one would end; minutes since midnight."""

    starts: Mapping[str, int]
    ends: int


def expected(layout: Layout, now: int, current_left: int, remaining: Collection[str]) -> Expected:
    """What is to be expected at ``now`` (minutes since midnight), wherever the room stands.

    ``current_left`` is what the current block still needs of its planned minutes (0 when it has
    had them all), ``remaining`` the ids of blocks not begun. A locked start still waits; what goes
    on beside something else takes only what it adds, and begins as long after it as was planned,
    but not before its lock nor before what precedes it in its group is over.
    """
    at = now + current_left
    starts: dict[str, int] = {}
    leading: Slot | None = None
    over: dict[tuple[str | None, int], int] = {}  # by group and planned end, the one expected
    for slot in layout.slots:
        block = slot.block
        if block.id not in remaining:
            continue
        locked = slot.starts if block.starts is not None else 0
        if slot.beside and leading is not None:
            by_plan = starts[leading.block.id] + slot.starts - leading.starts
            begins = max(by_plan, locked, over.get((block.room_group, slot.starts), 0))
            at = max(at, locked) + slot.adds
            if begins > by_plan:
                at = max(at, begins + block.minutes)
        else:
            begins, leading = max(at, locked), slot
            at = begins + slot.adds
            over.clear()
        starts[block.id] = begins
        over[block.room_group, slot.ends] = begins + block.minutes
    return Expected(starts, at)
