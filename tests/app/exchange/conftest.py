"""The sample launch, played once for all tests of the room, and what it left."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.exchange.sample import Sample, SampleMoment
from app.library.library import Library
from app.library.opening import open_library
from app.resources import resources_folder
from tests.app.exchange.whole import exported
from tests.app.library.settings import StillMoment
from tests.played import import_played_sample

MORNING = datetime(2026, 1, 14, 13, 30, tzinfo=UTC)
"""Half past eight in Toronto, on a Wednesday."""


class Played(msgspec.Struct, frozen=True):
    """A library in which the sample was played, closed; the sample; and its community's file."""

    path: Path
    sample: Sample
    data: bytes


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(resources_folder())


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Played:
    """The sample launch, played."""
    path = tmp_path_factory.mktemp("played") / "library.hearth"
    clock = SampleMoment(MORNING)
    library = open_library(path, clock)
    sample = import_played_sample(library, catalogue, resources_folder(), later=clock.go_on)
    data = exported(library, sample.community.id)
    library.close()
    return Played(path, sample, data)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Library]:
    """An empty library to bring things into."""
    library = open_library(tmp_path / "empty.hearth", StillMoment())
    yield library
    library.close()


@pytest.fixture
def library(tmp_path: Path, played: Played) -> Iterator[Library]:
    """A copy of the library in which the sample was played."""
    path = tmp_path / "library.hearth"
    shutil.copyfile(played.path, path)
    opened = open_library(path, StillMoment())
    yield opened
    opened.close()
