"""The charter in the room: drafted where it stands, tied to what was said, shown on the wall."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause, sources_of, write_clause
from app.workshop.notes import gather, notes_of
from app.workshop.planning import scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.drafted import clauses, field
from tests.ui.kinds.room import CONTROL, Room, click_item, texts_shown
from ui.kinds.charter.draft_page import DraftPage
from ui.kinds.charter.sources_panel import SourcesPanel
from ui.parts.clauses.table_edit import CellEdit
from ui.parts.clauses.wordings_row import WordingsRow
from ui.parts.inline_edit import InlineEdit
from ui.parts.state_list import StateList


@pytest.fixture
def draft(room: Room) -> Room:
    """Two hopes said, then what we take care of."""
    room.go_to("hopes-and-fears")
    room.say("One person to call", "Shorelines that agree")
    room.go_to("what-we-take-care-of")
    return room


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
    assert lines["Purpose"] == "written"
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


def test_what_tab_leads_to_is_called_by_its_name(draft: Room) -> None:
    """A section here, a zone on a board."""
    told = draft.cockpit.bottom.tab_words
    assert told.isVisible()
    assert told.text() == "next section"
    draft.go_to("hopes-and-fears")
    assert told.text() == "next zone"


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


def test_a_cluster_comes_in_by_its_title(draft: Room) -> None:
    """As one clause, a line a note; how many of the exercise's notes are not used is told."""
    draft.go_to("hopes-and-fears")
    draft.say("Calm")
    notes = notes_of(draft.library.reader, draft.running.run.id)
    gather(draft.library, draft.running, notes[:2], "Whom to call")
    draft.go_to("what-we-take-care-of")
    panel = draft.child(SourcesPanel)
    assert texts_shown(panel.view) == [
        "Hopes and fears · 3 notes of 3 not used yet",
        "Calm",
        "Whom to call",
        "One person to call",
        "Shorelines that agree",
    ]
    click_item(panel.view, "Whom to call")
    (clause,) = clauses(draft, "purpose")
    assert clause.text.splitlines() == ["One person to call", "Shorelines that agree"]
    assert clause.heading == "Whom to call"
    assert len(sources_of(draft.library.reader, clause.id)) == 2
    assert "Hopes and fears · 1 note of 3 not used yet" in texts_shown(panel.view)


def test_two_wordings_stand_side_by_side_in_the_room(draft: Room) -> None:
    """Begun by a key; both on the wall, told apart in words; chosen by the button below."""
    draft.say("We learn together.")
    (clause,) = clauses(draft, "purpose")
    draft.press(Qt.Key.Key_O, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    row = draft.child(WordingsRow)
    editing = row.fields[1].editing
    assert isinstance(editing, InlineEdit)
    assert editing.hasFocus()
    editing.insertPlainText(" Every month.")
    row.fields[1].flush()
    settle()
    said = [(text.heading, text.lines) for text in draft.picture().texts]
    assert said[0][0].startswith("Why we exist / ")
    assert "Wording 1 of 2, still to be chosen" in said[0][0]
    assert said[1][0].startswith("Wording 2 of 2, still to be chosen")
    assert said[1][1] == ("We learn together. Every month.",)
    draft.child(WordingsRow).buttons[1].click()
    settle()
    (chosen,) = clauses(draft, "purpose")
    assert (chosen.id, chosen.text) == (clause.id, "We learn together. Every month.")
    assert "Wording" not in draft.picture().texts[0].heading


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
