"""The journal: every change to a journaled row, with its image before and after, as JSON.

TEMP triggers write it, so that no code path can forget to; they refuse any write to a journaled
table that happens outside :meth:`app.library.library.Library.change`.
"""

import sqlite3

import msgspec

from app.library.rows import JOURNALED


class Scope(msgspec.Struct, frozen=True):
    """What a change belongs to: the whole library, a community, or one of its workshops."""

    community: str | None = None
    workshop: str | None = None


class Change(msgspec.Struct, frozen=True):
    """What subscribers are told after a commit: which rows of which tables, in what scope."""

    id: str
    label: str
    scope: Scope
    rows: frozenset[tuple[str, str]]
    kept: bool = False

    @property
    def tables(self) -> frozenset[str]:
        """The tables touched."""
        return frozenset(table for table, _ in self.rows)

    @property
    def community(self) -> str | None:
        """The community it belongs to, if any."""
        return self.scope.community

    @property
    def workshop(self) -> str | None:
        """The workshop it belongs to, if any."""
        return self.scope.workshop

    def touches(self, *tables: str) -> bool:
        """Whether any of these tables was touched."""
        return any(table in tables for table, _ in self.rows)


class ChangeRecord(msgspec.Struct, frozen=True):
    """A row of the table ``change``."""

    id: str
    library: str
    number: int
    community: str | None
    workshop: str | None
    schema: int
    label: str
    field: str | None
    at: str
    undoes: str | None
    undone: int

    @property
    def scope(self) -> Scope:
        """The scope it was made in."""
        return Scope(self.community, self.workshop)


class Entry(msgspec.Struct, frozen=True):
    """A row's images in a change: None before when it was added, None after when removed."""

    table: str
    row: str
    before: str | None
    after: str | None


def attach_journal(connection: sqlite3.Connection) -> None:
    """Make the journal's triggers on this connection: three per journaled table."""
    connection.execute("CREATE TEMP TABLE open_change (id TEXT NOT NULL)")
    for kind in JOURNALED:
        columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({kind.table})")]
        for statement in _triggers(kind.table, columns):
            connection.execute(statement)
    count = connection.execute(
        "SELECT count(*) FROM sqlite_temp_master WHERE type = 'trigger'"
    ).fetchone()[0]
    if count != 3 * len(JOURNALED):
        raise RuntimeError(f"journal incomplete: {count} triggers")


def _triggers(table: str, columns: list[str]) -> list[str]:
    def image(which: str) -> str:
        pairs = ", ".join(f"'{name}', {which}.\"{name}\"" for name in columns)
        return f"json_object({pairs})"

    guard = (
        "SELECT RAISE(ABORT, 'outside a change') WHERE NOT EXISTS (SELECT 1 FROM temp.open_change);"
    )
    add = "INSERT INTO entry (change, tbl, row, before, after) SELECT id"
    events = (
        ("insert", "new.id", "NULL", image("new")),
        ("update", "new.id", image("old"), image("new")),
        ("delete", "old.id", image("old"), "NULL"),
    )
    return [
        f"CREATE TEMP TRIGGER {table}_{event} AFTER {event.upper()} ON main.{table} BEGIN {guard} "
        f"{add}, '{table}', {row}, {before}, {after} FROM temp.open_change; END"
        for event, row, before, after in events
    ]


def entries_of(connection: sqlite3.Connection, change: str) -> list[Entry]:
    """Each row a change touched, once, with its first image before and its last after."""
    found = connection.execute(
        "SELECT tbl, row, before, after FROM entry WHERE change = ? ORDER BY seq", (change,)
    ).fetchall()
    net: dict[tuple[str, str], Entry] = {}
    for table, row, before, after in found:
        earlier = net.get((table, row))
        first = earlier.before if earlier else before
        net[table, row] = Entry(table, row, first, after)
    return [entry for entry in net.values() if entry.before != entry.after]


def touched(connection: sqlite3.Connection, change: str) -> frozenset[tuple[str, str]]:
    """The rows a change touched."""
    found = connection.execute("SELECT DISTINCT tbl, row FROM entry WHERE change = ?", (change,))
    return frozenset((table, row) for table, row in found)
