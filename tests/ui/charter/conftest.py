"""The sample's charter in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.charter.desk import Desk, Story, desk_over, tell_story


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The sample community after its launch."""
    return tell_story(tmp_path_factory.mktemp("played"), played=True)


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The sample community before it."""
    return tell_story(tmp_path_factory.mktemp("planned"), played=False)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, played: Story) -> Iterator[Desk]:
    """The charter after its launch was played, in English."""
    with desk_over(qapp, tmp_path, played) as opened:
        yield opened


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path, planned: Story) -> Iterator[Desk]:
    """The charter before anything was written, its launch planned."""
    with desk_over(qapp, tmp_path, planned) as opened:
        yield opened
