"""A button that Enter presses while it has the focus, as space does."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ui.parts.keycaps import is_enter


class PushButton(QPushButton):
    """What all buttons of the house are made from.

    Left to Qt, Enter on a focused button of a dialog either presses another one (the filled one),
    or makes every button a default that Enter in a field may press.
    """

    def __init__(self) -> None:
        """Never a default unless it is told so."""
        super().__init__()
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and no other."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)
