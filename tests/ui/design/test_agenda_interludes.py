"""Meals and arrivals put into an agenda by one key; what may be left out is said by another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.workshop.interludes import is_optional
from app.workshop.planning import scope_of
from tests.ui.design.desk import Desk
from tests.ui.fitting import settle

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.qt_log_ignore("does not support")
def test_any_interlude_is_put_in_after_the_chosen_block(desk: Desk) -> None:
    """By one key and a menu; one step takes it back."""
    desk.choose("hopes-and-fears")
    before = desk.names()
    QTest.keyClick(desk.screen.list, Qt.Key.Key_I, CONTROL)
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    told = [one.in_language("en").title for one in desk.house.hearth.catalogue.interludes]
    assert [action.text() for action in menu.actions()] == told
    lunch = next(one for one in menu.actions() if one.text() == "Lunch")
    menu.close()
    lunch.trigger()
    settle()
    at = before.index("hopes-and-fears") + 1
    assert desk.names() == [*before[:at], "–", *before[at:]]
    assert desk.shown()[at] == "Lunch"
    desk.library.undo(scope_of(desk.workshop))
    assert desk.names() == before


def test_o_says_that_a_block_may_be_left_out(desk: Desk) -> None:
    """It is said in the list and ticked beside it; once more takes it back."""
    block = desk.choose("who-is-missing")
    QTest.keyClick(desk.screen.list, Qt.Key.Key_O)
    settle()
    row = desk.screen.list.agenda.row_of(block.id)
    shown = desk.screen.list.agenda.block_at(row if row is not None else -1)
    assert shown is not None
    assert "optional" in shown.detail
    assert desk.screen.panel.times.optional.isChecked()
    QTest.keyClick(desk.screen.list, Qt.Key.Key_O)
    settle()
    assert not desk.screen.panel.times.optional.isChecked()
    assert not any(is_optional(one) for one in desk.blocks())
