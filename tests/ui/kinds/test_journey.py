"""A journey in the room: moments typed one after the other, raised, moved, of another kind."""

import pytest
from PySide6.QtCore import Qt

from app.kinds.journey.moments import MIDDLE, in_time
from app.library.rows import Note
from app.workshop.notes import notes_of
from app.workshop.placing import STEP
from app.workshop.planning import add_exercise, scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room
from ui.parts.notes.ground import GROUND

MOMENTS = ("2019: the first evening", "2021: the move", "Nobody from the north")


@pytest.fixture
def road(room: Room) -> Room:
    """The block in which the road is drawn, two moments and an absence typed."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "our-road-so-far")
    settle()
    room.go_to("our-road-so-far")
    room.say(*MOMENTS[:2])
    room.tab()
    room.tab()
    room.say(MOMENTS[2])
    return room


def history(room: Room) -> list[Note]:
    """The moments in the order of time."""
    return in_time(notes_of(room.library.reader, room.running.run.id))


def test_moments_lie_in_the_order_in_which_they_are_told(road: Room) -> None:
    view = road.zones_view().view(GROUND)
    assert [item.text for item in view.notes.items] == list(MOMENTS)
    assert [item.colour for item in view.notes.items] == ["green", "green", "rose"]
    lefts = [view.visualRect(view.notes.index(row)).left() for row in range(3)]
    assert lefts == sorted(lefts)
    assert [note.zone for note in history(road)] == ["firsts", "firsts", "absences"]


def test_keys_raise_energy_and_move_in_time(road: Room) -> None:
    road.into_canvas()
    road.press(Qt.Key.Key_Home)
    road.press(Qt.Key.Key_Up, CONTROL)
    road.press(Qt.Key.Key_Up, CONTROL)
    assert history(road)[0].y == MIDDLE + 2 * STEP
    for _ in range(4):
        road.press(Qt.Key.Key_Right, CONTROL)
    assert history(road)[0].text == MOMENTS[1]
    model = road.zones_view().view(GROUND).notes
    said = str(model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert road.words("journey.place", n=1, total=3, energy=5) in said


def test_a_moment_becomes_of_another_kind(road: Room) -> None:
    road.into_canvas()
    road.press(Qt.Key.Key_Home)
    road.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert history(road)[0].zone == "turns"
    assert road.zones_view().view(GROUND).notes.items[0].colour == "blue"
    road.library.undo(scope_of(road.workshop))
    assert history(road)[0].zone == "firsts"


def test_the_wall_shows_what_the_room_may_read(road: Room) -> None:
    with road.library.change("test", scope_of(road.workshop)) as writer:
        writer.change(history(road)[2], audience="facilitator")
    picture = road.picture()
    assert picture.pages is not None
    drawn = str(picture.pages(1700.0, 700.0, 44.0, lambda text, width, size: 1))
    assert MOMENTS[0] in drawn
    assert MOMENTS[2] not in drawn


def test_before_the_first_moment_the_wall_shows_the_empty_road(room: Room) -> None:
    """With its words, so that it can be told before anybody writes."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "our-road-so-far")
    settle()
    room.go_to("our-road-so-far")
    assert room.picture().pages is not None
    assert not room.picture().columns
