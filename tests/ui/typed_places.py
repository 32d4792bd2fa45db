"""Every place in which something can be typed, found by walking the real window.

The screens are those that the window can go to, with every community, workshop and register of a
library that is lived in; the blocks are those of its launch; the rest is what opens when a button
in sight is pressed, or a key is pressed on the first line of a list. Nothing is listed by hand but
the fields whose words are nobody's to keep.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.library.journal import Change
from app.library.rows import Block, Community, Workshop
from app.library.trouble import Trouble
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit
from ui.going import Screens
from ui.parts.rail import Rail
from ui.parts.screen import Screen
from ui.parts.search_field import SearchField
from ui.parts.typed_fields import TypedLine

TextWidget = QLineEdit | QTextEdit | QPlainTextEdit

NOT_KEPT: Mapping[type[QWidget], str] = {
    SearchField: "what one looks for is not kept",
    QAbstractSpinBox: "numbers are chosen: tests/ui/parts/test_form_dialog.py",
    TypedLine: "a day or a time is soon said anew: tests/ui/parts/test_typed_fields.py",
}
"""Fields, or what they stand in, whose words no one would miss; and why."""

KEYS = ("F2", "Return", "Ctrl+G")
"""What is pressed on a line of a list to write in it, or to name what is made of it."""


@dataclass(frozen=True)
class Opener:
    """What is done on a screen before there is a field: a line of a list is chosen, then a button
    or a key is pressed. The numbers count among those of one name."""

    listing: int | None = None
    button: tuple[str, int] | None = None
    key: str = ""


@dataclass(frozen=True)
class Place:
    """A screen, perhaps with a block entered and something opened."""

    screen: str
    about: tuple[str, ...] = ()
    block: str = ""
    opener: Opener | None = None


@dataclass(frozen=True)
class Spot:
    """A field of a place: its name, which one it is among those of this name, and the dialog in
    which it stands, if it does."""

    place: Place
    name: str
    number: int
    dialog: type[QDialog] | None = None


def fields_in(window: QWidget) -> list[TextWidget]:
    """The fields in sight that a person can type in now, above all in a dialog that is open."""
    top = _top(window)
    kinds = (QLineEdit, QTextEdit, QPlainTextEdit)
    found = [one for one in top.findChildren(QWidget) if isinstance(one, kinds)]
    return [one for one in found if _takes_words(one) and one.window() is top]


def name_of(field: QWidget) -> str:
    """How a field is called."""
    placeholder = field.placeholderText() if isinstance(field, TextWidget) else ""
    return f"{type(field).__name__} {field.accessibleName() or placeholder}"


def text_in(field: TextWidget) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def spots_of(place: Place, fields: Sequence[TextWidget]) -> list[Spot]:
    """The spots of fields that stand in a place."""
    names = [name_of(one) for one in fields]
    windows = [type(one.window()) for one in fields]
    return [
        Spot(place, name, names[:at].count(name), window if issubclass(window, QDialog) else None)
        for at, (name, window) in enumerate(zip(names, windows, strict=True))
    ]


def field_at(window: QWidget, spot: Spot) -> TextWidget | None:
    """The field of a spot whose place was gone to; None where it is not in sight."""
    there = [one for one in fields_in(window) if name_of(one) == spot.name]
    return there[spot.number] if spot.number < len(there) else None


class Walker:
    """Goes to places in a window, and looks what can be typed there."""

    def __init__(self, house: Opened, renew: Callable[[], Opened]) -> None:
        """Walk through a house that is open; ``renew`` opens it as it was at first."""
        self.house, self._renew = house, renew
        self._changes: list[Change] = []

    @property
    def window(self) -> QWidget:
        """The window."""
        return self.house.hearth.window

    def screens(self) -> Iterator[Place]:
        """Every screen of every community, workshop and register."""
        reader = self.house.hearth.library.reader
        known: dict[str, Sequence[str]] = {
            "community": [one.id for one in reader.rows(Community, order="id")],
            "workshop": [one.id for one in reader.rows(Workshop, order="id")],
            "register": [one.id for one in self.house.hearth.catalogue.registers],
            "entry": [""],
        }
        for name, make in inspect.getmembers(Screens, inspect.isfunction):
            signature = inspect.signature(make)
            asked = [one for one in signature.parameters if one in known]
            if not name.startswith("_") and signature.return_annotation is Screen:
                for about in product(*(known[one] for one in asked)):
                    yield Place(name, about)

    def grounds(self) -> Iterator[Place]:
        """Every screen, and of a cockpit every block."""
        reader = self.house.hearth.library.reader
        for place in self.screens():
            if place.screen != "cockpit":
                yield place
            elif reader.row(Workshop, *place.about).state != "closed":
                for block in reader.rows(Block, order="position", workshop=place.about[0]):
                    yield replace(place, block=block.id)

    def spots(self, ground: Place, openers: Sequence[Opener] | None = None) -> list[Spot]:
        """What can be typed in a screen or block, and in all that opens from there."""
        self.go(ground)
        found = spots_of(ground, fields_in(self.window))
        for opener in openers if openers is not None else self.openers():
            place = replace(ground, opener=opener)
            self.go(ground)
            screen = self.house.hearth.window.screen_shown
            before = {spot.name for spot in spots_of(place, fields_in(self.window))}
            with_dialog = self._open(opener) and self.dialogs()
            if self.house.hearth.window.screen_shown is screen:
                there = spots_of(place, fields_in(self.window))
                found += [spot for spot in there if with_dialog or spot.name not in before]
            self.close_dialogs()
            self._take_back()
        return found

    def openers(self) -> list[Opener]:
        """What can be pressed on the screen that is shown."""
        found = [Opener(button=one) for one in self._button_names()]
        plain = set(self._button_names())
        for number, view in enumerate(self._lists()):
            self._choose(view)
            found += [Opener(listing=number, key=key) for key in KEYS]
            more = [one for one in self._button_names() if one not in plain]
            found += [Opener(listing=number, button=one) for one in more]
        return found

    def go(self, place: Place) -> bool:
        """Go there; gives whether everything was there to be pressed."""
        window = self.house.hearth.window
        getattr(window, place.screen)(*place.about)
        settle()
        screen = window.screen_shown
        if place.block and isinstance(screen, Cockpit):
            screen.side.block_asked.emit(place.block)
            settle()
        return place.opener is None or self._open(place.opener)

    def close_dialogs(self) -> None:
        """Close what is open over the window, letting go of what was typed."""
        before, self.house.answers.yes = self.house.answers.yes, True
        for dialog in reversed(self.dialogs()):
            dialog.reject()
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.house.answers.yes = before
        # Off the screen a dialog that closed does not give the keys back to the window.
        self.window.activateWindow()

    def _open(self, opener: Opener) -> bool:
        if opener.listing is not None:
            lists = self._lists()
            if opener.listing >= len(lists):
                return False
            self._choose(lists[opener.listing])
        closing = QTimer()
        closing.timeout.connect(_close_menus)
        closing.start(50)
        with _Listening(self.house, self._changes):
            if opener.button is not None:
                name, number = opener.button
                there = [one for one in self._buttons() if _words_on(one) == name]
                if number < len(there):
                    there[number].click()
            else:
                focused = QApplication.focusWidget()
                if focused is not None:
                    QTest.keySequence(focused, QKeySequence(opener.key))
            settle()
            _close_menus()
        closing.stop()
        return True

    def _take_back(self) -> None:
        """What a button did is undone: all else is to be there for the next one."""
        while self._changes:
            change = self._changes.pop()
            try:
                if not change.kept:
                    self.house.hearth.library.undo(change.scope)
            except Trouble:
                # Some things are done for good.
                self._changes.clear()
                self.house = self._renew()
        settle()

    def _choose(self, view: QAbstractItemView) -> None:
        view.setFocus()
        view.setCurrentIndex(view.model().index(0, 0))
        settle()

    def _lists(self) -> list[QAbstractItemView]:
        screen = self.house.hearth.window.screen_shown
        found = screen.findChildren(QAbstractItemView) if screen is not None else []
        return [one for one in found if one.isVisible() and one.model().rowCount()]

    def _buttons(self) -> list[QAbstractButton]:
        found = self.window.findChildren(QAbstractButton)
        return [
            one
            for one in found
            if one.isVisible() and one.isEnabled() and one.window() is self.window
            and not isinstance(one.parentWidget(), SearchField) and not _in_rail(one)
        ]  # fmt: skip

    def _button_names(self) -> list[tuple[str, int]]:
        names = [_words_on(one) for one in self._buttons()]
        return [(one, names[:at].count(one)) for at, one in enumerate(names)]

    def dialogs(self) -> list[QDialog]:
        """What stands open over the window."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]


class _Listening:
    """Notes down what changes in the library meanwhile."""

    def __init__(self, house: Opened, changes: list[Change]) -> None:
        self._library, self._changes = house.hearth.library, changes

    def __enter__(self) -> None:
        self._stop = self._library.subscribe(self._changes.append)

    def __exit__(self, *_: object) -> None:
        self._stop()


def _takes_words(field: TextWidget) -> bool:
    if not field.isVisible() or not field.isEnabled() or field.isReadOnly():
        return False
    around: QWidget | None = field
    while around is not None and not around.isWindow():
        if isinstance(around, tuple(NOT_KEPT)):
            return False
        around = around.parentWidget()
    return True


def _top(window: QWidget) -> QWidget:
    """The dialog that is in front, or else the window."""
    shown = [one for one in window.findChildren(QDialog) if one.isVisible()]
    return shown[-1] if shown else window


def _in_rail(button: QWidget) -> bool:
    around: QWidget | None = button
    while around is not None:
        if isinstance(around, Rail):
            return True
        around = around.parentWidget()
    return False


def _words_on(button: QAbstractButton) -> str:
    return button.text() or button.accessibleName() or button.toolTip()


def _close_menus() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
