"""A search field: a placeholder, an accessible name, a clear button."""

from PySide6.QtWidgets import QToolButton

from app.words import Words
from ui.look.look import Look
from ui.parts.reading import for_reading
from ui.parts.text_edits import LineEdit


class SearchField(LineEdit):
    """A line to search with."""

    def __init__(self, look: Look, words: Words, shows: str, name: str = "") -> None:
        """``shows`` stands in the empty field, and is its name unless ``name`` is another."""
        super().__init__()
        for_reading(self)
        self.setFont(look.font("body"))
        self.setPlaceholderText(shows)
        self.setAccessibleName(name or shows)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(words("parts.clear"))
            button.setToolTip(words("parts.clear"))
