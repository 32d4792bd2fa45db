"""Reading rows: typed, by what they belong to, in a stated order."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from app.library.row import Row
from app.library.trouble import Trouble, trouble_at

Cell = str | int | None
R = TypeVar("R", bound=Row)


class Reader:
    """Reads rows of the library through one connection.

    Column names are given as keywords, so the struct comes first and has no keyword of its own:
    ``reader.rows(Note, kind="board")``. Every method raises Trouble for what the disk has to say.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Read through ``connection``, which is open on the file at ``path``."""
        self._connection = connection
        self._path = path

    def row(self, kind: type[R], /, *key: str) -> R:
        """The row with this key. Raises KeyError when there is none."""
        found = self.find(kind, *key)
        if found is None:
            raise KeyError((kind.table, key))
        return found

    def needed(self, kind: type[R], /, *key: str) -> R:
        """The row with this key, for whoever is about to do something with it.

        Raises Trouble (``gone``) when it was removed meanwhile.
        """
        found = self.find(kind, *key)
        if found is None:
            raise Trouble("gone")
        return found

    def find(self, kind: type[R], /, *key: str) -> R | None:
        """The row with this key, or None."""
        where = " AND ".join(f'"{name}" = ?' for name in kind.key)
        found = self._typed(kind, f"SELECT * FROM {kind.table} WHERE {where}", key)
        return found[0] if found else None

    def holds(self, row: Row, /) -> bool:
        """Whether a row is still there, whatever it says by now."""
        return self.find(type(row), *(str(getattr(row, name)) for name in row.key)) is not None

    def rows(self, kind: type[R], /, *, order: str = "", **matching: Cell) -> list[R]:
        """Every row whose columns equal ``matching`` (None matches NULL), in ``order``.

        ``order`` names columns, as in ``"position"`` or ``"date DESC, id"``; ids are time-ordered
        and break every tie.
        """
        ties = ", ".join(f'"{name}"' for name in kind.key)
        by = f"{order}, {ties}" if order else ties
        sql = f"SELECT * FROM {kind.table}{_where(matching)} ORDER BY {by}"
        return self._typed(kind, sql, matching.values())

    def select(self, kind: type[R], where: str, /, *values: Cell) -> list[R]:
        """Rows of a table by a condition and order written in SQL (``where`` follows FROM)."""
        return self._typed(kind, f"SELECT {kind.table}.* FROM {kind.table} {where}", values)

    def cells(self, sql: str, /, *values: Cell) -> list[tuple[Cell, ...]]:
        """The bare cells that a query finds: for counts and sums."""
        return self._fetch(sql, values)[1]

    def number(self, sql: str, /, *values: Cell) -> int:
        """The one whole number that a query finds; 0 for NULL or for no row."""
        found = self.cells(sql, *values)
        return int(found[0][0] or 0) if found else 0

    def count(self, kind: type[Row], /, **matching: Cell) -> int:
        """How many rows match."""
        sql = f"SELECT count(*) FROM {kind.table}{_where(matching)}"
        return self.number(sql, *matching.values())

    def blob(self, digest: str) -> bytes | None:
        """The bytes of an attachment by their hash, or None."""
        with trouble_at(self._path):
            found = self._connection.execute(
                "SELECT data FROM blob WHERE hash = ?", (digest,)
            ).fetchone()
        return None if found is None else bytes(found[0])

    @contextmanager
    def one_instant(self) -> Iterator[None]:
        """What is read meanwhile stands at one instant, and the file is asked for it only once.

        Not for writing in between: what is written then is not seen until it is over.
        """
        if self._connection.in_transaction:
            yield
            return
        with trouble_at(self._path):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("COMMIT")

    def _typed(self, kind: type[R], sql: str, values: Iterable[Cell]) -> list[R]:
        names, found = self._fetch(sql, values)
        # Lax, because SQLite has no booleans: 0 and 1 become False and True.
        return [
            msgspec.convert(dict(zip(names, row, strict=True)), type=kind, strict=False)
            for row in found
        ]

    def _fetch(self, sql: str, values: Iterable[Cell]) -> tuple[list[str], list[tuple[Cell, ...]]]:
        with trouble_at(self._path):
            cursor = self._connection.execute(sql, tuple(values))
            # To the end at once: a query left half read would hold on to its instant.
            found = cursor.fetchall()
        return [column[0] for column in cursor.description or ()], found


def _where(matching: dict[str, Cell]) -> str:
    tests = " AND ".join(f'"{name}" IS ?' for name in matching)
    return f" WHERE {tests}" if tests else ""
