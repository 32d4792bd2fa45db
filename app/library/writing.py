"""Writing rows: what a door hands out while it is open, and takes back when it closes."""

import sqlite3

import msgspec

from app.library.reading import Cell, R, Reader
from app.library.rows import JOURNALED, KEPT, Row
from app.library.trouble import Trouble


class Writer(Reader):
    """Reads and writes inside one transaction. Which tables it may write, the door decides."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        tables: frozenset[str],
        kept: set[tuple[str, str]],
    ) -> None:
        """Write ``tables`` through ``connection``; touched kept rows are added to ``kept``."""
        super().__init__(connection)
        self._tables = tables
        self._kept = kept

    def add(self, row: R) -> R:
        """Add a row and give it back."""
        self._write(row, "INSERT")
        return row

    def put(self, row: R) -> R:
        """Add a row of a kept table, or replace the one with its key."""
        self._write(row, "INSERT OR REPLACE")
        return row

    def change(self, row: R, **fields: Cell) -> R:
        """Change columns of a row and give back the row as it now is; equal values write nothing."""
        changed = msgspec.structs.replace(row, **fields)
        if changed == row:
            return row
        self._allow(row)
        _refuse_nul(fields)
        sets = ", ".join(f'"{name}" = ?' for name in fields)
        where = " AND ".join(f'"{name}" = ?' for name in row.key)
        key = self._key(row)
        self._connection.execute(
            f"UPDATE {row.table} SET {sets} WHERE {where}", (*fields.values(), *key)
        )
        return changed

    def remove(self, row: Row) -> None:
        """Remove a row."""
        self._allow(row)
        where = " AND ".join(f'"{name}" = ?' for name in row.key)
        self._connection.execute(f"DELETE FROM {row.table} WHERE {where}", self._key(row))

    def _write(self, row: Row, verb: str) -> None:
        self._allow(row)
        cells = msgspec.structs.asdict(row)
        _refuse_nul(cells)
        names = ", ".join(f'"{name}"' for name in cells)
        marks = ", ".join("?" * len(cells))
        self._connection.execute(
            f"{verb} INTO {row.table} ({names}) VALUES ({marks})", tuple(cells.values())
        )

    def _allow(self, row: Row) -> None:
        if row.table not in self._tables:
            raise RuntimeError(f"this door does not write {row.table}")
        if row.key != ("id",) or row.table not in _JOURNALED_NAMES:
            self._kept.add((row.table, str(self._key(row)[0])))

    @staticmethod
    def _key(row: Row) -> tuple[str, ...]:
        return tuple(str(getattr(row, name)) for name in row.key)


_JOURNALED_NAMES = frozenset(kind.table for kind in JOURNALED)
KEPT_TABLES = frozenset(kind.table for kind in KEPT)
"""Tables that ``keep`` writes; ``change`` may write them too, in the same transaction."""
ALL_TABLES = _JOURNALED_NAMES | KEPT_TABLES
"""Every table that ``change`` writes."""


def _refuse_nul(cells: dict[str, Cell]) -> None:
    """U+0000 ends strings in SQLite's own functions, the journal's among them: refused here.

    A lone surrogate (half a character, from a damaged paste) cannot be stored either.
    """
    for cell in cells.values():
        if isinstance(cell, str):
            if "\0" in cell:
                raise Trouble("nul-character")
            if not cell.isascii():
                try:
                    cell.encode()
                except UnicodeEncodeError as error:
                    raise Trouble("broken-character") from error
