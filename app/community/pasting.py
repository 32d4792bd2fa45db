"""People pasted as lines or read from a table: what each column was understood as, who is named.

Lines: ``Name`` · ``Name <mail>`` · ``Name, unit, email`` · several people on one. Tables: comma,
semicolon, tab or bar, under headings in English or French, or without. What is not used is told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

import msgspec

from app.community.address_lists import people_on
from app.community.pasted_rows import (
    SEPARATORS,
    Row,
    likely_separator,
    rows_of,
    separator_said,
)
from app.community.row_people import Entry, people_of_row
from app.community.table_columns import PastedColumn, guess_columns, in_columns, with_likely_names
from app.community.table_headings import uses_of_headings
from app.library.trouble import Trouble
from app.line_marks import without_marks
from app.typed_text import why_unwritable, without_unseen

MOST_LINES = 2000
"""People read at once."""

_MOST_PARTS = 4 * MOST_LINES
"""Parts of one line, where each of so many people has four."""

_LONGEST_WORD = 20_000
"""Letters without a space between them, as no row of a table has."""

_DASH = re.compile(r"\s+[–—-]\s+")
_FIRST_LINES = 40
"""Rows among which the headings are looked for: a report may say other things before them."""


class Pasted(msgspec.Struct, frozen=True, kw_only=True):
    """What was read: the people, and how.

    ``columns`` say what each column was understood as; ``asks`` that this is not sure, and a
    person must say. ``passed_over`` are the lines that are nobody: what a report says before and
    between its tables.
    """

    entries: tuple[Entry, ...] = ()
    columns: tuple[PastedColumn, ...] = ()
    headings: bool = False
    asks: bool = False
    passed_over: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True):
    """Rows under headings: those before, the headings, those after."""

    before: tuple[Row, ...]
    heads: tuple[str, ...]
    uses: tuple[str, ...]
    rows: tuple[Row, ...]


def read_people(text: str, said: Mapping[int, str] | None = None) -> Pasted:
    """The people in ``text``; ``said`` is what a person says that columns hold, by their place.

    Raises :class:`Trouble`: ``nul-character``, ``broken-character``, ``paste-too-long``,
    ``paste-line-long``, ``paste-unreadable``.
    """
    if code := why_unwritable(text):
        raise Trouble(code)
    plain = without_unseen("\n".join(text.splitlines()))
    mark, plain = separator_said(plain)
    filled = [line for line in plain.split("\n") if line.strip()]
    _bounded(len(filled))
    refuse_long_lines(plain)
    if not filled:
        return Pasted()
    table = _under_headings(plain, (mark,) if mark else SEPARATORS)
    found = _from_lines(plain, mark, said) if table is None else _from_table(table, said)
    _bounded(len(found.entries))
    return found


def refuse_long_lines(text: str) -> None:
    """Raise :class:`Trouble` (``paste-line-long``) where a line is no list of people.

    To set such a line in a field alone would take a minute.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) <= _LONGEST_WORD:
            continue
        parts = sum(line.count(sign) for sign in SEPARATORS)
        if parts > _MOST_PARTS or any(len(word) > _LONGEST_WORD for word in line.split()):
            raise Trouble("paste-line-long", line=number, n=len(line))


def _bounded(n: int) -> None:
    if n > MOST_LINES:
        raise Trouble("paste-too-long", n=n, most=MOST_LINES)


def _under_headings(text: str, marks: Sequence[str]) -> _Table | None:
    """The table in ``text``, if a row of headings stands among its first rows.

    A row that announces names and addresses comes before one that announces only one of them: a
    report says whose meeting it was before it says who came.
    """
    best: tuple[tuple[bool, bool, int, int], str, int] | None = None
    for mark in marks:
        for number, cells in _first_rows(text, mark):
            uses = uses_of_headings(cells)
            if uses is None:
                continue
            known = [use for use in uses if use]
            named = bool({"name", "first", "last"} & set(known))
            rank = (named and "email" in known, named, min(len(known), 2), -number)
            if best is None or rank > best[0]:
                best = (rank, mark, number)
    if best is None:
        return None
    _, mark, at = best
    if len(marks) > 1 and mark not in text.split("\n")[at - 1]:
        # One heading alone tells no separator; a comma may be one of "Last, First".
        likely = likely_separator([line for line in text.split("\n")[at:] if line.strip()])
        mark = likely if likely != "," else mark
    rows = tuple(rows_of(text, mark))
    heads = next(tuple(cells) for number, cells in rows if number == at)
    return _Table(
        tuple(row for row in rows if row[0] < at),
        heads,
        uses_of_headings(heads) or (),
        tuple(row for row in rows if row[0] > at),
    )


def _first_rows(text: str, mark: str) -> list[Row]:
    rows = []
    try:
        for row in rows_of(text, mark):
            rows.append(row)
            if len(rows) == _FIRST_LINES:
                break
    except Trouble:
        # Under another separator the quotes may close.
        return rows
    return rows


def _from_table(table: _Table, said: Mapping[int, str] | None) -> Pasted:
    cells_only = list(_first_part(table.rows))
    columns = in_columns(table.heads, table.uses, cells_only, said)
    asks = said is None and _names_unread(columns)
    if asks:
        columns = with_likely_names(columns, cells_only)
    entries: list[Entry] = []
    over = [" ".join(cell for cell in cells if cell) for _, cells in table.before]
    now, last = columns, None
    for row in table.rows:
        number, cells = row
        again = _headings_again(cells)
        if again is not None:
            same = tuple(cells) == table.heads
            now = columns if same else in_columns(cells, again, (), None)
            if last is not None and entries and entries[-1].line == last[0]:
                # What stands alone above another row of headings is the title of its part.
                entries.pop()
                over.append(" ".join(cell for cell in last[1] if cell))
            last = None
            over.append(" ".join(cell for cell in cells if cell))
            continue
        entries.extend(people_of_row(number, cells, now))
        last = row if sum(bool(cell) for cell in cells) == 1 and len(now) > 1 else None
    return Pasted(
        entries=tuple(entries), columns=columns, headings=True, asks=asks, passed_over=tuple(over)
    )


def _headings_again(cells: Sequence[str]) -> tuple[str, ...] | None:
    """What the columns hold from here on, where a report begins another table of people."""
    uses = uses_of_headings(cells) or ()
    return uses if sum(bool(use) for use in uses) > 1 else None


def _first_part(rows: Sequence[Row]) -> Iterator[list[str]]:
    """The cells of the rows before other headings."""
    return takewhile(lambda cells: _headings_again(cells) is None, (cells for _, cells in rows))


def _names_unread(columns: Sequence[PastedColumn]) -> bool:
    named = any(column.use in ("name", "first", "last") for column in columns)
    return not named and any(column.speaks and not column.use for column in columns)


def _from_lines(text: str, mark: str, said: Mapping[int, str] | None) -> Pasted:
    lines = _dashes_apart(without_marks(text.split("\n"), named=True))
    mark = mark or likely_separator([line for line in lines if line])
    rows: list[Row] = []
    if mark == "\t" or ('"' in text and "<" not in text):
        rows = list(rows_of("\n".join(lines), mark))
    else:
        for number, line in enumerate(lines, start=1):
            people = people_on(line, mark) if line else []
            rows.extend((number, cells) for cells in people if any(cells))
    columns, aligned, asks = guess_columns(_in_pairs(rows), mark, said)
    entries = [one for number, cells in aligned for one in people_of_row(number, cells, columns)]
    return Pasted(entries=tuple(entries), columns=columns, asks=asks and said is None)


def _dashes_apart(lines: list[str]) -> list[str]:
    """The lines with tabs for the dashes that separate, if that is what they do in most lines."""
    filled = [line for line in lines if line]
    if sum(bool(_DASH.search(line)) for line in filled) * 2 <= len(filled):
        return lines
    return [_DASH.sub("\t", line) for line in lines]


def _in_pairs(rows: list[Row]) -> list[Row]:
    """The rows, where every name has a line for itself and its address the next: one for both."""
    firsts, seconds = rows[::2], rows[1::2]
    apart = len(firsts) == len(seconds) and all(len(cells) == 1 for _, cells in rows)
    named = not any("@" in cells[0] for _, cells in firsts)
    if not (apart and named and all("@" in cells[0] for _, cells in seconds)):
        return rows
    return [
        (number, [*cells, *beside])
        for (number, cells), (_, beside) in zip(firsts, seconds, strict=True)
    ]
