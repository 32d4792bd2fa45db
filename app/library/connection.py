"""Opening SQLite as Hearth needs it: durable, strict, and never in an implicit transaction."""

import sqlite3
from pathlib import Path

from app.library.log import has_log, is_strange, log_file

BUSY_MILLISECONDS = 4000
"""How long a connection waits for another program before it says the library is locked: while the
library is opened, read or kept up, where a person waits anyway."""
TYPING_MILLISECONDS = 250
"""How long the writer waits, once the library is open. The window stands still meanwhile, with
people in the room, and each key that wants something kept waits anew. Hearth has one writer, so
only a stranger can hold the lock: one that reads or copies is gone within milliseconds, one that
stays (a database browser left open) would not be gone in four seconds either. A quarter of a
second outlasts the first, and is over before a typist looks up; what was typed stays in the line
and the next Enter tries again."""

_ALWAYS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    # What a statement sets aside stays in memory: nothing people said strays into a temporary file.
    "PRAGMA temp_store = MEMORY",
)

_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",
    # The log is folded in when the library says so, and marked anew each time.
    "PRAGMA wal_autocheckpoint = 0",
)


_PLAIN = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA wal_autocheckpoint = 0",
)


def open_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes: autocommit until a door says BEGIN. The file must exist."""
    connection = sqlite3.connect(_uri(path, "mode=rw"), uri=True, isolation_level=None)
    try:
        for pragma in (*_ALWAYS, *_WRITER, f"PRAGMA busy_timeout = {TYPING_MILLISECONDS}"):
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that cannot write. The file must exist."""
    how = "immutable=1" if is_strange(path) else "mode=rw"
    return _open_to_read(path, how, any_thread=any_thread)


def open_untouched(path: Path) -> sqlite3.Connection:
    """A connection that leaves even the write-ahead log as it is, to look at any file.

    Where that log is another file's, the file is read without it. Where there is none, nobody has
    the library open, and none is made to read it.
    """
    alone = path.exists() and (not log_file(path).exists() or is_strange(path))
    how = "mode=ro&immutable=1" if alone else "mode=ro"
    return _open_to_read(path, how, any_thread=False)


def open_plain(path: Path) -> sqlite3.Connection:
    """A connection for the library's own upkeep on a file that exists: no journal, no doors."""
    connection = sqlite3.connect(_uri(path, "mode=rw"), uri=True, isolation_level=None)
    try:
        for pragma in _PLAIN:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_to_read(path: Path, how: str, *, any_thread: bool) -> sqlite3.Connection:
    try:
        return _reader(_uri(path, how), any_thread)
    except sqlite3.OperationalError:
        # On a disk that is full or read-only there is nowhere for the log's index. Without a log
        # there is nothing to index, and nobody can be writing: the file is read as it lies.
        if path.exists() and not has_log(path):
            return _reader(_uri(path, "immutable=1"), any_thread)
        raise


def _reader(uri: str, any_thread: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=not any_thread
    )
    try:
        for pragma in (*_ALWAYS, "PRAGMA query_only = ON"):
            connection.execute(pragma)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path, how: str) -> str:
    return f"{path.absolute().as_uri()}?{how}"
