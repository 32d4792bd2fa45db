"""The closing screen under a test's hands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.library.rows import Outcome, Workshop
from app.library.trouble import Trouble
from app.workshop.outcomes import Form, outcomes_of
from tests.app.community.village import StandingClock
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from tests.ui.played import the_workshop
from ui.closing.closing_screen import ClosingScreen
from ui.closing.outcome_line import OutcomeLine
from ui.closing.owner_and_due import OwnerAndDue
from ui.parts.sentences import SentenceBar
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    """The window with the closing in it, and the shortest ways to what it shows."""

    qtbot: QtBot
    house: Opened

    @property
    def library(self) -> Library:
        """The library behind it."""
        return self.house.hearth.library

    @property
    def window(self) -> Window:
        """The window."""
        return self.house.hearth.window

    @property
    def clock(self) -> StandingClock:
        """The clock that stands still."""
        assert isinstance(self.library.moment, StandingClock)
        return self.library.moment

    @property
    def screen(self) -> ClosingScreen:
        """The closing, which must be on screen."""
        settle()
        screen = self.window.screen_shown
        assert isinstance(screen, ClosingScreen)
        return screen

    @property
    def workshop(self) -> Workshop:
        """The workshop as it now is."""
        return the_workshop(self.house)

    def show(self) -> ClosingScreen:
        """Go to the closing."""
        self.window.closing(self.workshop.id)
        return self.screen

    def lines(self, form: Form) -> list[OutcomeLine]:
        """The lines of a card."""
        return self.screen.cards[form].lines

    def owned(self, at: int) -> OwnerAndDue:
        """Who does an action, by when."""
        found = self.lines("action")[at].owner_and_due
        assert found is not None
        return found

    def outcomes(self, form: Form) -> list[Outcome]:
        """What the library holds."""
        return outcomes_of(self.library.reader, self.workshop.id, form)

    def texts(self, form: Form) -> list[str]:
        """The words of what the library holds."""
        return [one.text for one in self.outcomes(form)]

    def shown(self, form: Form) -> list[str]:
        """The words on the screen."""
        return [line.text.text() for line in self.lines(form)]

    def write(self, field: QWidget, text: str, *, enter: bool = True) -> None:
        """Write over what a field holds, as hands do."""
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(field, text)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def name(self, owned: OwnerAndDue, name: str, *, enter: bool = True) -> None:
        """Write whose it is. The list of names that comes up takes the keyboard for good where
        there is no window manager."""
        self.write(owned.owner, name, enter=False)
        popup = owned.owner.completer().popup()
        if popup is not None:
            popup.hide()
        self.activate()
        owned.owner.setFocus()
        if enter:
            QTest.keyClick(owned.owner, Qt.Key.Key_Return)

    def activate(self) -> None:
        """Give the keyboard back to the window."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def choose(self, line: OutcomeLine, said: str) -> None:
        """Choose something in a line's menu, by its words."""
        menu = line.menu()
        action = next(one for one in menu.actions() if one.text() == said)
        action.trigger()
        menu.close()
        settle()

    def undo(self) -> None:
        """Ctrl+Z, where no field takes it."""
        self.activate()
        self.screen.close_button.setFocus()
        self.screen.room_button.setFocus()
        QTest.keyClick(self.window, Qt.Key.Key_Z, CONTROL)
        settle()

    def asked(self) -> QDialog:
        """The window that asks, with the keyboard in it."""
        (dialog,) = [one for one in self.screen.findChildren(QDialog) if one.isVisible()]
        dialog.activateWindow()
        self.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def said(self) -> str:
        """The sentence at the edge of the window, or nothing."""
        bar = self.window.findChild(SentenceBar)
        assert isinstance(bar, SentenceBar)
        return bar.sentence.text() if bar.isVisible() else ""


@contextmanager
def refused(library: Library, code: str) -> Iterator[None]:
    """Whatever is written meanwhile is refused, as by a full disk or another program."""

    def refuse(*arguments: object, **more: object) -> NoReturn:
        raise Trouble(code, path=str(library.path))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "change", refuse)
        patch.setattr(library, "keep", refuse)
        yield
