"""A register in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.registers.scribe import Scribe, scribe_at_work


@pytest.fixture
def scribe(qapp: QApplication, tmp_path: Path) -> Iterator[Scribe]:
    """Somebody who keeps registers in English."""
    with scribe_at_work(qapp, tmp_path) as one:
        yield one


@pytest.fixture(params=["en", "fr"])
def either(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Scribe]:
    """Somebody who keeps registers in one language, then in the other."""
    with scribe_at_work(qapp, tmp_path, language=request.param) as one:
        yield one
