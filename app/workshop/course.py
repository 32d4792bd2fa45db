"""A workshop under way against its plan: what has begun, what is to be expected, how late it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from app.library.library import Library
from app.library.rows import Block, Workshop
from app.moment import day, drift, instant
from app.workshop.agenda import DAY, Expected, Layout, Pace, expected, pace
from app.workshop.running import Place, runs_of

STILL_ON = 180
"""Minutes past its end, and past midnight, for which an evening may still be going on."""


class AgendaEntry(msgspec.Struct, frozen=True):
    """A block of a workshop under way: when it was planned, when it really began (None before),
    how it stands, and when it would begin as things go (None where that is not known)."""

    block: Block
    planned: int
    real: int | None
    state: str
    """done, now, or ahead."""
    expected: int | None = None


class Course(msgspec.Struct, frozen=True):
    """How the session that the room is in runs, at the minute ``now`` of its day.

    ``left``: what the current block still needs of its minutes; ``remaining``: the ids of the
    blocks of the workshop that have not begun.
    """

    layout: Layout
    current: str
    now: int
    left: int
    remaining: frozenset[str]

    @property
    def pace(self) -> Pace:
        """Ahead or behind."""
        return pace(self.layout, self.now, self.left, self.remaining)

    @property
    def expected(self) -> Expected:
        """When what is left would begin, and all end."""
        return expected(self.layout, self.now, self.left, self.remaining)


def entries(
    plans: Sequence[Layout], place: Place | None, real: Mapping[str, int], course: Course | None
) -> tuple[AgendaEntry, ...]:
    """Every block of a workshop and how it stands."""
    starts = course.expected.starts if course is not None else {}
    current = place.part.block.id if place is not None else ""
    found: list[AgendaEntry] = []
    for plan in plans:
        here = course is not None and plan.session.id == course.layout.session.id
        for slot in plan.slots:
            one = slot.block
            ahead = "done" if one.id in real else "ahead"
            state = "now" if one.id == current else ahead
            later = starts.get(one.id) if here and state == "ahead" else None
            found.append(AgendaEntry(one, slot.starts, real.get(one.id), state, later))
    return tuple(found)


def real_starts(library: Library, row: Workshop, place: Place | None) -> dict[str, int]:
    """The minute at which each block that was begun first began, by its id."""
    zone = ZoneInfo(row.zone)
    real: dict[str, int] = {}
    for run in runs_of(library.reader, row.id):
        began = instant(run.started)
        if place is not None and run.id == place.part.run.id:
            began += drift(library.moment)  # by the clock that everyone sees now
        real.setdefault(run.block, minute_of(began, zone))
    return real


def course_of(
    library: Library,
    row: Workshop,
    place: Place | None,
    plans: Sequence[Layout],
    begun: Mapping[str, int],
) -> Course | None:
    """How the day runs by its real time; None before the first block and on other days."""
    if place is None:
        return None
    block = place.part.block
    blocks = {plan.session.id: [slot.block.id for slot in plan.slots] for plan in plans}
    plan = next((one for one in plans if block.id in blocks[one.session.id]), None)
    if plan is None:
        return None
    zone = ZoneInfo(row.zone)
    now = library.moment.now()
    nights = (now.astimezone(zone).date() - day(plan.session.date)).days
    minute = nights * DAY + minute_of(now, zone)
    if nights and not DAY <= minute <= max(plan.limit, plan.ends) + STILL_ON:
        # Tried out on another day: the plan's times mean nothing.
        return None
    started = instant(place.part.run.started)
    spent = max(0, int((library.moment.measured() - started).total_seconds() // 60))
    left = max(0, block.minutes - spent)
    ahead = {one for ids in blocks.values() for one in ids} - begun.keys() - {block.id}
    return Course(plan, block.id, minute, left, frozenset(ahead))


def minute_of(at: datetime, zone: ZoneInfo) -> int:
    """Minutes since midnight of an instant, as a clock on the wall of a zone shows it."""
    local = at.astimezone(zone)
    return local.hour * 60 + local.minute
