"""Writing rows: what a door hands out while it is open, and takes back when it closes."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from app.library.reader import Cell, R, Reader
from app.library.rows import JOURNALED, KEPT, Row
from app.library.trouble import Trouble, trouble_at
from app.typed_text import why_unwritable

_JOURNALED_NAMES = frozenset(kind.table for kind in JOURNALED)
KEPT_TABLES = frozenset(kind.table for kind in KEPT)
"""Tables that ``keep`` writes; ``change`` may write them too, in the same transaction."""
ALL_TABLES = _JOURNALED_NAMES | KEPT_TABLES
"""Every table that ``change`` writes."""


class Writer(Reader):
    """Reads and writes inside one transaction. Which tables it may write, the door decides."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        tables: frozenset[str],
        *,
        private: bool = False,
    ) -> None:
        """Write ``tables`` through ``connection``, in a transaction that is already open.

        ``private``: nobody reads the library meanwhile, so that one person's answer may be kept.
        """
        super().__init__(connection, path)
        self.private = private
        self._tables = tables
        self._kept: set[tuple[str, str]] = set()
        self._shut = False

    @property
    def kept(self) -> frozenset[tuple[str, str]]:
        """The rows of kept tables that were written: table and first key."""
        return frozenset(self._kept)

    def shut(self) -> None:
        """The door closes: nothing is written through this writer any more."""
        self._shut = True

    def row(self, kind: type[R], /, *key: str) -> R:
        """The row with this key, as :meth:`needed`: a change stands on what it reads."""
        return self.needed(kind, *key)

    def add(self, row: R, /) -> R:
        """Add a row and give it back. Raises Trouble for text that cannot be stored, and where a
        row that it names is there no more (``gone``)."""
        self._insert(row, "")
        return row

    def add_all(self, rows: Sequence[Row], /) -> None:
        """Add many rows of one table at once, as an import does. Raises as :meth:`add`."""
        if not rows:
            return
        # Here, because it takes 90 ms to load: a single row never waits for it.
        from sqlite_utils import Database

        self._allow(rows[0].table)
        cells = [msgspec.structs.asdict(row) for row in rows]
        for one in cells:
            _refuse_unwritable(one)
        # What the connection was set to stays so: it is the library's own, amid a transaction.
        database = Database(self._connection, recursive_triggers=False, execute_plugins=False)
        with trouble_at(self._path):
            database.table(rows[0].table).insert_all(cells)
        for row in rows:
            self._note(row)

    def put(self, row: R, /) -> R:
        """Add a row, or bring the one with its key to these values."""
        names = [name for name in row.__struct_fields__ if name not in row.key]
        sets = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        keys = ", ".join(f'"{name}"' for name in row.key)
        self._insert(row, f" ON CONFLICT ({keys}) DO {f'UPDATE SET {sets}' if sets else 'NOTHING'}")
        return row

    def change(self, row: R, /, **fields: Cell) -> R:
        """Change columns of a row and give back the row as it now is; equal values write nothing.

        The row is read anew: ``row`` says which one, and may be older than what the library holds.
        Raises Trouble (``gone``) when it is no longer there, or names what is not, so that nothing
        is shown as saved that was not.
        """
        if not fields.keys().isdisjoint(row.key):
            raise RuntimeError("a row's key is never changed")
        self._allow(row.table)
        key = self._key(row)
        found = self.find(type(row), *key)
        if found is None:
            raise Trouble("gone")
        changed = msgspec.structs.replace(found, **fields)
        if changed == found:
            return found
        _refuse_unwritable(fields)
        sets = ", ".join(f'"{name}" = ?' for name in fields)
        where = " AND ".join(f'"{name}" = ?' for name in row.key)
        with _gone_where_missing():
            self._execute(f"UPDATE {row.table} SET {sets} WHERE {where}", (*fields.values(), *key))
        self._note(row)
        return changed

    def remove(self, row: Row, /) -> None:
        """Remove a row; one that is already gone is no trouble."""
        self._allow(row.table)
        where = " AND ".join(f'"{name}" = ?' for name in row.key)
        self._execute(f"DELETE FROM {row.table} WHERE {where}", self._key(row))
        self._note(row)

    def keep_blob(self, digest: str, data: bytes) -> None:
        """Keep an attachment's bytes under their hash, once. For :mod:`app.library.attachments`."""
        self._allow("attachment")
        self._execute("INSERT INTO blob VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, data))

    def _insert(self, row: Row, otherwise: str) -> None:
        self._allow(row.table)
        cells = msgspec.structs.asdict(row)
        _refuse_unwritable(cells)
        names = ", ".join(f'"{name}"' for name in cells)
        marks = ", ".join("?" * len(cells))
        sql = f"INSERT INTO {row.table} ({names}) VALUES ({marks}){otherwise}"
        with _gone_where_missing():
            self._execute(sql, tuple(cells.values()))
        self._note(row)

    def _allow(self, table: str) -> None:
        if self._shut:
            raise RuntimeError("this door is closed")
        if not self._connection.in_transaction:
            # The disk ended the transaction (full, gone): what follows would stand alone.
            raise RuntimeError("the transaction has ended")
        if table not in self._tables:
            raise RuntimeError(f"this door does not write {table}")

    def _execute(self, sql: str, values: tuple[Cell | bytes, ...]) -> None:
        with trouble_at(self._path):
            self._connection.execute(sql, values)

    def _note(self, row: Row) -> None:
        if row.table in KEPT_TABLES:
            self._kept.add((row.table, self._key(row)[0]))

    @staticmethod
    def _key(row: Row) -> tuple[str, ...]:
        return tuple(str(getattr(row, name)) for name in row.key)


@contextmanager
def _gone_where_missing() -> Iterator[None]:
    """A row that names one which was removed meanwhile is told as gone."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorname == "SQLITE_CONSTRAINT_FOREIGNKEY":
            raise Trouble("gone") from error
        raise


def _refuse_unwritable(cells: dict[str, Cell]) -> None:
    for cell in cells.values():
        if isinstance(cell, str) and (code := why_unwritable(cell)):
            raise Trouble(code)
