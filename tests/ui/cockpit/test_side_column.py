"""The side column: the block the room is in, what was caught, and what the wall shows."""

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.rows import Block, Workshop
from app.resources import resources_folder
from app.words_files import load_words
from app.workshop.course import AgendaEntry
from app.workshop.outcomes import catch
from app.workshop.planning import blocks_of
from tests.ui.cockpit.conftest import go_to, in_a_room
from tests.ui.fitting import settle
from tests.ui.opened import Opened
from ui.cockpit.agenda_list import AgendaList
from ui.cockpit.cockpit import Cockpit
from ui.cockpit.latest_outcomes import cut
from ui.look.look import make_look


def test_what_was_caught_stands_in_whole_lines(
    qtbot: QtBot, house: Opened, cockpit: Cockpit, workshop: str
) -> None:
    """However much there is and however low the window: never a line cut in its middle."""
    hearth, side = house.hearth, cockpit.side
    row = hearth.library.reader.row(Workshop, workshop)
    for height in (900, 720, 640):
        hearth.window.resize(1440, height)
        for number in range(3):
            catch(hearth.library, row, "decision", f"We meet every four weeks, {number}, " * 9)
            catch(hearth.library, row, "parked", f"Who owns the drone budget? {number}")
            settle()
            caught = side.caught
            told = [told.text for told, _ in caught.shown]
            asked = caught.height_of(caught.shown, caught.width())
            assert caught.height() == asked
            assert any(text.startswith("Decided") for text in told)
            assert caught.geometry().bottom() < side.preview.geometry().top()
            assert side.agenda.height() > 120
    latest = next(told.text for told, _ in side.caught.shown if told.text.startswith("We meet"))
    assert latest.endswith("…")


def test_a_text_is_cut_only_where_it_must_be() -> None:
    """Short texts stand as they are; long ones end in an ellipsis, and fit."""
    look = make_look("light")
    assert cut(look, "Short", "small", 200, 2) == "Short"
    long = cut(look, "word " * 4000, "small", 200, 2)
    assert long.endswith("…")
    assert 20 < len(long) < 100


def test_the_current_block_is_always_in_sight(
    qtbot: QtBot, house: Opened, cockpit: Cockpit, workshop: str
) -> None:
    """The last block of a long day, in a low window, with much caught."""
    hearth, agenda = house.hearth, cockpit.side.agenda
    hearth.window.resize(1280, 640)
    row = hearth.library.reader.row(Workshop, workshop)
    for form in ("decision", "action", "parked"):
        catch(hearth.library, row, form, "Something to keep in mind")
    for block in (blocks_of(hearth.library.reader, workshop)[at] for at in (-1, 0, 7)):
        cockpit.side.block_asked.emit(block.id)
        settle()
        at = next(row for row, line in enumerate(agenda.lines.lines) if line.state == "now")
        place = agenda.visualRect(agenda.lines.index(at))
        assert place.top() >= 0
        assert place.bottom() <= agenda.viewport().height()


def test_the_current_block_is_in_sight_where_the_column_was_folded(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """F3 in a small window with large letters shows where the room is."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), text=200) as cockpit:
        go_to(cockpit, "who-tends-what")
        settle()
        QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_F3)
        settle()
        agenda = cockpit.side.agenda
        assert agenda.isVisible()
        at = next(row for row, line in enumerate(agenda.lines.lines) if line.state == "now")
        place = agenda.visualRect(agenda.lines.index(at))
        assert place.top() >= 0
        assert place.top() < agenda.viewport().height()


def test_the_small_picture_says_what_it_is(qtbot: QtBot, cockpit: Cockpit) -> None:
    """Without a second screen nothing is on the wall, and nothing says so."""
    assert cockpit.side.state.text() == "no wall; it would show this"


def test_an_expected_time_has_a_line_of_its_own(qtbot: QtBot) -> None:
    """Below the title, however many lines that has: the row is as much taller."""
    look, words = make_look("light"), load_words(resources_folder(), "en")
    agenda = AgendaList(look, words)
    qtbot.addWidget(agenda)
    agenda.resize(232, 400)
    agenda.show()
    block = Block(id="b", workshop="w", session="s", position=1, kind="talk", title="", minutes=20)
    for title in ("Break", "The questions that we carry with us"):
        named = msgspec.structs.replace(block, title=title)
        heights = []
        for at in (600, 877):
            agenda.show_lines([AgendaEntry(named, 600, None, "ahead", at)])
            settle()
            heights.append(agenda.visualRect(agenda.lines.index(0)).height())
        assert heights[1] == heights[0] + look.pitch("small")
