"""Enter presses what has the focus, and the filled button from a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from ui.parts.buttons import Button, IconButton
from ui.parts.pill import PillButton
from ui.parts.push_button import PushButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.mark.parametrize("key", ENTER)
def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, qapp: QApplication, key: Qt.Key
) -> None:
    """In a dialog with a filled one, too; from a field it presses the filled one."""
    look = dress(qapp)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field, filled = QLineEdit(), Button(look, "Save", "primary")
    filled.setDefault(True)
    others: tuple[PushButton, ...] = (
        Button(look, "Close"),
        IconButton(look, "close", "Away"),
        PillButton(look, "All"),
    )
    pressed: list[str] = []
    column = QVBoxLayout(dialog)
    for widget in (field, filled, *others):
        column.addWidget(widget)
    for button in (filled, *others):
        button.clicked.connect(lambda _=False, one=button: pressed.append(one.accessibleName()))
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for button in others:
        button.setFocus()
        QTest.keyClick(button, key)
    assert pressed == [button.accessibleName() for button in others]
    field.setFocus()
    QTest.keyClick(field, key)
    assert pressed[-1] == "Save"
    assert len(pressed) == 4
