"""What can go wrong with a library that a person can meet, as codes with facts; never a bug.

Whoever shows one to a person speaks ``words(f"trouble.{code}", **facts)``.
"""

import errno
import sqlite3
from pathlib import Path


class Trouble(Exception):
    """Something a person can meet: ``code`` names the sentence, ``facts`` fill it in."""

    def __init__(self, code: str, **facts: object) -> None:
        """Trouble of the kind ``code``; ``facts`` are the values its sentence needs."""
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


_BY_SQLITE_NAME = {
    "SQLITE_FULL": "disk-full",
    "SQLITE_READONLY": "read-only",
    "SQLITE_CANTOPEN": "cannot-open",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_IOERR": "disk-trouble",
    "SQLITE_PERM": "read-only",
}

_BY_ERRNO = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "no-such-place",
    errno.ENOTDIR: "no-such-place",
}


def from_sqlite(error: sqlite3.Error, path: Path) -> Trouble | None:
    """The trouble behind a database error, or None when it is a bug."""
    name: str = getattr(error, "sqlite_errorname", "") or ""
    for start, code in _BY_SQLITE_NAME.items():
        if name.startswith(start):
            return Trouble(code, path=str(path))
    return None


def from_system(error: OSError, path: Path) -> Trouble:
    """The trouble behind an error of the operating system."""
    code = _BY_ERRNO.get(error.errno or 0, "disk-trouble")
    return Trouble(code, path=str(path))
