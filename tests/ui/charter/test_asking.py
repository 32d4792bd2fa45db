"""Asking for agreement: proposed, counted, reserved, agreed to be tried, or not yet."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charter.versions import agreement_of, stances_round, versions_of
from app.library.opening import open_library
from app.library.rows import Tally
from app.workshop.rounds import STANCES
from tests.ui.charter.desk import CONTROL, NOON, Desk, Story, click, desk_over
from ui.charter.agreement_dialog import AgreementDialog
from ui.exporting.export_dialog import ExportDialog

Key = Qt.Key
RESULT = "13 of 18 agree, 2 with a reservation; 3 not counted"


def ask(desk: Desk, text: str = " And charts.") -> AgreementDialog:
    """Change the purpose and ask, by keys."""
    window = desk.house.hearth.window
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    desk.open("purpose")
    desk.write()
    if text:
        desk.keys(text)
    desk.press(Key.Key_Return, CONTROL)
    return desk.dialog()


def count(dialog: AgreementDialog, *numbers: int) -> None:
    """Type the five counts, each in its box."""
    for stance, number in zip(STANCES, numbers, strict=True):
        box = dialog.counting.stances.boxes[stance]
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(number))


def reserve(dialog: AgreementDialog, text: str) -> None:
    """Write a reservation and press Enter."""
    dialog.reserving.line.setFocus()
    QTest.keyClicks(dialog.reserving.line, text)
    QTest.keyClick(dialog.reserving.line, Key.Key_Return)


def test_enter_among_the_digits_keeps_a_reservation_too(desk: Desk) -> None:
    """It must never press the window's button: nobody has agreed yet."""
    dialog = ask(desk)
    dialog.main_button.click()
    count(dialog, 9, 4, 1, 0, 0)
    line = dialog.reserving.line
    line.setFocus()
    QTest.keyClicks(line, "Not in fire season.")
    QTest.keyClick(line, Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert line.text() == ""
    assert dialog.isVisible()
    assert dialog.reserving.count() == 1


def test_from_draft_to_agreement(desk: Desk) -> None:
    """By keys alone, all of it in the library, told beside the page."""
    dialog = ask(desk)
    assert dialog.version is None
    assert dialog.title.text() == "Propose version 2"
    assert dialog.proposing.text.hasFocus()
    desk.keys("Charts were missing.")
    desk.press(Key.Key_Return, CONTROL)
    assert desk.versions()[0].status == "proposed"
    assert dialog.title.text() == "What is each person’s position on version 2?"
    assert dialog.counting.stances.boxes["wholehearted"].hasFocus()
    count(dialog, 9, 4, 2, 0, 1)
    assert dialog.counting.told.text() == "15 of 18 members have answered."
    assert dialog.counting.advice.text() == "2 reservations are counted and not written down yet."
    reserve(dialog, "Closing a lane is not ours.")
    reserve(dialog, "Not in fire season.")
    assert dialog.counting.advice.text() == ""
    assert dialog.until.day() == date(2026, 5, 12)
    desk.press(Key.Key_Return, CONTROL)
    version = desk.versions()[0]
    assert (version.number, version.status) == (2, "agreed")
    assert (version.until, version.reason) == ("2026-05-12", "Charts were missing.")
    assert desk.versions()[1].status == "replaced"
    known = desk.agreement()
    assert known.counts == {
        "wholehearted": 9, "fine": 4, "reservation": 2, "cannot": 0, "away": 1,
    }  # fmt: skip
    assert [(one.text, one.said_by) for one in known.reservations] == [
        ("Closing a lane is not ours.", None),
        ("Not in fire season.", None),
    ]
    assert desk.notice == f"Version 2 is agreed, to be tried until 12 May 2026. {RESULT}."
    assert desk.screen.header.title_text == "Charter · version 2"
    standing = desk.body.agreement_card
    assert standing.bar.accessibleName() == (
        "9 wholehearted · 4 fine with it · 2 with a reservation · 1 away, not counted"
    )
    assert [one.text() for one in standing.quotes] == [
        "“Closing a lane is not ours.”",
        "“Not in fire season.”",
    ]
    agreed = "Agreed to try from 12 Nov 2025 until 12 May 2026."
    assert standing.said.text() == f"{agreed} {RESULT}."


def test_not_yet_goes_on_where_it_stood(desk: Desk) -> None:
    """What was counted and half typed is kept; asking again goes on, also after an edit."""
    dialog = ask(desk)
    dialog.go_on()
    count(dialog, 3, 0, 0, 1, 0)
    said = dialog.counting.advice.text()
    assert said == "One person cannot agree yet: ask what would have to change."
    QTest.keyClicks(dialog.reserving.line, "Half")
    click(dialog.not_yet_button)
    assert desk.screen.findChildren(AgreementDialog) == []
    assert desk.versions()[0].status == "proposed"
    assert [one.text for one in desk.agreement().reservations] == ["Half"]
    assert desk.screen.header.title_text == "Charter · version 2, proposed"
    assert desk.screen.header.main.text() == "Go on asking about version 2…"
    click(desk.screen.header.main)
    again = desk.dialog()
    assert again.version is not None
    assert again.version.number == 2
    assert again.counting.counts() == {
        "wholehearted": 3, "fine": 0, "reservation": 0, "cannot": 1, "away": 0,
    }  # fmt: skip
    assert again.reserving.count() == 1
    assert len(desk.versions()) == 2


def test_counts_survive_a_power_cut(desk: Desk, qtbot: QtBot) -> None:
    """They are kept a moment after they were typed, whatever happens to the window."""
    dialog = ask(desk)
    dialog.go_on()
    count(dialog, 7, 0, 0, 0, 0)
    qtbot.waitUntil(lambda: desk.library.reader.count(Tally) > 0, timeout=5000)
    assert desk.agreement().counts["wholehearted"] == 7


def test_edits_after_answers_are_another_version(desk: Desk) -> None:
    """It says so, and sets the answered one aside; before anybody answered it goes on."""
    dialog = ask(desk)
    dialog.go_on()
    click(dialog.not_yet_button)
    dialog = ask(desk, " More.")
    assert dialog.version is not None
    assert dialog.version.number == 2
    count(dialog, 3, 0, 0, 0, 0)
    click(dialog.not_yet_button)
    dialog = ask(desk, " Still more.")
    assert dialog.version is None
    assert dialog.title.text() == "Propose version 3"
    assert "version 2 is set aside with its answers" in dialog.said.text()
    dialog.go_on()
    assert [(one.number, one.status) for one in desk.versions()] == [
        (3, "proposed"),
        (2, "withdrawn"),
        (1, "agreed"),
    ]


def test_a_version_is_set_aside(desk: Desk) -> None:
    """After asking; its number is not used again, the draft stays."""
    dialog = ask(desk)
    dialog.go_on()
    click(dialog.withdraw_button)
    assert dialog.isVisible()
    assert desk.versions()[0].status == "proposed"
    desk.house.answers.yes = True
    click(dialog.withdraw_button)
    assert desk.screen.findChildren(AgreementDialog) == []
    assert desk.versions()[0].status == "withdrawn"
    assert desk.notice == "Version 2 is set aside. The draft is as it was."
    assert desk.text("purpose").endswith("And charts.")
    assert desk.screen.header.title_text == "Charter · draft of version 3"
    assert ask(desk, "").title.text() == "Propose version 3"


def test_nothing_new_is_said(desk: Desk) -> None:
    """A charter that says what was agreed is not asked about again; nor is an empty one."""
    desk.press(Key.Key_Return, CONTROL)
    assert desk.screen.findChildren(AgreementDialog) == []
    assert desk.notice.startswith("The charter says the same as version 1.")
    assert len(desk.versions()) == 1


def test_an_empty_charter_has_nothing_to_agree_to(bare: Desk) -> None:
    """It says what to do first."""
    click(bare.screen.empty.button)
    bare.press(Key.Key_Return, CONTROL)
    assert bare.notice.startswith("The charter has no words yet")
    assert bare.versions() == []


def test_reservations_are_named_only_if_wished(desk: Desk) -> None:
    """Nobody unless somebody is chosen; and taken back by their button."""
    dialog = ask(desk)
    dialog.go_on()
    reserving = dialog.reserving
    assert reserving.who.value == ""
    person = reserving.who.itemData(1)
    reserving.line.setFocus()
    QTest.keyClicks(reserving.line, "My name may stand here.")
    reserving.who.setCurrentIndex(1)
    click(reserving.add_button)
    assert reserving.who.value == ""
    reserve(dialog, "Mine not.")
    assert [one.said_by for one in desk.agreement().reservations] == [person, None]
    remove = next(
        one for one in reserving.findChildren(type(dialog.bar.close_button))
        if one.accessibleName() == "Remove “Mine not.”"
    )  # fmt: skip
    click(remove)
    assert [one.said_by for one in desk.agreement().reservations] == [person]
    assert reserving.count() == 1


def test_what_cannot_be_is_said_in_the_window_that_asks(desk: Desk) -> None:
    """A date before its own; a reservation too long: both stay as they are typed."""
    dialog = ask(desk)
    dialog.go_on()
    dialog.until.show_day(date(2025, 11, 1))
    dialog.go_on()
    assert dialog.isVisible()
    assert dialog.bar.sentence.text().startswith("The trial has to end after")
    dialog.reserving.line.setText("x" * 2001)
    click(dialog.reserving.add_button)
    assert "2001 characters" in dialog.bar.sentence.text()
    assert len(dialog.reserving.line.text()) == 2001
    assert desk.versions()[0].status == "proposed"
    assert stances_round(desk.library.reader, desk.versions()[0].id) is None


def test_more_answers_than_people_is_said(desk: Desk) -> None:
    """Advice, never a gate."""
    dialog = ask(desk)
    dialog.go_on()
    count(dialog, 19, 0, 0, 0, 0)
    assert dialog.counting.advice.text() == "That is one more than there are."
    dialog.go_on()
    assert desk.versions()[0].status == "agreed"
    assert desk.notice.endswith("That is one more than there are.")


def test_nobody_counted_is_no_agreement(desk: Desk) -> None:
    """Said in the window that asks; the away are nobody; the version stays proposed."""
    dialog = ask(desk)
    dialog.go_on()
    for away in (0, 7):
        count(dialog, 0, 0, 0, 0, away)
        dialog.go_on()
        assert dialog.isVisible()
        assert "Nobody is counted on version 2 yet" in dialog.bar.sentence.text()
        assert desk.versions()[0].status == "proposed"
    assert desk.house.answers.asked == []
    count(dialog, 15, 0, 0, 0, 1)
    assert dialog.counting.told.text() == "15 of 18 members have answered."
    dialog.go_on()
    assert desk.versions()[0].status == "agreed"


def test_many_who_cannot_agree_are_asked_about(desk: Desk) -> None:
    """More firmly than about one, with what the charter says of deciding; no is the end of it."""
    answers = desk.house.answers
    dialog = ask(desk)
    dialog.go_on()
    count(dialog, 15, 0, 0, 1, 0)
    dialog.go_on()
    rule, question = answers.asked[-1].split("\n\n")
    assert "Changes to this charter · All of us" in rule
    assert question.startswith("One person of the 16 counted cannot agree yet.")
    count(dialog, 0, 0, 0, 16, 0)
    dialog.go_on()
    _, question = answers.asked[-1].split("\n\n")
    assert question.startswith("16 of the 16 people counted cannot agree yet. That is no")
    assert dialog.isVisible()
    assert desk.versions()[0].status == "proposed"
    answers.yes = True
    dialog.go_on()
    assert desk.versions()[0].status == "agreed"


def test_an_agreement_is_taken_back(desk: Desk) -> None:
    """Ctrl+Z: it is asked about again, as it was counted; another number begins a new count."""
    dialog = ask(desk)
    dialog.go_on()
    count(dialog, 11, 5, 0, 0, 0)
    dialog.go_on()
    assert desk.versions()[0].status == "agreed"
    desk.house.hearth.window.undo()
    assert [one.status for one in desk.versions()] == ["proposed", "agreed"]
    click(desk.screen.header.main)
    again = desk.dialog()
    assert again.counting.counts()["wholehearted"] == 11
    assert again.counting.advice.text().startswith("This count was closed")
    count(again, 8, 8, 0, 0, 0)
    again.go_on()
    assert desk.agreement().counts["wholehearted"] == 8
    assert desk.versions()[0].status == "agreed"


def test_export_asks_for_the_charter(desk: Desk) -> None:
    """What is half typed is kept first."""
    desk.open("purpose")
    desk.write()
    desk.keys(" More.")
    desk.press(Key.Key_P, CONTROL)
    assert desk.text("purpose").endswith(" More.")
    assert len(desk.screen.findChildren(ExportDialog)) == 1


def test_all_of_it_is_there_after_a_restart(
    qapp: QApplication, tmp_path: Path, played: Story
) -> None:
    """Read from the file by another library."""
    with desk_over(qapp, tmp_path, played) as desk:
        dialog = ask(desk)
        dialog.go_on()
        count(dialog, 9, 4, 2, 0, 1)
        reserve(dialog, "Not in fire season.")
        click(dialog.main_button)
        clock, community = desk.clock, desk.community
    assert clock.now() > NOON
    library = open_library(tmp_path / "library.hearth", clock)
    try:
        version, _ = versions_of(library.reader, community)
        known = agreement_of(library.reader, version.id)
        assert known is not None
        assert (version.status, known.counted) == ("agreed", 15)
        assert [one.text for one in known.reservations] == ["Not in fire season."]
    finally:
        library.close()
