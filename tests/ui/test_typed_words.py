"""Words that could not be saved where they were typed are kept aside, and given back there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.charter.clauses import clauses_of
from app.library.rows import Attendance, Cluster, Draft
from app.typed_text import LONGEST_LINE, LONGEST_TEXT
from app.workshop.zones import zones_shown
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, Room, open_room
from tests.ui.opened import opened
from tests.ui.typed_trial import refusing
from ui.charter.charter_screen import CharterScreen
from ui.parts.naming_line import NamingLine

LONG_CLAUSE = "é" * (LONGEST_TEXT + 500)
LONG_NOTE = "à" * (LONGEST_LINE + 1)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """A cockpit over the sample launch."""
    with opened(qapp, tmp_path) as house:
        yield open_room(house)


def texts_in(widget: QWidget) -> list[str]:
    """What stands in the fields of several lines that can be seen."""
    fields: list[QTextEdit | QPlainTextEdit] = [
        *widget.findChildren(QTextEdit),
        *widget.findChildren(QPlainTextEdit),
    ]
    return [field.toPlainText() for field in fields if field.isVisible()]


def shows(room: Room, text: str) -> bool:
    """Whether a text stands in a field of the canvas."""
    return text in texts_in(room.canvas_widget)


def write_over(room: Room, text: str) -> None:
    """Put a text in place of the one that has the focus, as one pastes it."""
    room.press(Qt.Key.Key_A, CONTROL)
    QGuiApplication.clipboard().setText(text)
    room.press(Qt.Key.Key_V, CONTROL)


def test_a_clause_too_long_is_there_when_one_comes_back_to_its_block(
    room: Room, qtbot: QtBot
) -> None:
    room.go_to("what-we-take-care-of")
    room.say("Together we can.")
    room.into_canvas()
    write_over(room, LONG_CLAUSE)
    room.go_to("hopes-and-fears")
    qtbot.waitUntil(lambda: "kept aside" in room.said())
    assert "still here" not in room.said()
    room.go_to("what-we-take-care-of")
    assert shows(room, LONG_CLAUSE)
    assert "back" in room.said()
    assert [one.text for one in clauses_of(room.library.reader, room.workshop.community)] == [
        "Together we can."
    ]


def test_a_note_too_long_is_there_when_one_comes_back_to_its_block(
    room: Room, qtbot: QtBot
) -> None:
    room.go_to("hopes-and-fears")
    room.say("One person to call")
    room.into_canvas()
    room.press(Qt.Key.Key_F2)
    write_over(room, LONG_NOTE)
    room.go_to("what-we-take-care-of")
    qtbot.waitUntil(lambda: "kept aside" in room.said())
    room.go_to("hopes-and-fears")
    assert shows(room, LONG_NOTE)
    assert "back" in room.said()
    assert room.notes() == ["One person to call"]


def test_what_the_desk_kept_aside_is_not_forgotten_in_the_room(room: Room, qtbot: QtBot) -> None:
    """A key typed there would have had it removed, unseen."""
    room.go_to("what-we-take-care-of")
    room.say("Together we can.")
    window = room.house.hearth.window
    window.charter(room.workshop.community)
    screen = window.screen_shown
    assert isinstance(screen, CharterScreen)
    settle()
    screen.body.begin_writing()
    settle()
    write_over(room, LONG_CLAUSE)
    window.home()
    reopened = open_again(room)
    reopened.go_to("what-we-take-care-of")
    assert shows(reopened, LONG_CLAUSE)
    reopened.into_canvas()
    write_over(reopened, "We can.")
    qtbot.waitUntil(
        lambda: clauses_of(room.library.reader, room.workshop.community)[0].text == "We can."
    )


def open_again(room: Room) -> Room:
    """The room of the same workshop, entered once more."""
    from ui.cockpit.cockpit import Cockpit

    room.house.hearth.window.cockpit(room.workshop.id)
    screen = room.house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    settle()
    return Room(room.house, screen, room.workshop)


def begin_zone(room: Room) -> NamingLine:
    """Ask for the name of another zone, on the board of hopes and fears."""
    canvas = room.notes_canvas()
    assert canvas.zone_editing is not None
    canvas.zone_editing.add("hopes")
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, NamingLine)
    return line


def test_a_name_half_typed_for_a_zone_is_there_when_it_is_asked_for_again(room: Room) -> None:
    room.go_to("hopes-and-fears")
    begin_zone(room)
    room.write("Who el")
    room.go_to("what-we-take-care-of")
    room.go_to("hopes-and-fears")
    assert begin_zone(room).text() == "Who el"
    room.write("se")
    room.press(Qt.Key.Key_Return)
    labels = [zone.label for zone in zones_shown(room.running, ("en",))]
    assert labels == ["Hopes", "Worries", "Who else"]
    assert room.library.reader.count(Draft) == 0


def test_a_name_that_is_let_be_is_not_given_back(room: Room) -> None:
    room.go_to("hopes-and-fears")
    begin_zone(room)
    room.write("Who el")
    room.press(Qt.Key.Key_Escape)
    assert begin_zone(room).text() == ""
    assert room.library.reader.count(Draft) == 0


def test_the_name_of_a_group_half_typed_is_kept_with_it(room: Room) -> None:
    """A group is made before it is named; its name is kept as any other text."""
    room.go_to("hopes-and-fears")
    room.say("One person to call")
    room.into_canvas()
    room.press(Qt.Key.Key_G, CONTROL)
    room.write("Knowing whom")
    room.go_to("what-we-take-care-of")
    assert [one.title for one in room.library.reader.rows(Cluster)] == ["Knowing whom"]
    assert room.library.reader.count(Draft) == 0


def test_a_name_half_typed_at_the_door_is_there_when_it_is_opened_again(room: Room) -> None:
    """Until its bearer is let in."""
    room.cockpit.cockpit_actions.open_door()
    QTest.keyClicks(room.cockpit.cockpit_actions.door.name, "Mariska V")
    QTest.keyClick(room.cockpit.cockpit_actions.door, Qt.Key.Key_Escape)
    settle()
    reopened = open_again(room)
    reopened.cockpit.cockpit_actions.open_door()
    settle()
    door = reopened.cockpit.cockpit_actions.door
    assert door.name.text() == "Mariska V"
    assert door.walk_in.isVisible()
    QTest.keyClicks(door.name, "os")
    QTest.keyClick(door.name, Qt.Key.Key_Return)
    came = room.library.reader.rows(Attendance, workshop=room.workshop.id)
    assert [one.name for one in came] == ["Mariska Vos"]
    assert room.library.reader.count(Draft) == 0
    door.accept()


def test_the_door_stays_open_over_a_name_that_could_not_be_kept(room: Room) -> None:
    """Until the person lets it go."""
    room.cockpit.cockpit_actions.open_door()
    door = room.cockpit.cockpit_actions.door
    with refusing("full"):
        QTest.keyClicks(door.name, "Mariska V")
        QTest.keyClick(door, Qt.Key.Key_Escape)
        assert door.isVisible()
        assert door.name.text() == "Mariska V"
        room.house.answers.yes = True
        QTest.keyClick(door, Qt.Key.Key_Escape)
        assert not door.isVisible()


def test_a_note_too_long_whose_row_goes_comes_back_in_the_line(room: Room) -> None:
    """Refused for its length first, and without a place to be given back then."""
    room.go_to("hopes-and-fears")
    room.say("One person to call")
    room.into_canvas()
    room.press(Qt.Key.Key_F2)
    write_over(room, LONG_NOTE)
    room.house.hearth.window.undo()
    settle()
    assert room.notes() == []
    assert room.cockpit.bottom.line.text() == LONG_NOTE
