"""A notice moves nothing that is about to be pressed, covers no field in use, and goes in time."""

from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.library.journal import Scope
from app.library.rows import Clause, Version
from tests.ui.fitting import settle
from tests.ui.lived_in import go_to_block, go_to_kind, screens
from tests.ui.opened import opened
from tests.ui.played import lay_library
from ui.charter.charter_screen import CharterScreen
from ui.parts.overlay import LOOK
from ui.parts.sentences import SentenceBar
from ui.window import Window

# Names offered are popups, which want what the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("does not support")

PRESSED = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
SENTENCE = (
    "The library could not be backed up at the start. There is no room left on the disk: what you"
    " type is kept as long as there is any, and nothing that was kept is lost. Make room."
)


@pytest.fixture
def folder(tmp_path: Path, furnished_library: Path) -> Path:
    """A folder with a library in which a launch is over, and one is under way."""
    lay_library(furnished_library, tmp_path)
    return tmp_path


def places(window: Window) -> dict[QWidget, QRect]:
    """Where each button and field in sight is on the window."""
    found: dict[QWidget, QRect] = {}
    for widget in window.findChildren(QWidget):
        seen = widget.visibleRegion().boundingRect() if widget.isVisible() else QRect()
        if isinstance(widget, PRESSED) and not bar_of(window).isAncestorOf(widget):
            if not seen.isEmpty():
                found[widget] = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return found


def bar_of(window: Window) -> SentenceBar:
    """The strip of the window."""
    return window.notice


def place_of(window: Window) -> QRect:
    """Where the strip is on the window."""
    bar = bar_of(window)
    return QRect(bar.mapTo(window, QPoint(0, 0)), bar.size())


@pytest.mark.parametrize(("size", "text"), [((1440, 900), 100), ((1280, 720), 200)])
def test_nothing_moves_and_no_field_in_use_is_covered(
    qapp: QApplication, folder: Path, size: tuple[int, int], text: int
) -> None:
    """In every screen and every block of the room; at 100 % no button is covered either."""
    wrong = []
    with opened(qapp, folder, text=text) as house:
        window = house.hearth.window
        window.resize(*size)
        for name in screens(house):
            before = places(window)
            window.say(SENTENCE, "amber")
            settle()
            after, bar = places(window), place_of(window)
            wrong += [f"{name}: {one} moved" for one, at in before.items() if after.get(one) != at]
            focused = QApplication.focusWidget()
            if focused in before and bar.intersects(before[focused]):
                wrong.append(f"{name}: what is written in is covered")
            if text == 100:
                covered = [one for one, at in before.items() if bar.intersects(at)]
                wrong += [f"{name}: {one.accessibleName()} is covered" for one in covered]
            assert window.rect().contains(bar)
            window.clear()
            settle()
    assert wrong == []


def covered(window: Window) -> list[str]:
    """The buttons and fields in sight that lie under the strip."""
    seen = {
        one: QRect(
            one.mapTo(window, one.visibleRegion().boundingRect().topLeft()),
            one.visibleRegion().boundingRect().size(),
        )
        for one in places(window)
    }
    bar = place_of(window)
    return [one.accessibleName() for one, at in seen.items() if bar.intersects(at)]


def still_covered(window: Window) -> list[str]:
    """What the strip still covers once it had time to look twice; at once where that is nothing."""
    until = monotonic() + LOOK * 2 / 1000
    settle()
    while (found := covered(window)) and monotonic() < until:
        QTest.qWait(LOOK // 10)
    return found


def test_what_moves_later_is_not_covered_either(qapp: QApplication, folder: Path) -> None:
    """A window that gets smaller, a page that is scrolled: the strip makes way again."""
    wrong = []
    with opened(qapp, folder) as house:
        window = house.hearth.window
        for name in screens(house):
            window.resize(1440, 900)
            settle()
            window.say(SENTENCE, "amber")
            settle()
            window.resize(1280, 720)
            wrong += [f"{name}, smaller: {one}" for one in still_covered(window)]
            for area in window.findChildren(QAbstractScrollArea):
                # A page that is made anew meanwhile takes its areas with it.
                if isValid(area) and area.isVisible() and area.verticalScrollBar().maximum() > 0:
                    most = area.verticalScrollBar().maximum()
                    for at in (most // 2, most):
                        if isValid(area):
                            area.verticalScrollBar().setValue(at)
                        found = still_covered(window)
                        wrong += [f"{name}, scrolled to {at}: {one}" for one in found]
            window.clear()
    assert wrong == []


def test_the_strip_makes_way_for_a_field(qapp: QApplication, folder: Path) -> None:
    """One that gets the keyboard while a sentence lies over it."""
    with opened(qapp, folder) as house:
        window = house.hearth.window
        window.resize(960, 600)
        go_to_block(house, "what-we-take-care-of")
        window.say(SENTENCE, "amber")
        settle()
        for field in window.findChildren(QTextEdit):
            field.setFocus()
            settle()
            seen = field.visibleRegion().boundingRect()
            at = QRect(field.mapTo(window, seen.topLeft()), seen.size())
            assert seen.isEmpty() or not place_of(window).intersects(at)


def test_a_warning_goes_with_its_cause(qapp: QApplication, folder: Path) -> None:
    """That a typed line has no place in a pulse is not said once the line is empty."""
    with opened(qapp, folder) as house:
        bar = bar_of(house.hearth.window)
        line = go_to_kind(house, "pulse").bottom.line
        QTest.keyClicks(line, "a word")
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert bar.isVisible()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        assert not bar.isVisible()


def test_that_a_charter_says_nothing_new_goes_when_it_does(
    qapp: QApplication, folder: Path
) -> None:
    """Said when one asks to agree on it again; a word changed in it is something new."""
    with opened(qapp, folder) as house:
        window, bar = house.hearth.window, bar_of(house.hearth.window)
        library = house.hearth.library
        version = next(one for one in library.reader.rows(Version) if one.status == "agreed")
        window.charter(version.community)
        settle()
        charter = window.screen_shown
        assert isinstance(charter, CharterScreen)
        charter.ask_agreement()
        assert bar.isVisible()
        clause = library.reader.rows(Clause, community=version.community)[0]
        with library.change("clause-edit", Scope(version.community)) as writer:
            writer.change(clause, text=f"{clause.text} And more.")
        settle()
        assert not bar.isVisible()
