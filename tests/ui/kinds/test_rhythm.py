"""A rhythm in the room: lines kept, made to recur by keys, dates left out; and the wall."""

from datetime import date
from itertools import islice
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.community.rhythm_events import dates_of, left_out_of
from app.kinds.rhythm.kind import events_in
from app.library.rows import RhythmEvent
from app.workshop.ground_shapes import lines_taken
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, type_text
from ui.kinds.rhythm.event_list import EventList
from ui.parts.recurrence.dates_dialog import DatesDialog
from ui.parts.recurrence.event_dialog import EventDialog

D = TypeVar("D", bound=QDialog)
FIRST = "First Tuesday of the month, 12:00, 60 minutes"


@pytest.fixture
def rhythm(room: Room) -> Room:
    """The block in which a rhythm is chosen."""
    room.go_to("how-often-we-meet")
    return room


def events(room: Room) -> list[RhythmEvent]:
    """What recurs in the run."""
    return events_in(room.library.reader, room.running.run.id)


def say_strongly(room: Room, line: str) -> None:
    """Type a line, with Ctrl+Enter."""
    bottom = room.cockpit.bottom.line
    bottom.setFocus()
    type_text(bottom, line)
    QTest.keyClick(bottom, Qt.Key.Key_Return, CONTROL)
    settle()


def dialog(room: Room, form: type[D]) -> D:
    """The one window of a class that is open."""
    found = [one for one in room.house.hearth.window.findChildren(form) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def keep(room: Room, form: QDialog) -> None:
    """Ctrl+Enter in a window: it closes."""
    QTest.keyClick(form, Qt.Key.Key_Return, CONTROL)
    settle()
    if form not in room.house.hearth.window.findChildren(QDialog) or not form.isVisible():
        # Off the screen a window that was closed does not give the keys back to the one below.
        room.house.hearth.window.activateWindow()
        settle()


def make(room: Room, line: str) -> RhythmEvent:
    """Type a line and make it recur, as it is proposed."""
    say_strongly(room, line)
    keep(room, dialog(room, EventDialog))
    return events(room)[-1]


def test_enter_keeps_a_note_as_on_any_board(rhythm: Room) -> None:
    rhythm.say("Every four weeks", "A channel")
    assert rhythm.notes("gatherings") == ["Every four weeks", "A channel"]
    assert events(rhythm) == []
    assert rhythm.picture().columns[0].notes[0].text == "Every four weeks"


def test_a_line_is_kept_and_recurs_as_it_says(rhythm: Room) -> None:
    event = make(rhythm, FIRST)
    assert rhythm.notes() == [FIRST]
    assert (event.rule, event.starts, event.minutes) == ("FREQ=MONTHLY;BYDAY=1TU", 720, 60)
    assert (event.circle, event.audience) == ("gatherings", "community")
    assert event.note is not None
    (line,) = rhythm.child(EventList).lines.lines
    assert "First Tuesday of the month, 12:00, 60\N{NO-BREAK SPACE}min" in line.state
    assert rhythm.words("rhythm.next", days="") in line.state


def test_a_chosen_note_is_made_to_recur_by_keys_alone(rhythm: Room) -> None:
    rhythm.say("Lunch each quarter")
    rhythm.into_canvas()
    rhythm.press(Qt.Key.Key_Return, CONTROL)
    form = dialog(rhythm, EventDialog)
    assert form.form.text("how") == "quarter"
    assert "each quarter" in form.dates_said.text().lower()
    keep(rhythm, form)
    assert events(rhythm)[0].rule.startswith("FREQ=MONTHLY;INTERVAL=3")


def test_the_dates_follow_what_is_chosen(rhythm: Room) -> None:
    say_strongly(rhythm, "Something")
    form = dialog(rhythm, EventDialog)
    assert form.form.text("how") == "once"
    form.fill({"how": "own", "rule": "FREQ=SECONDLY"})
    form.touch("rule")
    assert "FREQ=SECONDLY" in form.dates_said.text()
    keep(rhythm, form)
    assert form.isVisible()
    assert events(rhythm) == []
    form.fill({"rule": "FREQ=WEEKLY;INTERVAL=6"})
    form.touch("rule")
    keep(rhythm, form)
    assert events(rhythm)[0].rule == "FREQ=WEEKLY;INTERVAL=6"


def test_what_recurs_is_changed_and_taken_out_from_its_list(rhythm: Room) -> None:
    event = make(rhythm, FIRST)
    listed = rhythm.child(EventList)
    listed.setFocus()
    rhythm.press(Qt.Key.Key_Return)
    form = dialog(rhythm, EventDialog)
    form.fill({"starts": 780})
    form.touch("starts")
    keep(rhythm, form)
    assert events(rhythm)[0].starts == 780
    rhythm.cockpit.bottom.line.setFocus()
    rhythm.press(Qt.Key.Key_Z, CONTROL)
    assert events(rhythm) == [event]
    listed.setFocus()
    rhythm.press(Qt.Key.Key_Delete)
    assert events(rhythm) == []
    assert rhythm.notes() == [FIRST]
    rhythm.cockpit.bottom.line.setFocus()
    rhythm.press(Qt.Key.Key_Z, CONTROL)
    assert events(rhythm) == [event]


def test_a_date_is_left_out_and_another_moved(rhythm: Room) -> None:
    event = make(rhythm, FIRST)
    first, second = islice(dates_of(event, date.fromisoformat(event.date)), 2)
    listed = rhythm.child(EventList)
    listed.setFocus()
    rhythm.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    keep(rhythm, dialog(rhythm, DatesDialog))
    assert left_out_of(events(rhythm)[0]) == {first}
    listed.setFocus()
    rhythm.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    form = dialog(rhythm, DatesDialog)
    form.fill({"act": "move", "to": second.replace(day=20)})
    form.touch("act")
    keep(rhythm, form)
    whole, once = events(rhythm)
    assert left_out_of(whole) == {first, second}
    assert (once.rule, once.date, once.title) == ("", second.replace(day=20).isoformat(), FIRST)
    rhythm.cockpit.bottom.line.setFocus()
    rhythm.press(Qt.Key.Key_Z, CONTROL)
    assert left_out_of(events(rhythm)[0]) == {first}
    assert len(events(rhythm)) == 1


def test_the_wall_has_rows_with_dates_and_keeps_what_was_only_said(rhythm: Room) -> None:
    make(rhythm, FIRST)
    rhythm.say("Rather skip one than meet with five")
    picture = rhythm.picture()
    assert picture.pages is not None
    (page,) = picture.pages(1728, 700, 44, lines_taken)
    drawn = str(page.shapes)
    assert "First Tuesday" in drawn
    assert "Rather skip one" in drawn
    assert picture.small == (rhythm.words("rhythm.events-n", n=1),)


def test_the_keyboard_is_back_in_the_line_after_a_window(rhythm: Room) -> None:
    make(rhythm, FIRST)
    assert QApplication.focusWidget() is rhythm.cockpit.bottom.line
