"""The page of keys: every key that is bound on a screen stands on it, with words; from anywhere."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.library.rows import Workshop
from tests.ui.fitting import misfits, settle
from tests.ui.lived_in import go_to_block, screens
from tests.ui.opened import Opened, opened
from tests.ui.played import lay_library
from ui.parts.cell_rows import CellRows
from ui.parts.keycaps import Keycap, key_text
from ui.parts.keys_page import KeysPage
from ui.parts.labels import WrapLabel

# Names offered are popups, which want what the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path, furnished_library: Path) -> Path:
    """A folder with a library in which a launch is over, and one is under way."""
    lay_library(furnished_library, tmp_path)
    return tmp_path


def page_of(house: Opened, key: Qt.Key = Qt.Key.Key_F1) -> KeysPage:
    """The page, opened by its key."""
    house.hearth.window.activateWindow()
    settle()
    QTest.keyClick(QApplication.focusWidget() or house.hearth.window, key)
    settle()
    pages = [one for one in house.hearth.window.findChildren(KeysPage) if one.isVisible()]
    assert len(pages) == 1, (QApplication.focusWidget(), QApplication.activeWindow())
    return pages[0]


def told(page: KeysPage) -> dict[str, str]:
    """Each key on the page, as its cap reads, with what it does."""
    found: dict[str, str] = {}
    for rows in page.findChildren(CellRows):
        for row in range(rows.count()):
            caps, text = rows.cell(row, 0).findChildren(Keycap), rows.cell(row, 1)
            assert caps
            assert isinstance(text, WrapLabel)
            found |= {cap.text(): text.text() for cap in caps}
    return found


def said_twice(page: KeysPage) -> list[str]:
    """What a group of the page says in more than one row; what has several keys has one row."""
    found = []
    for rows in page.findChildren(CellRows):
        texts = [rows.cell(row, 1) for row in range(rows.count())]
        said = [text.text() for text in texts if isinstance(text, WrapLabel)]
        found += [text for text in sorted(set(said)) if said.count(text) > 1]
    return found


def bound(window: QWidget) -> set[str]:
    """The keys that Qt would hear now."""
    found = set()
    for shortcut in window.findChildren(QShortcut):
        owner = shortcut.parent()
        assert isinstance(owner, QWidget)
        if owner.window() is window and owner.isVisible() and shortcut.isEnabled():
            keys: list[QKeySequence] = shortcut.keys()
            found |= {key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys}
    return found


def test_every_bound_key_is_told_on_every_screen(qapp: QApplication, folder: Path) -> None:
    """With words for each, and the keys that lists hear by themselves."""
    with opened(qapp, folder) as house:
        words = house.hearth.speech("en")
        missing, twice, kinds = [], [], set()
        for place in screens(house):
            keys = {key_text(words, key) for key in bound(house.hearth.window)}
            page = page_of(house)
            on_page = told(page)
            missing += [f"{place}: {key}" for key in sorted(keys - set(on_page))]
            missing += [
                f"{place}: {key} without words" for key, text in on_page.items() if not text
            ]
            twice += [f"{place}: {text}" for text in said_twice(page)]
            kinds |= {text for key, text in on_page.items()}
            QTest.keyClick(page, Qt.Key.Key_Escape)
            settle()
        assert missing == []
        assert twice == []
        for text in ("kinds.act.gather", "room.leave-line", "design.key-remove"):
            assert words(text) in kinds


def test_beside_the_room_the_keys_to_and_fro_are_told(qapp: QApplication, folder: Path) -> None:
    """Back into the room, to its agenda and to its community."""
    with opened(qapp, folder) as house:
        window = house.hearth.window
        go_to_block(house, "opening-round")
        under_way = house.hearth.library.reader.row(Workshop, window.in_room)
        window.community(under_way.community)
        settle()
        on_page = told(page_of(house))
        words = house.hearth.speech("en")
        assert {key_text(words, key) for key in bound(window)} <= set(on_page)
        for key, text in (
            ("Esc", "room.back"),
            ("Shift+F3", "room.open-agenda"),
            ("Shift+F5", "room.open-community"),
        ):
            assert on_page[key_text(words, key)] == words(text)


def test_the_page_opens_from_the_rail_the_menu_and_the_line(
    qapp: QApplication, folder: Path
) -> None:
    """By Ctrl+/ in the middle of a word too; afterwards the keyboard is where it was."""
    with opened(qapp, folder) as house:
        window = house.hearth.window
        window.home()
        settle()
        rail = next(
            one
            for one in window.findChildren(QWidget)
            if one.accessibleName() == "Keyboard shortcuts"
        )
        QTest.mouseClick(rail, Qt.MouseButton.LeftButton)
        (page,) = [one for one in window.findChildren(KeysPage) if one.isVisible()]
        page.close_button.click()
        settle()
        cockpit = go_to_block(house, "hopes-and-fears")
        window.activateWindow()
        settle()
        cockpit.bottom.line.setFocus()
        QTest.keyClicks(cockpit.bottom.line, "half a wo")
        QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Slash, CONTROL)
        (page,) = [one for one in window.findChildren(KeysPage) if one.isVisible()]
        QTest.keyClick(page, Qt.Key.Key_Escape)
        settle()
        window.activateWindow()
        settle()
        assert cockpit.bottom.line.hasFocus()
        assert cockpit.bottom.line.text() == "half a wo"
        assert "Ctrl+/" in [key for _, key, _ in cockpit.top.offered()]
        cockpit.bottom.line.clear()


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_fits(qapp: QApplication, folder: Path, language: str, text: int) -> None:
    """In a small window, in large letters: nothing is cut, all can be scrolled to."""
    with opened(qapp, folder, language=language, text=text) as house:
        house.hearth.window.resize(1280, 720)
        for go in (house.hearth.window.home, partial(go_to_block, house, "hopes-and-fears")):
            go()
            settle()
            page = page_of(house)
            assert misfits(page) == []
            assert page.height() <= 720
            assert isinstance(page, QDialog)
            page.close()
            settle()
