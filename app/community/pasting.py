"""People pasted as lines or read from a table, and what each line says.

Lines: ``Name`` · ``Name <mail>`` · ``Name, unit, email``. Tables: comma, semicolon or tab, with a
row of headings in English or French, or without.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from app.community.table_headings import TableColumns, columns_of_headings, level_of
from app.library.trouble import Trouble
from app.typed_text import LONGEST_NAME, is_address, visible

MOST_LINES = 2000
"""People read at once."""

_BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,3}[.)])\s+")
_ADDRESSED = re.compile(r"^\s*\"?(?P<name>[^<>\"]*?)\"?\s*<(?P<email>[^<>\s]+)>\s*$")
_SEVERAL = re.compile(r"(?<=>)\s*[;,]\s*")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One person as a line says them; ``trouble`` is a code where the line cannot be used."""

    line: int
    name: str
    email: str = ""
    unit: str = ""
    organization: str = ""
    level: str = ""
    trouble: str = ""


class Pasted(msgspec.Struct, frozen=True):
    """What was read: a table under headings, or lines."""

    entries: tuple[Entry, ...]
    headings: bool = False


def read_people(text: str) -> Pasted:
    """The people in ``text``.

    Raises :class:`Trouble`: ``nul-character``, ``paste-too-long``, ``paste-unreadable``.
    """
    if "\0" in text:
        raise Trouble("nul-character")
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = plain.split("\n")
    filled = [line for line in lines if line.strip()]
    if len(filled) > MOST_LINES:
        raise Trouble("paste-too-long", n=len(filled), most=MOST_LINES)
    if not filled:
        return Pasted(())
    mark, columns = _headings(filled[0])
    if columns is not None:
        table = list(_cells(plain, mark))
        entries = [_from_columns(line, cells, columns) for line, cells in table[1:]]
        return Pasted(tuple(entries), headings=True)
    return Pasted(tuple(_from_lines(lines, _mark_of(filled))))


def _headings(first: str) -> tuple[str, TableColumns | None]:
    """The separator and the columns, when the first line is a row of headings."""
    for mark in ("\t", ";", ","):
        cells = next(csv.reader([first], delimiter=mark), [])
        columns = columns_of_headings(cells)
        if columns is not None:
            return mark, columns
    return ",", None


def _mark_of(lines: Sequence[str]) -> str:
    """What separates the cells of lines without headings: the mark most lines have."""
    for mark in ("\t", ";"):
        if sum(mark in line for line in lines) * 2 > len(lines):
            return mark
    return ","


def _cells(text: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Line numbers and cells of a table; a quoted cell may run over several lines."""
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [" ".join(cell.split()) for cell in cells]
    except csv.Error as error:
        raise Trouble("paste-unreadable", line=reader.line_num) from error


def _from_columns(line: int, cells: Sequence[str], columns: TableColumns) -> Entry:
    def cell(index: int | None) -> str:
        return cells[index] if index is not None and index < len(cells) else ""

    parts = (cell(columns.first), cell(columns.last))
    name = _in_order(cell(columns.name)) or " ".join(part for part in parts if part)
    return _entry(
        line,
        name=name,
        email=cell(columns.email),
        unit=cell(columns.unit),
        organization=cell(columns.organization),
        level=level_of(cell(columns.level)) or "",
    )


def _from_lines(lines: Sequence[str], mark: str) -> Iterator[Entry]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        for piece in _SEVERAL.split(_BULLET.sub("", line)):
            if not piece.strip():
                continue
            addressed = _ADDRESSED.match(piece)
            if addressed is not None:
                name = _in_order(" ".join(addressed["name"].split()))
                yield _entry(number, name=name, email=addressed["email"])
            else:
                yield _from_cells(number, piece, mark)


def _from_cells(number: int, piece: str, mark: str) -> Entry:
    try:
        cells = next(csv.reader([piece], delimiter=mark, skipinitialspace=True), [])
    except csv.Error as error:
        raise Trouble("paste-unreadable", line=number) from error
    plain = [" ".join(cell.split()) for cell in cells]
    email = _take(plain, is_address)
    level = level_of(_take(plain[1:], lambda cell: level_of(cell) is not None))
    rest = [cell for cell in plain if cell != email]
    if level is not None:
        rest = [rest[0], *(cell for cell in rest[1:] if level_of(cell) is None)]
    rest += ["", "", ""]
    return _entry(
        number,
        name=_in_order(rest[0]),
        unit=rest[1],
        organization=rest[2],
        email=email,
        level=level or "",
    )


def _take(cells: Sequence[str], wanted: Callable[[str], bool]) -> str:
    return next((cell for cell in cells if wanted(cell)), "")


def _in_order(name: str) -> str:
    """ "Last, First" as address books write it, the first name first."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and first and "," not in first else name


def _entry(
    line: int,
    *,
    name: str,
    email: str,
    unit: str = "",
    organization: str = "",
    level: str = "",
) -> Entry:
    """An entry with what is wrong with it, if anything; a bare address lends its own name."""
    said = name or _name_in(email)
    trouble = ""
    if not visible(said):
        trouble = "name-missing"
    elif max(len(said), len(email), len(unit), len(organization)) > LONGEST_NAME:
        trouble = "too-long"
    elif email and not is_address(email):
        trouble = "email-odd"
    return Entry(
        line=line,
        name=said,
        email=email,
        unit=unit,
        organization=organization,
        level=level,
        trouble=trouble,
    )


def _name_in(email: str) -> str:
    """The name an address suggests: ``ian.cote@...`` gives "Ian Cote"."""
    words = re.split(r"[._\-+]+", email.partition("@")[0])
    return " ".join(word.capitalize() for word in words if word and not word.isdigit())
