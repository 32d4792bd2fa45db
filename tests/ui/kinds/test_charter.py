"""The charter in the room: drafted where it stands, tied to what was said, agreed to be tried."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause, clauses_of, sources_of, write_clause
from app.charter.versions import agreement_of, frozen_clauses, versions_of
from app.library.rows import Clause, Reservation, Version
from app.workshop.planning import scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, Room, click_item, texts_shown
from ui.kinds.charter.agreement_panel import AgreementPanel
from ui.kinds.charter.draft_page import DraftPage
from ui.kinds.charter.sources_panel import SourcesPanel
from ui.parts.buttons import IconButton
from ui.parts.clauses.clause_field import ClauseField
from ui.parts.clauses.table_edit import CellEdit
from ui.parts.inline_edit import InlineEdit
from ui.parts.state_list import StateList


@pytest.fixture
def draft(room: Room) -> Room:
    """Two hopes said, then what we take care of."""
    room.go_to("hopes-and-fears")
    room.say("One person to call", "Shorelines that agree")
    room.go_to("what-we-take-care-of")
    return room


@pytest.fixture
def word(room: Room) -> Room:
    """A purpose drafted, then our word, eighteen people in the room."""
    room.go_to("what-we-take-care-of")
    room.say("Together we can.")
    room.go_to("our-word")
    room.count_people(18)
    return room


def clauses(room: Room, section: str) -> list[Clause]:
    """The clauses of a section, as the library has them."""
    return clauses_of(room.library.reader, room.workshop.community, section)


def field(room: Room, section: str, number: int = 0) -> ClauseField:
    """The field of a section's clause."""
    part = room.child(DraftPage).parts[section]
    return part.fields[number]


def test_a_line_lands_in_the_current_section(draft: Room) -> None:
    """A paragraph, then items; an empty section asks its question."""
    page = draft.child(DraftPage)
    assert page.parts["purpose"].prompt.isVisible()
    draft.say("Together we can.")
    assert not page.parts["purpose"].prompt.isVisible()
    assert field(draft, "purpose").editor.text() == "Together we can."
    draft.tab()
    draft.tab()
    draft.say("Sources that disagree", "The date of each layer")
    assert field(draft, "in-scope").editor.text() == (
        "Sources that disagree\nThe date of each layer"
    )
    lines = {line.name: line.state for line in draft.child(StateList).lines.lines}
    assert lines["Purpose"] == "drafted"
    assert lines["Domain"] == "—"


def test_a_clause_is_saved_while_it_is_typed(qtbot: QtBot, draft: Room) -> None:
    """Without Enter, and the cursor stays where one types; the field has its own undo."""
    draft.say("Together we")
    assert isinstance(draft.into_canvas(), InlineEdit)
    draft.press(Qt.Key.Key_End)
    draft.write(" can")
    qtbot.waitUntil(lambda: clauses(draft, "purpose")[0].text == "Together we can")
    draft.write(".")
    text = field(draft, "purpose").editing
    assert isinstance(text, InlineEdit)
    assert text.hasFocus()
    assert text.textCursor().atEnd()
    draft.press(Qt.Key.Key_Z, CONTROL)
    assert "can." not in text.toPlainText()
    qtbot.waitUntil(lambda: clauses(draft, "purpose")[0].text == text.toPlainText())


def test_items_are_lines(qtbot: QtBot, draft: Room) -> None:
    """Enter begins another item."""
    draft.tab()
    draft.tab()
    draft.say("One")
    draft.into_canvas()
    draft.press(Qt.Key.Key_End)
    draft.press(Qt.Key.Key_Return)
    draft.write("Two")
    qtbot.waitUntil(lambda: clauses(draft, "in-scope")[0].text == "One\nTwo")


def test_a_table_is_written_where_it_stands(qtbot: QtBot, draft: Room) -> None:
    """By keyboard, as on the charter's own screen: Enter goes on, and adds a row at the end."""
    scope = scope_of(draft.workshop)
    add_clause(draft.library, scope, "purpose", "Maps\tAmélie\n\tNobody yet", form="table")
    settle()
    cell = draft.into_canvas().window().focusWidget()
    assert isinstance(cell, CellEdit)
    draft.press(Qt.Key.Key_End)
    draft.write(" and grids")
    draft.press(Qt.Key.Key_Return)
    draft.press(Qt.Key.Key_Return)
    draft.write("Names")
    rows = "Maps and grids\tAmélie\nNames\tNobody yet"
    qtbot.waitUntil(lambda: clauses(draft, "purpose")[0].text == rows)
    focus = draft.house.hearth.window.focusWidget()
    assert isinstance(focus, CellEdit)
    assert focus.text() == "Names"
    draft.press(Qt.Key.Key_F6)
    assert draft.cockpit.bottom.line.hasFocus()
    shown = draft.picture().texts[0].lines
    assert shown == ("Maps and grids · Amélie", "Names · Nobody yet")


def test_a_clause_left_empty_goes(qtbot: QtBot, draft: Room) -> None:
    """And undo brings it back."""
    draft.say("Together we can.")
    draft.into_canvas()
    draft.press(Qt.Key.Key_A, CONTROL)
    draft.press(Qt.Key.Key_Delete)
    draft.press(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: clauses(draft, "purpose") == [])
    draft.house.hearth.window.undo()
    settle()
    assert len(clauses(draft, "purpose")) == 1


def test_leaving_in_the_midst_of_a_word_keeps_it(qtbot: QtBot, draft: Room) -> None:
    """Going on to another block, and closing the window."""
    draft.say("Together")
    draft.into_canvas()
    draft.press(Qt.Key.Key_End)
    draft.write(" we can")
    draft.press(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: clauses(draft, "purpose")[0].text == "Together we can")
    draft.go_to("what-we-take-care-of")
    draft.into_canvas()
    draft.press(Qt.Key.Key_End)
    draft.write(" begin")
    draft.house.hearth.window.close()
    assert clauses(draft, "purpose")[0].text == "Together we can begin"


def test_words_not_saved_yet_survive_what_others_change(draft: Room) -> None:
    """Another clause comes while one types: the words and the cursor stay."""
    draft.say("Together")
    draft.into_canvas()
    draft.press(Qt.Key.Key_End)
    draft.write(" we")
    scope = scope_of(draft.workshop)
    add_clause(draft.library, scope, "domain", "The craft.")
    settle()
    text = field(draft, "purpose").editing
    assert isinstance(text, InlineEdit)
    assert text.toPlainText() == "Together we"
    assert text.hasFocus()
    write_clause(draft.library, scope, clauses(draft, "domain")[0], "The craft of maps.")
    settle()
    assert field(draft, "domain").editor.text() == "The craft of maps."


def test_notes_are_tied_with_enter_and_click(draft: Room) -> None:
    """The first begins the clause, the second is tied to it, and untied again."""
    panel = draft.child(SourcesPanel)
    click_item(panel.view, "One person to call")
    (clause,) = clauses(draft, "purpose")
    assert clause.text == "One person to call"
    assert texts_shown(panel.view)[:2] == ["1 note in this clause", "One person to call"]
    panel.view.setFocus()
    row = texts_shown(panel.view).index("Shorelines that agree")
    panel.view.make_current(row)
    draft.press(Qt.Key.Key_Return)
    assert len(sources_of(draft.library.reader, clause.id)) == 2
    assert [item.kept for item in panel.view.notes.items] == [False, True, True]
    click_item(panel.view, "One person to call")
    assert [note.text for note in sources_of(draft.library.reader, clause.id)] == [
        "Shorelines that agree"
    ]


def test_the_wall_shows_what_is_drafted(draft: Room) -> None:
    """Headings in both languages over the words as they were typed; items listed."""
    assert draft.picture().texts == ()
    draft.say("Together we can.")
    draft.tab()
    draft.tab()
    draft.say("One", "Two")
    purpose, scope = draft.picture().texts
    assert (purpose.heading, purpose.lines) == (
        "Why we exist / Pourquoi nous existons",
        ("Together we can.",),
    )
    assert (scope.lines, scope.listed) == (("One", "Two"), True)
    with draft.library.change("clause-edit") as writer:
        writer.change(clauses(draft, "purpose")[0], audience="facilitator")
    assert [text.lines for text in draft.picture().texts] == [("One", "Two")]


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
    count(word, fine=12)
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
    assert answers.asked[-1].startswith("12 of the 12 people counted cannot agree yet. That is no")
    assert status(word) == "proposed"
    answers.yes = True
    panel.agree.click()
    settle()
    assert status(word) == "agreed"


def test_the_word_is_taken_back(word: Room) -> None:
    """Ctrl+Z: proposed again, as it was counted; another number begins a new count."""
    panel = word.child(AgreementPanel)
    panel.propose.click()
    count(word, fine=12)
    panel.agree.click()
    settle()
    word.press(Qt.Key.Key_Z, CONTROL)
    assert status(word) == "proposed"
    assert panel.counting.counts()["fine"] == 12
    assert panel.counting.advice.text().startswith("This count was closed")
    word.press(Qt.Key.Key_Z, CONTROL)
    assert "changing a number opens one" in word.said()
    count(word, fine=11)
    panel.agree.click()
    settle()
    assert status(word) == "agreed"
    version = versions_of(word.library.reader, word.workshop.community)[0]
    known = agreement_of(word.library.reader, version.id)
    assert known is not None
    assert known.counts["fine"] == 11


def test_what_was_agreed_to_leaves_the_keyboard_to_the_capture_line(word: Room) -> None:
    """Proposing and agreeing hide what was pressed; no clause takes the next letters."""
    panel, line = word.child(AgreementPanel), word.cockpit.bottom.line
    for button in (panel.propose, panel.agree):
        button.setFocus()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        assert not button.isVisible()
        assert line.hasFocus()
        count(word, fine=12)
    assert status(word) == "agreed"


def agreed(room: Room) -> AgreementPanel:
    """Propose, count twelve, give the word."""
    panel = room.child(AgreementPanel)
    panel.propose.click()
    count(room, fine=12)
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
    assert word.picture().small[0].startswith("Version 1, agreed to be tried until")
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
    assert word.picture().small[0].startswith("Version 1, agreed to be tried until")
    assert "7" not in repr(word.picture().texts)


def test_nothing_opens_a_window_of_its_own(qtbot: QtBot, word: Room) -> None:
    """While a canvas is made and shown, the focus stays in the line."""
    for exercise in ("hopes-and-fears", "who-tends-what", "what-we-take-care-of", "our-word"):
        word.go_to(exercise)
        assert word.cockpit.bottom.line.hasFocus(), exercise
        windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        assert windows == [word.house.hearth.window]
