"""The window in which one reads beside the work: it asks nothing and holds nothing up."""

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QScreen, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.reading import for_reading
from ui.parts.reading_panes import ReadingPanes
from ui.parts.room_keys import READ
from ui.reading.template_filler import ExportTemplate, TemplateFiller
from ui.world import World

WIDE, HIGH = 460, 720
"""The size it opens with first, pixels at 100 %."""


class ReadingWindow(QWidget):
    """The list and the page, in a narrow window of their own.

    It stands on the screen of Hearth's own window, from which the wall keeps off, and goes back
    there while a room is open, wherever it was moved. Escape closes it, and so does its key.
    """

    def __init__(self, world: World, export: ExportTemplate) -> None:
        """A window that is not shown yet; ``export`` asks how to export a letter."""
        super().__init__(world.window, Qt.WindowType.Window)
        for_reading(self)
        self._world = world
        title = world.words("reading.beside")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.panes = ReadingPanes(world.look, world.words, world.catalogue)
        self.panes.exercise_asked.connect(world.navigator.exercises)
        self.letters = TemplateFiller(world, self.panes.page, export)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.setMinimumSize(world.look.size(300), world.look.size(240))
        for key in ("Esc", READ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setWhatsThis(world.words("reading.close"))
            shortcut.activated.connect(self.close)
        self._followed = False

    def read(self, entry: str) -> None:
        """Come to the front, with the page of a key, or as it was."""
        if not self.isVisible():
            self.setGeometry(self._place())
        self.letters.refresh()
        self.show()
        if not self._followed:
            handle = self.windowHandle()
            handle.screenChanged.connect(self._stay)
            self._followed = True
        self.raise_()
        self.activateWindow()
        if entry and self.panes.open_entry(entry):
            self.panes.page.column.setFocus()
        else:
            self.panes.field.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where it stood, and give the keyboard back to the work."""
        world, place = self._world, self.geometry()
        kept = (place.x(), place.y(), place.width(), place.height())
        if self.isVisible() and kept != world.settings.reading:
            world.keep_settings(msgspec.structs.replace(world.settings, reading=kept))
        super().closeEvent(event)
        self._world.window.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, as behind every screen."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._world.look.theme.paper)
        painter.end()

    def _place(self) -> QRect:
        """Where it stood last, if that is on the screen of Hearth's window; else at its right."""
        look, room = self._world.look, self._world.window.screen().availableGeometry()
        last = self._world.settings.reading
        if last is not None and room.contains(QRect(*last)):
            return QRect(*last)
        wide, high = min(look.size(WIDE), room.width()), min(look.size(HIGH), room.height())
        top = room.top() + (room.height() - high) // 2
        return QRect(room.right() + 1 - wide, top, wide, high)

    def _stay(self, screen: QScreen) -> None:
        """While a room is open, keep off every other screen: one of them is the room's."""
        if self._world.navigator.in_room and screen is not self._world.window.screen():
            self.setGeometry(self._place())
