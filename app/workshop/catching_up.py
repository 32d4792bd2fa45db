"""Time to win back, or to give, in a workshop under way: the ways to do it, and what each leads to.

Everything but :func:`take_way` is arithmetic: nothing is changed by looking at it.
"""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Literal

import msgspec

from app.catalogue.agenda_fit import share
from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Block, Session, Workshop
from app.workshop.agenda import BREAK, Expected, Slot, expected, lay_out
from app.workshop.course import Course
from app.workshop.new_blocks import share_of_exercise
from app.workshop.planning import lock_start, recipe_of, scope_of, set_minutes

MOST = 3
"""So many blocks are proposed to be left out."""

How = Literal["shorten", "lengthen", "leave-out", "move"]


class Limits(msgspec.Struct, frozen=True):
    """The fewest and the most minutes a block can do with."""

    shortest: int
    longest: int


class Aim(msgspec.Struct, frozen=True):
    """What the time is for: the fixed start that would be missed first, else the end.

    ``due``: the minute it was planned for. ``late``: how many minutes later it would be, below
    zero earlier. ``slots``: the blocks before it whose time can still help, none of them fixed,
    and ``delay``: how much later than planned the first of these would begin.
    """

    fixed: Block | None
    due: int
    late: int
    slots: tuple[Slot, ...]
    delay: int


class Way(msgspec.Struct, frozen=True):
    """One way, and the agenda it leads to.

    ``blocks``: the session's, as they would be. ``session`` with the time it would have. ``won``:
    minutes won back (``lengthen``: given). ``missing``: minutes by which the aim would still be
    missed. ``left_out``: the block that would be. ``after``: what is then to be expected.
    """

    how: How
    blocks: tuple[Block, ...]
    session: Session
    won: int
    missing: int
    after: Expected
    left_out: Block | None = None


def limits_of(catalogue: Catalogue, block: Block) -> Limits:
    """What its recipe says, or, of a break and of a block of one's own, half and twice as long."""
    entry = catalogue.find_exercise(block.exercise or "")
    if entry is None:
        return Limits((block.minutes + 1) // 2, 2 * block.minutes)
    part = share_of_exercise(catalogue, block)
    return Limits(ceil(entry.minutes.short * part), int(entry.minutes.long * part))


def aim_of(course: Course) -> Aim:
    """What the time is needed for: only what comes before a fixed start can still help it."""
    layout, after, first = course.layout, course.expected, True
    current = next(slot for slot in layout.slots if slot.block.id == course.current)
    delay = course.now + course.left - current.ends
    helping: list[Slot] = []
    for slot in layout.slots:
        if slot.block.id not in course.remaining:
            continue
        if slot.block.starts is None:
            helping.append(slot)
            continue
        late = after.starts[slot.block.id] - slot.starts
        if late > 0:
            # What begins at the same time as a block beside it does not help it.
            before = [one for one in helping if not slot.beside or one.ends <= slot.starts]
            return Aim(slot.block, slot.starts, late, _whole(before), delay if first else 0)
        helping, first = [], False
    late = after.ends - layout.ends
    return Aim(None, layout.ends, late, _whole(helping), delay if first else 0)


def ways(course: Course, catalogue: Catalogue, minutes: int) -> list[Way]:
    """What can be done about so many minutes, the gentlest first; fixed starts hold in all but
    ``move``. ``minutes`` below zero are to be given, not won."""
    aim = aim_of(course)
    limits = {slot.block.id: limits_of(catalogue, slot.block) for slot in aim.slots}
    resized = _resized(course, aim, limits, minutes)
    found = [resized] if resized.won else []
    if minutes > 0:
        blocks = [slot.block for slot in aim.slots if slot.block.exercise != BREAK]
        # Those that are enough first, and of these the shortest.
        blocks.sort(key=lambda one: (one.minutes < minutes, abs(one.minutes - minutes)))
        optional = [one for one in blocks if recipe_of(one).optional][:MOST]
        others = [one for one in blocks if not recipe_of(one).optional][: MOST - len(optional)]
        # What the agenda says may be left out goes before anything is shortened.
        found = [_left_out(course, aim, one) for one in optional] + found
        found += [_left_out(course, aim, one) for one in others]
        found += [_moved(course, aim)] if aim.late > 0 else []
    return found


def take_way(library: Library, workshop: Workshop, way: Way) -> None:
    """Have the agenda so: one change. Raises Trouble (``gone``) where a block is gone meanwhile."""
    with library.change("agenda-catch-up", scope_of(workshop)) as writer:
        for block in way.blocks:
            now = lock_start(library, workshop, block, block.starts)
            if block.minutes != now.minutes:
                set_minutes(library, workshop, now, block.minutes)
        if way.left_out is not None:
            writer.remove(writer.row(Block, way.left_out.id))
        writer.change(writer.row(Session, way.session.id), minutes=way.session.minutes)


def _whole(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """Those that are for everybody: what goes on beside something else wins no time for all."""
    return tuple(
        slot
        for slot in slots
        if slot.block.room_group is None
        and not slot.beside
        and not any(
            one.beside and one.starts < slot.ends and one.ends > slot.starts for one in slots
        )
    )


def _resized(course: Course, aim: Aim, limits: Mapping[str, Limits], minutes: int) -> Way:
    """The blocks that come take or give the time in proportion, within what each can do with."""
    lengths = [slot.block.minutes for slot in aim.slots]
    if minutes < 0:
        room = [max(0, limits[one.block.id].longest - one.block.minutes) for one in aim.slots]
        by = share(lengths, room, -minutes)
    else:
        room = [max(0, one.block.minutes - limits[one.block.id].shortest) for one in aim.slots]
        by = [-one for one in share(lengths, room, minutes)]
    more = {slot.block.id: one for slot, one in zip(aim.slots, by, strict=True)}
    blocks = [
        msgspec.structs.replace(slot.block, minutes=slot.block.minutes + more.get(slot.block.id, 0))
        for slot in course.layout.slots
    ]
    won = -sum(by)
    how: How = "lengthen" if minutes < 0 else "shorten"
    return _way(course, aim, how, _shifted(course, aim, blocks, won), abs(won))


def _left_out(course: Course, aim: Aim, block: Block) -> Way:
    """One block less."""
    blocks = [slot.block for slot in course.layout.slots if slot.block.id != block.id]
    shifted = _shifted(course, aim, blocks, block.minutes)
    return _way(course, aim, "leave-out", shifted, block.minutes, left_out=block)


def _moved(course: Course, aim: Aim) -> Way:
    """Everything comes as it comes: fixed starts that would be missed and the end are moved."""
    blocks = _shifted(course, aim, [slot.block for slot in course.layout.slots], aim.delay)
    starts = course.expected.starts
    planned = {slot.block.id: slot.starts for slot in course.layout.slots}
    blocks = [
        msgspec.structs.replace(one, starts=starts[one.id])
        if one.starts is not None and starts.get(one.id, 0) > planned[one.id]
        else one
        for one in blocks
    ]
    return _way(course, aim, "move", blocks, aim.late)


def _shifted(course: Course, aim: Aim, blocks: Sequence[Block], won: int) -> list[Block]:
    """The block the room is in starts, in the plan too, as much later as is won back after it:
    what comes then begins when it really does, and the end is the one that was planned."""
    current = next(slot for slot in course.layout.slots if slot.block.id == course.current)
    by = max(0, min(won, aim.delay)) if aim.delay > 0 else min(0, max(won, aim.delay))
    if not by or current.beside or current.block.room_group is not None:
        return list(blocks)
    return [
        msgspec.structs.replace(one, starts=max(0, current.starts + by))
        if one.id == course.current
        else one
        for one in blocks
    ]


def _way(
    course: Course,
    aim: Aim,
    how: How,
    blocks: Sequence[Block],
    won: int,
    *,
    left_out: Block | None = None,
) -> Way:
    layout = lay_out(course.layout.session, blocks)
    after = expected(layout, course.now, course.left, course.remaining)
    session = layout.session
    if how == "move":
        longer = max(session.minutes, after.ends - session.starts)
        session = msgspec.structs.replace(session, minutes=longer)
        missing = 0
    else:
        at = after.ends if aim.fixed is None else after.starts[aim.fixed.id]
        missing = max(0, at - aim.due)
    return Way(how, tuple(blocks), session, won, missing, after, left_out)
