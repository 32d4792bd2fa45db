"""Before anything is said to be saved, the disk was told to keep it: counted with strace."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CALL = re.compile(r"(?:\d+ +)?(fdatasync|fsync|write)\((\d+)<([^>]*)>")

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not on this machine"
)


def syncs_before_each_word(path: Path, *options: str) -> list[int]:
    """How often the library's log was synced before each line that says it is saved."""
    traced = subprocess.run(
        [
            *("strace", "-f", "-y", "-s", "64", "-e", "trace=fdatasync,fsync,write"),
            *("-o", str(path.parent / "calls")),
            *(sys.executable, "-m", "tests.faults.capture", str(path), "7", "--count", "25"),
            *options,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert traced.stdout.count("+") == 25
    counts: list[int] = []
    synced = 0
    ready = False
    for line in (path.parent / "calls").read_text(errors="replace").splitlines():
        met = CALL.match(line)
        if met is None:
            continue
        call, handle, file = met.groups()
        if call == "write" and handle == "1":
            ready = ready or '"ready' in line
            if '"+' in line:
                counts.append(synced)
            synced = 0
        elif call in {"fdatasync", "fsync"} and file.endswith("-wal") and ready:
            synced += 1
    return counts


def test_every_change_is_synced_before_it_is_said_to_be_saved(tmp_path: Path) -> None:
    counts = syncs_before_each_word(tmp_path / "library.hearth")
    assert len(counts) == 25
    assert min(counts) >= 1


def test_a_careless_library_would_be_caught(tmp_path: Path) -> None:
    counts = syncs_before_each_word(tmp_path / "library.hearth", "--careless")
    assert len(counts) == 25
    assert max(counts) == 0
