"""Whether a community file holds together: every cell, every reference, nothing twice or astray."""

import hashlib
from collections.abc import Iterator

from app.exchange.columns import HASH, fault
from app.exchange.faults import astray, malformed, stray, twice
from app.exchange.types import REFERENCES, CommunityFile
from app.library.attachments import MOST
from app.library.row import Row
from app.library.rows import (
    Attachment,
    ClauseSource,
    Dots,
    Person,
    Round,
    Tally,
    Version,
)

_UNIQUE: dict[type[Row], tuple[str, ...]] = {
    Version: ("community", "number"),
    Dots: ("round", "item"),
    ClauseSource: ("clause", "note"),
}
"""Columns that together stand once in a table, besides the key."""


def check_file(file: CommunityFile) -> None:
    """Look the file over. Raises Trouble: the codes of :mod:`app.exchange.faults`."""
    for row, number in file.every_row():
        column = fault(row)
        if column is not None:
            raise malformed(row.table, number, column)
    _check_keys(file)
    _check_references(file)
    _check_private(file)
    _check_contents(file)
    _check_people(file)


def _check_keys(file: CommunityFile) -> None:
    seen: set[tuple[object, ...]] = set()
    for row, number in file.every_row():
        for columns in filter(None, (row.key, _UNIQUE.get(type(row)))):
            key = (row.table, columns, *(getattr(row, name) for name in columns))
            if key in seen:
                raise twice(row.table, number)
            seen.add(key)


def _check_references(file: CommunityFile) -> None:
    known = {(row.table, getattr(row, "id", None)) for row, _ in file.every_row()}
    for row, number in file.every_row():
        for column, kind in REFERENCES.get(type(row), {}).items():
            cell = getattr(row, column)
            if cell is not None and (kind.table, cell) not in known:
                raise astray(row.table, number, column)
        if isinstance(row, Attachment) and (row.owner_table, row.owner) not in known:
            raise astray(row.table, number, "owner")


def _check_private(file: CommunityFile) -> None:
    """A private round is in a file only as the stances, counted and closed, to a version."""
    counted: set[str] = set()
    for number, row in enumerate(file.round, start=1):
        if row.run is None and row.version is None:
            raise stray(Round.table, number)
        if row.private:
            if row.form != "stances" or row.version is None:
                raise malformed(Round.table, number, "private")
            if row.closed is None:
                raise malformed(Round.table, number, "closed")
            counted.add(row.id)
    for number, tally in enumerate(file.tally, start=1):
        if tally.round not in counted:
            raise malformed(Tally.table, number, "round")


def _check_contents(file: CommunityFile) -> None:
    needed = {one.hash for one in file.attachment}
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
    for number, one in enumerate(file.attachment, start=1):
        if one.hash not in held:
            raise astray(Attachment.table, number, "hash")


def _check_people(file: CommunityFile) -> None:
    """Whom nothing in the file names would not leave with the community again."""
    named = set(_named(file))
    for number, person in enumerate(file.person, start=1):
        if person.id not in named:
            raise stray(Person.table, number)


def _named(file: CommunityFile) -> Iterator[str]:
    for row, _ in file.every_row():
        for column, kind in REFERENCES.get(type(row), {}).items():
            if kind is Person:
                yield getattr(row, column)
