"""A spectrum: the middle and the spread, then and now; movement; reasons; a map's safeguards."""

from collections.abc import Sequence

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.kinds.kind import facts_of
from app.kinds.ranked import Ranked
from app.kinds.spectrum.facts import Safeguard, SpectrumFacts, latest_of
from app.kinds.spectrum.kind import Spectrum, places_given
from app.kinds.spectrum.setup import POLARITY_ZONES, questions_of
from app.library.library import Library
from app.workshop.ballots import cast, close_ballot, open_ballot, record
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from app.workshop.spread import Place, Spread
from tests.app.kinds.launch import Launch

FORMS = ("then", "now")


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which people say where they stood, and where they stand."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "then-and-now")
    return enter_block(launch.library, launch.workshop, block).running


def stood(library: Library, running: Running, then: str, now: str) -> SpectrumFacts:
    """A closed round; a digit is where one person stands on every question."""
    ids = questions_of(running.recipe)
    people = [
        places_given(running, {"then": dict.fromkeys(ids, one), "now": dict.fromkeys(ids, other)})
        for one, other in zip(then, now, strict=True)
    ]
    ballot = open_ballot(library, running, FORMS)
    cast(library, running, ballot, people)
    close_ballot(library, running, ballot)
    return facts(library, running)[-1]


def facts(library: Library, running: Running) -> Sequence[SpectrumFacts]:
    """What the closed rounds say."""
    return facts_of(Spectrum().facts(library.reader, running), SpectrumFacts)


def test_the_middle_the_spread_and_the_movement(launch: Launch, running: Running) -> None:
    found = stood(launch.library, running, "11122233", "34445555")
    assert [one.id for one in found.questions] == ["door", "energy", "projects", "place"]
    for one in found.questions:
        then, now = one.positions
        assert (then.middle, then.spread) == (2, Spread(1, 3))
        assert (now.middle, now.spread) == (4, Spread(4, 5))
        assert (one.moved, one.people, one.shown) == (2, 8, False)
        assert then.places == (), "of private answers no place is told"


def test_fewer_than_three_tell_nothing(launch: Launch, running: Running) -> None:
    found = stood(launch.library, running, "15", "51")
    for one in found.questions:
        assert one.moved is None
        assert [(at.middle, at.spread) for at in one.positions] == [(None, None)] * 2


def test_whoever_was_not_there_at_the_beginning_does_not_know(
    launch: Launch, running: Running
) -> None:
    ids = questions_of(running.recipe)
    ballot = open_ballot(launch.library, running, FORMS)
    people = [places_given(running, {"now": dict.fromkeys(ids, "4")})] * 5
    cast(launch.library, running, ballot, people)
    close_ballot(launch.library, running, ballot)
    (found,) = facts(launch.library, running)
    assert [at.middle for at in found.questions[0].positions] == [None, 4]


def test_nothing_is_seen_while_it_is_open(launch: Launch, running: Running) -> None:
    open_ballot(launch.library, running, FORMS)
    assert facts(launch.library, running) == ()


def test_places_in_the_room_are_told_with_their_neighbours(
    launch: Launch, running: Running
) -> None:
    library = launch.library
    ballot = open_ballot(library, running, FORMS, counted=True)
    line = {"1": 1, "2": 2, "3": 0, "4": 5, "5": 1}
    record(library, running, ballot, {"now": {"energy": line}})
    close_ballot(library, running, ballot)
    (found,) = facts(library, running)
    (one,) = found.questions
    assert (one.id, one.people, one.counted) == ("energy", 9, True)
    assert one.positions[1].middle == 4
    assert one.positions[1].places == (Place(1, 2, 3), Place(3, 5, 6))


def test_a_question_is_told_as_it_was_answered_last(launch: Launch, running: Running) -> None:
    stood(launch.library, running, "1111111", "1111111")
    ballot = open_ballot(launch.library, running, FORMS, counted=True)
    record(launch.library, running, ballot, {"now": {"door": {"5": 7}}})
    close_ballot(launch.library, running, ballot)
    found = facts(launch.library, running)
    door, energy = latest_of(found, "door"), latest_of(found, "energy")
    assert door is not None
    assert energy is not None
    assert door.positions[-1].middle == 5
    assert energy.positions[-1].middle == 1
    assert latest_of(found, "nothing") is None


def test_reasons_are_notes_under_their_question(launch: Launch, running: Running) -> None:
    kind, library = Spectrum(), launch.library
    assert kind.targets(running, library.reader) == questions_of(running.recipe)
    kind.capture(library, running, "energy", "Two people carried it\nThen four did")
    assert kind.count(library.reader, running.run.id) == 2
    lying = facts_of(kind.facts(library.reader, running), Ranked)
    assert [one.zone for one in lying] == ["energy", "energy"]
    library.undo(scope_of(launch.workshop))
    assert kind.count(library.reader, running.run.id) == 0


@pytest.mark.parametrize("people", [0, 1, 18, 500])
def test_any_number_of_people(launch: Launch, running: Running, people: int) -> None:
    digits = "12345" * (people // 5 + 1)
    found = stood(launch.library, running, digits[:people], digits[::-1][:people])
    assert {one.people for one in found.questions} <= {people}
    assert bool(found.questions) == bool(people)


def mapped(catalogue: Catalogue, **setup: object) -> Exercise:
    """An exercise with a map of two poles."""
    zones = [{"id": one, "colour": "blue"} for one in POLARITY_ZONES]
    words = {
        code: msgspec.structs.replace(
            said,
            setup={
                "zones": {one: one for one in POLARITY_ZONES},
                "poles": {"left": "staying close", "right": "growing"},
            },
        )
        for code, said in catalogue.exercise("then-and-now").words.items()
    }
    return msgspec.structs.replace(
        catalogue.exercise("then-and-now"),
        setup={"mode": "polarity", "zones": zones, **setup},
        words=words,
    )


def test_a_map_has_safeguards(launch: Launch, running: Running, catalogue: Catalogue) -> None:
    exercise = mapped(catalogue)
    assert list(Spectrum().faults(exercise, catalogue)) == []
    recipe = msgspec.structs.replace(running.recipe, setup=exercise.setup)
    here = msgspec.structs.replace(running, recipe=recipe)
    assert questions_of(recipe) == ()
    kind, library = Spectrum(), launch.library
    kind.capture(library, here, "gifts-left", "We know each other")
    kind.capture(library, here, "safeguards", "One new face each time")
    found = facts_of(kind.facts(library.reader, here), Safeguard)
    assert [one.note.text for one in found] == ["One new face each time"]


def test_what_an_exercise_forgets_is_named(catalogue: Catalogue) -> None:
    kind = Spectrum()
    assert [fault.field for fault in kind.faults(mapped(catalogue, times=[]), catalogue)] == [
        "setup.times"
    ]
    elsewhere = [{"id": "elsewhere", "colour": "blue"}]
    named = [fault.field for fault in kind.faults(mapped(catalogue, zones=elsewhere), catalogue)]
    assert "setup.zones[0]" in named
    plain = mapped(catalogue, mode="positions")
    missing = {fault.field for fault in kind.faults(plain, catalogue)}
    assert {"words.en.setup.low.signs", "words.fr.setup.high.signs"} <= missing
    assert "words.en.setup.poles.left" in missing
