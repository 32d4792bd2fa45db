"""The word "saved" and the sentence of a refusal belong to the text they are said of."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.rows import Draft, Note
from app.library.trouble import Trouble
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit
from ui.parts.autosave import LATEST

TOO_LONG = "a" * 2001


def said(house: Opened) -> str:
    """The sentence above the screen; empty where there is none."""
    bar = house.hearth.window.notice
    return bar.sentence.text() if bar.isVisible() else ""


def refuse_line(house: Opened, cockpit: Cockpit) -> str:
    """Enter a line of one letter too many; gives what is said of it."""
    cockpit.bottom.line.setText(TOO_LONG)
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Return)
    assert "2001" in said(house)
    assert cockpit.top.saved.text() == "not saved"
    return said(house)


def drafts(house: Opened) -> list[str]:
    """What is kept aside."""
    return [draft.text for draft in house.hearth.library.reader.rows(Draft)]


def test_a_refusal_stands_whatever_else_succeeds(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """A draft of the line, a heartbeat, a step further, a minute more, the door: none is it."""
    sentence = refuse_line(house, cockpit)
    QTest.keyClicks(cockpit.bottom.line, "b")
    qtbot.waitUntil(lambda: drafts(house) == [TOO_LONG + "b"], timeout=2 * LATEST)
    for act in (
        cockpit.heartbeats.record,
        cockpit.cockpit_actions.next_step,
        cockpit.cockpit_actions.add_minute,
        cockpit.cockpit_actions.toggle_clock,
        cockpit.show_time,
    ):
        act()
        assert said(house) == sentence
        assert cockpit.top.saved.text() == "not saved"
    assert house.hearth.library.reader.count(Note) == 0


def test_it_goes_with_its_own_text(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """Once that is kept, or let go."""
    line = cockpit.bottom.line
    refuse_line(house, cockpit)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [len(note.text) for note in house.hearth.library.reader.rows(Note)] == [2000]
    assert (said(house), cockpit.top.saved.text()) == ("", "saved")
    refuse_line(house, cockpit)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: said(house) == "", timeout=2 * LATEST)
    assert cockpit.top.saved.text() == "saved"
    assert drafts(house) == []


def test_what_is_said_meanwhile_only_stands_before_it(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """News go, and so does trouble with an act; then the refusal is in sight again."""
    window, sentence = house.hearth.window, refuse_line(house, cockpit)
    window.say("The wall is back.")
    assert said(house) == "The wall is back."
    window.clear()
    assert said(house) == sentence
    window.say("That could not be done.", "ember")
    cockpit.cockpit_actions.add_minute()
    assert said(house) == sentence
    QTest.mouseClick(window.notice.close_button, Qt.MouseButton.LeftButton)
    assert (said(house), cockpit.top.saved.text()) == ("", "not saved")


def test_two_texts_at_once(qtbot: QtBot, house: Opened, cockpit: Cockpit) -> None:
    """The line, and a name at the door: each sentence is its own text's."""
    of_line = refuse_line(house, cockpit)
    cockpit.cockpit_actions.open_door()
    door = cockpit.cockpit_actions.door
    door.name.setText("n" * 201)
    QTest.keyClick(door.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(door.guest, Qt.MouseButton.LeftButton)
    assert "201" in said(house)
    door.name.setText("Nadège Poirier-Lam")
    QTest.mouseClick(door.guest, Qt.MouseButton.LeftButton)
    assert door.name.text() == ""
    assert said(house) == of_line
    assert cockpit.top.saved.text() == "not saved"
    door.accept()
    cockpit.bottom.line.setText("short enough")
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Return)
    assert (said(house), cockpit.top.saved.text()) == ("", "saved")


def test_a_full_disk_is_said_until_the_line_is_kept(
    qtbot: QtBot, house: Opened, cockpit: Cockpit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Room for a heartbeat is not room for the line."""
    line, library = cockpit.bottom.line, house.hearth.library

    def full(*asked: object, **named: object) -> object:
        raise Trouble("disk-full", path="library.hearth")

    QTest.keyClicks(line, "Not lost")
    with monkeypatch.context() as patch:
        patch.setattr(library, "change", full)
        patch.setattr(library, "keep", full)
        QTest.keyClick(line, Qt.Key.Key_Return)
        cockpit.heartbeats.record()
        assert "The disk is full" in said(house)
    cockpit.heartbeats.record()
    cockpit.cockpit_actions.add_minute()
    assert "The disk is full" in said(house)
    assert cockpit.top.saved.text() == "not saved"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (said(house), cockpit.top.saved.text()) == ("", "saved")
