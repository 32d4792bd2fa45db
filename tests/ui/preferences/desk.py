"""The settings screen under a test's hands."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import StandingClock
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.controls import Choice, NumberBox
from ui.parts.sentences import SentenceBar
from ui.preferences.settings_screen import SettingsScreen
from ui.settings import Settings, load_settings
from ui.window import Window


@dataclass
class Desk:
    """The window with the settings in it; another window after each choice."""

    qtbot: QtBot
    house: Opened
    folder: Path

    @property
    def library(self) -> Library:
        """The library that is open now."""
        return self.house.hearth.library

    @property
    def window(self) -> Window:
        """The window there is now."""
        return self.house.hearth.window

    @property
    def clock(self) -> StandingClock:
        """The clock that stands still."""
        assert isinstance(self.library.moment, StandingClock)
        return self.library.moment

    @property
    def screen(self) -> SettingsScreen:
        """The settings, which must be on screen."""
        settle()
        screen = self.window.screen_shown
        assert isinstance(screen, SettingsScreen)
        return screen

    @property
    def kept(self) -> Settings:
        """What the next start would find."""
        return load_settings(self.folder / "settings.json")

    def choose(self, **wanted: str | int) -> None:
        """Choose in the fields, without using it yet."""
        for key, value in wanted.items():
            field = self.screen.form.field_widget(key)
            field.setFocus()
            if isinstance(field, Choice):
                field.set_value(str(value))
            elif isinstance(field, NumberBox):
                QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
                QTest.keyClicks(field, str(value))

    def use(self, press: QWidget | None = None) -> None:
        """Use what was chosen, by its key, and wait for the other window."""
        before = self.window
        button = self.screen.apply_button
        if press is None:
            key, held = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
            QTest.keyClick(self.window, key, held)
        else:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.another(before)

    def another(self, before: Window) -> None:
        """Wait until another window has come in its place."""
        self.qtbot.waitUntil(lambda: self.window is not before)
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def listed(self) -> list[tuple[str, str]]:
        """The copies in the list: when, and why."""
        rows = self.screen.copies.rows
        return [
            (rows.cell(at, 0).property("text"), rows.cell(at, 1).property("text"))
            for at in range(rows.count())
        ]

    def link(self, row: int) -> Button:
        """What goes back to a copy in the list."""
        found = self.screen.copies.rows.cell(row, 2)
        assert isinstance(found, Button)
        return found

    def said(self) -> str:
        """The sentence at the edge of the window, or nothing."""
        bar = self.window.findChild(SentenceBar)
        assert isinstance(bar, SentenceBar)
        return bar.sentence.text() if bar.isVisible() else ""
