"""The sample launch in the real window, at whatever exercise a test goes to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kinds.room import HOPES, Room, open_room
from tests.ui.opened import opened


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A cockpit over the sample launch, planned and not begun, in English."""
    with opened(qapp, tmp_path) as house:
        yield open_room(house)


@pytest.fixture
def board(room: Room) -> Room:
    """Hopes and fears, with three hopes typed."""
    room.go_to("hopes-and-fears")
    room.say(*HOPES)
    return room
