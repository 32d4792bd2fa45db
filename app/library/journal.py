"""The journal: every change to a journaled row, with its image before and after, as JSON.

TEMP triggers write it, so that no code path can forget to; they refuse any write to a journaled
table that happens outside :meth:`app.library.library.Library.change`. One more of them keeps a
private round closed, whatever is undone.
"""

import sqlite3
from collections.abc import Iterable

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
    undoes: str | None = None
    """The change that this one took back or brought back."""

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
    """A row's images around one write: None before when it was added, None after when removed.

    ``seq`` counts the writes of one change, from 1.
    """

    seq: int
    table: str
    row: str
    before: str | None
    after: str | None


PRIVATE_CLOSED = "a private round stays closed"
"""What the database says when something would open a closed private round again."""

_STAYS_CLOSED = (
    "CREATE TEMP TRIGGER round_stays_closed BEFORE UPDATE ON main.round"
    " WHEN old.private = 1 AND old.closed IS NOT NULL"
    " AND (new.closed IS NULL OR new.private = 0)"
    f" BEGIN SELECT RAISE(ABORT, '{PRIVATE_CLOSED}'); END"
)


def attach_journal(connection: sqlite3.Connection) -> None:
    """Make the journal's triggers on this connection: three per journaled table, and count them.

    Raises RuntimeError when one is missing: nothing may be written unjournaled.
    """
    connection.execute("CREATE TEMP TABLE open_change (id TEXT NOT NULL)")
    for kind in JOURNALED:
        for statement in _triggers(kind.table, columns_of(connection, kind.table)):
            connection.execute(statement)
    connection.execute(_STAYS_CLOSED)
    made = "SELECT tbl_name, name FROM sqlite_temp_master WHERE type = 'trigger'"
    there = set(connection.execute(made).fetchall())
    for kind in JOURNALED:
        wanted = {(kind.table, f"{kind.table}_{event}") for event in ("insert", "update", "delete")}
        if not wanted <= there:
            raise RuntimeError(f"{kind.table} has {len(wanted & there)} journal triggers")


def columns_of(connection: sqlite3.Connection, table: str) -> list[str]:
    """A table's columns, in their order; none for a table that is not there."""
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]


def image(columns: Iterable[str], which: str = "") -> str:
    """SQL for a row's image: a JSON object of its columns, ``which`` being "new." or "old."."""
    pairs = ", ".join(f"'{name}', {which}\"{name}\"" for name in columns)
    return f"json_object({pairs})"


def _triggers(table: str, columns: list[str]) -> list[str]:
    guard = (
        "SELECT RAISE(ABORT, 'outside a change') WHERE NOT EXISTS (SELECT 1 FROM temp.open_change);"
    )
    # Counted within the change: a number of the whole journal, two copies would both give out.
    place = "(SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE change = open_change.id)"
    add = f"INSERT INTO entry (change, seq, tbl, row, before, after) SELECT id, {place}"
    old, new = image(columns, "old."), image(columns, "new.")
    events = (
        ("insert", "new.id", "NULL", new),
        ("update", "new.id", old, new),
        ("delete", "old.id", old, "NULL"),
    )
    return [
        f"CREATE TEMP TRIGGER {table}_{event} AFTER {event.upper()} ON main.{table} BEGIN {guard} "
        f"{add}, '{table}', {row}, {before}, {after} FROM temp.open_change; END"
        for event, row, before, after in events
    ]


def entries_of(connection: sqlite3.Connection, change: str) -> list[Entry]:
    """Everything a change wrote, in order."""
    found = connection.execute(
        "SELECT seq, tbl, row, before, after FROM entry WHERE change = ? ORDER BY seq", (change,)
    )
    return [Entry(*cells) for cells in found]


def rows_of(connection: sqlite3.Connection, change: str) -> frozenset[tuple[str, str]]:
    """Every row a change has written so far, whatever it came to."""
    return frozenset((entry.table, entry.row) for entry in entries_of(connection, change))


def settle(connection: sqlite3.Connection, change: str) -> frozenset[tuple[str, str]]:
    """Tidy a change that is about to be committed, and give the rows it touched.

    A change that came to nothing leaves no record. One row written again and again, as a text is
    while it is typed, keeps only its first image and its last.
    """
    entries = entries_of(connection, change)
    net: dict[tuple[str, str], tuple[str | None, str | None]] = {}
    for entry in entries:
        before, _ = net.get((entry.table, entry.row), (entry.before, None))
        net[entry.table, entry.row] = (before, entry.after)
    if all(before == after for before, after in net.values()):
        connection.execute("DELETE FROM entry WHERE change = ?", (change,))
        connection.execute("DELETE FROM change WHERE id = ?", (change,))
        return frozenset()
    if len(net) == 1 and len(entries) > 1:
        connection.execute(
            "DELETE FROM entry WHERE change = ? AND seq > ?", (change, entries[0].seq)
        )
        connection.execute(
            "UPDATE entry SET after = ? WHERE change = ? AND seq = ?",
            (entries[-1].after, change, entries[0].seq),
        )
    return frozenset(net)
