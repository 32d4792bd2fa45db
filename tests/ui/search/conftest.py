"""The search over the sample launch, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.opened import opened
from tests.ui.played import later_clock, lay_library, play_library
from tests.ui.search.desk import Desk


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file in which the launch was played."""
    return play_library(tmp_path_factory.mktemp("played"))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, played: Path, tmp_path: Path) -> Iterator[Desk]:
    """Home on screen; the search is one key away."""
    lay_library(played, tmp_path)
    with opened(qapp, tmp_path, moment=later_clock()) as house:
        house.hearth.window.home()
        yield Desk(qtbot, house)
