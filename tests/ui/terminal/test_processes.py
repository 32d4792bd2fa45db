"""The ``hearth`` command as a process of its own, and beside one that has the library open."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.library.opening import open_library
from app.library.rows import Community
from app.moment import MachineMoment
from tests.house.tree import ROOT
from tests.ui.terminal.house import NAME, one_sentence, played_library

OPEN = """
import sys
from pathlib import Path
from app.library.journal import Scope
from app.library.opening import open_library
from app.library.rows import Community
from app.moment import MachineMoment
library = open_library(Path(sys.argv[1]), MachineMoment())
with library.change("community-add", Scope()) as writer:
    writer.add(Community(id="f" * 32, name="Just founded", created="2026-01-15T14:05:09.120Z"))
print("open", flush=True)
sys.stdin.read()
"""
"""Opens a library as the window does, writes to it, and holds it until its input ends."""

LONG_AND_SHORT = ([b"catalogue", b"--json"], [b"--help"])
"""More than a pipe holds at once, and less than is written at once."""

LOADED = """
import sys
from ui.commands import main
code = main(sys.argv[1:])
print(code, *sorted(name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))))
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which the sample launch was played."""
    return played_library(tmp_path_factory.mktemp("played"))[0]


def environment(**more: str) -> dict[str, str]:
    """A system in English, whatever this one speaks."""
    mine = {"LC_ALL": "en_CA.UTF-8", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": ""}
    return {**os.environ, **mine, **more}


def hearth(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "ui.commands", *arguments],
        cwd=ROOT,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@contextmanager
def window_open(library: Path) -> Iterator[None]:
    """Another process has the library open to write."""
    with subprocess.Popen(
        [sys.executable, "-c", OPEN, library],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
    assert other.returncode == 0


def test_while_the_window_is_open_the_library_is_read_and_not_written(tmp_path: Path) -> None:
    """What the window has just written is seen; writing is refused with a sentence."""
    library, _ = played_library(tmp_path)
    file = tmp_path / "stewards.json"
    with window_open(library):
        listed = hearth("list", "--library", library)
        assert listed.returncode == 0
        assert "Just founded" in listed.stdout
        assert hearth("check", "--library", library).returncode == 0
        to = ("--to", tmp_path / "charter.md")
        assert hearth("export", "charter", NAME, *to, "--library", library).returncode == 0
        done = hearth("export", "community", NAME, "--to", file, "--library", library)
        assert done.returncode == 0
        file.write_bytes(file.read_bytes().replace(b"019b", b"119b"))
        refused = hearth("import", file, "--library", library)
        assert refused.returncode == 1
        assert "Another Hearth has" in one_sentence(refused.stderr)
    opened = open_library(library, MachineMoment())
    assert opened.reader.count(Community) == 2
    opened.close()
    assert hearth("import", file, "--library", library).returncode == 0


def test_a_command_without_a_window_loads_no_qt(library: Path, tmp_path: Path) -> None:
    """Nor does it need a screen."""
    file = tmp_path / "stewards.json"
    for arguments in (
        ("list",),
        ("check",),
        ("catalogue", "--json"),
        ("export", "community", NAME, "--to", file),
        ("export", "charter", NAME, "--to", tmp_path / "charter.pdf"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", LOADED, *arguments, "--library", library],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stdout.splitlines()[-1] == "0", done.stdout + done.stderr


def test_the_language_is_the_systems(tmp_path: Path) -> None:
    """French where it is."""
    done = hearth("list", "--library", tmp_path / "none.hearth", LC_ALL="", LANG="fr_CA.UTF-8")
    assert done.returncode == 1
    assert one_sentence(done.stderr).startswith("Il n’y a pas de bibliothèque")


def test_a_terminal_with_few_letters_is_enough(library: Path) -> None:
    """What it cannot show is shown as a number."""
    done = hearth("list", "--library", library, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    done = hearth("lists", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "\\u201c" in one_sentence(done.stderr)


@pytest.mark.skipif(sys.platform != "linux", reason="names of bytes, pipes and /dev/full")
def test_odd_ends_of_a_process_leave_no_traceback(library: Path) -> None:
    """A name that is no text, a reader who goes away, a full disk behind the output."""
    command = [os.fsencode(sys.executable), b"-m", b"ui.commands"]
    done = subprocess.run(
        [*command, b"list", b"--library", b"/\xff/\xfe"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    one_sentence(done.stderr.decode())
    for arguments in LONG_AND_SHORT:
        with subprocess.Popen(
            [*command, *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as gone:
            assert gone.stdout is not None
            assert gone.stderr is not None
            gone.stdout.close()
            assert gone.stderr.read() == b""
        assert gone.returncode == 0
    with Path("/dev/full").open("wb") as full:
        for arguments in (*LONG_AND_SHORT, [b"list", b"--library", os.fsencode(library)]):
            done = subprocess.run(
                [*command, *arguments],
                cwd=ROOT,
                env=environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
            assert done.returncode == 1
            assert "disk is full" in one_sentence(done.stderr.decode())


@pytest.mark.skipif(sys.platform != "linux", reason="closed streams and /dev/full")
def test_a_complaint_that_cannot_be_heard_is_still_one() -> None:
    """Exit code 1, and nothing on the output that others read."""
    command = f"{shlex.quote(sys.executable)} -m ui.commands lists"
    for to in ("2>/dev/full", "2>&-"):
        done = subprocess.run(
            f"{command} {to}", shell=True, cwd=ROOT, env=environment(), stdout=subprocess.PIPE
        )
        assert (done.returncode, done.stdout) == (1, b"")


def test_the_catalogue_can_be_piped() -> None:
    """UTF-8 JSON on standard output and nothing else."""
    done = hearth("catalogue", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["stages"]
