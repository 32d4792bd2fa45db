"""The search under a test's hands."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.parts.column_list import ListLine
from ui.parts.screen import Screen
from ui.search.search_screen import REST, SearchScreen


@dataclass
class Desk:
    """The window, and the search in it."""

    qtbot: QtBot
    house: Opened

    @property
    def library(self) -> Library:
        """The library behind it."""
        return self.house.hearth.library

    @property
    def shown(self) -> Screen:
        """The screen in the window."""
        settle()
        screen = self.house.hearth.window.screen_shown
        assert screen is not None
        return screen

    @property
    def screen(self) -> SearchScreen:
        """The search, which must be on screen."""
        screen = self.shown
        assert isinstance(screen, SearchScreen)
        return screen

    def is_at(self, kind: type[Screen]) -> bool:
        """Whether a screen of a kind is in the window."""
        return isinstance(self.shown, kind)

    def open(self) -> SearchScreen:
        """Ctrl+K."""
        window = self.house.hearth.window
        QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        return self.screen

    def find(self, text: str) -> list[ListLine]:
        """Type, and wait for what it finds."""
        screen = self.open()
        screen.field.setFocus()
        if text.isascii():
            QTest.keyClicks(screen.field, text)
        else:
            # No test keyboard has them: as an input method would.
            screen.field.insert(text)
        self.qtbot.waitUntil(lambda: not screen.searching, timeout=REST * 20)
        settle()
        return self.lines(screen)

    def lines(self, screen: SearchScreen) -> list[ListLine]:
        """What is listed."""
        return [screen.model.line(row) for row in range(screen.model.rowCount())]

    def press(self, row: int) -> None:
        """Click a line."""
        screen = self.screen
        lines = screen.results.lines
        place = lines.visualRect(screen.model.index(row)).center()
        QTest.mouseClick(
            lines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
