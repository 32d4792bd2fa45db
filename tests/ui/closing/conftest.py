"""The closing of the sample launch, in the real window, on its own afternoon."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.closing.desk import Desk
from tests.ui.opened import opened
from tests.ui.played import in_montreal, later_clock, lay_library, play_library


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file in which the launch was played."""
    return play_library(tmp_path_factory.mktemp("played"))


montreal = pytest.fixture(autouse=True)(in_montreal)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, played: Path, tmp_path: Path) -> Iterator[Desk]:
    """The closing on screen."""
    lay_library(played, tmp_path)
    with opened(qapp, tmp_path, moment=later_clock()) as house:
        made = Desk(qtbot, house)
        made.show()
        yield made
