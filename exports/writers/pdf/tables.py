"""Tables as slabs: a hairline above every row, the heads set again on each page."""

from dataclasses import dataclass

from exports.page import Table
from exports.writers.columns import WRITING_ROW, at_least, by_hand, column_widths
from exports.writers.pdf import theme
from exports.writers.pdf.flow import Draw, Slab
from exports.writers.pdf.setting import Setting
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import Node, scope
from exports.writers.typeset.lines import Line
from exports.writers.typeset.typesetter import Type

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
    style: Type
    node: Node | None


def table(setting: Setting, piece: Table) -> list[Slab]:
    """A table with its caption above it."""
    columns = max([len(piece.heads), *(len(row) for row in piece.rows)], default=0)
    if not columns:
        return []
    node = setting.tags.root.add("Table")
    slabs: list[Slab] = []
    if piece.caption.strip():
        style = theme.HEAD_CELL
        lines = setting.lines([(piece.caption, style)], setting.width)
        slabs = setting.strips(lines, style, node.add("Caption"), setting.left, setting.width)
        slabs[-1].keep = True
    rooms = _rooms(setting, piece, columns)
    again: Slab | None = None
    if any(head.strip() for head in piece.heads):
        heads = _padded(piece.heads, columns)
        row = node.add("TR")
        tagged = [setting.said(row, "TH", head, scope("Column")) for head in heads]
        shown = _cells(setting, heads, rooms, [theme.HEAD_CELL] * columns, list(tagged))
        first = _row(setting, shown, ruled=False)
        first[-1].keep = True
        first[0].above = _BELOW_CAPTION if slabs else 0
        slabs.extend(first)
        repeated = _cells(setting, heads, rooms, [theme.HEAD_CELL] * columns, [None] * columns)
        again = _whole(setting, repeated, ruled=False)
    rows = [_body_row(setting, piece, row, columns, rooms, node) for row in piece.rows]
    _keep_rows(setting, rows)
    if piece.rows and by_hand(piece.rows[-1]):
        # The last row to be written in by hand needs a line to write on too.
        rows[-1][-1].draw = _closed(setting, rooms, rows[-1][-1])
    for strips in rows:
        for strip in strips:
            strip.head = again
        slabs.extend(strips)
    return slabs


def _keep_rows(setting: Setting, rows: list[list[Slab]]) -> None:
    """Leave a short table whole; let no page begin or end with a single row of a longer one."""
    height = sum(strip.height for strips in rows for strip in strips)
    whole = height <= setting.height * _SHORT
    for place, strips in enumerate(rows[:-1]):
        if whole or place in (0, len(rows) - 2):
            strips[-1].keep = True


def _closed(setting: Setting, rooms: list[tuple[float, float]], strip: Slab) -> Draw:
    draw = strip.draw

    def closed(sheet: Sheet, top: float) -> None:
        draw(sheet, top)
        _lines_to_write_on(sheet, rooms, top + strip.height)

    return closed


def _lines_to_write_on(sheet: Sheet, rooms: list[tuple[float, float]], top: float) -> None:
    """A line for each column, apart from the next: so that a pen sees where a column ends."""
    sheet.decor()
    for left, width in rooms:
        sheet.rule((left, top), (left + width, top), theme.HAIRLINE, _HAIRLINE)


def _rule(setting: Setting, sheet: Sheet, top: float) -> None:
    sheet.decor()
    left, right = setting.left, setting.left + setting.width
    sheet.rule((left, top), (right, top), theme.HAIRLINE, _HAIRLINE)


def _body_row(
    setting: Setting,
    piece: Table,
    texts: tuple[str, ...],
    columns: int,
    rooms: list[tuple[float, float]],
    table_node: Node,
) -> list[Slab]:
    row = table_node.add("TR")
    by_pen = by_hand(texts)
    headless = not any(head.strip() for head in piece.heads)
    heads_row = 0 if headless or piece.strong_column == 0 else None
    cells = _padded(texts, columns)
    nodes: list[Node | None] = [
        setting.said(row, "TH", text, scope("Row"))
        if column == heads_row
        else setting.said(row, "TD", text)
        for column, text in enumerate(cells)
    ]
    styles = [
        theme.STRONG_CELL if column == piece.strong_column else theme.CELL
        for column in range(columns)
    ]
    slabs = _row(setting, _cells(setting, cells, rooms, styles, nodes), not by_pen)
    if by_pen:
        slabs[0].draw = _above_a_pen(rooms, slabs[0].draw)
        slabs[-1].height += max(WRITING_ROW - sum(slab.height for slab in slabs), 0)
    return slabs


def _above_a_pen(rooms: list[tuple[float, float]], draw: Draw) -> Draw:
    def ruled(sheet: Sheet, top: float) -> None:
        _lines_to_write_on(sheet, rooms, top)
        draw(sheet, top)

    return ruled


def _padded(texts: tuple[str, ...], columns: int) -> list[str]:
    return [*texts, *[""] * (columns - len(texts))]


def _cells(
    setting: Setting,
    texts: list[str],
    rooms: list[tuple[float, float]],
    styles: list[Type],
    nodes: list[Node | None],
) -> list[_Cell]:
    return [
        _Cell(x, width, setting.lines([(text.strip(), style)], width), style, node)
        for text, (x, width), style, node in zip(texts, rooms, styles, nodes, strict=True)
    ]


def _row(setting: Setting, cells: list[_Cell], ruled: bool) -> list[Slab]:
    """A row as one slab, or as one for each of its lines when it is long."""
    most = max(len(cell.lines) for cell in cells)
    if most <= _WHOLE:
        return [_whole(setting, cells, ruled)]
    slabs = [
        _strip(setting, cells, line, line + 1, ruled and line == 0, line == most - 1)
        for line in range(most)
    ]
    slabs[0].keep = slabs[-2].keep = True
    return slabs


def _whole(setting: Setting, cells: list[_Cell], ruled: bool) -> Slab:
    return _strip(setting, cells, 0, max(len(cell.lines) for cell in cells), ruled, True)


def _strip(
    setting: Setting, cells: list[_Cell], start: int, end: int, ruled: bool, last: bool
) -> Slab:
    """The lines from ``start`` to before ``end`` of every cell of a row."""
    leading = theme.CELL.leading
    padding = _PADDING if start == 0 else 0.0
    height = padding + (end - start) * leading + (_PADDING if last else 0)
    drops = [setting.baseline(cell.style) for cell in cells]

    def draw(sheet: Sheet, top: float) -> None:
        if ruled:
            _rule(setting, sheet, top)
        for cell, drop in zip(cells, drops, strict=True):
            lines = [line for line in cell.lines[start:end] if line.pieces]
            if not lines:
                continue
            if cell.node is None:
                sheet.decor("/Type /Pagination")
            else:
                sheet.mark(cell.node)
            for place, line in enumerate(cell.lines[start:end]):
                baseline = top + padding + place * leading + drop
                sheet.text(line, cell.x, baseline, cell.width)

    return Slab(height, draw)


def _rooms(setting: Setting, piece: Table, columns: int) -> list[tuple[float, float]]:
    """Where each column stands and how wide its text may be."""
    free = setting.width - _GAP * (columns - 1)
    given = [max(share, 0.0) for share in piece.widths[:columns]]
    if len(given) == columns and sum(given) > 0:
        # The shares are of the whole width, the gap after a column counted with it.
        total = sum(given)
        widths = [
            share / total * setting.width - (_GAP if column < columns - 1 else 0)
            for column, share in enumerate(given)
        ]
    else:
        widths = _natural_widths(setting, piece, columns, free)
    least = min(_NARROWEST, max(free / columns, 1.0))
    widths = at_least(widths, [least] * columns)
    rooms: list[tuple[float, float]] = []
    x = setting.left
    for width in widths:
        rooms.append((x, width))
        x += width + _GAP
    return rooms


def _natural_widths(setting: Setting, piece: Table, columns: int, free: float) -> list[float]:
    """Each column as wide as its texts would like, within reason."""
    texts = [
        [(text, style) for text in _padded(row, columns)]
        for row, style in (
            (piece.heads, theme.HEAD_CELL),
            *((row, theme.STRONG_CELL) for row in piece.rows),
        )
    ]

    def widest(text: str, style: Type, by: str | None) -> float:
        return max((setting.setter.width(part, style) for part in text.split(by)), default=0.0)

    lengths = [[widest(text, style, "\n") for text, style in row] for row in texts]
    words = [
        # A hair more than the word, or it would be broken after all.
        max(widest(row[at][0], row[at][1], None) for row in texts) + 1
        for at in range(columns)
    ]
    return column_widths(lengths, free, words)
