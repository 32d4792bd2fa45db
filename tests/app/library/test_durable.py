"""How the connections are opened: as durable as SQLite can be, and never half blind."""

import sqlite3
from contextlib import closing

import pytest

from app.library import connection as connection_module
from app.library.connection import open_untouched
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import COLUMNS, Note
from tests.app.library.settings import add, community, note


def said(library: Library, text: str) -> Note:
    """A note, kept."""
    home = community(library)
    row = note(library, home.id, text)
    add(library, home, row)
    return row


def test_the_writer_is_as_durable_as_it_can_be(library: Library) -> None:
    """What no test of one process can see, and what a power cut would show."""
    connection = library._writer
    assert connection is not None
    asked = {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    assert found == asked


def test_a_replaced_row_is_journaled_as_removed(library: Library) -> None:
    """SQLite removes it on its own, and would tell no trigger unless asked to."""
    row = said(library, "one")
    assert library._writer is not None
    with library.change("replace"):
        names = [column.name for column in COLUMNS[Note]]
        said_again = ", ".join("'two'" if name == "text" else name for name in names)
        library._writer.execute(
            f"REPLACE INTO note ({', '.join(names)}) SELECT {said_again} FROM note"
        )
    assert [kept.text for kept in library.reader.rows(Note)] == ["two"]
    library.undo(Scope())
    assert library.reader.row(Note, row.id) == row


def test_a_log_that_cannot_be_read_here_is_not_passed_over(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said last is in it: better nothing than half."""
    said(library, "in the log")
    whole = connection_module._reader

    def no_room_for_an_index(uri: str, any_thread: bool) -> sqlite3.Connection:
        if "immutable" in uri:
            return whole(uri, any_thread)
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(connection_module, "_reader", no_room_for_an_index)
    with pytest.raises(sqlite3.OperationalError):
        open_untouched(library.path)
    library.close()
    with closing(open_untouched(library.path)) as rows:
        assert rows.execute("SELECT text FROM note").fetchall() == [("in the log",)]
