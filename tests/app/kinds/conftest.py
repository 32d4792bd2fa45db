"""A launch under way, for the tests of the first floor of kinds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.library.library import Library
from app.library.opening import open_library
from app.resources import resources_folder
from tests.app.kinds.launch import Launch, plan_launch
from tests.app.library.settings import StillMoment


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(resources_folder())


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library, open for writing; closed at the end."""
    opened = open_library(tmp_path / "library.hearth", StillMoment())
    yield opened
    opened.close()


@pytest.fixture
def launch(library: Library, catalogue: Catalogue) -> Launch:
    """A half-day launch in two languages, planned for a community of five people."""
    return plan_launch(library, catalogue)
