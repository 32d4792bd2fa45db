"""The end of a workshop: loose ends, the next meeting, thanks, closed, copied, opened again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.library import backup
from app.library.backup import backups
from app.library.rows import Gathering, Run
from app.library.trouble import Trouble
from app.workshop.closing import next_meeting
from tests.ui.closing.desk import CONTROL, Desk, refused
from tests.ui.fitting import settle
from ui.closing.meeting_card import MeetingDialog
from ui.cockpit.cockpit import Cockpit
from ui.exporting.export_dialog import ExportDialog
from ui.parts.autosave import REST


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """The same workshop before it was closed, at its closing."""
    QTest.mouseClick(desk.screen.room_button, Qt.MouseButton.LeftButton)
    assert isinstance(desk.window.screen_shown, Cockpit)
    desk.show()
    return desk


def meeting(desk: Desk) -> Gathering | None:
    """What the library holds."""
    return next_meeting(desk.library.reader, desk.workshop)


def ask(desk: Desk) -> MeetingDialog:
    """Ask for the next meeting."""
    QTest.mouseClick(desk.screen.meeting.button, Qt.MouseButton.LeftButton)
    dialog = desk.asked()
    assert isinstance(dialog, MeetingDialog)
    return dialog


def test_it_says_what_is_loose_with_numbers_beside_their_meaning(open_desk: Desk) -> None:
    """And when nothing is."""
    screen = open_desk.screen
    assert screen.state.text() == "3 loose ends before people leave"
    assert screen.loose.text() == "3 parked items"
    open_desk.write(screen.cards["action"].field, "Nobody, never")
    assert screen.state.text() == "5 loose ends before people leave"
    assert screen.loose.text() == (
        "1 action without anyone · 1 action without a date · 3 parked items"
    )
    open_desk.choose(open_desk.lines("action")[-1], "Remove")
    for line in open_desk.lines("parked"):
        open_desk.choose(line, "Mark as settled")
    assert screen.state.text().startswith("No loose ends")
    assert not screen.loose.isVisible()


def test_the_next_meeting_is_said_and_changed(open_desk: Desk) -> None:
    """By keys: the day, the time; one for each workshop."""
    card = open_desk.screen.meeting
    assert card.said.text().startswith("Thursday 12 February 2026, 13:00\nCase clinic")
    before = meeting(open_desk)
    dialog = ask(open_desk)
    day = dialog.form.field_widget("date")
    assert day.hasFocus()
    QTest.keyClicks(day, "20260219")
    QTest.keyClick(day, Qt.Key.Key_Return, CONTROL)
    settle()
    assert card.said.text().startswith("Thursday 19 February 2026, 13:00")
    now = meeting(open_desk)
    assert before is not None
    assert now is not None
    assert (now.id, now.date, now.minutes) == (before.id, "2026-02-19", before.minutes)
    open_desk.undo()
    assert meeting(open_desk) == before
    assert card.said.text().startswith("Thursday 12 February 2026")


def test_without_a_meeting_it_asks_for_one(open_desk: Desk) -> None:
    """Four weeks on, in the same place, unless one says otherwise."""
    known = meeting(open_desk)
    assert known is not None
    with open_desk.library.change("test") as writer:
        writer.remove(known)
    screen = open_desk.screen
    assert screen.meeting.said.text() == "No date yet. Choose one before people leave."
    assert "no next gathering yet" in screen.loose.text()
    dialog = ask(open_desk)
    title = dialog.form.field_widget("title")
    QTest.keyClicks(title, "What we learned")
    QTest.keyClick(title, Qt.Key.Key_Return)
    settle()
    now = meeting(open_desk)
    assert now is not None
    assert (now.date, now.starts, now.title) == ("2026-02-12", 540, "What we learned")
    assert now.place == open_desk.workshop.place
    assert "no next gathering" not in screen.loose.text()


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("date", "20260115", "has to come after"),
        ("place", "x" * 201, "201 characters"),
        ("title", "x" * 201, "201 characters"),
    ],
)
def test_a_meeting_that_cannot_be_stays_to_be_mended(
    open_desk: Desk, key: str, typed: str, said: str
) -> None:
    """The sentence is said where one writes; nothing is lost."""
    before = meeting(open_desk)
    dialog = ask(open_desk)
    field = dialog.form.field_widget(key)
    field.setFocus()
    if key != "date":
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, typed)
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert said in dialog.bar.sentence.text()
    assert meeting(open_desk) == before


def test_once_closed_nothing_is_asked_of_people_who_have_left(open_desk: Desk) -> None:
    """Only said: no date was chosen."""
    known = meeting(open_desk)
    assert known is not None
    with open_desk.library.change("test") as writer:
        writer.remove(known)
    QTest.mouseClick(open_desk.screen.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert open_desk.screen.meeting.said.text() == "No date was chosen."


def test_thanks_are_kept_while_they_are_typed(open_desk: Desk) -> None:
    """By themselves, by leaving the field, by leaving the screen."""
    field = open_desk.screen.thanks.field
    before = open_desk.workshop.thanks
    open_desk.write(field, "To all", enter=False)
    open_desk.qtbot.waitUntil(lambda: open_desk.workshop.thanks == "To all", timeout=REST * 4)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "and to the archives")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    open_desk.qtbot.waitUntil(lambda: open_desk.workshop.thanks == "To all\nand to the archives")
    open_desk.undo()
    assert open_desk.workshop.thanks == before
    assert field.text() == before
    open_desk.write(field, "Half a wor", enter=False)
    open_desk.window.home()
    assert open_desk.workshop.thanks == "Half a wor"


def test_thanks_that_cannot_be_kept_stay_to_be_cut(open_desk: Desk) -> None:
    """Whatever else happens; and nothing is exported or closed without them."""
    field, screen = open_desk.screen.thanks.field, open_desk.screen
    before = open_desk.workshop.thanks
    field.setFocus()
    field.selectAll()
    field.insertPlainText("x" * 9001)
    QTest.mouseClick(screen.summary_button, Qt.MouseButton.LeftButton)
    assert "9001 characters" in open_desk.said()
    assert not screen.findChildren(ExportDialog)
    QTest.keyClick(open_desk.window, Qt.Key.Key_Return, CONTROL)
    assert open_desk.workshop.state == "running"
    open_desk.write(screen.cards["parked"].field, "Something else")
    assert len(field.text()) == 9001
    assert open_desk.workshop.thanks == before


def test_closed_by_its_key_and_a_copy_is_made(open_desk: Desk) -> None:
    """From within a field as well; its last block ends; it says so."""
    field = open_desk.screen.thanks.field
    open_desk.write(field, "Thanks", enter=False)
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    settle()
    assert open_desk.workshop.state == "closed"
    assert open_desk.workshop.thanks == "Thanks"
    assert backups(open_desk.library.path)[0].why == "workshop"
    assert all(run.ended for run in open_desk.library.reader.rows(Run))
    assert open_desk.said() == "The workshop is closed, and everything is backed up."
    assert open_desk.screen.state.text() == "Closed on 15 Jan 2026"
    assert not open_desk.screen.close_button.isVisible()
    open_desk.undo()
    assert open_desk.workshop.state == "running"
    assert open_desk.screen.close_button.isVisible()


def test_closed_by_a_click_the_keyboard_is_on_the_summary(open_desk: Desk) -> None:
    """What is left to do, not a field in which one more letter adds a decision."""
    QTest.mouseClick(open_desk.screen.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert open_desk.workshop.state == "closed"
    assert open_desk.screen.summary_button.hasFocus()


def test_closed_is_closed_when_the_disk_refuses_the_copy(
    open_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That there is none is said, not hidden."""

    def full(source: Path, target: Path) -> None:
        raise Trouble("disk-full", path=str(target))

    monkeypatch.setattr(backup, "copy_library", full)
    QTest.mouseClick(open_desk.screen.close_button, Qt.MouseButton.LeftButton)
    assert open_desk.workshop.state == "closed"
    assert open_desk.said().startswith(
        "The workshop is closed. It could not be backed up. The disk is full"
    )


def test_it_is_not_closed_when_that_cannot_be_kept(open_desk: Desk) -> None:
    """One sentence, no copy, and the button is still there."""
    known = len(backups(open_desk.library.path))
    with refused(open_desk.library, "disk-full"):
        QTest.mouseClick(open_desk.screen.close_button, Qt.MouseButton.LeftButton)
    assert "The disk is full" in open_desk.said()
    assert open_desk.workshop.state == "running"
    assert len(backups(open_desk.library.path)) == known
    QTest.mouseClick(open_desk.screen.close_button, Qt.MouseButton.LeftButton)
    assert open_desk.workshop.state == "closed"


def test_opened_again_it_goes_on_where_it_stood(desk: Desk) -> None:
    """In the room, at the block where it ended."""
    assert desk.screen.room_button.text() == "Reopen the workshop"
    QTest.mouseClick(desk.screen.room_button, Qt.MouseButton.LeftButton)
    settle()
    cockpit = desk.window.screen_shown
    assert isinstance(cockpit, Cockpit)
    assert desk.workshop.state == "running"
    place = cockpit.controller.state().place
    assert place is not None
    assert place.running.block.exercise == "our-word"
    assert place.running.run.ended is None


def test_the_whole_library_goes_to_another_drive(desk: Desk, tmp_path: Path) -> None:
    """Under a name that says when; never over what is there already."""
    drive = tmp_path / "drive"
    drive.mkdir()
    QTest.mouseClick(desk.screen.copy_button, Qt.MouseButton.LeftButton)
    assert desk.house.answers.asked[-1] == "library 2026-01-15.hearth"
    assert list(drive.iterdir()) == []
    desk.house.answers.path = drive / "copy.hearth"
    QTest.mouseClick(desk.screen.copy_button, Qt.MouseButton.LeftButton)
    assert desk.said() == f"A whole copy is in {drive / 'copy.hearth'}."
    before = (drive / "copy.hearth").read_bytes()
    QTest.mouseClick(desk.screen.copy_button, Qt.MouseButton.LeftButton)
    assert "never writes over" in desk.said()
    assert (drive / "copy.hearth").read_bytes() == before
    assert [one.name for one in drive.iterdir()] == ["copy.hearth"]


@pytest.mark.parametrize("where", ["gone/copy.hearth", "file/copy.hearth"])
def test_a_drive_that_is_not_there_meets_a_sentence(desk: Desk, tmp_path: Path, where: str) -> None:
    """Unplugged, or no folder at all."""
    (tmp_path / "file").write_text("")
    desk.house.answers.path = tmp_path / where
    QTest.mouseClick(desk.screen.copy_button, Qt.MouseButton.LeftButton)
    assert "is not there" in desk.said()


@pytest.mark.parametrize("document", ["summary", "charter"])
def test_papers_are_asked_for_with_what_was_just_typed(desk: Desk, document: str) -> None:
    """The dialog opens over the closing."""
    open_field = desk.screen.thanks.field
    desk.write(open_field, "Just now", enter=False)
    button = {"summary": desk.screen.summary_button, "charter": desk.screen.charter_button}
    QTest.mouseClick(button[document], Qt.MouseButton.LeftButton)
    dialog = desk.asked()
    assert isinstance(dialog, ExportDialog)
    assert dialog.request().document == document
    assert desk.workshop.thanks == "Just now"


def test_it_leads_back_to_the_community(desk: Desk) -> None:
    """By the name above the title."""
    QTest.mouseClick(desk.screen.header.crumb, Qt.MouseButton.LeftButton)
    assert desk.window.screen_shown is not None
    assert desk.window.screen_shown.title == "Spatial Data Stewards"
