"""The wall while everything is read back at the closing: turned by its keys, and lit, unless
it was blank."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.parts.keycaps import key_text
from ui.parts.room_keys import BLANK, NEXT_PAGE, PREVIOUS_PAGE
from ui.wall.closing_view import ClosingView
from ui.wall.wall_control import WallControl
from ui.world import World


class ReadingBack(QObject):
    """Shows on the wall of a workshop what was decided, from its closing until one is back in the
    room."""

    def __init__(self, world: World, workshop: str, wall: WallControl, parent: QWidget) -> None:
        """For ``workshop`` (its id), whose room ``parent`` is."""
        super().__init__(parent)
        self._world, self._workshop, self._wall = world, workshop, wall
        self._keys: list[QShortcut] = []

    def begin(self) -> None:
        """The closing is on screen: the room is out of sight, and its keys with it."""
        if self._keys:
            return
        wall, words = self._wall, self._world.words
        wall.lend(ClosingView(self._workshop))
        for key, act in (
            (NEXT_PAGE, lambda: wall.turn(1)),
            (PREVIOUS_PAGE, lambda: wall.turn(-1)),
            (BLANK, wall.toggle_blank),
        ):
            shortcut = QShortcut(QKeySequence(key), self._world.window)
            shortcut.activated.connect(act)
            self._keys.append(shortcut)
        if wall.monitor:
            turn, blank = key_text(words, NEXT_PAGE), key_text(words, BLANK)
            said = "wall.reads-back-blank" if wall.blank else "wall.reads-back"
            self._world.notice.say(words(said, turn=turn, blank=blank))

    def end(self) -> None:
        """Nothing is read back any more: the wall shows what it did before."""
        for shortcut in self._keys:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._keys = []
        self._wall.give_back()
