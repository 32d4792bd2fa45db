"""Names are offered and taken in a line however they are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.parts.name_completer import NameCompleter

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("soeur", ["Anne Sœur", "Sœur Émilie"]),
        ("emilie", ["Sœur Émilie"]),
        ("LUK", ["Łukasz"]),
        ("strasse", ["Rue Straße"]),
        ("nobody", []),
    ],
)
def test_what_is_offered(qtbot: QtBot, typed: str, offered: list[str]) -> None:
    """The name as it is written stands in the line when it is taken."""
    line = QLineEdit()
    qtbot.addWidget(line)
    completer = NameCompleter(["Anne Sœur", "Łukasz", "Rue Straße", "Sœur Émilie"], line)
    line.setCompleter(completer)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, typed)
    model = completer.completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == offered
    if offered:
        popup = completer.popup()
        assert popup is not None
        assert popup.isVisible()
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert line.text() == offered[0]
