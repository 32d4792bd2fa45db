"""A person whose keys are counted: each press is one, chords too; letters of words apart from them.

A key goes where the machine would bring it: to what is open over the window, else to the focus.
"""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.person import NONE, Person, settle
from tests.ui.kinds.room import Room


class Hands(Person):
    """Two hands on the keyboard of a room."""

    def __init__(self, room: Room, language: str) -> None:
        """In ``room``, whose window speaks ``language``."""
        super().__init__(room.house, language)
        self.room = room
        self.keys = self.letters = 0

    @property
    def all(self) -> int:
        """Everything that was pressed."""
        return self.keys + self.letters

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key that is not text, or one with another held: one each time."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._there(), key, held)
            settle()

    def write(self, text: str) -> None:
        """Type letters, digits and spaces: one each."""
        for letter in text:
            self.letters += 1
            there = self._there()
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(there, QKeyEvent(kind, 0, NONE, letter))
        settle()

    def _there(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        self.look_at_window()
        return QApplication.focusWidget() or self.window
