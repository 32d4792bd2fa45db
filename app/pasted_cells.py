"""Reads what was pasted as rows of cells, the way spreadsheets, documents and pages copy them.

A clipboard holds plain text, and often HTML beside it. Where the HTML has a table or a list, it is
what was copied: merged cells, line breaks inside of cells. Otherwise the text is read as
spreadsheets write it: tabs between cells, quotes around a cell that holds a line break.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from app.pasted_html import rows_in_html
from app.typed_text import lines_of

MOST_LETTERS = 20_000
"""Characters taken in at once: more than any field keeps, and no more than is shown quickly."""

MOST_LINES = 500
"""Lines taken in at once."""

MOST_HTML = 500_000
"""Characters of HTML that are looked through; where there are more, the text beside it is read."""

MOST_ACROSS = 20
"""Columns of a table that is pasted into."""

BESIDE = " – "
"""Between the cells of a row that is read as one line."""

# A quoted cell ends at a quote behind which the cell does; anything else is text with quotes.
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_UNBROKEN = re.compile(r"[!-\u024f]{10000}")
"""No word: a window would stand still over the search for a place to break it."""
_INSIDE = re.compile(r"[\v\u2028]")
"""Line breaks that stay inside of a cell."""


class Pasted(msgspec.Struct, frozen=True):
    """What was pasted, as rows of cells.

    A cell may hold line breaks. ``shaped``: it was a table or a list, and no mere text; ``text`` is
    what it was then. ``cut``: there was more of it than is taken in.
    """

    rows: tuple[tuple[str, ...], ...]
    text: str
    shaped: bool
    cut: bool

    @property
    def single(self) -> bool:
        """Whether it is one cell, or nothing."""
        return len(self.rows) <= 1 and all(len(row) <= 1 for row in self.rows)

    def lines(self) -> list[str]:
        """A line for each row that says something: its cells beside one another."""
        rows = (BESIDE.join(cell for cell in map(_flat, row) if cell) for row in self.rows)
        return [row for row in rows if row]

    def tabbed(self) -> str:
        """A line for each row, tabs between its cells, in none of which a line ends."""
        return "\n".join("\t".join(map(_flat, row)) for row in self.rows)


def read_pasted(text: str, html: str = "", most: int = MOST_LETTERS) -> Pasted:
    """The rows of what was pasted: of its table or list, else a row a line.

    No more than its first ``most`` characters are taken in.
    """
    found = rows_in_html(html, any_text=not text) if 0 < len(html) <= MOST_HTML else None
    if found is not None:
        rows = _trimmed(found)
        first = tuple(_first(rows, most))
        return Pasted(first, text="", shaped=True, cut=first != rows)
    ends = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    plain = _shortened(ends, most)
    rows, shaped = _rows_in_text(plain)
    return Pasted(rows, text=plain, shaped=shaped, cut=plain != ends)


def _shortened(text: str, most: int) -> str:
    """The beginning of ``text``: so many characters and, unless that is many, so many lines."""
    unbroken = _UNBROKEN.search(text, 0, most)
    start = text[: unbroken.end() if unbroken else most]
    return start if most > MOST_LETTERS else "\n".join(start.split("\n")[:MOST_LINES])


def _first(rows: Sequence[tuple[str, ...]], most: int) -> Iterator[tuple[str, ...]]:
    """The rows that have so many characters, and the beginning of the first one if that is long."""
    left = most
    for at, row in enumerate(rows if most > MOST_LETTERS else rows[:MOST_LINES]):
        left -= sum(map(len, row))
        if left < 0:
            if not at:
                yield tuple(cell[: most // len(row)] for cell in row)
            return
        yield row


def _rows_in_text(plain: str) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """The rows of a text, and whether it was a table."""
    if "\t" not in plain and not plain.startswith('"') and '\n"' not in plain:
        return tuple((line,) for line in plain.split("\n") if line.strip()), False
    rows = _unwrapped(list(_text_rows(plain)))
    if _is_marked_list(rows):
        return tuple((line,) for line in lines_of(plain)), False
    cells = _trimmed([[cell for cell, _quoted in row] for row in rows])
    several = any(len(row) > 1 for row in rows)
    return cells, several or any("\n" in cell for row in cells for cell in row)


def _flat(cell: str) -> str:
    """A cell on one line. Spaces that hold words together stay, as French has them."""
    return " ".join(piece for piece in re.split(r"[^\S\u00a0\u202f]+", cell) if piece).strip()


def _text_rows(text: str) -> Iterator[list[tuple[str, bool]]]:
    """The cells of each line, and whether quotes stood around them."""
    row: list[tuple[str, bool]] = []
    at = 0
    while True:
        found = _QUOTED.match(text, at)
        if found is not None:
            row.append((found[0], True))
        else:
            found = _PLAIN.match(text, at)
            row.append((found[0] if found else "", False))
        at = found.end() if found else at
        if at >= len(text) or text[at] == "\n":
            yield row
            row = []
        if at >= len(text):
            return
        at += 1


def _unwrapped(rows: Sequence[list[tuple[str, bool]]]) -> list[list[tuple[str, bool]]]:
    """The cells without the quotes that were put around them.

    A spreadsheet does so where it must: around quotes, tabs, line breaks. Quotes around every
    cell are no part of them either; those around a few words are somebody's own.
    """
    filled = [quoted for row in rows for cell, quoted in row if cell]
    everywhere = len(filled) > 1 and all(filled)
    return [
        [
            (cell[1:-1].replace('""', '"'), True)
            if quoted and (everywhere or any(one in cell[1:-1] for one in '"\t\n'))
            else (_INSIDE.sub("\n", cell), False)
            for cell, quoted in row
        ]
        for row in rows
    ]


def _is_marked_list(rows: Sequence[list[tuple[str, bool]]]) -> bool:
    """Whether each line is a mark, a tab and its words, as word processors copy lists."""
    filled = [row for row in rows if any(cell.strip() for cell, _quoted in row)]
    return bool(filled) and all(
        len(row) == 2 and row[0][0].strip() and lines_of(f"{row[0][0]}\tx") == ["x"]
        for row in filled
    )


def _trimmed(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows without what is empty at their end, below and to the right of all of them."""
    last = max((at for at, row in enumerate(rows) if any(map(str.strip, row))), default=-1)
    kept = rows[: last + 1]
    wide = max(
        (at + 1 for row in kept for at, cell in enumerate(row) if cell.strip()),
        default=0,
    )
    return tuple(tuple(cell.strip(" \n") for cell in row[:wide]) for row in kept)
