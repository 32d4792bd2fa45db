"""Roles in the room: typed names, keys for answers; the wall knows a name only after a yes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.community.today import today_of
from app.kinds.roles import agreed, namings_of
from app.library.rows import Holding, Naming, Person
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, Room, type_text
from ui.kinds.roles.names import NameCard
from ui.kinds.roles.new_role import NewRole
from ui.kinds.roles.role_card import RoleCard
from ui.parts.card import Well
from ui.parts.state_list import StateList

# The list of completions is a popup, which wants what the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def roles(room: Room) -> Room:
    """Who tends what, at its first role."""
    room.go_to("who-tends-what")
    return room


def states(room: Room) -> dict[str, str]:
    """Each role's state as the list tells it."""
    return {line.name: line.state for line in room.child(StateList).lines.lines}


def named(room: Room) -> list[tuple[str, str]]:
    """Who was named for any role, and the answer, as the library has it."""
    rows = namings_of(room.library.reader, room.running.run.id)
    return [(room.library.reader.row(Person, row.person).name, row.answer) for row in rows]


def cards(room: Room) -> list[NameCard]:
    """The names on the current role's card, from the left."""
    return room.child(RoleCard).names.cards


def test_enter_names_and_ctrl_enter_agrees(roles: Room) -> None:
    """From today, for the role's usual term."""
    roles.say("Wei Zhang", "wei zhang")
    line = roles.cockpit.bottom.line
    line.setFocus()
    type_text(line, "Amélie Desrochers")
    QTest.keyClick(line, Qt.Key.Key_Return, CONTROL)
    assert line.text() == ""
    assert named(roles) == [("Wei Zhang", "named"), ("Amélie Desrochers", "yes")]
    (held,) = roles.library.reader.rows(Holding)
    today = today_of(roles.library, roles.workshop.community).isoformat()
    assert held.starts == today < roles.workshop.date, "a term begins with the yes"
    assert cards(roles)[0].accessibleName() == "Wei Zhang by 2 people"
    assert "until" in cards(roles)[1].accessibleName()
    assert states(roles)["Coordinator"] == "agreed"


def test_arrows_in_the_line_change_the_role(roles: Room) -> None:
    """Down and up, around the end; the card and the list go along."""
    line = roles.cockpit.bottom.line
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert roles.child(RoleCard).name.text() == "Sponsor"
    assert roles.child(StateList).current_id() == "sponsor"
    assert roles.child(RoleCard).term.text() == "about 2 hours a month, usually 2 years"
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert roles.child(RoleCard).name.text() == "Story collector"


def test_keys_write_down_the_answer(roles: Room) -> None:
    """Ctrl and a digit, of whoever is meant; the focus stays with the card in its new column."""
    roles.say("Wei Zhang", "Ngozi Obi")
    assert states(roles)["Coordinator"] == "2 named"
    roles.into_canvas()
    roles.press(Qt.Key.Key_Up)
    for key, answer, state in (
        (Qt.Key.Key_1, "asked", "asking"),
        (Qt.Key.Key_4, "privately", "asking"),
        (Qt.Key.Key_3, "not-now", "asking"),
    ):
        roles.press(key, CONTROL)
        assert named(roles)[0] == ("Wei Zhang", answer)
        assert states(roles)["Coordinator"] == state
        focused = QApplication.focusWidget()
        assert isinstance(focused, NameCard)
        assert focused.candidate.person.name == "Wei Zhang"
    roles.press(Qt.Key.Key_2, CONTROL)
    assert named(roles)[0] == ("Wei Zhang", "yes")
    assert states(roles)["Coordinator"] == "agreed"
    roles.press(Qt.Key.Key_Return)
    card = next(one for one in cards(roles) if one.candidate.person.name == "Wei Zhang")
    card.setFocus()
    roles.press(Qt.Key.Key_Delete)
    assert named(roles) == [("Ngozi Obi", "named")]
    assert roles.library.reader.rows(Holding) == []
    roles.press(Qt.Key.Key_Z, CONTROL)
    assert len(roles.library.reader.rows(Holding)) == 1


def test_keys_mean_the_name_given_last(roles: Room) -> None:
    """From the line too: whom they mean is told beside them, and what they do."""
    roles.say("Wei Zhang", "Ngozi Obi")
    answers = roles.child(RoleCard).answers
    assert answers.name.text() == "Ngozi Obi"
    roles.press(Qt.Key.Key_3, CONTROL)
    assert named(roles) == [("Wei Zhang", "named"), ("Ngozi Obi", "not-now")]
    roles.say("wei zhang")
    assert answers.name.text() == "Wei Zhang"
    assert roles.cockpit.bottom.line.hasFocus()
    assert not answers.buttons["term"].isVisible()
    QTest.keyClick(roles.cockpit.bottom.line, Qt.Key.Key_Return, CONTROL)
    assert named(roles)[0] == ("Wei Zhang", "yes")
    assert answers.buttons["term"].isVisible()


def test_nothing_typed_as_text_is_an_answer(roles: Room) -> None:
    """Not on a card, not in its menu: names are typed without looking."""
    roles.say("Wei Zhang", "Ngozi Obi")
    card = roles.into_canvas()
    for letter in "AYNPDO ayn1234":
        type_text(card, letter)
    QTest.keyClick(card, Qt.Key.Key_Backspace)
    assert named(roles) == [("Wei Zhang", "named"), ("Ngozi Obi", "named")]
    QTest.keyClick(card, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClicks(popup, "AYNPDO1234")
    assert named(roles) == [("Wei Zhang", "named"), ("Ngozi Obi", "named")]


def test_a_key_works_while_the_menu_is_open(roles: Room) -> None:
    """What a menu shows works there too."""
    roles.say("Wei Zhang")
    roles.into_canvas()
    roles.press(Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_3, CONTROL)
    assert named(roles) == [("Wei Zhang", "not-now")]


def test_a_term_half_typed_is_given_back(roles: Room) -> None:
    """Whoever leaves it finds it again where it is asked for next; the usual term stands."""
    roles.say("Wei Zhang")
    roles.into_canvas()
    roles.press(Qt.Key.Key_2, CONTROL)
    roles.write("18 mon")
    (held,) = roles.library.reader.rows(Holding)
    roles.go_to("our-word")
    roles.go_to("who-tends-what")
    roles.press(Qt.Key.Key_5, CONTROL)
    line = roles.child(RoleCard).asking.line
    assert line.hasFocus()
    assert line.text() == "18 mon"
    assert roles.library.reader.rows(Holding) == [held]


def test_another_term_is_asked_again_as_people_write_it(roles: Room) -> None:
    """The day it ends, in words; as it stands, Enter keeps it."""
    roles.say("Wei Zhang")
    roles.into_canvas()
    roles.press(Qt.Key.Key_2, CONTROL)
    roles.write("18 months")
    roles.press(Qt.Key.Key_Return)
    (held,) = roles.library.reader.rows(Holding)
    assert held.ends is not None
    roles.press(Qt.Key.Key_5, CONTROL)
    line = roles.child(RoleCard).asking.line
    assert line.text() == roles.words.day(date.fromisoformat(held.ends))
    roles.press(Qt.Key.Key_Return)
    assert roles.library.reader.rows(Holding) == [held]


def test_all_who_said_not_now_leave_it_vacant(roles: Room) -> None:
    """And the advice says why it is worth a word, until somebody says yes."""
    roles.say("Wei Zhang")
    well = roles.child(Well)
    assert well.isVisible()
    roles.press(Qt.Key.Key_3, CONTROL)
    assert states(roles)["Coordinator"] == "vacant"
    assert well.isVisible()
    roles.press(Qt.Key.Key_2, CONTROL)
    assert not well.isVisible()


def test_arrows_walk_from_name_to_name(roles: Room) -> None:
    """Down and up, stopping at the ends."""
    roles.say("Wei Zhang", "Ngozi Obi")
    assert roles.into_canvas() is cards(roles)[1], "the one who was named last"
    roles.press(Qt.Key.Key_Up)
    roles.press(Qt.Key.Key_Up)
    assert cards(roles)[0].hasFocus()
    roles.press(Qt.Key.Key_Down)
    assert cards(roles)[1].hasFocus()


def test_the_menu_offers_every_answer_but_the_present_one(roles: Room) -> None:
    """Each with its key; choosing one writes it down."""
    roles.say("Wei Zhang")
    menu = cards(roles)[0].menu()
    assert [action.text() for action in menu.actions()] == [
        "Was asked\tCtrl 1",
        "Said yes\tCtrl 2",
        "Said not now\tCtrl 3",
        "Said: ask me privately\tCtrl 4",
        "Remove the name\tDel",
    ]
    menu.actions()[2].trigger()
    assert named(roles) == [("Wei Zhang", "not-now")]


def test_names_are_completed_from_the_community(roles: Room) -> None:
    """With accents or without; the line offers them as one types."""
    assert roles.cockpit.canvas is not None
    assert roles.cockpit.canvas.completions("ame") == ["Amélie Desrochers"]
    assert roles.cockpit.canvas.completions("zzz") == []


def test_names_offered_go_when_one_is_kept(roles: Room) -> None:
    """They are offered as one types, accents or not; once a name is kept they take no more keys."""
    line = roles.cockpit.bottom.line
    line.setFocus()
    type_text(line, "ame")
    popup = line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    assert popup.model().index(0, 0).data() == "Amélie Desrochers"
    line.setText("Wei Zhang")
    QTest.keyClick(line, Qt.Key.Key_Return, CONTROL)
    settle()
    assert not popup.isVisible()
    assert isinstance(roles.into_canvas(), NameCard)


def test_another_role(roles: Room) -> None:
    """Ctrl+N asks for its name; it becomes the role people are named for."""
    QTest.keyClick(roles.cockpit.bottom.line, Qt.Key.Key_N, CONTROL)
    settle()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    roles.press(Qt.Key.Key_Return)
    assert roles.said()
    roles.write("Keeper of the coffee")
    roles.press(Qt.Key.Key_Return)
    assert roles.child(RoleCard).name.text() == "Keeper of the coffee"
    assert states(roles)["Keeper of the coffee"] == "—"
    roles.say("Ngozi Obi")
    (naming,) = roles.library.reader.rows(Naming)
    assert naming.label == "Keeper of the coffee"


def test_another_role_can_be_let_be(roles: Room) -> None:
    """Escape brings back the button."""
    new = roles.child(NewRole)
    new.button.click()
    assert not new.button.isVisible()
    roles.press(Qt.Key.Key_Escape)
    assert new.button.isVisible()


def test_the_role_is_there_again_after_a_crash(roles: Room) -> None:
    """The place remembers it; the list chosen by click too."""
    roles.child(StateList).setCurrentIndex(roles.child(StateList).lines.index(2))
    settle()
    roles.house.hearth.window.design(roles.workshop.id)
    roles.house.hearth.window.cockpit(roles.workshop.id)
    settle()
    screen = roles.house.hearth.window.screen_shown
    assert screen is not None
    assert screen.findChildren(RoleCard)[0].name.text() == "Co-coordinator"


def test_the_wall_knows_a_name_only_after_a_yes(roles: Room) -> None:
    """The role and what it asks, in both languages; nobody who was only named or said not now."""
    roles.say("Wei Zhang", "Ngozi Obi", "Tomás Rivera", "Priya Raghunathan")
    roles.into_canvas()
    for answer in (Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1):
        cards(roles)[0].setFocus()
        roles.press(answer, CONTROL)
    told = repr(roles.picture())
    (role,) = roles.picture().texts
    assert role.heading == "Coordinator / Coordination"
    assert len(role.lines) == 2
    for name in ("Wei", "Ngozi", "Tomás", "Priya", "not now", "privately", "1", "2", "3"):
        assert name not in told
    cards(roles)[0].setFocus()
    roles.press(Qt.Key.Key_2, CONTROL)
    (yes,) = agreed(roles.library.reader, roles.running.run.id)
    name = roles.library.reader.row(Person, yes.person).name
    (holding,) = roles.library.reader.rows(Holding)
    assert holding.ends is not None
    until = roles.words.day(date.fromisoformat(holding.ends))
    (line,) = roles.picture().texts[0].lines
    assert line == f"Coordinator / Coordination: {name} (until {until})"
    QTest.keyClick(roles.cockpit.bottom.line, Qt.Key.Key_Down)
    assert roles.picture().texts[1].heading == "Sponsor / Parrainage"
