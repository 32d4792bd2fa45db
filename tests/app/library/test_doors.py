"""One writer, two doors: what is said to be saved is there, whole, for everybody to see."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.library.journal import Change, Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Cluster, Draft, Note, Run, Standing
from app.library.trouble import Trouble
from app.library.writer import Writer
from tests.app.library.settings import StillMoment, add, community, note, second, trouble


def texts(path: Path) -> list[str]:
    """The notes that a second connection sees."""
    with closing(second(path)) as other:
        return [text for (text,) in other.execute("SELECT text FROM note ORDER BY id")]


@pytest.fixture
def home(library: Library) -> str:
    """A community to put notes in."""
    row = community(library)
    add(library, row)
    return row.id


def writer_of(library: Library) -> sqlite3.Connection:
    """The writer connection itself, for what nobody should do with it."""
    assert library._writer is not None
    return library._writer


def test_a_second_connection_sees_every_change(library: Library, home: str) -> None:
    for number in range(50):
        add(library, note(library, home, f"word {number}"))
        assert texts(library.path)[-1] == f"word {number}"
    assert library.reader.count(Note) == 50


def test_what_is_kept_is_seen_too(library: Library) -> None:
    with library.keep() as writer:
        writer.put(Draft(place="capture", text="half a wo", at="2026-01-15T14:05:09.120Z"))
    with closing(second(library.path)) as other:
        assert other.execute("SELECT text FROM draft").fetchall() == [("half a wo",)]


def test_nothing_is_seen_before_the_commit(library: Library, home: str) -> None:
    with library.change("add") as writer:
        writer.add(note(library, home, "not yet"))
        assert writer.count(Note) == 1
        assert texts(library.path) == []
        assert library.reader.count(Note) == 0
    assert texts(library.path) == ["not yet"]


def test_all_of_it_or_none_of_it(library: Library, home: str) -> None:
    def half() -> None:
        with library.change("add") as writer:
            writer.add(note(library, home, "one"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert texts(library.path) == []
    add(library, note(library, home, "two"))
    assert texts(library.path) == ["two"]


def test_a_door_takes_the_lock_as_it_opens(library: Library, home: str) -> None:
    """Not at the first write, where it would come too late to wait for."""
    with closing(second(library.path)) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with library.keep(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")


def test_a_stray_statement_is_met(library: Library, home: str) -> None:
    connection = writer_of(library)
    for sql in (
        "INSERT INTO draft VALUES ('a', 'b', 'c')",
        "UPDATE community SET name = 'other'",
        "DELETE FROM tally",
        "INSERT INTO about VALUES ('a', 'b')",
        "CREATE TABLE other (a)",
        "BEGIN IMMEDIATE",
    ):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute(sql)
    connection.execute("BEGIN")
    with pytest.raises(RuntimeError, match="left open"), library.change("add"):
        pass
    connection.execute("ROLLBACK")
    add(library, note(library, home, "goes on"))
    assert texts(library.path) == ["goes on"]


def test_the_triggers_stop_what_passes_the_doors(library: Library, home: str) -> None:
    connection = writer_of(library)
    connection.execute("PRAGMA query_only = OFF")
    for sql in (
        "UPDATE community SET name = 'other'",
        "DELETE FROM community",
        "INSERT INTO person VALUES ('a', 'b', 'c', 'd', 'e', 'f')",
        "REPLACE INTO person VALUES ('a', 'b', 'c', 'd', 'e', 'f')",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="outside a change"):
            connection.execute(sql)
    assert not connection.in_transaction


def test_the_reader_cannot_write(library: Library, home: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library._reading.execute("DELETE FROM community")
    with library.snapshot() as rows, trouble("read-only"):
        rows.cells("DELETE FROM community")


def test_a_change_inside_a_change_joins_it(library: Library, home: str) -> None:
    told: list[Change] = []
    library.subscribe(told.append)
    with library.change("outer") as outer:
        outer.add(note(library, home, "outer"))
        with library.change("inner") as inner:
            inner.add(note(library, home, "inner"))
        assert texts(library.path) == []
    assert texts(library.path) == ["outer", "inner"]
    assert [change.label for change in told] == ["outer"]
    library.undo(Scope())
    assert texts(library.path) == []


def test_a_joined_change_that_fails_is_taken_back_alone(library: Library, home: str) -> None:
    with library.change("outer") as outer:
        outer.add(note(library, home, "outer"))
        with suppress(ZeroDivisionError), library.change("inner") as inner:
            inner.add(note(library, home, "inner"))
            raise ZeroDivisionError
        outer.add(note(library, home, "after"))
    assert texts(library.path) == ["outer", "after"]


def test_keep_joins_a_change(library: Library, home: str) -> None:
    told: list[Change] = []
    library.subscribe(told.append)

    def half() -> None:
        with library.change("add") as writer:
            writer.add(note(library, home, "one"))
            with library.keep() as kept:
                kept.put(Draft(place="capture", text="one", at="now"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert library.reader.count(Draft) == 0
    with library.change("add") as writer:
        writer.add(note(library, home, "one"))
        with library.keep() as kept:
            kept.put(Draft(place="capture", text="", at="now"))
    assert told[0].touches("note")
    assert told[0].touches("draft")
    library.undo(Scope())
    assert library.reader.count(Note) == 0
    assert library.reader.count(Draft) == 1, "what is kept is never undone"


def test_no_change_opens_inside_keep(library: Library) -> None:
    with library.keep() as writer:
        writer.put(Draft(place="capture", text="kept", at="now"))
        with pytest.raises(RuntimeError, match="inside keep"), library.change("add"):
            pass
    assert library.reader.count(Draft) == 1


def test_keep_writes_no_journaled_row(library: Library, home: str) -> None:
    with library.keep() as writer, pytest.raises(RuntimeError, match="does not write note"):
        writer.add(note(library, home, "past the journal"))
    with library.keep() as writer, pytest.raises(RuntimeError, match="does not write attachment"):
        writer.keep_blob("hash", b"data")


def test_undo_inside_a_change_is_refused(library: Library, home: str) -> None:
    with library.change("add") as writer:
        writer.add(note(library, home, "one"))
        with pytest.raises(RuntimeError, match="left open"):
            library.undo(Scope())
        writer.remove(writer.rows(Note)[0])
    assert texts(library.path) == []


def test_a_door_stays_closed(library: Library, home: str) -> None:
    with library.change("add") as first:
        first.add(note(library, home, "one"))
    with pytest.raises(RuntimeError, match="closed"):
        first.add(note(library, home, "two"))
    with library.change("add"), pytest.raises(RuntimeError, match="closed"):
        first.add(note(library, home, "three"))
    assert texts(library.path) == ["one"]


def test_subscribers_are_told_after_the_commit(library: Library, home: str) -> None:
    seen: list[tuple[str, list[str]]] = []
    stop = library.subscribe(lambda change: seen.append((change.label, texts(library.path))))
    scope = Scope(home)
    row = note(library, home, "one")
    add(library, row, scope=scope, label="note-add")
    assert seen == [("note-add", ["one"])]
    told: list[Change] = []
    library.subscribe(told.append)
    with library.change("note-edit", scope) as writer:
        writer.change(row, text="two")
    assert told[0].rows == {("note", row.id)}
    assert (told[0].community, told[0].workshop, told[0].kept) == (home, None, False)
    assert told[0].tables == {"note"}
    stop()
    stop()
    add(library, note(library, home, "three"))
    assert len(seen) == 2


def test_what_changes_nothing_is_not_told(library: Library, home: str) -> None:
    row = note(library, home, "one")
    add(library, row)
    told: list[Change] = []
    library.subscribe(told.append)
    with library.change("edit") as writer:
        assert writer.change(row, text="one") == row
    with library.change("edit") as writer:
        writer.add(note(library, home, "there and"))
        for one in writer.rows(Note, text="there and"):
            writer.remove(one)
    with library.keep():
        pass
    assert told == []
    assert library.undo_label(Scope()) == "add"


def test_a_subscriber_that_raises_stops_nothing(library: Library, home: str) -> None:
    told: list[str] = []

    def fail(change: Change) -> None:
        raise ZeroDivisionError

    library.subscribe(fail)
    library.subscribe(lambda change: told.append(change.label))
    with pytest.raises(ZeroDivisionError):
        add(library, note(library, home, "stands"))
    assert texts(library.path) == ["stands"]
    assert told == ["add"]
    library.subscribe(fail)
    with pytest.raises(ExceptionGroup) as raised:
        add(library, note(library, home, "stands too"))
    assert len(raised.value.exceptions) == 2
    assert texts(library.path) == ["stands", "stands too"]


def test_a_subscriber_never_writes(library: Library, home: str) -> None:
    refused: list[str] = []

    def meddle(change: Change) -> None:
        for act in (
            lambda: library.change("meddle").__enter__(),
            lambda: library.keep().__enter__(),
            lambda: library.undo(Scope()),
        ):
            try:
                act()
            except RuntimeError as error:
                refused.append(str(error))

    stop = library.subscribe(meddle)
    add(library, note(library, home, "one"))
    assert refused == ["a subscriber never writes"] * 3
    stop()
    add(library, note(library, home, "two"))
    assert texts(library.path) == ["one", "two"]


def test_a_subscriber_stopped_while_being_told(library: Library, home: str) -> None:
    told: list[str] = []
    stops = [library.subscribe(lambda change: stops[1]())]
    stops.append(library.subscribe(lambda change: told.append(change.label)))
    add(library, note(library, home, "one"))
    assert told == []


def test_a_row_that_is_gone_is_never_said_to_be_saved(library: Library, home: str) -> None:
    row = note(library, home, "one")
    add(library, row)
    library.undo(Scope())
    with trouble("gone"), library.change("edit") as writer:
        writer.change(row, text="two")
    with library.change("remove") as writer:
        writer.remove(row)
    assert texts(library.path) == []


def test_an_old_row_changes_what_the_library_holds(library: Library, home: str) -> None:
    old = note(library, home, "one")
    add(library, old)
    with library.change("edit") as writer:
        writer.change(old, text="two", zone="left")
    with library.change("edit") as writer:
        now = writer.change(old, text="one")
    assert now.zone == "left", "the row given back is the row as it is"
    assert library.reader.row(Note, old.id) == now
    assert now.text == "one"


def test_a_key_is_never_changed(library: Library, home: str) -> None:
    row = note(library, home, "one")
    add(library, row)
    with pytest.raises(RuntimeError, match="key"), library.change("edit") as writer:
        writer.change(row, id="other")


def test_put_keeps_what_stands_on_a_row(library: Library, home: str) -> None:
    with library.change("rename") as writer:
        known = writer.rows(type(community(library)))[0]
        writer.add(note(library, home, "stands on it"))
        writer.put(type(known)(id=known.id, name="Other", created=known.created))
    assert texts(library.path) == ["stands on it"]
    with library.keep() as writer:
        for step in (1, 2):
            writer.put(Standing(workshop="w", step=step, at="now"))
    assert [row.step for row in library.reader.rows(Standing)] == [2]


def test_a_parent_that_was_removed_meanwhile_is_told_as_gone_and_changes_nothing(
    library: Library, home: str
) -> None:
    """Whether a row names it, or is to name it, or it is what a change begins with."""
    row = Cluster(id="c", run="nowhere", title="t", position=1)
    with pytest.raises(Trouble, match="gone"):
        add(library, note(library, home, "one"), row)
    with library.change("edit") as writer:
        known = writer.add(note(library, home, "one"))
        with pytest.raises(Trouble, match="gone"):
            writer.change(known, run="nowhere")
        with pytest.raises(Trouble, match="gone"):
            writer.row(Run, "nowhere")
        writer.remove(known)
    assert texts(library.path) == []
    assert library.reader.count(Run) == 0


def test_columns_named_like_the_reader_s_own_words(library: Library, home: str) -> None:
    add(library, note(library, home, "one"))
    assert library.reader.count(Note, kind="board") == 1
    assert len(library.reader.rows(Note, kind="board", order="position")) == 1


def test_a_snapshot_stands_still(library: Library, home: str) -> None:
    with library.snapshot() as rows:
        add(library, note(library, home, "later"))
        assert rows.count(Note) == 0
        assert library.reader.count(Note) == 1
    with library.snapshot() as rows:
        assert rows.count(Note) == 1


def test_the_library_reopens_as_it_was(library: Library, home: str, moment: StillMoment) -> None:
    add(library, note(library, home, "one"))
    library.close()
    library.close()
    with closing(open_library(library.path, moment)) as again:
        assert again.identity == library.identity
        assert [row.text for row in again.reader.rows(Note)] == ["one"]
    with pytest.raises(Trouble), library.change("late"):
        pass


def test_only_doors_hand_out_writers(library: Library, home: str) -> None:
    with library.change("add") as outer, library.keep() as inner:
        assert isinstance(outer, Writer)
        assert inner is outer


def test_a_text_typed_and_taken_back_is_told(library: Library, home: str) -> None:
    row = note(library, home, "one")
    add(library, row)
    told: list[Change] = []
    library.subscribe(told.append)
    with library.change("edit", field="note") as writer:
        typed = writer.change(row, text="another")
    with library.change("edit", field="note") as writer:
        writer.change(typed, text="one")
    assert [change.rows for change in told] == [frozenset({("note", row.id)})] * 2
    assert library.undo_label(Scope()) == "add"
