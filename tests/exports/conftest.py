"""A library to export from: the sample as it was played, or one that is made for the test."""

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
from app.words import LANGUAGES, Words
from app.words_files import load_words
from tests.app.library.settings import StillMoment
from tests.exports.making import House
from tests.played import import_played_sample

MORNING = datetime(2026, 1, 14, 13, tzinfo=UTC)
"""Eight o'clock in Toronto, on a Wednesday."""


class Played(msgspec.Struct, frozen=True):
    """A library in which the sample was played, closed, and the sample."""

    path: Path
    sample: Sample


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(resources_folder())


@pytest.fixture(scope="session")
def speech() -> dict[str, Words]:
    """The words of each language."""
    return {language: load_words(resources_folder(), language) for language in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest, speech: dict[str, Words]) -> Words:
    """The words of one language; a test that takes them runs in each."""
    return speech[request.param]


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Played:
    """The sample launch, played once for all."""
    path = tmp_path_factory.mktemp("played") / "library.hearth"
    clock = SampleMoment(MORNING)
    library = open_library(path, clock)
    sample = import_played_sample(library, catalogue, resources_folder(), later=clock.go_on)
    library.close()
    return Played(path, sample)


@pytest.fixture(scope="session")
def sample(played: Played, catalogue: Catalogue) -> Iterator[House]:
    """The community of the sample, for all who only read it: its library takes no change."""
    library = open_library(played.path, StillMoment(), read_only=True)
    yield House(library, catalogue, played.sample.community, played.sample.workshop)
    library.close()


@pytest.fixture
def sample_to_change(tmp_path: Path, played: Played, catalogue: Catalogue) -> Iterator[House]:
    """The community of the sample, in a copy of its library."""
    path = tmp_path / "sample.hearth"
    shutil.copyfile(played.path, path)
    library = open_library(path, StillMoment())
    yield House(library, catalogue, played.sample.community, played.sample.workshop)
    library.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    opened = open_library(tmp_path / "library.hearth", StillMoment())
    yield opened
    opened.close()


@pytest.fixture
def house(library: Library, catalogue: Catalogue) -> House:
    """A small community with an empty workshop."""
    return House.founded(library, catalogue)
