"""The name of something in a row of a card, which opens it when pressed."""

from PySide6.QtGui import QColor

from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.parts.buttons import Button


class NameButton(Button):
    """Reads as plain words among the other cells of its row; ember when pointed at."""

    def __init__(self, look: Look, text: str, *, strong: bool = False) -> None:
        """Say ``text``."""
        self._strong = strong
        super().__init__(look, text, "crumb", wide=True)

    def _ink(self) -> QColor:
        return self._look.colour("ember" if self.underMouse() else "plain")

    def _face(self) -> TextRole:
        return "small-strong" if self._strong else "small"

    def _padding(self) -> tuple[int, int]:
        return 0, 0
