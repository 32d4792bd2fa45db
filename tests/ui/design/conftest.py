"""A launch of a morning on the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.design.desk import Desk, at_desk


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A launch, from 8:00 to 12:30."""
    with at_desk(qapp, tmp_path) as made:
        yield made


@pytest.fixture
def empty(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A launch without any block."""
    with at_desk(qapp, tmp_path, agenda=None) as made:
        yield made
