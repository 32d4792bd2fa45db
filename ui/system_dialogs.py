"""The system's dialogs (save as, open, choose a folder), and Hearth's own question."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.look import Look


class SystemDialogs:
    """Asks for files with the system's dialogs; each gives None when the person turns away.

    They begin among the person's documents, then where something was last saved or opened. Qt's
    classes for them are made when they are asked for: the window opens sooner.
    """

    def __init__(self, words: Words, look: Look) -> None:
        """Speak ``words`` where the system has none of its own; questions are drawn in ``look``."""
        self._words, self._look = words, look
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        found = Path(QStandardPaths.writableLocation(documents) or Path.home())
        # A new machine may have no such folder yet; Qt would begin wherever Hearth was started.
        self._folder = found if found.is_dir() else Path.home()

    def save_as(self, parent: QWidget, title: str, suggested: str, endings: str) -> Path | None:
        """Where to save; ``endings`` are file endings without dots, the first is offered.

        The system asks before something is replaced. A name that was typed without the ending
        gets it, and then what already has that name is asked about here.
        """
        from PySide6.QtWidgets import QFileDialog

        ending = f".{endings.split()[0]}"
        begin = str(self._folder / suggested)
        chosen, _ = QFileDialog.getSaveFileName(parent, title, begin, _filters(endings))
        if not chosen:
            return None
        target = Path(chosen)
        if not target.name.casefold().endswith(ending):
            target = target.with_name(target.name + ending)
            question = self._words("exporting.replace", name=target.name)
            yes = self._words("exporting.replace-yes")
            if target.exists() and not self.confirm(parent, question, yes):
                return None
        self._folder = target.parent
        return target

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """The file to open; None when the person changes their mind."""
        from PySide6.QtWidgets import QFileDialog

        begin = str(self._folder)
        chosen, _ = QFileDialog.getOpenFileName(parent, title, begin, _filters(endings))
        if not chosen:
            return None
        self._folder = Path(chosen).parent
        return Path(chosen)

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The folder that the person chooses; None when they change their mind."""
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, title, str(self._folder))
        if not chosen:
            return None
        self._folder = Path(chosen)
        return self._folder

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """Whether the person says ``yes``; Escape and Enter both mean no."""
        from ui.parts.confirm_dialog import ConfirmDialog

        dialog = ConfirmDialog(self._look, self._words, parent, question, yes)
        return dialog.exec() == ConfirmDialog.DialogCode.Accepted

    def open_written(self, path: Path) -> bool:
        """Open a file or a folder with the system's own program for it. Nothing leaves this
        computer."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _filters(endings: str) -> str:
    return ";;".join(f"{ending.upper()} (*.{ending})" for ending in endings.split())
