"""The cells of an entry as typed values, and as the JSON in which the library keeps them.

Which type a column has stands in the catalogue. A cell that does not fit it, as a later Hearth may
have written one, counts as empty, and is kept as it is when others of its entry are changed.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register, RegisterColumn
from app.library.register_rows import CellValue, NamedRow
from app.library.rows import RegisterEntry
from app.typed_text import name_line, one_line, several_lines, unmarked


class Party(msgspec.Struct, frozen=True):
    """Who stands in a column of people: somebody known by ``id``, a ``party``, or only a name.

    ``name`` is that of the person, or what was written; a party is named by whoever shows it.
    """

    id: str = ""
    party: str = ""
    name: str = ""


class Link(msgspec.Struct, frozen=True):
    """A row of ``table`` by its id; ``said`` is what it says or is called."""

    table: str
    id: str
    said: str = ""


Value = str | bool | int | date | Party | Link
"""What a cell holds, by the type of its column: text and choice (an option's id) a str, yes-no a
bool, number and hours an int, date a date, person a Party, note, clause and workshop a Link."""

Values = Mapping[str, Value | None]
"""Cells by column; None empties one."""


class Cells(msgspec.Struct, frozen=True):
    """The JSON of an entry: ``texts`` that people typed, and all other ``cells``."""

    texts: str = "{}"
    cells: str = "{}"


def read_cells(register: Register, entry: RegisterEntry) -> dict[str, Value]:
    """The cells of an entry that hold something, as typed values.

    A person known by id has no name yet, and a link no words:
    :mod:`app.registers.register_entries` looks them up.
    """
    texts, cells = _decoded(entry)
    found = {
        column.id: _value(column, texts.get(column.id, ""), cells.get(column.id))
        for column in register.columns
    }
    return {column: value for column, value in found.items() if value is not None}


def write_cells(register: Register, values: Values, before: RegisterEntry | None = None) -> Cells:
    """The JSON of an entry with these values; other cells stay as they were ``before``.

    Raises :class:`Trouble` (``too-long``), and ValueError for a value that is not of its column's
    type: no screen lets a person enter one.
    """
    texts, cells = _decoded(before) if before is not None else ({}, {})
    for column in register.columns:
        if column.id in values:
            texts.pop(column.id, None)
            cells.pop(column.id, None)
            _put(column, values[column.id], texts, cells)
    return Cells(_encoded(register, texts), _encoded(register, cells))


def named_rows(values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """The rows that cells name: the table and the key of each."""
    for value in values.values():
        if isinstance(value, Party) and value.id:
            yield "person", value.id
        elif isinstance(value, Link):
            yield value.table, value.id


def _decoded(entry: RegisterEntry) -> tuple[dict[str, str], dict[str, CellValue]]:
    return (
        msgspec.json.decode(entry.texts, type=dict[str, str]),
        msgspec.json.decode(entry.cells, type=dict[str, CellValue]),
    )


def _encoded(register: Register, cells: Mapping[str, object]) -> str:
    """Cells in the order of the columns, so that the same cells are the same text."""
    order = {column.id: place for place, column in enumerate(register.columns)}
    keys = sorted(cells, key=lambda one: (order.get(one, len(order)), one))
    return msgspec.json.encode({key: cells[key] for key in keys}).decode()


def _value(column: RegisterColumn, text: str, cell: CellValue) -> Value | None:
    match column.type:
        case "text":
            return text or None
        case "person":
            return _party(column, text, cell)
        case "note" | "clause" | "workshop":
            key = getattr(cell, column.type) if isinstance(cell, NamedRow) else None
            return Link(column.type, key) if key else None
        case "yes-no":
            return cell if isinstance(cell, bool) else None
        case "number" | "hours":
            return cell if isinstance(cell, int) and not isinstance(cell, bool) else None
        case "choice":
            return cell if isinstance(cell, str) and cell in column.options else None
        case "date":
            return _day(cell)


def _party(column: RegisterColumn, text: str, cell: CellValue) -> Party | None:
    if isinstance(cell, NamedRow) and cell.person:
        return Party(id=cell.person)
    if isinstance(cell, str) and cell in column.parties:
        return Party(party=cell)
    return Party(name=text) if text else None


def _day(cell: CellValue) -> date | None:
    try:
        return date.fromisoformat(cell) if isinstance(cell, str) else None
    except ValueError:
        return None


def _put(
    column: RegisterColumn,
    value: Value | None,
    texts: dict[str, str],
    cells: dict[str, CellValue],
) -> None:
    """Write a value where its type is kept; nothing where there is none."""
    match column.type, value:
        case _, None:
            return
        case "text", str():
            said = several_lines(value) if column.long else one_line(unmarked(value))
            texts.update({column.id: said} if said else {})
        case "choice", str() if value in column.options:
            cells[column.id] = value
        case "date", date():
            cells[column.id] = value.isoformat()
        case "yes-no", bool():
            cells[column.id] = value
        case (("number" | "hours"), int()) if not isinstance(value, bool):
            cells[column.id] = value
        case "person", Party(id=str(id_)) if id_:
            cells[column.id] = NamedRow(person=id_)
        case "person", Party(party=str(party)) if party in column.parties:
            cells[column.id] = party
        case "person", Party(id="", party="", name=str(name)):
            said = name_line(unmarked(name, named=True))
            texts.update({column.id: said} if said else {})
        case _, Link(table=table) if table == column.type:
            cells[column.id] = NamedRow(**{table: value.id})
        case _:
            raise ValueError(f"{column.id} does not hold {value!r}")
