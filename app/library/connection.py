"""Opening SQLite as Hearth needs it: durable, strict, and never in an implicit transaction."""

import sqlite3
from pathlib import Path

BUSY_MILLISECONDS = 4000
"""How long a connection waits for another program before it says the library is locked."""

_ALWAYS = (
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
)

_WRITER = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA secure_delete = ON",
)


def open_writer(path: Path) -> sqlite3.Connection:
    """The one connection that writes: autocommit until a door says BEGIN. Made where needed."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (*_ALWAYS, *_WRITER):
        connection.execute(pragma)
    return connection


def open_reader(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that cannot write. The file must exist."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, check_same_thread=not any_thread
    )
    for pragma in (*_ALWAYS, "PRAGMA query_only = ON"):
        connection.execute(pragma)
    return connection
