"""The system's dialogs (save as, open, choose a folder), and Hearth's own question."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.icons import IconName, icon
from ui.look.look import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

WIDE, HIGH = 820, 520
"""How large Qt's own dialog is at 100 % text, pixels, within the window it stands over."""

BUTTONS: Mapping[str, tuple[IconName, str]] = {
    "backButton": ("left", "parts.file-back"),
    "forwardButton": ("right", "parts.file-forward"),
    "toParentButton": ("up", "parts.file-up"),
    "newFolderButton": ("new-folder", "parts.file-new-folder"),
    "listModeButton": ("list", "parts.file-list"),
    "detailModeButton": ("table", "parts.file-table"),
}
"""The buttons of Qt's own dialog by their names in it: their signs, and what they say."""


class SystemDialogs:
    """Asks for files with the system's dialogs; each gives None when the person turns away.

    Where the system has none of its own, Qt's are dressed as Hearth's. They begin among the
    person's documents, then where something was last saved or opened. Qt's classes for them are
    made when they are asked for: the window opens sooner.
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

        A name that was typed without the ending gets it. Before something is replaced, that is
        asked; who does not want it chooses again.
        """
        from PySide6.QtWidgets import QFileDialog

        ending = f".{endings.split()[0]}"
        dialog = self._dialog(parent, title, "parts.file-save", QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilters([f"{one.upper()} (*.{one})" for one in endings.split()])
        dialog.selectFile(suggested)
        while (target := self._chosen(dialog)) is not None:
            if not target.name.casefold().endswith(ending):
                target = target.with_name(target.name + ending)
            question = self._words("exporting.replace", name=target.name)
            if not target.exists() or self.confirm(
                parent, question, self._words("exporting.replace-yes")
            ):
                break
        dialog.deleteLater()
        return target

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """The file to open; None when the person changes their mind."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(parent, title, "parts.file-open")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*.{one}" for one in endings.split())
        dialog.setNameFilter(f"{self._words('parts.files')} ({patterns})")
        chosen = self._chosen(dialog)
        dialog.deleteLater()
        return chosen

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The folder that the person chooses; None when they change their mind."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(parent, title, "parts.file-choose")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        chosen = self._chosen(dialog)
        dialog.deleteLater()
        if chosen is not None:
            self._folder = chosen
        return chosen

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

    def _dialog(
        self,
        parent: QWidget,
        title: str,
        accept: str,
        mode: "QFileDialog.AcceptMode | None" = None,
    ) -> "QFileDialog":
        """A dialog where files were last looked for; ``accept`` is the key of what its button
        says."""
        from PySide6.QtWidgets import QFileDialog, QToolButton

        words, look = self._words, self._look
        dialog = QFileDialog(parent, title, str(self._folder))
        if mode is not None:
            dialog.setAcceptMode(mode)  # which has labels of its own
        labels = QFileDialog.DialogLabel
        for label, key in (
            (labels.LookIn, "parts.file-in"),
            (labels.FileName, "parts.file-name"),
            (labels.FileType, "parts.file-kind"),
            (labels.Accept, accept),
            (labels.Reject, "parts.not-now"),
        ):
            dialog.setLabelText(label, words(key))
        buttons = {one: dialog.findChild(QToolButton, one) for one in BUTTONS}
        for name, button in buttons.items():
            if button is not None:  # the system has no dialog of its own
                sign, key = BUTTONS[name]
                side = look.size(18)
                button.setIcon(icon(sign, look.colour("plain"), side))
                button.setIconSize(QSize(side, side))
                button.setFixedSize(QSize(2 * side, 2 * side))
                button.setToolTip(words(key))
                button.setAccessibleName(words(key))
        if any(buttons.values()):
            self._dress(dialog, parent)
        return dialog

    def _dress(self, dialog: "QFileDialog", parent: QWidget) -> None:
        """Give Qt's own dialog Hearth's signs, and the room that its columns need."""
        from PySide6.QtGui import QIcon
        from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QSplitter, QTreeView

        from ui.parts.file_icons import FileIcons

        look = self._look
        self._icons = FileIcons(look)
        dialog.setIconProvider(self._icons)
        dialog.setFont(look.font("body"))
        around = parent.window().size()
        dialog.resize(QSize(look.size(WIDE), look.size(HIGH)).boundedTo(around))
        for box in dialog.findChildren(QDialogButtonBox):
            for button in box.buttons():
                button.setIcon(QIcon())  # what it says is enough
        beside = dialog.findChild(QSplitter)
        if beside is not None:
            side = look.size(150)
            beside.setSizes([side, max(side, dialog.width() - side)])
        tree = dialog.findChild(QTreeView, "treeView")
        if tree is not None:
            tree.setIconSize(QSize(look.size(18), look.size(18)))
            header, modes = tree.header(), QHeaderView.ResizeMode
            header.setStretchLastSection(False)
            # Sizes and kinds speak the system's language, whatever the window's: the name tells.
            tree.hideColumn(1)
            tree.hideColumn(2)
            header.setSectionResizeMode(0, modes.Stretch)
            header.setSectionResizeMode(3, modes.ResizeToContents)

    def _chosen(self, dialog: "QFileDialog") -> Path | None:
        """What the person chooses in it; the next dialog begins in its folder."""
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        chosen = Path(dialog.selectedFiles()[0])
        self._folder = chosen.parent
        return chosen
