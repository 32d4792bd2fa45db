"""Fields that read as print until one points at them or writes in them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.parts.card import Card
from ui.parts.inline_edit import InlineEdit
from ui.parts.keycaps import ENTER
from ui.parts.layouts import holding
from ui.parts.text_edits import LineEdit

ACROSS, DOWN = 8, 8
"""Pixels between a field's edge and its words, at 100 %."""


def stand_out(card: Card, look: Look) -> None:
    """Let the edges of a card's fields stand out to its sides, so that their words, which read as
    print, stand under its title. ``indented`` is for what has no such edge."""
    out, around = look.px(ACROSS), card.body.contentsMargins()
    card.body.setContentsMargins(
        around.left() - out, around.top(), around.right() - out, around.bottom()
    )
    card.title_row.setContentsMargins(out, 0, out, 0)


def indented(look: Look, widget: QWidget) -> QWidget:
    """Something without an edge to stand out, in a card whose fields do."""
    column = QVBoxLayout()
    column.setContentsMargins(look.px(ACROSS), 0, look.px(ACROSS), 0)
    column.addWidget(widget)
    return holding(column)


class FieldEdge(QWidget):
    """The place of a field: an edge while one points at it, writes in it, or it is still empty."""

    def __init__(self, look: Look, field: QWidget, empty: Callable[[], bool]) -> None:
        """The place of ``field``, which draws no edge of its own."""
        super().__init__()
        self._look, self._field, self._empty = look, field, empty
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(ACROSS), look.px(DOWN), look.px(ACROSS), look.px(DOWN))
        column.addWidget(field)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the ring when the field takes the focus, and not when it gives it away."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words can be reached from anywhere within the edge."""
        self._field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge, when there is one."""
        shown = self.underMouse() or self._empty()
        painter = QPainter(self)
        paint_edge(painter, QRectF(self.rect()), self._look, shown, self._field.hasFocus())
        painter.end()


def paint_edge(painter: QPainter, rect: QRectF, look: Look, shown: bool, focused: bool) -> None:
    """Draw the ring of a field that has the focus, or the edge of one where it is ``shown``."""
    if not shown and not focused:
        return
    tokens = look.theme
    wide = tokens.ring if focused else 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.ember if focused else tokens.control), wide))
    painter.setBrush(QColor(tokens.card))
    inset = wide / 2
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)


def line_height(look: Look) -> int:
    """How high a field of one line is, with its edge, pixels."""
    return look.pitch("body") + 2 + 2 * look.px(DOWN)


class PrintTextEdit(InlineEdit):
    """A paragraph on one line of thought: what is pasted becomes one, Enter is sent."""

    finished = Signal()
    """Enter."""

    def __init__(self, look: Look) -> None:
        """Empty."""
        super().__init__(look, "body")

    def paragraph_gap(self) -> int:
        """No pixels: the text is one paragraph."""
        return 0

    def pasted(self, text: str) -> str:
        """Pasted text with its lines joined into one."""
        return " ".join(text.split())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the screen when there is nothing to undo in the text."""
        able = self.document()
        if _is_for_screen(event, able.isUndoAvailable(), able.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes."""
        if event.key() in ENTER:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class PrintLineEdit(LineEdit):
    """A name on one line."""

    def __init__(self, look: Look, shows: str) -> None:
        """Empty; ``shows`` stands there then, and is its accessible name."""
        super().__init__()
        self.setProperty("bare", True)
        self.setFont(look.font("body"))
        self.setFixedHeight(look.pitch("body") + 2)
        # Qt leaves two pixels beside the letters of a line.
        self.setTextMargins(-2, 0, -2, 2)
        self.setPlaceholderText(shows)
        self.setAccessibleName(shows)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the screen when there is nothing to undo in the line."""
        if _is_for_screen(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class AddLineEdit(LineEdit):
    """Where another is written; undo is the screen's while it is empty."""

    def __init__(self, look: Look, shows: str) -> None:
        """``shows`` stands there while it is empty, and is its accessible name."""
        super().__init__(lines_apart=True)
        self.setFont(look.font("body"))
        self.setPlaceholderText(shows)
        self.setAccessibleName(shows)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the screen when there is nothing to undo in the line."""
        if not self.text() and _is_for_screen(event, False, False):
            event.ignore()
            return False
        return super().event(event)


def _is_for_screen(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key is an undo or a redo that the field itself has no use for."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo
    return undo or (event.matches(QKeySequence.StandardKey.Redo) and not can_redo)
