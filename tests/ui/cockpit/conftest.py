"""A cockpit over the sample launch, in the real window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.sample import import_sample
from app.resources import resources_folder
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, its window open."""
    with opened(qapp, tmp_path) as hearth:
        yield hearth


@pytest.fixture
def workshop(house: Opened) -> str:
    """The id of the sample launch, planned."""
    hearth = house.hearth
    return import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop.id


@pytest.fixture
def cockpit(house: Opened, workshop: str, qtbot: QtBot) -> Cockpit:
    """The cockpit of the sample launch, at its first block."""
    house.hearth.window.cockpit(workshop)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    with qtbot.waitExposed(house.hearth.window):
        pass
    screen.bottom.line.setFocus()
    return screen


@contextmanager
def in_a_room(
    qtbot: QtBot,
    qapp: QApplication,
    folder: Path,
    size: tuple[int, int],
    *,
    language: str = "en",
    text: int = 100,
) -> Iterator[Cockpit]:
    """The cockpit of the sample launch in a window of some size, its text at some per cent."""
    with opened(qapp, folder, language=language, text=text) as house:
        hearth = house.hearth
        planned = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        hearth.window.resize(*size)
        hearth.window.cockpit(planned.id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        with qtbot.waitExposed(hearth.window):
            pass
        settle()
        yield cockpit


def go_to(cockpit: Cockpit, exercise: str) -> None:
    """Enter the block of an exercise from the agenda."""
    line = next(
        line for line in cockpit.controller.state().lines if line.block.exercise == exercise
    )
    cockpit.side.block_asked.emit(line.block.id)
