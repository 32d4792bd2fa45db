"""An empty library for each test, with a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library.library import Library
from app.library.rows import Community
from tests.app.community.village import found, new_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library, closed at the end."""
    opened = new_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def community(library: Library) -> Community:
    """A community in it."""
    return found(library)
