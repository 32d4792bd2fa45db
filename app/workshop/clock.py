"""The clock of a step: made of events, never of ticks, so that no crash can lose it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import ClockEvent, Heartbeat, Run
from app.moment import drift, instant, stamp
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
    """What the clock made of ``events`` (in order) shows at ``now``; None before it is set.

    Both are measured (:meth:`app.moment.Moment.measured`). A clock that ran when its step was left
    goes on when one returns, and only then. Time that seems to run backwards, as when the
    machine's clock was set back from one process to the next, does not count.
    """
    length = 0
    spent = timedelta()
    since: datetime | None = None
    known = away = False
    for event in events:
        at = instant(event.at)
        match event.what:
            case "set":
                known, length, spent, since, away = True, event.seconds, timedelta(), at, False
            case "add":
                length += event.seconds
            case "pause" | "leave":
                away = event.what == "leave" and (away or since is not None)
                spent += _between(since, at)
                since = None
            case "resume":
                since, away = since or at, False
            case "return" if away:
                since, away = at, False
            case _:
                pass
    if not known:
        return None
    running = spent + _between(since, now)
    return Reading(round(length - running.total_seconds()), length, since is not None)


def _between(since: datetime | None, until: datetime) -> timedelta:
    return timedelta() if since is None else max(timedelta(), until - since)


def events_of(reader: Reader, place: Place) -> list[ClockEvent]:
    """The events of the current step's clock, in the order they happened."""
    return reader.rows(ClockEvent, run=place.part.run.id, step=place.step)


def read_clock(library: Library, place: Place) -> Reading | None:
    """What the current step's clock shows now."""
    return reading(events_of(library.reader, place), library.moment.measured())


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
    """Let the clock of the step that one came to run, and hold those that were left.

    A step without a clock gets one of its own minutes, a block without steps (a break) one of the
    block's; a clock that was left running goes on where it was.
    """
    now = library.moment.measured()
    with library.keep(scope_of(place.running.workshop)) as writer:
        for last in _left_running(writer, place, now):
            left = {"id": library.moment.new_id(), "what": "leave", "seconds": 0, "at": stamp(now)}
            writer.add(msgspec.structs.replace(last, **left))
        state = reading(events_of(writer, place), now)
        if state is None:
            steps = place.part.recipe.steps
            minutes = steps[place.step].minutes if steps else place.part.block.minutes
            set_clock(library, place, minutes * 60)
        elif not state.runs:
            _happen(library, place, "return")


def _left_running(reader: Reader, place: Place, now: datetime) -> list[ClockEvent]:
    """The last event of each clock that runs in another step of the workshop."""
    clocks: dict[tuple[str, int], list[ClockEvent]] = {}
    for event in reader.rows(ClockEvent, workshop=place.running.workshop.id):
        clocks.setdefault((event.run, event.step), []).append(event)
    clocks.pop((place.part.run.id, place.step), None)
    states = [(events[-1], reading(events, now)) for events in clocks.values()]
    return [last for last, state in states if state is not None and state.runs]


def wake(library: Library, place: Place) -> bool:
    """After a crash or a power cut: take the silent time off the clock. True when there was any.

    The clock is held from the last heartbeat until now, so that it reopens where it was; also
    where now seems to come before it, since the machine's clock was set back meanwhile.
    """
    last = library.reader.find(Heartbeat, place.running.workshop.id)
    now = library.moment.measured()
    events = events_of(library.reader, place)
    state = reading(events, now)
    if last is None or state is None or not state.runs:
        return False
    stopped = max(instant(last.at), instant(events[-1].at))
    if timedelta() <= now - stopped < SILENCE:
        return False
    with library.keep(scope_of(place.running.workshop)):
        _happen(library, place, "pause", at=stopped)
        _happen(library, place, "resume")
    return True


def gone_by(library: Library, place: Place) -> int:
    """The seconds of the current step that have gone by; 0 before its clock is set."""
    state = read_clock(library, place)
    return 0 if state is None else state.length - state.left


def set_right(library: Library, place: Place, seconds: int) -> None:
    """Have so many seconds of the step gone by, and take the machine's clock at its word again.

    The run began as long before as its step says it must have. Raises Trouble.
    """
    moment, run = library.moment, place.part.run
    state = read_clock(library, place)
    if state is None:
        moment.agree()
        return
    more = timedelta(seconds=seconds - (state.length - state.left))
    began = stamp(instant(run.started) + drift(moment) - more)
    if began != run.started:
        with library.change("clock-set-right", scope_of(place.running.workshop)) as writer:
            writer.change(writer.row(Run, run.id), started=began)
    moment.agree()
    now = moment.measured()
    with library.keep(scope_of(place.running.workshop)) as writer:
        _happen(library, place, "set", state.length, now - timedelta(seconds=seconds))
        if not state.runs:
            _happen(library, place, "pause")
        writer.put(Heartbeat(workshop=place.running.workshop.id, at=stamp(now)))


def _happen(
    library: Library, place: Place, what: str, seconds: int = 0, at: datetime | None = None
) -> None:
    with library.keep(scope_of(place.running.workshop)) as writer:
        writer.add(
            ClockEvent(
                id=library.moment.new_id(),
                workshop=place.running.workshop.id,
                run=place.part.run.id,
                step=place.step,
                what=what,
                seconds=seconds,
                at=stamp(at or library.moment.measured()),
            )
        )
