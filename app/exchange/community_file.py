"""The community file: all a community has, as rows grouped by table, parents before children.

``docs/community-file.md`` says what it is for; ``docs/community-file.schema.json`` is made from
what the rows declare (:mod:`app.exchange.json_schema`).
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Final, Literal, TypeVar

import msgspec

from app.library.mentions import Mentions
from app.library.row import Row, Stays
from app.library.rows import COLUMNS, Community
from app.library.rows import TABLES as EVERY_TABLE

FORMAT: Final = 4
"""The format this Hearth writes, and the latest it reads.

It counts up where a table or a column goes or becomes another; what only adds some is told by the
schema in the header.
"""

EVERY: tuple[type[Row], ...] = tuple(
    kind for kind in EVERY_TABLE.values() if not isinstance(kind.declared.travels, Stays)
)
"""The tables of which rows leave with a community, parents before children."""

TABLES: tuple[type[Row], ...] = tuple(kind for kind in EVERY if kind is not Community)
"""The tables of which a file has lists of rows, in the order in which they are brought in.

Of the community's own a file has one row.
"""

R = TypeVar("R", bound=Row)


PartName = Annotated[str, msgspec.Meta(pattern=r"^[a-z_]+(\.[a-z_]+)?$", max_length=80)]
"""A part of a file ("note"), or a column of it ("person.notes")."""


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which format the file is in, and who may read it: it holds what only a facilitator may.

    ``schema`` is that of the library which the file was written from. ``private``: whether what is
    for the facilitator alone is in it; ``left_out``: how much of that is not, by part of the file
    ("note", "person.notes").
    """

    format: Literal[4]
    schema: Annotated[int, msgspec.Meta(ge=2)]
    audience: Literal["facilitator"]
    private: bool
    left_out: Mapping[PartName, Annotated[int, msgspec.Meta(ge=1)]] = {}


class Content(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bytes of an attached file (base64), under their SHA-256 in 64 hexadecimal digits."""

    hash: str
    data: bytes


class CommunityFile(msgspec.Struct, frozen=True, kw_only=True):
    """A community and all its rows, by table; in each table the rows are in the order of their ids.

    People are those whom another row names. ``left_out``: what a later Hearth wrote and this one
    does not know, by part of the file ("register_entry", "note.mood"), with the number of rows.
    """

    hearth: Header
    community: Community
    tables: Mapping[str, tuple[Row, ...]]
    blob: tuple[Content, ...] = ()
    left_out: Mapping[str, int] = {}

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """The rows of one table; of the community's own, the one row."""
        if kind is Community:
            return (self.community,)  # type: ignore[return-value]  # R is Community here
        return self.tables.get(kind.table, ())  # type: ignore[return-value]  # by table

    def every_row(self) -> Iterator[tuple[Row, int]]:
        """Every row with its number in its table, from 1; the community first."""
        for kind in EVERY:
            for number, row in enumerate(self.rows(kind), start=1):
                yield row, number


def named_by(row: Row) -> Iterator[tuple[str, str, str]]:
    """What a row names that has to be in its file: the column, the table, and the other's key."""
    for column in COLUMNS[type(row)]:
        cell, ref, owner = getattr(row, column.name), column.ref, column.owner_in
        if owner is not None:
            yield column.name, getattr(row, owner), cell
        elif ref is not None and not ref.outside and cell:
            yield column.name, ref.table, cell
        else:
            yield from ((column.name, table, key) for table, key in column.refs_in(cell))


def wanted_by(row: Row) -> Iterator[tuple[str, str]]:
    """For whose sake rows that stand alone are in a file: the table and the key of each that a row
    names, or mentions."""
    yield from ((table, key) for _, table, key in named_by(row))
    for column in COLUMNS[type(row)]:
        for said in column.said:
            key = said.key_in(getattr(row, column.name)) if isinstance(said, Mentions) else None
            if isinstance(said, Mentions) and key is not None:
                yield said.table, key


def stands_alone(kind: type[Row]) -> bool:
    """Whether rows of a table belong to no community, and leave with those that name them."""
    return not kind.declared.by and kind is not Community
