"""The wall stays lit at the closing: what was decided is on it while it is read back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.workshop.outcomes import catch_lines
from tests.journeys.person import CONTROL, SHIFT, Person, settle
from tests.ui.kinds.room import Room, open_room
from tests.ui.opened import opened
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.wall.wall import Wall


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """The last step of the last block of a launch, in which two things were decided."""
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        catch_lines(room.library, room.workshop, "decision", "We meet on Thursdays\nOne caller")
        last = room.cockpit.controller.state().lines[-1]
        room.cockpit.side.block_asked.emit(last.block.id)
        settle()
        while not room.cockpit.controller.is_last():
            room.press(Qt.Key.Key_PageDown)
        yield room


def on_the_wall(wall: Wall) -> list[str]:
    """The lines the room reads."""
    return [line for text in wall.scene.picture.texts for line in text.lines]


def test_what_was_decided_is_on_the_wall_until_the_closing_is_left(room: Room) -> None:
    """It follows what is mended, is blanked by F8, stays when the workshop is closed; back in the
    room the room is on the wall."""
    wall = room.cockpit.wall
    assert isinstance(wall, Wall)
    person = Person(room.house, "en")
    room.press(Qt.Key.Key_PageDown)
    closing = person.screen(ClosingScreen)
    assert on_the_wall(wall) == ["We meet on Thursdays", "One caller"]
    catch_lines(room.library, room.workshop, "action", "Book the hall")
    assert on_the_wall(wall)[-1] == "Book the hall"
    seen = []
    for _ in range(2):
        person.press(Qt.Key.Key_F8)
        seen.append(wall.blank)
    assert seen == [True, False]
    person.press(Qt.Key.Key_PageDown, CONTROL | SHIFT)
    QTest.keySequence(closing, QKeySequence("Ctrl+R"))
    settle()
    assert person.screen(Cockpit) is room.cockpit
    assert wall.shows == "room"
    room.press(Qt.Key.Key_PageDown)
    closing = person.screen(ClosingScreen)
    person.click(closing.close_button)
    assert "Book the hall" in on_the_wall(wall)
    person.window.home()
    settle()
    assert wall.monitor == ""


def test_the_closing_gives_the_wall_back_as_it_was(room: Room) -> None:
    """Blank stays blank until F8, which is said; a picture that was held is held again."""
    wall = room.cockpit.wall
    assert isinstance(wall, Wall)
    person = Person(room.house, "en")
    room.press(Qt.Key.Key_F8)
    room.press(Qt.Key.Key_PageDown)
    closing = person.screen(ClosingScreen)
    seen = [(wall.blank, wall.shows)]
    person.press(Qt.Key.Key_F8)
    seen.append((wall.blank, wall.shows))
    assert seen == [(True, "closing"), (False, "closing")]
    QTest.keySequence(closing, QKeySequence("Ctrl+R"))
    settle()
    assert (wall.blank, wall.shows) == (True, "room")
    room.press(Qt.Key.Key_F8)
    room.press(Qt.Key.Key_F7)
    before = wall.scene
    room.press(Qt.Key.Key_PageDown)
    closing = person.screen(ClosingScreen)
    assert on_the_wall(wall) == ["We meet on Thursdays", "One caller"]
    QTest.keySequence(closing, QKeySequence("Ctrl+R"))
    settle()
    assert (wall.frozen, wall.blank, wall.scene) == (True, False, before)
