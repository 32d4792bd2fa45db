"""Which files are the library's own: itself, its log, its lock, its backups, by whatever name.

Whoever writes a file somewhere asks here first, so that no export ever takes a library's place.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from glob import escape
from pathlib import Path

from app.library.backup import backup_folder
from app.library.connection import open_untouched

_TAILS = ("", "-wal", "-shm", "-journal", ".lock", ".restored")


class OwnFiles:
    """The files of one library, known by device and inode where they are there, else by name."""

    def __init__(self, library: Path) -> None:
        """The files that belong to ``library``, which may be a link to it."""
        self._library = library

    def hold(self, path: Path) -> bool:
        """Whether ``path``, a link or another name of the same file included, is one of them.

        A name that the library would take for its own later, such as its log's, is one too.
        """
        library = Path(os.path.realpath(self._library))
        real = Path(os.path.realpath(path))
        here = _identity(real)
        if here is not None:
            return here in {_identity(one) for one in own_files(library)}
        names = {(library.name + tail).casefold() for tail in _TAILS}
        folder = _identity(real.parent)
        beside = folder is not None and folder == _identity(library.parent)
        return beside and real.name.casefold() in names


def identity_of(path: Path) -> str:
    """Which library a file is, its copies included; nothing where it is none, or unreadable."""
    try:
        with closing(open_untouched(path)) as connection:
            found = connection.execute("SELECT value FROM about WHERE key = 'library'").fetchone()
    except (OSError, sqlite3.Error):
        return ""
    return str(found[0]) if found else ""


def own_files(library: Path) -> Iterator[Path]:
    """A library, what stands beside it, what was set aside, its backups and their folder.

    Some of them may not be there.
    """
    for tail in _TAILS:
        yield library.with_name(library.name + tail)
    for aside in ("set aside", "log set aside"):
        yield from library.parent.glob(f"{escape(library.stem)} {aside} *")
    yield backup_folder(library)
    yield from backup_folder(library).glob("*")


def _identity(path: Path) -> tuple[int, int] | None:
    """A file's device and inode; None where there is no such file, or no telling."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino
