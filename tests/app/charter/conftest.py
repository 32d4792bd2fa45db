"""A community with a played launch, and an empty one, for the tests of the charter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from tests.app.community.village import found, new_library
from tests.app.workshop.plans import the_catalogue


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


@pytest.fixture
def scope(community: Community) -> Scope:
    """The community's own changes."""
    return Scope(community.id)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue as shipped."""
    return the_catalogue()
