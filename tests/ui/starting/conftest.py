"""A library that was played, on its own afternoon, in a dressed application."""

from pathlib import Path

import pytest

from tests.ui.played import in_montreal, lay_library, play_library

montreal = pytest.fixture(autouse=True)(in_montreal)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file in which the launch was played."""
    return play_library(tmp_path_factory.mktemp("played"))


@pytest.fixture
def library(played: Path, tmp_path: Path) -> Path:
    """A copy of it, closed."""
    lay_library(played, tmp_path)
    return tmp_path / played.name
