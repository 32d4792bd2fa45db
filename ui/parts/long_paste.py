"""What is pasted is taken in as far as a field can hold it, and what is cut is said.

A field takes in more than may be kept, so that too much is met with a sentence and can be
shortened; but Qt lays out all of what it takes in, and a megabyte of that stops the window.
"""

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.parts.sentences import SentenceBar

MOST_IN_LINE = 20_000
"""Characters that a line takes in, however few of them may be kept."""
MOST_IN_TEXT = 50_000
"""Characters that are pasted at once into a text of several lines."""


class PlainEdit(QPlainTextEdit):
    """Several lines of plain text."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop text, as much as fits."""
        if source.hasText():
            self.insertPlainText(cut_paste(self, source.text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone is pasted or dropped here."""
        return source.hasText()


def limit_line(line: QLineEdit) -> None:
    """Have a line say so when it cuts what is typed or pasted into it."""
    line.setMaxLength(MOST_IN_LINE)
    line.inputRejected.connect(partial(say_cut, line, MOST_IN_LINE))


def cut_paste(field: QWidget, text: str) -> str:
    """As much of a pasted text as a field of several lines takes in; says what is cut."""
    if len(text) <= MOST_IN_TEXT:
        return text
    say_cut(field, MOST_IN_TEXT)
    return text[:MOST_IN_TEXT]


def say_cut(field: QWidget, most: int) -> None:
    """Say that a field takes in so many characters, where its window says things."""
    window: QWidget | None = field.window()
    while window is not None:
        bars = window.findChildren(SentenceBar)
        own = [bar for bar in bars if bar.window() is window]
        if own:
            own[0].say_cut(most)
            return
        above = window.parentWidget()
        window = above.window() if above is not None else None
