"""The agenda as a list one works in: keys, numbers edited in place, blocks dragged to a place."""

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from app.words import Words
from ui.design.agenda_actions import AgendaActions
from ui.design.agenda_delegate import MINUTES_STEP, AgendaDelegate, Editing
from ui.design.agenda_model import BLOCK_MIME, EXERCISE_MIME, AgendaModel, Row
from ui.look.look import Look
from ui.parts.digit_keys import digit_of
from ui.parts.told_keys import tell_keys

Index = QModelIndex | QPersistentModelIndex

KEYS = (
    ("Ctrl+Up", "design.key-up"),
    ("Ctrl+Down", "design.key-down"),
    ("+", "design.key-longer"),
    ("−", "design.key-shorter"),
    ("F2", "design.key-minutes"),
    ("L", "design.key-lock"),
    ("O", "design.key-optional"),
    ("Del", "design.key-remove"),
)
"""The keys of the chosen block, with the words for them."""
KEYS_ALONE = KEYS[2:7]
"""Those that no button shows."""


class AgendaEditor(QListView):
    """The list. ``chosen`` is sent with the block one goes to, ``own_asked`` when one of one's own
    is wanted, ``paste_asked`` when what the clipboard holds is to be added."""

    chosen = Signal(str)
    own_asked = Signal()
    paste_asked = Signal()

    def __init__(self, look: Look, words: Words, agenda_actions: AgendaActions) -> None:
        """An empty list, which does what it is asked through ``acts``."""
        super().__init__()
        self._look, self._agenda_actions = look, agenda_actions
        self.agenda = AgendaModel(words)
        self.setModel(self.agenda)
        self.delegate = AgendaDelegate(look, words, self)
        self.delegate.minutes_given.connect(agenda_actions.set_minutes)
        self.delegate.start_given.connect(agenda_actions.lock)
        self.setItemDelegate(self.delegate)
        self.setProperty("bare", True)
        self.setAccessibleName(words("design.agenda"))
        self.setAccessibleDescription(words("design.agenda-keys"))
        keys = [(key, words(text)) for key, text in KEYS]
        keys += [("Ins", words("design.add-own")), ("Ctrl+V", words("design.add-paste"))]
        tell_keys(self, words("design.agenda"), keys)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # the list draws its own, where the block will stand
        self.viewport().setAutoFillBackground(False)
        self._showing = False
        self._drop: int | None = None
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def current(self) -> str:
        """The id of the block that is chosen, or nothing."""
        row = self.agenda.block_at(self.currentIndex().row())
        return row.id if row is not None else ""

    def show_rows(self, rows: list[Row], chosen: str) -> None:
        """Show rows with a block chosen; nobody is told."""
        self._showing = True
        self.agenda.set_rows(rows)
        self.choose(chosen)
        self._showing = False
        self.scheduleDelayedItemsLayout()

    def choose(self, block: str) -> None:
        """Choose a block and bring it in sight; none when it is not there."""
        row = self.agenda.row_of(block)
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        index = self.agenda.index(row)
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def toggle_lock(self) -> None:
        """Lock the chosen block's start and open the field for its time, or let it follow."""
        row = self.agenda.block_at(self.currentIndex().row())
        if row is None or self.agenda.fixed:
            return
        if row.locked:
            self._agenda_actions.unlock(row.id)
        elif self._agenda_actions.lock(row.id):
            self._edit("start")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the agenda; the others are the list's own."""
        key, block = event.key(), self.current
        self.delegate.editing = "minutes"
        if self.agenda.fixed or not self._act(event, block):
            if key == Qt.Key.Key_F2 and self.agenda.fixed:
                return
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent, block: str) -> bool:
        """Do what a key asks; false when it asks nothing of the agenda."""
        keys, key = Qt.Key, event.key()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held:
            if event.matches(QKeySequence.StandardKey.Paste):
                self.paste_asked.emit()
                return True
            if block and key in (keys.Key_Up, keys.Key_Down):
                self._agenda_actions.shift(block, -1 if key == keys.Key_Up else 1)
                return True
            return False
        if key == keys.Key_Insert:
            self.own_asked.emit()
        elif not block:
            return False
        elif key in (keys.Key_Plus, keys.Key_Equal):
            self._agenda_actions.step_minutes(block, MINUTES_STEP)
        elif key == keys.Key_Minus:
            self._agenda_actions.step_minutes(block, -MINUTES_STEP)
        elif key in (keys.Key_Delete, keys.Key_Backspace):
            self._agenda_actions.remove(block)
        elif key == keys.Key_L:
            self.toggle_lock()
        elif key == keys.Key_O:
            self._agenda_actions.set_optional(block)
        elif digit := digit_of(event):
            self._type_minutes(event, digit)
        else:
            return False
        return True

    def _type_minutes(self, event: QKeyEvent, digit: str) -> None:
        """Open the field for minutes with the digit that was typed."""
        editor = self._edit("minutes")
        if editor is not None:
            key = Qt.Key(Qt.Key.Key_0.value + int(digit))
            typed = QKeyEvent(event.type(), key, Qt.KeyboardModifier.NoModifier, digit)
            QCoreApplication.sendEvent(editor, typed)

    def _edit(self, what: Editing) -> QWidget | None:
        """Open the field for one of the chosen block's numbers, and give it."""
        self.delegate.editing, self.delegate.editor = what, None
        self.edit(self.currentIndex())
        return self.delegate.editor

    # Dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take blocks of this agenda and exercises of the catalogue."""
        if self._takes(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would stand."""
        super().dragMoveEvent(event)  # scrolls near the edges
        if not self._takes(event):
            self._show_drop(None)
            event.ignore()
            return
        self._show_drop(self.row_at(event.position().toPoint().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing will be dropped here."""
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the block or the exercise where it was let go."""
        self._show_drop(None)
        if not self._takes(event):
            event.ignore()
            return
        spot = self.agenda.spot_before(self.row_at(event.position().toPoint().y()))
        data = event.mimeData()
        event.acceptProposedAction()
        if data.hasFormat(EXERCISE_MIME):
            self._agenda_actions.add_exercise(_text(data.data(EXERCISE_MIME).data()), spot)
        elif spot is not None:
            self._agenda_actions.move(_text(data.data(BLOCK_MIME).data()), spot)

    def row_at(self, y: int) -> int:
        """The row above which something would stand that is let go at a height of the view."""
        for row in range(self.agenda.rowCount()):
            rect = self.visualRect(self.agenda.index(row))
            if y < rect.center().y():
                return row
        return self.agenda.rowCount()

    def _takes(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        ours = data.hasFormat(BLOCK_MIME) or data.hasFormat(EXERCISE_MIME)
        return ours and not self.agenda.fixed

    def _show_drop(self, row: int | None) -> None:
        if row != self._drop:
            self._drop = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the line where something dragged would stand."""
        super().paintEvent(event)
        if self._drop is None:
            return
        count = self.agenda.rowCount()
        y = 0
        if self._drop < count:
            y = self.visualRect(self.agenda.index(self._drop)).top()
        elif count:
            y = self.visualRect(self.agenda.index(count - 1)).bottom()
        line = QRect(0, max(0, y - 5), self.viewport().width(), 3)
        painter = QPainter(self.viewport())
        painter.fillRect(line, QColor(self._look.theme.ember))
        painter.end()

    # Size

    def height_of_all(self) -> int:
        """The height that shows every row at the present width."""
        option = QStyleOptionViewItem()
        rows = range(self.agenda.rowCount())
        return sum(self.delegate.sizeHint(option, self.agenda.index(row)).height() for row in rows)

    def minimumSizeHint(self) -> QSize:
        """Room for two blocks."""
        return QSize(self._look.size(200), self._look.size(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the titles anew for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        row = self.agenda.block_at(current.row())
        if not self._showing and row is not None:
            self.chosen.emit(row.id)


def _text(data: bytes | bytearray | memoryview) -> str:
    return bytes(data).decode()
