"""A person at the window: clicks what is to be seen, types, presses keys, looks."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QWidget

from tests.ui.opened import Opened
from ui.parts.controls import Choice
from ui.parts.form import FieldForm
from ui.parts.screen import Screen
from ui.parts.typed_fields import DateField
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
S = TypeVar("S", bound=Screen)
D = TypeVar("D", bound=QDialog)


class Person:
    """Somebody who uses Hearth by keys and clicks alone, in one language."""

    keys = clicks = 0
    """What was pressed and clicked so far, a key with a modifier as one; the letters of words are
    not counted."""

    def __init__(self, house: Opened, language: str) -> None:
        """At the window of ``house``, which speaks ``language``."""
        self.house, self.words = house, house.hearth.speech(language)

    @property
    def window(self) -> Window:
        """The window they sit at."""
        return self.house.hearth.window

    def screen(self, kind: type[S]) -> S:
        """The screen they see, which must be of a kind."""
        shown = self.window.screen_shown
        assert isinstance(shown, kind), f"{shown} instead of {kind.__name__}"
        assert shown.isVisible()
        return shown

    def dialog(self, kind: type[D]) -> D:
        """The dialog they see, which must be of a kind."""
        settle()
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__}"
        return found[0]

    def click(self, widget: QWidget) -> None:
        """Click something that can be seen and used."""
        self.clicks += 1
        settle()
        assert widget.isVisible(), f"{widget} is not to be seen"
        assert widget.isEnabled(), f"{widget} cannot be used now"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def click_text(self, inside: QWidget, text: str) -> None:
        """Click the button that says ``text``."""
        settle()
        found = [
            one
            for one in inside.findChildren(QAbstractButton)
            if one.isVisible() and one.text().replace("&&", "&") == text
        ]
        assert len(found) == 1, f"{len(found)} buttons say “{text}”"
        self.click(found[0])

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.keys += 1
        self.look_at_window()
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, held)
        settle()

    def type(self, text: str, into: QWidget | None = None) -> None:
        """Type a text, in any script, letter by letter, where the focus is or ``into`` a field."""
        self.look_at_window()
        if into is not None:
            into.setFocus()
        target = into or QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, NONE, letter)
                QCoreApplication.sendEvent(target, event)
        settle()

    def paste(self, text: str, into: QWidget) -> None:
        """Put a text on the clipboard and paste it."""
        QGuiApplication.clipboard().setText(text)
        into.setFocus()
        QTest.keyClick(into, Qt.Key.Key_V, CONTROL)
        settle()

    def fill(self, form: FieldForm, key: str, said: str | date) -> None:
        """Answer a field of a form as one does: typed, or chosen with the arrow keys."""
        field = form.field_widget(key)
        if isinstance(field, Choice):
            self.choose(field, str(said))
        elif isinstance(field, DateField):
            assert isinstance(said, date)
            self.type_date(field, said)
        else:
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
            self.type(str(said), field)

    def choose(self, field: QComboBox, value: str) -> None:
        """Go to a value with the arrow keys."""
        field.setFocus()
        at, wanted = field.currentIndex(), field.findData(value)
        assert wanted >= 0, f"{value} is not offered"
        for _ in range(abs(wanted - at)):
            QTest.keyClick(field, Qt.Key.Key_Down if wanted > at else Qt.Key.Key_Up)
        settle()
        assert field.currentData() == value

    def type_date(self, field: DateField, day: date) -> None:
        """Come to the field by Tab and type a date over what stands there, as people write it."""
        self.look_at_window()
        field.clearFocus()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.type(field.words.day(day), field)
        assert field.value == day

    def look_at_window(self) -> None:
        """The window in front has the keys: here nobody manages windows as a desktop does."""
        settle()
        front = QApplication.activeModalWidget() or self.window
        if not front.isActiveWindow():
            front.activateWindow()
            assert QTest.qWaitForWindowActive(front)

    def says(self) -> str:
        """The sentence above the screen; empty where there is none."""
        bar = self.window.notice
        return bar.sentence.text() if bar.isVisible() else ""


def settle() -> None:
    """Let the window do what it has to do."""
    for _ in range(4):
        QApplication.processEvents()


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something holds, for ten seconds at most."""
    deadline = QDeadlineTimer(10_000)
    while not condition():
        assert not deadline.hasExpired(), "waited in vain"
        QTest.qWait(5)
