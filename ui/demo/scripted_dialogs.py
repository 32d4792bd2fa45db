"""Dialogs for the demo: every question is answered yes, no file is chosen."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.look import Look


class ScriptedDialogs:
    """Says yes to questions, and names no file."""

    def __init__(self, words: Words, look: Look) -> None:
        """Speak to nobody."""

    def save_as(self, parent: QWidget, title: str, suggested: str, endings: str) -> Path | None:
        """No file: the demo writes its papers itself."""
        return None

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """No file."""
        return None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """No folder."""
        return None

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """True: the demo agrees to whatever it is asked."""
        return True

    def open_written(self, path: Path) -> bool:
        """Left alone: nobody looks at it."""
        return True
