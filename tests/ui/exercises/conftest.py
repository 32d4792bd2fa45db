"""The window at its exercises."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.exercises.shelf import Reading, reading


@pytest.fixture
def exercises(qapp: QApplication, tmp_path: Path) -> Iterator[Reading]:
    """The exercises, in a library without any workshop."""
    with reading(qapp, tmp_path) as made:
        yield made
