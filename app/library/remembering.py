"""Reading what has not changed only once: what was read stands until a change touches its tables.

Screens are drawn anew after every change, and most of what they ask has the same answer as before.
A row that came, went or changed is put into the lists it belongs to; the rest of them stands.
"""

import re
import sqlite3
from bisect import insort
from collections.abc import Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

from app.library.reader import Cell, R, Reader
from app.library.rows import PRIVATE, TABLES
from app.library.trouble import trouble_at

ROWS = 10_000
"""Rows that are remembered; when there would be more, all are forgotten."""
FEW = 100
"""Changed rows up to which a list is mended; with more of them it is read again."""

_PRIVATE_TABLES = frozenset(kind.table for kind in PRIVATE)
_PLAIN_ORDER = re.compile(r"(?:\w+(?:, \w+)*)?")
_SOURCE = re.compile(r"\b(?:FROM|JOIN)\s+(\w+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


class _Answer:
    """What was read from some tables."""

    def __init__(self, tables: frozenset[str], found: list[Any]) -> None:
        self.tables, self.found = tables, found


class _List(_Answer):
    """The rows of a table that match, and the ids of those that were written since."""

    def __init__(self, table: str, found: list[Any]) -> None:
        super().__init__(frozenset((table,)), found)
        self.written: set[str] = set()


class RememberingReader(Reader):
    """Reads a library that one process writes; :meth:`forget` is to be told of each change.

    What anybody else writes into the file is noticed, and then everything is read again.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Read through ``connection``, which is open on the file at ``path``."""
        super().__init__(connection, path)
        self._answers: dict[Hashable, _Answer] = {}
        self._held = 0
        self._sources: dict[str, frozenset[str] | None] = {}
        self._version = self._data_version()

    def forget(self, rows: Iterable[tuple[str, str]]) -> None:
        """These rows (table and id), and no others, were written since the last call."""
        written: dict[str, set[str]] = {}
        for table, row in rows:
            written.setdefault(table, set()).add(row)
        for asked, answer in tuple(self._answers.items()):
            if answer.tables.isdisjoint(written):
                continue
            if isinstance(answer, _List):
                answer.written.update(*(written[table] for table in answer.tables))
            else:
                del self._answers[asked]
                self._held -= len(answer.found)
        self._version = self._data_version()

    def notice(self) -> None:
        """Forget everything if more was written into the file than :meth:`forget` was told."""
        version = self._data_version()
        if version != self._version:
            self._version = version
            self._forget_all()

    @contextmanager
    def one_instant(self) -> Iterator[None]:
        """What is read meanwhile stands at one instant, and the file is asked for it only once."""
        with super().one_instant():
            self.notice()
            yield

    def find(self, kind: type[R], /, *key: str) -> R | None:
        """The row with this key, or None."""
        asked = ("find", kind, key)
        found: list[R | None] | None = self._remembered(asked)
        if found is None:
            found = [super().find(kind, *key)]
            self._remember(asked, _Answer(frozenset((kind.table,)), found))
        return found[0]

    def rows(self, kind: type[R], /, *, order: str = "", **matching: Cell) -> list[R]:
        """Every row whose columns equal ``matching`` (None matches NULL), in ``order``."""
        asked = ("rows", kind, order, *matching.items())
        self._look()
        known = self._answers.get(asked)
        if isinstance(known, _List) and self._mend(known, kind, order, matching):
            return known.found.copy()
        found = super().rows(kind, order=order, **matching)
        self._remember(asked, _List(kind.table, found))
        return found.copy()

    def select(self, kind: type[R], where: str, /, *values: Cell) -> list[R]:
        """Rows of a table by a condition and order written in SQL (``where`` follows FROM)."""
        tables = self._tables(f"FROM {kind.table} {where}")
        if tables is None:
            return super().select(kind, where, *values)
        asked = ("select", kind, where, values)
        found: list[R] | None = self._remembered(asked)
        if found is None:
            found = super().select(kind, where, *values)
            self._remember(asked, _Answer(tables, found))
        return found.copy()

    def cells(self, sql: str, /, *values: Cell) -> list[tuple[Cell, ...]]:
        """The bare cells that a query finds: for counts and sums."""
        tables = self._tables(sql)
        if tables is None:
            return super().cells(sql, *values)
        asked = ("cells", sql, values)
        found: list[tuple[Cell, ...]] | None = self._remembered(asked)
        if found is None:
            found = super().cells(sql, *values)
            self._remember(asked, _Answer(tables, found))
        return found.copy()

    # How it is remembered

    def _look(self) -> None:
        if not self._connection.in_transaction:
            self.notice()

    def _remembered(self, asked: Hashable) -> list[Any] | None:
        self._look()
        known = self._answers.get(asked)
        return None if known is None else known.found

    def _remember(self, asked: Hashable, answer: _Answer) -> None:
        if not answer.tables.isdisjoint(_PRIVATE_TABLES):
            # What was answered in private is held nowhere but in the file.
            return
        known = self._answers.pop(asked, None)
        if known is not None:
            self._held -= len(known.found)
        if self._held + len(answer.found) > ROWS:
            self._forget_all()
        if len(answer.found) <= ROWS:
            self._answers[asked] = answer
            self._held += len(answer.found)

    def _forget_all(self) -> None:
        self._answers.clear()
        self._held = 0

    def _mend(self, known: _List, kind: type[R], order: str, matching: Mapping[str, Cell]) -> bool:
        """Put the rows that were written into a list, or take them out; False if it cannot be."""
        written = known.written
        if not written:
            return True
        if len(written) > FEW or kind.key != ("id",) or not _PLAIN_ORDER.fullmatch(order):
            return False
        marks = ", ".join("?" * len(written))
        place = attrgetter(*filter(None, order.split(", ")), "id")
        found = [row for row in known.found if row.id not in written]
        try:
            for row in super().select(kind, f"WHERE id IN ({marks})", *written):
                if all(getattr(row, name) == value for name, value in matching.items()):
                    insort(found, row, key=place)
        except TypeError:
            # Where there are NULLs, SQLite alone knows their place.
            return False
        self._held += len(found) - len(known.found)
        known.found, known.written = found, set()
        return True

    def _tables(self, sql: str) -> frozenset[str] | None:
        """The tables that a query may depend on; None when it reads what nobody is told of."""
        if sql not in self._sources:
            told = all(source in TABLES for source in _SOURCE.findall(sql))
            words = frozenset(_WORD.findall(sql)) & TABLES.keys()
            self._sources[sql] = words if told else None
        return self._sources[sql]

    def _data_version(self) -> int:
        """A number that is another one once somebody else has written into the file."""
        with trouble_at(self._path):
            found = self._connection.execute("PRAGMA data_version").fetchone()
        return int(found[0])
