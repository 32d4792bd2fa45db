"""A rhythm through the real window: said, made to recur by keys, changed, a date left out, taken
back and done again, closed and opened, printed, and opened by another calendar."""

from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.charter.clauses import cells_of, sources_of
from app.community.rhythm_events import dates_of, left_out_of
from app.kinds.rhythm.kind import events_in
from app.library.journal import Scope
from app.library.rows import RhythmEvent, Workshop
from app.resources import resources_folder
from app.words import LANGUAGES
from exports.export import make_page, write_page
from exports.registry import FORMATS
from exports.request import ExportRequest
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, open_room, type_text
from tests.ui.opened import Opened, opened
from ui.kind_tables import make_reports
from ui.kinds.rhythm.event_list import EventList
from ui.parts.clauses.drafting import Drafting
from ui.parts.clauses.rhythm_table import rhythm_table
from ui.parts.recurrence.dates_dialog import DatesDialog
from ui.parts.recurrence.event_dialog import EventDialog

# Off the screen, sizes are asked for that nothing gives.
pytestmark = pytest.mark.qt_log_ignore("does not support")

LINE = "First Tuesday of the month, 12:00, 60 minutes"
CORE = "Thirty minutes every second week"


def test_from_a_line_to_another_calendar(qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        room.go_to("how-often-we-meet")
        _say_strongly(room, LINE)
        _keep(room, EventDialog)
        room.say("Rather skip one than meet with five")
        room.tab()
        room.tab()
        _say_strongly(room, CORE)
        _keep(room, EventDialog, {"audience": "facilitator"})
        lunch, core = _events(room)
        _change_leave_out_and_take_back(room, lunch)
        kept, workshop, run = _events(room), room.workshop, room.running.run.id
        assert core.audience == "facilitator"
    # Opened again, all of it is there.
    with opened(qapp, tmp_path) as house:
        assert events_in(house.hearth.library.reader, run) == kept
        _print_all(house, workshop)
        data = _written(house, ExportRequest(document="rhythm", subject=workshop.community), "ics")
        (event,) = Calendar.from_ical(data).walk("VEVENT")
        assert str(event["SUMMARY"]) == LINE
        assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;BYDAY=1TU"
        _draft(house, kept[0], workshop)


def _change_leave_out_and_take_back(room: Room, lunch: RhythmEvent) -> None:
    """From the list: an hour later, the first date left out; back to where it was, and forward."""
    listed = room.child(EventList)
    listed.setFocus()
    room.press(Qt.Key.Key_Home)
    room.press(Qt.Key.Key_Return)
    _keep(room, EventDialog, {"starts": 780})
    listed.setFocus()
    room.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    _keep(room, DatesDialog)
    changed = _events(room)
    (first,) = islice(dates_of(lunch, date.fromisoformat(lunch.date)), 1)
    assert changed[0].starts == 780
    assert left_out_of(changed[0]) == {first}
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_Z, CONTROL)
    room.press(Qt.Key.Key_Z, CONTROL)
    assert _events(room)[0] == lunch
    room.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    room.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert _events(room) == changed


def _events(room: Room) -> list[RhythmEvent]:
    return events_in(room.library.reader, room.running.run.id)


def _say_strongly(room: Room, line: str) -> None:
    bottom = room.cockpit.bottom.line
    bottom.setFocus()
    type_text(bottom, line)
    QTest.keyClick(bottom, Qt.Key.Key_Return, CONTROL)
    settle()


def _keep(
    room: Room,
    form: type[EventDialog] | type[DatesDialog],
    values: dict[str, str | int] | None = None,
) -> None:
    """Change what is proposed, and keep it with Ctrl+Enter."""
    window = room.house.hearth.window
    (dialog,) = [one for one in window.findChildren(form) if one.isVisible()]
    dialog.fill(values or {})
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    assert not any(one.isVisible() for one in window.findChildren(QDialog))
    # Off the screen a window that was closed does not give the keys back to the one below.
    window.activateWindow()
    settle()


def _written(house: Opened, request: ExportRequest, form: str, language: str = "en") -> bytes:
    hearth = house.hearth
    asked = ExportRequest(document=request.document, subject=request.subject, format=form)
    words, reports = hearth.speech(language), make_reports(hearth.catalogue)
    with hearth.library.snapshot() as reader:
        page = make_page(asked, reader, hearth.catalogue, reports, words)
    return write_page(page, asked, resources_folder() / "fonts").data


def _print_all(house: Opened, workshop: Workshop) -> None:
    """Summary, rhythm and run sheet with its worksheets, in every format and language."""
    for document, subject in (
        ("summary", workshop.id),
        ("rhythm", workshop.community),
        ("run-sheet", workshop.id),
    ):
        for language in LANGUAGES:
            for form in FORMATS:
                asked = ExportRequest(document=document, subject=subject)
                data = _written(house, asked, form, language)
                if form == "md" and document != "run-sheet":
                    assert LINE in data.decode()
                    assert CORE not in data.decode() or document == "summary"


def _draft(house: Opened, lunch: RhythmEvent, workshop: Workshop) -> None:
    """The charter's rhythm begins with the table of what recurs, tied to its notes."""
    assert lunch.note is not None
    world = house.hearth.window.world
    assert world is not None
    table = rhythm_table(world, "rhythm", lunch.note)
    assert table is not None
    assert table.sources == (lunch.note,)
    cells = table.text.split("\t")
    assert cells[0] == LINE
    assert cells[1] == "First Tuesday of the month"
    assert rhythm_table(world, "purpose", lunch.note) is None
    drafting = Drafting(world, Scope(workshop.community))
    clause = drafting.begin_with("rhythm", "table", LINE, lunch.note)
    assert clause is not None
    assert cells_of(clause)[0][0] == LINE
    assert [note.id for note in sources_of(house.hearth.library.reader, clause.id)] == [lunch.note]
