"""A list over the page to choose one of many from, by typing what one looks for."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.folding import fold
from app.words import Words
from ui.look.look import Look
from ui.parts.keycaps import is_enter
from ui.parts.plain_list import LINE, Index, PlainListModel, PlainListView
from ui.parts.search_field import SearchField
from ui.parts.state_list import StateDelegate, StateLine

SHOWN = 9
"""As many lines are seen at once, if each takes one."""

Typed = Callable[[str], tuple[str, str] | None]
"""What a typed text stands for: a value and its words, or nothing."""


class ChoicePopup(QFrame):
    """The list with its field. ``chosen`` is sent with a value; Escape closes."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        words: Words,
        parent: QWidget,
        shows: str,
        options: Sequence[tuple[str, str]],
        current: str,
        typed: Typed | None = None,
    ) -> None:
        """``options`` are values with their words; ``typed`` adds one for what is typed."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._look, self._options, self._typed = look, options, typed
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(shows)
        self.field = SearchField(look, words, shows)
        self.field.textChanged.connect(self._list)
        self.field.installEventFilter(self)
        self.lines: PlainListModel[StateLine] = PlainListModel()
        self.view = PlainListView(shows, self.lines)
        self.view.setItemDelegate(StateDelegate(look, self.view))
        self.view.viewport().setAutoFillBackground(False)
        self.view.clicked.connect(self._take)
        self.view.activated.connect(self._take)
        self.view.selectionModel().currentChanged.connect(self.view.scheduleDelayedItemsLayout)
        column = QVBoxLayout(self)
        around = look.px(8)
        column.setContentsMargins(around, around, around, around)
        column.setSpacing(look.px(6))
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.field)
        self._list()
        self._go_to(max(0, self.lines.row_of(current) or 0))

    def open_below(self, field: QWidget) -> None:
        """Open under a widget, or above it where there is no room on its screen."""
        look, room = self._look, field.screen().availableGeometry()
        line = look.pitch("small") + 2 * look.px(8)
        self.resize(min(look.size(320), room.width()), 1)
        least = self.field.sizeHint().height() + 2 * look.px(12)
        high = least + min(SHOWN, max(3, len(self._options))) * line
        self.resize(self.width(), min(high, room.height()))
        gap = look.px(4)
        place = field.mapToGlobal(QPoint(0, field.height() + gap))
        if place.y() + self.height() > room.bottom():
            place.setY(field.mapToGlobal(QPoint(0, 0)).y() - gap - self.height())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), place.y()))
        self.move(place)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field go through the list, Enter takes what is marked there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            row = self.view.currentIndex().row()
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._go_to(row + (1 if event.key() == Qt.Key.Key_Down else -1))
                return True
            if is_enter(event):
                self._take(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _list(self) -> None:
        """The options that have what is typed, with what it stands for itself first."""
        text = self.field.text().strip()
        wanted = fold(text)
        found = [one for one in self._options if wanted in fold(one[1])]
        own = self._typed(text) if self._typed is not None and text else None
        if own is not None:
            found = [own, *(one for one in found if one[0] != own[0])]
        self.lines.set_lines([StateLine(value, label) for value, label in found])
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        count = self.lines.rowCount()
        if count:
            self.view.setCurrentIndex(self.lines.index(min(max(row, 0), count - 1)))

    def _take(self, index: Index) -> None:
        line = index.data(LINE) if index.isValid() else None
        if isinstance(line, StateLine):
            self.close()
            self.chosen.emit(line.id)
