"""Whether a community file holds together: every cell, every reference, nothing twice or astray."""

import hashlib

from app.exchange.community_file import TABLES, CommunityFile, named_by, stands_alone, wanted_by
from app.exchange.file_faults import astray, malformed, stray, twice
from app.exchange.repeated import Repeated, check_once
from app.library.attachments import MOST
from app.library.columns import HASH, Column
from app.library.row import Row, Travels
from app.library.rows import COLUMNS, Attachment, ClosedTally, Round
from app.workshop.rounds import STANCES


def check_file(file: CommunityFile) -> None:
    """Look the file over. Raises Trouble: the codes of :mod:`app.exchange.file_faults`."""
    for row, number in file.every_row():
        column = fault(row)
        if column is not None:
            raise malformed(row.table, number, column)
    _check_keys(file)
    _check_references(file)
    _check_private(file)
    _check_contents(file)
    _check_alone(file)


def fault(row: Row) -> str | None:
    """The first column of a row whose cell may not stand there, or None."""
    for column in COLUMNS[type(row)]:
        cell = getattr(row, column.name)
        if isinstance(cell, str) and not (column.rule.fits(cell) and _once(column, cell)):
            return column.name
        if isinstance(cell, int) and not 0 <= cell <= column.most:
            return column.name
    travels = row.declared.travels
    if isinstance(travels, Travels) and not travels.takes(row):
        return travels.column
    return None


def _once(column: Column, cell: str) -> bool:
    """Whether nothing in a cell is named twice, where only the last would be read."""
    if column.rule.json and cell:
        try:
            check_once(cell)
        except Repeated:
            return False
    return True


def _check_keys(file: CommunityFile) -> None:
    seen: set[tuple[object, ...]] = set()
    for row, number in file.every_row():
        key = (row.table, *(getattr(row, name) for name in row.key))
        if key in seen:
            raise twice(row.table, number)
        seen.add(key)


def _check_references(file: CommunityFile) -> None:
    known = {(row.table, getattr(row, "id", None)) for row, _ in file.every_row()}
    for row, number in file.every_row():
        for column, *place in named_by(row):
            if tuple(place) not in known:
                raise astray(row.table, number, column)
        ways = [getattr(row, name) for name in row.declared.by]
        if ways and not any(ways):
            raise stray(row.table, number)


def _check_private(file: CommunityFile) -> None:
    """What is counted in a file was answered in a private round; stances are the five there are."""
    forms = {one.id: one.form for one in file.rows(Round) if one.private}
    for number, tally in enumerate(file.rows(ClosedTally), start=1):
        if tally.round not in forms:
            raise malformed(ClosedTally.table, number, "round")
        if forms[tally.round] == "stances" and tally.value not in STANCES:
            raise malformed(ClosedTally.table, number, "value")


def _check_contents(file: CommunityFile) -> None:
    needed = {one.hash for one in file.rows(Attachment)}
    held: set[str] = set()
    for number, content in enumerate(file.blob, start=1):
        if content.hash in held:
            raise twice("blob", number)
        if not HASH.fits(content.hash):
            raise malformed("blob", number, "hash")
        if len(content.data) > MOST or hashlib.sha256(content.data).hexdigest() != content.hash:
            raise malformed("blob", number, "data")
        if content.hash not in needed:
            raise stray("blob", number)
        held.add(content.hash)
    for number, one in enumerate(file.rows(Attachment), start=1):
        if one.hash not in held:
            raise astray(Attachment.table, number, "hash")


def _check_alone(file: CommunityFile) -> None:
    """What nothing in the file names would not leave with the community again."""
    named = {place for row, _ in file.every_row() for place in wanted_by(row)}
    for kind in filter(stands_alone, TABLES):
        for number, row in enumerate(file.rows(kind), start=1):
            if (kind.table, getattr(row, "id", "")) not in named:
                raise stray(kind.table, number)
