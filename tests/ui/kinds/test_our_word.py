"""Our word: proposed, reserved, counted, agreed to be tried, taken back; and the next draft."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause
from app.charter.versions import agreement_of, frozen_clauses, versions_of
from app.library.rows import Reservation, Version
from app.workshop.planning import scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.drafted import clauses, field
from tests.ui.kinds.room import CONTROL, Room
from ui.charter.agreement_card import AgreementCard
from ui.kinds.charter.agreement_panel import AgreementPanel
from ui.kinds.charter.draft_page import DraftPage
from ui.parts.buttons import IconButton


@pytest.fixture
def word(room: Room) -> Room:
    """A purpose drafted, then our word, eighteen people in the room."""
    room.go_to("what-we-take-care-of")
    room.say("Together we can.")
    room.go_to("our-word")
    room.count_people(18)
    return room


def test_giving_ones_word(qtbot: QtBot, word: Room) -> None:
    """Read, propose, count, reserve, agree until a date; the bar tells how people stand."""
    panel = word.child(AgreementPanel)
    assert "Together we can." in field(word, "purpose").editor.text()
    panel.propose.click()
    settle()
    (version,) = versions_of(word.library.reader, word.workshop.community)
    assert not panel.propose.isVisible()
    for stance, number in (("wholehearted", 14), ("fine", 2), ("reservation", 1), ("away", 1)):
        panel.counting.stances.boxes[stance].setFocus()
        panel.counting.stances.boxes[stance].selectAll()
        word.write(str(number))

    def counted() -> bool:
        agreement = agreement_of(word.library.reader, version.id)
        return agreement is not None and agreement.counts.get("away") == 1

    qtbot.waitUntil(counted)
    assert panel.counting.told.text() == "17 of 18 in the room have answered."
    word.say("Not in fire season.")
    assert [row.text for row in word.library.reader.rows(Reservation)] == ["Not in fire season."]
    panel.until.set_value(date(2099, 6, 30))
    panel.agree.click()
    settle()
    (version,) = versions_of(word.library.reader, word.workshop.community)
    assert (version.status, version.until) == ("agreed", "2099-06-30")
    assert (
        "14 wholehearted · 2 fine with it · 1 with a reservation"
        in panel.counting.bar.accessibleName()
    )
    assert "Version 1" in panel.status.text()
    assert not panel.counting.stances.isVisible()


def count(room: Room, **numbers: int) -> None:
    """Type counts into the panel, each in its box."""
    for stance, number in numbers.items():
        box = room.child(AgreementPanel).counting.stances.boxes[stance]
        box.setFocus()
        box.selectAll()
        room.write(str(number))


def status(room: Room) -> str:
    """Where the latest version stands."""
    return versions_of(room.library.reader, room.workshop.community)[0].status


def test_a_date_in_the_past_is_refused(word: Room) -> None:
    """In a sentence; the version stays proposed."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    count(word, fine=16)
    panel.until.set_value(date(2000, 1, 1))
    panel.agree.click()
    settle()
    assert word.said().startswith("The trial has to end after")
    assert status(word) == "proposed"


def test_nobody_counted_is_no_agreement(word: Room) -> None:
    """Nor are the away; it says what to do, and nobody is asked anything."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    for away in (0, 12):
        count(word, away=away)
        panel.agree.click()
        settle()
        assert word.said().startswith("Nobody is counted on version 1 yet")
        assert status(word) == "proposed"
    assert word.house.answers.asked == []


def test_those_who_cannot_are_asked_about(word: Room) -> None:
    """Twelve of twelve more firmly than one; more than are in the room is said and no hindrance."""
    panel, answers = word.child(AgreementPanel), word.house.answers
    panel.propose.click()
    count(word, fine=18, cannot=1)
    assert "That is one more than there are." in panel.counting.advice.text()
    panel.agree.click()
    assert answers.asked[-1].startswith("One person of the 19 counted cannot agree yet.")
    count(word, fine=0, cannot=12)
    panel.agree.click()
    assert "12 of the 12 people counted cannot agree yet. That is no" in answers.asked[-1]
    assert status(word) == "proposed"
    count(word, fine=10)
    answers.yes = True
    panel.agree.click()
    settle()
    assert status(word) == "agreed"
    assert word.said().endswith("That is 4 more than there are.")


def test_half_a_room_is_not_all_of_it(word: Room) -> None:
    """More than one in five have not answered: asked; what is recorded says of how many."""
    panel, answers = word.child(AgreementPanel), word.house.answers
    panel.propose.click()
    count(word, fine=9)
    panel.agree.click()
    settle()
    assert answers.asked[-1].startswith("9 of the 18 people asked have not answered.")
    assert status(word) == "proposed"
    answers.yes = True
    panel.agree.click()
    settle()
    result = "9 of 18 agree; 9 not counted"
    assert status(word) == "agreed"
    assert result in word.said()
    assert panel.counting.told.text() == result
    assert panel.counting.told.isVisible()
    assert any("9 of 18 agree" in text.lines for text in word.picture().texts)
    word.house.hearth.window.charter(word.workshop.community)
    settle()
    page = word.house.hearth.window.screen_shown
    assert page is not None
    (card,) = page.findChildren(AgreementCard)
    assert result in card.said.text()


def test_a_few_who_did_not_answer_are_told_and_not_asked_about(word: Room) -> None:
    """Three of eighteen; the away are among them."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    count(word, fine=14, reservation=1, away=3)
    panel.agree.click()
    settle()
    assert word.house.answers.asked == []
    assert "14 of 18 agree, 1 with a reservation; 3 not counted" in word.said()
    on_wall = [line for text in word.picture().texts for line in text.lines]
    assert "14 of 18 agree; one reservation stands" in on_wall


def test_the_word_is_taken_back(word: Room) -> None:
    """Ctrl+Z: proposed again, as it was counted; another number begins a new count."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    count(word, fine=16)
    panel.agree.click()
    settle()
    word.press(Qt.Key.Key_Z, CONTROL)
    assert status(word) == "proposed"
    assert panel.counting.counts()["fine"] == 16
    assert panel.counting.advice.text().startswith("This count was closed")
    word.press(Qt.Key.Key_Z, CONTROL)
    assert "changing a number opens one" in word.said()
    count(word, fine=15)
    panel.agree.click()
    settle()
    assert status(word) == "agreed"
    version = versions_of(word.library.reader, word.workshop.community)[0]
    known = agreement_of(word.library.reader, version.id)
    assert known is not None
    assert known.counts["fine"] == 15


def test_what_was_agreed_to_leaves_the_keyboard_to_the_capture_line(word: Room) -> None:
    """Proposing and agreeing hide what was pressed; no clause takes the next letters."""
    panel, line = word.child(AgreementPanel), word.cockpit.bottom.line
    for button in (panel.propose, panel.agree):
        button.setFocus()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        assert not button.isVisible()
        assert line.hasFocus()
        count(word, fine=16)
    assert status(word) == "agreed"


def agreed(room: Room) -> AgreementPanel:
    """Propose, count sixteen, give the word."""
    panel = room.child(AgreementPanel)
    panel.propose.click()
    count(room, fine=16)
    panel.agree.click()
    settle()
    assert status(room) == "agreed"
    return panel


def test_nothing_typed_changes_what_was_agreed(word: Room) -> None:
    """Neither as a reservation nor as a clause, here or where it was drafted; the line keeps it."""
    agreed(word)
    line = word.cockpit.bottom.line
    assert line.hasFocus()
    for _ in ("reservation", "agreement"):
        word.say("And another thing.")
        assert word.said().startswith("Version 1 is agreed and stays as it is.")
        assert line.text() == "And another thing."
        line.clear()
        word.tab()
    word.go_to("what-we-take-care-of")
    page = word.child(DraftPage)
    word.say("And another thing.")
    assert line.text() == "And another thing."
    line.clear()
    assert page.standing.text() == "Version 1 is agreed. Nothing typed here changes it."
    assert not any(field.isVisible() for field in page.fields())
    word.press(Qt.Key.Key_F6)
    word.write("xyz")
    (clause,) = clauses(word, "purpose")
    assert clause.text == "Together we can."
    assert word.library.reader.count(Reservation) == 0


def test_the_next_draft_is_begun_on_purpose(qtbot: QtBot, word: Room) -> None:
    """F2 says that it begins, leads to the words, and the wall calls them a draft."""
    agreed(word)
    assert word.picture().small[0].startswith("Version 1 is agreed, to be tried until")
    assert word.picture().texts[0].lines[0].startswith("Version 1 is agreed"), "large as well"
    word.press(Qt.Key.Key_F2)
    page = word.child(DraftPage)
    assert page.standing.text() == "Draft of version 2. Version 1 stays as it was agreed."
    word.write(" And charts.")
    qtbot.waitUntil(lambda: clauses(word, "purpose")[0].text == "Together we can. And charts.")
    assert word.picture().small == ("Draft of version 2",)
    (version,) = versions_of(word.library.reader, word.workshop.community)
    assert [one.text for one in frozen_clauses(version)] == ["Together we can."]
    panel = word.child(AgreementPanel)
    assert panel.propose.isVisible()
    panel.propose.click()
    settle()
    assert status(word) == "proposed"
    assert word.picture().small == ("Version 2, proposed",)


def test_an_empty_charter_is_not_proposed(room: Room) -> None:
    """In a sentence; a reservation typed then stays in the line."""
    room.go_to("our-word")
    room.child(AgreementPanel).propose.click()
    settle()
    assert room.said()
    room.say("Too early.")
    assert room.cockpit.bottom.line.text() == "Too early."
    assert room.house.answers.asked == []
    assert room.library.reader.count(Version) == 0


def test_the_first_reservation_asks_before_it_proposes(word: Room) -> None:
    """It says what the version would hold; no keeps the words in the line."""
    answers, line = word.house.answers, word.cockpit.bottom.line
    word.say("Not in fire season.")
    assert answers.asked[-1].endswith("It holds: Purpose.")
    assert line.text() == "Not in fire season."
    assert word.said().startswith("The charter is not proposed yet")
    assert word.library.reader.count(Version) == 0
    answers.yes = True
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    word.say("Only a year.")
    assert len(answers.asked) == 2
    assert [version.number for version in word.library.reader.rows(Version)] == [1]
    panel = word.child(AgreementPanel)
    first = panel.reservations.findChildren(IconButton)[0]
    first.click()
    settle()
    assert [row.text for row in word.library.reader.rows(Reservation)] == ["Only a year."]


def test_corrections_are_offered_to_the_version(qtbot: QtBot, word: Room) -> None:
    """What is put right while reading aloud can still be taken in."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    settle()
    assert not panel.take_edits.isVisible()
    QTest.keyClicks(field(word, "purpose").editing, "Now ")
    qtbot.waitUntil(panel.take_edits.isVisible)
    panel.take_edits.click()
    settle()
    (version,) = word.library.reader.rows(Version)
    assert [one.text for one in frozen_clauses(version)] == ["Now Together we can."]
    assert not panel.take_edits.isVisible()


def test_counts_typed_at_the_last_moment_are_kept(qtbot: QtBot, word: Room) -> None:
    """Going on to another block before they had time to rest."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    settle()
    (version,) = word.library.reader.rows(Version)
    box = panel.counting.stances.boxes["wholehearted"]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "9")
    word.press(Qt.Key.Key_PageUp, CONTROL)

    def kept() -> bool:
        agreement = agreement_of(word.library.reader, version.id)
        return agreement is not None and agreement.counts["wholehearted"] == 9

    qtbot.waitUntil(kept)


def test_the_wall_shows_the_whole_charter_and_never_the_counts(word: Room) -> None:
    """Every section with words; after a yes, until when."""
    add_clause(
        word.library, scope_of(word.workshop), "norms", "Names stay\nI do not know", form="list"
    )
    add_clause(word.library, scope_of(word.workshop), "rhythm", "Gathering\tMonthly", form="table")
    settle()
    assert word.picture().small == ("Draft",)
    panel = word.child(AgreementPanel)
    panel.propose.click()
    assert word.cockpit.canvas is not None
    word.say("Not in fire season.")
    count(word, fine=30, cannot=7)
    assert [text.lines for text in word.picture().texts] == [
        ("Together we can.",),
        ("Gathering · Monthly",),
        ("Names stay", "I do not know"),
    ]
    assert "fire season" not in repr(word.picture())
    assert word.picture().small == ("Version 1, proposed",)
    word.house.answers.yes = True
    panel.agree.click()
    settle()
    assert word.picture().small[0].startswith("Version 1 is agreed, to be tried until")
    given, *texts = word.picture().texts
    assert given.lines[0].startswith("Version 1 is agreed")
    assert "7" not in repr(texts)


def test_nothing_opens_a_window_of_its_own(qtbot: QtBot, word: Room) -> None:
    """While a canvas is made and shown, the focus stays in the line."""
    for exercise in ("hopes-and-fears", "who-tends-what", "what-we-take-care-of", "our-word"):
        word.go_to(exercise)
        assert word.cockpit.bottom.line.hasFocus(), exercise
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert windows == [word.house.hearth.window]
