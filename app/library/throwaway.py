"""A copy of the library that is thrown away, also by the next start after a crash."""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from app.library.backup import copy_library
from app.library.lock import WriteLock
from app.library.trouble import Trouble

_FOLDER = "hearth-rehearsal-"
_IN_USE = "in use"
_LOCK = f"{_IN_USE}.lock"
_SOON = 3600
"""Seconds within which a folder that was made is locked, or nobody is there any more to do it."""


class Throwaway:
    """A folder of its own among temporary files, locked for as long as somebody uses it."""

    def __init__(self, library: Path) -> None:
        """Copy ``library`` to :attr:`path`. Raises Trouble, and nothing is left then."""
        self._folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
        self._lock: WriteLock | None = None
        self.path = self._folder / library.name
        try:
            self._lock = WriteLock(self._folder / _IN_USE)
            copy_library(library, self.path)
        except BaseException:
            self.throw_away()
            raise

    def throw_away(self) -> None:
        """Leave nothing of it; once more does no harm."""
        _remove(self._folder, self._lock)
        self._lock = None


def throw_away_left() -> None:
    """Throw away the copies that a crash has left, and that nobody uses."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*"):
        if not _is_own(folder, stat.S_ISDIR):
            continue
        try:
            if _is_own(folder / _LOCK, stat.S_ISREG):
                _remove(folder, WriteLock(folder / _IN_USE))
            elif not os.path.lexists(folder / _LOCK) and _is_old(folder):
                _remove(folder, None)
        except (Trouble, OSError):
            continue


def _remove(folder: Path, lock: WriteLock | None) -> None:
    """Remove a folder, its lock at the very end: what is left halfway is found again by it."""
    with suppress(OSError):
        for one in _contents(folder):
            if _is_own(one, stat.S_ISDIR):
                shutil.rmtree(one, ignore_errors=True)
            else:
                with suppress(OSError):
                    one.unlink()
    if lock is not None:
        lock.release()
    with suppress(OSError):
        if not any(_contents(folder)):
            (folder / _LOCK).unlink(missing_ok=True)
            folder.rmdir()


def _contents(folder: Path) -> Iterator[Path]:
    return (one for one in folder.iterdir() if one.name != _LOCK)


def _is_own(path: Path, is_form: Callable[[int], bool]) -> bool:
    """Whether this itself, and not what a link leads to, is of a form, and belongs to this user.

    Everybody can put something under any name among temporary files.
    """
    try:
        facts = path.lstat()
    except OSError:
        return False
    mine = not hasattr(os, "getuid") or facts.st_uid == os.getuid()
    return mine and is_form(facts.st_mode)


def _is_old(folder: Path) -> bool:
    """Whether nothing was made in a folder for long, by the disk's own clock."""
    with tempfile.TemporaryFile() as made:
        now = os.fstat(made.fileno()).st_mtime
    return now - folder.lstat().st_mtime > _SOON
