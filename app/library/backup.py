"""Backups: whole copies by SQLite's backup API, in one step, thinned to hours, days and weeks.

They are counted, and the number in a backup's name says which came after which: a laptop's clock
may have been ten years ahead one morning. When each was made is for people to read.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from glob import escape
from pathlib import Path

import msgspec

from app.library import private
from app.library.connection import open_untouched
from app.library.disk_sync import sync_file, sync_folder
from app.library.lock import WriteLock
from app.library.log import forget_mark, has_mark, log_file
from app.library.migrations import version_of
from app.library.owner_only import make_file, make_folder
from app.library.rows import KEPT, PRIVATE, Heartbeat, Round
from app.library.soundness import faults_of
from app.library.trouble import Trouble, from_sqlite, trouble_at
from app.moment import instant, stamp

_HOURS = (timedelta(days=1), "%Y-%m-%dT%H")
_DAYS = (timedelta(days=14), "%Y-%m-%d")
_WEEKS = "%G-%V"
LATEST = 5
"""The latest backups stay, however close together they were made."""

_COPY = (
    # Whoever asked for the copy pushes it to the disk once, when it is whole.
    "PRAGMA synchronous = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)

NEVER_THINNED = ("migration", "hand")
"""Backups that stay: the last of an older schema, and those a person asked for."""


class Backup(msgspec.Struct, frozen=True):
    """A backup file, when it was made (UTC), why, and its number.

    ``why``: start, migration, hour, workshop or hand. Those of an older Hearth have no number: 0.
    """

    path: Path
    made: datetime
    why: str
    number: int = 0

    @property
    def order(self) -> tuple[int, datetime]:
        """Sorts backups as they were made, whatever the clock said."""
        return (self.number, self.made)


def backup_folder(library: Path) -> Path:
    """Where a library's backups lie: a folder beside it."""
    return library.with_name(library.stem + " backups")


def backup_name(made: datetime, why: str, number: int) -> str:
    """The name of a backup's file: when it was made (UTC), why, and which it is."""
    return f"{stamp(made).replace(':', '')} {why} {number}.hearth"


def backups(library: Path) -> list[Backup]:
    """The library's backups, the latest first; only those that bear a backup's name."""
    found = [_read_name(path) for path in backup_folder(library).glob("*.hearth")]
    return sorted((one for one in found if one), key=lambda one: one.order, reverse=True)


def make_backup(library: Path, now: datetime, why: str) -> Backup:
    """Copy the library as it stands, then thin older backups.

    Raises :class:`Trouble`; no half-written backup stays, and none is thinned for one that failed.
    """
    folder = backup_folder(library)
    with trouble_at(folder):
        make_folder(folder)
    number = max((one.number for one in backups(library)), default=0) + 1
    target = folder / backup_name(now, why, number)
    copy_library(library, target)
    thin(library, now)
    return Backup(target, now, why, number)


def make_backup_if_changed(library: Path, now: datetime, why: str) -> Backup | None:
    """A backup, unless the latest one already holds what the library holds."""
    state = _state(library)
    known = backups(library)
    try:
        if known and _state(known[0].path) == state:
            return None
    except Trouble:
        # The latest backup cannot be read, or is of an older schema: it holds something else.
        pass
    if not known and not _ever_changed(library):
        return None
    return make_backup(library, now, why)


def copy_library(source: Path, target: Path) -> None:
    """Copy a library, open or not, to ``target``, whole or not at all. Never overwrites.

    The counts of private rounds that are still open are not copied: two copies with one answer
    between them would tell whose it was. Raises :class:`Trouble` (disk full, read only,
    ``exists``, ``damaged`` when the library itself is).
    """
    if target.exists():
        raise Trouble("exists", path=str(target))
    part = target.with_name(target.name + ".part")
    leavings = (part, part.with_name(part.name + "-journal"))
    with trouble_at(target):
        try:
            for one in leavings:
                one.unlink(missing_ok=True)
            make_file(part)
            _copy(source, part)
            sync_file(part)
            part.rename(target)
            sync_folder(target.parent)
        finally:
            for one in leavings:
                one.unlink(missing_ok=True)


def thin(library: Path, now: datetime) -> list[Path]:
    """Remove the backups that a later one of the same hour, day or week makes needless.

    Younger than a day: one an hour; than two weeks: one a day; older: one a week. The latest
    :data:`LATEST` and one of each week always stay, also when the clock is wrong. Gives what went.
    """
    seen: set[str] = set()
    gone: list[Path] = []
    for nth, one in enumerate(backups(library)):
        if one.why in NEVER_THINNED:
            continue
        slot = _slot(one.made, now)
        if nth >= LATEST and slot in seen:
            with trouble_at(one.path):
                one.path.unlink(missing_ok=True)
            gone.append(one.path)
        seen.add(slot)
    return gone


def restore(library: Path, chosen: Path, now: datetime) -> Path | None:
    """Put a backup in the library's place; the library must be closed.

    What stood there is set aside, never overwritten: gives its new path. The chosen backup is
    copied and checked first, so that a failure leaves everything as it was. Raises
    :class:`Trouble`, ``open-elsewhere`` while another process has the library open.
    """
    version_of(chosen)
    lock = WriteLock(library)
    try:
        clear_up(library)
        ready = _ready(library)
        copy_library(chosen, ready)
        return _exchange(library, ready, now)
    finally:
        lock.release()


def set_aside(library: Path, now: datetime) -> Path | None:
    """Rename a library file, with its log, out of the way. Gives its new path.

    The library must be closed. Nothing is overwritten, and a failure puts everything back.
    """
    if not library.exists():
        return None
    mark = stamp(now).replace(":", "")
    aside = library.with_name(f"{library.stem} set aside {mark}{library.suffix}")
    if aside.exists():
        raise Trouble("exists", path=str(aside))
    moved: list[tuple[Path, Path]] = []
    with trouble_at(library):
        try:
            # The log first: beside a new file of the old name it would be taken for that one's.
            for tail in ("-wal", "-shm", ""):
                old = library.with_name(library.name + tail)
                new = aside.with_name(aside.name + tail)
                if old.exists():
                    old.rename(new)
                    moved.append((old, new))
            sync_folder(library.parent)
        except BaseException:
            for old, new in reversed(moved):
                new.rename(old)
            raise
    return aside


def clear_up(library: Path) -> None:
    """Finish or take back what a power cut interrupted; for whoever holds the library's lock.

    No half-written copy stays, where struck words would outlive their striking; a library that was
    being exchanged is the one it was, or the one it was to be.
    """
    ready, own = _ready(library), log_file(library)
    for half in _half_done(library):
        # Where nothing may be removed, it must not keep anyone from opening what is whole.
        with suppress(OSError):
            half.unlink()
    with trouble_at(library):
        for log in library.parent.glob(f"{escape(library.stem)} set aside *{library.suffix}-wal"):
            alone = not log.with_name(log.name.removesuffix("-wal")).exists()
            if alone and library.exists() and not own.exists() and has_mark(library):
                log.rename(own)
        if library.exists():
            ready.unlink(missing_ok=True)
        elif ready.exists():
            ready.rename(library)
            sync_folder(library.parent)


def _half_done(library: Path) -> Iterator[Path]:
    """What a copy, a new library or a striking leaves where it stopped halfway."""
    yield from backup_folder(library).glob("*.hearth.part*")
    yield from library.parent.glob(f"{escape(library.stem)} set aside *{library.suffix}.part*")
    yield from library.parent.glob(f"{escape(library.name)}.restored.part*")


def _ready(library: Path) -> Path:
    """The copy that is about to take the library's place."""
    return library.with_name(library.name + ".restored")


def _copy(source: Path, part: Path) -> None:
    try:
        origin = open_untouched(source)
    except sqlite3.Error as error:
        raise from_sqlite(error, source) or error from error
    with closing(origin), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        for pragma in _COPY:
            copy.execute(pragma)
        # In one step: a few pages at a time, a copy of a busy file may never end.
        origin.backup(copy)
        # WAL is a property of the file; a copy is one file, without a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
        if faults_of(copy):
            raise Trouble("damaged", path=str(source))
        if _has(copy, "about"):
            forget_mark(copy)
        if _has(copy, *(kind.table for kind in PRIVATE), Round.table):
            private.leave_out_open(copy)


def _exchange(library: Path, ready: Path, now: datetime) -> Path | None:
    aside: Path | None = None
    try:
        aside = set_aside(library, now)
        with trouble_at(library):
            ready.rename(library)
            sync_folder(library.parent)
    except BaseException:
        if aside is not None and not library.exists():
            for tail in ("", "-wal", "-shm"):
                old = aside.with_name(aside.name + tail)
                if old.exists():
                    old.rename(library.with_name(library.name + tail))
        ready.unlink(missing_ok=True)
        raise
    return aside


def _ever_changed(library: Path) -> bool:
    """Whether anything was ever changed in a library file."""
    with trouble_at(library), closing(open_untouched(library)) as connection:
        return connection.execute("SELECT 1 FROM change LIMIT 1").fetchone() is not None


def _state(library: Path) -> str:
    """What a library holds, as far as a backup keeps it: equal only where nothing changed."""
    held: list[str] = []
    with trouble_at(library), closing(open_untouched(library)) as connection:
        latest = "SELECT id, at FROM change ORDER BY id DESC LIMIT 1"
        held.append(repr(connection.execute(latest).fetchall()))
        for kind in KEPT:
            if kind is Heartbeat:
                continue
            where = (
                f" WHERE NOT ({private.still_open('round')})" if kind.declared.once_closed else ""
            )
            keys = ", ".join(f'"{name}"' for name in kind.key)
            rows = connection.execute(f"SELECT * FROM {kind.table}{where} ORDER BY {keys}")
            held.append(repr(rows.fetchall()))
    return "\n".join(held)


def _has(connection: sqlite3.Connection, *tables: str) -> bool:
    marks = ", ".join("?" * len(tables))
    sql = f"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ({marks})"
    return bool(connection.execute(sql, tables).fetchone()[0] == len(tables))


def _slot(made: datetime, now: datetime) -> str:
    age = now - made
    pattern = next((form for limit, form in (_HOURS, _DAYS) if age < limit), _WEEKS)
    return pattern + made.strftime(pattern)


def _read_name(path: Path) -> Backup | None:
    when, _, rest = path.stem.partition(" ")
    why, _, number = rest.rpartition(" ") if rest[-1:].isdecimal() else (rest, "", "0")
    try:
        made = instant(f"{when[:13]}:{when[13:15]}:{when[15:]}")
    except ValueError:
        return None
    if made.tzinfo is None:
        return None
    return Backup(path, made, why, int(number))
