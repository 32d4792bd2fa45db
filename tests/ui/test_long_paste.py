"""A megabyte pasted anywhere: the field takes in what it can hold, and the window says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.rows import Note
from tests.ui.fitting import settle
from tests.ui.lived_in import furnish
from tests.ui.typed_places import TextWidget, fields_in, name_of, text_in
from tests.ui.typed_trial import Typist
from ui.cockpit.capture_line import MOST_LINES
from ui.cockpit.cockpit import Cockpit
from ui.parts.long_paste import MOST_IN_TEXT
from ui.parts.sentences import SentenceBar

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

CONTROL = Qt.KeyboardModifier.ControlModifier
CUT = "the rest was left out"
LINE = "some words of one long line "
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def furnished(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that is lived in."""
    return furnish(qapp, tmp_path_factory.mktemp("furnished"))


@pytest.fixture
def typist(qapp: QApplication, tmp_path: Path, furnished: Path) -> Iterator[Typist]:
    """Somebody who types in a copy of it."""
    typist = Typist(qapp, furnished, tmp_path / "typed")
    yield typist
    typist.end()


def paste(field: TextWidget, text: str) -> None:
    """Paste it, and let the window take it in."""
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    settle()


def said() -> str:
    """All that is said in the windows in sight."""
    bars = [bar for top in QApplication.topLevelWidgets() for bar in top.findChildren(SentenceBar)]
    return " ".join(bar.sentence.text() for bar in bars if bar.isVisible())


def take_in(field: TextWidget) -> None:
    """Paste a megabyte in one line: what is cut is said."""
    paste(field, LINE * (MEGABYTE // len(LINE)))
    assert 0 < len(text_in(field)) <= 2 * MOST_IN_TEXT, name_of(field)
    assert CUT in said(), name_of(field)
    field.clear()
    settle()


def test_in_every_field_in_sight(typist: Typist) -> None:
    """Of every screen and block: one field of each name."""
    walker, met = typist.walker, set[str]()
    for ground in walker.grounds():
        walker.go(ground)
        while fresh := [one for one in fields_in(walker.window) if name_of(one) not in met]:
            met.add(name_of(fresh[0]))
            take_in(fresh[0])
    assert len(met) > 5


def test_in_every_field_of_the_windows_that_home_opens(typist: Typist) -> None:
    """Forms, where the sentence is theirs."""
    walker, met = typist.walker, 0
    home = next(one for one in walker.grounds() if one.screen == "home")
    walker.go(home)
    for opener in walker.openers():
        walker.go(home)
        spots = walker.spots(home, [opener])
        for spot in (one for one in spots if one.dialog is not None):
            walker.go(spot.place)
            take_in(next(one for one in fields_in(walker.window) if name_of(one) == spot.name))
            walker.close_dialogs()
            met += 1
    assert met > 0


def test_as_many_lines_as_a_room_can_see_become_notes(typist: Typist) -> None:
    walker, library = typist.walker, typist.library
    board = next(one for one in walker.grounds() if one.screen == "cockpit" and one.block)
    walker.go(board)
    cockpit = typist.house.hearth.window.screen_shown
    assert isinstance(cockpit, Cockpit)
    before = library.reader.count(Note)
    paste(cockpit.bottom.line, "what somebody said\n" * (MEGABYTE // 20))
    assert library.reader.count(Note) - before == MOST_LINES
    assert CUT in said()
    assert cockpit.bottom.line.text() == ""
