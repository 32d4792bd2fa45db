"""Setting the clock in the room: one key, a length of time in any form, Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.fitting import settle
from ui.cockpit.clock_dialog import ClockDialog
from ui.cockpit.cockpit import Cockpit


def ask(cockpit: Cockpit) -> ClockDialog:
    """Press Ctrl+L in the line; gives the window that asks."""
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle()
    found = cockpit.findChildren(ClockDialog)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("typed", "minutes"), [("12", 12), ("1 h 15", 75), ("", 5)])
def test_the_clock_is_set_by_what_is_typed(cockpit: Cockpit, typed: str, minutes: int) -> None:
    """The number that is offered is typed over; Enter alone takes it."""
    field = ask(cockpit).form.field_widget("minutes")
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    cockpit.show_time()
    gone = minutes * 60 - cockpit.timing.clock.seconds
    assert 0 <= gone < 30, "it runs"
    assert cockpit.window().focusWidget() is cockpit.bottom.line


def test_what_is_no_length_of_time_does_not_set_it(cockpit: Cockpit) -> None:
    """The window stays, and says so; Escape leaves the clock as it was."""
    cockpit.show_time()
    before = cockpit.timing.clock.seconds
    dialog = ask(cockpit)
    field = dialog.form.field_widget("minutes")
    QTest.keyClicks(field, "a while")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert dialog.isVisible()
    assert "could not be read" in field.accessibleDescription()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    cockpit.show_time()
    assert 0 <= before - cockpit.timing.clock.seconds < 30, "it ran on"
