"""A library multiplied: as many communities and notes as a large organization has in years.

Rows are copied inside the closed file, under ids of their own: through Hearth's own functions a
million notes would take an hour.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from app.library.columns import KEY, KEY_OR_EMPTY
from app.library.row import Row
from app.library.rows import COLUMNS, JOURNALED, Community, Note

_NOTES, _ALL = 1, 4
"""Where in an id the three hexadecimal digits stand that are a copy's own: of notes copied within
their workshop, and of all. Ids made within some hours are alike in both places."""


def multiply(path: Path, communities: int, notes: int) -> None:
    """Copy the notes of a closed library, then all of it, until it has about as many notes and
    communities; at most four thousand times each."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA synchronous=OFF")
        copies = communities // _count(file, Community)
        more = notes // copies // _count(file, Note)
        for digits in _numbers(file, _NOTES, more):
            _copy(file, Note, {"id": _renumbered("id", _NOTES, digits)}, _NOTES)
        for digits in _numbers(file, _ALL, copies):
            for kind in JOURNALED:
                ids = (one.name for one in COLUMNS[kind] if one.rule in (KEY, KEY_OR_EMPTY))
                _copy(file, kind, {one: _renumbered(one, _ALL, digits) for one in ids}, _ALL)
        file.commit()


def _numbers(file: sqlite3.Connection, at: int, copies: int) -> Iterator[str]:
    """The digits of all copies but the first, which keeps its own."""
    own = _own_digits(file, at)
    free = (f"{number:03x}" for number in range(16**3))
    found = (digits for digits in free if digits != own)
    yield from (next(found) for _ in range(copies - 1))


def _own_digits(file: sqlite3.Connection, at: int) -> str:
    sql = f"SELECT substr(id, {at}, 3) FROM community ORDER BY rowid LIMIT 1"
    return str(file.execute(sql).fetchone()[0])


def _count(file: sqlite3.Connection, kind: type[Row]) -> int:
    return int(file.execute(f"SELECT count(*) FROM {kind.table}").fetchone()[0])


def _copy(file: sqlite3.Connection, kind: type[Row], other: Mapping[str, str], at: int) -> None:
    """Copy the rows that are no copies; their columns hold the same, but for the ``other`` ones."""
    names = [f'"{one.name}"' for one in COLUMNS[kind]]
    cells = [other.get(one.name, f'"{one.name}"') for one in COLUMNS[kind]]
    file.execute(
        f"INSERT INTO {kind.table} ({', '.join(names)}) SELECT {', '.join(cells)} "
        f"FROM {kind.table} WHERE substr(id, {at}, 3) = ?",
        (_own_digits(file, at),),
    )


def _renumbered(column: str, at: int, digits: str) -> str:
    """An id with the digits of a copy; where there is none, none."""
    place = f'"{column}"'
    copied = f"substr({place}, 1, {at - 1}) || '{digits}' || substr({place}, {at + 3})"
    return f"CASE WHEN {place} <> '' THEN {copied} ELSE {place} END"
