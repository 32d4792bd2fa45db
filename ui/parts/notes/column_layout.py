"""Notes in columns that fill a width, groups in boxes of their own."""

from collections.abc import Iterator, Sequence

import msgspec
from PySide6.QtCore import QRect

from ui.look.look import Look
from ui.parts.notes.layout import Box, Measure, Strip
from ui.parts.notes.model import NoteItem

_LONG = 9
"""Lines from which a note takes more than one column."""


class _Cell(msgspec.Struct, frozen=True):
    """A note, or a group with its notes: the columns and the height it takes, and where its items
    lie in it, in pixels from its corner."""

    span: int
    height: int
    rects: tuple[QRect, ...]
    group: str = ""


class ColumnLayout(msgspec.Struct, frozen=True):
    """A layout (``ui.parts.notes.layout.Layout``): cells from the left, equally high in a strip.

    Lengths are pixels: the least and the greatest width of a column, the gap between notes, the
    padding inside a box, the height beyond which a note takes several columns, and the margin.
    """

    least: int
    widest: int
    gap: int
    padding: int
    tall: int
    margin: int

    def strip(self, items: Sequence[NoteItem], first: int, width: int, measure: Measure) -> Strip:
        """As many cells as have room side by side; groups stand beside groups alone."""
        inner = max(1, width - 2 * self.margin)
        columns = max(1, (inner + self.gap) // (self.least + self.gap))
        each = min(self.widest, (inner - self.gap * (columns - 1)) // columns)
        row: list[_Cell] = []
        used, looked = 0, first
        for cell in self._cells(items, first, columns, each, measure):
            looked += len(cell.rects)
            if row and (used + cell.span > columns or bool(cell.group) != bool(row[0].group)):
                break
            row.append(cell)
            used += cell.span
        # A cell ends where another group begins, so that the item after it counts as well.
        return self._side_by_side(row, each, looked + 1 - first)

    def smaller(self, share: float) -> "ColumnLayout":
        """Narrower columns, closer together."""
        lengths = msgspec.structs.asdict(self)
        return ColumnLayout(**{name: max(1, round(one * share)) for name, one in lengths.items()})

    def _side_by_side(self, row: Sequence[_Cell], each: int, depends: int) -> Strip:
        height = max(cell.height for cell in row)
        rects: list[QRect] = []
        boxes: list[Box] = []
        left = self.margin
        for cell in row:
            width = self._width(cell.span, each)
            if cell.group:
                boxes.append(Box(cell.group, QRect(left, 0, width, cell.height)))
                rects += [rect.translated(left, 0) for rect in cell.rects]
            else:
                rects.append(QRect(left, 0, width, height))
            left += width + self.gap
        return Strip(tuple(rects), height, depends, tuple(boxes))

    def _cells(
        self, items: Sequence[NoteItem], first: int, columns: int, each: int, measure: Measure
    ) -> Iterator[_Cell]:
        at = first
        while at < len(items):
            group = items[at].group
            after = at + 1
            if group:
                while after < len(items) and _goes_on(items[after], group):
                    after += 1
                yield self._group(items[at:after], columns, each, measure)
            else:
                yield self._note(items[at], columns, each, measure)
            at = after

    def _width(self, span: int, each: int) -> int:
        """The width of so many columns with the gaps between them."""
        return span * each + (span - 1) * self.gap

    def _note(self, item: NoteItem, columns: int, each: int, measure: Measure) -> _Cell:
        for span in range(1, columns + 1):
            width = self._width(span, each)
            height = measure(item, width)
            if height <= self.tall:
                break
        return _Cell(span, height, (QRect(0, 0, width, height),))

    def _group(self, items: Sequence[NoteItem], columns: int, each: int, measure: Measure) -> _Cell:
        """A group's title over its notes, as many side by side as it takes columns."""
        across = min(columns, max(1, len(items) - 1))
        inner = self._width(across, each) - 2 * self.padding
        narrow = (inner - self.gap * (across - 1)) // across
        left = top = self.padding
        rects: list[QRect] = []
        notes = items
        if items[0].title:
            high = measure(items[0], inner)
            rects.append(QRect(left, top, inner, high))
            notes = items[1:]
            top += high + self.gap
        for start in range(0, len(notes), across):
            some = notes[start : start + across]
            high = max(measure(item, narrow) for item in some)
            rects += [
                QRect(left + number * (narrow + self.gap), top, narrow, high)
                for number in range(len(some))
            ]
            top += high + self.gap
        return _Cell(across, top - self.gap + self.padding, tuple(rects), items[0].group)


def _goes_on(item: NoteItem, group: str) -> bool:
    return item.group == group and not item.title


def sticky_notes(look: Look) -> ColumnLayout:
    """Sticky notes side by side, as on a wall of paper."""
    return ColumnLayout(
        least=look.size(148),
        widest=look.size(260),
        gap=look.px(8),
        padding=look.px(10),
        tall=_LONG * look.pitch("note") + 2 * look.px(9),
        margin=look.px(5),
    )


def one_column(look: Look) -> ColumnLayout:
    """Wide notes one below the other, beside each other only where there is much room."""
    return ColumnLayout(
        least=look.size(470),
        widest=look.size(760),
        gap=look.px(8),
        padding=look.px(10),
        tall=1_000_000,
        margin=look.px(5),
    )
