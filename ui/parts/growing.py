"""A text that reads as print until it is written in: as high as its words, and no higher."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from ui.look.look import Look
from ui.look.type import Role


class GrowingText(QPlainTextEdit):
    """One paragraph that wraps and grows. Enter or leaving it sends ``finished``."""

    finished = Signal()

    def __init__(self, look: Look, text: str = "", role: Role = "body") -> None:
        """Show ``text``."""
        super().__init__()
        self.setFont(look.font(role))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(look.size(120))
        self.setPlainText(text)
        self.textChanged.connect(self._grow)

    def text(self) -> str:
        """What it holds, on one line."""
        return " ".join(self.toPlainText().split())

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(self.minimumWidth() * 2, self._height())

    def minimumSizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(self.minimumWidth(), self._height())

    def fits(self) -> bool:
        """Whether every line is in sight."""
        return self.height() + 1 >= self._height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving finishes."""
        super().focusOutEvent(event)
        self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other width, other lines."""
        super().resizeEvent(event)
        self._grow()

    def _height(self) -> int:
        # The document's height is in lines; the margins are those of the style sheet.
        lines = max(1, int(self.document().size().height()))
        around = self.height() - self.viewport().height()
        inside = round(2 * self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + inside + max(0, around)

    def _grow(self) -> None:
        wanted = self._height()
        if wanted != self.height():
            self.setFixedHeight(wanted)
