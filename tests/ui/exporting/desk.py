"""The export dialog under a test's hands."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from tests.ui.played import the_community, the_workshop
from ui.charter.charter_screen import CharterScreen
from ui.closing.closing_screen import ClosingScreen
from ui.design.design_screen import DesignScreen
from ui.exporting.export_dialog import ExportDialog
from ui.parts.controls import Choice


@dataclass
class Desk:
    """The window, and where papers go."""

    qtbot: QtBot
    house: Opened
    folder: Path

    @property
    def library(self) -> Library:
        """The library behind it."""
        return self.house.hearth.library

    def ask(self, document: str) -> ExportDialog:
        """Ask for a document where one does."""
        window = self.house.hearth.window
        for dialog in window.findChildren(ExportDialog):
            dialog.reject()
        if document == "charter":
            self.ask_charter(the_community(self.house).id)
        elif document == "summary":
            window.closing(the_workshop(self.house).id)
            closing = window.screen_shown
            assert isinstance(closing, ClosingScreen)
            settle()
            QTest.mouseClick(closing.summary_button, Qt.MouseButton.LeftButton)
        else:
            window.design(the_workshop(self.house).id)
            design = window.screen_shown
            assert isinstance(design, DesignScreen)
            settle()
            QTest.mouseClick(design.sheet_button, Qt.MouseButton.LeftButton)
        return self.asked()

    def ask_charter(self, community: str) -> None:
        """Ask for a community's charter."""
        window = self.house.hearth.window
        window.charter(community)
        charter = window.screen_shown
        assert isinstance(charter, CharterScreen)
        settle()
        charter.export()

    def asked(self) -> ExportDialog:
        """The dialog that is open, with the keyboard in it."""
        found = self.house.hearth.window.findChildren(ExportDialog)
        (dialog,) = [one for one in found if one.isVisible()]
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def choose(self, dialog: ExportDialog, **wanted: str) -> None:
        """Choose in the dialog's fields, as a hand does."""
        for key, value in wanted.items():
            field = self.field(dialog, key)
            at = field.findData(value)
            assert at >= 0, (key, value)
            field.setFocus()
            field.setCurrentIndex(at)
            field.activated.emit(at)
        settle()

    def field(self, dialog: ExportDialog, key: str) -> Choice:
        """A field of choices."""
        field: QWidget = dialog.form.field_widget(key)
        assert isinstance(field, Choice)
        return field

    def take(self, dialog: ExportDialog, name: str) -> Path:
        """Save under a name, by Enter, and wait for what is said of it."""
        self.house.answers.path = self.folder / name
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        self.qtbot.waitUntil(dialog.said.isVisible, timeout=20_000)
        return self.folder / name
