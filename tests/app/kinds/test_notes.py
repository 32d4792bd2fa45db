"""Talk and board: notes captured, sorted several at once, gathered, counted and ranked."""

from collections.abc import Callable

import msgspec
import pytest

from app.kinds.board import (
    Board,
    DotsCounted,
    DotsGiven,
    count_in_room,
    dots_given,
    dots_in_all,
    give_dots,
    late_notes,
    turn_dots,
)
from app.kinds.kind import facts_of
from app.kinds.ranked import arranged, ranking
from app.kinds.sorting import gather_notes, place_all, remove_notes, shift_notes, ungather
from app.kinds.talk import Talk
from app.library.library import Library
from app.library.rows import Cluster, Dots, Note
from app.library.trouble import Trouble
from app.workshop.notes import add_notes, clusters_of, edit_note, notes_of, rename_cluster
from app.workshop.planning import scope_of
from app.workshop.rounds import came_after, dots_round
from app.workshop.running import Running, place_of
from app.workshop.zones import both, home_of, remember_target, zones_shown
from tests.app.kinds.launch import Launch


def texts(library: Library, running: Running, zone: str) -> list[str]:
    """The words of a zone's notes, in order."""
    notes = notes_of(library.reader, running.run.id)
    return [note.text for note in notes if note.zone == zone]


@pytest.fixture
def board(launch: Launch) -> Running:
    """Hopes and fears, under way."""
    return launch.enter("hopes-and-fears")


def test_a_note_a_line_and_several_are_one_change(library: Library, board: Running) -> None:
    """Pasted lines lose their bullets; one undo takes all of them back."""
    Board().capture(library, board, "hopes", "One")
    Board().capture(library, board, "hopes", "• Two\n\n- Three\n")
    assert texts(library, board, "hopes") == ["One", "Two", "Three"]
    assert Board().count(library.reader, board.run.id) == 3
    library.undo(scope_of(board.workshop))
    assert texts(library, board, "hopes") == ["One"]


def test_targets_are_the_zones(launch: Launch, library: Library, board: Running) -> None:
    """In order; a talk that names one zone has one place."""
    assert Board().targets(board, library.reader) == ("hopes", "fears")
    talk = launch.enter("opening-round")
    assert Talk().targets(talk, library.reader) == ("came-for",)
    bare = msgspec.structs.replace(board, recipe=msgspec.structs.replace(board.recipe, setup={}))
    assert Board().targets(bare, library.reader) == ("",)


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001, "half \0 a note"])
def test_what_cannot_be_a_note_changes_nothing(library: Library, board: Running, text: str) -> None:
    """Empty, too long, or unwritable: refused, and none of the other lines is kept."""
    with pytest.raises(Trouble):
        Board().capture(library, board, "hopes", f"Fine\n{text}" if len(text) > 9 else text)
    assert texts(library, board, "hopes") == []


def test_several_move_together_before_another(library: Library, board: Running) -> None:
    """In their order, to another zone, before the note they were let go at; one undo."""
    one, two, _ = add_notes(library, board, "hopes", ["One", "Two", "Three"])
    _, other = add_notes(library, board, "fears", ["Late", "Later"])
    place_all(library, board, [one, two], "fears", before=other)
    assert texts(library, board, "hopes") == ["Three"]
    assert texts(library, board, "fears") == ["Late", "One", "Two", "Later"]
    library.undo(scope_of(board.workshop))
    assert texts(library, board, "hopes") == ["One", "Two", "Three"]


def test_shifting_stops_at_the_ends_and_keeps_a_selection_together(
    library: Library, board: Running
) -> None:
    """Two notes moved later stay side by side; at the edge nothing happens."""
    one, two, _, four = add_notes(library, board, "hopes", ["1", "2", "3", "4"])
    shift_notes(library, board, [one, two], 1)
    assert texts(library, board, "hopes") == ["3", "1", "2", "4"]
    shift_notes(library, board, [four], 1)
    assert texts(library, board, "hopes") == ["3", "1", "2", "4"]
    shift_notes(library, board, [one, two], -1)
    shift_notes(library, board, [one, two], -1)
    assert texts(library, board, "hopes") == ["1", "2", "3", "4"]


def test_gathering_and_taking_out(library: Library, board: Running) -> None:
    """A new cluster lies in the zone of its first note; others join it, and leave it again."""
    one, two = add_notes(library, board, "hopes", ["One", "Two"])
    (three,) = add_notes(library, board, "fears", ["Three"])
    cluster = gather_notes(library, board, [one, two], "Alike")
    gather_notes(library, board, [three], cluster)
    assert texts(library, board, "hopes") == ["One", "Two", "Three"]
    ungather(library, board, [one])
    (group,) = [each for each in arranged(library.reader, board.run.id) if each.cluster]
    assert [note.text for note in group.notes] == ["Two", "Three"]
    ungather(library, board, [], [cluster])
    assert clusters_of(library.reader, board.run.id) == []
    assert texts(library, board, "hopes") == ["One", "Two", "Three"]


def test_a_cluster_moves_whole(library: Library, board: Running) -> None:
    """To another zone, with notes that were chosen beside it."""
    one, two, three = add_notes(library, board, "hopes", ["One", "Two", "Three"])
    cluster = gather_notes(library, board, [one, two], "Alike")
    place_all(library, board, [one, three], "fears", clusters=[cluster])
    assert library.reader.row(Cluster, cluster.id).zone == "fears"
    assert texts(library, board, "fears") == ["One", "Two", "Three"]
    assert library.reader.row(Note, one.id).cluster == cluster.id
    assert library.reader.row(Note, three.id).cluster is None


def test_removing_is_one_change_and_comes_back_with_its_dots(
    launch: Launch, library: Library, board: Running
) -> None:
    """Notes and clusters; undo brings back the dots too."""
    one, two = add_notes(library, board, "hopes", ["One", "Two"])
    cluster = gather_notes(library, board, [one], "Alone")
    turn_dots(library, board)
    count_in_room(library, board, two.id, 2)
    remove_notes(library, board, [two], [cluster])
    assert texts(library, board, "hopes") == ["One"]
    assert library.reader.count(Dots) == 0
    library.undo(scope_of(board.workshop))
    counted = dots_round(library.reader, board.run.id)
    assert counted is not None
    assert counted.dots == {two.id: 2}
    assert len(clusters_of(library.reader, board.run.id)) == 1


def test_dots_are_hidden_until_closed_and_then_rank(
    launch: Launch, library: Library, board: Running
) -> None:
    """Open, count, close, count on: the ranking never tells before it is closed."""
    one, two, three = add_notes(library, board, "hopes", ["One", "Two", "Three"])
    cluster = gather_notes(library, board, [two, three], "Alike")
    launch.count_people(18)
    assert dots_given(board, None).each == 3
    turn_dots(library, board)
    for item, number in ((one.id, 3), (two.id, 1), (three.id, 2), (cluster.id, 1)):
        count_in_room(library, board, item, number)
    count = dots_round(library.reader, board.run.id)
    assert count is not None
    assert (count.total, dots_in_all(library.reader, board, count)) == (7, 54)
    hidden = ranking(library.reader, board.run.id)
    assert [(each.dots, each.each) for each in hidden] == [(0, {}), (0, {})]
    assert arranged(library.reader, board.run.id)[0].dots == 4
    turn_dots(library, board)
    shown = ranking(library.reader, board.run.id)
    assert [each.dots for each in shown] == [4, 3]
    assert shown[0].each == {two.id: 1, three.id: 2, cluster.id: 1}
    turn_dots(library, board)
    assert ranking(library.reader, board.run.id)[0].dots == 0


def test_the_room_bounds_the_dots(launch: Launch, library: Library, board: Running) -> None:
    """No more on one note than the cap, nor more in all than there are; below nothing is none."""
    one, two = add_notes(library, board, "hopes", ["One", "Two"])
    launch.count_people(4)
    turn_dots(library, board)
    with pytest.raises(Trouble) as capped:
        count_in_room(library, board, one.id, 9)
    assert capped.value.code == "too-many-dots"
    count_in_room(library, board, one.id, 8)
    with pytest.raises(Trouble) as spent:
        count_in_room(library, board, two.id, 5)
    assert spent.value.code == "too-many-in-all"
    count_in_room(library, board, one.id, -1)
    assert library.reader.count(Dots) == 0


def test_zones_speak_the_languages_of_the_workshop(library: Library, board: Running) -> None:
    """Both labels, once where they are the same."""
    assert [zone.label for zone in zones_shown(board, ("en", "fr"))] == [
        "Hopes / Espoirs",
        "Worries / Craintes",
    ]
    assert both(["Notes", "Notes", ""]) == "Notes"


def test_a_note_whose_zone_is_gone_has_a_home(board: Running) -> None:
    """It is shown in the first zone, not nowhere."""
    zones = zones_shown(board, ("en",))
    assert home_of("fears", zones) == "fears"
    assert home_of("of old", zones) == "hopes"


def test_the_target_is_remembered_only_for_the_run_on_screen(
    launch: Launch, library: Library, board: Running
) -> None:
    """A canvas that is on its way out changes nothing."""
    remember_target(library, board, "fears")
    place = place_of(library.reader, board.workshop.id)
    assert place is not None
    assert place.zone == "fears"
    launch.enter("opening-round")
    remember_target(library, board, "hopes")
    place = place_of(library.reader, board.workshop.id)
    assert place is not None
    assert place.zone == ""


def test_editing_keeps_one_change_for_one_field(library: Library, board: Running) -> None:
    """Autosaves of one note are one undo."""
    (note,) = add_notes(library, board, "hopes", ["On"])
    for said in ("One", "One ho", "One hope"):
        edit_note(library, board, note, said)
    library.undo(scope_of(board.workshop))
    assert texts(library, board, "hopes") == ["On"]


def test_a_group_waits_for_its_name_and_both_are_one_undo(library: Library, board: Running) -> None:
    """Where the name follows closely; a later name is a change of its own."""
    one, two = add_notes(library, board, "hopes", ["One", "Two"])
    cluster = gather_notes(library, board, [one, two])
    assert cluster.title == ""
    rename_cluster(library, board, cluster, "Alike")
    library.undo(scope_of(board.workshop))
    assert clusters_of(library.reader, board.run.id) == []
    named = gather_notes(library, board, [one, two], "Alike")
    rename_cluster(library, board, named, "Much alike")
    library.undo(scope_of(board.workshop))
    assert [each.title for each in clusters_of(library.reader, board.run.id)] == ["Alike"]


def test_a_group_that_nobody_named_goes_with_its_last_note(
    library: Library, board: Running
) -> None:
    """However it leaves; a name is people's words, and stays."""
    one, two, three = add_notes(library, board, "hopes", ["One", "Two", "Three"])
    leaving: tuple[Callable[[Note], object], ...] = (
        lambda note: place_all(library, board, [note], "fears"),
        lambda note: ungather(library, board, [note]),
        lambda note: remove_notes(library, board, [note]),
        lambda note: gather_notes(library, board, [note, two]),
    )
    for leave in leaving:
        gathered = gather_notes(library, board, [library.reader.row(Note, one.id)])
        leave(library.reader.row(Note, one.id))
        assert library.reader.find(Cluster, gathered.id) is None
        library.undo(scope_of(board.workshop))
        library.undo(scope_of(board.workshop))
    named = gather_notes(library, board, [three], "Alone")
    ungather(library, board, [library.reader.row(Note, three.id)])
    assert library.reader.find(Cluster, named.id) is not None


def test_groups_join_with_their_dots(library: Library, board: Running) -> None:
    """Those on the two titles add up; one undo parts them."""
    one, two, three = add_notes(library, board, "hopes", ["One", "Two", "Three"])
    left = gather_notes(library, board, [one], "Left")
    right = gather_notes(library, board, [two], "Right")
    give_dots(library, board, DotsGiven(each=3, cap=3))
    for item, number in ((left.id, 2), (right.id, 1), (two.id, 1)):
        count_in_room(library, board, item, number)
    gather_notes(library, board, [three], left, [left, right])
    (group,) = arranged(library.reader, board.run.id)
    assert [note.text for note in group.notes] == ["One", "Two", "Three"]
    assert (group.dots, group.each) == (4, {two.id: 1, left.id: 3})
    library.undo(scope_of(board.workshop))
    assert [each.dots for each in arranged(library.reader, board.run.id)] == [2, 2, 0]


def test_what_comes_after_the_dots_is_told_and_voted_on_in_another_round(
    launch: Launch, library: Library, board: Running
) -> None:
    """A note that has dots was counted; another round begins from nothing, and has its number."""
    one, *_ = add_notes(library, board, "hopes", ["One", "Two"])
    launch.count_people(10)
    give_dots(library, board, DotsGiven(each=2, cap=1))
    count_in_room(library, board, one.id, 4)
    late, counted = add_notes(library, board, "hopes", ["Late", "Late but counted"])
    count_in_room(library, board, counted.id, 1)
    count = dots_round(library.reader, board.run.id)
    assert count is not None
    assert late_notes(notes_of(library.reader, board.run.id), count) == 1
    assert came_after(late.id, count)
    with pytest.raises(Trouble) as open_still:
        give_dots(library, board, DotsGiven(each=2, cap=1))
    assert open_still.value.code == "round-open"
    turn_dots(library, board)
    (told,) = facts_of(Board().facts(library.reader, board), DotsCounted)
    assert told == DotsCounted(each=2, total=5, number=1)
    give_dots(library, board, DotsGiven(each=1, cap=1))
    turn_dots(library, board)
    (told,) = facts_of(Board().facts(library.reader, board), DotsCounted)
    assert told == DotsCounted(each=1, total=0, number=2)
