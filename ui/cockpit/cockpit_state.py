"""What the cockpit shows of the running workshop, read again after each change; no widgets."""

from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from app.library.library import Library
from app.library.rows import Block, Workshop
from app.moment import day, drift, instant
from app.workshop.agenda import DAY, Layout, Pace, pace
from app.workshop.planning import layouts
from app.workshop.running import Place, place_of, runs_of

STILL_ON = 180
"""Minutes past its end, and past midnight, for which an evening may still be going on."""


class AgendaEntry(msgspec.Struct, frozen=True):
    """A block in the cockpit's agenda: planned start, real start (None before), how it stands."""

    block: Block
    planned: int
    real: int | None
    state: str
    """done, now, or ahead."""


class CockpitState(msgspec.Struct, frozen=True):
    """Everything the cockpit shows besides the canvas, at one instant."""

    workshop: Workshop
    place: Place | None
    lines: tuple[AgendaEntry, ...]
    layouts: tuple[Layout, ...]

    def line_of(self, block: str) -> AgendaEntry | None:
        """The agenda line of a block."""
        return next((line for line in self.lines if line.block.id == block), None)

    @property
    def ends(self) -> int:
        """The minute when the current block ends if it takes its time; 0 before the first."""
        if self.place is None:
            return 0
        block = self.place.running.block
        line = self.line_of(block.id)
        began = 0 if line is None else line.planned if line.real is None else line.real
        return began + block.minutes

    def neighbour(self, by: int) -> Block | None:
        """The block after (1) or before (-1) the current one, in the agenda's order."""
        blocks = [line.block for line in self.lines]
        if self.place is None:
            return blocks[0] if blocks and by > 0 else None
        here = next(
            (at for at, one in enumerate(blocks) if one.id == self.place.running.block.id), -1
        )
        to = here + by
        return blocks[to] if 0 <= to < len(blocks) else None


def read_state(library: Library, workshop: str) -> CockpitState:
    """Where a workshop stands now."""
    reader = library.reader
    row = reader.row(Workshop, workshop)
    zone = ZoneInfo(row.zone)
    place = place_of(reader, workshop)
    runs = runs_of(reader, workshop)
    real: dict[str, int] = {}
    for run in runs:
        began = instant(run.started)
        if place is not None and run.id == place.running.run.id:
            began += drift(library.moment)  # by the clock that everyone sees now
        real.setdefault(run.block, minute_of(began, zone))
    plans = tuple(layouts(reader, workshop))
    lines = tuple(
        AgendaEntry(
            slot.block,
            slot.starts,
            real.get(slot.block.id),
            _state(slot.block, place, real),
        )
        for plan in plans
        for slot in plan.slots
    )
    return CockpitState(row, place, lines, plans)


def read_pace(library: Library, moment: CockpitState) -> Pace | None:
    """Ahead or behind by the real time of day; None before the first block and on other days."""
    place = moment.place
    if place is None:
        return None
    plan = next(
        (
            one
            for one in moment.layouts
            if any(slot.block.id == place.running.block.id for slot in one.slots)
        ),
        None,
    )
    if plan is None:
        return None
    zone = ZoneInfo(moment.workshop.zone)
    now = library.moment.now()
    nights = (now.astimezone(zone).date() - day(plan.session.date)).days
    minute = nights * DAY + minute_of(now, zone)
    if nights and not DAY <= minute <= max(plan.limit, plan.ends) + STILL_ON:
        # Tried out on another day: the plan's times mean nothing.
        return None
    started = instant(place.running.run.started)
    spent = max(0, int((library.moment.measured() - started).total_seconds() // 60))
    left = max(0, place.running.block.minutes - spent)
    ahead = [line.block.id for line in moment.lines if line.state == "ahead"]
    return pace(plan, minute, left, ahead)


def minute_of(at: datetime, zone: ZoneInfo) -> int:
    """Minutes since midnight of an instant, as a clock on the wall of a zone shows it."""
    local = at.astimezone(zone)
    return local.hour * 60 + local.minute


def _state(block: Block, place: Place | None, real: dict[str, int]) -> str:
    if place is not None and place.running.block.id == block.id:
        return "now"
    return "done" if block.id in real else "ahead"
