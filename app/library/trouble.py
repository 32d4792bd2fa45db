"""What can go wrong with a library that a person can meet, as codes with facts; never a bug.

Whoever shows one to a person speaks ``words(f"trouble.{code}", **facts)``.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


class Trouble(Exception):
    """Something a person can meet: ``code`` names the sentence, ``facts`` fill it in."""

    def __init__(self, code: str, **facts: object) -> None:
        """Trouble of the kind ``code``; ``facts`` are the values its sentence needs."""
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


CODES: Mapping[str, tuple[str, ...]] = {
    "being-read": ("path",),
    "broken-character": (),
    "cannot-open": ("path",),
    "damaged": ("path",),
    "disk-full": ("path",),
    "disk-trouble": ("path",),
    "exists": ("path",),
    "faults-found": ("path", "number"),
    "gone": (),
    "indexes-mended": ("path",),
    "locked": ("path",),
    "log-needed": ("path",),
    "newer": ("path",),
    "no-library": ("path",),
    "no-such-place": ("path",),
    "not-a-library": ("path",),
    "nothing-to-redo": (),
    "nothing-to-undo": (),
    "nul-character": (),
    "older": ("path",),
    "only-read": ("path",),
    "open-elsewhere": ("path",),
    "private-closed": (),
    "read-only": ("path",),
    "strange-log": ("path", "aside"),
    "too-large": ("most",),
    "undo-conflict": ("label",),
    "vanished": ("path",),
}
"""Every code the library itself raises, with the facts its sentence may name."""

_BY_SQLITE_NAME = {
    "SQLITE_READONLY_DBMOVED": "vanished",
    "SQLITE_FULL": "disk-full",
    "SQLITE_READONLY": "read-only",
    "SQLITE_CANTOPEN": "cannot-open",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_IOERR": "disk-trouble",
    "SQLITE_PERM": "read-only",
}

_BY_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.EISDIR: "not-a-library",
    errno.ENOENT: "no-such-place",
    errno.ENOTDIR: "no-such-place",
    errno.ENODEV: "no-such-place",
    errno.ESTALE: "no-such-place",
}

_NO_TEXT = "Could not decode to UTF-8"
"""What Python says of a text in the file that is none; it has no code of SQLite's."""
_NO_ROOM = 64 * 1024
"""With fewer bytes free than this, SQLite's vaguer complaints mean a full disk."""


def from_sqlite(error: sqlite3.Error, path: Path) -> Trouble | None:
    """The trouble behind a database error, or None when it is a bug."""
    name: str = getattr(error, "sqlite_errorname", "") or ""
    if str(error).startswith(_NO_TEXT):
        return Trouble("damaged", path=str(path))
    for start, code in _BY_SQLITE_NAME.items():
        if name.startswith(start):
            return Trouble(_look_closer(code, path), path=str(path))
    return None


def from_system(error: OSError, path: Path) -> Trouble:
    """The trouble behind an error of the operating system."""
    code = _BY_ERRNO.get(error.errno or 0, "disk-trouble")
    return Trouble(code, path=str(path))


@contextmanager
def trouble_at(path: Path) -> Iterator[None]:
    """Whatever the database or the system reports about ``path`` comes out as Trouble.

    Errors that no person can meet (a constraint broken, a mistake in SQL) come out as they are.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error
    except OSError as error:
        raise from_system(error, path) from error


def _look_closer(code: str, path: Path) -> str:
    """What SQLite cannot tell apart, the folder can: not there, not to be written, or full."""
    folder = path.parent
    if code == "cannot-open":
        if not folder.is_dir():
            return "no-such-place"
        if not os.access(folder, os.W_OK):
            return "read-only"
    if code in {"cannot-open", "disk-trouble"}:
        try:
            if shutil.disk_usage(folder).free < _NO_ROOM:
                return "disk-full"
        except OSError:
            return "no-such-place"
    if code == "cannot-open" and not path.exists():
        return "no-such-place"
    return code
