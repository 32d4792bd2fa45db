"""A matrix: notes not placed yet, placed, read in four readings; its axes under other names."""

from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.charter.unused_notes import offered_in
from app.kinds.kind import facts_of
from app.kinds.matrix.facts import NotPlaced, Reading, reading_at
from app.kinds.matrix.kind import Matrix
from app.kinds.matrix.placing import put_beside
from app.kinds.matrix.setup import READINGS, AxisWords, axes_of, name_axes
from app.kinds.ranked import Ranked
from app.library.library import Library
from app.library.rows import Note
from app.library.trouble import Trouble
from app.workshop.notes import notes_of
from app.workshop.placing import place_notes
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from tests.app.kinds.launch import Launch

PLACE = st.integers(0, 1000)


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which challenges are placed."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "which-challenge")
    return enter_block(launch.library, launch.workshop, block).running


def said(library: Library, running: Running, *texts: str) -> list[Note]:
    """Notes as they are typed."""
    for text in texts:
        Matrix().capture(library, running, "", text)
    return notes_of(library.reader, running.run.id)


def read(library: Library, running: Running) -> dict[str, list[str]]:
    """What lies in each reading, as it is ranked."""
    facts = facts_of(Matrix().facts(library.reader, running), Reading)
    return {one.id: [note.text for note in one.notes] for one in facts}


def waiting(library: Library, running: Running) -> list[str]:
    """What is not placed."""
    (one,) = facts_of(Matrix().facts(library.reader, running), NotPlaced)
    return [note.text for note in one.notes]


def test_a_typed_line_is_a_note_that_lies_nowhere_yet(library: Library, running: Running) -> None:
    assert Matrix().targets(running, library.reader) == ("",)
    notes = said(library, running, "One map", "A common\nalphabet")
    assert [(note.text, note.x, note.y) for note in notes] == [
        ("One map", None, None),
        ("A common", None, None),
        ("alphabet", None, None),
    ]
    assert Matrix().count(library.reader, running.run.id) == 3
    assert waiting(library, running) == ["One map", "A common", "alphabet"]
    assert read(library, running) == {one: [] for one in READINGS}


def test_readings_are_ranked_by_both_axes_together(library: Library, running: Running) -> None:
    low, high, left, right, top, late = said(library, running, *"abcdef")
    place_notes(
        library,
        running,
        [
            (low, 600, 600),
            (high, 900, 700),
            (left, 100, 499),
            (right, 950, 10),
            (top, 500, 999),
        ],
    )
    assert read(library, running) == {
        "both": ["b", "e", "a"],
        "across": ["d"],
        "up": [],
        "neither": ["c"],
    }
    assert waiting(library, running) == ["f"]
    assert late.x is None


def test_others_take_up_its_notes_in_their_rank(library: Library, running: Running) -> None:
    one, two, _ = said(library, running, "one", "two", "three")
    place_notes(library, running, [(one, 100, 100), (two, 900, 900)])
    facts = facts_of(Matrix().facts(library.reader, running), Ranked)
    assert [ranked.notes[0].text for ranked in facts] == ["two", "one", "three"]
    (offered,) = offered_in(library.reader, running.workshop.id, "purpose")
    assert {source.note.text for source in offered.notes} == {"one", "two", "three"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(x=PLACE, y=PLACE)
def test_notes_put_in_one_place_can_be_told_apart_and_rank_alike(
    library: Library, running: Running, x: int, y: int
) -> None:
    with library.change("test", scope_of(running.workshop)) as writer:
        for note in notes_of(writer, running.run.id):
            writer.remove(note)
    notes = said(library, running, *"abcd")
    for note in notes:
        put_beside(library, running, [note], x, y)
    found = notes_of(library.reader, running.run.id)
    places = [(note.x or 0, note.y or 0) for note in found]
    assert places[0] == (x, y)
    assert {reading_at(*place) for place in places} == {reading_at(x, y)}
    assert {sum(place) for place in places} == {x + y}


def test_what_is_put_together_lies_side_by_side_and_comes_back_together(
    library: Library, running: Running
) -> None:
    notes = said(library, running, *"abc")
    put_beside(library, running, notes, 800, 800)
    places = {(note.x, note.y) for note in notes_of(library.reader, running.run.id)}
    assert len(places) == 3
    library.undo(scope_of(running.workshop))
    assert waiting(library, running) == list("abc")


def test_the_axes_are_named_for_this_block_alone(
    library: Library, running: Running, launch: Launch, catalogue: Catalogue
) -> None:
    (note,) = said(library, running, "One map")
    place_notes(library, running, [(note, 900, 100)])
    name_axes(
        library,
        running,
        AxisWords(name="Effort", low="much / beaucoup", high="little / peu"),
        AxisWords(name="Use", low="few", high="many"),
    )
    now = launch.now(running)
    english, french = axes_of(now.recipe, ("en",)), axes_of(now.recipe, ("fr",))
    assert (english.across.low, french.across.low) == ("much", "beaucoup")
    assert (english.up.high, french.up.high) == ("many", "many")
    assert english.readings["across"] == "little · few", "no name that was about other axes"
    assert axes_of(now.recipe, ("en", "fr")).across.low == "much / beaucoup"
    assert read(library, now)["across"] == ["One map"]
    assert catalogue.exercise("which-challenge").setup == now.recipe.setup
    library.undo(scope_of(running.workshop))
    assert axes_of(launch.now(running).recipe, ("en",)).up.name == "People served"


def test_an_axis_without_words_is_not_kept(library: Library, running: Running) -> None:
    with pytest.raises(Trouble):
        name_axes(library, running, AxisWords(name="Effort", low=" ", high="x"), AxisWords())


@pytest.mark.parametrize(
    ("setup", "field"),
    [
        ({}, "setup.across"),
        ({"across": "energy", "up": "energy"}, "setup.up"),
        ({"across": "energy", "up": "reach"}, "words.en.setup.axes.reach"),
    ],
)
def test_what_is_wrong_with_its_setup_is_named(
    catalogue: Catalogue, setup: Mapping[str, object], field: str
) -> None:
    exercise = msgspec.structs.replace(catalogue.exercise("which-challenge"), setup=setup)
    assert field in {fault.field for fault in Matrix().faults(exercise, catalogue)}
    assert not list(Matrix().faults(catalogue.exercise("which-challenge"), catalogue))
