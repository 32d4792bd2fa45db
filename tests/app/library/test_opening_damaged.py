"""Whatever came of a file, opening it gives a library or the one sentence; never a bug."""

import random
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from app.library.backup import backups
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.library.recovery import is_good
from app.library.rows import TABLES, Note
from app.library.trouble import Trouble
from tests.app.library.household import ID
from tests.app.library.settings import StillMoment, second, trouble

SAYS_SO = {"damaged", "not-a-library", "newer"}


@pytest.fixture
def data(full: Library) -> bytes:
    """A library's bytes, closed."""
    full.close()
    return full.path.read_bytes()


def tried(folder: Path, data: bytes) -> str:
    """What opening a file and reading all of it comes to."""
    path = folder / "tried" / "library.hearth"
    path.parent.mkdir(exist_ok=True)
    for old in path.parent.rglob("*.*"):
        if old.is_file():
            old.unlink()
    path.write_bytes(data)
    try:
        with closing(open_library(path, StillMoment())) as library:
            for kind in TABLES.values():
                library.reader.rows(kind)
    except Trouble as met:
        return met.code
    return "opened" if check(path).sound else "opened, with faults"


def test_one_bit_anywhere(data: bytes, tmp_path: Path) -> None:
    chance = random.Random(20260115)
    found: Counter[str] = Counter()
    for number in range(120):
        raw = bytearray(data)
        at = chance.randrange(len(raw)) if number % 3 else chance.randrange(100)
        raw[at] ^= 1 << chance.randrange(8)
        found[tried(tmp_path, bytes(raw))] += 1
    assert set(found) <= {"opened", "opened, with faults", "read-only", *SAYS_SO}


def test_a_tail_cut_off(data: bytes, tmp_path: Path) -> None:
    lengths = [0, 1, 15, 99, 100, 4095, *range(4096, len(data) - 1, 4096 * 3 + 17)]
    assert {tried(tmp_path, data[:length]) for length in lengths} <= SAYS_SO


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE note SET text = CAST(x'fffe41' AS TEXT)",
        "UPDATE about SET value = CAST(x'fffe41' AS TEXT) WHERE key = 'library'",
        "DELETE FROM about WHERE key = 'library'",
        "DROP TABLE about",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1073741826",
    ],
)
def test_what_only_a_damaged_file_holds(full: Library, moment: StillMoment, statement: str) -> None:
    full.close()
    with closing(second(full.path)) as other:
        other.execute("DROP TRIGGER IF EXISTS note_words_change")
        other.execute(statement)
    with trouble("damaged"):
        open_library(full.path, moment)


def test_a_damaged_index_makes_no_good_backup(full: Library, moment: StillMoment) -> None:
    """Its rows are there, and a list made with it would leave some out."""
    path = backups(full.path)[0].path
    assert is_good(path)
    with closing(second(path)) as other:
        size = other.execute("PRAGMA page_size").fetchone()[0]
        found = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note_run'")
        page = found.fetchone()[0] - 1
    raw = bytearray(path.read_bytes())
    raw[raw.index(ID["run"].encode(), page * size, (page + 1) * size)] ^= 1
    path.write_bytes(bytes(raw))
    assert not is_good(path)
    assert full.reader.count(Note)
