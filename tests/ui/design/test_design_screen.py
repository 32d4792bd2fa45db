"""The design screen: what it says of a workshop, what changes beside the agenda, where it leads."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.catalogue.load import load_catalogue
from app.catalogue.proposing import Asked, propose
from app.library.journal import Scope
from app.library.rows import Block, Workshop
from app.library.trouble import Trouble
from app.workshop import planning
from app.workshop.agenda import Spot
from app.workshop.agenda_order import sessions_of
from app.workshop.closing import close_workshop
from app.workshop.planning import add_exercise, add_own, add_session, languages_of, scope_of
from app.workshop.starting import hold_today
from tests.app.workshop.made_agendas import a_morning, with_agendas
from tests.ui.design.desk import Desk, at_desk
from tests.ui.fitting import settle
from ui.cockpit.cockpit import Cockpit
from ui.design.agenda_dialogs import WorkshopDialog
from ui.exporting.export_dialog import ExportDialog
from ui.parts.labels import WrapLabel
from ui.parts.sentences import SentenceBar
from ui.parts.typed_fields import TypedLine

CONTROL = Qt.KeyboardModifier.ControlModifier
NB = "\N{NO-BREAK SPACE}"


def test_it_says_when_where_for_whom_and_whether_it_fits(desk: Desk) -> None:
    """Crumb, title with its day, hours, place, people, language; the sum and the fit."""
    screen = desk.screen
    assert screen.header.crumb.text() == "Bridge Inspection Practice /"
    assert screen.title == screen.header.title.text() == "Launch workshop · 15 January 2026"
    assert screen.header.sentence.text() == (
        "8:00 – 12:30 · Room B-204 · 18 people expected · in English"
    )
    assert screen.sum.text() == f"4{NB}h{NB}30 available · 4{NB}h planned · 25{NB}min of break"
    assert screen.fit.text() == f"fits, 30{NB}min to spare"
    assert screen.scope() == Scope(desk.community.id, desk.workshop.id)


def test_the_fit_follows_every_change(desk: Desk) -> None:
    """Nothing to spare, then too long: in words, not only in colour."""
    screen = desk.screen
    add_own(desk.library, desk.workshop, "Lunch", 30)
    assert screen.fit.text() == "fits, with nothing to spare"
    last = desk.blocks()[-1]
    assert screen.agenda_actions.set_minutes(last.id, 42)
    assert screen.fit.text() == f"12{NB}min too long"
    assert f"4{NB}h{NB}42 planned" in screen.sum.text()


def test_french_reads_as_french(qapp: QApplication, tmp_path: Path) -> None:
    """Hours, date and sums; both languages of the room, the leading one first."""
    with at_desk(qapp, tmp_path, language="fr", languages=("fr", "en")) as desk:
        assert desk.screen.header.title.text() == f"Launch workshop · 15{NB}janvier 2026"
        assert desk.screen.header.sentence.text() == (
            f"8{NB}h – 12{NB}h{NB}30 · Room B-204 · 18 personnes attendues"
            " · en français et en anglais"
        )
        assert desk.shown()[2:5] == ["Espoirs et craintes", "Pause", "Un cas sur la table"]


def test_an_empty_agenda_says_what_to_do_first(empty: Desk) -> None:
    """One filled button; it puts the launch that fits best there, and undo takes it away whole."""
    screen = empty.screen
    asked = Asked(purpose="launch", minutes=270, people=18)
    best = propose(empty.house.hearth.catalogue, asked)[0].agenda
    assert screen.middle.empty.isVisible()
    assert not screen.start_button.isVisible()
    assert screen.middle.empty.button.text() == f"Begin from: {best.in_language('en').name}"
    assert screen.sum.text() == f"4{NB}h{NB}30 available · nothing planned yet"
    QTest.mouseClick(screen.middle.empty.button, Qt.MouseButton.LeftButton)
    settle()
    assert len(empty.blocks()) == len(best.blocks)
    assert not screen.middle.empty.isVisible()
    assert screen.list.current == empty.blocks()[0].id
    QTest.keyClick(empty.window, Qt.Key.Key_Z, CONTROL)
    settle()
    assert empty.blocks() == []
    assert screen.middle.empty.isVisible()


def test_without_an_agenda_for_its_purpose_one_is_led_to_the_exercises(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button puts the cursor into the search."""
    monkeypatch.setattr(
        "ui.application.load_catalogue", lambda resources: with_agendas(load_catalogue(resources))
    )
    with at_desk(qapp, tmp_path, agenda=None) as desk:
        button = desk.screen.middle.empty.button
        assert button.text() == "Find a first exercise"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert desk.screen.shelf.filters.field.hasFocus()


def test_start_enters_the_room(desk: Desk) -> None:
    """On its day; and back at the agenda of a running workshop one goes on with it."""
    hold_today(desk.library, desk.workshop)
    QTest.mouseClick(desk.screen.start_button, Qt.MouseButton.LeftButton)
    settle()
    window = desk.house.hearth.window
    assert type(window.screen_shown) is Cockpit
    window.design(desk.workshop.id)
    settle()
    assert desk.now().start_button.text() == "Go on with the workshop"


def test_the_run_sheet_is_exported(qapp: QApplication, tmp_path: Path) -> None:
    """The button asks how to export it, under the name of this workshop."""
    with at_desk(qapp, tmp_path) as desk:
        QTest.mouseClick(desk.screen.sheet_button, Qt.MouseButton.LeftButton)
        settle()
        asked = desk.screen.findChild(ExportDialog)
        assert asked is not None
        assert asked.isVisible()
        assert asked.windowTitle() == "Export the run sheet"
        asked.reject()


def test_what_was_said_of_the_workshop_is_edited_in_one_change(desk: Desk) -> None:
    """Title, time, languages; Ctrl+Z takes all of it back."""
    QTest.mouseClick(desk.screen.edit_button, Qt.MouseButton.LeftButton)
    ask = desk.screen.findChild(WorkshopDialog)
    assert ask is not None
    ask.form.set_values({"title": " "})
    ask.try_keep()
    assert ask.isVisible()
    ask.form.set_values({"title": "Our start", "starts": 540, "languages": "fr,en"})
    ask.try_keep()
    settle()
    row = desk.library.reader.row(Workshop, desk.workshop.id)
    assert (row.title, languages_of(row)) == ("Our start", ("fr", "en"))
    assert desk.screen.header.title.text() == "Our start · 15 January 2026"
    # The window is English and the workshop speaks it too: the words on paper are French first.
    assert desk.shown()[2] == "Hopes and fears"
    blocks = desk.library.reader.rows(Block, order="position", workshop=desk.workshop.id)
    assert blocks[2].title == "Espoirs et craintes"
    desk.activate()
    QTest.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)
    settle()
    assert desk.library.reader.row(Workshop, desk.workshop.id) == desk.workshop
    assert desk.shown()[2] == "Hopes and fears"


def test_editing_leaves_each_session_where_it_is_held(desk: Desk) -> None:
    """The first too, where it has a place of its own; the title is all that changes."""
    add_session(desk.library, desk.workshop, "2026-01-16", 540, 60, "Annex")
    (first, _) = sessions_of(desk.library.reader, desk.workshop.id)
    with desk.library.change("test", scope_of(desk.workshop)) as writer:
        writer.change(first, place="The yard")
    settle()
    QTest.mouseClick(desk.screen.edit_button, Qt.MouseButton.LeftButton)
    ask = desk.screen.findChild(WorkshopDialog)
    assert ask is not None
    ask.form.set_values({"title": "Our start"})
    ask.try_keep()
    settle()
    found = sessions_of(desk.library.reader, desk.workshop.id)
    assert [one.place for one in found] == ["The yard", "Annex"]


def test_trouble_keeps_what_was_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A title that is far too long: a sentence, and the window stays as it is."""
    desk.screen.ask_edit()
    ask = desk.screen.findChild(WorkshopDialog)
    assert ask is not None
    ask.form.set_values({"title": "x" * 3000})
    ask.try_keep()
    assert ask.isVisible()
    assert "3000 characters" in ask.bar.sentence.text()
    ask.reject()

    def full(*_anything: object) -> None:
        raise Trouble("disk-full", path="/somewhere")

    monkeypatch.setattr(planning, "set_minutes", full)
    block = desk.choose("hopes-and-fears")
    minutes = desk.screen.panel.times.minutes
    give(minutes, "40")
    assert minutes.value == 40
    assert desk.block(block).minutes == 30
    assert desk.said().startswith("The disk is full")


def test_the_chosen_block_is_read_beside_the_agenda(desk: Desk) -> None:
    """Its time, what it is for, its recipe; a break has only its minutes."""
    panel = desk.screen.panel
    desk.choose("hopes-and-fears")
    assert panel.above.text() == f"8:30 · 30{NB}min"
    assert panel.title.text() == "Hopes and fears"
    assert panel.purpose.text().startswith("Put what people hope for")
    assert panel.reading.isVisible()
    read = [label.text() for label in panel.reading.findChildren(WrapLabel)]
    told = desk.house.hearth.catalogue.exercise("hopes-and-fears").in_language("en")
    assert {told.listen, told.fails} <= set(read)
    order = (panel.purpose, panel.times, panel.reading.steps, panel.commands, panel.reading)
    tops = [part.mapTo(panel, QPoint()).y() for part in order]
    assert tops == sorted(tops), "the steps before the buttons, the rest after them"
    desk.screen.list.choose(desk.blocks()[3].id)
    assert panel.title.text() == "Break"
    assert not panel.reading.isVisible()
    assert not panel.reading.steps.isVisible()
    assert not panel.audience.isVisible()
    assert panel.times.isVisible()


def give(field: TypedLine, text: str) -> None:
    """Type over what stands in a field, and Enter."""
    field.window().activateWindow()
    settle()
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_numbers_are_given_beside_the_agenda_too(desk: Desk) -> None:
    """Minutes, a fixed start, who may read it."""
    block = desk.choose("hopes-and-fears")
    panel = desk.screen.panel
    give(panel.times.minutes, "0:35")
    assert desk.block(block).minutes == 35
    assert panel.above.text() == f"8:30 · 35{NB}min"
    QTest.mouseClick(panel.times.lock, Qt.MouseButton.LeftButton)
    assert desk.block(block).starts == 8 * 60 + 30
    assert panel.times.start.isVisible()
    give(panel.times.start, "850")
    assert desk.block(block).starts == 8 * 60 + 50
    QTest.mouseClick(panel.times.lock, Qt.MouseButton.LeftButton)
    assert desk.block(block).starts is None
    panel.audience.choice.set_value("facilitator")
    panel.audience.choice.activated.emit(0)
    assert desk.block(block).audience == "facilitator"


def test_a_title_is_typed_anew(desk: Desk) -> None:
    """Enter keeps it, Escape leaves it, an empty one is refused and stays to be mended."""
    block = desk.choose("hopes-and-fears")
    panel = desk.screen.panel
    QTest.mouseClick(panel.rename_button, Qt.MouseButton.LeftButton)
    assert panel.title_field.hasFocus()
    panel.title_field.setText("")
    QTest.keyClick(panel.title_field, Qt.Key.Key_Return)
    assert panel.title_field.isVisible()
    QTest.keyClicks(panel.title_field, "What we hope")
    QTest.keyClick(panel.title_field, Qt.Key.Key_Return)
    assert desk.block(block).title == "What we hope"
    assert panel.title.text() == "What we hope"
    assert not panel.title_field.isVisible()
    panel.begin_rename()
    QTest.keyClicks(panel.title_field, "Something else")
    QTest.keyClick(panel.title_field, Qt.Key.Key_Escape)
    assert desk.block(block).title == "What we hope"
    assert panel.title.isVisible()


def test_both_languages_can_be_read(qapp: QApplication, tmp_path: Path) -> None:
    """The window's first where the workshop speaks it; the other by a press."""
    with at_desk(qapp, tmp_path, languages=("fr", "en")) as desk:
        desk.choose("hopes-and-fears")
        panel = desk.screen.panel
        assert panel.purpose.text().startswith("Put what")
        french, english = panel.reading.languages
        assert english.isChecked()
        QTest.mouseClick(french, Qt.MouseButton.LeftButton)
        settle()
        assert panel.purpose.text().startswith("Mettre côte à côte")
        desk.choose("opening-round")
        assert panel.purpose.text().startswith("Let every voice")


def test_a_closed_workshop_is_only_read(desk: Desk) -> None:
    """A sentence, no fields, no keys, no dropping; a way to what came out of it."""
    close_workshop(desk.library, desk.workshop)
    settle()
    screen = desk.screen
    assert screen.closed.isVisible()
    assert "15 January" in screen.closed_said.text()
    for widget in (screen.shelf, screen.edit_button, screen.start_button, screen.middle.adding):
        assert not widget.isVisible()
    assert screen.result_button.isVisible()
    assert not screen.panel.times.isVisible()
    before = desk.names()
    desk.choose("opening-round")
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Plus, Qt.Key.Key_5, Qt.Key.Key_F2, Qt.Key.Key_L):
        QTest.keyClick(screen.list, key)
    QTest.keyClick(screen.list, Qt.Key.Key_Up, CONTROL)
    QTest.keyClick(desk.window, Qt.Key.Key_B, CONTROL)
    screen.ask_own()
    assert desk.names() == before
    assert desk.library.undo_label(screen.scope()) == "workshop-close"


def test_a_workshop_that_is_gone_says_so(desk: Desk) -> None:
    """Its planning undone: one button leads on, and redo brings it back."""
    scope = Scope(desk.community.id)
    desk.library.undo(scope)
    desk.house.hearth.window.design(desk.workshop.id)
    settle()
    screen = desk.now()
    assert screen.gone.isVisible()
    assert not screen.header.isVisible()
    desk.library.redo(scope)
    settle()
    assert screen.header.isVisible()
    assert len(screen.list.agenda.rows) == 13


def test_a_workshop_without_any_session_can_be_mended(empty: Desk) -> None:
    """Nothing is said of its time; editing it gives it some."""
    with empty.library.change("test", empty.screen.scope()) as rows:
        for session in sessions_of(rows, empty.workshop.id):
            rows.remove(session)
    settle()
    assert not empty.screen.strip.isVisible()
    assert not empty.screen.agenda_actions.add_break(None)
    empty.screen.ask_edit()
    ask = empty.screen.findChild(WorkshopDialog)
    assert ask is not None
    ask.try_keep()
    settle()
    assert empty.screen.sum.text() == f"3{NB}h available · nothing planned yet"


def test_several_days_stand_one_after_the_other(desk: Desk) -> None:
    """Each under its date with how it fits; the strip is that of the chosen block's day."""
    session = add_session(desk.library, desk.workshop, "2026-01-16", 540, 60, "Annex")
    added = add_exercise(
        desk.library, desk.house.hearth.catalogue, desk.workshop, "our-word", Spot(session.id)
    )
    settle()
    shown = desk.shown()
    assert shown[0] == f"Thursday 15 January 2026 · 8:00 – 12:30, fits, 30{NB}min to spare"
    assert shown[14] == (
        f"Friday 16 January 2026 · 9:00 – 10:00 · Annex, fits, {60 - added.minutes}{NB}min to spare"
    )
    assert desk.screen.fit.text() == f"fits, 30{NB}min to spare"
    desk.screen.list.choose(added.id)
    assert desk.screen.fit.text() == f"fits, {60 - added.minutes}{NB}min to spare"
    assert desk.screen.sum.text().startswith("Friday 16 January 2026")


def test_the_screen_shows_the_agenda_it_began_from(desk: Desk) -> None:
    """Block by block."""
    assert desk.names() == [block.exercise or "–" for block in a_morning().blocks]


def test_less_time_offers_to_fit_the_agenda_again(desk: Desk) -> None:
    """Nothing by itself; the button does it, in one change."""
    before = desk.blocks()
    desk.screen.ask_edit()
    ask = desk.screen.findChild(WorkshopDialog)
    assert ask is not None
    ask.form.set_values({"minutes": 230})
    ask.try_keep()
    settle()
    assert desk.blocks() == before
    assert "can be fitted" in desk.said()
    bar = desk.window.findChild(SentenceBar)
    assert bar is not None
    desk.activate()
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    settle()
    assert sum(one.minutes for one in desk.blocks()) <= 207
    QTest.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)
    settle()
    assert desk.blocks() == before
