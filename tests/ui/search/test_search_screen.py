"""Search: a few letters, accents or not, and one is there; nothing typed breaks it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.community.communities import CommunityFields, archive_community, create_community
from app.community.memberships import leave_together
from app.library.rows import SEARCHED, Membership, Note, Outcome, Person
from app.workshop.closing import reopen_workshop
from app.workshop.outcomes import catch
from tests.app.community.village import TODAY
from tests.ui.fitting import misfits, settle
from tests.ui.opened import opened
from tests.ui.played import later_clock, lay_library, the_community, the_workshop
from tests.ui.search.desk import Desk
from ui.charter.charter_screen import CharterScreen
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.community.community_screen import CommunityScreen
from ui.community.people_screen import PeopleScreen
from ui.home.home_screen import HomeScreen
from ui.search.results import ORDER


def test_one_key_and_a_few_letters(desk: Desk) -> None:
    """The field has the focus; each line says what it is, where, and when."""
    screen = desk.open()
    assert screen.field.hasFocus()
    assert not screen.said.isVisible()
    assert not screen.results.isVisible()
    lines = desk.find("shoreli agree")
    assert [one.name for one in lines] == ["Shorelines that agree"]
    assert desk.screen.said.text() == "1 result"
    assert (
        lines[0].under == "Hopes and fears · Launch of the Spatial Data Stewards · Spatial Data"
        " Stewards"
    )
    assert [cell.text for cell in lines[0].cells.values()] == ["Note", "15 Jan 2026"]
    assert lines[0].whole.startswith("Shorelines that agree. Note. Hopes and fears · ")


def test_whatever_is_searched_leads_somewhere() -> None:
    """A table that rows declare as searched has its lead, and no other has one."""
    assert set(ORDER) == {kind.table for kind in SEARCHED}


@pytest.mark.parametrize("text", ["helene", "HÉLÈNE", "Hélè", "vaillan hel"])
def test_accents_and_case_do_not_matter(desk: Desk, text: str) -> None:
    """Nor the order of the words."""
    people = [one for one in desk.find(text) if one.cells["what"].text == "Person"]
    assert [one.name for one in people] == ["Hélène Vaillancourt"]


@pytest.mark.parametrize(
    "text",
    ['"*(', "NOT", "AND OR NEAR(", "text:x", "-x ^y", "'; DROP TABLE note; --", "🌱", "%_", "{]["],
)
def test_nothing_typed_is_read_as_a_command(desk: Desk, text: str) -> None:
    """It finds, or it finds nothing; and goes on."""
    desk.find(text)
    assert [one.name for one in desk.find("shorelines agree")] == ["Shorelines that agree"]


def test_a_paragraph_pasted_whole_is_looked_for_in_a_moment(desk: Desk) -> None:
    """Two thousand words by their first ones."""
    (note,) = [one for one in desk.library.reader.rows(Note) if one.text == "Shorelines that agree"]
    QGuiApplication.clipboard().setText(f"{note.text} {note.text} " * 1000)
    screen = desk.open()
    QTest.keyClick(screen.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    screen.refresh()
    assert [one.name for one in desk.lines(screen)] == [note.text]


def test_markup_and_control_signs_are_only_text(desk: Desk) -> None:
    """What people typed is shown as they typed it."""
    workshop = the_workshop(desk.house)
    catch(desk.library, workshop, "decision", "<b>zebra</b> & <img src=x>")
    assert desk.find("zebra")[0].name == "<b>zebra</b> & <img src=x>"


def test_nothing_is_said_to_be_nothing(desk: Desk) -> None:
    """And the list is gone."""
    assert desk.find("qqqq") == []
    assert desk.screen.said.text() == "No results."
    assert not desk.screen.results.isVisible()


def test_names_come_first_and_no_table_crowds_out_another(desk: Desk) -> None:
    """With hundreds of notes the person is still found."""
    workshop = the_workshop(desk.house)
    with desk.library.change("test"):
        for number in range(200):
            catch(desk.library, workshop, "parked", f"Linh said so, {number}")
    lines = desk.find("linh")
    assert lines[0].cells["what"].text == "Person"
    assert len(lines) <= 50
    assert "first" in desk.screen.said.text()


def test_the_list_follows_the_library(desk: Desk) -> None:
    """What is caught meanwhile is found; what is struck out is not."""
    assert desk.find("giraffe") == []
    caught = catch(desk.library, the_workshop(desk.house), "action", "Draw a giraffe")
    assert [one.cells["what"].text for one in desk.lines(desk.screen)] == ["Action"]
    with desk.library.change("outcome-remove") as writer:
        writer.remove(caught)
    settle()
    assert desk.lines(desk.screen) == []


# Where it leads


def test_a_note_leads_to_the_closing_of_its_workshop(desk: Desk) -> None:
    """Once it is over; while it runs, into the room."""
    desk.find("shorelines agree")
    desk.press(0)
    assert desk.is_at(ClosingScreen)
    reopen_workshop(desk.library, the_workshop(desk.house))
    desk.find("shorelines agree")
    desk.press(0)
    assert desk.is_at(Cockpit)


@pytest.mark.parametrize("form", ["decision", "action", "parked"])
def test_an_outcome_leads_to_the_closing(desk: Desk, form: str) -> None:
    """Where it is read back; its form is said."""
    outcome = desk.library.reader.rows(Outcome, form=form)[0]
    lines = desk.find(outcome.text)
    at = next(row for row, one in enumerate(lines) if one.name.startswith(outcome.text[:20]))
    said = {"decision": "Decision", "action": "Action", "parked": "Parked"}
    assert lines[at].cells["what"].text == said[form]
    desk.press(at)
    assert desk.is_at(ClosingScreen)


def test_a_clause_leads_to_the_charter(desk: Desk) -> None:
    """With the section it stands in."""
    lines = desk.find("maps data others build trusted")
    assert [one.cells["what"].text for one in lines] == ["Charter"]
    assert lines[0].under == "Purpose · Spatial Data Stewards"
    desk.press(0)
    assert desk.is_at(CharterScreen)


def test_a_community_leads_to_its_page(desk: Desk) -> None:
    """Found by its name or by its sentence."""
    create_community(desk.library, CommunityFields(name="Lichen Watch", sentence="On old bark"))
    lines = desk.find("old bark")
    assert (lines[0].name, lines[0].under) == ("On old bark", "Lichen Watch")
    desk.press(0)
    shown = desk.shown
    assert isinstance(shown, CommunityScreen)
    assert shown.title == "Lichen Watch"


def test_a_community_that_was_put_away_is_found_and_said_to_be(desk: Desk) -> None:
    """What people said there, too."""
    community = the_community(desk.house)
    archive_community(desk.library, community.id, date(2026, 2, 1))
    lines = desk.find("maps data others build trusted")
    assert lines[0].under == "Purpose · Spatial Data Stewards (archived)"
    desk.press(0)
    assert desk.is_at(CharterScreen)


def test_a_person_leads_to_the_people_they_belong_to(desk: Desk) -> None:
    """Where they are now, rather than where they left; to Home when they belong nowhere."""
    library, community = desk.library, the_community(desk.house)
    person = next(one for one in library.reader.rows(Person) if one.name == "Linh Tran")
    other = create_community(library, CommunityFields(name="Lichen Watch"))
    with library.change("test") as writer:
        writer.add(Membership(id="0" * 32, community=other.id, person=person.id))
    leave_together(library, other.id, ["0" * 32], TODAY)
    lines = desk.find("linh tran")
    at = next(row for row, one in enumerate(lines) if one.cells["what"].text == "Person")
    assert lines[at].under == "Spatial Data Stewards · Lichen Watch"
    desk.press(at)
    shown = desk.shown
    assert isinstance(shown, PeopleScreen)
    assert shown.scope().community == community.id
    with library.change("test") as writer:
        writer.add(Person(id="1" * 32, name="Nobody Anywhere", created="2026-01-01T00:00:00.000Z"))
    desk.find("nobody anywhere")
    desk.press(0)
    assert desk.is_at(HomeScreen)


def test_all_by_keys(desk: Desk) -> None:
    """Enter goes to the first; the arrow down into the list, Enter to the one that is meant; and
    back to the search by Alt+Left."""
    screen = desk.open()
    QTest.keyClicks(screen.field, "shorelines agree")
    QTest.keyClick(screen.field, Qt.Key.Key_Return)
    assert desk.is_at(ClosingScreen)
    screen = desk.open()
    QTest.keyClicks(screen.field, "trusted")
    screen.refresh()
    QTest.keyClick(screen.field, Qt.Key.Key_Down)
    assert screen.results.lines.hasFocus()
    QTest.keyClick(screen.results.lines, Qt.Key.Key_Return)
    assert desk.is_at(CharterScreen)


def test_enter_with_nothing_found_stays(desk: Desk) -> None:
    """And says so."""
    screen = desk.open()
    QTest.keyClicks(screen.field, "qqqq")
    QTest.keyClick(screen.field, Qt.Key.Key_Return)
    assert desk.shown is screen
    assert screen.said.isVisible()


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [("en", 100, (1280, 720)), ("fr", 200, (1280, 720)), ("fr", 80, (1440, 900))],
)
def test_nothing_is_cut(
    qtbot: QtBot,
    qapp: QApplication,
    played: Path,
    tmp_path: Path,
    language: str,
    text: int,
    size: tuple[int, int],
) -> None:
    """Empty, nothing found, and as many as are shown."""
    lay_library(played, tmp_path)
    with opened(qapp, tmp_path, language=language, text=text, moment=later_clock()) as house:
        desk = Desk(qtbot, house)
        house.hearth.window.resize(*size)
        house.hearth.window.home()
        for looked_for in ("", "qqqq", "a"):
            desk.find(looked_for)
            assert misfits(house.hearth.window) == []
