"""Registers: what a community writes down between workshops, line by line."""

from collections.abc import Mapping
from typing import Annotated

import msgspec

from app.library.columns import (
    ID,
    Id,
    IdOrEmpty,
    Instant,
    Key,
    Mark,
    PersonName,
    Position,
    Ref,
    RefsInside,
    json_of,
)
from app.library.row import Row, Table


class NamedRow(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A row that a cell names, by the one of its fields that is filled; none once it is struck."""

    person: Key | None = None
    note: Key | None = None
    clause: Key | None = None
    workshop: Key | None = None


CellValue = str | int | bool | NamedRow | None
"""What a cell holds beside texts: an option's id, a day, a number, yes or no, a row."""


def _by_column(cells: Mapping[str, object]) -> bool:
    return all(ID.fits(column) for column in cells)


class RegisterEntry(Row, frozen=True, kw_only=True):
    """A line of a register, its cells by the ids of the register's columns.

    ``texts`` holds what people typed, a name written out among it; ``cells`` all the rest.
    ``workshop`` is the one in which it was said, ``run`` the exercise that wrote it down.
    """

    table = "register_entry"
    declared = Table(
        by=("community",),
        indexed=(("community", "register"),),
        searched=("texts",),
        struck=("texts",),
        outlives=("workshop", "run"),
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    register: Id
    state: IdOrEmpty = ""
    texts: Annotated[str, json_of(dict[str, str], _by_column), PersonName()] = "{}"
    cells: Annotated[
        str,
        json_of(dict[str, CellValue], _by_column),
        RefsInside(tuple(NamedRow.__struct_fields__)),
    ] = "{}"
    audience: Mark = "community"
    position: Position
    made: Instant
    run: Annotated[str, Ref("run")] | None = None
