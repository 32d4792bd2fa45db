"""A pulse in the room: opened, handed from person to person, typed from paper, closed, shown."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from app.kinds.pulse.rounds import FORMS
from app.library.rows import Draft
from app.workshop.attendance import everyone_is_here, members_of
from app.workshop.ballots import ballots_of, open_ballot_of
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.balloting import asking, at_ballot, gave, press
from tests.ui.kinds.room import CONTROL, HOPES, SHIFT, Room, open_room
from tests.ui.opened import opened
from ui.parts.ballot.ballot_dialog import BallotDialog
from ui.parts.ballot.sheets_dialog import SheetsDialog
from ui.parts.diagram_painter import DiagramView
from ui.parts.labels import WrapLabel

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pulse(room: Room) -> Room:
    """The block in which the pulse is taken."""
    return at_ballot(room, "taking-the-pulse")


def answer(dialog: BallotDialog, digits: str) -> None:
    """One person: Enter, a digit for each statement, Enter."""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClicks(dialog, digits)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()


def test_the_line_asks_only_for_what_it_keeps(pulse: Room) -> None:
    """Nothing is typed for the room in a pulse; in the next block it is."""
    line, words = pulse.cockpit.bottom.line, pulse.house.hearth.window.world
    assert words is not None
    assert line.placeholderText() == words.words("room.line-catches")
    pulse.go_to("opening-round")
    assert line.placeholderText() == words.words("room.line-empty")


def three_answer(room: Room) -> None:
    """The laptop goes from hand to hand."""
    press(room, Qt.Key.Key_B)
    dialog = asking(room)
    for digits in ("43520412", "55555555", "12345012"):
        answer(dialog, digits)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()


def test_the_laptop_goes_from_hand_to_hand(pulse: Room) -> None:
    three_answer(pulse)
    assert gave(pulse, FORMS) == 3
    press(pulse, Qt.Key.Key_B)
    assert open_ballot_of(pulse.library.reader, pulse.running.run.id, FORMS) is None
    assert pulse.child(DiagramView).isVisible()


def test_undo_after_the_count_takes_no_notes_away(room: Room) -> None:
    """Ctrl+Z in a pulse that is closed says why it stays; nothing goes in the block before."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "taking-the-pulse")
    settle()
    room.go_to("hopes-and-fears")
    room.say(*HOPES)
    room.go_to("taking-the-pulse")
    three_answer(room)
    press(room, Qt.Key.Key_B)
    for _ in range(3):
        press(room, Qt.Key.Key_Z)
        assert room.said().startswith("A private round that was closed stays closed")
    room.go_to("hopes-and-fears")
    assert room.notes() == list(HOPES)


def by_place(dialog: BallotDialog, letters: str) -> None:
    """One person at a French keyboard: the keys of the digits, without Shift."""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    row = "&é\"'(§è!çà"
    for letter in letters:
        at = row.index(letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            # What X11 and Wayland call the key; Windows and macOS are tested with the keys.
            event = QKeyEvent(kind, 0, NONE, 10 + at, 0, 0, letter)
            QApplication.sendEvent(dialog, event)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()


@pytest.mark.skipif(sys.platform != "linux", reason="the codes of keys are each system's own")
def test_the_keys_of_the_digits_answer_on_a_french_keyboard(pulse: Room) -> None:
    press(pulse, Qt.Key.Key_B)
    dialog = asking(pulse)
    by_place(dialog, "'\"(éà'&é")
    by_place(dialog, "((((((((")
    answer(dialog, "43520412")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert gave(pulse, FORMS) == 3


@pytest.mark.parametrize("text", [100, 200])
def test_a_closed_pulse_scrolls_by_one_bar(qapp: QApplication, tmp_path: Path, text: int) -> None:
    """What it says is longer than the place there is: one bar moves all of it."""
    with opened(qapp, tmp_path, text=text) as house:
        room = open_room(house)
        house.hearth.window.resize(1280, 720)
        add_exercise(room.library, house.hearth.catalogue, room.workshop, "taking-the-pulse")
        settle()
        room.go_to("taking-the-pulse")
        three_answer(room)
        press(room, Qt.Key.Key_B)
        settle()
        bars = [
            area
            for area in room.cockpit.findChildren(QScrollArea)
            if area.isVisible() and area.verticalScrollBar().isVisible()
        ]
        assert [a for a in bars for b in bars if a is not b and a.isAncestorOf(b)] == []
        assert room.child(DiagramView).isVisible()


def test_a_click_leaves_the_keyboard_on_the_capture_line(pulse: Room) -> None:
    line, opened = pulse.cockpit.bottom.line, button_saying(pulse, "ballot.open")
    line.setFocus()
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton)
    settle()
    assert gave(pulse, FORMS) == 0
    assert line.hasFocus()


def test_the_keys_reach_what_can_be_done(pulse: Room) -> None:
    """F6 goes to the button that is next: open, then hand over."""
    opened = button_saying(pulse, "ballot.open")
    assert pulse.into_canvas() is opened
    pulse.press(Qt.Key.Key_Return)
    assert gave(pulse, FORMS) == 0
    assert pulse.into_canvas() is button_saying(pulse, "ballot.hand")


def button_saying(room: Room, key: str) -> QAbstractButton:
    """The button of the canvas that says so."""
    said, buttons = room.words(key), room.canvas_widget.findChildren(QAbstractButton)
    (found,) = [one for one in buttons if one.isVisible() and one.text() == said]
    return found


def test_whoever_stops_halfway_is_not_counted_and_leaves_nothing(pulse: Room) -> None:
    press(pulse, Qt.Key.Key_B)
    dialog = asking(pulse)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    QTest.keyClicks(dialog, "432")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert gave(pulse, FORMS) == 0
    assert pulse.library.reader.rows(Draft) == []


def test_an_answer_waits_on_the_screen_while_somebody_reads_the_library(pulse: Room) -> None:
    """What is counted one by one while somebody reads could be told apart in the log."""
    press(pulse, Qt.Key.Key_B)
    dialog = asking(pulse)
    with pulse.library.snapshot():
        answer(dialog, "43520412")
        assert "Something is reading the library" in dialog.hint.text()
    assert gave(pulse, FORMS) == 0
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert gave(pulse, FORMS) == 1


def test_one_may_go_back_before_the_answers_are_counted(pulse: Room) -> None:
    press(pulse, Qt.Key.Key_B)
    dialog = asking(pulse)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    first = dialog.text.text()
    QTest.keyClicks(dialog, "1")
    assert dialog.text.text() != first
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    assert dialog.text.text() == first


def test_the_wall_shows_how_many_answered_and_never_what(pulse: Room) -> None:
    press(pulse, Qt.Key.Key_B)
    dialog = asking(pulse)
    answer(dialog, "11111111")
    picture = pulse.picture()
    assert picture.diagram is None
    assert picture.small == ("1 person has answered",)
    answer(dialog, "11111111")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    press(pulse, Qt.Key.Key_B)
    assert pulse.child(DiagramView).isVisible()
    assert pulse.picture().diagram is None, "the facilitator looks first"
    press(pulse, Qt.Key.Key_H, CONTROL | SHIFT)
    assert pulse.picture().diagram is not None
    press(pulse, Qt.Key.Key_Z)
    assert pulse.picture().diagram is None, "taken back in one step"


def test_sheets_half_typed_are_on_the_screen_or_nowhere(pulse: Room) -> None:
    """They are private: neither kept nor lost, until the person lets them go."""
    press(pulse, Qt.Key.Key_B)
    press(pulse, Qt.Key.Key_N, CONTROL | SHIFT)
    (dialog,) = pulse.house.hearth.window.findChildren(SheetsDialog)
    QTest.keyClicks(dialog.field, "4352 04")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    pulse.house.hearth.window.close()
    assert dialog.isVisible()
    assert dialog.field.toPlainText() == "4352 04"
    assert len(pulse.house.answers.asked) == 2
    assert pulse.library.reader.count(Draft) == 0
    pulse.house.answers.yes = True
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert pulse.house.hearth.window.findChildren(SheetsDialog) == []
    pulse.house.answers.asked.clear()
    pulse.house.hearth.window.home()
    assert pulse.house.answers.asked == []


def test_sheets_are_typed_a_line_each(pulse: Room) -> None:
    press(pulse, Qt.Key.Key_B)
    press(pulse, Qt.Key.Key_N, CONTROL | SHIFT)
    (dialog,) = pulse.house.hearth.window.findChildren(SheetsDialog)
    dialog.field.setPlainText("4352 0412\n5,5,5,5,5,5,5,5\n\n123")
    assert not dialog.count.isEnabled()
    assert "4" in dialog.said.text()
    dialog.field.setPlainText("4352 0412\n5,5,5,5,5,5,5,5\n")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    settle()
    assert gave(pulse, FORMS) == 2


def test_undo_takes_back_the_opening_but_never_an_answer(pulse: Room) -> None:
    press(pulse, Qt.Key.Key_B)
    QApplication.processEvents()
    press(pulse, Qt.Key.Key_B)
    (closed,) = ballots_of(pulse.library.reader, pulse.running.run.id, FORMS)
    assert not closed.open


def test_one_statement_at_a_time_stands_on_the_wall(pulse: Room) -> None:
    """Tab goes from one to the next; all of them come again after the last."""
    three_answer(pulse)
    press(pulse, Qt.Key.Key_B)
    press(pulse, Qt.Key.Key_H, CONTROL | SHIFT)
    heights = []
    for _ in range(9):
        diagram = pulse.picture().diagram
        assert diagram is not None
        heights.append(diagram(1000, 40).height)
        press(pulse, Qt.Key.Key_Tab, NONE)
    assert heights[0] > 3 * max(heights[1:])


def test_who_is_at_the_door_may_say_so_and_is_not_asked_again(pulse: Room) -> None:
    """Names are offered, never needed; the room is told how many remain."""
    first = members_of(pulse.library.reader, pulse.workshop.community)[0]
    everyone_is_here(pulse.library, pulse.workshop)
    settle()
    press(pulse, Qt.Key.Key_B)
    dialog = asking(pulse)
    offered = [button.text() for button in dialog.names]
    assert first.name in offered
    next(button for button in dialog.names if button.text() == first.name).click()
    QTest.keyClicks(dialog, "43520412")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert [button.text() for button in dialog.names] == [
        one for one in offered if one != first.name
    ]
    answer(dialog, "55555555")
    assert len(dialog.names) == len(offered) - 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    left = pulse.words("ballot.remaining", n=len(offered) - 2)
    assert any(left in label.text() for label in pulse.canvas_widget.findChildren(WrapLabel))


def test_a_typed_line_stays_where_it_is(pulse: Room) -> None:
    pulse.say("The mood is good")
    assert pulse.cockpit.bottom.line.text() == "The mood is good"
    assert pulse.said().startswith("In this exercise nothing is typed")
    assert pulse.notes() == []
