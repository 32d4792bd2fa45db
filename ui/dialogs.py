"""The machine's own dialogs: where to save, what to open, and a question with one way back."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.words import Words


class MachineDialogs:
    """Asks with the system's dialogs; each gives None, or False, when the person turns away."""

    def __init__(self, words: Words) -> None:
        """Speak ``words`` where the system has none of its own."""
        self._words = words

    def save_as(self, parent: QWidget, title: str, suggested: str, endings: str) -> Path | None:
        """Where to save; ``endings`` are file endings without dots, the first is offered."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, suggested, _filters(endings))
        return Path(chosen) if chosen else None

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """Which file to open."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, "", _filters(endings))
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """Which folder."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """Whether the person says ``yes``; Escape and Enter both mean no."""
        box = QMessageBox(parent)
        box.setText(question)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton(self._words("parts.not-now"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse)
        box.setEscapeButton(refuse)
        box.exec()
        return box.clickedButton() is agree


def _filters(endings: str) -> str:
    return ";;".join(f"{ending.upper()} (*.{ending})" for ending in endings.split())
