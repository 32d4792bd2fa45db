"""However much is pasted, in any field of any screen: what is too much is cut, and that is said."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.pasted_cells import MOST_LETTERS
from tests.ui.fitting import settle
from tests.ui.typed_places import TextWidget, field_at, fields_in, name_of, spots_of, text_in
from tests.ui.typed_trial import Typist
from ui.parts.autosave import REST
from ui.parts.sentences import SentenceBar

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

CUT = "That is more than fits here"
MEGABYTE = 1_048_576
MUCH = {
    "one line": "word " * (MEGABYTE // 5),
    "one word": "x" * MEGABYTE,
    "many lines": "a line\n" * (MEGABYTE // 7),
    "a table": "a\tb\tc\n" * (MEGABYTE // 6),
    "one quoted cell": '"' + "a\n" * (MEGABYTE // 2) + '"',
}


@pytest.fixture
def typist(qapp: QApplication, tmp_path: Path, furnished_library: Path) -> Iterator[Typist]:
    """Somebody who pastes in a copy of it."""
    typist = Typist(qapp, furnished_library, tmp_path / "typed")
    yield typist
    typist.end()


def paste_much(field: TextWidget, text: str) -> None:
    """Paste by the key, as a person does, in place of what was there; then rest."""
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    QTest.qWait(2 * REST)


def assert_cut(field: TextWidget, *about: object) -> None:
    """The field has as much as is soon shown and kept; that the rest is missing is said."""
    bars = [bar for top in QApplication.topLevelWidgets() for bar in top.findChildren(SentenceBar)]
    said = [bar.sentence.text() for bar in bars if bar.isVisible()]
    assert 0 < len(text_in(field)) <= MOST_LETTERS, about
    assert any(one.startswith(CUT) for one in said), (*about, said)


def empty(field: TextWidget) -> None:
    """Take out again what was pasted."""
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    settle()


def kind_of(field: QWidget) -> tuple[type, ...]:
    """What a field is, and in what it stands."""
    around: list[type] = []
    here: QWidget | None = field
    while here is not None:
        around.append(type(here))
        here = here.parentWidget()
    return tuple(around)


def test_a_megabyte_in_any_field(typist: Typist) -> None:
    """Each kind of field once, with one of the shapes in which there may be much: it takes in no
    more than is soon shown and kept, and the window says that something is missing."""
    walker, chance = typist.walker, random.Random(6)
    met: set[tuple[type, ...]] = set()
    for ground in list(walker.grounds()):
        walker.go(ground)
        for spot in spots_of(ground, fields_in(walker.window)):
            field = field_at(walker.window, spot)
            if field is None or kind_of(field) in met:
                continue
            met.add(kind_of(field))
            shape = chance.choice(list(MUCH))
            paste_much(field, MUCH[shape])
            assert_cut(field, ground, spot, shape)
            empty(field)
    assert len(met) > 5


def test_a_megabyte_in_the_windows_that_home_opens(typist: Typist) -> None:
    """Forms, where the sentence is theirs."""
    walker, met = typist.walker, 0
    home = next(one for one in walker.grounds() if one.screen == "home")
    walker.go(home)
    for opener in walker.openers():
        walker.go(home)
        spots = walker.spots(home, [opener])
        for spot in (one for one in spots if one.dialog is not None):
            walker.go(spot.place)
            field = next(one for one in fields_in(walker.window) if name_of(one) == spot.name)
            paste_much(field, MUCH["one line"])
            assert_cut(field, spot)
            empty(field)
            walker.close_dialogs()
            met += 1
    assert met > 0
