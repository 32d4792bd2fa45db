"""Notes merged and split: what hangs on them goes along, and one undo takes it all back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Clause, ClauseSource, Note, Outcome, RegisterEntry
from app.library.trouble import Trouble
from app.workshop.note_marks import mark_audience
from app.workshop.note_parts import merge_notes, parts_of, split_note
from app.workshop.notes import add_notes, gather, notes_of
from app.workshop.outcomes import catch
from app.workshop.planning import scope_of
from app.workshop.rounds import count_dots, dots_round, open_dots
from app.workshop.running import Running
from app.workshop.ties import tie_notes, ties_of
from tests.app.workshop.room import make_room


@pytest.fixture
def running(library: Library, catalogue: Catalogue) -> Running:
    """At hopes and fears."""
    room = make_room(library, catalogue)
    room.enter("hopes-and-fears")
    return room.running()


def texts(library: Library, running: Running) -> list[str]:
    """What the run's notes say, in order."""
    return [note.text for note in notes_of(library.reader, running.run.id)]


def given_dots(library: Library, running: Running) -> dict[str, int]:
    """The dots of the run's latest round, by note."""
    count = dots_round(library.reader, running.run.id)
    return dict(count.dots) if count is not None else {}


def test_merged_notes_stand_where_the_first_stood(library: Library, running: Running) -> None:
    """Its words are all of theirs; whoever is left keeps the place."""
    one, _, three, four = add_notes(library, running, "hopes", ["One", "Two.", "Three;", "Four"])
    merged = merge_notes(library, running, [three, one, four])
    assert merged.id == three.id
    assert texts(library, running) == ["Two.", "Three; One; Four"]
    library.undo(scope_of(running.workshop))
    assert texts(library, running) == ["One", "Two.", "Three;", "Four"]


def test_sentences_stay_sentences(library: Library, running: Running) -> None:
    """What ends with a point takes none between."""
    notes = add_notes(library, running, "hopes", ["We meet.", "Often!", "and early"])
    assert merge_notes(library, running, notes).text == "We meet. Often! and early"


def test_dots_sources_ties_and_outcomes_go_along(library: Library, running: Running) -> None:
    """Added up, tied once, none to itself; back by one undo."""
    one, two, three = add_notes(library, running, "hopes", ["One", "Two", "Three"])
    open_dots(library, running, 3, 2)
    for note, number in ((one, 2), (two, 3), (three, 1)):
        count = dots_round(library.reader, running.run.id)
        assert count is not None
        count_dots(library, running, count, note.id, number, 9)
    with library.change("clause-add", scope_of(running.workshop)) as writer:
        clause = writer.add(
            Clause(
                id=library.moment.new_id(),
                community=running.community.id,
                section="purpose",
                position=1,
                text="We help one another.",
            )
        )
        for note in (one, two):
            new = library.moment.new_id()
            writer.add(ClauseSource(id=new, clause=clause.id, note=note.id))
    tie_notes(library, running, "asks", two, three)
    tie_notes(library, running, "asks", one, two)
    catch(library, running.workshop, "decision", "Two", run=running.run.id, source=two.id)
    merge_notes(library, running, [one, two])
    assert given_dots(library, running) == {one.id: 5, three.id: 1}
    assert [row.note for row in library.reader.rows(ClauseSource)] == [one.id]
    (tie,) = ties_of(library.reader, running.run.id, "asks")
    assert (tie.from_note, tie.to_note) == (one.id, three.id)
    assert [row.source for row in library.reader.rows(Outcome)] == [one.id]
    library.undo(scope_of(running.workshop))
    assert given_dots(library, running) == {one.id: 2, two.id: 3, three.id: 1}
    assert len(ties_of(library.reader, running.run.id, "asks")) == 2
    assert library.reader.count(ClauseSource) == 2


def test_a_register_that_names_a_note_names_the_one_that_stays(
    library: Library, running: Running
) -> None:
    """What was promised on a note that is merged is promised on the note it became."""
    one, two = add_notes(library, running, "hopes", ["One", "Two"])
    with library.change("entry-add", scope_of(running.workshop)) as writer:
        entry = writer.add(
            RegisterEntry(
                id=library.moment.new_id(),
                community=running.community.id,
                register="voice",
                cells=f'{{"from": {{"note": "{two.id}"}}}}',
                position=1,
                made=two.made,
            )
        )
    merge_notes(library, running, [one, two])
    assert one.id in library.reader.row(RegisterEntry, entry.id).cells
    library.undo(scope_of(running.workshop))
    assert two.id in library.reader.row(RegisterEntry, entry.id).cells


def test_merged_for_the_narrowest_of_their_audiences(library: Library, running: Running) -> None:
    """What was said to the facilitator alone is not told to more by merging."""
    notes = add_notes(library, running, "hopes", ["One", "Two"])
    mark_audience(library, running, notes[1:], "facilitator")
    assert merge_notes(library, running, notes).audience == "facilitator"


def test_a_group_that_is_merged_away_goes(library: Library, running: Running) -> None:
    """Without a title it is nothing without its notes."""
    one, two = add_notes(library, running, "hopes", ["One", "Two"])
    gather(library, running, [two])
    merge_notes(library, running, [one, two])
    assert [note.cluster for note in notes_of(library.reader, running.run.id)] == [None]


def test_what_cannot_be_merged(library: Library, running: Running) -> None:
    """One alone; what would be too long; then all is as it was."""
    notes = add_notes(library, running, "hopes", ["a" * 1500, "b" * 1500])
    with pytest.raises(Trouble) as alone:
        merge_notes(library, running, notes[:1])
    assert alone.value.code == "one-note-only"
    with pytest.raises(Trouble) as long:
        merge_notes(library, running, notes)
    assert long.value.code == "too-long"
    assert len(texts(library, running)) == 2


def test_split_in_place_with_the_dots_on_the_first(library: Library, running: Running) -> None:
    """The parts stand one after the other where the note stood, in its group, in its colour."""
    _, note, _ = add_notes(library, running, "hopes", ["Before", "One; two; three", "After"])
    cluster = gather(library, running, [note])
    open_dots(library, running, 3, 2)
    count = dots_round(library.reader, running.run.id)
    assert count is not None
    count_dots(library, running, count, note.id, 2, 9)
    parts = split_note(library, running, note)
    assert texts(library, running) == ["Before", "One", "two", "three", "After"]
    assert {part.cluster for part in parts} == {cluster.id}
    assert given_dots(library, running) == {note.id: 2}
    library.undo(scope_of(running.workshop))
    assert texts(library, running) == ["Before", "One; two; three", "After"]


def test_what_says_one_thing_stays_whole(library: Library, running: Running) -> None:
    """It is said, and nothing is changed."""
    (note,) = add_notes(library, running, "hopes", ["Ask M. Roy about p. 3 of it"])
    with pytest.raises(Trouble) as refused:
        split_note(library, running, note)
    assert refused.value.code == "nothing-to-split"
    assert texts(library, running) == ["Ask M. Roy about p. 3 of it"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One\ntwo", ["One", "two"]),
        ("One; two", ["One", "two"]),
        ("We meet often. We listen! Do we?", ["We meet often.", "We listen!", "Do we?"]),
        ("Écouter; c’est tout. Vraiment.", ["Écouter", "c’est tout. Vraiment."]),
        ("نلتقي كثيرا؟ نعم", ["نلتقي كثيرا؟", "نعم"]),
        ("أولا؛ ثانيا", ["أولا", "ثانيا"]),
        ("« Ah bon! » Oui. Voilà!", ["« Ah bon! »", "Oui.", "Voilà!"]),
        ("He said “never.” Then he left.", ["He said “never.”", "Then he left."]),
        ("3.14 is near", ["3.14 is near"]),
        (";", [";"]),
    ],
)
def test_where_a_note_is_split(text: str, parts: list[str]) -> None:
    """At lines, else at semicolons, else after sentences."""
    assert parts_of(text) == parts


@given(st.text("aB é.;!?…؛؟»”)\n 3。", max_size=60))
def test_nothing_is_lost_between_the_parts(text: str) -> None:
    """Only spaces and the semicolons go."""

    def bare(said: str) -> str:
        return "".join(sign for sign in said if not sign.isspace() and sign not in ";；؛")

    parts = parts_of(text)
    assert bare("".join(parts)) == bare(text)
    assert len(parts) == 1 or all(parts)


def test_a_removed_note_is_not_merged(library: Library, running: Running) -> None:
    """Nothing is shown as merged that is gone."""
    one, two = add_notes(library, running, "hopes", ["One", "Two"])
    with library.change("note-remove", scope_of(running.workshop)) as writer:
        writer.remove(writer.row(Note, two.id))
    with pytest.raises(Trouble) as gone:
        merge_notes(library, running, [one, two])
    assert gone.value.code == "gone"
    assert texts(library, running) == ["One"]
