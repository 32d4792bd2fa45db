"""Reading rows: typed, by what they belong to, in a stated order."""

import sqlite3
from typing import TypeVar

import msgspec

from app.library.rows import Row

Cell = str | int | None
R = TypeVar("R", bound=Row)


class Reader:
    """Reads rows of the library through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read through ``connection``."""
        self._connection = connection

    def row(self, kind: type[R], *key: str) -> R:
        """The row with this key. Raises KeyError when there is none."""
        found = self.find(kind, *key)
        if found is None:
            raise KeyError((kind.table, key))
        return found

    def find(self, kind: type[R], *key: str) -> R | None:
        """The row with this key, or None."""
        where = " AND ".join(f'"{name}" = ?' for name in kind.key)
        cursor = self._connection.execute(f"SELECT * FROM {kind.table} WHERE {where}", key)
        cells = cursor.fetchone()
        return None if cells is None else _rows(kind, cursor, [cells])[0]

    def rows(self, kind: type[R], *, order: str = "", **matching: Cell) -> list[R]:
        """Every row whose columns equal ``matching`` (None matches NULL), in ``order``.

        ``order`` names columns, as in ``"position"`` or ``"date DESC, id"``; ids are time-ordered
        and break every tie.
        """
        tests = [f'"{name}" IS ?' for name in matching]
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        ties = ", ".join(f'"{name}"' for name in kind.key)
        by = f"{order}, {ties}" if order else ties
        cursor = self._connection.execute(
            f"SELECT * FROM {kind.table}{where} ORDER BY {by}", tuple(matching.values())
        )
        return _rows(kind, cursor, cursor.fetchall())

    def select(self, kind: type[R], where: str, *values: Cell) -> list[R]:
        """Rows of a table by a condition and order written in SQL (``where`` follows FROM)."""
        cursor = self._connection.execute(
            f"SELECT {kind.table}.* FROM {kind.table} {where}", values
        )
        return _rows(kind, cursor, cursor.fetchall())

    def cells(self, sql: str, *values: Cell) -> list[tuple[Cell, ...]]:
        """The bare cells that a query finds: for counts and sums."""
        return self._connection.execute(sql, values).fetchall()

    def number(self, sql: str, *values: Cell) -> int:
        """The one whole number that a query finds; 0 for NULL."""
        found = self._connection.execute(sql, values).fetchone()[0]
        return int(found or 0)

    def count(self, kind: type[Row], **matching: Cell) -> int:
        """How many rows match."""
        tests = [f'"{name}" IS ?' for name in matching]
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        return self.number(f"SELECT count(*) FROM {kind.table}{where}", *matching.values())


def _rows(kind: type[R], cursor: sqlite3.Cursor, cells: list[tuple[Cell, ...]]) -> list[R]:
    names = [column[0] for column in cursor.description]
    # Lax, because SQLite has no booleans: 0 and 1 become False and True.
    return [
        msgspec.convert(dict(zip(names, row, strict=True)), type=kind, strict=False)
        for row in cells
    ]
