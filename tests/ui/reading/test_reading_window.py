"""Reading beside the work: a window of its own that asks nothing and holds nothing up."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from tests.ui.reading.shelf_of_pages import reading_room
from ui.reading.reading_window import ReadingWindow
from ui.settings import load_settings

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def beside(house: Opened) -> ReadingWindow:
    """The window for reading, which is there."""
    (found,) = house.hearth.window.findChildren(ReadingWindow)
    return found


def press(house: Opened) -> ReadingWindow:
    """The key, pressed in Hearth's window."""
    window = house.hearth.window
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL_SHIFT)
    settle()
    return beside(house)


def test_its_key_opens_it_and_escape_closes_it(qapp: QApplication, tmp_path: Path) -> None:
    """The work goes on under it; nothing waits for an answer."""
    with opened(qapp, tmp_path) as house:
        reader = press(house)
        assert reader.isVisible()
        assert not reader.isModal()
        house.hearth.window.exercises()
        assert reader.isVisible()
        reader.activateWindow()
        assert QTest.qWaitForWindowActive(reader)
        QTest.keyClick(reader, Qt.Key.Key_Escape)
        settle()
        assert not reader.isVisible()


def test_it_comes_back_with_its_page_and_its_place(qapp: QApplication, tmp_path: Path) -> None:
    """Where it stood is kept with the settings of this machine."""
    with opened(qapp, tmp_path) as house:
        reader = press(house)
        reader.panes.open_entry("role:coordinator")
        reader.setGeometry(QRect(40, 50, 420, 480))
        reader.close()
        assert press(house) is reader
        assert reader.panes.entry is not None
        assert reader.panes.entry.key == "role:coordinator"
        assert reader.geometry() == QRect(40, 50, 420, 480)
    assert load_settings(tmp_path / "settings.json").reading == (40, 50, 420, 480)


def test_a_place_that_is_on_no_screen_is_forgotten(qapp: QApplication, tmp_path: Path) -> None:
    """It opens on the screen of Hearth's window."""
    with opened(qapp, tmp_path) as house:
        reader = press(house)
        reader.setGeometry(QRect(90_000, 50, 420, 480))
        reader.close()
        press(house)
        room = house.hearth.window.screen().availableGeometry()
        assert room.contains(reader.geometry())


def test_it_opens_at_the_page_that_is_asked_for(qapp: QApplication, tmp_path: Path) -> None:
    """From a word that is explained, or a link."""
    with reading_room(qapp, tmp_path) as (house, _):
        house.hearth.window.read_beside("stage:renew")
        settle()
        reader = beside(house)
        assert reader.panes.entry is not None
        assert reader.panes.entry.key == "stage:renew"


def test_it_goes_with_hearths_window(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing is left on the screen."""
    with opened(qapp, tmp_path) as house:
        reader = press(house)
        house.hearth.close()
        assert not reader.isVisible()
