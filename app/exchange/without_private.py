"""A community file without what is for the facilitator alone, and how much of what that was.

What each table declares decides, row by row: rows marked for the facilitator go, and those that are
read no wider than such a row; so does a group whose every note goes; what people noted for
themselves is emptied (``own``); a table that does not say who reads it goes whole. Nothing that
stays names anything that went.
"""

import re
from collections import Counter
from typing import TypeVar

import msgspec

from app.exchange.community_file import TABLES, CommunityFile, stands_alone, wanted_by
from app.library.audience import AUDIENCES, may_read
from app.library.columns import Column
from app.library.row import Row
from app.library.rows import COLUMNS, Attachment, Cluster, Note
from app.library.rows import TABLES as EVERY_TABLE

READERS = AUDIENCES[1]
"""The narrowest readers beside the facilitator: what they may read is not private."""
_IDS = re.compile(r"[0-9a-f]{32}")

R = TypeVar("R", bound=Row)
Rows = dict[str, list[Row]]
"""The rows of a file, by table."""


def without_private(file: CommunityFile) -> CommunityFile:
    """The file without what is private; its header says so, and counts what was left out."""
    kept: Rows = {kind.table: list(file.rows(kind)) for kind in TABLES}
    gone = _take_private(kept)
    emptied: Counter[str] = Counter()
    community = _bare(file.community, gone, emptied)
    kept = {table: [_bare(row, gone, emptied) for row in rows] for table, rows in kept.items()}
    _take_unnamed(kept)
    for kind in TABLES:
        emptied[kind.table] += len(file.rows(kind)) - len(kept[kind.table])
    hashes = {getattr(one, "hash", "") for one in kept[Attachment.table]}
    return msgspec.structs.replace(
        file,
        hearth=msgspec.structs.replace(
            file.hearth,
            private=False,
            left_out={part: number for part, number in sorted(emptied.items()) if number},
        ),
        community=community,
        tables={table: tuple(rows) for table, rows in kept.items()},
        blob=tuple(one for one in file.blob if one.hash in hashes),
    )


def _take_private(kept: Rows) -> frozenset[str]:
    """Take what is private out of rows, and what cannot stand without it; gives the ids of both."""
    gone: set[str] = set()
    grouped = _grouped(kept)
    number = -1
    while number != len(gone):
        number = len(gone)
        for table, rows in kept.items():
            staying = [row for row in rows if not _goes(row, gone)]
            if len(staying) < len(rows):
                gone |= {_id(row) for row in rows} - {_id(row) for row in staying}
                kept[table] = staying
        # The title of a group says what was in it.
        emptied = grouped - _grouped(kept)
        kept[Cluster.table] = [row for row in kept[Cluster.table] if _id(row) not in emptied]
        gone |= emptied
    return frozenset(gone)


def _grouped(kept: Rows) -> set[str]:
    """The clusters that have a note."""
    return {note.cluster for note in kept[Note.table] if isinstance(note, Note) and note.cluster}


def _id(row: Row) -> str:
    return str(getattr(row, "id", ""))


def _goes(row: Row, gone: set[str]) -> bool:
    """Whether a row is private, or cannot stand without one that goes."""
    declared = row.declared
    marked = False
    for column in COLUMNS[type(row)]:
        cell = getattr(row, column.name)
        if column.marks_audience:
            marked = True
            if not may_read(cell, READERS):
                return True
        needed = column.name in (*declared.by, declared.read_with) or not _may_be_empty(column)
        if needed and cell in gone:
            return True
    return not (marked or declared.read_with or declared.room_reads)


def _may_be_empty(column: Column) -> bool:
    return column.optional or (column.ref is not None and column.ref.or_empty)


def _bare(row: R, gone: frozenset[str], emptied: Counter[str]) -> R:
    """A row without what people noted for themselves, that names nothing which is gone."""
    cells: dict[str, object] = {}
    for column in COLUMNS[type(row)]:
        name, cell = column.name, getattr(row, column.name)
        if name in row.declared.own and cell:
            cells[name] = ""
            emptied[f"{row.table}.{name}"] += 1
        elif isinstance(cell, str) and column.rule.json:
            cells[name], copies = _bare_json(column, cell, gone)
            emptied[f"{row.table}.{name}"] += copies
        elif cell in gone and _may_be_empty(column):
            cells[name] = None if column.optional else ""
    return msgspec.structs.replace(row, **cells) if cells else row


def _bare_json(column: Column, cell: str, gone: frozenset[str]) -> tuple[str, int]:
    """A cell of JSON that names nothing which is gone, and how many private copies it held."""
    mark = _mark_of(column.copies_of)
    if mark is None and gone.isdisjoint(_IDS.findall(cell)):
        return cell, 0
    found = before = msgspec.json.decode(cell)
    if mark is not None:
        found = [copy for copy in before if may_read(copy[mark], READERS)]
    copies = len(before) - len(found)
    bare = _without(found, gone)
    return (cell if bare == before else msgspec.json.encode(bare).decode()), copies


def _mark_of(table: str | None) -> str | None:
    """The column that says who may read a row of a table."""
    columns = COLUMNS[EVERY_TABLE[table]] if table else ()
    return next((column.name for column in columns if column.marks_audience), None)


def _without(value: object, gone: frozenset[str]) -> object:
    """JSON that names nothing which is gone; what a copy was a copy of may be gone anyway."""
    if isinstance(value, dict):
        return {
            name: None if name != "id" and _is_gone(inner, gone) else _without(inner, gone)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [_without(inner, gone) for inner in value if not _is_gone(inner, gone)]
    return value


def _is_gone(value: object, gone: frozenset[str]) -> bool:
    return isinstance(value, str) and value in gone


def _take_unnamed(kept: Rows) -> None:
    """Take out whom nothing names any more."""
    named = {key for rows in kept.values() for row in rows for _, key in wanted_by(row)}
    for kind in filter(stands_alone, TABLES):
        kept[kind.table] = [row for row in kept[kind.table] if _id(row) in named]
