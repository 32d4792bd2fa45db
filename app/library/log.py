"""The write-ahead log beside a library: folding it in, and whose it is.

SQLite believes whatever log lies beside a file. Where a copy was put back over the library, the
log that was left there would make a blend of two moments. So the first transaction of each log
leaves a mark in the library's ``about`` table: what this log is called, and what the log before it
was. The file itself holds the mark of the last log that was folded into it, or of this one where
part of it was: any other file is a stranger to the log.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec

from app.library.trouble import Trouble, trouble_at
from app.moment import stamp

MOST_COMMITS = 80
"""Commits after which the log is folded in, also when nobody rests."""
_READ = "SELECT value FROM about WHERE key = 'log'"


class LogMark(msgspec.Struct, frozen=True):
    """What a log leaves in the library.

    ``log``: its name; ``before``: that of the log before it, empty for the first; ``times`` it was
    left; ``whole``: the library was closed, and everything is in its file.
    """

    log: str
    before: str
    times: int = 1
    whole: bool = False


def log_file(library: Path) -> Path:
    """Where the log of a library lies."""
    return library.with_name(library.name + "-wal")


def has_log(library: Path) -> bool:
    """Whether there is anything in the log beside a library."""
    try:
        return log_file(library).stat().st_size > 0
    except OSError:
        return False


class Log:
    """The log of a library that is being written.

    It is folded into the file at rest, and then written from its beginning again, which is quicker
    than to let it grow; it is emptied where what was in it must not stay.
    """

    def __init__(self, connection: sqlite3.Connection, new_name: Callable[[], str]) -> None:
        """Fold in what is there, and empty it. ``connection`` writes; ``new_name`` names logs."""
        self._connection, self._new_name = connection, new_name
        self._marked = self._folded = self._empty = False
        self._commits = 0
        self.empty()

    @property
    def folded(self) -> bool:
        """Whether everything is in the library's own file."""
        return self._folded

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the log, not even what is in the file as well."""
        return self._empty

    def mark(self) -> None:
        """Leave the mark of this log, in the transaction that is open, where it is not there yet.

        A log that could not be folded in keeps its name, and is marked again: SQLite may have begun
        it anew. The number makes it another mark, which SQLite would not write otherwise.
        """
        if self._marked:
            return
        found = _mark(self._connection)
        if found is None or self._folded:
            _leave(self._connection, LogMark(self._new_name(), found.log if found else ""))
        else:
            again = msgspec.structs.replace(found, times=found.times + 1, whole=False)
            _leave(self._connection, again)

    def written(self) -> None:
        """A transaction with the mark in it, or after the one with it, is on the disk."""
        self._marked, self._folded, self._empty = True, False, False
        self._commits += 1
        if self._commits >= MOST_COMMITS:
            self.fold()

    def fold(self) -> bool:
        """Fold the log into the file; False while somebody reads from it."""
        return self._folded or self._checkpoint("RESTART", 0)

    def empty(self, patience: int = 0) -> bool:
        """Fold the log into the file and leave nothing in it; False while somebody reads from it.

        ``patience``: how long to wait for them, milliseconds.
        """
        if self._empty and not patience:
            return True
        self._empty = self._checkpoint("TRUNCATE", patience)
        return self._empty

    def close(self) -> None:
        """Fold it in for the last time, and note that everything is in the file."""
        self.empty()
        found = _mark(self._connection)
        if found is None or found.whole:
            return
        self._connection.execute("BEGIN IMMEDIATE")
        _leave(self._connection, msgspec.structs.replace(found, whole=True))
        self._connection.execute("COMMIT")
        self.written()
        self.empty()

    def _checkpoint(self, how: str, patience: int) -> bool:
        usual = self._connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self._connection.execute(f"PRAGMA busy_timeout = {patience}")
        try:
            found = self._connection.execute(f"PRAGMA wal_checkpoint({how})").fetchone()
            self._folded = not found[0]
        except sqlite3.OperationalError:
            self._folded = False
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {usual}")
        # Even where it could not be done, SQLite may begin the log anew at the next commit.
        self._marked, self._commits = False, 0
        return self._folded


def mark_new(connection: sqlite3.Connection, name: str) -> None:
    """Leave a first mark in a library that is being made: no later log stands on nothing."""
    _leave(connection, LogMark(name, "", whole=True))


def is_open(connection: sqlite3.Connection) -> bool:
    """Whether the file says that it was not closed since it was last written."""
    try:
        found = _mark(connection)
    except (sqlite3.Error, msgspec.DecodeError):
        return False
    return found is not None and not found.whole


def forget_mark(copy: sqlite3.Connection) -> None:
    """A copy in one file is whole, and no log is its own."""
    copy.execute("DELETE FROM about WHERE key = 'log'")


def is_strange(library: Path) -> bool:
    """Whether the log beside a library is that of another file, whose place it took."""
    if not has_log(library) or not library.exists():
        return False
    alone = f"{library.absolute().as_uri()}?mode=ro&immutable=1"
    through = f"{library.absolute().as_uri()}?mode=ro"
    try:
        # Through SQLite alone: to close a file that was opened otherwise lets go of all locks that
        # this process holds on it.
        with closing(sqlite3.connect(through, uri=True)) as connection:
            log = _mark(connection)
        with closing(sqlite3.connect(alone, uri=True)) as connection:
            file = _mark(connection)
        with closing(sqlite3.connect(through, uri=True)) as connection:
            if _mark(connection) != log:
                return False  # somebody is writing it
    except (sqlite3.Error, msgspec.DecodeError):
        # Half folded, damaged, or of no schema of ours: nothing to tell it by.
        return False
    if log is None:
        return False
    return (file.log if file else "") not in (log.log, log.before)


def has_mark(library: Path) -> bool:
    """Whether a library's own file bears the mark of a log: a backup put in its place has none."""
    alone = f"{library.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(alone, uri=True)) as connection:
            return _mark(connection) is not None
    except (sqlite3.Error, msgspec.DecodeError):
        return False


def keeps_log(library: Path) -> bool:
    """Whether the file itself says that it has a log: a backup put back by hand does not.

    Only before this process opens the library: see :func:`is_strange`.
    """
    try:
        with library.open("rb") as file:
            header = file.read(20)
    except OSError:
        return True
    return header[18:] != b"\x01\x01"


def set_log_aside(library: Path, now: datetime) -> Path:
    """Rename the log beside a library out of the way. Gives its new path.

    For whoever holds the library's lock. Raises Trouble.
    """
    aside = library.with_name(f"{library.stem} log set aside {stamp(now).replace(':', '')}.wal")
    with trouble_at(library):
        if aside.exists():
            raise Trouble("exists", path=str(aside))
        log_file(library).rename(aside)
        library.with_name(library.name + "-shm").unlink(missing_ok=True)
    return aside


def logs_set_aside(library: Path) -> list[Path]:
    """The logs that were renamed out of a library's way."""
    start = f"{library.stem} log set aside "
    return sorted(one for one in library.parent.glob("*.wal") if one.name.startswith(start))


def _mark(connection: sqlite3.Connection) -> LogMark | None:
    found = connection.execute(_READ).fetchone()
    return None if found is None else msgspec.json.decode(found[0], type=LogMark)


def _leave(connection: sqlite3.Connection, mark: LogMark) -> None:
    value = msgspec.json.encode(mark).decode()
    # Not REPLACE, which would write the page of the keys as well.
    if not connection.execute("UPDATE about SET value = ? WHERE key = 'log'", (value,)).rowcount:
        connection.execute("INSERT INTO about VALUES ('log', ?)", (value,))
