"""The clock of a step: events in, what it shows out; nothing that happens can make it lie."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import ClockEvent
from app.moment import stamp
from app.workshop import clock
from app.workshop.clock import Reading, reading
from app.workshop.planning import BREAK, scope_of
from app.workshop.running import enter_step, record_heartbeat
from tests.app.community.village import NOW
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """In the opening round, its first step just begun."""
    made = make_room(library, catalogue)
    made.enter("opening-round")
    return made


def event(what: str, at: int, seconds: int = 0) -> ClockEvent:
    """Something done to a clock ``at`` seconds after the start."""
    when = stamp(NOW + timedelta(seconds=at))
    return ClockEvent(id="", workshop="", run="", step=0, what=what, seconds=seconds, at=when)


def shown(events: Sequence[ClockEvent], at: int) -> Reading:
    """What they make the clock show ``at`` seconds after the start."""
    found = reading(events, NOW + timedelta(seconds=at))
    assert found is not None
    return found


def ticked(happened: Sequence[tuple[str, int, int]], until: int) -> tuple[int, int, bool]:
    """The same clock, made of ticks: a second at a time, with what happens in between."""
    left = length = 0
    runs = away = False
    for second in range(until + 1):
        for what, at, seconds in happened:
            if at != second:
                continue
            if what == "set":
                left = length = seconds
                runs, away = True, False
            elif what == "add":
                left, length = left + seconds, length + seconds
            elif what == "leave":
                runs, away = False, runs or away
            elif what == "return":
                runs, away = runs or away, False
            else:
                runs, away = what == "resume", False
        if runs and second < until:
            left -= 1
    return left, length, runs


doing = st.tuples(
    st.sampled_from(("set", "add", "pause", "resume", "leave", "return")),
    st.integers(0, 120),
    st.integers(-60, 300),
)


@given(st.lists(doing, max_size=12), st.integers(0, 60))
def test_events_show_what_ticks_would(happened: list[tuple[str, int, int]], after: int) -> None:
    """Whatever is done in whatever order, to the second."""
    first = ("set", 0, 600)
    inside = [first, *sorted(happened, key=lambda one: one[1])]
    until = inside[-1][1] + after
    said = shown([event(what, at, seconds) for what, at, seconds in inside], until)
    assert (said.left, said.length, said.runs) == ticked(inside, until)


@given(st.lists(doing, max_size=12), st.integers(-200, 200))
def test_a_clock_set_back_never_gives_time(happened: list[tuple[str, int, int]], now: int) -> None:
    """In whatever order the machine says they came, no more is left than there ever was."""
    events = [event("set", 0, 600)] + [event(what, at, 60) for what, at, _ in happened]
    said = shown(events, now)
    assert said.left <= said.length


def test_nothing_is_shown_before_it_is_set() -> None:
    """Pausing what is not there changes nothing."""
    assert reading([], NOW) is None
    assert reading([event("pause", 0), event("resume", 3), event("add", 4, 60)], NOW) is None


def test_a_step_begins_with_its_own_minutes_and_runs_below_zero(room: Room) -> None:
    """At a second past its time it shows a second over."""
    minutes = room.running().recipe.steps[0].minutes
    assert room.reading() == Reading(minutes * 60, minutes * 60, True)
    room.clock.go_on(minutes=minutes, seconds=1)
    assert room.left() == -1


def test_a_block_without_steps_has_its_own_minutes(room: Room) -> None:
    """As one that came with a file may be."""
    block = room.block(BREAK)
    with room.library.change("test") as writer:
        writer.change(block, recipe="{}")
    room.enter(BREAK)
    assert not room.running().recipe.steps
    assert room.reading() == Reading(block.minutes * 60, block.minutes * 60, True)


def test_any_length_one_more_held_and_on(room: Room) -> None:
    """Set, plus one, pause, go on: as the keys do it."""
    library, place = room.library, room.place()
    clock.set_clock(library, place, 90)
    clock.add_time(library, place, 60)
    room.clock.go_on(seconds=30)
    clock.pause(library, place)
    room.clock.go_on(minutes=20)
    assert room.reading() == Reading(120, 150, False)
    clock.resume(library, place)
    clock.resume(library, place)
    room.clock.go_on(seconds=20)
    assert room.reading() == Reading(100, 150, True)


def test_a_step_that_was_left_goes_on_where_it_was(room: Room) -> None:
    """An hour in other blocks takes nothing from it."""
    room.clock.go_on(seconds=40)
    left = room.left()
    room.step(1)
    room.clock.go_on(minutes=10)
    room.enter("hopes-and-fears")
    room.clock.go_on(minutes=50)
    assert room.enter("opening-round").step == 1
    room.step(0)
    assert room.left() == left
    room.clock.go_on(seconds=5)
    assert room.left() == left - 5


def test_a_held_clock_that_was_left_stays_held(room: Room) -> None:
    """Coming back is no reason to run."""
    clock.pause(room.library, room.place())
    held = room.reading()
    room.enter("hopes-and-fears")
    room.clock.go_on(minutes=5)
    room.enter("opening-round")
    room.clock.go_on(minutes=5)
    assert room.reading() == held


def test_coming_to_the_same_step_twice_writes_nothing(room: Room) -> None:
    """The clock runs already."""
    before = room.library.reader.rows(ClockEvent)
    clock.start_step_clock(room.library, room.place())
    assert room.library.reader.rows(ClockEvent) == before


def test_after_a_crash_the_silence_is_not_counted(room: Room) -> None:
    """Up to the last sign of life it is; the power may be gone for a night."""
    room.clock.go_on(seconds=50)
    record_heartbeat(room.library, room.workshop)
    left = room.left()
    room.clock.go_on(hours=9)
    assert clock.wake(room.library, room.place())
    assert room.reading() == Reading(left, room.reading().length, True)
    assert not clock.wake(room.library, room.place())


def test_what_happened_after_the_last_beat_counts(room: Room) -> None:
    """A minute given just before the power went is a sign of life as well."""
    record_heartbeat(room.library, room.workshop)
    room.clock.go_on(seconds=4)
    clock.add_time(room.library, room.place(), 60)
    left = room.left()
    room.clock.go_on(minutes=40)
    assert clock.wake(room.library, room.place())
    assert room.left() == left


@pytest.mark.parametrize("seconds", [0, 29])
def test_a_short_silence_is_none(room: Room, seconds: int) -> None:
    """Between two beats nothing is wrong."""
    record_heartbeat(room.library, room.workshop)
    room.clock.go_on(seconds=seconds)
    left = room.left()
    assert not clock.wake(room.library, room.place())
    assert room.left() == left


def test_half_a_minute_of_silence_is_one(room: Room) -> None:
    """Exactly."""
    record_heartbeat(room.library, room.workshop)
    left = room.left()
    room.clock.go_on(seconds=30)
    assert clock.wake(room.library, room.place())
    assert room.left() == left


def test_a_held_clock_sleeps_through(room: Room) -> None:
    """It was not running; nothing is taken off, nothing goes on by itself."""
    record_heartbeat(room.library, room.workshop)
    clock.pause(room.library, room.place())
    held = room.reading()
    room.clock.go_on(hours=1)
    assert not clock.wake(room.library, room.place())
    assert room.reading() == held


def test_no_clock_no_waking(library: Library, catalogue: Catalogue) -> None:
    """A step that was never begun has nothing to take off."""
    made = make_room(library, catalogue)
    made.enter("opening-round")
    record_heartbeat(library, made.workshop)
    enter_step(library, made.place(), 1)
    made.clock.go_on(hours=1)
    assert not clock.wake(library, made.place())


def test_the_clock_is_kept_never_undone(room: Room) -> None:
    """Undo takes back what was said, not time."""
    clock.add_time(room.library, room.place(), 60)
    length = room.reading().length
    assert room.library.undo_label(scope_of(room.workshop)) == "block-enter"
    assert room.reading().length == length


def test_it_reads_the_same_from_another_connection(room: Room) -> None:
    """What it shows is on the disk."""
    room.clock.go_on(seconds=7)
    now: datetime = room.clock.now()
    with room.library.snapshot() as reader:
        assert reading(clock.events_of(reader, room.place()), now) == room.reading()
