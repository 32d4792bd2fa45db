"""A library and the catalogue for every test of planning."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from tests.app.community.village import new_library
from tests.app.workshop.plans import the_catalogue


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library, closed at the end."""
    opened = new_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue as shipped."""
    return the_catalogue()
