"""A search field: a placeholder, an accessible name, a clear button."""

from PySide6.QtWidgets import QLineEdit, QToolButton

from app.words import Words
from ui.look.look import Look
from ui.parts.long_paste import limit_line
from ui.parts.reading import for_reading


class SearchField(QLineEdit):
    """A line to search with."""

    def __init__(self, look: Look, words: Words, shows: str, name: str = "") -> None:
        """``shows`` stands in the empty field, and is its name unless ``name`` is another."""
        super().__init__()
        for_reading(self)
        limit_line(self)
        self.setFont(look.font("body"))
        self.setPlaceholderText(shows)
        self.setAccessibleName(name or shows)
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(words("parts.clear"))
            button.setToolTip(words("parts.clear"))
