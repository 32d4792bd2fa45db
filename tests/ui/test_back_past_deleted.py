"""Alt+Left after a deletion: past the screens of what is gone, to a window that works."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.community.communities import delete_community
from app.library.rows import Community, Workshop
from app.workshop.calling_off import delete_workshop
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room, open_room
from tests.ui.opened import Opened, opened
from ui.community.community_screen import CommunityScreen
from ui.home.home_screen import HomeScreen
from ui.window import Window

Key, Held = Qt.Key, Qt.KeyboardModifier

OF_A_COMMUNITY: dict[str, Callable[[Window, Room], None]] = {
    "community": lambda window, room: window.community(room.workshop.community),
    "people": lambda window, room: window.people(room.workshop.community),
    "charter": lambda window, room: window.charter(room.workshop.community),
    "renewal": lambda window, room: window.renewal(room.workshop.community),
    "register": lambda window, room: window.register(room.workshop.community, "voice"),
}
OF_A_WORKSHOP: dict[str, Callable[[Window, Room], None]] = {
    "design": lambda window, room: window.design(room.workshop.id),
    "cockpit": lambda window, room: window.cockpit(room.workshop.id),
    "closing": lambda window, room: window.closing(room.workshop.id),
}


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, opened."""
    with opened(qapp, tmp_path) as house:
        yield house


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is."""
    window.activateWindow()
    settle()
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()


@pytest.mark.parametrize("place", [*OF_A_COMMUNITY, *OF_A_WORKSHOP])
def test_past_the_screens_of_a_community_that_is_gone(house: Opened, place: str) -> None:
    room = open_room(house)
    window, library = house.hearth.window, house.hearth.library
    (OF_A_COMMUNITY | OF_A_WORKSHOP)[place](window, room)
    settle()
    window.home()
    settle()
    delete_community(library, room.workshop.community)
    settle()
    press(window, Key.Key_Left, Held.AltModifier)
    assert isinstance(window.screen_shown, HomeScreen)
    assert window.screen_shown.isVisible()
    press(window, Key.Key_Z, Held.ControlModifier)
    assert library.reader.find(Community, room.workshop.community) is not None
    assert window.notice.isVisible()


@pytest.mark.parametrize("place", OF_A_WORKSHOP)
def test_past_the_screens_of_a_workshop_that_is_gone(house: Opened, place: str) -> None:
    room = open_room(house)
    window, library = house.hearth.window, house.hearth.library
    window.community(room.workshop.community)
    OF_A_WORKSHOP[place](window, room)
    settle()
    window.community(room.workshop.community)
    settle()
    delete_workshop(library, library.reader.row(Workshop, room.workshop.id))
    settle()
    press(window, Key.Key_Left, Held.AltModifier)
    assert isinstance(window.screen_shown, CommunityScreen)
    assert window.screen_shown.isVisible()
    press(window, Key.Key_Z, Held.ControlModifier)
    assert library.reader.find(Workshop, room.workshop.id) is not None
    window.cockpit(room.workshop.id)
    settle()
    assert window.room is not None
    assert window.room.isVisible()


@pytest.mark.parametrize("place", [*OF_A_COMMUNITY, *OF_A_WORKSHOP])
def test_a_community_that_goes_while_its_screen_is_shown(house: Opened, place: str) -> None:
    room = open_room(house)
    window, library = house.hearth.window, house.hearth.library
    (OF_A_COMMUNITY | OF_A_WORKSHOP)[place](window, room)
    settle()
    delete_community(library, room.workshop.community)
    settle()
    if place == "design":  # it says so, and leads home
        window.home()
        settle()
    assert isinstance(window.screen_shown, HomeScreen)
    press(window, Key.Key_Z, Held.ControlModifier)
    assert library.reader.find(Community, room.workshop.community) is not None


@pytest.mark.parametrize("place", OF_A_WORKSHOP)
def test_a_workshop_that_goes_while_its_screen_is_shown(house: Opened, place: str) -> None:
    room = open_room(house)
    window, library = house.hearth.window, house.hearth.library
    window.community(room.workshop.community)
    OF_A_WORKSHOP[place](window, room)
    settle()
    delete_workshop(library, library.reader.row(Workshop, room.workshop.id))
    settle()
    if place == "design":
        window.community(room.workshop.community)
        settle()
    assert isinstance(window.screen_shown, CommunityScreen)
    press(window, Key.Key_Z, Held.ControlModifier)
    assert library.reader.find(Workshop, room.workshop.id) is not None


def test_a_screen_that_cannot_be_made_leaves_the_one_shown(house: Opened) -> None:
    room = open_room(house)
    window = house.hearth.window
    window.home()
    shown = window.screen_shown
    delete_community(house.hearth.library, room.workshop.community)
    with pytest.raises(KeyError):
        window.charter(room.workshop.community)
    settle()
    assert window.screen_shown is shown
    press(window, Key.Key_Left, Held.AltModifier)
    press(window, Key.Key_Z, Held.ControlModifier)
    assert house.hearth.library.reader.find(Community, room.workshop.community) is not None
