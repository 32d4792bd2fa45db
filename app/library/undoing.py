"""Undo and redo from the journal: any change's rows put back as they were, if untouched since."""

import sqlite3

import msgspec

from app.library.journal import ChangeRecord, Entry, Scope, entries_of
from app.library.schema import SCHEMA_VERSION
from app.library.trouble import Trouble

_IN_SCOPE = "undoes IS NULL AND community IS ? AND workshop IS ?"


def latest(connection: sqlite3.Connection) -> ChangeRecord | None:
    """The last change made in this library."""
    return _one(connection, "SELECT * FROM change ORDER BY number DESC LIMIT 1")


def add_record(connection: sqlite3.Connection, record: ChangeRecord) -> None:
    """Write a change's own row."""
    cells = msgspec.structs.astuple(record)
    marks = ", ".join("?" * len(cells))
    connection.execute(f"INSERT INTO change VALUES ({marks})", cells)


def undo(connection: sqlite3.Connection, scope: Scope) -> ChangeRecord:
    """The change that undo in ``scope`` would take back. Raises :class:`Trouble`."""
    found = _one(
        connection,
        f"SELECT * FROM change WHERE undone = 0 AND {_IN_SCOPE} ORDER BY number DESC LIMIT 1",
        scope.community,
        scope.workshop,
    )
    # An older schema's images no longer fit the tables: undo stops at a migration.
    if found is None or found.schema != SCHEMA_VERSION:
        raise Trouble("nothing-to-undo")
    return found


def redo(connection: sqlite3.Connection, scope: Scope) -> ChangeRecord:
    """The change that redo in ``scope`` would bring back. Raises :class:`Trouble`."""
    found = _one(
        connection,
        f"SELECT * FROM change WHERE undone = 1 AND {_IN_SCOPE} AND number > coalesce("
        f"(SELECT max(number) FROM change WHERE undone = 0 AND {_IN_SCOPE}), 0)"
        " ORDER BY number LIMIT 1",
        scope.community,
        scope.workshop,
        scope.community,
        scope.workshop,
    )
    if found is None or found.schema != SCHEMA_VERSION:
        raise Trouble("nothing-to-redo")
    return found


def apply(connection: sqlite3.Connection, target: ChangeRecord) -> None:
    """Turn ``target`` over: its rows back as before it, or, when it is undone, as after it.

    Raises :class:`Trouble` (``undo-conflict``) when a row is not as the change left it.
    """
    undone = bool(target.undone)
    for entry in reversed(entries_of(connection, target.id)):
        here, there = (entry.before, entry.after) if undone else (entry.after, entry.before)
        if _image(connection, entry) != here:
            raise Trouble("undo-conflict", label=target.label)
        _set(connection, entry, here, there)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise Trouble("undo-conflict", label=target.label)
    connection.execute("UPDATE change SET undone = ? WHERE id = ?", (not undone, target.id))


def _one(connection: sqlite3.Connection, sql: str, *values: str | None) -> ChangeRecord | None:
    cells = connection.execute(sql, values).fetchone()
    return None if cells is None else ChangeRecord(*cells)


def _image(connection: sqlite3.Connection, entry: Entry) -> str | None:
    """The row as it is now, as the journal's triggers would write it."""
    names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({entry.table})")]
    pairs = ", ".join(f"'{name}', \"{name}\"" for name in names)
    found = connection.execute(
        f"SELECT json_object({pairs}) FROM main.{entry.table} WHERE id = ?", (entry.row,)
    ).fetchone()
    return None if found is None else str(found[0])


def _set(connection: sqlite3.Connection, entry: Entry, here: str | None, there: str | None) -> None:
    if there is None:
        connection.execute(f"DELETE FROM main.{entry.table} WHERE id = ?", (entry.row,))
        return
    cells: dict[str, str | int | None] = msgspec.json.decode(there)
    if here is None:
        names = ", ".join(f'"{name}"' for name in cells)
        marks = ", ".join("?" * len(cells))
        sql = f"INSERT INTO main.{entry.table} ({names}) VALUES ({marks})"
        connection.execute(sql, tuple(cells.values()))
        return
    sets = ", ".join(f'"{name}" = ?' for name in cells)
    connection.execute(
        f"UPDATE main.{entry.table} SET {sets} WHERE id = ?", (*cells.values(), entry.row)
    )
