"""The library's write lock: held by the operating system, gone with the process that held it.

SQLite's own file lock on a small file beside the library: it works on every system SQLite works
on, needs no further package, and leaves nothing stale after a crash.
"""

import sqlite3
from pathlib import Path

from app.library.trouble import Trouble, from_sqlite


class WriteLock:
    """Holds the lock until released."""

    def __init__(self, library: Path) -> None:
        """Take the lock. Raises :class:`Trouble`: ``open-elsewhere`` when another has it."""
        path = library.with_name(library.name + ".lock")
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(path, isolation_level=None, timeout=0)
            # Nothing is ever written: no journal beside it either.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            trouble = from_sqlite(error, library)
            if trouble is not None and trouble.code == "locked":
                raise Trouble("open-elsewhere", path=str(library)) from error
            raise trouble or error from error
        self._connection = connection

    def release(self) -> None:
        """Give the lock back."""
        self._connection.close()
