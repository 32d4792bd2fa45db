"""From an empty library to a community with people and a role, in the real window, by keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.library.rows import Holding, Membership
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.community.community_dialog import CommunityDialog
from ui.community.community_screen import CommunityScreen
from ui.community.paste_dialog import PasteDialog
from ui.community.people_screen import PeopleScreen
from ui.community.role_dialog import RoleDialog
from ui.home.home_screen import HomeScreen
from ui.parts.screen import Screen

CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(running: Opened) -> Screen:
    """The screen in the window."""
    settle()
    screen = running.hearth.window.screen_shown
    assert screen is not None
    return screen


def asked(qtbot: QtBot, screen: Screen) -> QDialog:
    """The window that asks over a screen, active as it would be on a desk."""
    (dialog,) = [one for one in screen.findChildren(QDialog) if one.isVisible()]
    activate(qtbot, dialog)
    return dialog


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Make a window the one that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_community_begins(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, tmp_path) as running:
        window = running.hearth.window
        window.home()
        home = shown(running)
        assert isinstance(home, HomeScreen)
        QTest.mouseClick(home.first_button, Qt.MouseButton.LeftButton)
        dialog = asked(qtbot, home)
        assert isinstance(dialog, CommunityDialog)
        name = dialog.form.field_widget("name")
        assert name.hasFocus()
        QTest.keyClicks(name, "Water Quality")
        QTest.keyClick(name, Qt.Key.Key_Return)

        page = shown(running)
        assert isinstance(page, CommunityScreen)
        assert page.header.title.text() == "Water Quality"
        activate(qtbot, window)
        QTest.keyClick(page, Qt.Key.Key_M, CONTROL)
        people = shown(running)
        assert isinstance(people, PeopleScreen)
        people.paste()
        paste = asked(qtbot, people)
        assert isinstance(paste, PasteDialog)
        assert paste.text.hasFocus()
        paste.text.setPlainText("Maude Tremblay\nIan Côté")
        QTest.keyClick(paste.text, Qt.Key.Key_Return, CONTROL)
        library = running.hearth.library
        assert library.reader.count(Membership) == 2

        QTest.mouseClick(people.header.crumb, Qt.MouseButton.LeftButton)
        page = shown(running)
        assert isinstance(page, CommunityScreen)
        page.roles.give("coordinator")
        give = asked(qtbot, page)
        assert isinstance(give, RoleDialog)
        QTest.mouseClick(give.keep_button, Qt.MouseButton.LeftButton)
        assert library.reader.count(Holding) == 1
        activate(qtbot, window)
        QTest.keyClick(page, Qt.Key.Key_Z, CONTROL)
        assert library.reader.count(Holding) == 0
        assert library.reader.count(Membership) == 2
        QTest.mouseClick(page.header.crumb, Qt.MouseButton.LeftButton)
        home = shown(running)
        assert isinstance(home, HomeScreen)
        assert home.model.line(0).under == "2 members · no coordinator yet"
