"""Paper from end to end, in the real window: marked, photographed, left, found again on Home once
all is over, typed in; and groups, from the agenda to the summary."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.rows import Block, Note, Run, Workshop
from app.workshop.closing import close_workshop
from app.workshop.groups import groups_of
from app.workshop.photographs import photographs_of
from tests.ui.cockpit.pictures import let_go, photograph
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, open_room
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit
from ui.design.design_screen import DesignScreen
from ui.home.home_screen import HomeScreen
from ui.parts.groups_dialog import GroupsDialog
from ui.parts.paper_dialog import PaperDialog

# Off the screen a dialog that grows asks for what that platform cannot do.
pytestmark = pytest.mark.qt_log_ignore("does not support")

BOARD = "hopes-and-fears"


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, its window open."""
    with opened(qapp, tmp_path) as hearth:
        yield hearth


def awake(room: Room) -> None:
    """The window is active, and the line has the keyboard."""
    settle()
    room.house.hearth.window.activateWindow()
    settle()
    room.cockpit.bottom.line.setFocus()


def block_of(room: Room) -> Block:
    """The board's block, as it now is."""
    return room.library.reader.row(Block, room.running.block.id)


def test_paper_waits_on_home_after_the_workshop_and_is_typed_in_beside_its_photograph(
    house: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_room(house)
    room.go_to(BOARD)
    awake(room)
    room.press(Qt.Key.Key_F1, CONTROL | SHIFT)
    (asking,) = room.cockpit.findChildren(PaperDialog)
    asking.fill({"expected": 2})
    asking.try_keep()
    awake(room)
    assert let_go(room.cockpit.centre, photograph(tmp_path / "chart.jpg", 900, 1200))
    qtbot.waitUntil(lambda: not room.cockpit.cockpit_actions.paper.intake.busy, timeout=20000)
    run, block = room.running.run, room.running.block
    room.go_to("opening-round")
    close_workshop(room.library, room.library.reader.row(Workshop, room.workshop.id))
    window = house.hearth.window
    window.home()
    settle()
    home = window.screen_shown
    assert isinstance(home, HomeScreen)
    (card,) = [one for one in home.cards if one.button.text() == "Type it in"]
    card.button.click()
    settle()
    cockpit = window.screen_shown
    assert isinstance(cockpit, Cockpit)
    again = Room(house, cockpit, room.workshop)
    assert again.running.run.id == run.id
    assert cockpit.cockpit_actions.paper.pane.isVisible()
    assert not cockpit.timing.clock.isVisible()
    ended = room.library.reader.row(Run, run.id).ended
    awake(again)
    again.say("One person to call", "A list that stays true")
    assert "2 of 2" in cockpit.bottom.harvest.paper.text()
    again.press(Qt.Key.Key_F5, CONTROL | SHIFT)
    assert room.library.reader.row(Block, block.id).harvested is not None
    window.home()
    settle()
    row = room.library.reader.row(Workshop, room.workshop.id)
    assert row.state == "closed"
    assert room.library.reader.row(Run, run.id).ended == ended
    assert len(photographs_of(room.library.reader, run)) == 1
    home = window.screen_shown
    assert isinstance(home, HomeScreen)
    assert all(one.button.text() != "Type it in" for one in home.cards)


def test_a_block_of_the_agenda_is_marked_and_led_to_from_there(house: Opened) -> None:
    room = open_room(house)
    room.go_to(BOARD)
    window = house.hearth.window
    window.design(room.workshop.id)
    settle()
    screen = window.screen_shown
    assert isinstance(screen, DesignScreen)
    screen.list.choose(room.running.block.id)
    screen.panel.work.ask_paper()
    (asking,) = [one for one in window.findChildren(PaperDialog) if one.isVisible()]
    asking.try_keep()
    settle()
    assert block_of(room).on_paper == 0
    row = screen.list.agenda.row_of(block_of(room).id)
    assert row is not None
    shown = screen.list.agenda.block_at(row)
    assert shown is not None
    assert "on paper" in shown.detail
    screen.panel.work.type_in.click()
    settle()
    assert isinstance(window.screen_shown, Cockpit)
    assert "typed in" in window.screen_shown.bottom.harvest.paper.text()


def test_groups_are_made_at_the_agenda_before_anybody_came(house: Opened) -> None:
    room = open_room(house)
    room.go_to(BOARD)
    window = house.hearth.window
    window.design(room.workshop.id)
    settle()
    screen = window.screen_shown
    assert isinstance(screen, DesignScreen)
    screen.list.choose(room.running.block.id)
    screen.panel.work.ask_groups()
    (asking,) = [one for one in window.findChildren(GroupsDialog) if one.isVisible()]
    assert "Nobody is here yet" in asking.said.text()
    asking.many.setValue(8)
    asking.mix_button.click()
    asking.try_keep()
    settle()
    assert len(groups_of(room.library.reader, room.workshop)) == 8
    assert block_of(room).in_groups
    window.cockpit(room.workshop.id)
    awake(room)
    room.press(Qt.Key.Key_F4, SHIFT)
    room.say("From the first group")
    (note,) = room.library.reader.rows(Note)
    assert note.room_group == groups_of(room.library.reader, room.workshop)[0].row.id
