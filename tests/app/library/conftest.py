"""A library of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library.backup import make_backup
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Note, Outcome
from tests.app.library.household import ID, furnish
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


@pytest.fixture
def full(library: Library, moment: StillMoment) -> Library:
    """A library with a row in every table, edited, undone, and backed up three times."""
    furnish(library)
    workshop = Scope(ID["community"], ID["workshop"])
    make_backup(library.path, moment.now(), "hand")
    moment.pass_by(3600)
    with library.change("note-edit", workshop) as writer:
        writer.change(writer.row(Note, ID["note"]), zone="left")
        writer.change(writer.row(Outcome, ID["outcome"]), state="done")
    make_backup(library.path, moment.now(), "workshop")
    moment.pass_by(3600)
    library.undo(workshop)
    make_backup(library.path, moment.now(), "start")
    return library
