"""The library's write lock: held by the operating system, gone with the process that held it.

SQLite's own file lock on a small file: it works on every system SQLite works on, needs no further
package, and leaves nothing stale after a crash. It is taken twice: beside the library, which
whoever opens that path meets, on whatever machine; and by the file's own number among temporary
files, because one file may have two names (a hard link, a folder mounted twice), each with a log of
its own, which would overwrite one another.
"""

import os
import sqlite3
import tempfile
from pathlib import Path

from app.library.owner_only import FOLDER, close_to_others
from app.library.trouble import Trouble, from_sqlite, trouble_at


class WriteLock:
    """Holds the lock until released."""

    def __init__(self, library: Path) -> None:
        """Take the lock. Raises :class:`Trouble`: ``open-elsewhere`` when another has it."""
        self._library = library
        beside = library.with_name(library.name + ".lock")
        self._held = [_take(beside, library)]
        close_to_others(beside)
        self._by_number = False
        try:
            self.take_by_number()
        except BaseException:
            self.release()
            raise

    def take_by_number(self) -> None:
        """Lock the file itself, under whatever name: once it is there. Raises as taking does."""
        if self._by_number or not self._library.exists():
            return
        with trouble_at(self._library):
            facts = self._library.stat()
        folder = _locks_folder()
        if folder is not None:
            name = f"{facts.st_dev}-{facts.st_ino}.lock"
            self._held.append(_take(folder / name, self._library))
        self._by_number = True

    def release(self) -> None:
        """Give the lock back."""
        for connection in self._held:
            connection.close()


def _take(path: Path, library: Path) -> sqlite3.Connection:
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
    return connection


def _locks_folder() -> Path | None:
    """This person's own folder for locks; None where there is no room for temporary files."""
    who = os.getuid() if hasattr(os, "getuid") else "own"
    folder = Path(tempfile.gettempdir()) / f"hearth-locks-{who}"
    try:
        folder.mkdir(mode=FOLDER, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
