"""A library of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library.library import Library
from app.library.opening import open_library
from tests.app.library.settings import StillMoment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's library lies."""
    return tmp_path / "library.hearth"


@pytest.fixture
def moment() -> StillMoment:
    """The time in the test."""
    return StillMoment()


@pytest.fixture
def library(path: Path, moment: StillMoment) -> Iterator[Library]:
    """An empty library, open for writing; closed at the end."""
    opened = open_library(path, moment)
    yield opened
    opened.close()
