"""The clock of a step: made of events, never of ticks, so that no crash can lose it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import ClockEvent, Heartbeat
from app.moment import instant, stamp
from app.workshop.planning import scope_of
from app.workshop.running import Place

SILENCE = timedelta(seconds=30)
"""No heartbeat for longer than this means that the program was not running."""


class Reading(msgspec.Struct, frozen=True):
    """What a clock shows: seconds left (below zero: over), its length, whether it runs."""

    left: int
    length: int
    runs: bool


def reading(events: Iterable[ClockEvent], now: datetime) -> Reading | None:
    """What the clock made of ``events`` (in order) shows at ``now``; None before it is set."""
    length = 0
    spent = timedelta()
    since: datetime | None = None
    known = False
    for event in events:
        at = instant(event.at)
        match event.what:
            case "set":
                known, length, spent, since = True, event.seconds, timedelta(), at
            case "add":
                length += event.seconds
            case "pause" if since is not None:
                spent += at - since
                since = None
            case "resume" if since is None:
                since = at
            case _:
                pass
    if not known:
        return None
    running = spent + (now - since if since is not None else timedelta())
    return Reading(round(length - running.total_seconds()), length, since is not None)


def events_of(reader: Reader, place: Place) -> list[ClockEvent]:
    """The events of the current step's clock, in order."""
    return reader.rows(ClockEvent, order="at", run=place.running.run.id, step=place.step)


def read_clock(library: Library, place: Place) -> Reading | None:
    """What the current step's clock shows now."""
    return reading(events_of(library.reader, place), library.moment.now())


def set_clock(library: Library, place: Place, seconds: int) -> None:
    """Set the step's clock to any length and let it run."""
    _happen(library, place, "set", seconds)


def pause(library: Library, place: Place) -> None:
    """Hold the clock."""
    _happen(library, place, "pause")


def resume(library: Library, place: Place) -> None:
    """Let a held clock run on."""
    _happen(library, place, "resume")


def add_time(library: Library, place: Place, seconds: int) -> None:
    """Give the step more time (or less, below zero)."""
    _happen(library, place, "add", seconds)


def start_step_clock(library: Library, place: Place) -> None:
    """Set the clock of a step that has none yet to the step's own minutes."""
    if not events_of(library.reader, place) and place.running.recipe.steps:
        set_clock(library, place, place.running.recipe.steps[place.step].minutes * 60)


def wake(library: Library, place: Place) -> bool:
    """After a crash or a power cut: take the silent time off the clock. True when there was any.

    The clock is held from the last heartbeat until now, so that it reopens where it was.
    """
    last = library.reader.find(Heartbeat, place.running.workshop.id)
    now = library.moment.now()
    events = events_of(library.reader, place)
    state = reading(events, now)
    if last is None or state is None or not state.runs:
        return False
    stopped = max(instant(last.at), instant(events[-1].at))
    if now - stopped < SILENCE:
        return False
    _happen(library, place, "pause", at=stopped + timedelta(milliseconds=1))
    _happen(library, place, "resume")
    return True


def _happen(
    library: Library, place: Place, what: str, seconds: int = 0, at: datetime | None = None
) -> None:
    with library.keep(scope_of(place.running.workshop)) as writer:
        writer.add(
            ClockEvent(
                id=library.moment.new_id(),
                workshop=place.running.workshop.id,
                run=place.running.run.id,
                step=place.step,
                what=what,
                seconds=seconds,
                at=stamp(at or library.moment.now()),
            )
        )
