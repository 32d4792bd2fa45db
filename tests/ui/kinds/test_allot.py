"""Sharing out in the room: in private, from paper, as piles; bars on the wall once shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.kinds.allot.facts import AllotFacts
from app.kinds.allot.kind import Allot
from app.kinds.kind import facts_of
from app.workshop.notes import add_notes
from tests.ui.fitting import settle
from tests.ui.kinds.balloting import asking, at_ballot, gave, press
from tests.ui.kinds.room import CONTROL, SHIFT, Room, texts_shown
from ui.kinds.allot.share_form import ShareForm
from ui.parts.ballot.ballot_dialog import BallotDialog
from ui.parts.ballot.count_dialog import CountDialog
from ui.parts.ballot.sheets_dialog import SheetsDialog
from ui.parts.diagram_painter import DiagramView

NONE = Qt.KeyboardModifier.NoModifier
FORMS = ("now", "wanted")


@pytest.fixture
def table(room: Room) -> Room:
    """The block in which ten tokens are shared out."""
    return at_ballot(room, "ten-tokens")


def last(room: Room) -> AllotFacts:
    """What the last closed round says."""
    return facts_of(Allot().facts(room.library.reader, room.running), AllotFacts)[-1]


def share(dialog: BallotDialog, *digits: str) -> None:
    """One person: a digit a thing and Enter, page by page; then Enter."""
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()
    for page in digits:
        for digit in page:
            focused = dialog.focusWidget()
            assert focused is not None
            QTest.keyClicks(focused, digit)
            QTest.keyClick(focused, Qt.Key.Key_Return)
            settle()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle()


def test_ten_tokens_twice_in_private(table: Room) -> None:
    press(table, Qt.Key.Key_B)
    dialog = asking(table)
    for _ in range(3):
        share(dialog, "721", "226")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert gave(table, FORMS) == 3
    press(table, Qt.Key.Key_B)
    assert [dict(one.tokens) for one in last(table).things] == [
        {"now": 7, "wanted": 2},
        {"now": 2, "wanted": 2},
        {"now": 1, "wanted": 6},
    ]


def test_what_is_left_is_told_and_nothing_else_goes_on(table: Room) -> None:
    press(table, Qt.Key.Key_B)
    dialog = asking(table)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    form = dialog.form
    assert isinstance(form, ShareForm)
    boxes = list(form.boxes.values())
    boxes[0].setValue(7)
    assert form.rest.text() == table.words("allot.left", n=3)
    assert not dialog.onward.isEnabled()
    boxes[1].setValue(5)
    assert form.rest.text() == table.words("allot.too-many", n=2)
    assert not dialog.onward.isEnabled()
    boxes[1].setValue(3)
    assert dialog.onward.isEnabled()
    dialog.onward.click()
    assert [box.value() for box in boxes] == [0, 0, 0]
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)
    assert [box.value() for box in boxes] == [7, 3, 0]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert gave(table, FORMS) == 0


def test_the_next_person_begins_with_nothing(table: Room) -> None:
    press(table, Qt.Key.Key_B)
    dialog = asking(table)
    share(dialog, "721", "226")
    assert gave(table, FORMS) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    form = dialog.form
    assert isinstance(form, ShareForm)
    assert [box.value() for box in form.boxes.values()] == [0, 0, 0]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()


def test_sheets_are_a_row_of_numbers_that_adds_up(table: Room) -> None:
    press(table, Qt.Key.Key_B)
    press(table, Qt.Key.Key_N, CONTROL | SHIFT)
    (dialog,) = table.house.hearth.window.findChildren(SheetsDialog)
    dialog.field.setPlainText("7 2 1 2 2 6\n7 2 1 2 2 5")
    assert not dialog.count.isEnabled()
    assert "2" in dialog.said.text()
    dialog.field.setPlainText("7 2 1 2 2 6\n10,0,0 / 0;0;10\n\n7 2 1 2 2 6")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    settle()
    assert gave(table, FORMS) == 3


def test_piles_are_counted_on_the_table(table: Room) -> None:
    press(table, Qt.Key.Key_B, CONTROL | SHIFT)
    (dialog,) = table.house.hearth.window.findChildren(CountDialog)
    for pile in ("61", "30", "40", "30", "19", "60"):
        QTest.keyClicks(dialog.focusWidget(), pile)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        settle()
    assert dialog.check.text().startswith(
        table.words("allot.piles", form=table.words("allot.now"), total=120, n=12)
    )
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    press(table, Qt.Key.Key_B)
    found = last(table)
    assert found.people == 12
    assert [one.difference for one in found.things] == [-2, -1, 3], "ten whole tokens each time"


def test_the_wall_waits_until_it_is_shown(table: Room) -> None:
    assert table.picture().diagram is None
    press(table, Qt.Key.Key_B)
    dialog = asking(table)
    for _ in range(3):
        share(dialog, "721", "226")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert table.picture().small == (table.words("ballot.answered", n=3),)
    press(table, Qt.Key.Key_B)
    assert table.child(DiagramView).isVisible(), "the facilitator looks first"
    assert table.picture().diagram is None
    press(table, Qt.Key.Key_H, CONTROL | SHIFT)
    assert table.picture().diagram is not None
    press(table, Qt.Key.Key_Z)
    assert table.picture().diagram is None


def test_reasons_are_typed_under_a_thing(table: Room) -> None:
    press(table, Qt.Key.Key_Tab, NONE)
    table.say("We only meet to fix things")
    assert table.notes("people") == ["We only meet to fix things"]
    press(table, Qt.Key.Key_Z)
    assert table.notes() == []


@pytest.mark.parametrize("number_of", [0, 1, 18, 500])
def test_any_number_of_reasons(table: Room, number_of: int) -> None:
    """Long words and text from the right among them; the line keeps the keyboard."""
    odd = ("Donaudampfschifffahrtsgesellschaft" * 6, "הדלת פתוחה לכולם")
    reasons = [odd[at] if at < 2 else f"Reason {at}" for at in range(number_of)]
    if reasons:
        add_notes(table.library, table.running, "tools", reasons)
    settle()
    assert texts_shown(table.zones_view().view("tools")) == reasons
    table.say("One more")
    assert len(table.notes("tools")) == number_of + 1
