"""Groups in the room: dealt out, moved by hand, seen on the wall, typed one after another."""

import pytest
from PySide6.QtCore import Qt

from app.library.rows import Block, Note
from app.workshop.attendance import everyone_is_here, head_count
from app.workshop.groups import Group, groups_of, in_no_group
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, open_room
from tests.ui.opened import Opened
from ui.parts.group_form import GroupForm
from ui.parts.groups_dialog import GroupsDialog
from ui.wall.wall import Wall

BOARD = "hopes-and-fears"


@pytest.fixture
def room(house: Opened) -> Room:
    """The room at its board, everybody here."""
    found = open_room(house)
    found.go_to(BOARD)
    everyone_is_here(found.library, found.workshop)
    settle()
    return found


def groups(room: Room) -> list[Group]:
    """As they now are."""
    return groups_of(room.library.reader, room.workshop)


def dialog(room: Room) -> GroupsDialog:
    """Opened by its key."""
    room.house.hearth.window.activateWindow()
    settle()
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_F2, CONTROL | SHIFT)
    found = [one for one in room.cockpit.findChildren(GroupsDialog) if one.isVisible()]
    return found[0]


def made(room: Room, number: int) -> GroupsDialog:
    """So many groups, dealt out; the dialog is still open."""
    asking = dialog(room)
    asking.many.setValue(number)
    room.press(Qt.Key.Key_M, CONTROL)
    return asking


def back(room: Room) -> None:
    """Back in the line: off the screen no window gives the keyboard to the one below."""
    settle()
    room.house.hearth.window.activateWindow()
    settle()
    room.cockpit.bottom.line.setFocus()


def wall(room: Room) -> Wall:
    """The room's screen."""
    assert isinstance(room.cockpit.wall, Wall)
    return room.cockpit.wall


def test_people_are_dealt_out_and_the_wall_shows_where_they_go(room: Room) -> None:
    made(room, 3)
    sizes = [group.many for group in groups(room)]
    assert max(sizes) - min(sizes) <= 1
    assert not in_no_group(room.library.reader, room.workshop)
    room.press(Qt.Key.Key_Return, CONTROL)
    assert wall(room).shows == "groups"
    shown = wall(room).scene.picture.groups
    assert [one.name for one in shown] == ["Group 1", "Group 2", "Group 3"]
    names = {name for one in shown for name in one.people}
    assert names == {one.name for group in groups(room) for one in group.people}
    assert "back together at" in wall(room).scene.questions[0]
    back(room)
    room.press(Qt.Key.Key_Z, CONTROL)
    assert not groups(room)
    assert wall(room).shows == "room"


def test_how_large_says_how_many(room: Room) -> None:
    head_count(room.library, room.workshop, 24)
    asking = dialog(room)
    asking.large.setValue(6)
    assert asking.many.value() == 4
    asking.many.setValue(8)
    assert asking.large.value() == 3
    assert "24" in asking.said.text()
    asking.reject()


def test_somebody_is_put_into_another_group_by_its_number(room: Room) -> None:
    asking = made(room, 3)
    first, _, last = groups(room)
    moving = first.people[0]
    lines = asking.list.lines.lines
    line = next(one for one in lines if one.name == moving.name)
    asking.list.setFocus()
    asking.list.setCurrentIndex(asking.list.lines.index(lines.index(line)))
    room.press(Qt.Key.Key_3)
    assert moving.key in {one.key for one in groups(room)[2].people}
    room.press(Qt.Key.Key_Right, CONTROL)  # around the end
    assert moving.key in {one.key for one in groups(room)[0].people}
    assert groups(room)[2].many == last.many
    asking.reject()


def test_a_group_has_a_name_a_place_a_brief_and_somebody_who_writes(room: Room) -> None:
    asking = made(room, 2)
    room.press(Qt.Key.Key_F2)
    (form,) = asking.findChildren(GroupForm)
    said = {"name": "Window", "place": "Room 2", "brief": "Only fears", "note_taker": "Ann"}
    form.fill(said)
    form.try_keep()
    settle()
    row = groups(room)[0].row
    assert (row.name, row.place, row.brief, row.note_taker) == tuple(said.values())
    asking.try_keep()
    settle()
    shown = wall(room).scene.picture.groups[0]
    assert (shown.name, shown.place, shown.brief) == ("Window", "Room 2", "Only fears")
    assert any("Ann" in one for one in shown.people)


def test_papers_are_typed_one_group_after_the_other(room: Room) -> None:
    made(room, 2).try_keep()
    back(room)
    bar = room.cockpit.bottom.harvest
    assert bar.group.text() == "Typed for: all together"
    for name in ("Group 1", "Group 2"):
        room.press(Qt.Key.Key_F4, SHIFT)
        assert bar.group.text() == f"Typed for: {name}"
        room.say("One person to call", "A list that stays true")
        assert bar.group.text() == f"Typed for: {name} · 2 notes"
    room.press(Qt.Key.Key_F4, SHIFT)
    room.say("Said by all")
    notes = room.library.reader.rows(Note, order="position", run=room.running.run.id)
    one, two = (group.row.id for group in groups(room))
    assert [note.room_group for note in notes] == [one, one, two, two, None]
    # The facilitator sees whose each is; the wall shows them together.
    items = room.zones_view().view("hopes").notes.items
    assert [item.mark for item in items] == ["Group 1"] * 2 + ["Group 2"] * 2 + [""]
    room.cockpit.wall.show_room()
    shown = [note for column in wall(room).scene.picture.columns for note in column.notes]
    assert len(shown) == 5
    assert "back together at" in wall(room).scene.picture.small[0]


def test_all_are_together_again(room: Room) -> None:
    made(room, 2).try_keep()
    dialog(room)
    room.press(Qt.Key.Key_Backspace, CONTROL)
    assert not room.library.reader.row(Block, room.running.block.id).in_groups
    assert not room.cockpit.bottom.harvest.isVisible()
    back(room)
    room.press(Qt.Key.Key_F4, SHIFT)
    room.say("Said by all")
    assert [note.room_group for note in room.library.reader.rows(Note)] == [None]
