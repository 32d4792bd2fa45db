"""Writing a community file: the rows of one community, and the same rows as the same bytes."""

from collections.abc import Iterable

import msgspec

from app.exchange.community_file import (
    FORMAT,
    TABLES,
    CommunityFile,
    Content,
    Header,
    named_by,
    stands_alone,
    wanted_by,
)
from app.library import attachments
from app.library.belonging import belongs_to
from app.library.reader import Reader
from app.library.row import Row, Travels
from app.library.rows import COLUMNS, Attachment, Community
from app.library.schema import SCHEMA_VERSION

Place = tuple[str, str]
"""A row of a file: its table and its id."""


def encode(file: CommunityFile) -> bytes:
    """The bytes of a file: one cell a line, so that what differs can be seen line by line.

    The same rows give the same bytes, on every machine.
    """
    parts = {
        "hearth": file.hearth,
        Community.table: file.community,
        **{kind.table: file.rows(kind) for kind in TABLES},
        "blob": file.blob,
    }
    return msgspec.json.format(msgspec.json.encode(parts), indent=2) + b"\n"


def gather(reader: Reader, community: str, *, contents: bool = True) -> CommunityFile:
    """Everything a community has, except what stays. Raises KeyError for no such community.

    ``reader`` should be a snapshot; ``contents`` false leaves the bytes of attached files where
    they are: it is only counted.
    """
    first = reader.row(Community, community)
    found: dict[str, tuple[Row, ...]] = {Community.table: (first,)}
    known: set[Place] = {(Community.table, community)}
    for kind in _in_turn():
        belongs = belongs_to(kind, Community)
        rows = reader.rows(kind) if belongs is None else _rows(reader, kind, belongs, community)
        if stands_alone(kind):
            named = {place[1] for place in _named(found) if place[0] == kind.table}
            kept = tuple(row for row in rows if getattr(row, "id", "") in named)
        else:
            kept = tuple(row for row in rows if _goes_along(row, known))
        found[kind.table] = kept
        known |= {(kind.table, str(getattr(row, row.key[0]))) for row in kept}
    for kind in TABLES:
        found[kind.table] = tuple(_let_go(row, known) for row in found[kind.table])
    return CommunityFile(
        hearth=Header(format=FORMAT, schema=SCHEMA_VERSION, audience="facilitator", private=True),
        community=first,
        tables={kind.table: found[kind.table] for kind in TABLES},
        blob=_contents(reader, found[Attachment.table]) if contents else (),
    )


def _in_turn() -> list[type[Row]]:
    """The tables in the order in which it can be told what leaves of them.

    Those that stand alone come after all that name them, what is owned by any row after all rows.
    """
    owned = [kind for kind in TABLES if any(column.owner_in for column in COLUMNS[kind])]
    alone = [kind for kind in TABLES if stands_alone(kind)]
    rest = [kind for kind in TABLES if kind not in owned and kind not in alone]
    return [*rest, *alone, *owned]


def _rows(reader: Reader, kind: type[Row], belongs: str, community: str) -> list[Row]:
    order = ", ".join(f'"{name}"' for name in kind.key)
    return list(reader.select(kind, f"WHERE {belongs} ORDER BY {order}", community))


def _goes_along(row: Row, known: set[Place]) -> bool:
    """Whether a row leaves: it may, and what it belongs by is in the file."""
    travels = row.declared.travels
    if not isinstance(travels, Travels) or not travels.takes(row):
        return False
    ways = {name: place for name, *place in named_by(row) if name in row.declared.by}
    return all(tuple(place) in known for place in ways.values())


def _let_go(row: Row, known: set[Place]) -> Row:
    """A row that names inside of its JSON only what is in the file."""
    cells = {
        column.name: column.without_refs(getattr(row, column.name), lambda one: one not in known)
        for column in COLUMNS[type(row)]
        if column.tables_inside
    }
    return msgspec.structs.replace(row, **cells) if cells else row


def _named(found: dict[str, tuple[Row, ...]]) -> set[Place]:
    return {place for rows in found.values() for row in rows for place in wanted_by(row)}


def _contents(reader: Reader, kept: Iterable[Row]) -> tuple[Content, ...]:
    by_hash = {one.hash: one for one in kept if isinstance(one, Attachment)}
    return tuple(
        Content(hash=digest, data=attachments.contents(reader, by_hash[digest]))
        for digest in sorted(by_hash)
    )
