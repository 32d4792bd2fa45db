"""A copy that is thrown away leaves nothing, whenever it is killed, and takes nothing else."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.library.library import Library
from app.library.throwaway import Throwaway, throw_away_left

PREFIX = "hearth-rehearsal-"
LOCK = "in use.lock"
AGO = 7200

ELSEWHERE = """
import os, pathlib, sys, tempfile
tempfile.tempdir = sys.argv[2]
from app.library import throwaway

def killed(*_, **__):
    os._exit(9)

if sys.argv[3] == "before the lock":
    throwaway.WriteLock = killed
copy = throwaway.Throwaway(pathlib.Path(sys.argv[1]))
if sys.argv[3] == "half removed":
    (copy.path.parent / "another").write_text("said")
    unlink = pathlib.Path.unlink
    def once(path, missing_ok=False):
        unlink(path, missing_ok)
        os._exit(9)
    pathlib.Path.unlink = once
    copy.throw_away()
os._exit(9)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that nobody else uses."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def copies(temporary: Path) -> list[Path]:
    """The folders of copies that are there."""
    return sorted(temporary.glob(f"{PREFIX}*"))


def aged(folder: Path) -> None:
    """It was made a while ago."""
    long_ago = folder.stat().st_mtime - AGO
    os.utime(folder, (long_ago, long_ago))


def killed(library: Library, temporary: Path, when: str) -> Path:
    """The folder of a copy whose process was killed."""
    command = [sys.executable, "-c", ELSEWHERE, str(library.path), str(temporary), when]
    assert subprocess.run(command, check=False).returncode == 9
    (left,) = copies(temporary)
    return left


def test_nothing_is_left_of_it(library: Library, temporary: Path) -> None:
    copy = Throwaway(library.path)
    assert copy.path.exists()
    throw_away_left()
    assert copies(temporary) == [copy.path.parent], "it is in use"
    copy.throw_away()
    copy.throw_away()
    assert copies(temporary) == []


@pytest.mark.parametrize("when", ["in use", "half removed"])
def test_what_was_killed_goes_at_the_next_start(
    library: Library, temporary: Path, when: str
) -> None:
    """Also where it was killed while it was thrown away."""
    left = killed(library, temporary, when)
    assert (left / LOCK).exists()
    assert len(list(left.iterdir())) > 1
    throw_away_left()
    assert copies(temporary) == []


def test_what_was_killed_before_it_was_locked_goes_later(library: Library, temporary: Path) -> None:
    """At once it may be one that is about to be locked."""
    left = killed(library, temporary, "before the lock")
    assert list(left.iterdir()) == []
    throw_away_left()
    assert copies(temporary) == [left]
    aged(left)
    throw_away_left()
    assert copies(temporary) == []


def link(lock: Path, elsewhere: Path) -> None:
    """The lock leads elsewhere."""
    lock.symlink_to(elsewhere)


def to_be_made(lock: Path, elsewhere: Path) -> None:
    """The lock leads to where nothing is yet."""
    lock.symlink_to(elsewhere.with_name("made"))


def folder(lock: Path, elsewhere: Path) -> None:
    """The lock is a folder."""
    lock.mkdir()


def pipe(lock: Path, elsewhere: Path) -> None:
    """The lock is a pipe, on which one would wait for ever."""
    os.mkfifo(lock)


def no_lock(lock: Path, elsewhere: Path) -> None:
    """The lock says something, and none of Hearth's does."""
    lock.write_bytes(b"no lock" * 500)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
@pytest.mark.parametrize("make", [link, to_be_made, folder, pipe, no_lock])
def test_what_only_bears_the_name_stays_as_it_is(
    tmp_path: Path, temporary: Path, make: Callable[[Path, Path], None]
) -> None:
    """Nothing that it leads to is opened, closed to others, or made; the others still go."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.touch(0o644)
    odd, good = temporary / f"{PREFIX}1", temporary / f"{PREFIX}2"
    for one in (odd, good):
        one.mkdir()
    make(odd / LOCK, elsewhere)
    aged(odd)
    (good / LOCK).touch()
    throw_away_left()
    assert copies(temporary) == [odd]
    assert elsewhere.stat().st_mode & 0o777 == 0o644
    assert not elsewhere.with_name("made").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_no_link_is_followed(tmp_path: Path, temporary: Path) -> None:
    """Neither where a folder of a copy should be, nor inside of one."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / LOCK).touch()
    (elsewhere / "said").write_text("kept")
    (temporary / f"{PREFIX}1").symlink_to(elsewhere)
    left = temporary / f"{PREFIX}2"
    left.mkdir()
    (left / LOCK).touch()
    (left / "inner").symlink_to(elsewhere)
    (left / "file").symlink_to(elsewhere / "said")
    throw_away_left()
    assert copies(temporary) == [temporary / f"{PREFIX}1"]
    assert sorted(one.name for one in elsewhere.iterdir()) == [LOCK, "said"]


@pytest.mark.skipif(not hasattr(os, "chown") or os.getuid() != 0, reason="only root gives away")
def test_what_is_somebody_elses_stays(temporary: Path) -> None:
    theirs = temporary / f"{PREFIX}1"
    theirs.mkdir()
    (theirs / LOCK).touch()
    os.chown(theirs, 65534, 65534)
    throw_away_left()
    assert copies(temporary) == [theirs]
