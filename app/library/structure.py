"""The tables of a file held against those that the rows declare, which a new library would have."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import msgspec

from app.library.schema import script

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table


class Index(msgspec.Struct, frozen=True):
    """An index by which rows of a table are looked up."""

    table: str
    name: str
    columns: tuple[str, ...]


def tables_differing(connection: sqlite3.Connection) -> list[str]:
    """The tables that are missing, or without a column, key or reference that was declared.

    A column that was never declared does no harm where it need not be filled.
    """
    with _declared() as declared:
        here = _of(connection)
        return [name for name in _plain_tables(declared) if _differs(here, declared, name)]


def indexes_missing(connection: sqlite3.Connection) -> list[Index]:
    """The declared indexes that a file does not have, of the tables that it has."""
    with _declared() as declared:
        here = {one for name in _plain_tables(declared) for one in _indexes(_of(connection), name)}
        wanted = (one for name in _plain_tables(declared) for one in _indexes(declared, name))
        return [index for index in wanted if index not in here]


def make_indexes(connection: sqlite3.Connection) -> None:
    """Make the declared indexes that are missing, in the transaction that is open."""
    missing = indexes_missing(connection)
    with _declared() as declared:
        for index in missing:
            connection.execute(f"DROP INDEX IF EXISTS {index.name}")
            connection.execute(_sql(declared, "index")[index.name])


def triggers_differing(connection: sqlite3.Connection) -> frozenset[str]:
    """The tables whose triggers, by which the search follows them, are not as declared."""
    with _declared() as declared:
        here, wanted = _sql(_of(connection), "trigger"), _sql(declared, "trigger")
        triggers = [
            one for name in _plain_tables(declared) for one in declared.table(name).triggers
        ]
        return frozenset(one.table for one in triggers if here.get(one.name) != wanted[one.name])


@contextmanager
def _declared() -> Iterator["Database"]:
    """A new library, in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(script())
        yield _of(connection)


def _of(connection: sqlite3.Connection) -> "Database":
    # Here, because it takes 90 ms to load.
    from sqlite_utils import Database

    return Database(connection, recursive_triggers=False, execute_plugins=False)


def _plain_tables(database: "Database") -> list[str]:
    """All but those in which SQLite keeps what is searched."""
    searched = database.table_names(fts5=True)
    return [
        name
        for name in database.table_names()
        if not any(name == one or name.startswith(f"{one}_") for one in searched)
    ]


def _differs(here: "Database", declared: "Database", name: str) -> bool:
    ours, wanted = here.table(name), declared.table(name)
    if not ours.exists():
        return True
    known = {one.name for one in wanted.columns}
    more = [one for one in ours.columns if one.name not in known]
    return (
        not _columns(wanted) <= _columns(ours)
        or any(one.notnull and one.default_value is None for one in more)
        or _references(ours) != _references(wanted)
        or ours.strict != wanted.strict
    )


def _columns(table: "Table") -> set[tuple[object, ...]]:
    # Not their defaults: a column that was added later has one.
    return {(one.name, one.type, bool(one.notnull), one.is_pk) for one in table.columns}


def _references(table: "Table") -> set[tuple[str | None, ...]]:
    return {(one.column, one.other_table, one.other_column) for one in table.foreign_keys}


def _indexes(database: "Database", name: str) -> list[Index]:
    made = (one for one in database.table(name).indexes if one.origin == "c")
    return [Index(name, one.name, tuple(one.columns)) for one in made]


def _sql(database: "Database", kind: str) -> dict[str, str]:
    found = database.execute("SELECT name, sql FROM sqlite_master WHERE type = ?", (kind,))
    return {name: sql for name, sql in found if sql}
