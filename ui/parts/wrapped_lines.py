"""Lines of a list whose words wrap: each is as tall as what it says.

The lines that are seen first are measured at once, the others a few at a time when nothing else is
to be done, or when they are drawn; until then they count as tall as the others are on the whole.
What is set is kept for as long as a line says the same.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from math import ceil

from PySide6.QtCore import QRect, QSize, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.column_list import (
    ColumnList,
    ColumnListDelegate,
    ColumnListModel,
    Index,
    ListCell,
    ListLine,
)
from ui.parts.list_columns import ListColumn, PlacedColumns, lay_columns
from ui.parts.text_block import TextBlock, TextRun

AT_ONCE = 40
"""Lines measured at once: more than are seen together."""


class _Words:
    """The words of one line, set for a list in which some columns stand under the name."""

    def __init__(self, look: Look, line: ListLine, under: tuple[str, ...]) -> None:
        self.line, self.under = line, under
        self._look = look
        self._name = TextBlock(look, _name(line, under), "strong")
        self._cells: dict[str, TextBlock] = {}
        self._measured = (-1, 0)

    def name(self) -> TextBlock:
        """The name, with what stands under it."""
        return self._name

    def cell(self, column: str) -> TextBlock:
        """A cell, with what stands under it."""
        if column not in self._cells:
            self._cells[column] = TextBlock(self._look, _cell(self.line, column), "small")
        return self._cells[column]

    def height(self, width: int, laid: PlacedColumns, advances: "_Advances") -> int:
        """How tall the words are in a list of ``width`` pixels, whose columns are ``laid``."""
        if self._measured[0] != width:
            first, *rest = laid.places
            tallest = self._name.lay(first.width)
            for place in rest:
                tall = self._cell_height(place.column.id, place.width, advances)
                tallest = max(tallest, tall)
            self._measured = (width, tallest)
        return self._measured[1]

    def _cell_height(self, column: str, width: int, advances: "_Advances") -> int:
        cell = self.line.cells.get(column)
        if cell is None:
            return 0
        one_line = max(advances.of(cell.text), advances.of(cell.under)) <= width
        if one_line and "\n" not in cell.text:
            return self._look.pitch("small") * (bool(cell.text) + bool(cell.under))
        return self.cell(column).lay(width)


class _Advances:
    """How wide texts are on one line: many lines say the same."""

    def __init__(self, look: Look) -> None:
        # In the stronger face, which is the wider one.
        self._metrics = look.metrics("small-strong")
        self._known: dict[str, int] = {"": 0}

    def of(self, text: str) -> int:
        """The width of a text, pixels."""
        if text not in self._known:
            self._known[text] = ceil(self._metrics.horizontalAdvance(text)) + 2
        return self._known[text]


class WrappedDelegate(ColumnListDelegate):
    """Paints lines whose words wrap in their columns, from the top of each line."""

    uniform = False

    def __init__(
        self, look: Look, model: ColumnListModel, columns: Sequence[ListColumn], view: ColumnList
    ) -> None:
        """Paint the lines of ``model`` in ``view``. No column is one of stages."""
        super().__init__(look, model, columns, view)
        self._look, self._model, self._columns = look, model, tuple(columns)
        self._advances = _Advances(look)
        self._words: dict[str, _Words] = {}
        self._laid = (-1, PlacedColumns((), ()))
        self._width = -1
        self._heights: dict[int, int] = {}
        self._usual = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._measure_more)
        # Before the view, which asks for heights when it hears of other lines.
        model.modelAboutToBeReset.connect(self._forget_heights)

    def list_height(self, width: int) -> int:
        """The height of all lines together in a list ``width`` pixels wide."""
        if width != self._width:
            self._width, self._heights = width, {}
        self._measure(range(min(AT_ONCE, self._model.rowCount())))
        if len(self._heights) < self._model.rowCount():
            self._rest.start()
        return sum(self._height(row) for row in range(self._model.rowCount()))

    def settle(self) -> None:
        """Measure every line now: one of them is to be found where it will stay."""
        self._measure(range(self._model.rowCount()))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its words are in the list; the option does not always know how wide it is."""
        return QSize(self._view.width(), self._height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line: its ground, its name with what stands under it, its columns."""
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, area, index)
        if index.row() not in self._heights:
            self._measure([index.row()])
            self._rest.start()
        laid = self._lay(area.width())
        words = self._of(index.row(), laid)
        tone: Tone = "mute" if words.line.muted else "plain"
        for place in laid.places:
            first = place is laid.places[0]
            block = words.name() if first else words.cell(place.column.id)
            block.lay(place.width)
            top = area.top() + self._above()
            block.draw(painter, area.left() + place.left, top, self._look.colour(tone))
        painter.restore()

    def _height(self, row: int) -> int:
        """How tall a line is, or else how tall those are on the whole that were measured."""
        known = self._heights.get(row)
        return self._usual if known is None else known

    def _measure(self, rows: Iterable[int]) -> None:
        laid = self._lay(self._width)
        for row in rows:
            if row not in self._heights:
                words = self._of(row, laid)
                height = words.height(self._width, laid, self._advances)
                self._heights[row] = height + 2 * self._above()
        if self._heights:
            self._usual = round(sum(self._heights.values()) / len(self._heights))

    def _measure_more(self) -> None:
        """Measure the next lines that are not measured yet, and let the list be as tall as that."""
        left = (row for row in range(self._model.rowCount()) if row not in self._heights)
        self._measure(list(islice(left, AT_ONCE)))
        self._view.fit()

    def _forget_heights(self) -> None:
        self._heights = {}

    def _lay(self, width: int) -> PlacedColumns:
        """Where the columns stand, worked out once for all lines."""
        if self._laid[0] != width:
            self._laid = (width, lay_columns(self._look, self._columns, width))
        return self._laid[1]

    def _of(self, row: int, laid: PlacedColumns) -> _Words:
        """The words of a line: those that are kept, where it still says the same."""
        key, line = self._model.key(row), self._model.line(row)
        kept = self._words.get(key)
        if kept is None or kept.line is not line or kept.under != laid.under:
            kept = self._words[key] = _Words(self._look, line, laid.under)
        return kept

    def _above(self) -> int:
        """Pixels above and below the words of a line."""
        return self._look.px(12)


def _name(line: ListLine, under: Sequence[str]) -> list[TextRun]:
    """The name of a line, the remark under it, and the columns for which there is no room."""
    pieces = [TextRun(line.name)]
    if line.under:
        pieces.append(TextRun(f"\n{line.under}", role="small", tone="mute"))
    for column in under:
        cell = line.cells.get(column)
        if cell is not None:
            tone: Tone = "mute" if line.muted or cell.tone == "plain" else cell.tone
            pieces.append(TextRun(f"\n{cell.folded or cell.text}", role="small", tone=tone))
            if cell.under:
                pieces.append(TextRun(f" · {cell.under}", role="small", tone=cell.under_tone))
    return pieces


def _cell(line: ListLine, column: str) -> list[TextRun]:
    """A cell with the remark under it."""
    cell = line.cells.get(column, ListCell(""))
    tone: Tone = "mute" if line.muted else cell.tone
    pieces = [TextRun(cell.text, strong=cell.strong, tone=tone)] if cell.text else []
    if cell.under:
        lead = "\n" if pieces else ""
        pieces.append(TextRun(f"{lead}{cell.under}", tone=cell.under_tone))
    return pieces
