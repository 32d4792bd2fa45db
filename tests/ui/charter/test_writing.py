"""Writing the charter where it is read: every letter is kept, none is lost."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.rows import Draft
from app.typed_text import LONGEST_TEXT
from tests.ui.charter.desk import CONTROL, SHIFT, Desk, Story, choose, click, desk_over, paste
from ui.parts.buttons import Button
from ui.parts.clauses.list_edit import ListEdit
from ui.search.search_screen import SearchScreen

Key = Qt.Key


def test_nothing_written_says_what_to_do_first(bare: Desk) -> None:
    """One sentence, one filled button; it leads to the purpose, ready to be typed."""
    screen = bare.screen
    assert screen.empty.isVisible()
    assert not bare.body.isVisible()
    shown = [one for one in screen.findChildren(Button) if one.isVisible()]
    assert [one.text() for one in shown if one.property("role") == "primary"] == [
        "Write the purpose"
    ]
    click(screen.empty.button)
    assert bare.body.section == "purpose"
    assert bare.editor().hasFocus()
    bare.keys("We keep the maps honest.")
    bare.rest()
    assert bare.text("purpose") == "We keep the maps honest."
    assert bare.state("purpose") == "✓"
    assert bare.body.page is not None
    assert [one.clause for one in bare.body.page.fields] == bare.clauses("purpose")
    assert not screen.empty.isVisible()


def test_typing_is_kept_after_a_moment(desk: Desk, qtbot: QtBot) -> None:
    """Nobody has to save: what was typed before a power cut is there after it."""
    desk.open("domain")
    before = desk.text("domain")
    desk.write()
    desk.keys(" And charts.")
    assert desk.text("domain") == before
    qtbot.waitUntil(lambda: desk.text("domain") == before + " And charts.", timeout=5000)
    assert desk.editor().toPlainText() == before + " And charts."
    assert desk.state("domain") == "edited"


def test_leaving_a_field_keeps_at_once(desk: Desk, qtbot: QtBot) -> None:
    """Without waiting for the moment; so does going to another section, and another screen."""
    desk.open("domain")
    desk.write()
    desk.keys(" One.")
    desk.leave_field()
    assert desk.text("domain").endswith(" One.")
    desk.write()
    desk.keys(" Two.")
    desk.open("purpose")
    assert desk.text("domain").endswith(" One. Two.")
    desk.write()
    desk.keys(" Three.")
    desk.house.hearth.window.community(desk.community)
    assert desk.text("purpose").endswith(" Three.")


def test_what_is_typed_is_never_put_back(desk: Desk) -> None:
    """The page is drawn anew after each saving; cursor and spaces stay where they were."""
    desk.open("purpose")
    editor = desk.write(end=False)
    desk.keys("Now  ")
    desk.rest()
    assert editor is desk.editor()
    assert editor.textCursor().position() == 5
    desk.keys("and ")
    desk.rest()
    assert desk.text("purpose").startswith("Now  and Together")


def test_search_opens_from_within_a_field(desk: Desk, qtbot: QtBot) -> None:
    """Qt would cut the line there; what was typed is kept on the way."""
    desk.open("purpose")
    desk.write()
    desk.keys(" More.")
    desk.press(Key.Key_K, CONTROL)
    shown = desk.house.hearth.window.screen_shown
    qtbot.waitUntil(
        lambda: isinstance(desk.house.hearth.window.screen_shown, SearchScreen), timeout=5000
    )
    assert shown is not None
    assert desk.text("purpose").endswith(" More.")


def test_undo_in_a_field_is_the_fields(desk: Desk) -> None:
    """Outside it takes back the community's latest change, and says which."""
    desk.open("purpose")
    before = desk.text("purpose")
    editor = desk.write()
    desk.keys(" More.")
    desk.press(Key.Key_Z, CONTROL)
    assert editor.toPlainText() == before
    desk.keys(" Other.")
    desk.rest()
    desk.leave_field()
    desk.press(Key.Key_Z, CONTROL)
    assert desk.text("purpose") == before
    assert desk.editor().toPlainText() == before
    assert desk.notice == "Undone: the clause’s words."
    desk.press(Key.Key_Y, CONTROL)
    assert desk.text("purpose") == before + " Other."


def test_pasted_markup_is_text(desk: Desk) -> None:
    """Nothing is bold, nothing is a link, nothing is lost."""
    desk.open("purpose")
    editor = desk.write()
    data = QMimeData()
    data.setHtml("<b>Bold</b> &amp; <i>brave</i>")
    data.setText("<b>Bold</b> & brave\r\nsecond line")
    QGuiApplication.clipboard().setMimeData(data)
    desk.press(Key.Key_V, CONTROL)
    desk.rest()
    assert desk.text("purpose").endswith("<b>Bold</b> & brave\nsecond line")
    assert "<b>Bold</b> & brave\nsecond line" in editor.toPlainText()


def test_arrows_lead_from_clause_to_clause(desk: Desk) -> None:
    """Down from the last line of one is the first line of the next, and back."""
    desk.open("domain")
    desk.write()
    desk.press(Key.Key_Down)
    assert desk.editor(1).hasFocus()
    assert desk.editor(1).textCursor().position() == 0
    desk.press(Key.Key_Up)
    assert desk.editor(0).hasFocus()


def test_clauses_are_added_moved_and_removed(desk: Desk) -> None:
    """By keys; what was not written is just taken away; undo brings a removed one back."""
    desk.open("purpose")
    first = desk.text("purpose")
    desk.write()
    desk.press(Key.Key_P, CONTROL | SHIFT)
    assert desk.editor(1).hasFocus()
    desk.keys("A second paragraph.")
    desk.rest()
    assert desk.body.page is not None
    assert len(desk.body.page.fields) == 2
    assert [one.text for one in desk.clauses("purpose")] == [first, "A second paragraph."]
    desk.press(Key.Key_Up, CONTROL | SHIFT)
    assert [one.text for one in desk.clauses("purpose")] == ["A second paragraph.", first]
    assert desk.editor(0).hasFocus()
    desk.press(Key.Key_Backspace, CONTROL | SHIFT)
    assert [one.text for one in desk.clauses("purpose")] == [first]
    desk.leave_field()
    desk.press(Key.Key_Z, CONTROL)
    assert [one.text for one in desk.clauses("purpose")] == ["A second paragraph.", first]
    desk.write(0)
    desk.press(Key.Key_L, CONTROL | SHIFT)
    assert isinstance(desk.editor(2), ListEdit)
    desk.press(Key.Key_Backspace)
    assert len(desk.body.page.fields) == 2


def test_the_menu_of_a_clause(desk: Desk) -> None:
    """The same by the mouse, each with its key; a heading of its own."""
    desk.open("purpose")
    desk.write()
    field = desk.field()
    assert field.more.isVisible()
    menu = field.menu()
    assert [one.text().split("\t")[1] for one in menu.actions()] == [
        "Ctrl Shift H",
        "Ctrl Shift M",
        "Ctrl M",
        "Ctrl Shift O",
        "Ctrl Shift Y",
        "Ctrl Shift ↑",
        "Ctrl Shift ↓",
        "Ctrl Shift Backspace",
    ]
    choose(menu, "Add a heading")
    assert field.heading.hasFocus()
    desk.keys("What for")
    desk.press(Key.Key_Return)
    desk.rest()
    assert desk.clauses("purpose")[0].heading == "What for"
    assert field.editing.hasFocus()
    choose(field.menu(), "Remove")
    assert desk.clauses("purpose") == []


def test_too_long_is_said_and_not_lost(desk: Desk) -> None:
    """The charter keeps what it said; the long text waits on the screen, also after a restart."""
    desk.open("purpose")
    before = desk.text("purpose")
    editor = desk.write()
    desk.press(Key.Key_A, CONTROL)
    long = "é" * (LONGEST_TEXT + 1)
    paste(long)
    assert not desk.body.flush()
    assert desk.text("purpose") == before
    assert "9001 characters" in desk.notice
    assert desk.field().trouble.isVisible()
    assert [draft.text for draft in desk.library.reader.rows(Draft)] == [long]
    desk.open("domain")
    desk.open("purpose")
    editor = desk.editor()
    assert editor.toPlainText() == long
    desk.write()
    desk.press(Key.Key_Backspace)
    desk.rest()
    assert desk.text("purpose") == "é" * LONGEST_TEXT
    assert desk.library.reader.rows(Draft) == []
    assert not desk.field().trouble.isVisible()
    assert desk.notice == ""


def test_work_goes_on_when_the_library_is_free_again(
    qapp: QApplication,
    tmp_path: Path,
    played: Story,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """While another program holds it: the sentence, the text in its place; then it is kept."""
    monkeypatch.setattr("ui.parts.autosave.AGAIN", 100)
    with desk_over(qapp, tmp_path, played) as desk:
        desk.open("purpose")
        before = desk.text("purpose")
        desk.write()
        other = sqlite3.connect(desk.library.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        desk.keys(" More.")
        assert not desk.body.flush()
        assert desk.notice.startswith("Another program is using the library")
        assert desk.editor().toPlainText() == before + " More."
        # Going elsewhere would lose it: the page stays, and so does the mark in the list.
        desk.screen.open_section("domain")
        desk.screen.read_version(desk.versions()[0])
        assert desk.body.section == "purpose"
        assert desk.body.sections.list.current_id() == "purpose"
        assert desk.editor().toPlainText() == before + " More."
        other.execute("ROLLBACK")
        other.close()
        qtbot.waitUntil(lambda: desk.text("purpose") == before + " More.", timeout=10_000)
        assert desk.notice == ""


def test_sections_are_added(desk: Desk) -> None:
    """From the catalogue, and of one's own; one's own can be renamed; both ready to be typed."""
    menu = desk.body.sections.menu()
    names = [one.text() for one in menu.actions() if one.text()]
    assert "Recognition" in names
    assert "Purpose" not in names
    choose(menu, "Recognition")
    assert desk.body.section == "recognition"
    assert desk.editor().hasFocus()
    choose(desk.body.sections.menu(), "A section of your own")
    assert desk.body.sections.naming.hasFocus()
    desk.keys("Our tools\n")
    assert desk.body.section == "Our tools"
    desk.keys("One list, kept by all.")
    desk.rest()
    assert desk.text("Our tools") == "One list, kept by all."
    click(desk.body.sections.rename_button)
    desk.press(Key.Key_A, CONTROL)
    desk.keys("What we use\n")
    assert desk.text("What we use") == "One list, kept by all."
    assert desk.clauses("Our tools") == []
    assert desk.body.section == "What we use"


def test_a_section_of_ones_own_stays_ones_own(desk: Desk) -> None:
    """Also by a name that Hearth has too: that is said; and no other one is taken over."""
    choose(desk.body.sections.menu(), "A section of your own")
    desk.keys("Recognition\n")
    assert desk.body.section == "Recognition"
    assert desk.clauses("recognition") == []
    assert "beside the one of that name that Hearth offers" in desk.notice
    desk.keys("We say thank you.")
    desk.rest()
    choose(desk.body.sections.menu(), "A section of your own")
    desk.keys("Resources\n")
    desk.keys("A van.")
    desk.rest()
    assert desk.text("Resources") == "A van."
    click(desk.body.sections.rename_button)
    desk.press(Key.Key_A, CONTROL)
    desk.keys("Recognition\n")
    assert "There is already a section called" in desk.notice
    assert desk.text("Resources") == "A van."
    assert desk.text("Recognition") == "We say thank you."


def test_any_script_is_typed(desk: Desk) -> None:
    """Arabic, Devanagari, emoji: as typed, from right to left where it is so."""
    desk.open("purpose")
    editor = desk.write()
    desk.press(Key.Key_A, CONTROL)
    said = "نعتني بالخرائط हम नक्शे 😀"
    desk.keys(said)
    desk.rest()
    assert desk.text("purpose") == said
    right_to_left = Qt.LayoutDirection.RightToLeft
    assert editor.document().firstBlock().textDirection() == right_to_left


def test_the_focus_goes_around(desk: Desk) -> None:
    """F6: sections, page, sources; the clause that is meant is the one written in last."""
    desk.open("domain")
    desk.write(1)
    desk.press(Key.Key_F6)
    assert QApplication.focusWidget() in desk.body.sources.notes
    desk.press(Key.Key_F6)
    assert QApplication.focusWidget() is desk.body.sections.list
    desk.press(Key.Key_F6)
    assert desk.editor(1).hasFocus()
