"""A list of a few things, each with where it stands: roles in a room, sections of a charter."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import (
    QModelIndex,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.look.themes import Tone
from ui.parts.plain_list import LINE, Index, PlainListModel, PlainListView
from ui.parts.text_block import TextBlock


class StateLine(msgspec.Struct, frozen=True):
    """A thing by its id, its name, where it stands in words, and the tone of these."""

    id: str
    name: str
    state: str = ""
    tone: Tone = "mute"

    @property
    def whole(self) -> str:
        """The line as a sentence, for whoever does not see it."""
        return ", ".join(part for part in (self.name, self.state) if part)


class StateDelegate(QStyledItemDelegate):
    """Paints a line: the name over as many lines as it needs, its state at the right."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Paint lines of ``view``, whose current one stands on a card."""
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the name set in the width there is."""
        width = self._view.viewport().width()
        line = index.data(LINE)
        if not isinstance(line, StateLine):
            return QSize(width, self._look.pitch("small"))
        current = index.row() == self._view.currentIndex().row()
        _, _, high = self._set(line, width, current)
        return QSize(width, sum(high) + 2 * self._look.px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE)
        if not isinstance(line, StateLine):
            return
        look, tokens = self._look, self._look.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = index.row() == self._view.currentIndex().row()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if current:
            ring = tokens.ring if focused else 1
            painter.setPen(QPen(QColor(tokens.ember if focused else tokens.line), ring))
            painter.setBrush(QColor(tokens.card))
            box = rect.adjusted(ring / 2, ring / 2 + 1, -ring / 2, -ring / 2 - 1)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        name, state, high = self._set(line, int(rect.width()), current)
        left, top = rect.left() + look.px(10), rect.top() + look.px(8)
        name.draw(painter, left, top, look.colour("plain"))
        right = rect.right() - look.px(10) - state.natural_width
        beside = (right, top) if not high[1] else (left, top + high[0])
        state.draw(painter, *beside, look.colour(line.tone))
        painter.restore()

    def _set(
        self, line: StateLine, width: int, current: bool
    ) -> tuple[TextBlock, TextBlock, tuple[int, int]]:
        """Name and state, laid out, with the height of the name and of the state below it."""
        look = self._look
        name = TextBlock(look, line.name, "small-strong" if current else "small")
        state = TextBlock(look, line.state, "small")
        room = max(1, width - 2 * look.px(10))
        state.lay(state.natural_width)
        beside = room - state.natural_width - look.px(10) if line.state else room
        if beside >= min(name.least_width(9), room):
            return name, state, (name.lay(beside), 0)
        return name, state, (name.lay(room), state.lay(room))


class StateList(PlainListView):
    """Lines with their states; one is current, and arrows or a click choose another."""

    chosen = Signal(str)
    """Id of the line a person chose."""

    def __init__(self, look: Look, name: str) -> None:
        """An empty list, called ``name`` by screen readers."""
        self.lines: PlainListModel[StateLine] = PlainListModel()
        super().__init__(name, self.lines)
        self._look = look
        self.setItemDelegate(StateDelegate(look, self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._showing = False

    def show_lines(self, lines: Sequence[StateLine], current: str) -> None:
        """Show lines, the one with id ``current`` marked and in sight; nobody is told."""
        self._showing = True
        self.lines.set_lines(lines)
        row = self.lines.row_of(current)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row))
            self.scrollTo(self.lines.index(row))
        self._showing = False
        self._fit()

    def current_id(self) -> str:
        """Id of the current line; empty without one."""
        line = self.currentIndex().data(LINE)
        return line.id if isinstance(line, StateLine) else ""

    def sizeHint(self) -> QSize:
        """As high as all lines."""
        return QSize(self._look.size(180), self.height_of_all() + 4)

    def minimumSizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(self._look.size(120), 2 * (self._look.pitch("small") + self._look.px(16)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the names anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Never higher than its lines, so that what follows stands right below them."""
        self.scheduleDelayedItemsLayout()
        self.setMaximumHeight(max(self.minimumSizeHint().height(), self.height_of_all() + 4))
        self.updateGeometry()

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self._fit()
        line = current.data(LINE)
        if not self._showing and isinstance(line, StateLine):
            self.chosen.emit(line.id)
