"""Who came to a gathering, told by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from app.community.gatherings import gatherings_of
from app.library.library import Library
from tests.app.community.village import found, joins
from tests.ui.community.hamlet import asking, page
from ui.community.gathering_dialog import GatheringDialog


def click(button: QAbstractButton) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_who_came_is_named_by_keyboard(qtbot: QtBot, library: Library) -> None:
    """Enter takes a name and stays; a name left in the line is kept too."""
    community = found(library)
    joins(library, community, "Zoé Côté")
    screen, _ = page(qtbot, library, community)
    screen.meet()
    dialog = asking(screen, GatheringDialog)
    held = dialog.form.field_widget("held")
    assert isinstance(held, QAbstractButton)
    held.click()
    line = dialog.form.field_widget("name")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "zoe cote")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert line.text() == ""
    assert dialog.form.number("came") == 1
    QTest.keyClicks(line, "Ada Roy; Bea Roy")
    click(dialog.keep_button)
    (seen,) = gatherings_of(library.reader, community.id)
    assert [one.name for one in seen.people] == ["Ada Roy", "Bea Roy", "Zoé Côté"]
    assert seen.gathering.came == 3
    screen.meet(seen.gathering)
    dialog = asking(screen, GatheringDialog)
    pills = dialog.form.field_widget("people").findChildren(QAbstractButton)
    assert all(one.isChecked() for one in pills)
    pills[0].click()
    click(dialog.keep_button)
    (seen,) = gatherings_of(library.reader, community.id)
    assert len(seen.people) == 2
