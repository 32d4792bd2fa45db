"""What can be done with a file that was just written: opened, or shown where it lies."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.parts.buttons import KeyButton
from ui.parts.layouts import FlowLayout
from ui.parts.reading import for_reading
from ui.world import World


class WrittenFile(QWidget):
    """Two buttons that are there once a file is; ``opens`` false leaves out the one that opens it,
    for files that only Hearth reads."""

    def __init__(self, world: World, *, opens: bool = True) -> None:
        """Nothing was written yet."""
        super().__init__()
        for_reading(self)
        self._world, self._opens, self._path = world, opens, Path()
        look, words = world.look, world.words
        self.open_button = KeyButton(look, words, words("parts.open-it"), "Ctrl+O", "primary")
        self.open_button.clicked.connect(self._open)
        self.folder_button = KeyButton(look, words, words("parts.show-folder"), "Ctrl+Shift+O")
        self.folder_button.clicked.connect(self._show)
        row = FlowLayout(look.px(12), look.px(8), right=True)
        row.addWidget(self.folder_button)
        row.addWidget(self.open_button)
        self.setLayout(row)
        self.hide()

    def offer(self, path: Path) -> None:
        """The file is there: offer it, with the focus on what one does next."""
        self._path = path
        self.open_button.setVisible(self._opens)
        self.show()
        (self.open_button if self._opens else self.folder_button).setFocus()

    def _open(self) -> None:
        if not self._world.dialogs.open_written(self._path):
            self._world.notice.say(self._world.words("parts.not-opened", path=self._path), "amber")

    def _show(self) -> None:
        show_folder(self._world, self._path)


def show_folder(world: World, path: Path) -> None:
    """Show where a file lies; where the system has nothing to show it with, say where that is."""
    if not world.dialogs.open_written(path.parent):
        world.notice.say(world.words("parts.not-opened", path=path), "amber")
