"""Notes as they lay in the room: told apart by use, counted, taken in together."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import add_clause, clauses_of, sources_of, tie
from app.charter.note_groups import NoteGroup, grouped, ranked
from app.charter.taking import take_apart, take_together
from app.charter.unused_notes import unused_notes
from app.library.library import Library
from app.library.rows import Note
from app.workshop.notes import add_notes, gather, notes_of, remove_note
from app.workshop.planning import scope_of
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from app.workshop.running import Running
from tests.app.charter.test_clauses import said
from tests.app.community.village import refusal
from tests.app.kinds.launch import plan_launch

SECTION = "norms"
"""What the exercise of hopes and fears leads to."""


@pytest.fixture
def hopes(library: Library, catalogue: Catalogue) -> Running:
    """An exercise with notes in its zones, three of them in a cluster, and votes."""
    running = plan_launch(library, catalogue).enter("hopes-and-fears")
    add_notes(library, running, "hopes", ["Call somebody", "Know who", "A list", "Calm"])
    add_notes(library, running, "fears", ["More meetings"])
    notes = notes_of(library.reader, running.run.id)
    cluster = gather(library, running, notes[:3], "Knowing who to call")
    given = open_dots(library, running, 3, 3)
    for item, times in ((cluster.id, 2), (notes[1].id, 1), (notes[3].id, 1), (notes[4].id, 2)):
        count = dots_round(library.reader, running.run.id)
        assert count is not None
        count_dots(library, running, count, item, times, 9)
    close_round(library, scope_of(running.workshop), given)
    return running


def groups(library: Library, running: Running) -> tuple[NoteGroup, ...]:
    """What no clause came from."""
    return unused_notes(library.reader, running.community.id, [SECTION]).groups


def told(group: NoteGroup) -> tuple[str, str, int, list[str]]:
    """A group as it is told."""
    notes = [source.note.text for source in group.notes]
    return group.name("en"), group.zone_name("fr"), group.dots, notes


def test_notes_lie_as_they_did_in_the_room(library: Library, hopes: Running) -> None:
    """By cluster and zone, with their votes; what has the most first."""
    found = [told(one) for one in groups(library, hopes)]
    assert found == [
        ("Knowing who to call", "Espoirs", 3, ["Know who", "Call somebody", "A list"]),
        ("Worries", "Craintes", 2, ["More meetings"]),
        ("Hopes", "Espoirs", 1, ["Calm"]),
    ]
    elsewhere = said(library, scope_of(hopes.workshop), "In the hall")
    (group,) = ranked(grouped(library.reader, [elsewhere]))
    assert told(group) == ("", "", 0, ["In the hall"])


def test_what_is_not_used_is_counted(library: Library, hopes: Running) -> None:
    """Used by whatever clause, in whatever section; votes stay those of the whole cluster."""
    scope = scope_of(hopes.workshop)
    clause = add_clause(library, scope, "purpose", "Elsewhere")
    before = unused_notes(library.reader, hopes.community.id, [SECTION])
    assert (len(before.notes), before.of) == (5, 5)
    tie(library, scope, clause, before.groups[0].notes[0].note.id)
    after = unused_notes(library.reader, hopes.community.id, [SECTION])
    assert (len(after.notes), after.of) == (4, 5)
    assert (len(after.groups[0].notes), after.groups[0].dots) == (2, 3)


def test_a_cluster_becomes_one_clause(library: Library, hopes: Running) -> None:
    """A line a note, under its title, from all of them; undone at once."""
    scope, community = scope_of(hopes.workshop), hopes.community.id
    group = groups(library, hopes)[0]
    clause = take_together(library, scope, SECTION, group)
    assert (clause.form, clause.heading) == ("list", "Knowing who to call")
    assert clause.text.splitlines() == [source.note.text for source in group.notes]
    assert {one.id for one in sources_of(library.reader, clause.id)} == {
        source.note.id for source in group.notes
    }
    assert group.id not in [one.id for one in groups(library, hopes)]
    library.undo(scope)
    assert clauses_of(library.reader, community) == []
    assert groups(library, hopes)[0] == group


def test_a_cluster_becomes_a_clause_each(library: Library, hopes: Running) -> None:
    """Each from its note, in their order; a note that went meanwhile is left out."""
    scope, community = scope_of(hopes.workshop), hopes.community.id
    group = groups(library, hopes)[0]
    remove_note(library, hopes, library.reader.row(Note, group.notes[0].note.id))
    made = take_apart(library, scope, SECTION, group)
    assert [one.text for one in clauses_of(library.reader, community)] == [
        source.note.text for source in group.notes[1:]
    ]
    assert [[note.text for note in sources_of(library.reader, one.id)] for one in made] == [
        ["Call somebody"],
        ["A list"],
    ]
    library.undo(scope)
    assert clauses_of(library.reader, community) == []
    for source in group.notes[1:]:
        remove_note(library, hopes, library.reader.row(Note, source.note.id))
    assert refusal(lambda: take_together(library, scope, SECTION, group)) == "gone"
