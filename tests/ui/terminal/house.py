"""Running the command line in the process of the test, and what it said."""

from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from app.catalogue.load import load_catalogue
from app.community.communities import CommunityFields, create_community
from app.exchange.sample import Sample, SampleMoment
from app.library.opening import open_library
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.app.exchange.conftest import MORNING
from tests.played import import_played_sample
from ui.commands import main

NAME = "Spatial Data Stewards"
LAUNCH = "Launch of the Spatial Data Stewards"


class Said(msgspec.Struct, frozen=True):
    """What a command gave: its exit code, and what it printed where."""

    code: int
    out: str
    complaint: str


class Terminal:
    """Runs commands on one library, in a language."""

    def __init__(self, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Run them on ``library``."""
        self.library = library
        self.capsys = capsys

    def run(self, *arguments: str | Path) -> Said:
        """Run a command on the library."""
        return self.bare(*arguments, "--library", self.library)

    def bare(self, *arguments: str | Path) -> Said:
        """Run a command as it stands."""
        code = main([str(one) for one in arguments])
        printed = self.capsys.readouterr()
        return Said(code, printed.out, printed.err)

    def done(self, *arguments: str | Path) -> str:
        """Run a command that is carried out, and give what it printed."""
        said = self.run(*arguments)
        assert (said.code, said.complaint) == (0, "")
        return said.out

    def refused(self, *arguments: str | Path) -> str:
        """Run a command that is not: exit code 1, one sentence on standard error, nothing else."""
        said = self.run(*arguments)
        assert (said.code, said.out) == (1, "")
        return one_sentence(said.complaint)


def one_sentence(complaint: str) -> str:
    """What was said on standard error: one line, no traceback."""
    assert complaint.endswith("\n")
    assert complaint.count("\n") == 1
    assert "Traceback" not in complaint
    return complaint.rstrip("\n")


def played_library(folder: Path) -> tuple[Path, Sample]:
    """A library in which the sample launch was played, closed again."""
    path = folder / "library.hearth"
    clock = SampleMoment(MORNING)
    library = open_library(path, clock)
    catalogue = load_catalogue(resources_folder())
    sample = import_played_sample(library, catalogue, resources_folder(), later=clock.go_on)
    library.close()
    return path, sample


def add_community(path: Path, name: str) -> str:
    """Found a community in the library at ``path``; gives its id."""
    with closing(open_library(path, MachineMoment())) as library:
        return create_community(library, CommunityFields(name=name)).id
