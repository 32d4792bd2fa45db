"""Notes of a run: kept in the order they were said, sorted by hand, and their order always told."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Clause, ClauseSource, Cluster, Dots, Note
from app.library.trouble import Trouble
from app.workshop.agenda import STEP
from app.workshop.notes import (
    add_notes,
    clusters_of,
    dissolve,
    edit_note,
    gather,
    move_note,
    notes_of,
    put_in_cluster,
    remove_note,
    rename_cluster,
)
from app.workshop.planning import scope_of, set_audience, set_languages
from app.workshop.rounds import count_dots, dots_round, open_dots
from app.workshop.running import Running
from tests.app.community.village import refusal
from tests.app.workshop.room import Room, make_room

ZONES = ("hopes", "fears")


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """At hopes and fears."""
    made = make_room(library, catalogue)
    made.enter("hopes-and-fears")
    return made


@pytest.fixture
def running(room: Room) -> Running:
    """The run it stands in."""
    return room.running()


def lying(library: Library, running: Running) -> list[tuple[str, str]]:
    """Every note of the run: its zone and words, in order."""
    return [(note.zone, note.text) for note in notes_of(library.reader, running.run.id)]


def now(library: Library, note: Note) -> Note:
    """A note as it now is."""
    return library.reader.row(Note, note.id)


def test_a_note_knows_where_it_was_said(library: Library, running: Running) -> None:
    """Its run, kind, zone, language, audience; trimmed to one line."""
    (note,) = add_notes(library, running, "hopes", ["  Names \n stay\there  "])
    assert note == now(library, note)
    assert note.text == "Names stay here"
    assert (note.community, note.workshop) == (running.community.id, running.workshop.id)
    assert (note.run, note.kind, note.zone) == (running.run.id, running.block.kind, "hopes")
    assert (note.audience, note.language) == (running.block.audience, "en")
    (aside,) = add_notes(library, running, "hopes", ["Aside"], audience="facilitator")
    assert aside.audience == "facilitator"


def test_a_note_is_as_narrow_as_its_block_and_in_the_language_of_the_room(
    library: Library, catalogue: Catalogue
) -> None:
    """Whatever either is usually."""
    room = make_room(library, catalogue)
    set_languages(library, catalogue, room.workshop, ("fr", "en"))
    set_audience(library, room.workshop, room.block("hopes-and-fears"), "facilitator")
    room.enter("hopes-and-fears")
    (note,) = add_notes(library, room.running(), "hopes", ["Entre nous"])
    assert (note.audience, note.language) == ("facilitator", "fr")


def test_a_new_note_stands_after_all_others(library: Library, running: Running) -> None:
    """Also when one was removed before."""
    notes = add_notes(library, running, "hopes", ["A", "B", "C"])
    remove_note(library, running, notes[0])
    add_notes(library, running, "hopes", ["D"])
    assert lying(library, running) == [("hopes", text) for text in "BCD"]
    positions = [note.position for note in notes_of(library.reader, running.run.id)]
    assert len(set(positions)) == 3


def test_a_note_typed_anew_is_one_change(room: Room, running: Running) -> None:
    """However many letters it took."""
    (note,) = add_notes(room.library, running, "hopes", ["A"])
    for text in ("As", "As w", "As we"):
        room.clock.go_on(seconds=1)
        edit_note(room.library, running, note, text)
    room.library.undo(scope_of(room.workshop))
    assert now(room.library, note).text == "A"


@pytest.mark.parametrize("bad", ["", " \n ", "x" * 2001, "nul \0", "half \ud800"])
def test_none_is_kept_when_one_cannot_be(library: Library, running: Running, bad: str) -> None:
    """All of what was pasted, or nothing."""
    with pytest.raises(Trouble):
        add_notes(library, running, "hopes", ["Fine", bad])
    assert lying(library, running) == []
    (note,) = add_notes(library, running, "hopes", ["As said"])
    with pytest.raises(Trouble):
        edit_note(library, running, note, bad)
    assert now(library, note).text == "As said"


def test_what_was_removed_meanwhile_is_said(library: Library, running: Running) -> None:
    """Nothing is shown as saved that was not."""
    one, two = add_notes(library, running, "hopes", ["One", "Two"])
    cluster = gather(library, running, [two], "Together")
    remove_note(library, running, one)
    remove_note(library, running, one)
    acts: Sequence[Callable[[], object]] = (
        lambda: edit_note(library, running, one, "Another"),
        lambda: move_note(library, running, one, "fears"),
        lambda: put_in_cluster(library, running, one, cluster),
        lambda: gather(library, running, [two, one], "All"),
    )
    assert [refusal(act) for act in acts] == ["gone"] * 4
    assert [one.title for one in clusters_of(library.reader, running.run.id)] == ["Together"]


def test_moving_one_note_writes_one_row(room: Room, running: Running) -> None:
    """However many there are: the journal grows by what was done."""
    notes = add_notes(room.library, running, "hopes", [f"Note {n}" for n in range(300)])
    before = room.library.reader.number("SELECT count(*) FROM entry")
    move_note(room.library, running, notes[250], "hopes", notes[3])
    assert room.library.reader.number("SELECT count(*) FROM entry") - before == 1
    order = [note.id for note in notes_of(room.library.reader, running.run.id)]
    assert order.index(notes[250].id) == 3


def test_before_a_note_that_is_gone_is_the_end(library: Library, running: Running) -> None:
    """It was let go somewhere; it is not lost."""
    one, two, three = add_notes(library, running, "hopes", ["1", "2", "3"])
    remove_note(library, running, three)
    move_note(library, running, one, "hopes", three)
    assert [text for _, text in lying(library, running)] == ["2", "1"]
    assert move_note(library, running, two, "hopes").position > now(library, one).position


def test_a_cluster_is_of_one_zone(library: Library, running: Running) -> None:
    """Gathered notes come to it; a note that goes elsewhere leaves it."""
    one, two = add_notes(library, running, "hopes", ["1", "2"])
    (three,) = add_notes(library, running, "fears", ["3"])
    cluster = gather(library, running, [one, three], "  Both  ")
    assert (cluster.title, cluster.zone) == ("Both", "hopes")
    assert now(library, three).zone == "hopes"
    move_note(library, running, one, "hopes", two)
    assert now(library, one).cluster == cluster.id
    move_note(library, running, one, "fears")
    assert now(library, one).cluster is None
    put_in_cluster(library, running, one, cluster)
    assert (now(library, one).zone, now(library, one).cluster) == ("hopes", cluster.id)
    put_in_cluster(library, running, one, None)
    assert (now(library, one).zone, now(library, one).cluster) == ("hopes", None)
    assert rename_cluster(library, running, cluster, "Other").title == "Other"
    assert rename_cluster(library, running, cluster, " ").title == ""


def test_taking_a_cluster_apart_keeps_its_notes(room: Room, running: Running) -> None:
    """And takes its dots; one undo brings it back whole."""
    library = room.library
    one, two = add_notes(library, running, "hopes", ["1", "2"])
    cluster = gather(library, running, [one, two], "Both")
    open_dots(library, running, 5, 0)
    count = dots_round(library.reader, running.run.id)
    assert count is not None
    count_dots(library, running, count, cluster.id, 3, 0)
    dissolve(library, running, cluster)
    assert library.reader.count(Dots) == 0
    assert library.reader.count(Cluster) == 0
    assert lying(library, running) == [("hopes", "1"), ("hopes", "2")]
    library.undo(scope_of(running.workshop))
    assert {now(library, one).cluster, now(library, two).cluster} == {cluster.id}
    assert library.reader.rows(Dots)[0].number == 3


def test_a_note_goes_with_its_dots_and_its_place_as_a_source(room: Room, running: Running) -> None:
    """And comes back with them."""
    library = room.library
    (note,) = add_notes(library, running, "hopes", ["1"])
    open_dots(library, running, 5, 0)
    count = dots_round(library.reader, running.run.id)
    assert count is not None
    count_dots(library, running, count, note.id, 2, 0)
    with library.change("test") as writer:
        clause = Clause(
            id=library.moment.new_id(),
            community=running.community.id,
            section="purpose",
            position=1,
            text="So",
        )
        writer.add(clause)
        writer.add(ClauseSource(id=library.moment.new_id(), clause=clause.id, note=note.id))
    remove_note(library, running, note)
    assert [library.reader.count(kind) for kind in (Note, Dots, ClauseSource)] == [0, 0, 0]
    library.undo(scope_of(running.workshop))
    assert [library.reader.count(kind) for kind in (Note, Dots, ClauseSource)] == [1, 1, 1]


gestures = st.lists(
    st.tuples(
        st.sampled_from(("add", "move", "move", "move", "remove", "gather", "undo")),
        st.integers(0, 30),
        st.integers(0, 30),
        st.sampled_from(ZONES),
    ),
    max_size=30,
)


@given(gestures)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_order_is_what_hands_made_it(
    room: Room, happened: list[tuple[str, int, int, str]]
) -> None:
    """Against a plain list, whatever is done in whatever order; positions never tie."""
    library = room.library
    running = room.enter("hopes-and-fears", again=True).running
    line: list[str] = []
    states: list[list[str]] = []
    for gesture, first, second, zone in happened:
        known = {note.text: note for note in notes_of(library.reader, running.run.id)}
        before = list(line)
        if gesture == "add":
            text = f"Note {library.moment.new_id()}"
            add_notes(library, running, zone, [text])
            line.append(text)
        elif gesture == "undo":
            if states:
                line = states.pop()
                library.undo(scope_of(running.workshop))
            continue
        elif not line:
            continue
        elif gesture == "move":
            text, target = line[first % len(line)], line[second % len(line)]
            where = None if second > 25 or target == text else target
            moved = move_note(library, running, known[text], zone, known[where] if where else None)
            assert moved.zone == zone
            line.remove(text)
            line.insert(line.index(where) if where else len(line), text)
            if line == before and moved == known[text]:
                continue
        elif gesture == "remove":
            text = line.pop(first % len(line))
            remove_note(library, running, known[text])
        else:
            gather(library, running, [known[line[first % len(line)]]], "Some")
        states.append(before)
        # Each gesture by itself, so that each is one undo.
        room.clock.go_on(seconds=10)
        notes = notes_of(library.reader, running.run.id)
        assert [note.text for note in notes] == line
        positions = [note.position for note in notes]
        assert len(set(positions)) == len(positions)
        assert all(position > 0 for position in positions)


def test_many_moves_to_one_place_still_fit(library: Library, running: Running) -> None:
    """Between two neighbours there is room for ever: when it runs out all are numbered anew."""
    notes = add_notes(library, running, "hopes", [str(n) for n in range(20)])
    for note in notes[2:]:
        move_note(library, running, note, "hopes", notes[1])
    found = notes_of(library.reader, running.run.id)
    assert [note.text for note in found] == ["0", *[str(n) for n in range(2, 20)], "1"]
    assert max(note.position for note in found) <= 21 * STEP
