"""Killed at any instant, the library has everything it said was saved, and opens clean."""

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.library import library_check
from app.library.opening import open_library
from app.library.rows import Draft, Note, Tally
from app.moment import MachineMoment


class Said:
    """What a process that was killed had said was saved, and what it may have been saving."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.notes: dict[str, str] = {}
        self.removed: set[str] = set()
        self._away: dict[str, str] = {}
        self.draft = ""
        self.answers = 0

    def hear(self, line: str) -> None:
        """One line of the process."""
        sign, rest = line[:1], line[1:]
        if sign == "+":
            self.notes[rest] = self._away.pop(rest, "")
        elif sign == "-":
            self._away[rest] = self.notes.pop(rest)
        elif sign == "=":
            name, _, text = rest.partition(" ")
            self.notes[name] = text
        elif sign == "~":
            self.draft = rest
        elif sign == "*":
            self.answers = int(rest)


def kill_at_random(path: Path, chance: random.Random) -> list[str]:
    """Let a process capture, kill it, and give the lines it had said in full."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.capture", str(path), str(chance.getrandbits(32))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert process.stdout is not None
    with process:
        lines: list[bytes] = []
        for _ in range(chance.randint(1, 120)):
            lines.append(process.stdout.readline())
        # Then some microseconds more: in the middle of a write, a sync, a commit, or between.
        try:
            process.wait(timeout=chance.random() * 0.004)
        except subprocess.TimeoutExpired:
            process.kill()
        rest, error = process.communicate()
    assert error == b"", error.decode()
    whole = (b"".join(lines) + rest).split(b"\n")
    return [line.decode() for line in whole[:-1]]


def kept(path: Path) -> Said:
    """What the library holds when it is opened again."""
    held = Said()
    with closing(open_library(path, MachineMoment())) as library:
        held.notes = {row.id: row.text for row in library.reader.rows(Note)}
        draft = library.reader.find(Draft, "capture")
        held.draft = draft.text if draft is not None else ""
        held.answers = sum(row.number for row in library.reader.rows(Tally))
        removed = "SELECT row FROM entry WHERE tbl = 'note' AND after IS NULL"
        held.removed = {str(row) for (row,) in library.reader.cells(removed)}
    return held


def kill_many(path: Path, times: int) -> int:
    """Kill, reopen, compare; always the same library. Gives how much was saved in all."""
    chance = random.Random(path.name + str(times))
    said = Said()
    for _ in range(times):
        for line in kill_at_random(path, chance):
            said.hear(line)
        held = kept(path)
        report = library_check.check(path)
        assert report.sound, report.findings
        missing = said.notes.keys() - held.notes.keys()
        assert missing <= held.removed, "a note that was saved is gone, and nobody removed it"
        # At the instant of the kill one thing more may have been saved and not yet said.
        unsaid = [
            *missing,
            *(held.notes.keys() - said.notes.keys()),
            *(
                name
                for name in said.notes.keys() & held.notes
                if held.notes[name] != said.notes[name]
            ),
            *range(said.answers, held.answers),
        ]
        if held.draft != said.draft and not unsaid:
            unsaid.append(held.draft)
        assert len(unsaid) <= 1
        assert held.answers >= said.answers
        said = held
    return len(said.notes) + said.answers


def test_killed_thirty_times(tmp_path: Path) -> None:
    assert kill_many(tmp_path / "library.hearth", 30) > 100


@pytest.mark.faults
def test_killed_two_hundred_times(tmp_path: Path) -> None:
    assert kill_many(tmp_path / "library.hearth", 200) > 1000
