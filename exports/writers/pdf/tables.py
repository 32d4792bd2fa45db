"""Tables as layout boxes: a hairline above every row, the heads repeated on each page."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.page import Table
from exports.writers.pdf import print_styles
from exports.writers.pdf.layout_context import LayoutContext
from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import Draw, LayoutBox
from exports.writers.pdf.tags import Node, scope
from exports.writers.table_widths import WRITING_ROW, at_least, by_hand, column_widths, unbroken
from exports.writers.typeset.line_breaking import Line
from exports.writers.typeset.typesetter import TextStyle

_GAP = 12.0
_PADDING = 4.6
_HAIRLINE = 0.75
_WHOLE = 8
"""A row of at most this many lines is never cut."""
_SHORT = 0.3
"""A table whose rows take at most this share of a page is never cut."""
_NARROWEST = 42.0
_BELOW_CAPTION = 3.0


@dataclass(slots=True)
class _Cell:
    """A cell of a row: where it stands, what it says, what it is."""

    x: float
    width: float
    lines: list[Line]
    style: TextStyle
    node: Node | None


def table(context: LayoutContext, piece: Table) -> list[LayoutBox]:
    """A table with its caption above it."""
    columns = max([len(piece.heads), *(len(row) for row in piece.rows)], default=0)
    if not columns:
        return []
    node = context.tags.root.add("Table")
    boxes: list[LayoutBox] = []
    if piece.caption.strip():
        style = print_styles.HEAD_CELL
        lines = context.lines([(piece.caption, style)], context.width)
        boxes = context.strips(lines, style, node.add("Caption"), context.left, context.width)
        boxes[-1].keep = True
    rooms = _rooms(context, piece, columns)
    again: LayoutBox | None = None
    if any(head.strip() for head in piece.heads):
        heads = _padded(piece.heads, columns)
        row = node.add("TR")
        tagged = [context.said(row, "TH", head, scope("Column")) for head in heads]
        shown = _cells(context, heads, rooms, [print_styles.HEAD_CELL] * columns, list(tagged))
        first = _row(context, shown, ruled=False)
        first[-1].keep = True
        first[0].above = _BELOW_CAPTION if boxes else 0
        boxes.extend(first)
        repeated = _cells(
            context, heads, rooms, [print_styles.HEAD_CELL] * columns, [None] * columns
        )
        again = _whole(context, repeated, ruled=False)
    rows = [_body_row(context, piece, row, columns, rooms, node) for row in piece.rows]
    _keep_rows(context, rows)
    if piece.rows and by_hand(piece.rows[-1]):
        # The last row to be written in by hand needs a line to write on too.
        rows[-1][-1].draw = _closed(context, rooms, rows[-1][-1])
    for strips in rows:
        for strip in strips:
            strip.head = again
        boxes.extend(strips)
    return boxes


def _keep_rows(context: LayoutContext, rows: list[list[LayoutBox]]) -> None:
    """Leave a short table whole; let no page begin or end with a single row of a longer one."""
    height = sum(strip.height for strips in rows for strip in strips)
    whole = height <= context.height * _SHORT
    for place, strips in enumerate(rows[:-1]):
        if whole or place in (0, len(rows) - 2):
            strips[-1].keep = True


def _closed(context: LayoutContext, rooms: list[tuple[float, float]], strip: LayoutBox) -> Draw:
    draw = strip.draw

    def closed(page_content: PageContent, top: float) -> None:
        draw(page_content, top)
        _lines_to_write_on(page_content, rooms, top + strip.height)

    return closed


def _lines_to_write_on(
    page_content: PageContent, rooms: list[tuple[float, float]], top: float
) -> None:
    """A line for each column, apart from the next: so that a pen sees where a column ends."""
    page_content.decor()
    for left, width in rooms:
        page_content.rule((left, top), (left + width, top), print_styles.HAIRLINE, _HAIRLINE)


def _rule(context: LayoutContext, page_content: PageContent, top: float) -> None:
    page_content.decor()
    left, right = context.left, context.left + context.width
    page_content.rule((left, top), (right, top), print_styles.HAIRLINE, _HAIRLINE)


def _body_row(
    context: LayoutContext,
    piece: Table,
    texts: tuple[str, ...],
    columns: int,
    rooms: list[tuple[float, float]],
    table_node: Node,
) -> list[LayoutBox]:
    row = table_node.add("TR")
    by_pen = by_hand(texts)
    headless = not any(head.strip() for head in piece.heads)
    heads_row = 0 if headless or piece.strong_column == 0 else None
    cells = _padded(texts, columns)
    nodes: list[Node | None] = [
        context.said(row, "TH", text, scope("Row"))
        if column == heads_row
        else context.said(row, "TD", text)
        for column, text in enumerate(cells)
    ]
    styles = [
        print_styles.STRONG_CELL if column == piece.strong_column else print_styles.CELL
        for column in range(columns)
    ]
    boxes = _row(context, _cells(context, cells, rooms, styles, nodes), not by_pen)
    if by_pen:
        boxes[0].draw = _above_a_pen(rooms, boxes[0].draw)
        boxes[-1].height += max(WRITING_ROW - sum(layout_box.height for layout_box in boxes), 0)
    return boxes


def _above_a_pen(rooms: list[tuple[float, float]], draw: Draw) -> Draw:
    def ruled(page_content: PageContent, top: float) -> None:
        _lines_to_write_on(page_content, rooms, top)
        draw(page_content, top)

    return ruled


def _padded(texts: tuple[str, ...], columns: int) -> list[str]:
    return [*texts, *[""] * (columns - len(texts))]


def _cells(
    context: LayoutContext,
    texts: list[str],
    rooms: list[tuple[float, float]],
    styles: list[TextStyle],
    nodes: list[Node | None],
) -> list[_Cell]:
    return [
        _Cell(x, width, context.lines([(text.strip(), style)], width), style, node)
        for text, (x, width), style, node in zip(texts, rooms, styles, nodes, strict=True)
    ]


def _row(context: LayoutContext, cells: list[_Cell], ruled: bool) -> list[LayoutBox]:
    """A row as one box, or as one for each of its lines when it is long."""
    most = max(len(cell.lines) for cell in cells)
    if most <= _WHOLE:
        return [_whole(context, cells, ruled)]
    boxes = [
        _strip(context, cells, line, line + 1, ruled and line == 0, line == most - 1)
        for line in range(most)
    ]
    boxes[0].keep = boxes[-2].keep = True
    return boxes


def _whole(context: LayoutContext, cells: list[_Cell], ruled: bool) -> LayoutBox:
    return _strip(context, cells, 0, max(len(cell.lines) for cell in cells), ruled, True)


def _strip(
    context: LayoutContext, cells: list[_Cell], start: int, end: int, ruled: bool, last: bool
) -> LayoutBox:
    """The lines from ``start`` to before ``end`` of every cell of a row."""
    leading = print_styles.CELL.leading
    padding = _PADDING if start == 0 else 0.0
    height = padding + (end - start) * leading + (_PADDING if last else 0)
    drops = [context.baseline(cell.style) for cell in cells]

    def draw(page_content: PageContent, top: float) -> None:
        if ruled:
            _rule(context, page_content, top)
        for cell, drop in zip(cells, drops, strict=True):
            lines = [line for line in cell.lines[start:end] if line.pieces]
            if not lines:
                continue
            if cell.node is None:
                page_content.decor("/Type /Pagination")
            else:
                page_content.mark(cell.node)
            for place, line in enumerate(cell.lines[start:end]):
                baseline = top + padding + place * leading + drop
                page_content.text(line, cell.x, baseline, cell.width)

    return LayoutBox(height, draw)


def _rooms(context: LayoutContext, piece: Table, columns: int) -> list[tuple[float, float]]:
    """Where each column stands and how wide its text may be."""
    free = context.width - _GAP * (columns - 1)
    given = [max(share, 0.0) for share in piece.widths[:columns]]
    lengths, words = _measured(context, piece, columns)
    if len(given) == columns and sum(given) > 0:
        # The shares are of the whole width, the gap after a column counted with it.
        total = sum(given)
        widths = [
            share / total * context.width - (_GAP if column < columns - 1 else 0)
            for column, share in enumerate(given)
        ]
        least = min(_NARROWEST, max(free / columns, 1.0))
        widths = at_least(widths, [max(least, word) for word in words])
    else:
        widths = column_widths(lengths, free, words)
    rooms: list[tuple[float, float]] = []
    x = context.left
    for width in widths:
        rooms.append((x, width))
        x += width + _GAP
    return rooms


def _measured(
    context: LayoutContext, piece: Table, columns: int
) -> tuple[list[list[float]], list[float]]:
    """How long each cell's text is on one line, row by row; and each column's longest word."""
    texts = [
        [(text, style) for text in _padded(row, columns)]
        for row, style in (
            (piece.heads, print_styles.HEAD_CELL),
            *((row, print_styles.STRONG_CELL) for row in piece.rows),
        )
    ]

    def widest(parts: Sequence[str], style: TextStyle) -> float:
        return max((context.setter.width(part, style) for part in parts), default=0.0)

    lengths = [[widest(text.split("\n"), style) for text, style in row] for row in texts]
    words = [
        # A hair more than the word, or it would be broken after all.
        max(widest(unbroken(row[at][0]), row[at][1]) for row in texts) + 1
        for at in range(columns)
    ]
    return lengths, words
