"""A clause that is read as a letter and written where it stands, saved while it is typed."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout

from ui.look.look import Look
from ui.look.measure import RADIUS_CONTROL

REST = 500
"""Milliseconds without a key after which what was typed is kept."""


class GrowingText(QTextEdit):
    """Plain text in paragraphs or in items, as high as what it holds."""

    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, *, listed: bool) -> None:
        """An empty text; ``listed`` sets each line as an item of a list."""
        super().__init__()
        self._look, self._listed = look, listed
        self.setProperty("bare", True)
        self.setFont(look.font("charter"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumWidth(look.size(150))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Show a text, the cursor where it was as far as there still is such a place."""
        at = self.textCursor().position()
        self.setPlainText(text)
        self._list_all()
        self.document().clearUndoRedoStacks()
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.toPlainText())))
        self.setTextCursor(cursor)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the room when there is nothing to undo in the text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            able = self.document()
            if (undo and not able.isUndoAvailable()) or (redo and not able.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted is plain text."""
        self.insertPlainText(source.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and a small dot before each item."""
        super().paintEvent(event)
        if not self._listed:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("mute"))
        radius = self._look.size(2.5)
        block = self.document().begin()
        while block.isValid():
            line = self.cursorRect(QTextCursor(block))
            middle = QPointF(self._look.size(6), line.center().y() + self._look.size(1))
            painter.drawEllipse(middle, radius, radius)
            block = block.next()
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that this is where one writes."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that one writes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self, *_: object) -> None:
        high = int(self.document().size().height() + 0.99) + 2 * self.frameWidth() + 2
        if high != self.height():
            self.setFixedHeight(high)

    def _list_all(self) -> None:
        """Set every line as an item, with room for its dot; new lines follow suit."""
        if not self._listed:
            return
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        style = QTextBlockFormat()
        style.setLeftMargin(self._look.size(18))
        style.setBottomMargin(self._look.px(3))
        cursor.setBlockFormat(style)


class ClauseField(QFrame):
    """A clause under a person's hands: a ring while one writes, a hairline while pointed at."""

    typed = Signal(str, str)
    """Id of the clause, and its words so far."""
    entered = Signal(str)
    """Id of the clause one now writes in."""
    left = Signal(str, str)
    """Id of the clause one has left, and its words; perhaps in the midst of a change."""

    def __init__(self, look: Look, clause: str, name: str, *, listed: bool) -> None:
        """The field of ``clause`` (its id), called ``name`` by screen readers."""
        super().__init__()
        self._look, self.clause = look, clause
        self.text = GrowingText(look, listed=listed)
        self.text.setAccessibleName(name)
        self.setFocusProxy(self.text)
        self._saved = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._tell)
        self.text.textChanged.connect(self._changed)
        self.text.entered.connect(self._enter)
        self.text.left.connect(self._leave)
        self.text.installEventFilter(self)
        column = QVBoxLayout(self)
        side = look.px(10)
        column.setContentsMargins(side, look.px(5), side, look.px(5))
        column.addWidget(self.text)

    def show_text(self, text: str) -> None:
        """Show the words the library has; words not yet saved stay under one's hands."""
        if text == self.words():
            self._saved = text
        elif self.unsaved() is None:
            self.text.blockSignals(True)
            self.text.show_text(text)
            self.text.blockSignals(False)
            self._saved = self.words()

    def unsaved(self) -> str | None:
        """Words that the library does not have yet, or None."""
        return self.words() if self.words() != self._saved else None

    def go_on_with(self, text: str) -> None:
        """Take over words that were not saved yet; they will be."""
        self.text.setPlainText(text)

    def words(self) -> str:
        """What stands in the field, as the library would keep it."""
        lines = self.text.toPlainText().splitlines()
        return "\n".join(line.rstrip() for line in lines).strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the edge anew when it is pointed at or left."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        elif event.type() == QEvent.Type.Hide and self.unsaved() is not None:
            self._leave()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge."""
        tokens = self._look.tokens
        focused = self.text.hasFocus()
        if not focused and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = tokens.ring if focused else 1
        painter.setPen(QPen(QColor(tokens.ember if focused else tokens.line), ring))
        box = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()

    def _changed(self) -> None:
        if self.unsaved() is not None:
            self._rest.start()

    def _tell(self) -> None:
        words = self.unsaved()
        if words is not None:
            self.typed.emit(self.clause, words)

    def _enter(self) -> None:
        self.update()
        self.entered.emit(self.clause)

    def _leave(self) -> None:
        self.update()
        self._rest.stop()
        self.left.emit(self.clause, self.words())
