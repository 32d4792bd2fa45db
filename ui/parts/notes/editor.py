"""A field laid over a note: its words are edited where they stand."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.colours import NOTE_INK, NOTES, NoteColour
from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.parts.keycaps import ENTER
from ui.parts.text_edits import PlainEdit


class NoteEditor(PlainEdit):
    """Edits one text. Enter or leaving keeps it, Escape puts back what was there."""

    finished = Signal()
    """Enter."""
    left = Signal()
    """The focus went elsewhere."""
    cancelled = Signal()
    """Escape."""

    def __init__(
        self, look: Look, parent: QWidget, text: str, font: QFont, colour: NoteColour | None
    ) -> None:
        """A field with ``text``, on paper of a colour; without one on a card."""
        super().__init__(parent)
        self.began_with = text
        tokens = look.theme
        paper = NOTES[colour] if colour else tokens.card
        ink = NOTE_INK if colour else tokens.ink
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {paper}; color: {ink}; border-radius: {RADIUS_NOTE}px;"
            f" border: {tokens.ring}px solid {tokens.ember};"
            f" padding: {look.px(5)}px {look.px(6)}px; }}"
        )
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(text)
        self.selectAll()
        self._least = look.pitch("note") + 2 * look.px(10)
        self._place = QRect()
        self.textChanged.connect(self._grow)

    def lie_over(self, place: QRect) -> None:
        """Lie over a note, as high as the text needs."""
        self._place = QRect(place)
        # With its own margins from the first, so that no letter makes it jump.
        self.ensurePolished()
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape puts back; a note is one paragraph."""
        if event.key() in ENTER:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what stands here, unless only a menu opened."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _grow(self) -> None:
        lines = max(1, int(self.document().size().height()))
        pitch = self.fontMetrics().lineSpacing()
        margins = self.contentsMargins()
        around = 2 * int(self.document().documentMargin()) + margins.top() + margins.bottom()
        needed = lines * pitch + around + self._least // 3
        high = max(self._place.height(), self._least, needed)
        self.setGeometry(self._place.left(), self._place.top(), self._place.width(), high)
