"""The signs of files and folders in Qt's own file dialog, drawn as Hearth's are."""

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileIconProvider

from ui.look.icons import IconName, icon
from ui.look.look import Look


class FileIcons(QFileIconProvider):
    """A sign for each kind of thing in a folder."""

    def __init__(self, look: Look) -> None:
        """Drawn in ``look``."""
        super().__init__()
        side, ink = look.size(18), look.colour("mute")
        names: tuple[IconName, ...] = ("folder", "file", "computer")
        self._icons = {name: icon(name, ink, side) for name in names}

    def icon(self, what: QFileInfo | QFileIconProvider.IconType, /) -> QIcon:
        """The sign for a file on the disk, or for a kind of place."""
        kinds = QFileIconProvider.IconType
        if isinstance(what, QFileInfo):
            return self._icons["folder" if what.isDir() else "file"]
        if what in (kinds.Computer, kinds.Network, kinds.Desktop, kinds.Drive):
            return self._icons["computer"]
        return self._icons["file" if what == kinds.File else "folder"]
