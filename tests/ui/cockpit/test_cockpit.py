"""The cockpit as a facilitator uses it: type, Enter, next; nothing typed is ever lost."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import bidi
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.sample import import_sample
from app.library.journal import Scope
from app.library.rows import Block, Community, Note, Outcome, Run, Standing, Workshop
from app.library.trouble import Trouble
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.ui.cockpit.conftest import go_to
from tests.ui.opened import Opened, opened
from ui.cockpit.capture_line import MOST_LINES
from ui.cockpit.cockpit import Cockpit
from ui.parts.sentences import SentenceBar

CONTROL = Qt.KeyboardModifier.ControlModifier


class SlowMoment(MachineMoment):
    """The machine's clock, moved by hand."""

    def __init__(self) -> None:
        """Not moved yet."""
        self.ahead = timedelta()
        super().__init__()

    def now(self) -> datetime:
        """Now, as far ahead as the test says."""
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        """As far ahead: time has gone by."""
        return super().monotonic() + self.ahead.total_seconds()


def test_enter_keeps_a_note_and_the_focus(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """Type, Enter: the note is in the library, the line empty, the focus where it was."""
    line = cockpit.bottom.line
    QTest.keyClicks(line, "Names stay in the room")
    QTest.keyClick(line, Qt.Key.Key_Return)
    notes = house.hearth.library.reader.rows(Note)
    assert [note.text for note in notes] == ["Names stay in the room"]
    assert line.text() == ""
    assert house.hearth.window.focusWidget() is line
    assert cockpit.top.saved.text() == "saved"
    assert cockpit.bottom.count.text() == "1 note"


def test_tab_changes_the_zone_and_pasted_lines_become_notes(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """Tab goes to the next zone; a pasted list becomes a note a line, without its bullets."""
    go_to(cockpit, "hopes-and-fears")
    line = cockpit.bottom.line
    canvas = cockpit.canvas
    assert canvas is not None
    assert canvas.target() == "hopes"
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert canvas.target() == "fears"
    assert house.hearth.window.focusWidget() is line
    QGuiApplication.clipboard().setText("• One more mailing list\n- Nobody comes\n\n  Silence  \n")
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    notes = house.hearth.library.reader.rows(Note, order="position")
    assert [(note.zone, note.text) for note in notes] == [
        ("fears", "One more mailing list"),
        ("fears", "Nobody comes"),
        ("fears", "Silence"),
    ]


def test_catches_from_anywhere_by_key(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """With words in the line the key catches them; with none it catches what is typed next."""
    line = cockpit.bottom.line
    QTest.keyClicks(line, "We meet every four weeks")
    QTest.keyClick(line, Qt.Key.Key_D, CONTROL)
    QTest.keyClick(line, Qt.Key.Key_T, CONTROL)
    QTest.keyClicks(line, "Book the room")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "The drone budget")
    QTest.keyClick(line, Qt.Key.Key_P, CONTROL)
    found = house.hearth.library.reader.rows(Outcome, order="position")
    assert [(one.form, one.text) for one in found] == [
        ("decision", "We meet every four weeks"),
        ("action", "Book the room"),
        ("parked", "The drone budget"),
    ]
    assert house.hearth.library.reader.count(Note) == 0
    assert line.text() == ""


def test_an_old_name_that_turns_the_direction_turns_nothing_beside_it(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """One that was kept, or came in a file, before such signs were closed."""
    library = house.hearth.library
    (community,) = library.reader.rows(Community)
    with library.change("community-edit", Scope(community.id)) as writer:
        writer.change(community, name="Bridges\u202e")
    cockpit.refresh()
    shown = bidi.get_display(cockpit.top.title.text(), base_dir="L")
    (workshop,) = library.reader.rows(Workshop)
    assert workshop.title in shown


def test_a_pasted_list_is_caught_line_by_line(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """Actions out of a Word document, in one change, without its marks."""
    line = cockpit.bottom.line
    QTest.keyClick(line, Qt.Key.Key_T, CONTROL)
    QGuiApplication.clipboard().setText("•\tBook the hall\no\tAsk Ngozi\n§\tPrint the charter\n")
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    found = house.hearth.library.reader.rows(Outcome, order="position")
    assert [(one.form, one.text) for one in found] == [
        ("action", "Book the hall"),
        ("action", "Ask Ngozi"),
        ("action", "Print the charter"),
    ]
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert house.hearth.library.reader.count(Outcome) == 0


def test_escape_leaves_the_catch(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """Esc goes back to notes."""
    line = cockpit.bottom.line
    QTest.keyClick(line, Qt.Key.Key_D, CONTROL)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QTest.keyClicks(line, "Only a note")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert house.hearth.library.reader.count(Note) == 1
    assert house.hearth.library.reader.count(Outcome) == 0


def test_undo_is_the_fields_while_it_holds_words_and_the_rooms_when_empty(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """Ctrl+Z in an empty line takes the last note back; Ctrl+Shift+Z brings it again."""
    line, reader = cockpit.bottom.line, house.hearth.library.reader
    QTest.keyClicks(line, "First")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "half")
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert reader.count(Note) == 1
    line.take("")
    house.hearth.window.undo()
    assert reader.count(Note) == 0
    house.hearth.window.redo()
    assert reader.count(Note) == 1


def test_any_block_in_any_order_loses_nothing(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """Leave a block, come back: its notes are there, and it is the same run."""
    line, reader = cockpit.bottom.line, house.hearth.library.reader
    go_to(cockpit, "hopes-and-fears")
    QTest.keyClicks(line, "Kept")
    QTest.keyClick(line, Qt.Key.Key_Return)
    go_to(cockpit, "our-word")
    go_to(cockpit, "hopes-and-fears")
    place = cockpit.controller.state().place
    assert place is not None
    assert reader.count(Run, block=place.running.block.id) == 1
    assert [note.text for note in reader.rows(Note, run=place.running.run.id)] == ["Kept"]
    cockpit.cockpit_actions.run_again()
    assert reader.count(Run, block=place.running.block.id) == 2


def notice(house: Opened) -> SentenceBar:
    """The strip above the screen that says one sentence."""
    found = house.hearth.window.findChild(SentenceBar)
    assert found is not None
    return found


def seconds_left(cockpit: Cockpit) -> int:
    """What stands on the clock, in seconds."""
    minutes, seconds = cockpit.timing.clock.text.split(":")
    return int(minutes) * 60 + int(seconds)


def test_steps_and_clock(qtbot: QtBot, cockpit: Cockpit) -> None:
    """PgDn goes on; the clock is the step's; it can be held, and given a minute."""
    line = cockpit.bottom.line
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    place = cockpit.controller.state().place
    assert place is not None
    assert place.step == 1
    minutes = place.running.recipe.steps[1].minutes
    assert abs(seconds_left(cockpit) - minutes * 60) <= 2
    cockpit.cockpit_actions.add_minute()
    assert abs(seconds_left(cockpit) - (minutes + 1) * 60) <= 2
    cockpit.cockpit_actions.toggle_clock()
    assert cockpit.timing.pause.text().startswith("Resume")
    QTest.keyClick(line, Qt.Key.Key_PageUp)
    place = cockpit.controller.state().place
    assert place is not None
    assert place.step == 0


def test_after_a_crash_it_reopens_where_it_was(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """Block, step, clock and the text half typed are all back; the silent time is not counted."""
    moment = SlowMoment()
    with opened(qapp, tmp_path, moment=moment) as first:
        hearth = first.hearth
        workshop = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        hearth.window.cockpit(workshop.id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        go_to(cockpit, "hopes-and-fears")
        QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_PageDown)
        QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Tab)
        QTest.keyClicks(cockpit.bottom.line, "half ty")
        cockpit.capturing.autosave.flush()
        cockpit.controller.record_heartbeat()
        cockpit.show_time()
        left = seconds_left(cockpit)
        standing = hearth.library.reader.row(Standing, workshop.id)
    moment.ahead = timedelta(minutes=40)
    with opened(qapp, tmp_path, moment=moment) as second:
        hearth = second.hearth
        hearth.window.cockpit(workshop.id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        again = hearth.library.reader.row(Standing, workshop.id)
        assert (again.block, again.step, again.zone) == (standing.block, 1, "fears")
        assert cockpit.bottom.line.text() == "half ty"
        assert cockpit.canvas is not None
        assert cockpit.canvas.target() == "fears"
        cockpit.show_time()
        assert abs(seconds_left(cockpit) - left) <= 3


def test_trouble_keeps_what_was_typed(
    qtbot: QtBot, house: Opened, cockpit: Cockpit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: one sentence, the text still in the line, and work goes on afterwards."""
    line, library = cockpit.bottom.line, house.hearth.library

    def full(*asked: object, **named: object) -> object:
        raise Trouble("disk-full", path="library.hearth")

    QTest.keyClicks(line, "Not lost")
    with monkeypatch.context() as patch:
        patch.setattr(library, "change", full)
        patch.setattr(library, "keep", full)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert line.text() == "Not lost"
        assert cockpit.top.saved.text() == "not saved"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    assert [note.text for note in library.reader.rows(Note)] == ["Not lost"]


def test_ten_thousand_characters_meet_a_sentence(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """Too long a note is refused, and stays in the line to be cut."""
    line = cockpit.bottom.line
    line.setText("a" * 10_000)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert len(line.text()) == 10_000
    assert house.hearth.library.reader.count(Note) == 0
    assert notice(house).isVisible()


def test_the_last_step_leads_to_the_closing(
    qtbot: QtBot, house: Opened, cockpit: Cockpit, workshop: str
) -> None:
    """PgDn at the very end reads everything back."""
    last = house.hearth.library.reader.rows(Block, order="position", workshop=workshop)[-1]
    cockpit.side.block_asked.emit(last.id)
    place = cockpit.controller.state().place
    assert place is not None
    for _ in range(len(place.running.recipe.steps)):
        QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_PageDown)
    assert house.hearth.window.screen_shown is not cockpit
    assert house.hearth.library.reader.row(Workshop, workshop).state == "running"


def test_the_foot_says_what_was_counted(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """Names are not notes, and clauses are neither."""
    line = cockpit.bottom.line
    for exercise, text, told in (
        ("hopes-and-fears", "One person to call", "1 note"),
        ("who-tends-what", "Amélie Desrochers", "1 name given"),
        ("what-we-take-care-of", "We look after the craft", "1 clause drafted here"),
    ):
        go_to(cockpit, exercise)
        assert cockpit.bottom.count.text() == ""
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert cockpit.bottom.count.text() == told


def test_what_is_saved_meanwhile_hides_no_news(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """The wall that was unplugged is told until somebody reads it, whatever is typed and kept."""
    window, line = house.hearth.window, cockpit.bottom.line
    window.say("HALL was unplugged", "amber")
    QTest.keyClicks(line, "Names stay in the room")
    QTest.keyClick(line, Qt.Key.Key_Return)
    cockpit.heartbeats.record()
    assert notice(house).sentence.text() == "HALL was unplugged"
    window.say("That is 2001 characters", "ember")
    cockpit.heartbeats.record()
    assert notice(house).sentence.text() == "That is 2001 characters"


def test_the_menu_names_what_would_be_undone(house: Opened, cockpit: Cockpit) -> None:
    """And what would be done again; nothing where there is nothing."""
    reader = house.hearth.library.reader

    def back_in_time() -> list[tuple[str, str]]:
        keys = ("Ctrl+Z", "Ctrl+Shift+Z")
        return [(said, key) for said, key, _ in cockpit.top.offered() if key in keys]

    def choose(wanted: str) -> None:
        next(act for said, _, act in cockpit.top.offered() if said == wanted)()

    before = back_in_time()
    cockpit.bottom.line.setText("Said in haste")
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Return)
    assert back_in_time() == [("Undo: the note", "Ctrl+Z")]
    choose("Undo: the note")
    assert reader.count(Note) == 0
    assert back_in_time() == [*before, ("Redo: the note", "Ctrl+Shift+Z")]
    choose("Redo: the note")
    assert [one.text for one in reader.rows(Note)] == ["Said in haste"]


def test_a_cell_of_two_lines_is_one_note(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """As a spreadsheet copies it; a row is a note with its cells beside one another."""
    line = cockpit.bottom.line
    QGuiApplication.clipboard().setText('"Walk\nin May"\nWait\tall\n')
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    notes = house.hearth.library.reader.rows(Note, order="position")
    assert [note.text for note in notes] == ["Walk in May", "Wait – all"]
    QGuiApplication.clipboard().setText("A note alone\n")
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    assert line.text() == "A note alone"


def test_a_megabyte_of_lines(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """As many notes as are soon kept and shown; the window says that there were more."""
    line = cockpit.bottom.line
    QGuiApplication.clipboard().setText("a note\n" * 150_000)
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    assert len(house.hearth.library.reader.rows(Note)) == MOST_LINES
    assert "the rest was left out" in house.hearth.window.notice.sentence.text()
    assert line.text() == ""
