"""What is for the facilitator alone leaves with a community only when that is asked for."""

import json
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from app.exchange.community_file import EVERY, CommunityFile
from app.exchange.decode import decode
from app.exchange.encode import encode
from app.exchange.importing import import_community
from app.exchange.without_private import without_private
from app.library import rows
from app.library.charter_rows import FrozenClause
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.library.row import Row
from app.library.rows import COLUMNS
from tests.app.exchange.conftest import Played
from tests.app.exchange.invented import communities
from tests.app.exchange.whole import Whole, exported
from tests.app.library.settings import StillMoment

SECRET = "for the facilitator alone"


def says_who_reads(kind: type[Row]) -> bool:
    """Whether a table declares whose its rows are."""
    marked = any(column.marks_audience for column in COLUMNS[kind])
    return marked or bool(kind.declared.read_with) or kind.declared.room_reads


def test_every_table_that_leaves_says_who_reads_it() -> None:
    """A table that forgot it would be left out whole."""
    assert [kind.table for kind in EVERY if not says_who_reads(kind)] == []
    for kind in EVERY:
        assert set(kind.declared.own) <= {column.name for column in COLUMNS[kind]}


def test_notes_to_oneself_are_declared_so() -> None:
    """A column of notes is one's own in every table: the field says that it is never exported."""
    columns = {(kind, one.name) for kind in EVERY for one in COLUMNS[kind]}
    for kind, name in columns:
        assert (name == "notes") == (name in kind.declared.own), (kind.table, name)


def test_what_is_private_is_left_out_unless_asked(library: Library, played: Played) -> None:
    """Everything that can be private in the sample is made so, and then it is in no byte."""
    community, reader = played.sample.community, library.reader
    board = next(one for one in reader.rows(rows.Block) if one.exercise == "hopes-and-fears")
    said = [
        one.text
        for run in reader.rows(rows.Run, block=board.id)
        for one in reader.rows(rows.Note, run=run.id)
    ]
    assert said
    with library.change("private", Scope(community.id)) as writer:
        writer.change(writer.row(rows.Community, community.id), notes=SECRET)
        for person in writer.rows(rows.Person):
            writer.change(person, notes=SECRET)
        writer.change(board, audience="facilitator")
        outcome, other = writer.rows(rows.Outcome)[:2]
        writer.change(outcome, audience="facilitator", text=SECRET)
        run = writer.rows(rows.Run, block=board.id)[0]
        writer.change(other, run=run.id, source=writer.rows(rows.Note, run=run.id)[0].id)
        clause = writer.rows(rows.Clause)[0]
        writer.change(clause, audience="facilitator", text=SECRET)
        version = writer.rows(rows.Version)[0]
        first, *rest = msgspec.json.decode(version.clauses, type=list[FrozenClause])
        hidden = msgspec.structs.replace(first, audience="facilitator", text=SECRET)
        frozen = msgspec.json.encode([hidden, *rest]).decode()
        writer.change(version, clauses=frozen)
        entry = writer.rows(rows.RegisterEntry)[0]
        writer.change(entry, audience="facilitator")
    whole = exported(library, community.id, private=True)
    assert whole.count(SECRET.encode()) > len(reader.rows(rows.Person))
    bare = exported(library, community.id, private=False)
    for text in (SECRET, board.id, entry.id, *said):
        assert json.dumps(text, ensure_ascii=False).strip('"').encode() not in bare, text
    file = decode(bare)
    left_out = file.hearth.left_out
    assert not file.hearth.private
    assert left_out["person.notes"] == len(reader.rows(rows.Person))
    assert (left_out["community.notes"], left_out["version.clauses"]) == (1, 1)
    assert (left_out["block"], left_out["outcome"], left_out["clause"]) == (1, 1, 1)
    assert left_out["note"] == len(said)
    kept = next(one for one in file.rows(rows.Outcome) if one.id == other.id)
    assert (kept.run, kept.source) == (None, None), "decided there, and known beyond it"


def test_the_title_of_a_group_goes_with_its_last_note(library: Library, played: Played) -> None:
    """A group that keeps a note stays, and so does one that never had any."""
    reader = library.reader
    run = next(one.run for one in reader.rows(rows.Note) if one.run)
    notes = reader.rows(rows.Note, run=run)[:3]
    ids = [library.moment.new_id() for _ in range(3)]
    with library.change("grouped", Scope(played.sample.community.id)) as writer:
        for number, (one, title) in enumerate(zip(ids, (SECRET, "Open", "Empty"), strict=True)):
            writer.add(rows.Cluster(id=one, run=run, title=title, position=90 + number))
        for note, cluster, audience in zip(
            notes, (ids[0], ids[1], ids[1]), ("facilitator", "facilitator", "room"), strict=True
        ):
            writer.change(note, cluster=cluster, audience=audience)
    bare = exported(library, played.sample.community.id, private=False)
    assert SECRET.encode() not in bare
    kept = {one.id: one.title for one in decode(bare).rows(rows.Cluster)}
    assert [kept.get(one) for one in ids] == [None, "Open", "Empty"]
    assert decode(bare).hearth.left_out["cluster"] == 1


def test_without_anything_private_nothing_is_left_out(played: Played) -> None:
    """The sample has none: only the header says what was asked for."""
    file = decode(played.data)
    bare = without_private(file)
    header = msgspec.structs.replace(file.hearth, private=False)
    assert bare == msgspec.structs.replace(file, hearth=header)
    assert bare.hearth.left_out == {}


@given(communities())
@settings(max_examples=25, deadline=None)
def test_any_community_without_what_is_private_is_whole(
    tmp_path_factory: pytest.TempPathFactory, file: CommunityFile
) -> None:
    """Nothing dangles, nothing marked is left, what went is named nowhere; it comes in."""
    bare = without_private(file)
    data = encode(bare)
    assert decode(data) == bare
    for row, _ in bare.every_row():
        assert getattr(row, "audience", "room") != "facilitator"
        assert not any(getattr(row, name) for name in row.declared.own)
    ids = [{getattr(row, "id", "") for row, _ in one.every_row()} for one in (file, bare)]
    names = {cell for row, _ in bare.every_row() for cell in cells_of(row)}
    assert not names & (ids[0] - ids[1])
    folder: Path = tmp_path_factory.mktemp("bare")
    with closing(open_library(folder / "library.hearth", StillMoment())) as library:
        import_community(library, bare)
        assert check(library.path).sound
    assert without_private(bare).tables == bare.tables, "a second time there is nothing more"


def cells_of(row: Row) -> list[object]:
    """What may name another row: the cells, and what JSON in them holds."""
    found: list[object] = []
    for column in COLUMNS[type(row)]:
        cell = getattr(row, column.name)
        found += column.texts(cell) if isinstance(cell, str) and not column.copies_of else [cell]
    return found


def test_somebody_known_here_keeps_what_is_noted_of_them(empty: Library) -> None:
    """A file without it is no other person; nor does one with it overwrite what is noted here."""
    whole = Whole(empty)
    person = whole.row(rows.Person)
    file = decode(exported(empty, whole.id, private=False))
    assert file.rows(rows.Person)[0].notes == ""
    with empty.change("gone", Scope()) as writer:
        for kind in reversed(rows.JOURNALED):
            for row in writer.rows(kind):
                if row != person:
                    writer.remove(row)
    import_community(empty, file)
    assert empty.reader.row(rows.Person, person.id).notes == person.notes != ""
