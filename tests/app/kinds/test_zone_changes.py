"""Zones changed in the room: in the block's own copy of the recipe, and nowhere else."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.colours import NOTES
from app.kinds.board import Board
from app.kinds.sorting import gather_notes
from app.library.library import Library
from app.library.rows import Block
from app.library.trouble import Trouble
from app.workshop.notes import add_notes, clusters_of, notes_of
from app.workshop.planning import add_own, scope_of
from app.workshop.running import Running
from app.workshop.zone_changes import (
    add_zone,
    colour_zone,
    is_empty,
    merge_zone,
    remove_zone,
    rename_zone,
)
from app.workshop.zones import MOST, zones_named, zones_shown
from tests.app.kinds.launch import Launch


@pytest.fixture
def board(launch: Launch) -> Running:
    """Hopes and fears, under way."""
    return launch.enter("hopes-and-fears")


def labels(launch: Launch, running: Running, *languages: str) -> list[str]:
    """What the zones are called now."""
    return [zone.label for zone in zones_shown(launch.now(running), languages or ("en",))]


def test_a_zone_is_added_with_a_colour_of_its_own(
    launch: Launch, library: Library, board: Running, catalogue: Catalogue
) -> None:
    """In every language, as it was said; lines go there; one undo takes it back."""
    new = add_zone(library, board, "  What we  know ")
    now = launch.now(board)
    assert labels(launch, board, "en", "fr")[-1] == "What we know"
    assert Board().targets(now, library.reader) == ("hopes", "fears", new)
    zones = zones_named(now.recipe, "en")
    assert len({zone.colour for zone in zones}) == 3
    entry = catalogue.exercise("hopes-and-fears")
    assert "What we know" not in str(entry)
    library.undo(scope_of(board.workshop))
    assert labels(launch, board) == ["Hopes", "Worries"]


def test_another_run_of_the_exercise_elsewhere_keeps_its_zones(
    launch: Launch, library: Library, board: Running
) -> None:
    """Only the block in the room has the new zone."""
    add_zone(library, board, "What we know")
    other = launch.enter("questions-we-hold")
    assert "What we know" not in labels(launch, other)
    again = launch.enter("hopes-and-fears")
    assert labels(launch, again)[-1] == "What we know"


def test_a_zone_is_renamed_in_one_language_or_in_each(
    launch: Launch, library: Library, board: Running
) -> None:
    """What is shown as two names is given as two; one name is for both."""
    rename_zone(library, board, "hopes", "Dreams / Rêves")
    assert labels(launch, board, "en")[0] == "Dreams"
    assert labels(launch, board, "fr")[0] == "Rêves"
    rename_zone(library, board, "hopes", "Dreams")
    assert labels(launch, board, "en", "fr")[0] == "Dreams"
    for _ in range(2):
        library.undo(scope_of(board.workshop))
    assert labels(launch, board, "en", "fr")[0] == "Hopes / Espoirs"


def test_a_zone_has_another_colour(launch: Launch, library: Library, board: Running) -> None:
    """Its name and its notes stay."""
    (note,) = add_notes(library, board, "hopes", ["One"])
    colour_zone(library, board, "hopes", "violet")
    first = zones_shown(launch.now(board), ("en",))[0]
    assert (first.id, first.label, first.colour) == ("hopes", "Hopes", "violet")
    assert notes_of(library.reader, board.run.id) == [note]


def test_only_an_empty_zone_goes_and_never_the_last(
    launch: Launch, library: Library, board: Running
) -> None:
    """What lies there, in any run of the block, holds it."""
    add_notes(library, board, "hopes", ["One"])
    launch.enter("hopes-and-fears", again=True)
    assert not is_empty(library.reader, board, "hopes")
    with pytest.raises(Trouble) as held:
        remove_zone(library, board, "hopes")
    assert held.value.code == "zone-not-empty"
    remove_zone(library, board, "fears")
    assert labels(launch, board) == ["Hopes"]
    with pytest.raises(Trouble) as gone:
        rename_zone(library, board, "fears", "Fears")
    assert gone.value.code == "gone"
    again = launch.enter("questions-we-hold")
    first, *others = zones_shown(again, ("en",))
    for zone in others:
        remove_zone(library, again, zone.id)
    with pytest.raises(Trouble) as last:
        remove_zone(library, again, first.id)
    assert last.value.code == "last-zone"


def test_two_zones_become_one(launch: Launch, library: Library, board: Running) -> None:
    """Notes and groups go along, in their order; one undo parts them again."""
    one, two = add_notes(library, board, "fears", ["One", "Two"])
    gather_notes(library, board, [two], "Alike")
    add_notes(library, board, "hopes", ["Three"])
    merge_zone(library, board, "fears", "hopes")
    assert labels(launch, board) == ["Hopes"]
    assert {note.zone for note in notes_of(library.reader, board.run.id)} == {"hopes"}
    assert [cluster.zone for cluster in clusters_of(library.reader, board.run.id)] == ["hopes"]
    library.undo(scope_of(board.workshop))
    assert labels(launch, board) == ["Hopes", "Worries"]
    assert library.reader.row(type(one), one.id).zone == "fears"


def test_there_are_no_more_zones_than_can_be_read(
    launch: Launch, library: Library, board: Running
) -> None:
    """Nor one without a name."""
    for number in range(MOST - 2):
        add_zone(library, board, f"Zone {number}")
    colours = [zone.colour for zone in zones_shown(launch.now(board), ("en",))]
    assert sorted(colours) == sorted(NOTES)
    with pytest.raises(Trouble) as many:
        add_zone(library, board, "One more")
    assert many.value.code == "too-many-zones"
    with pytest.raises(Trouble) as empty:
        rename_zone(library, board, "hopes", "  ")
    assert empty.value.code == "empty"
    assert labels(launch, board)[0] == "Hopes"


@pytest.mark.parametrize(
    ("name", "code"), [("end\0", "nul-character"), ("half \ud83d", "broken-character")]
)
def test_a_name_that_cannot_be_kept_changes_nothing(
    launch: Launch, library: Library, board: Running, name: str, code: str
) -> None:
    """Nor does the title of a block of one's own: both stand in a recipe."""
    before = labels(launch, board), library.reader.rows(Block)
    for act in (
        lambda: add_zone(library, board, name),
        lambda: rename_zone(library, board, "hopes", name),
        lambda: add_own(library, launch.workshop, name, 10),
    ):
        with pytest.raises(Trouble, match=code):
            act()
    assert (labels(launch, board), library.reader.rows(Block)) == before
