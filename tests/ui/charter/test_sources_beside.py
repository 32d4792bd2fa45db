"""The notes a clause came from, beside it: tied and untied, and those nobody took up."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.charter.desk import CONTROL, Desk, click

Key = Qt.Key


def notes(desk: Desk) -> list[str]:
    """The notes shown, from the top."""
    return [one.text() for one in desk.body.sources.notes]


def test_a_clause_shows_where_it_came_from(desk: Desk) -> None:
    """Its notes with their dots, how many, from which day; another clause has others."""
    desk.open("purpose")
    sources = desk.body.sources
    assert sorted(notes(desk)) == sorted(desk.sources("purpose"))
    assert sources.said.text() == "3 notes from 12 November 2025"
    assert sources.notes[0].accessibleDescription() == "6 dots"
    desk.open("domain")
    assert sorted(notes(desk)) == sorted(desk.sources("domain"))
    desk.write(1)
    assert sorted(notes(desk)) == sorted(desk.sources("in-scope"))


def test_a_note_is_untied_and_tied_by_keys(desk: Desk) -> None:
    """Chosen by arrows; the same key does both; undo takes it back."""
    desk.open("rhythm")
    before = desk.sources("rhythm")
    sources = desk.body.sources
    assert not sources.button.isVisible()
    sources.notes[0].setFocus()
    desk.press(Key.Key_Down)
    meant = sources.notes[1]
    assert meant.hasFocus()
    assert sources.button.text() == "Unlink from this clause"
    said = meant.text()
    desk.press(Key.Key_T, CONTROL)
    assert sorted(desk.sources("rhythm")) == sorted(set(before) - {said})
    assert said not in notes(desk)
    desk.press(Key.Key_F9)
    assert sources.others_shown
    assert said in notes(desk)
    next(one for one in sources.notes if one.text() == said).setFocus()
    assert sources.button.text() == "Link to this clause"
    desk.press(Key.Key_Return)
    assert sorted(desk.sources("rhythm")) == sorted(before)
    desk.press(Key.Key_Z, CONTROL)
    assert said not in desk.sources("rhythm")


def test_a_note_is_tied_by_clicks(desk: Desk) -> None:
    """The link turns to the notes not used here; a click chooses, the button ties."""
    desk.open("rhythm")
    before = len(desk.sources("rhythm"))
    sources = desk.body.sources
    assert sources.link.text() == "3 notes of 9 not used yet"
    click(sources.link)
    assert len(sources.notes) == 3
    said = sources.notes[0].text()
    click(sources.notes[0])
    click(sources.button)
    assert said in desk.sources("rhythm")
    assert sources.said.text().startswith("From the work on this section, 2 notes of ")
    click(sources.link)
    assert len(sources.notes) == before + 1
    QTest.mouseDClick(sources.notes[0], Qt.MouseButton.LeftButton)
    assert len(desk.sources("rhythm")) == before


def test_the_clause_being_written_is_the_one_meant(desk: Desk) -> None:
    """Tying keeps what was typed, and the cursor where it was."""
    desk.open("rhythm")
    desk.open("practice")
    desk.write()
    desk.keys(" More.")
    desk.press(Key.Key_F9)
    said = notes(desk)[0]
    desk.body.sources.notes[0].setFocus()
    desk.press(Key.Key_T, CONTROL)
    assert said in desk.sources("practice")
    assert desk.text("practice").endswith(" More.")


def test_a_note_begins_a_clause(desk: Desk) -> None:
    """Where nothing is written yet, its words are the first ones, and it is where they came from.

    In a list they are its first item.
    """
    desk.open("norms")
    desk.write()
    desk.body.act("remove")
    assert desk.clauses("norms") == []
    sources = desk.body.sources
    assert sources.said.text() == "Nothing is written here yet."
    click(sources.link)
    said = sources.notes[0].text()
    sources.notes[0].setFocus()
    assert sources.button.text() == "Begin with these words"
    desk.press(Key.Key_T, CONTROL)
    (clause,) = desk.clauses("norms")
    assert (clause.text, clause.form) == (said, "list")
    assert desk.sources("norms") == [said]
    assert desk.editor().toPlainText() == said
    assert desk.field().clause == clause


def test_sources_of_a_version_are_only_read(desk: Desk) -> None:
    """Those of the section as the version has it; nothing can be tied."""
    desk.screen.read_version(desk.versions()[0])
    desk.open("domain")
    assert len(desk.body.sources.notes) > len(desk.sources("domain"))
    desk.body.sources.notes[0].setFocus()
    desk.press(Key.Key_T, CONTROL)
    assert not desk.body.sources.button.isVisible()
    assert not desk.body.sources.link.isVisible()
    assert len(desk.sources("domain")) == 3
