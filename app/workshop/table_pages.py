"""A table for the back row: rows under the names of their columns, over pages."""

from collections.abc import Sequence

from app.diagram import LEADING, Diagram, Label, Shape, Stroke
from app.workshop.ground_shapes import Lines, lines_taken

HEAD = 0.72
"""The size of the names of columns, in parts of that of the rows."""
GAP = 0.7
"""Between two columns, in parts of the size of the letters."""
AIR = 0.3
"""Above and below a row."""
LETTERS = 9
"""A column is at least about so many letters wide: where many ask for more room, all letters are
smaller."""
LONGEST = 36
"""A cell that says more than so many letters asks for no wider a column."""
STRONG = 1.1
"""How much wider strong letters are."""

Rows = Sequence[Sequence[str]]


def table_pages(
    heads: Sequence[str],
    rows: Rows,
    width: float,
    height: float,
    size: float,
    lines: Lines = lines_taken,
) -> list[Diagram]:
    """The rows under their ``heads`` in letters of ``size``, on as many pages of a width and a
    height as they need; the heads stand on each. The first cell says what a row is about.

    The last page is filled with rows of the one before: they are on two pages then.
    """
    size = min(size, width / (len(heads) * (LETTERS / 2 + GAP)))
    wide = _widths(heads, rows, width, size)
    head = _head_height(heads, wide, size, lines)
    most = max(1, int((height - head - 2 * AIR * size) / (size * LEADING)))
    heights = [_row_height(row, wide, size, most, lines) for row in rows]
    found = []
    for part in _parts(heights, height - head):
        shapes, top = _head(heads, wide, size, head), head
        for at in part:
            shapes += _row(rows[at], wide, top, size, most)
            top += heights[at]
            shapes.append(Stroke(0, top, width, top, "line", size * 0.04))
        found.append(Diagram(width, height, tuple(shapes)))
    return found


def _parts(heights: Sequence[float], room: float) -> list[range]:
    """The rows of each page, by their numbers."""
    parts: list[range] = []
    start, taken = 0, 0.0
    for at, high in enumerate(heights):
        if taken + high > room and at > start:
            parts.append(range(start, at))
            start, taken = at, 0.0
        taken += high
    while parts and start and taken + heights[start - 1] <= room:
        start -= 1
        taken += heights[start]
    return [*parts, range(start, len(heights))]


def _widths(heads: Sequence[str], rows: Rows, width: float, size: float) -> list[float]:
    """How wide each column is, without the gap after it: the more it says, the wider."""
    said = [
        max(LETTERS, *(min(LONGEST, len(row[at])) for row in rows), len(head) * HEAD)
        for at, head in enumerate(heads)
    ]
    least = size * LETTERS / 2
    spare = width - len(heads) * (least + size * GAP) + size * GAP
    more = [letters - LETTERS for letters in said]
    shares = more if any(more) else [1.0] * len(more)
    return [least + spare * one / sum(shares) for one in shares]


def _lefts(wide: Sequence[float], size: float) -> list[float]:
    return [sum(wide[:at]) + at * size * GAP for at in range(len(wide))]


def _lines(row: Sequence[str], wide: Sequence[float], size: float, lines: Lines) -> int:
    """The lines of the highest cell."""
    first, *rest = (
        lines(text, room / (STRONG if at == 0 else 1), size)
        for at, (text, room) in enumerate(zip(row, wide, strict=True))
    )
    return max(first, *rest, 1)


def _row_height(
    row: Sequence[str], wide: Sequence[float], size: float, most: int, lines: Lines
) -> float:
    return min(most, _lines(row, wide, size, lines)) * size * LEADING + 2 * AIR * size


def _row(
    row: Sequence[str], wide: Sequence[float], top: float, size: float, most: int
) -> list[Shape]:
    cells = zip(row, _lefts(wide, size), wide, strict=True)
    return [
        Label(left, top + AIR * size, room, text, size, strong=at == 0, lines=most)
        for at, (text, left, room) in enumerate(cells)
        if text
    ]


def _head_height(heads: Sequence[str], wide: Sequence[float], size: float, lines: Lines) -> float:
    small = size * HEAD
    taken = max(lines(one, room / STRONG, small) for one, room in zip(heads, wide, strict=True))
    return min(2, taken) * small * LEADING + AIR * size


def _head(heads: Sequence[str], wide: Sequence[float], size: float, high: float) -> list[Shape]:
    """The names of the columns, over a line."""
    columns = zip(heads, _lefts(wide, size), wide, strict=True)
    shapes: list[Shape] = [
        Label(left, 0, room, text, size * HEAD, strong=True, colour="teal", lines=2)
        for text, left, room in columns
    ]
    right = sum(wide) + (len(wide) - 1) * size * GAP
    return [*shapes, Stroke(0, high, right, high, "ink", size * 0.1)]


NAMES = 0.26
"""The share of the width that the names of parts take, beside what each says."""


def told_pages(
    title: str,
    parts: Sequence[tuple[str, str]],
    width: float,
    height: float,
    size: float,
    lines: Lines = lines_taken,
) -> list[Diagram]:
    """One thing told in parts under its ``title``: the name of each (name, text), and beside it
    what it says."""
    left = width * NAMES
    room, small = width - left, size * HEAD
    most = max(1, int((height - AIR * size) / (size * LEADING)))
    high = min(most, lines(title, width / STRONG, size)) * size * LEADING + 2 * AIR * size
    pages: list[list[Shape]] = [[Label(0, 0, width, title, size, strong=True, lines=most)]]
    top = high
    for name, text in parts:
        taken = min(most, lines(text, room, size))
        named = lines(name, (left - size * GAP) / STRONG, small)
        high = max(taken * size, named * small) * LEADING + 2 * AIR * size
        if top + high > height + AIR * size and top:
            pages.append([])
            top = 0.0
        # Both stand on one line, though the name is smaller.
        lower = (size - small) * LEADING * 0.75
        pages[-1] += [
            Stroke(0, top, width, top, "line", size * 0.04),
            Label(
                0,
                top + AIR * size + lower,
                left - size * GAP,
                name,
                small,
                strong=True,
                colour="teal",
                lines=named,
            ),
            Label(left, top + AIR * size, room, text, size, lines=most),
        ]
        top += high
    return [Diagram(width, height, tuple(shapes)) for shapes in pages]
