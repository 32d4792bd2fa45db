"""Every trouble the library can make has a code that is known, and bugs never pass for trouble."""

import ast
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library.trouble import CODES, Trouble, from_sqlite, from_system, trouble_at
from tests.app.library.settings import trouble

LIBRARY = Path("app/library")


def raised() -> Iterator[tuple[str, frozenset[str]]]:
    """Every code written out in the library, with the facts given."""
    for path in sorted(LIBRARY.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Trouble":
                if node.args and isinstance(node.args[0], ast.Constant):
                    yield str(node.args[0].value), frozenset(one.arg or "" for one in node.keywords)


def test_every_code_is_known_with_its_facts() -> None:
    found = set(raised())
    assert len(found) > 10
    for code, facts in found:
        assert facts in ({*CODES[code]}, {""}), code


def test_every_known_code_can_be_met() -> None:
    # What no library keeps is said where texts are made fit.
    paths = (*LIBRARY.glob("*.py"), Path("app/typed_text.py"))
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert [code for code in CODES if text.count(f'"{code}"') < 2] == []


class Failed(sqlite3.OperationalError):
    """What SQLite raises, with its own name for it."""

    def __init__(self, name: str) -> None:
        """As ``sqlite3`` sets it."""
        super().__init__(name)
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk-full"),
        ("SQLITE_READONLY", "read-only"),
        ("SQLITE_READONLY_DIRECTORY", "read-only"),
        ("SQLITE_READONLY_DBMOVED", "vanished"),
        ("SQLITE_BUSY", "locked"),
        ("SQLITE_BUSY_SNAPSHOT", "locked"),
        ("SQLITE_CORRUPT_VTAB", "damaged"),
        ("SQLITE_NOTADB", "damaged"),
        ("SQLITE_IOERR_WRITE", "disk-trouble"),
        ("SQLITE_CANTOPEN", "no-such-place"),
    ],
)
def test_sqlite_s_names(tmp_path: Path, name: str, code: str) -> None:
    with trouble(code), trouble_at(tmp_path / "library.hearth"):
        raise Failed(name)


@pytest.mark.parametrize("name", ["SQLITE_ERROR", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_MISUSE", ""])
def test_a_bug_comes_out_as_it_is(tmp_path: Path, name: str) -> None:
    assert from_sqlite(Failed(name), tmp_path) is None
    with pytest.raises(Failed), trouble_at(tmp_path):
        raise Failed(name)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.ENOENT, "no-such-place"),
        (errno.EISDIR, "not-a-library"),
        (errno.EIO, "disk-trouble"),
    ],
)
def test_the_system_s_numbers(tmp_path: Path, number: int, code: str) -> None:
    assert from_system(OSError(number, "words"), tmp_path).code == code
    with trouble(code), trouble_at(tmp_path):
        raise OSError(number, "words")


def test_trouble_says_what_it_is_about(tmp_path: Path) -> None:
    met = Trouble("damaged", path=str(tmp_path))
    assert met.facts == {"path": str(tmp_path)}
    assert "damaged" in str(met)
