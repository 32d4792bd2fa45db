"""Reading beside the room: by its key from the capture line, and back to the line."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit
from ui.parts import room_keys as keys
from ui.reading.reading_window import ReadingWindow

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_its_key_opens_what_fits_the_block(house: Opened, cockpit: Cockpit) -> None:
    """The charter section that its exercise feeds; Escape leads back to the line."""
    window = house.hearth.window
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    cockpit.bottom.line.setFocus()
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_K, CONTROL_SHIFT)
    settle()
    (reader,) = window.findChildren(ReadingWindow)
    assert reader.isVisible()
    assert reader.panes.entry is not None
    fits = cockpit.reads()
    assert not fits or reader.panes.entry.key == fits
    assert QTest.qWaitForWindowActive(reader)
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    settle()
    assert not reader.isVisible()
    assert QTest.qWaitForWindowActive(window)
    assert QApplication.focusWidget() is cockpit.bottom.line


def test_a_block_that_feeds_the_charter_has_its_sections_page(
    house: Opened, cockpit: Cockpit
) -> None:
    """Of the first section that its exercise feeds."""
    catalogue = house.hearth.catalogue
    for line in cockpit.controller.state().lines:
        exercise = catalogue.find_exercise(line.block.exercise or "")
        if exercise is not None and exercise.sections:
            cockpit.controller.enter_block(line.block)
            settle()
            assert cockpit.reads() == f"section:{exercise.sections[0]}"
            return
    raise AssertionError("no block of the sample feeds the charter")


def test_the_menu_offers_it(cockpit: Cockpit) -> None:
    """With its key."""
    menu = [key for _, key, _ in cockpit.top.offered()]
    assert keys.READ in menu
