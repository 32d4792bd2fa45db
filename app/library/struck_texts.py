"""The texts of rows to strike, and other rows that hold the same texts."""

import re
import sqlite3
from collections.abc import Iterator
from itertools import chain

import msgspec

from app.library.columns import leaves
from app.library.journal import columns_of, image
from app.library.rows import COLUMNS, JOURNALED, TABLES, Draft, Person
from app.library.scrubbing import Cells, Place, decoded


def struck_texts_of(connection: sqlite3.Connection, places: frozenset[Place]) -> frozenset[str]:
    """What struck rows say, or said when they were removed; never an empty text.

    Of a person every name they ever had here: one that was corrected since was copied as it was.
    """
    words: set[str] = set()
    for place in places:
        kind = TABLES[place[0]]
        rows = [_row_said(connection, place)]
        if kind is Person:
            rows += _row_ever_said(connection, place)
        for said in rows:
            for column in COLUMNS[kind]:
                if column.name in kind.declared.struck:
                    words.update(column.texts(str(said.get(column.name) or "")))
    return frozenset(word for word in words if word.strip())


def _row_said(connection: sqlite3.Connection, place: Place) -> Cells:
    """A row as it is, or as it last was; nothing of one that never was."""
    whole = image(columns_of(connection, place[0]))
    found = connection.execute(f"SELECT {whole} FROM {place[0]} WHERE id = ?", place[1:]).fetchone()
    found = (
        found
        or connection.execute(
            "SELECT coalesce(after, before) FROM entry WHERE tbl = ? AND row = ?"
            " ORDER BY change DESC, seq DESC LIMIT 1",
            place,
        ).fetchone()
    )
    return msgspec.json.decode(found[0]) if found else {}


def _row_ever_said(connection: sqlite3.Connection, place: Place) -> list[Cells]:
    """All that a row ever was, by its images."""
    images = connection.execute(
        "SELECT before FROM entry WHERE tbl = ?1 AND row = ?2 AND before IS NOT NULL"
        " UNION SELECT after FROM entry WHERE tbl = ?1 AND row = ?2 AND after IS NOT NULL",
        place,
    )
    return [msgspec.json.decode(one) for (one,) in images]


def elsewhere(connection: sqlite3.Connection, words: frozenset[str]) -> set[Place]:
    """Rows, removed ones included, whose texts hold one of the words, whatever the case.

    Asked after scrubbing, these are the others.
    """
    if not words:
        return set()
    wanted = _wanted(words)
    found: set[Place] = set()
    for place, cells in chain(_rows(connection), _images(connection)):
        # At once, because there are many; no cell holds U+0000.
        if wanted.search("\0".join(_texts(cells))):
            found.add(place)
    return found


def _texts(cells: Cells) -> Iterator[str]:
    """All that stands in a row's cells; of JSON the texts inside, as they were typed: written as
    JSON a quotation mark has a stroke before it, and a new line ends in a letter."""
    for cell in cells.values():
        if isinstance(cell, str):
            inside = decoded(cell)
            found = (cell,) if inside is None else leaves(inside, keys=False)
            yield from (one for one in found if isinstance(one, str))


def drafts_naming(connection: sqlite3.Connection, words: frozenset[str]) -> int:
    """How many drafts hold one of the words, after scrubbing: too short to be surely theirs."""
    if not words:
        return 0
    wanted = _wanted(words)
    texts = connection.execute(f"SELECT text FROM {Draft.table}")
    return sum(1 for (text,) in texts if wanted.search(text))


def _wanted(words: frozenset[str]) -> re.Pattern[str]:
    """Finds any of the words standing alone, whatever the case."""
    either = "|".join(re.escape(word.strip()) for word in sorted(words))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[Place, Cells]]:
    """Every row as it is."""
    for kind in JOURNALED:
        cursor = connection.execute(f"SELECT * FROM {kind.table}")
        names = [column[0] for column in cursor.description]
        for row in cursor:
            yield from _opened(kind.table, dict(zip(names, row, strict=True)))


def _images(connection: sqlite3.Connection) -> Iterator[tuple[Place, Cells]]:
    """Every row as it ever was, in the order of time."""
    entries = connection.execute("SELECT tbl, before, after FROM entry ORDER BY change, seq")
    for table, before, after in entries:
        for one in (before, after):
            if one is not None:
                yield from _opened(table, msgspec.json.decode(one))


def _opened(table: str, cells: Cells) -> Iterator[tuple[Place, Cells]]:
    """A row with its place; copies of others that it holds one by one, in the others' places."""
    copies = {one.name: one.copies_of for one in COLUMNS[TABLES[table]] if one.copies_of}
    yield (table, str(cells["id"])), {**cells, **dict.fromkeys(copies)}
    for column, other in copies.items():
        for copy in msgspec.json.decode(str(cells[column])):
            if isinstance(copy, dict) and "id" in copy:
                yield (other, str(copy["id"])), copy
