"""A text edit that looks like plain text until it has the focus, and is as high as its text."""

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.parts.clipboard import read_mime, text_of
from ui.parts.text_block import TextBlock
from ui.parts.window_bar import say_cut

_PLAIN = Qt.KeyboardModifier.NoModifier


class InlineEdit(QTextEdit):
    """Plain text in a role of the look, without an edge of its own; never scrolls, grows.

    ``left_at`` is sent when an arrow leads out of it: -1 above, 1 below.
    """

    edited = Signal()
    """The person changed something."""
    entered = Signal()
    """It took the focus."""
    left = Signal()
    """It gave the focus away."""
    emptied = Signal()
    """Backspace where there is nothing left to remove."""
    edge_left = Signal(int)
    cursor_moved = Signal(QRect)
    """Where the cursor stands now, in its own pixels: to be kept in sight."""

    def __init__(self, look: Look, role: TextRole = "charter", *, underlined: bool = False) -> None:
        """Empty. ``underlined`` draws a line below while it has the focus: for cells."""
        super().__init__()
        self._look, self._role, self._underlined = look, role, underlined
        self._setting = False
        self._shown: TextBlock | None = None
        self._heights: dict[int, int] = {}
        self._revision = -1
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(look.font(role))
        self.document().setDefaultFont(look.font(role))
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text("")
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.cursorPositionChanged.connect(self._tell_cursor)

    # What it says

    def text(self) -> str:
        """What it says now, lines apart by line ends."""
        return self.toPlainText()

    def halves(self) -> tuple[str, str]:
        """What it says before the cursor, and from there on."""
        before, text = self.textCursor(), self.text()
        before.setPosition(0)
        before.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        # Qt counts what one reads as a letter as two, where it is far down in Unicode.
        at = len(before.selection().toPlainText())
        return text[:at], text[at:]

    def set_text(self, text: str) -> None:
        """Say something else; nobody is told, and Ctrl+Z does not bring back what was there."""
        place = self.textCursor().position()
        self._setting = True
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(self.block_format())
        self.document().setUndoRedoEnabled(True)
        self._setting = False
        at = self.textCursor()
        at.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(at)
        self.updateGeometry()

    def begin(self, *, at_end: bool = False) -> None:
        """Take the focus, with the cursor where the text begins or ends."""
        place = QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start
        self.moveCursor(place)
        self.setFocus()

    def block_format(self) -> QTextBlockFormat:
        """How each line of the text, a paragraph to the reader, is set."""
        form = QTextBlockFormat()
        least = QTextBlockFormat.LineHeightTypes.MinimumHeight
        form.setLineHeight(self._look.pitch(self._role), least.value)
        form.setBottomMargin(self.paragraph_gap())
        return form

    def paragraph_gap(self) -> int:
        """Air below a paragraph, pixels."""
        return self._look.px(8)

    def show_empty(self, text: str) -> None:
        """What stands there while nothing is written."""
        # Qt's own placeholder knows neither the pitch of the lines nor their indent.
        self._shown = TextBlock(self._look, text, self._role) if text else None
        self.updateGeometry()
        self.viewport().update()

    # Its size

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the text, or of what stands in for it, in ``width`` pixels."""
        if self.document().isEmpty() and self._shown is not None:
            return self._shown.lay(max(1, width - self._indent())) + 2
        revision = self.document().revision()
        if self._revision != revision:
            # A long text takes a while to lay out, and is asked for in several widths.
            self._revision, self._heights = revision, {}
        if width not in self._heights:
            self._heights[width] = self._measure(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        width = self._look.size(420)
        return QSize(width, self.heightForWidth(self.width() or width))

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(self._look.size(72), self._look.pitch(self._role))

    def _measure(self, width: int) -> int:
        document = self.document()
        if document.textWidth() != width:
            document = document.clone(self)
            document.setTextWidth(width)
        # Without the air below the last paragraph: that belongs to whoever stands below. Yet all of
        # what Qt takes for the text, or it would scroll by a pixel in large letters.
        height = ceil(document.size().height()) - 1
        if document is not self.document():
            document.deleteLater()
        return max(height, self._look.pitch(self._role)) + 2

    def _indent(self) -> int:
        """What is left free before the text, pixels."""
        return 0

    # What a person does

    def event(self, event: QEvent) -> bool:
        """Leave to the window the search, for which Qt would cut the rest of the line, and undo
        when there is nothing to undo in the text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys, able = QKeySequence.StandardKey, self.document()
            undo = event.matches(keys.Undo) and not able.isUndoAvailable()
            redo = event.matches(keys.Redo) and not able.isRedoAvailable()
            if event.matches(keys.DeleteEndOfLine) or undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace in nothing, and arrows that lead out, are told; the rest is typing."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == _PLAIN
        if plain and event.key() == Qt.Key.Key_Backspace and self.document().isEmpty():
            self.emptied.emit()
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if plain and step is not None and self.textCursor().position() == before:
            self.edge_left.emit(step)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, whatever it was."""
        pasted = read_mime(source)
        taken = self.pasted(text_of(pasted))
        self.insertPlainText(taken)
        if pasted.cut:
            say_cut(self, len(taken))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone is pasted or dropped here."""
        return source.hasText() or source.hasHtml()

    def pasted(self, text: str) -> str:
        """What pasted text becomes here."""
        return "\n".join(text.splitlines())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page is scrolled, not the text in its place."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that it is written in."""
        super().focusInEvent(event)
        self.viewport().update()
        self.entered.emit()
        QTimer.singleShot(0, self, self._tell_cursor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it is left; not for a menu or another window."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the line below a cell that is written in."""
        super().paintEvent(event)
        if self._shown is not None and self.document().isEmpty():
            painter = QPainter(self.viewport())
            room = QRectF(self.viewport().rect()).adjusted(self._indent(), 0, 0, 0)
            self._shown.draw_in(painter, room, self._look.colour("mute"))
            painter.end()
        if self._underlined and self.hasFocus():
            painter = QPainter(self.viewport())
            high, bottom = self._look.theme.ring, self.viewport().height()
            place = QRect(0, bottom - high, self.viewport().width(), high)
            painter.fillRect(place, QColor(self._look.theme.ember))
            painter.end()

    def _changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def _tell_cursor(self) -> None:
        if self.hasFocus():
            self.cursor_moved.emit(self.cursorRect().adjusted(0, -8, 0, 8))
