"""A pasted text as rows of cells: what separates them, and quotes as spreadsheets write them."""

import csv
import re
from collections.abc import Iterator, Sequence

from app.library.trouble import Trouble

SEPARATORS = ("\t", ";", ",", "|")

_SAID = re.compile(r"\A\s*\"?sep=(?P<mark>.)\"?[ \t;,]*(?:\n|\Z)", re.IGNORECASE)
Row = tuple[int, list[str]]
"""The number of a line, from 1, and the cells on it."""


def separator_said(text: str) -> tuple[str, str]:
    """The separator that Excel's first line announces ("sep=;"), and the text with that line empty.

    Nothing where there is no such line.
    """
    found = _SAID.match(text)
    if found is None:
        return "", text
    return found["mark"], "\n" * found[0].count("\n") + text[found.end() :]


def rows_of(text: str, mark: str) -> Iterator[Row]:
    """The rows that say something; a quoted cell may run over several lines.

    Raises :class:`Trouble` (``paste-unreadable``).
    """
    lines = text.split("\n")
    if '"' not in text:
        for number, line in enumerate(lines, start=1):
            yield from _filled(number, line.split(mark))
        return
    begun = 0
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=mark, skipinitialspace=True)
    try:
        for cells in reader:
            if _left_open(lines[begun : reader.line_num], cells, mark):
                raise Trouble("paste-unreadable", line=begun + 1)
            yield from _filled(begun + 1, cells)
            begun = reader.line_num
    except csv.Error as error:
        raise Trouble("paste-unreadable", line=begun + 1) from error


def split_line(line: str, mark: str) -> list[str]:
    """The cells on one line. Raises :class:`Trouble` (``paste-unreadable``)."""
    return next((cells for _, cells in rows_of(line, mark)), [])


def likely_separator(lines: Sequence[str]) -> str:
    """What separates the cells of lines without headings: the mark most lines have, or a comma."""
    for mark in ("\t", ";", "|"):
        if sum(mark in line for line in lines) * 2 > len(lines):
            return mark
    return ","


def _left_open(lines: Sequence[str], cells: Sequence[str], mark: str) -> bool:
    """Whether a quotation mark was opened on these lines and swallowed the text after it."""
    odd = sum(line.count('"') for line in lines) % 2
    return bool(odd) and any("\n" in cell.strip() or mark in cell for cell in cells)


def _filled(number: int, cells: Sequence[str]) -> Iterator[Row]:
    # Rows of dashes are lines drawn in a table of plain text.
    plain = [" ".join(cell.split()) for cell in cells]
    if any(cell.strip("-:=") for cell in plain):
        yield number, plain
