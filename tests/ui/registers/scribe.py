"""Somebody who keeps a register in the real window, by keys and clicks."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from app.catalogue.load import load_catalogue
from app.catalogue.register_shapes import Register, RegisterWords
from app.library.library import Library
from app.library.rows import Community
from app.registers.cells import Link, Values
from app.registers.register_entries import Entry, EntryFields, add_entry, entries_of
from app.resources import resources_folder
from app.words import Words
from app.words_files import load_words
from tests.app.community.village import StandingClock, found, joins, new_library
from tests.app.registers.ledger import link_to
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.parts.controls import Choice, NumberBox
from ui.registers.entry_form import EntryForm
from ui.registers.register_screen import RegisterScreen

D = TypeVar("D", bound=QDialog)

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
MEMBERS = ("Maude Tremblay", "Yusuf Warsame")


@dataclass
class Scribe:
    """The window over a community with two members, and a note, a clause and a workshop."""

    house: Opened
    community: Community
    links: Mapping[str, Link]
    members: Mapping[str, str]
    words: Words

    @property
    def library(self) -> Library:
        """The library behind the window."""
        return self.house.hearth.library

    def register(self, name: str = "voice") -> Register:
        """A register of the shipped catalogue."""
        return load_catalogue(resources_folder()).register(name)

    def told(self, name: str = "voice") -> RegisterWords:
        """What a register is called, in the language of the window."""
        return self.register(name).in_language(self.words.language)

    def open(self, name: str = "voice", entry: str = "") -> RegisterScreen:
        """The register on the screen."""
        self.house.hearth.window.register(self.community.id, name, entry)
        screen = self.house.hearth.window.screen_shown
        assert isinstance(screen, RegisterScreen)
        settle()
        return screen

    def write(
        self, about: str, values: Values | None = None, *, name: str = "voice", state: str = ""
    ) -> str:
        """An entry that is there already; gives its id."""
        register = self.register(name)
        cells = {register.columns[0].id: about, **(values or {})}
        fields = EntryFields(state=state)
        return add_entry(self.library, register, self.community.id, cells, fields).id

    def kept(self, name: str = "voice") -> list[Entry]:
        """The entries in the library."""
        return entries_of(self.library.reader, self.register(name), self.community.id)

    def to_window(self) -> None:
        """Give the keyboard back to the window: here nobody does when a dialog closes."""
        window = self.house.hearth.window
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    def undo(self) -> None:
        """Ctrl+Z, in the window."""
        self.to_window()
        QTest.keyClick(self.house.hearth.window, Qt.Key.Key_Z, CTRL)


@contextmanager
def scribe_at_work(
    application: QApplication, folder: Path, *, language: str = "en", text: int = 100
) -> Iterator[Scribe]:
    """Hearth over a small community; one clock gives all ids, before and after it is opened."""
    with closing(new_library(folder)) as library:
        clock = library.moment
        assert isinstance(clock, StandingClock)
        community = found(library)
        members = {name: joins(library, community, name).person for name in MEMBERS}
        links = link_to(library, community)
    with opened(application, folder, language=language, text=text, moment=clock) as house:
        yield Scribe(house, community, links, members, load_words(resources_folder(), language))


def names(screen: RegisterScreen) -> list[str]:
    """What the listed entries are about."""
    return [screen.model.line(row).name for row in range(screen.model.rowCount())]


def choose(screen: RegisterScreen, *wanted: str) -> None:
    """Choose entries by what they are about, and put the keyboard on the list."""
    keys = [screen.model.key(names(screen).index(one)) for one in wanted]
    screen.list_card.lines.setFocus()
    screen.list_card.lines.choose_all(keys, keys[-1])


def asking(parent: QWidget, kind: type[D]) -> D:
    """The one window of a kind that asks, with the keyboard in it."""
    (dialog,) = [one for one in parent.findChildren(kind) if one.isVisible()]
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    settle()
    return dialog


def form_of(screen: RegisterScreen) -> EntryForm:
    """The form of an entry that is open."""
    return asking(screen, EntryForm)


def new_form(screen: RegisterScreen) -> EntryForm:
    """The form of a new entry, as its button opens it."""
    QTest.mouseClick(screen.add_button, LEFT)
    return form_of(screen)


def form_for(screen: RegisterScreen, about: str) -> EntryForm:
    """The form of an entry that is listed, opened by Enter."""
    choose(screen, about)
    QTest.keyClick(screen.list_card.lines, Qt.Key.Key_Return)
    return form_of(screen)


def fill(form: EntryForm, **wanted: str | date) -> None:
    """Fill fields as a hand does: what stands in a line is typed over."""
    for key, value in wanted.items():
        field = form.form.field_widget(key)
        field.setFocus()
        if isinstance(field, Choice):
            pick(field, str(value))
        else:
            if isinstance(field, QLineEdit | NumberBox):
                field.selectAll()
            type_text(field, str(value))


def type_text(field: QWidget, text: str) -> None:
    """Type letter by letter; QTest has no keys for those with accents."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(field, letter)
        else:
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))


def pick(choice: QComboBox, value: str) -> None:
    """Choose a value by its data, as a click on it does."""
    at = choice.findData(value)
    assert at >= 0, value
    choice.setCurrentIndex(at)
    choice.activated.emit(at)


def keep(form: EntryForm) -> None:
    """Keep what the form says, by its button."""
    QTest.mouseClick(form.keep_button, LEFT)
    settle()
