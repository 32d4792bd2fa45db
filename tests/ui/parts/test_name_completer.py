"""Names are offered and taken in a line however they are typed."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.folding import names_like
from app.resources import resources_folder
from app.words_files import load_words
from ui.parts.name_completer import NameCompleter

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

NAMES = ("Anne Sœur", "Łukasz", "Rue Straße", "Sœur Émilie", "Amina Diallo", "Benjamin Roy")


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    """A line in a window, that takes one of the names, or any other."""
    line = QLineEdit()
    qtbot.addWidget(line)
    words = load_words(resources_folder(), "en")
    NameCompleter(words, line, partial(names_like, NAMES))
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line


def offered(line: QLineEdit) -> list[str]:
    """What stands in the list."""
    completer = line.completer()
    popup = completer.popup()
    assert popup is not None
    model = popup.model()
    rows = range(model.rowCount()) if popup.isVisible() else ()
    return [str(model.index(row, 0).data()) for row in rows]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("soeur", ["Sœur Émilie", "Anne Sœur", "As typed: soeur"]),
        ("emilie", ["Sœur Émilie", "As typed: emilie"]),
        ("LUK", ["Łukasz", "As typed: LUK"]),
        ("strasse", ["Rue Straße", "As typed: strasse"]),
        # What begins a word comes before what is only held by one.
        ("ami", ["Amina Diallo", "As typed: ami"]),
        ("jam", ["Benjamin Roy", "As typed: jam"]),
        ("amina diallo", ["Amina Diallo"]),
        ("nobody", []),
    ],
)
def test_what_is_offered(line: QLineEdit, typed: str, names: list[str]) -> None:
    """The name as it is written stands in the line when it is taken."""
    QTest.keyClicks(line, typed)
    if names:
        assert offered(line) == names
        popup = line.completer().popup()
        assert popup is not None
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert line.text() == names[0]
        assert offered(line) == []
    else:
        assert line.completer().popup() is None or offered(line) == []


@pytest.mark.parametrize("at_popup", [True, False])
@pytest.mark.parametrize(
    ("typed", "key", "taken"),
    [
        ("Ami", Qt.Key.Key_Return, "Amina Diallo"),
        ("Ami", Qt.Key.Key_Enter, "Amina Diallo"),
        ("soeur", Qt.Key.Key_Return, "soeur"),
        ("Nobody", Qt.Key.Key_Return, "Nobody"),
    ],
)
def test_enter_takes_the_only_name(
    qtbot: QtBot, line: QLineEdit, typed: str, key: Qt.Key, taken: str, at_popup: bool
) -> None:
    """Whether the machine brings the key to the list or to the line; of several it takes none."""
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    QTest.keyClicks(line, typed)
    popup = line.completer().popup()
    there = popup if at_popup and popup is not None and popup.isVisible() else line
    QTest.keyClick(there, key)
    assert entered == [taken]
    qtbot.waitUntil(lambda: popup is None or not popup.isVisible())


def test_somebody_new_may_be_called_as_typed(qtbot: QtBot, line: QLineEdit) -> None:
    """By the last line of the list, or after Escape."""
    entered: list[str] = []
    line.returnPressed.connect(lambda: entered.append(line.text()))
    QTest.keyClicks(line, "Ami")
    popup = line.completer().popup()
    assert popup is not None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, key)
    assert line.text() == "Ami"
    line.clear()
    QTest.keyClicks(line, "Ami")
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert entered[-1] == "Ami"


def test_what_enter_takes_is_told(qtbot: QtBot, line: QLineEdit) -> None:
    """While one name is offered, and no longer."""
    completer = line.completer()
    assert isinstance(completer, NameCompleter)
    with qtbot.waitSignal(completer.offers_changed):
        QTest.keyClicks(line, "Ami")
    assert completer.only == "Amina Diallo"
    with qtbot.waitSignal(completer.offers_changed):
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert completer.only == ""
