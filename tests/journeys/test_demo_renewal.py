"""The demo of a renewal, as a person starts it: the day in English, the morning in French."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage

from app.charter.reviewing import reviews_of
from app.charter.versions import versions_of
from app.library import library_check
from app.library.opening import open_library
from app.library.rows import Workshop
from app.moment import MachineMoment

PAPERS = {
    "charter.docx", "charter.pdf", "comparison.docx", "comparison.pdf", "renewal-brief.pdf",
    "run-sheet.pdf", "since-last-time.pdf", "summary.pdf",
}  # fmt: skip


class Renewed(msgspec.Struct, frozen=True, kw_only=True):
    """What a demo left, and what it should have."""

    folder: Path
    number: int
    told: dict[str, str]
    """Words that a paper says, by the paper's name."""
    pictures: frozenset[str]


DAY = Renewed(
    folder=Path(),
    number=4,
    told={
        "charter": "an ending as well as a renewal",
        "comparison": "machines are read again",
        "renewal-brief": "Before a renewal",
        "since-last-time": "What helped on",
        "summary": "Every second gathering is held outside the capital",
    },
    pictures=frozenset({"room-keep-change-let-go", "wall-is-it-still-ours", "charter-before"}),
)
MORNING = Renewed(
    folder=Path(),
    number=2,
    told={
        "charter": "sans cas, pas de rencontre",
        "comparison": "section ajoutée",
        "renewal-brief": "Avant un renouvellement",
        "since-last-time": "Depuis la dernière fois",
        "summary": "Une rencontre sans cas est annulée",
    },
    pictures=frozenset({"room-hand-over", "wall-our-road-so-far", "closing"}),
)
PLAYS = (("--renewal", "en", DAY), ("--renewal-morning", "fr", MORNING))


@pytest.fixture(scope="module", params=PLAYS, ids=lambda one: f"{one[0]}-{one[1]}")
def renewed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Renewed:
    """A renewal, played once in a process of its own."""
    option, language, wanted = request.param
    assert isinstance(wanted, Renewed)
    folder = tmp_path_factory.mktemp("renewed") / "workshop"
    done = subprocess.run(
        [sys.executable, "-m", "ui.commands", "demo", option, str(folder), "--language", language],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return msgspec.structs.replace(wanted, folder=folder)


def test_it_leaves_its_papers_and_a_sound_library(renewed: Renewed) -> None:
    """And nothing else; the charter it agreed to follows those before it."""
    left = {one.name for one in renewed.folder.iterdir()}
    assert left == PAPERS | {"library.hearth", "screens"}
    path = renewed.folder / "library.hearth"
    assert library_check.check(path).sound
    with closing(open_library(path, MachineMoment(), read_only=True)) as library:
        workshop = library.reader.rows(Workshop, order="date")[-1]
        assert (workshop.purpose, workshop.state) == ("renewal", "closed")
        version = versions_of(library.reader, workshop.community)[0]
        assert (version.number, version.status) == (renewed.number, "agreed")
        assert version.workshop == workshop.id
        assert len(reviews_of(library.reader, workshop.id)) >= 5


def test_each_paper_says_what_it_is_for(renewed: Renewed) -> None:
    """In the language it was asked for."""
    for name, words in renewed.told.items():
        path = renewed.folder / f"{name}.pdf"
        told = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True)
        assert words in " ".join(told.stdout.replace("\u00a0", " ").split()), name


def test_its_pictures_show_the_room_the_wall_and_the_papers_behind(renewed: Renewed) -> None:
    """One of each exercise, and none of them empty."""
    found = sorted((renewed.folder / "screens").iterdir())
    assert renewed.pictures <= {path.stem.partition("-")[2] for path in found}
    for path in found:
        small = QImage(str(path)).scaled(64, 64).convertToFormat(QImage.Format.Format_RGB32)
        colours = {small.pixel(x, y) for x in range(64) for y in range(64)}
        assert len(colours) > 12, f"{path.name} is empty"
