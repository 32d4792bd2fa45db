"""Rows of cells in columns, as cards show them: words that wrap, hairlines, no grid."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.controls import Tick
from ui.parts.labels import WrapLabel
from ui.parts.layouts import Folding
from ui.parts.text_block import Align, TextRun


class Column(msgspec.Struct, frozen=True):
    """A column: its share of the width (0: as wide as its words), how it speaks, its head.

    What ``folds`` goes below the cell before it where the words of a row would have to wrap.
    """

    share: int = 1
    role: TextRole = "small"
    tone: Tone = "plain"
    align: Align = "left"
    head: str = ""
    folds: bool = False


class TonedCell(msgspec.Struct, frozen=True):
    """A cell that speaks in another tone or role than its column."""

    said: str | tuple[TextRun, ...]
    tone: Tone = "plain"
    role: TextRole | None = None


Cell = str | TonedCell | QWidget
"""What a cell holds: words, words in a tone, or a widget such as a pill or a button."""


class CellRows(QWidget):
    """Rows under declared columns; where they are too narrow, the cells of a row are stacked."""

    def __init__(self, look: Look, columns: Sequence[Column], *, lines: bool = False) -> None:
        """No rows yet; ``lines`` puts a hairline between them. Heads are shown when any
        column has one."""
        super().__init__()
        self._look, self._columns, self._lines = look, tuple(columns), lines
        self._grid = _Grid(look, self._columns, lines)
        self.setLayout(self._grid)
        self._headed = any(column.head for column in columns)
        self._show_heads()

    def add(self, *cells: Cell) -> None:
        """Add a row; cells that are missing at its end stay empty."""
        for at, column in enumerate(self._columns):
            cell: Cell = cells[at] if at < len(cells) else ""
            self._grid.addWidget(self._widget(cell, column))

    def clear(self) -> None:
        """Remove every row but the heads."""
        self._grid.clear()
        self._show_heads()

    def count(self) -> int:
        """How many rows there are, without the heads."""
        return self._grid.count() // len(self._columns) - self._headed

    def cell(self, row: int, column: int) -> QWidget:
        """The widget of a cell. Raises IndexError where there is none."""
        at = (row + self._headed) * len(self._columns) + column
        item = self._grid.itemAt(at)
        widget = item.widget() if item is not None else None
        if widget is None:
            raise IndexError((row, column))
        return widget

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairlines."""
        if not self._lines:
            return
        painter = QPainter(self)
        for y in self._grid.line_tops():
            painter.fillRect(QRect(0, y, self.width(), 1), QColor(self._look.theme.line))
        painter.end()

    def _show_heads(self) -> None:
        if self._headed:
            for column in self._columns:
                head = WrapLabel(self._look, column.head, "eyebrow", "mute", column.align)
                self._grid.addWidget(head)

    def _widget(self, cell: Cell, column: Column) -> QWidget:
        if isinstance(cell, QWidget):
            return cell
        if isinstance(cell, TonedCell):
            role = cell.role or column.role
            return WrapLabel(self._look, cell.said, role, cell.tone, column.align)
        return WrapLabel(self._look, cell, column.role, column.tone, column.align)


class _Grid(Folding):
    """Places cells, in the order of reading, under columns that all rows share."""

    def __init__(self, look: Look, columns: tuple[Column, ...], lines: bool) -> None:
        super().__init__(look.px(16), look.px(16 if lines else 7))
        self._columns = columns
        self._tops: list[int] = []

    def line_tops(self) -> list[int]:
        """Where a line goes between one row and the next."""
        return [top - self._down // 2 - 1 for top in self._tops[1:]]

    def sizeHint(self) -> QSize:
        """Every column as wide as its widest cell."""
        width = sum(self._naturals()) + self._across * (len(self._columns) - 1)
        return QSize(width, self.heightForWidth(width))

    def _place(self, area: QRect, really: bool) -> int:
        count = len(self._columns)
        rows = [self._items[at : at + count] for at in range(0, len(self._items), count)]
        widths = self._widths(area.width())
        tops = []
        top = area.top()
        for row in rows:
            tops.append(top)
            height = (
                self._place_beside(row, widths, area.left(), top, really)
                if widths
                else self._place_below(row, area, top, really)
            )
            top += height + self._down
        if really:
            self._tops = tops
        return max(0, top - area.top() - self._down)

    def _place_beside(
        self, row: list[QLayoutItem], widths: Mapping[int, int], left: int, top: int, really: bool
    ) -> int:
        """Place a row's cells side by side, those without a width below the one before them;
        gives the height of the row."""
        tallest = width = start = 0
        below, after = top, left
        for at, (item, column) in enumerate(zip(row, self._columns, strict=True)):
            if at in widths:
                width, start, below = widths[at], after, top
                after += width + self._across
            wraps = isinstance(item.widget(), WrapLabel | Tick)
            own = width if wraps else min(width, item.sizeHint().width())
            height = _height(item, own)
            if really:
                slack = width - own if column.align == "right" else 0
                self._put(item, QRect(start + slack, below, own, height))
            below += height
            tallest = max(tallest, below - top)
        return tallest

    def _place_below(self, row: list[QLayoutItem], area: QRect, top: int, really: bool) -> int:
        """Place a row's cells one below the other; gives their height."""
        used = 0
        for item in row:
            height = _height(item, area.width())
            if really:
                self._put(item, QRect(area.left(), top + used, area.width(), height))
            used += height
        return used

    def _naturals(self) -> list[int]:
        """The width each column would like."""
        return self._widest([item.sizeHint().width() for item in self._items])

    def _widest(self, widths: list[int]) -> list[int]:
        """The widest of each column's widths."""
        count = len(self._columns)
        return [max(widths[at::count], default=0) for at in range(count)]

    def _widths(self, width: int) -> dict[int, int]:
        """The width of each column that stands beside others; none where they cannot."""
        leasts = self._widest([item.minimumSize().width() for item in self._items])
        likes = self._naturals()
        standing = list(range(len(self._columns)))
        if sum(likes) + self._across * (len(likes) - 1) > width:
            for at in [at for at in standing if at and self._columns[at].folds]:
                standing.remove(at)
                for wide in (leasts, likes):
                    wide[at - 1], wide[at] = max(wide[at - 1], wide[at]), 0
        free = width - self._across * (len(standing) - 1)
        if sum(leasts) > free:
            return {}
        given = {
            at: min(likes[at], max(leasts[at], free // 2))
            for at in standing
            if self._columns[at].share == 0
        }
        open_columns = [at for at in standing if at not in given]
        need = sum(leasts[at] for at in open_columns)
        if free - sum(given.values()) < need:
            given = {at: leasts[at] for at in given}
        given |= {at: leasts[at] for at in open_columns}
        self._grow(given, open_columns, likes, free)
        return given

    def _grow(self, given: dict[int, int], columns: list[int], likes: list[int], free: int) -> None:
        """Share what is left of ``free``: first until nothing wraps that need not, then on."""
        growing = [at for at in columns if given[at] < likes[at]]
        while growing:
            left = free - sum(given.values())
            shares = sum(self._columns[at].share for at in growing)
            full = [
                at
                for at in growing
                if (likes[at] - given[at]) * shares <= left * self._columns[at].share
            ]
            if not full:
                for at in growing:
                    given[at] += left * self._columns[at].share // shares
                return
            given |= {at: likes[at] for at in full}
            growing = [at for at in growing if at not in full]
        left, shares = free - sum(given.values()), sum(self._columns[at].share for at in columns)
        for at in columns:
            given[at] += left * self._columns[at].share // shares


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
