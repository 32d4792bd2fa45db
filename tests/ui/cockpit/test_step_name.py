"""Where the room is stands whole in the cockpit, however large the text is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.cockpit.conftest import in_a_room
from tests.ui.fitting import settle
from ui.cockpit.cockpit import Cockpit


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_the_name_of_every_step_is_whole(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, text: int
) -> None:
    """Once, beside the clock, above the words or below them, from its first letter to its last."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), language=language, text=text) as cockpit:
        for line in cockpit.controller.state().lines:
            cockpit.side.block_asked.emit(line.block.id)
            settle()
            assert names(cockpit) == [True], line.block.title


def names(cockpit: Cockpit) -> list[bool]:
    """Of each place where the step's name is shown, whether it is whole."""
    named = cockpit.step_view.eyebrow.text()
    assert named
    view = cockpit.step_view
    labels = (cockpit.timing.step, view.eyebrow, view.line)
    return [
        label.width() >= label.sizeHint().width()
        or 0 < label.heightForWidth(label.width()) <= label.height()
        for label in labels
        if label.isVisible() and label.text() == named
    ]
