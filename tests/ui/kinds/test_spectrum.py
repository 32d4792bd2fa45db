"""A spectrum in the room: answered in private or counted, looked at, shown, with reasons."""

import json

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.kinds.kind import facts_of
from app.kinds.spectrum.facts import SpectrumFacts, latest_of
from app.kinds.spectrum.kind import Spectrum
from app.kinds.spectrum.setup import POLARITY_ZONES
from app.workshop.notes import add_notes
from app.workshop.planning import add_exercise, scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.balloting import at_ballot, gave, press
from tests.ui.kinds.room import CONTROL, SHIFT, Room, texts_shown
from ui.parts.ballot.ballot_dialog import BallotDialog
from ui.parts.ballot.count_dialog import CountDialog
from ui.parts.ballot.sheets_dialog import SheetsDialog
from ui.parts.diagram_painter import DiagramView

NONE = Qt.KeyboardModifier.NoModifier
FORMS = ("then", "now")
WALL = (1000.0, 40.0)


@pytest.fixture
def line(room: Room) -> Room:
    """The block in which people say where they stood, and where they stand."""
    return at_ballot(room, "then-and-now")


def facts(room: Room) -> list[SpectrumFacts]:
    """What the closed rounds say."""
    found = Spectrum().facts(room.library.reader, room.running)
    return list(facts_of(found, SpectrumFacts))


def drawn(room: Room) -> str:
    """What the wall draws now."""
    diagram = room.picture().diagram
    assert diagram is not None
    return str(diagram(*WALL))


def hand_over(room: Room, *people: str) -> None:
    """One person after the other answers, a digit a question; then the laptop comes back."""
    press(room, Qt.Key.Key_N)
    (dialog,) = room.house.hearth.window.findChildren(BallotDialog)
    for digits in people:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        QTest.keyClicks(dialog, digits)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        settle()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()


def test_each_question_is_asked_then_and_now(line: Room) -> None:
    press(line, Qt.Key.Key_B)
    hand_over(line, "15151515", "24242424", "33333330")
    assert gave(line, FORMS) == 3
    press(line, Qt.Key.Key_B)
    (found,) = facts(line)
    assert [at.middle for at in found.questions[0].positions] == [2, 4]
    assert [at.middle for at in found.questions[3].positions] == [2, None]


def test_the_screen_of_one_person_shows_nothing_of_the_one_before(line: Room) -> None:
    press(line, Qt.Key.Key_B)
    press(line, Qt.Key.Key_N)
    (dialog,) = line.house.hearth.window.findChildren(BallotDialog)
    first = dialog.text.text()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    asked = (dialog.eyebrow.text(), dialog.text.text(), dialog.hint.text())
    QTest.keyClicks(dialog, "12345123")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    assert dialog.text.text() != first, "the next person is meant"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (dialog.eyebrow.text(), dialog.text.text(), dialog.hint.text()) == asked
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()


def test_the_wall_waits_until_it_is_shown_and_tells_no_count(line: Room) -> None:
    before = drawn(line)
    assert "How open is our door?" in before
    press(line, Qt.Key.Key_B)
    hand_over(line, *["15151515"] * 7)
    assert drawn(line) == before
    press(line, Qt.Key.Key_B)
    assert line.child(DiagramView).isVisible(), "the facilitator looks first"
    assert drawn(line) == before
    press(line, Qt.Key.Key_H, CONTROL | SHIFT)
    assert "put-to-work" in drawn(line)
    assert line.words("spectrum.then") in drawn(line)
    press(line, Qt.Key.Key_Z)
    assert drawn(line) == before
    press(line, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert "put-to-work" in drawn(line)
    press(line, Qt.Key.Key_H, CONTROL | SHIFT)
    assert drawn(line) == before


def test_one_question_at_a_time_and_reasons_under_it(line: Room) -> None:
    line.say("It was only us")
    press(line, Qt.Key.Key_Tab, NONE)
    assert "Whose energy carries us?" in drawn(line)
    line.say("Two people did it all", "Then four did")
    assert line.notes("door") == ["It was only us"]
    assert line.notes("energy") == ["Two people did it all", "Then four did"]


def test_a_line_in_the_room_is_counted_by_place(line: Room) -> None:
    press(line, Qt.Key.Key_Tab, NONE)
    press(line, Qt.Key.Key_B, CONTROL | SHIFT)
    (dialog,) = line.house.hearth.window.findChildren(CountDialog)
    for digit in "4510000055":
        focused = dialog.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, digit)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        settle()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    assert gave(line, FORMS) == 10
    press(line, Qt.Key.Key_N)
    assert line.house.hearth.window.findChildren(BallotDialog) == [], "it is counted aloud"
    press(line, Qt.Key.Key_B)
    energy = latest_of(facts(line), "energy")
    assert energy is not None
    assert [(at.middle, at.spread is not None) for at in energy.positions] == [
        (2, True),
        (4, True),
    ]
    assert latest_of(facts(line), "door") is None


def test_sheets_are_typed_a_line_each(line: Room) -> None:
    press(line, Qt.Key.Key_B)
    press(line, Qt.Key.Key_N, CONTROL | SHIFT)
    (dialog,) = line.house.hearth.window.findChildren(SheetsDialog)
    dialog.field.setPlainText("15 15 15 15\n24242424\n123")
    assert not dialog.count.isEnabled()
    dialog.field.setPlainText("15 15 15 15\n24242424")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    settle()
    assert gave(line, FORMS) == 2


def test_an_open_round_outlives_going_away_and_back(line: Room) -> None:
    press(line, Qt.Key.Key_B)
    hand_over(line, "15151515")
    line.go_to("hopes-and-fears")
    line.go_to("then-and-now")
    assert gave(line, FORMS) == 1
    hand_over(line, "15151515")
    assert gave(line, FORMS) == 2


def test_a_map_of_two_poles_takes_notes_in_its_parts(room: Room) -> None:
    block = add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "then-and-now")
    recipe = json.loads(block.recipe)
    recipe["setup"] = {
        "mode": "polarity",
        "zones": [{"id": one, "colour": "blue"} for one in POLARITY_ZONES],
    }
    for words in recipe["words"].values():
        words["setup"] = {
            "zones": {one: f"The {one}" for one in POLARITY_ZONES},
            "poles": {"left": "Staying close", "right": "Growing"},
        }
    with room.library.change("edit", scope_of(room.workshop)) as writer:
        writer.change(block, recipe=msgspec.json.encode(recipe).decode())
    settle()
    room.go_to("then-and-now")
    room.say("We know each other")
    for _ in range(5):
        press(room, Qt.Key.Key_Tab, NONE)
    room.say("One new face each time")
    assert room.notes("gifts-left") == ["We know each other"]
    assert room.notes("safeguards") == ["One new face each time"]
    headings = [column.heading for column in room.picture().columns]
    assert headings == ["The signs", "The safeguards"], "what belongs together, where Tab is"
    press(room, Qt.Key.Key_Tab, NONE)
    headings = [column.heading for column in room.picture().columns]
    assert headings == ["The gifts-left", "The gifts-right"]
    press(room, Qt.Key.Key_B)
    QApplication.processEvents()
    assert gave(room, FORMS) == -1, "nobody is asked where they stand"


@pytest.mark.parametrize("number_of", [0, 1, 18, 500])
def test_any_number_of_reasons(line: Room, number_of: int) -> None:
    """Long words and text from the right among them; the line keeps the keyboard."""
    odd = ("Donaudampfschifffahrtsgesellschaft" * 6, "הדלת פתוחה לכולם")
    reasons = [odd[at] if at < 2 else f"Reason {at}" for at in range(number_of)]
    if reasons:
        add_notes(line.library, line.running, "door", reasons)
    settle()
    assert texts_shown(line.zones_view().view("door")) == reasons
    line.say("One more")
    assert len(line.notes("door")) == number_of + 1
