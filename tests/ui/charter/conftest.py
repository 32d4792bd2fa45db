"""The sample's charter in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.charter.desk import Desk, desk_over


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The charter after its launch was played, in English."""
    with desk_over(qapp, tmp_path) as opened:
        yield opened


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The charter before anything was written, its launch planned."""
    with desk_over(qapp, tmp_path, played=False) as opened:
        yield opened
