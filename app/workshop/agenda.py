"""The arithmetic of an agenda: when each block starts, and whether it all fits. Pure functions."""

from collections.abc import Sequence

import msgspec

from app.library.rows import Block, Session


class Slot(msgspec.Struct, frozen=True):
    """A block with its computed times (minutes since midnight of the session's day).

    ``gap`` is the time since the block before: above zero nothing is planned, below zero the two
    overlap. Both are reported, never forbidden.
    """

    block: Block
    starts: int
    ends: int
    gap: int = 0


class Layout(msgspec.Struct, frozen=True):
    """A session's blocks laid out in order."""

    session: Session
    slots: tuple[Slot, ...]

    @property
    def planned(self) -> int:
        """Minutes of all blocks together."""
        return sum(slot.block.minutes for slot in self.slots)

    @property
    def ends(self) -> int:
        """When the last block ends; the session's start when there is none."""
        return max((slot.ends for slot in self.slots), default=self.session.starts)

    @property
    def limit(self) -> int:
        """When the session's time is up."""
        return self.session.starts + self.session.minutes

    @property
    def spare(self) -> int:
        """Minutes left between the last block and the end of the time; below zero too long."""
        return self.limit - self.ends

    @property
    def gaps(self) -> tuple[Slot, ...]:
        """Slots that start after a gap or in an overlap."""
        return tuple(slot for slot in self.slots if slot.gap)


def lay_out(session: Session, blocks: Sequence[Block]) -> Layout:
    """Give each block its start: its locked one, or the end of the block before."""
    slots: list[Slot] = []
    at = session.starts
    for block in blocks:
        starts = at if block.starts is None else block.starts
        slots.append(Slot(block, starts, starts + block.minutes, starts - at))
        at = starts + block.minutes
    return Layout(session, tuple(slots))


class Pace(msgspec.Struct, frozen=True):
    """How the day runs against its plan: minutes behind (below zero: ahead), when it would end."""

    behind: int
    would_end: int
    planned_end: int


def pace(layout: Layout, now: int, current_left: int, remaining: Sequence[str]) -> Pace:
    """The pace at ``now`` (minutes since midnight), wherever the room stands.

    ``current_left`` is what the current block still needs of its planned minutes (0 when it has
    had them all), ``remaining`` the ids of blocks not begun. A locked start still waits.
    """
    at = now + current_left
    for slot in layout.slots:
        if slot.block.id in remaining:
            at = max(at, slot.block.starts or 0) + slot.block.minutes
    return Pace(at - layout.ends, at, layout.ends)
