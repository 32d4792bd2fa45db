"""A line that asks for a name: where it was given, or let be, another widget takes its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.parts.keycaps import ENTER
from ui.parts.text_edits import LineEdit


class NamingLine(LineEdit):
    """Enter gives the name, Escape lets it be."""

    given = Signal(str)
    let_be = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape are for this line alone."""
        if event.key() in ENTER:
            self.given.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.let_be.emit()
        else:
            super().keyPressEvent(event)
