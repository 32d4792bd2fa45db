"""A long list painted line by line: a name with a remark under it, columns beside, as a card.

A model with a delegate, so that two hundred lines cost no more than those that are seen. The list
is as tall as its lines: the page scrolls, not the list.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from ui.look.look import Look, elided, wrap_in_two
from ui.look.scaling import RADIUS_CONTROL
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.card import paint_card
from ui.parts.keycaps import ENTER
from ui.parts.list_columns import ListColumn, lay_columns
from ui.parts.list_heads import ListHeads
from ui.parts.list_lines import ListCell as ListCell
from ui.parts.list_lines import ListLine as ListLine
from ui.parts.stage_marks import paint_stage_marks
from ui.parts.transparency import make_transparent

Index = QModelIndex | QPersistentModelIndex


LineMaker = Callable[[int], ListLine]
"""Gives the line at a place; asked only for lines that are looked at."""


class ColumnListModel(QAbstractListModel):
    """Lines by their keys, each spoken once, when it is first looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No lines yet."""
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self._speak: LineMaker | None = None
        self._spoken: dict[int, ListLine] = {}

    def set_lines(self, keys: Sequence[str], speak: LineMaker) -> None:
        """Show other lines: the key of each, and what speaks them."""
        self.beginResetModel()
        self._keys, self._speak, self._spoken = tuple(keys), speak, {}
        self.endResetModel()

    def key(self, row: int) -> str:
        """The key of a line. Raises IndexError."""
        return self._keys[row]

    def row_of(self, key: str) -> int | None:
        """The row of a key, if it is listed."""
        return self._keys.index(key) if key in self._keys else None

    def line(self, row: int) -> ListLine:
        """The words of a line. Raises IndexError."""
        if row not in self._spoken:
            if self._speak is None:
                raise IndexError(row)
            self._spoken[row] = self._speak(row)
        return self._spoken[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, and the whole line for whoever does not see it."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.line(index.row()).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.line(index.row()).whole
        return None


class ColumnListDelegate(QStyledItemDelegate):
    """Paints a line under the list's columns."""

    def __init__(
        self, look: Look, model: ColumnListModel, columns: Sequence[ListColumn], view: "ColumnList"
    ) -> None:
        """Paint the lines of ``model`` in ``view``."""
        super().__init__(view)
        self._look, self._model, self._columns = look, model, tuple(columns)
        self._view = view

    uniform = True
    """Whether every line is as tall as every other."""

    def list_height(self, width: int) -> int:
        """The height of all lines together in a list ``width`` pixels wide."""
        return self.height(width) * self._model.rowCount()

    def settle(self) -> None:
        """Know how tall every line is. Lines that are all as tall need nothing for that."""

    def height(self, width: int) -> int:
        """The height of every line in a list ``width`` pixels wide."""
        look = self._look
        under = 1 + len(lay_columns(look, self._columns, width).under)
        return look.pitch("strong") + under * look.pitch("small") + 2 * look.px(12) + look.px(2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = option.rect.width()
        return QSize(width, self.height(width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line: its ground, its name, its columns."""
        look = self._look
        area = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, area, index)
        line = self._model.line(index.row())
        laid = lay_columns(look, self._columns, area.width())
        for place in laid.places:
            box = QRect(area.left() + place.left, area.top(), place.width, area.height())
            if place is laid.places[0]:
                self._paint_name(painter, box, line, laid.under)
            elif place.column.stages:
                paint_stage_marks(painter, QRectF(box), line.stages, look)
            else:
                cell = line.cells.get(place.column.id, ListCell(""))
                role: TextRole = "small-strong" if cell.strong else "small"
                tone: Tone = "mute" if line.muted else cell.tone
                self._draw_cell(painter, box, cell.text, role, tone)
        painter.restore()

    def paint_ground(self, painter: QPainter, area: QRect, index: Index) -> None:
        """Draw what lies behind the words of a line: hairline, choice, ring of the focus."""
        # The view is asked how a line stands, not QStyleOption: the first window would have to
        # wait until Python knows all that Qt's styles can draw.
        look, view = self._look, self._view
        if index.row():
            painter.fillRect(area.left(), area.top(), area.width(), 1, QColor(look.theme.line))
        box = QRectF(area).adjusted(5.5, 5.5, -5.5, -4.5)
        chosen = view.several and view.selectionModel().isSelected(index)
        if chosen or index.row() == view.pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.background("ember") if chosen else QColor(look.theme.sunk))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if view.hasFocus() and index.row() == view.currentIndex().row():
            painter.setPen(QPen(QColor(look.theme.ember), look.theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_name(
        self, painter: QPainter, box: QRect, line: ListLine, under: Sequence[str]
    ) -> None:
        look = self._look
        lines: list[tuple[str, TextRole, Tone]] = [
            (line.name, "strong", "mute" if line.muted else "plain"),
            (line.under, "small", "mute"),
        ]
        for column in under:
            cell = line.cells.get(column, ListCell(""))
            lines.append((cell.text, "small", "mute" if line.muted else cell.tone))
        lines = [one for one in lines if one[0]]
        tall = sum(look.pitch(role) for _, role, _ in lines)
        top = box.top() + (box.height() - tall) // 2 + 1
        for text, role, tone in lines:
            height = look.pitch(role)
            self._draw(painter, QRect(box.left(), top, box.width(), height), text, role, tone)
            top += height

    def _draw_cell(
        self, painter: QPainter, box: QRect, text: str, role: TextRole, tone: Tone
    ) -> None:
        """Draw words in the middle of a line's height, on two lines where one is too short."""
        pitch = self._look.pitch(role)
        rows = wrap_in_two(text, self._look.font(role), box.width())
        top = box.top() + (box.height() - pitch * len(rows)) // 2
        for at, row in enumerate(rows):
            place = QRect(box.left(), top + at * pitch, box.width(), pitch)
            self._draw(painter, place, row, role, tone)

    def _draw(self, painter: QPainter, box: QRect, text: str, role: TextRole, tone: Tone) -> None:
        painter.setFont(font := self._look.font(role))
        painter.setPen(self._look.colour(tone))
        metrics = painter.fontMetrics()  # the font's own: a mark out of another moves no line
        baseline = box.top() + (box.height() - metrics.height()) // 2 + metrics.ascent()
        painter.drawText(box.left(), baseline, elided(text, font, box.width()))


class ColumnList(QListView):
    """The lines. ``asked`` is sent with a line's key, ``current_moved``
    with where the line stands to which the focus went."""

    asked = Signal(str)
    current_moved = Signal(QRect)

    def __init__(
        self,
        look: Look,
        model: ColumnListModel,
        columns: Sequence[ListColumn],
        *,
        several: bool = False,
        delegate: type[ColumnListDelegate] = ColumnListDelegate,
    ) -> None:
        """The lines of ``model``, painted by a ``delegate``.

        With ``several``, lines are chosen by a click and asked for by Enter or a double click;
        otherwise one click asks.
        """
        super().__init__()
        make_transparent(self)
        self.several, self.pointed = several, -1
        self._model = model
        self._delegate = delegate(look, model, columns, self)
        self.setProperty("bare", True)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(delegate.uniform)
        self.setMouseTracking(True)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(self._point)
        self.activated.connect(self._ask)
        if not several:
            self.clicked.connect(self._ask)
        model.modelReset.connect(self.fit)

    def choose(self, key: str) -> bool:
        """Put the focus on a line, without asking for it; false when it is not listed."""
        row = self._model.row_of(key)
        if row is None:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(row), flags)
        return True

    def place_of(self, key: str) -> QRect:
        """Where a line stands, once all are as tall as they will be; nowhere if not listed."""
        row = self._model.row_of(key)
        if row is None:
            return QRect()
        self._delegate.settle()
        self.fit()
        self.doItemsLayout()
        return self.visualRect(self._model.index(row))

    def choose_all(self, keys: Sequence[str], current: str) -> None:
        """Choose several lines, as far as they are listed, and put the focus on one of them."""
        self.choose(current)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().clearSelection()
        for key in keys:
            row = self._model.row_of(key)
            if row is not None:
                self.selectionModel().select(self._model.index(row), flags.Select)

    def chosen(self) -> list[str]:
        """The keys of the lines that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._model.key(row) for row in rows]

    @property
    def current(self) -> str:
        """The key of the line that has the focus, or nothing."""
        index = self.currentIndex()
        return self._model.key(index.row()) if index.isValid() else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        # A Tab or a click lead to a line; a page that opens with the focus here begins at its top.
        blocked = self.blockSignals(event.reason().value > Qt.FocusReason.BacktabFocusReason.value)
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            flags = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self._model.index(0), flags)
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER and self.currentIndex().isValid():
            event.accept()  # it was for the line: no button of a dialog is pressed as well

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.current_moved.emit(self.visualRect(current))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point(-1)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _point_at(self, index: QModelIndex) -> None:
        self._point(index.row())

    def _point(self, row: int = -1) -> None:
        """Note the line under the mouse; -1 is none."""
        if row != self.pointed:
            self.pointed = row
            self.viewport().update()

    def fit(self) -> None:
        """As tall as its lines: the page scrolls, not the list."""
        height = self._delegate.list_height(self.width())
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
            self.scheduleDelayedItemsLayout()

    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(self._model.key(index.row()))


class ColumnListCard(QFrame):
    """The list on a card, under the names of its columns."""

    def __init__(
        self,
        look: Look,
        name: str,
        model: ColumnListModel,
        columns: Sequence[ListColumn],
        *,
        several: bool = False,
        delegate: type[ColumnListDelegate] = ColumnListDelegate,
    ) -> None:
        """A card with the lines of ``model``; ``name`` is for whoever does not see it."""
        super().__init__()
        self._look = look
        self.heads = ListHeads(look, columns)
        self.lines = ColumnList(look, model, columns, several=several, delegate=delegate)
        self.lines.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 5)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look)
        painter.end()


def follow(page: QScrollArea, lines: ColumnList, place: QRect) -> None:
    """Scroll a page so that a line stands in it; ``place`` as ``current_moved`` tells it."""
    inner = page.widget()
    if inner is not None:
        top = lines.viewport().mapTo(inner, place.topLeft())
        page.ensureVisible(top.x(), top.y() + place.height() // 2, 0, place.height())
