"""Where notes lie: in columns that fill a width, groups in boxes of their own. Arithmetic only."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QPoint, QRect

from ui.parts.notes.items import NoteItem

Measure = Callable[[NoteItem, int], int]
"""The height of an item in so many pixels of width."""


class Style(msgspec.Struct, frozen=True):
    """Lengths in pixels: the least and greatest width of a column, the gap between notes, the
    room inside a box, the height beyond which a note takes several columns, and the margin."""

    least: int
    widest: int
    gap: int
    pad: int
    tall: int
    margin: int


class Box(msgspec.Struct, frozen=True):
    """The box of a group by its id, and where it lies."""

    group: str
    rect: QRect


class Laid(msgspec.Struct, frozen=True):
    """Where every item lies, in their order; the boxes of groups; the height of all."""

    rects: tuple[QRect, ...] = ()
    boxes: tuple[Box, ...] = ()
    height: int = 0

    def item_at(self, point: QPoint) -> int:
        """The item under a point, or -1."""
        return next((at for at, rect in enumerate(self.rects) if rect.contains(point)), -1)

    def drop_at(self, point: QPoint, items: Sequence[NoteItem]) -> tuple[str, str]:
        """Where something let go at ``point`` belongs: before which note, in which group.

        Either may be empty: at the end, in no group.
        """
        group = next((box.group for box in self.boxes if box.rect.contains(point)), "")
        peers = [at for at, item in enumerate(items) if item.group == group and not item.title]
        for at in peers:
            rect = self.rects[at]
            above = point.y() < rect.top()
            beside = rect.top() <= point.y() <= rect.bottom() and point.x() < rect.center().x()
            if above or beside:
                return items[at].id, group
        return "", group


class _Piece(msgspec.Struct):
    """A note, or a group with its notes: how many columns it takes and how high it is."""

    items: list[int]
    boxed: bool
    span: int = 1
    height: int = 0


def lay(items: Sequence[NoteItem], width: int, style: Style, measure: Measure) -> Laid:
    """Lay items into a width, row by row; notes of a row are equally high."""
    inner = max(1, width - 2 * style.margin)
    columns = max(1, (inner + style.gap) // (style.least + style.gap))
    each = min(style.widest, (inner - style.gap * (columns - 1)) // columns)
    rects: list[QRect] = [QRect() for _ in items]
    boxes: list[Box] = []
    top = style.margin
    row: list[_Piece] = []
    used = 0
    for piece in _pieces(items):
        _size(piece, items, columns, each, style, measure)
        if row and (used + piece.span > columns or row[0].boxed != piece.boxed):
            top += _place(row, items, top, each, style, measure, (rects, boxes)) + style.gap
            row, used = [], 0
        row.append(piece)
        used += piece.span
    if row:
        top += _place(row, items, top, each, style, measure, (rects, boxes)) + style.gap
    height = top - style.gap + style.margin if items else 0
    return Laid(tuple(rects), tuple(boxes), height)


def _pieces(items: Sequence[NoteItem]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for at, item in enumerate(items):
        boxed = bool(item.group)
        if boxed and not item.title and pieces and items[pieces[-1].items[0]].group == item.group:
            pieces[-1].items.append(at)
        else:
            pieces.append(_Piece([at], boxed))
    return pieces


def _wide(span: int, each: int, style: Style) -> int:
    """The width of so many columns with the gaps between them."""
    return span * each + (span - 1) * style.gap


def _size(
    piece: _Piece,
    items: Sequence[NoteItem],
    columns: int,
    each: int,
    style: Style,
    measure: Measure,
) -> None:
    if piece.boxed:
        piece.span = min(columns, max(1, len(piece.items) - 1))
        piece.height = _fill(piece, items, QPoint(0, 0), each, style, measure, None)
        return
    item = items[piece.items[0]]
    for span in range(1, columns + 1):
        piece.span, piece.height = span, measure(item, _wide(span, each, style))
        if piece.height <= style.tall:
            return


def _place(
    row: Sequence[_Piece],
    items: Sequence[NoteItem],
    top: int,
    each: int,
    style: Style,
    measure: Measure,
    into: tuple[list[QRect], list[Box]],
) -> int:
    """Write down where a row's pieces lie; gives the height of the row."""
    rects, boxes = into
    tallest = max(piece.height for piece in row)
    left = style.margin
    for piece in row:
        width = _wide(piece.span, each, style)
        if piece.boxed:
            corner = QPoint(left, top)
            high = _fill(piece, items, corner, each, style, measure, rects)
            boxes.append(Box(items[piece.items[0]].group, QRect(left, top, width, high)))
        else:
            rects[piece.items[0]] = QRect(left, top, width, tallest)
        left += width + style.gap
    return tallest


def _fill(
    piece: _Piece,
    items: Sequence[NoteItem],
    corner: QPoint,
    each: int,
    style: Style,
    measure: Measure,
    rects: list[QRect] | None,
) -> int:
    """Lay a group's title and notes inside its box; gives the height of the box."""
    inner = _wide(piece.span, each, style) - 2 * style.pad
    across = piece.span
    narrow = (inner - style.gap * (across - 1)) // across
    left, top = corner.x() + style.pad, corner.y() + style.pad
    notes = list(piece.items)
    if items[notes[0]].title:
        high = measure(items[notes[0]], inner)
        if rects is not None:
            rects[notes[0]] = QRect(left, top, inner, high)
        notes.pop(0)
        top += high + (style.gap if notes else 0)
    for start in range(0, len(notes), across):
        some = notes[start : start + across]
        tallest = max(measure(items[at], narrow) for at in some)
        if rects is not None:
            for number, at in enumerate(some):
                rects[at] = QRect(left + number * (narrow + style.gap), top, narrow, tallest)
        top += tallest + (style.gap if start + across < len(notes) else 0)
    return top + style.pad - corner.y()
