"""The sample community with its launch played to the end, over a clock that stands still."""

import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.catalogue.load import load_catalogue
from app.exchange.sample import import_sample
from app.library.opening import open_library
from app.library.rows import Community, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.app.community.village import StandingClock
from tests.played import import_played_sample
from tests.ui.opened import Opened

NOW = datetime(2026, 1, 15, 18, 0, tzinfo=UTC)
"""A Thursday, one in the afternoon in Montréal."""


def later_clock() -> StandingClock:
    """A clock for the same afternoon whose ids come after those of the sample."""
    return StandingClock(NOW, ids_given=1_000_000)


def sample_library(folder: Path) -> Path:
    """The sample, its launch planned, in a new library in ``folder``, closed; gives the file."""
    path = folder / "library.hearth"
    with closing(open_library(path, MachineMoment())) as made:
        import_sample(made, load_catalogue(resources_folder()), resources_folder())
    return path


def play_library(folder: Path) -> Path:
    """Play the sample into a new library in ``folder``; gives the file."""
    path = folder / "library.hearth"
    library = open_library(path, StandingClock(NOW))
    import_played_sample(library, load_catalogue(resources_folder()), resources_folder())
    library.close()
    return path


def lay_library(played: Path, folder: Path) -> None:
    """A copy of a played library, to be opened in ``folder``. It is closed: one file."""
    shutil.copyfile(played, folder / played.name)


def in_montreal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the machine's clock be Montréal's, for a fixture."""
    monkeypatch.setenv("TZ", "America/Montreal")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def the_workshop(house: Opened) -> Workshop:
    """The launch that was played."""
    return house.hearth.library.reader.rows(Workshop)[0]


def the_community(house: Opened) -> Community:
    """The sample community."""
    return house.hearth.library.reader.rows(Community)[0]
