"""What the tests of the pieces stand on."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fitting import settle
from tests.ui.parts.showing import Show


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Windows are kept here: qtbot only knows of them, and Python would drop them."""
    kept: list[QWidget] = []

    def shown(*widgets: QWidget, width: int = 400, height: int = 400) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        settle()
        return window

    return shown
