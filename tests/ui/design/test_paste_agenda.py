"""Pasting an agenda: Ctrl+V in the list, a look at what was understood, one change."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.design.desk import Desk
from tests.ui.fitting import settle
from ui.design.paste_agenda_dialog import PasteAgendaDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "9:00\tLunch\t45\n9:45\tOpening round\t20\n\tBring pens\t\n10:05\tTalk about maps\t30\n"


def pasted(desk: Desk, text: str) -> PasteAgendaDialog:
    """The dialog that Ctrl+V opens."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    desk.choose("hopes-and-fears")
    QTest.keyClick(desk.screen.list, Qt.Key.Key_V, CONTROL)
    settle()
    (dialog,) = desk.screen.findChildren(PasteAgendaDialog)
    return dialog


def test_it_is_seen_before_anything_is_written(desk: Desk) -> None:
    """Each row with what it becomes, and what is left out; then one change, and one undo."""
    before = desk.blocks()
    dialog = pasted(desk, TEXT)
    assert desk.blocks() == before
    assert [row.taken for row in dialog.rows] == [True, True, False, True]
    assert dialog.told.text().startswith("3 blocks")
    dialog.try_keep()
    settle()
    at = [one.exercise for one in before].index("hopes-and-fears") + 1
    names = desk.shown()
    assert names[at : at + 3] == ["Lunch", "Opening round", "Talk about maps"]
    assert [one.minutes for one in desk.blocks()[at : at + 3]] == [45, 20, 30]
    desk.activate()
    QTest.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)
    settle()
    assert desk.blocks() == before


def test_any_row_may_be_taken_or_left(desk: Desk) -> None:
    """Enter on it; typing in the text does not forget it."""
    dialog = pasted(desk, TEXT)
    lines = dialog.preview.lines
    lines.choose("2")
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_Return)
    settle()
    assert [row.taken for row in dialog.rows] == [True] * 4
    dialog.text.appendPlainText("11:00\tA walk")
    dialog.read()
    assert [row.taken for row in dialog.rows] == [True] * 5


@pytest.mark.parametrize("text", ["", "9:00"])
def test_nothing_to_add_is_said(desk: Desk, text: str) -> None:
    """The button says so, and does nothing."""
    before = desk.blocks()
    dialog = pasted(desk, text)
    assert not dialog.keep_button.isEnabled()
    dialog.try_keep()
    assert dialog.isVisible()
    assert desk.blocks() == before


def test_one_of_two_that_say_the_same_is_left_out(desk: Desk) -> None:
    """The second break alone; also once the text was read again."""
    dialog = pasted(desk, "9:00\tOpening round\t20\n\tBreak\t10\n\tMaps\t30\n\tBreak\t10\n")
    dialog.turn("3")
    assert [row.taken for row in dialog.rows] == [True, True, True, False]
    dialog.read()
    assert [row.taken for row in dialog.rows] == [True, True, True, False]


@pytest.mark.parametrize("text", ["x" * 1_000_000, " " * 9_000 + "Break", "9 h - " * 3_000])
def test_no_line_is_too_long_to_be_looked_at(desk: Desk, text: str) -> None:
    """What is no agenda is shown as it was understood, and leaves the next one alone."""
    dialog = pasted(desk, text)
    assert len(dialog.rows) == 1
    dialog.reject()
    settle()
