"""What struck rows say, and where else in a library the same is said."""

import re
import sqlite3
from collections.abc import Iterator

import msgspec

from app.library.rows import JOURNALED, Version
from app.library.scrubbing import Cells, Place

_SAYS = {
    "note": ("text",),
    "outcome": ("text",),
    "clause": ("text",),
    "reservation": ("text",),
    "person": ("name", "email"),
}


def words_of(connection: sqlite3.Connection, places: frozenset[Place]) -> frozenset[str]:
    """What struck rows say, or said when they were removed; never an empty text."""
    words: set[str] = set()
    for place in places:
        said = [cells for at, cells in _rows(connection) if at == place]
        if not said:
            said = [cells for at, cells in _images(connection) if at == place][-1:]
        words.update(str(cells.get(name) or "") for cells in said for name in _SAYS[place[0]])
    return frozenset(word for word in words if word.strip())


def elsewhere(connection: sqlite3.Connection, words: frozenset[str]) -> set[Place]:
    """Rows, removed ones included, whose texts hold one of the words, whatever the case.

    Asked after scrubbing, these are the others.
    """
    if not words:
        return set()
    either = "|".join(re.escape(word.strip()) for word in sorted(words))
    wanted = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    found: set[Place] = set()
    for place, cells in (*_rows(connection), *_images(connection)):
        if any(isinstance(cell, str) and wanted.search(cell) for cell in cells.values()):
            found.add(place)
    return found


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[Place, Cells]]:
    """Every row as it is."""
    for kind in JOURNALED:
        cursor = connection.execute(f"SELECT * FROM {kind.table}")
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield from _opened(kind.table, dict(zip(names, row, strict=True)))


def _images(connection: sqlite3.Connection) -> Iterator[tuple[Place, Cells]]:
    """Every row as it ever was, in the order of time."""
    entries = connection.execute("SELECT tbl, before, after FROM entry ORDER BY seq")
    for table, before, after in entries:
        for image in (before, after):
            if image is not None:
                yield from _opened(table, msgspec.json.decode(image))


def _opened(table: str, cells: Cells) -> Iterator[tuple[Place, Cells]]:
    """A row with its place; a version's frozen clauses one by one, in the clauses' own places."""
    if table != Version.table:
        yield (table, str(cells["id"])), cells
        return
    yield (table, str(cells["id"])), {**cells, "clauses": None}
    for clause in msgspec.json.decode(str(cells["clauses"])):
        if isinstance(clause, dict) and "id" in clause:
            yield ("clause", str(clause["id"])), clause
