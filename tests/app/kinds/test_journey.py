"""A journey: moments one after the other, moved in time and in energy, told in order."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.kinds.journey.kind import Absences, History, Journey
from app.kinds.journey.moments import MIDDLE, in_time
from app.kinds.journey.placing import move_moments
from app.kinds.kind import facts_of
from app.kinds.ranked import Ranked
from app.library.library import Library
from app.library.rows import Note
from app.workshop.notes import notes_of
from app.workshop.placing import STEP, place_notes
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from tests.app.kinds.launch import Launch


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which the road is drawn."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "our-road-so-far")
    return enter_block(launch.library, launch.workshop, block).running


def say(library: Library, running: Running, *texts: str, zone: str = "firsts") -> None:
    """Moments as they are typed."""
    for text in texts:
        Journey().capture(library, running, zone, text)


def told(library: Library, running: Running) -> list[Note]:
    """The history."""
    (history,) = facts_of(Journey().facts(library.reader, running), History)
    return list(history.moments)


def texts(library: Library, running: Running) -> list[str]:
    """What the history says."""
    return [note.text for note in told(library, running)]


@pytest.mark.parametrize("number", [1, 9, 30, 150])
def test_moments_follow_one_another_as_they_are_typed(
    library: Library, running: Running, number: int
) -> None:
    lines = [f"moment {at}" for at in range(number)]
    say(library, running, *lines)
    assert texts(library, running) == lines
    assert {note.y for note in told(library, running)} == {MIDDLE}
    places = [note.x for note in told(library, running)]
    assert len(set(places)) == number, "none lies on another"
    assert all(place is not None and 0 <= place <= 1000 for place in places)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(pastes=st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_what_is_pasted_follows_in_its_order(
    library: Library, running: Running, pastes: list[int]
) -> None:
    before, said = len(told(library, running)), texts(library, running)
    for paste in pastes:
        lines = [f"moment {before + at}" for at in range(paste)]
        before += paste
        said += lines
        Journey().capture(library, running, "turns", "\n".join(lines))
    assert texts(library, running) == said


def test_one_undo_takes_a_line_back_and_gives_its_room_again(
    library: Library, running: Running
) -> None:
    say(library, running, *(f"moment {at}" for at in range(10)))
    before = told(library, running)
    say(library, running, "one too many for the line")
    assert [note.x for note in told(library, running)[:-1]] != [note.x for note in before]
    library.undo(scope_of(running.workshop))
    assert told(library, running) == before


def test_when_it_was_is_said_and_not_computed_with(library: Library, running: Running) -> None:
    lines = ("2021: the first map", "31/02 or so", "spring 2019 already")
    say(library, running, *lines)
    assert texts(library, running) == list(lines)


def test_a_step_in_time_leads_past_the_next_moment(library: Library, running: Running) -> None:
    say(library, running, *(f"moment {at}" for at in range(30)))
    first = told(library, running)[0]
    move_moments(library, running, [first], 1, 0)
    assert texts(library, running)[:3] == ["moment 1", "moment 0", "moment 2"]
    library.undo(scope_of(running.workshop))
    last = told(library, running)[-1]
    move_moments(library, running, [last], -1, 0)
    assert texts(library, running)[-3:] == ["moment 27", "moment 29", "moment 28"]


def test_where_there_is_room_it_is_a_step(library: Library, running: Running) -> None:
    say(library, running, "early", "late")
    early, late = told(library, running)
    place_notes(library, running, [(early, 100, MIDDLE), (late, 900, MIDDLE)])
    early, late = told(library, running)
    move_moments(library, running, [early], 1, 0)
    move_moments(library, running, [late], 0, 1)
    early, late = told(library, running)
    assert (early.x, early.y) == (100 + STEP, MIDDLE)
    assert (late.x, late.y) == (900, MIDDLE + STEP)
    for _ in range(40):
        move_moments(library, running, [told(library, running)[-1]], 1, 1)
    late = told(library, running)[-1]
    assert late.x == 1000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(steps=st.lists(st.sampled_from((-1, 1)), max_size=12), at=st.integers(0, 11))
def test_steps_either_way_stay_on_the_line(
    library: Library, running: Running, steps: list[int], at: int
) -> None:
    if not told(library, running):
        say(library, running, *(f"moment {number}" for number in range(12)))
    name = f"moment {at}"
    for step in steps:
        before = texts(library, running).index(name)
        note = told(library, running)[before]
        move_moments(library, running, [note], step, 0)
        after = texts(library, running).index(name)
        assert abs(after - before) <= 1
        moved = told(library, running)[after].x
        assert moved is not None
        assert 0 <= moved <= 1000


def test_absences_are_told_apart_in_their_order(library: Library, running: Running) -> None:
    say(library, running, "we met")
    say(library, running, "the harbour left", zone="absences")
    say(library, running, "a year without a host", zone="absences")
    facts = Journey().facts(library.reader, running)
    (absent,) = facts_of(facts, Absences)
    assert [note.text for note in absent.moments] == ["the harbour left", "a year without a host"]
    assert [one.notes[0].text for one in facts_of(facts, Ranked)] == texts(library, running)


def test_what_lies_nowhere_yet_comes_last(library: Library, running: Running) -> None:
    say(library, running, "early", "late")
    early = told(library, running)[0]
    place_notes(library, running, [(early, None, None)])
    assert texts(library, running) == ["late", "early"]
    assert in_time(notes_of(library.reader, running.run.id))[0].text == "late"


def test_what_is_wrong_with_its_setup_is_named(catalogue: Catalogue) -> None:
    exercise = catalogue.exercise("our-road-so-far")
    assert not list(Journey().faults(exercise, catalogue))
    lost = msgspec.structs.replace(exercise, setup={**exercise.setup, "absences": "gaps"})
    assert [fault.field for fault in Journey().faults(lost, catalogue)] == ["setup.absences"]
    words = exercise.words["en"]
    mute = msgspec.structs.replace(words, setup={**words.setup, "low": ""})
    silent = msgspec.structs.replace(exercise, words={**exercise.words, "en": mute})
    assert [fault.field for fault in Journey().faults(silent, catalogue)] == ["words.en.setup.low"]
