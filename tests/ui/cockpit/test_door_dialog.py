"""The door: twenty people come in at once, and one hand marks them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.library.rows import Attendance, Person, Workshop
from app.workshop.attendance import who_came
from tests.ui.fitting import misfits, settle
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit
from ui.cockpit.door_dialog import DoorDialog

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def door(cockpit: Cockpit) -> DoorDialog:
    """The door list of the sample launch, nobody there yet."""
    QTest.keyClick(cockpit.bottom.line, KEY.Key_F5)
    settle()
    return cockpit.cockpit_actions.door


def states(house: Opened) -> dict[str, str]:
    """Who was marked how, by name."""
    reader = house.hearth.library.reader
    people = {row.id: row.name for row in reader.rows(Person)}
    return {people.get(row.person or "", row.name): row.state for row in reader.rows(Attendance)}


def shown(door: DoorDialog) -> list[str]:
    """The names that are listed."""
    return [line.name for line in door.people.lines.lines]


def test_a_few_letters_and_enter(house: Opened, door: DoorDialog) -> None:
    """What is typed finds people by the start of any of their names, accents or not."""
    assert len(shown(door)) == 18
    QTest.keyClicks(door.name, "ame")
    assert shown(door) == ["Amélie Desrochers"]
    assert door.hint.text().startswith("Enter: Amélie Desrochers is here.")
    QTest.keyClick(door.name, KEY.Key_Return)
    QTest.keyClicks(door.name, "obi")
    QTest.keyClick(door.name, KEY.Key_Enter)
    assert states(house) == {"Amélie Desrochers": "present", "Ngozi Obi": "present"}
    assert (door.name.text(), len(shown(door))) == ("", 18)
    assert door.here.text() == "2 in the room"


def test_enter_alone_goes_down_the_list(house: Opened, door: DoorDialog) -> None:
    """The next who is not here yet is chosen; the arrows choose another."""
    QTest.keyClick(door.name, KEY.Key_Return)
    QTest.keyClick(door.name, KEY.Key_Down)
    QTest.keyClick(door.name, KEY.Key_Return)
    names = shown(door)
    assert states(house) == {names[0]: "present", names[2]: "present"}
    chosen = door.chosen()
    assert chosen is not None
    assert chosen.name == names[1]


def test_somebody_new_walks_in_or_is_a_guest(house: Opened, door: DoorDialog) -> None:
    """A name that nobody of the list has: Enter lets it in, Ctrl+Enter as a guest."""
    QTest.keyClicks(door.name, "Piet de Boer")
    assert shown(door) == []
    assert "Piet de Boer walked in" in door.hint.text()
    assert door.guest.isVisible()
    assert not door.marks["left"].isVisible()
    QTest.keyClick(door.name, KEY.Key_Return)
    QTest.keyClicks(door.name, "Yusra Haddad")
    QTest.keyClick(door.name, KEY.Key_Return, CONTROL)
    QTest.keyClicks(door.name, "Ada Nwosu")
    QTest.mouseClick(door.guest, Qt.MouseButton.LeftButton)
    assert states(house) == {
        "Piet de Boer": "walk-in",
        "Yusra Haddad": "guest",
        "Ada Nwosu": "guest",
    }
    assert door.isVisible()


def test_a_guest_may_bear_a_name_that_begins_somebodys(house: Opened, door: DoorDialog) -> None:
    """The hint says how; Enter marks whoever is chosen, and a name of the list is no guest's."""
    QTest.keyClicks(door.name, "owen")
    assert door.hint.text() == (
        "Enter: Owen Fitzpatrick is here. Ctrl Enter: a guest called “owen”."
    )
    QTest.keyClick(door.name, KEY.Key_Return, CONTROL)
    assert states(house) == {"owen": "guest"}
    QTest.keyClicks(door.name, "owen fitzpatrick")
    assert door.hint.text() == "Enter: Owen Fitzpatrick is here."
    QTest.keyClick(door.name, KEY.Key_Return, CONTROL)
    assert states(house) == {"owen": "guest"}
    QTest.keyClick(door.name, KEY.Key_Return)
    assert states(house) == {"owen": "guest", "Owen Fitzpatrick": "present"}


def test_one_click_is_enough_and_sends_nobody_away(house: Opened, door: DoorDialog) -> None:
    """Whoever is clicked is here, and stays so when clicked again."""
    first = door.people.lines.index(0)
    middle = door.people.visualRect(first).center()
    for _ in range(2):
        QTest.mouseClick(door.people.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
        settle()
    assert states(house) == {shown(door)[0]: "present"}


def test_leaving_early_and_not_here_after_all(house: Opened, door: DoorDialog) -> None:
    """A button each for whoever is chosen; the list keeps its place."""
    QTest.mouseClick(door.everyone, Qt.MouseButton.LeftButton)
    assert door.here.text() == "18 in the room"
    QTest.keyClicks(door.name, "owen")
    QTest.mouseClick(door.marks["left"], Qt.MouseButton.LeftButton)
    assert states(house)["Owen Fitzpatrick"] == "left"
    assert door.here.text() == "17 in the room"
    QTest.keyClicks(door.name, "wei")
    QTest.mouseClick(door.marks["expected"], Qt.MouseButton.LeftButton)
    assert "Wei Zhang" not in states(house)
    row = house.hearth.library.reader.rows(Workshop)[0]
    assert who_came(house.hearth.library.reader, row.id) == 17


def test_space_turns_in_the_list(house: Opened, door: DoorDialog) -> None:
    """Here, and not here after all."""
    door.people.setFocus()
    door.people.setCurrentIndex(door.people.lines.index(3))
    name = shown(door)[3]
    QTest.keyClick(door.people, KEY.Key_Space)
    assert states(house) == {name: "present"}
    door.people.setCurrentIndex(door.people.lines.index(3))
    QTest.keyClick(door.people, KEY.Key_Space)
    assert states(house) == {}


def test_just_a_number(house: Opened, cockpit: Cockpit, door: DoorDialog) -> None:
    """It wins over the list until it is taken back."""
    QTest.mouseClick(door.everyone, Qt.MouseButton.LeftButton)
    door.number.setValue(25)
    assert cockpit.bottom.people.text().startswith("25 in the room")
    assert door.here.text() == "25 in the room"
    door.number.setValue(0)
    assert cockpit.bottom.people.text().startswith("18 in the room")
    door.accept()
    QTest.keyClick(cockpit.bottom.line, KEY.Key_F5)
    assert cockpit.cockpit_actions.door.number.value() == 0


def test_a_name_that_is_too_long_stays_in_the_field(house: Opened, door: DoorDialog) -> None:
    """Refused with a sentence, and nothing kept."""
    door.name.setText("a" * 300)
    QTest.keyClick(door.name, KEY.Key_Return)
    assert len(door.name.text()) == 300
    assert states(house) == {}


def test_it_fits(door: DoorDialog) -> None:
    """With a name of eighty letters typed, too."""
    assert misfits(door) == []
    door.name.setText("Wolfeschlegelsteinhausenbergerdorff " * 3)
    settle()
    assert misfits(door) == []
