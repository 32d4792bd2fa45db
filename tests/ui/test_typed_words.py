"""Words that could not be saved where they were typed are kept aside, and given back there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.entered import LONGEST_LINE
from tests.ui.kinds.room import CONTROL, Room, open_room
from tests.ui.opened import opened

LONG_NOTE = "à" * (LONGEST_LINE + 1)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    """A cockpit over the sample launch."""
    with opened(qapp, tmp_path) as house:
        yield open_room(house)


def texts_in(widget: QWidget) -> list[str]:
    """What stands in the fields of several lines that can be seen."""
    fields: list[QTextEdit | QPlainTextEdit] = [
        *widget.findChildren(QTextEdit),
        *widget.findChildren(QPlainTextEdit),
    ]
    return [field.toPlainText() for field in fields if field.isVisible()]


def shows(room: Room, text: str) -> bool:
    """Whether a text stands in a field of the canvas."""
    return text in texts_in(room.canvas_widget)


def write_over(room: Room, text: str) -> None:
    """Put a text in place of the one that has the focus, as one pastes it."""
    room.press(Qt.Key.Key_A, CONTROL)
    QGuiApplication.clipboard().setText(text)
    room.press(Qt.Key.Key_V, CONTROL)


def test_a_note_too_long_is_there_when_one_comes_back_to_its_block(
    room: Room, qtbot: QtBot
) -> None:
    room.go_to("hopes-and-fears")
    room.say("One person to call")
    room.into_canvas()
    room.press(Qt.Key.Key_F2)
    write_over(room, LONG_NOTE)
    room.go_to("what-we-take-care-of")
    qtbot.waitUntil(lambda: "kept aside" in room.said())
    room.go_to("hopes-and-fears")
    assert shows(room, LONG_NOTE)
    assert "back" in room.said()
    assert room.notes() == ["One person to call"]
