"""Whoever types without a rest and is cut off loses the last two seconds at most."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest

from app.library.opening import open_library
from app.library.rows import Clause, Draft
from app.moment import MachineMoment

LETTERS = 155
LAST = 2.5
"""Seconds of typing that may be lost: the two of the ceiling, and the machine's own."""
BEFORE = "an older half of a line"


@contextmanager
def typing(path: Path, where: str, *options: str) -> Iterator[Iterator[str]]:
    """A window in which somebody types, killed at the end; gives the lines it says."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.restless", str(path), where, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process:
        try:
            yield (line.rstrip("\n") for line in process.stdout)
        finally:
            process.kill()


def typed_until_killed(path: Path, where: str) -> list[tuple[float, str]]:
    """What stood in the field and when, letter by letter, until the kill."""
    seen: list[tuple[float, str]] = []
    with typing(path, where) as said:
        for line in said:
            if line.startswith("+"):
                seen.append((monotonic(), line[1:]))
            if len(seen) == LETTERS:
                break
    assert len(seen) == LETTERS
    return seen


def kept(path: Path) -> list[str]:
    """What the library has of it: aside, or in its place."""
    with closing(open_library(path, MachineMoment())) as library:
        drafts = [draft.text for draft in library.reader.rows(Draft)]
        return [*drafts, *(clause.text for clause in library.reader.rows(Clause))]


@pytest.mark.parametrize("where", ["line", "charter", "form"])
def test_all_but_the_last_two_seconds_is_there(tmp_path: Path, where: str) -> None:
    path = tmp_path / "library.hearth"
    seen = typed_until_killed(path, where)
    ended = seen[-1][0]
    until = max(text for at, text in seen if at < ended - LAST)
    found = [text for text in kept(path) if text.startswith("abcdef")]
    assert len(found) == 1
    assert seen[-1][1].startswith(found[0])
    assert len(found[0]) >= len(until)


def test_an_older_half_of_a_line_never_comes_back_over_a_newer(tmp_path: Path) -> None:
    """It is given back, typed over, and gone."""
    path = tmp_path / "library.hearth"
    with typing(path, "line", "--begun", BEFORE) as said:
        assert next(line for line in said if line == "begun")
    assert kept(path) == [BEFORE]
    with typing(path, "line") as said:
        assert next(said) == f"={BEFORE}"
    seen = typed_until_killed(path, "line")
    (found,) = kept(path)
    assert seen[-1][1].startswith(found)
    assert len(found) > LETTERS / 2
    with typing(path, "line") as said:
        assert next(said) == f"={found}"
