"""Between Enter and the word "saved" on the screen the disk was told to keep the note."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CALL = re.compile(r"(?:\d+ +)?(fdatasync|fsync|write)\((\d+)<([^>]*)>")
COUNT = 20

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not on this machine"
)


def syncs_of_each_note(path: Path, *options: str) -> list[int]:
    """How often the library's log was synced between each Enter and its note on the screen."""
    traced = subprocess.run(
        [
            *("strace", "-f", "-y", "-s", "64", "-e", "trace=fdatasync,fsync,write"),
            *("-o", str(path.parent / "calls")),
            *(sys.executable, "-m", "tests.faults.typing", str(path), "7"),
            *("--count", str(COUNT), *options),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert traced.stdout.count("+") == COUNT
    counts: list[int] = []
    synced = 0
    for line in (path.parent / "calls").read_text(errors="replace").splitlines():
        met = CALL.match(line)
        if met is None:
            continue
        call, handle, file = met.groups()
        if call == "write" and handle == "1":
            if '"+' in line:
                counts.append(synced)
            synced = 0
        elif call in {"fdatasync", "fsync"} and file.endswith("-wal"):
            synced += 1
    return counts


def test_every_note_is_synced_before_it_is_shown_as_saved(tmp_path: Path) -> None:
    counts = syncs_of_each_note(tmp_path / "library.hearth")
    assert len(counts) == COUNT
    assert min(counts) >= 1


def test_a_careless_window_would_be_caught(tmp_path: Path) -> None:
    counts = syncs_of_each_note(tmp_path / "library.hearth", "--careless")
    assert len(counts) == COUNT
    assert max(counts) == 0
