"""Killed at any instant, no note is lost that the window had shown as saved."""

import random
import select
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.library import library_check
from app.library.opening import open_library
from app.library.rows import Draft, Note
from app.moment import MachineMoment


def killed(path: Path, chance: random.Random) -> list[str]:
    """Let the window be typed in, kill it at random; the lines it had said in full."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typing", str(path), str(chance.getrandbits(32))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert process.stdout is not None
    with process:
        heard = b""
        until = chance.randint(1, 24)  # lines; a note is two
        while heard.count(b"\n") <= until:
            more = process.stdout.read(4096)
            assert more, f"it ended by itself: {process.communicate()[1].decode()}"
            heard += more
        # Then some milliseconds more: while typing, writing, syncing, painting, or between.
        select.select([], [], [], chance.random() * 0.03)
        process.kill()
        rest, error = process.communicate()
    assert b"Traceback" not in error, error.decode()
    return [line.decode() for line in (heard + rest).split(b"\n")[:-1]]


def kill_many(path: Path, times: int) -> int:
    """Kill, look, and open the same library again; gives how many notes were shown as saved."""
    chance = random.Random(f"{path.name} {times}")
    shown: set[str] = set()
    for turn in range(times):
        lines = killed(path, chance)
        shown.update(line[1:] for line in lines if line.startswith("+"))
        halves = [line[1:] for line in lines if line.startswith("~")]
        report = library_check.check(path)
        assert report.sound, report.findings
        with closing(open_library(path, MachineMoment())) as library:
            held = [row.text for row in library.reader.rows(Note)]
            draft = next((row.text for row in library.reader.rows(Draft)), "")
        assert len(held) == len(set(held)), "a note was kept twice"
        assert shown <= set(held), f"lost at kill {turn + 1}: {shown - set(held)}"
        # One more may be saved that there was no time to show, at each kill.
        assert len(held) - len(shown) <= turn + 1
        if halves and halves[-1] and lines[-1].startswith("~"):
            assert draft in ("", halves[-1])
    return len(shown)


@pytest.mark.parametrize("half", ["one", "two"])
def test_killed_fifteen_times(tmp_path: Path, half: str) -> None:
    """Thirty times in all: in two tests, which run side by side."""
    assert kill_many(tmp_path / f"{half}.hearth", 15) > 15


@pytest.mark.faults
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    assert kill_many(tmp_path / "library.hearth", 200) > 300
