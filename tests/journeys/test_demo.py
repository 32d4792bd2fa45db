"""The demo from end to end, as a person starts it: what it leaves, and that it calls nobody."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import docx
import pypdf
import pytest
from PySide6.QtGui import QImage

from app.library import library_check
from tests.faults.places import small_disk

LEFT = {"charter.docx", "charter.pdf", "library.hearth", "run-sheet.pdf", "screens", "summary.pdf"}
INTERNET = re.compile(r"AF_INET6?\b")


def play(folder: Path, *before: str) -> None:
    """Play the demo in a process of its own."""
    surroundings: Mapping[str, str] = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*before, sys.executable, "-m", "ui.commands", "demo", str(folder), "--language", "en"],
        env=surroundings,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""


def refused(folder: Path) -> str:
    """Try to play the demo where it may not; gives the sentence."""
    done = subprocess.run(
        [sys.executable, "-m", "ui.commands", "demo", str(folder), "--language", "en"],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    return done.stderr


def traced(calls: Path) -> tuple[str, ...]:
    """What a command begins with so that its calls to the network are written down."""
    return ("strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(calls))


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The calls to the network that the demo made: no file where strace is not to be had."""
    return tmp_path_factory.mktemp("traced") / "calls"


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory, calls: Path) -> Path:
    """What a demo left: it is played once, and watched while it plays."""
    folder = tmp_path_factory.mktemp("demo") / "workshop"
    play(folder, *(traced(calls) if shutil.which("strace") else ()))
    return folder


def test_it_leaves_what_it_says_and_nothing_else(left: Path) -> None:
    assert {one.name for one in left.iterdir()} == LEFT
    assert library_check.check(left / "library.hearth").sound


def test_the_papers_open_in_other_programs(left: Path) -> None:
    for name in ("charter", "summary", "run-sheet"):
        path = left / f"{name}.pdf"
        assert len(pypdf.PdfReader(path).pages) >= 1
        told = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True)
        assert "Tagged:          yes" in told.stdout
        text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True)
        assert len(text.stdout.split()) > 100
    assert len(docx.Document(str(left / "charter.docx")).paragraphs) > 20


def test_every_picture_shows_something(left: Path) -> None:
    pictures = sorted((left / "screens").iterdir())
    assert len(pictures) >= 20
    for path in pictures:
        image = QImage(str(path))
        assert not image.isNull(), path.name
        assert min(image.width(), image.height()) >= 400, path.name
        small = image.scaled(64, 64).convertToFormat(QImage.Format.Format_RGB32)
        colours = {small.pixel(x, y) for x in range(64) for y in range(64)}
        assert len(colours) > 12, f"{path.name} is empty"
    names = {re.sub(r"^\d+-", "", path.stem) for path in pictures}
    assert {"home-empty", "community", "people", "design", "door", "stand-back"} <= names
    assert {"closing", "charter", "exercises", "settings", "wall-hopes-and-fears"} <= names


def test_what_is_for_the_facilitator_is_their_own_to_read(left: Path) -> None:
    assert left.stat().st_mode & 0o077 == 0
    assert (left / "run-sheet.pdf").stat().st_mode & 0o077 == 0


def test_it_plays_in_a_folder_of_its_own(left: Path, tmp_path: Path) -> None:
    """Where anything lies already, be it another demo, nothing is touched."""
    (tmp_path / "else.pdf").write_bytes(b"mine")
    (tmp_path / "charter.pdf").symlink_to(tmp_path / "else.pdf")
    for folder in (tmp_path, left):
        before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
        assert f"There are files in {folder}" in refused(folder)
        assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    assert "never writes over" in refused(tmp_path / "else.pdf")


@pytest.mark.parametrize("megabytes", [1, 4])
def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path, megabytes: int) -> None:
    """Whether it fills at the library or at the pictures."""
    with small_disk(tmp_path / "disk", megabytes) as disk:
        assert "is full" in refused(disk / "demo")


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")
def test_no_socket_of_the_internet_is_opened(left: Path, calls: Path) -> None:
    made = calls.read_text(errors="replace")
    assert "exited with 0" in made
    assert not INTERNET.search(made), INTERNET.search(made)


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not on this machine")
def test_a_program_that_calls_would_be_caught(tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    call = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    subprocess.run([*traced(calls), sys.executable, "-c", call], check=True)
    assert INTERNET.search(calls.read_text(errors="replace"))
