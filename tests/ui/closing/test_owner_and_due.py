"""Who does what, by when: completed from the members, kept as said, dated as people write dates."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.library.rows import Person
from tests.ui.closing.desk import Desk, refused
from tests.ui.fitting import settle
from tests.ui.opened import opened
from tests.ui.played import later_clock, lay_library

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")


def edges(desk: Desk, at: int) -> QImage:
    """A picture of an action's owner and date."""
    owned = desk.owned(at)
    settle()
    return owned.grab().toImage()  # also where it is scrolled out of sight


def edged(picture: QImage, colour: str) -> int:
    """How many points of a picture have a colour."""
    found = 0
    for y in range(picture.height()):
        for x in range(picture.width()):
            found += picture.pixelColor(x, y).name() == colour
    return found


def test_owners_and_dates_read_as_print(desk: Desk) -> None:
    """Names and dates as people write them, without an edge, until one writes in them."""
    owned = desk.owned(0)
    assert owned.owner.text() == "Ioana Petrescu"
    assert owned.due.accessibleDescription() == "22 Jan 2026"
    control, ember = "#857a6b", "#a83f23"
    assert edged(edges(desk, 0), control) == 0
    owned.owner.setFocus()
    assert edged(edges(desk, 0), ember) > 200
    owned.due.setFocus()
    assert owned.due.selectedText() == "22 Jan 2026"
    assert owned.due.calendar_button.isVisible()
    desk.screen.room_button.setFocus()
    assert not owned.due.calendar_button.isVisible()
    assert edged(edges(desk, 0), ember) == 0


def test_what_is_still_open_shows_its_edge(desk: Desk) -> None:
    """Nobody named, no date: a place to write in."""
    desk.write(desk.screen.cards["action"].field, "Nobody has it")
    at = len(desk.lines("action")) - 1
    assert desk.owned(at).owner.placeholderText() == "Who"
    desk.screen.room_button.setFocus()
    assert edged(edges(desk, at), "#857a6b") > 400


def test_a_member_is_found_by_a_few_letters(desk: Desk) -> None:
    """Enter takes the only one that is offered; it is the person of that name."""
    owned = desk.owned(0)
    desk.write(owned.owner, "vaill")
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].owner_name == "Hélène Vaillancourt")
    outcome = desk.outcomes("action")[0]
    assert outcome.owner is not None
    assert desk.library.reader.row(Person, outcome.owner).name == "Hélène Vaillancourt"
    owned.owner.clearFocus()
    settle()
    assert owned.owner.text() in ("Hélène Vaillancourt", "helene vaillancourt")


def test_choosing_from_the_list_is_enough(desk: Desk) -> None:
    """No Enter after it."""
    owned = desk.owned(0)
    owned.owner.setFocus()
    owned.owner.setText("Linh Tran")
    owned.owner.completer().activated.emit("Linh Tran")
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].owner_name == "Linh Tran")


def test_somebody_unknown_is_kept_as_said(desk: Desk) -> None:
    """A name without a person; and nobody at all again."""
    owned = desk.owned(0)
    desk.name(owned, "Whoever follows Priya")
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].owner_name == "Whoever follows Priya")
    assert desk.outcomes("action")[0].owner is None
    QTest.keyClick(owned.owner, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(owned.owner, Qt.Key.Key_Delete)
    QTest.keyClick(owned.owner, Qt.Key.Key_Tab)
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].owner_name == "")
    assert "1 action without anyone" in desk.screen.loose.text()
    desk.undo()
    assert owned.owner.text() == "Whoever follows Priya"


def test_of_two_who_bear_the_name_none_is_guessed(desk: Desk) -> None:
    """The name is kept as it was said."""
    fields = MemberFields(person=PersonFields(name="Linh Tran", email="other@example.org"))
    add_member(desk.library, desk.workshop.community, fields)
    desk.show()
    desk.name(desk.owned(0), "Linh Tran")
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].owner_name == "Linh Tran")
    assert desk.outcomes("action")[0].owner is None


def test_a_name_that_is_a_novel_meets_a_sentence(desk: Desk) -> None:
    """And stays where it was typed."""
    owned = desk.owned(0)
    owned.owner.setFocus()
    owned.owner.setText("x" * 201)
    QTest.keyClick(owned.owner, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "201 characters" in desk.said())
    assert desk.outcomes("action")[0].owner_name == "Ioana Petrescu"
    assert owned.owner.text() == "x" * 201


def test_a_date_is_typed_stepped_to_and_taken_off(desk: Desk) -> None:
    """As one writes it, by arrows, by Delete; each undone by one Ctrl+Z."""
    due = desk.owned(0).due

    def kept() -> str | None:
        return desk.outcomes("action")[0].due

    due.setFocus()
    QTest.keyClicks(due, "1 march 2026")
    QTest.keyClick(due, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: kept() == "2026-03-01")
    desk.screen.room_button.setFocus()
    assert due.accessibleDescription() == "1 Mar 2026"
    due.setFocus()
    QTest.keyClick(due, Qt.Key.Key_Delete)
    QTest.keyClick(due, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: kept() is None)
    assert "1 action without a date" in desk.screen.loose.text()
    desk.undo()
    assert kept() == "2026-03-01"
    assert due.value == date(2026, 3, 1)
    desk.undo()
    assert kept() == "2026-01-22"


def test_a_first_date_begins_two_weeks_after_the_workshop(desk: Desk) -> None:
    """An arrow, and it is there."""
    desk.write(desk.screen.cards["action"].field, "Undated")
    due = desk.owned(len(desk.lines("action")) - 1).due
    due.setFocus()
    QTest.keyClick(due, Qt.Key.Key_Up)
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[-1].due == "2026-01-29")


def test_a_day_chosen_in_the_calendar_is_kept(desk: Desk) -> None:
    """By its keys: Alt+Down, three days on, Enter."""
    due = desk.owned(0).due
    due.setFocus()
    QTest.keyClick(due, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert due.calendar is not None
    for _ in range(3):
        QTest.keyClick(due.calendar.grid, Qt.Key.Key_Right)
    QTest.keyClick(due.calendar.grid, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].due == "2026-01-25")


def test_a_date_half_typed_survives_what_happens_elsewhere(desk: Desk) -> None:
    """Another line is kept meanwhile."""
    due = desk.owned(0).due
    due.setFocus()
    QTest.keyClicks(due, "2027")
    desk.screen.refresh()
    assert due.text() == "2027"


def test_a_date_that_cannot_be_read_stays_and_says_so(desk: Desk) -> None:
    """Left or answered with Enter; nothing else is kept, and the screen waits for another."""
    due = desk.owned(0).due
    due.setFocus()
    QTest.keyClicks(due, "after the holidays")
    desk.screen.room_button.setFocus()
    settle()
    assert due.text() == "after the holidays"
    assert "could not be read as a date" in due.accessibleDescription()
    assert not desk.screen.may_leave()
    assert desk.outcomes("action")[0].due == "2026-01-22"
    due.setFocus()
    QTest.keyClicks(due, "in 2 weeks")
    desk.screen.room_button.setFocus()
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].due == "2026-01-29")
    assert desk.screen.may_leave()


def test_leaving_the_screen_keeps_owner_and_date(desk: Desk) -> None:
    """Also when nothing was finished by Enter."""
    owned = desk.owned(0)
    desk.name(owned, "Half a name", enter=False)
    owned.due.setFocus()
    QTest.keyClicks(owned.due, "5/5/2026")
    desk.window.home()
    outcome = desk.outcomes("action")[0]
    assert (outcome.owner_name, outcome.due) == ("Half a name", "2026-05-05")


def test_a_locked_library_says_so_and_keeps_the_name(desk: Desk) -> None:
    """On the screen, to be tried again."""
    owned = desk.owned(0)
    with refused(desk.library, "locked"):
        desk.name(owned, "Wei")
        desk.qtbot.waitUntil(lambda: "Another program" in desk.said())
        assert owned.owner.text() == "Wei"
    QTest.keyClick(owned.owner, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.outcomes("action")[0].owner_name == "Wei")


def test_dates_are_written_in_french_in_french(
    qtbot: QtBot, qapp: QApplication, played: Path, tmp_path: Path
) -> None:
    """The first of a month among them."""
    lay_library(played, tmp_path)
    with opened(qapp, tmp_path, language="fr", moment=later_clock()) as house:
        desk = Desk(qtbot, house)
        desk.show()
        due = desk.owned(0).due
        due.show_day(date(2026, 3, 1))
        assert due.accessibleDescription() == "1er\u00a0mars 2026"
        assert desk.screen.header.sentence.text().startswith("Jeudi 15\u00a0janvier 2026 · ")
