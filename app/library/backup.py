"""Backups: whole copies by SQLite's backup API, in one step, thinned to hours, days and weeks."""

import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from app.library.trouble import Trouble, from_sqlite, from_system
from app.moment import instant, stamp

_AGES = (
    (timedelta(days=1), "%Y-%m-%dT%H"),
    (timedelta(days=14), "%Y-%m-%d"),
    (timedelta(days=3650), "%G-%V"),
)
"""Younger than a day: one an hour; than two weeks: one a day; older: one a week."""


class Backup(msgspec.Struct, frozen=True):
    """A backup file, when it was made (UTC) and why (start, migration, workshop, restore, hand)."""

    path: Path
    made: datetime
    why: str


def backup_folder(library: Path) -> Path:
    """Where a library's backups lie: a folder beside it."""
    return library.with_name(library.stem + " backups")


def backups(library: Path) -> list[Backup]:
    """The library's backups, newest first."""
    found = [_read_name(path) for path in backup_folder(library).glob("*.hearth")]
    return sorted((one for one in found if one), key=lambda one: one.made, reverse=True)


def make_backup(library: Path, now: datetime, why: str) -> Backup:
    """Copy the library as it stands, then thin older backups.

    Raises :class:`Trouble`; no half-written backup stays.
    """
    folder = backup_folder(library)
    name = f"{stamp(now).replace(':', '')} {why}.hearth"
    try:
        folder.mkdir(exist_ok=True)
        copy_library(library, folder / name)
    except OSError as error:
        raise from_system(error, folder) from error
    thin(library, now)
    return Backup(folder / name, now, why)


def make_backup_if_changed(library: Path, now: datetime, why: str) -> Backup | None:
    """A backup, unless the latest one already holds the latest change."""
    known = backups(library)
    if known and last_change(known[0].path) == last_change(library):
        return None
    if not known and last_change(library) == 0:
        return None
    return make_backup(library, now, why)


def copy_library(source: Path, target: Path) -> None:
    """Copy a library, open or not, to ``target``, whole or not at all. Never overwrites.

    Raises :class:`Trouble` (disk full, read only, ``exists``).
    """
    if target.exists():
        raise Trouble("exists", path=str(target))
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        origin = sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)
        copy = sqlite3.connect(part)
        try:
            # In one step: a few pages at a time, a copy of a busy file may never end.
            origin.backup(copy)
            # WAL is a property of the file; a copy is one file, without a log beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
            origin.close()
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.rename(target)
    except sqlite3.Error as error:
        raise from_sqlite(error, target) or error from error
    except OSError as error:
        raise from_system(error, target) from error
    finally:
        part.unlink(missing_ok=True)


def last_change(library: Path) -> int:
    """The number of the latest change in a library file; 0 when there is none."""
    connection = sqlite3.connect(f"{library.absolute().as_uri()}?mode=rw", uri=True)
    try:
        found = connection.execute("SELECT max(number) FROM change").fetchone()[0]
        return int(found or 0)
    except sqlite3.Error as error:
        raise from_sqlite(error, library) or error from error
    finally:
        connection.close()


def thin(library: Path, now: datetime) -> None:
    """Remove the backups that a newer one of the same hour, day or week makes needless."""
    seen: set[str] = set()
    for one in backups(library):
        age = now - one.made
        pattern = next((form for limit, form in _AGES if age < limit), _AGES[-1][1])
        slot = pattern + one.made.strftime(pattern)
        if slot in seen:
            one.path.unlink(missing_ok=True)
        seen.add(slot)


def restore(library: Path, chosen: Path, now: datetime) -> Path | None:
    """Put a backup in the library's place; the library must be closed.

    What stood there is set aside, never overwritten: gives its new path. The chosen backup is
    checked and copied first, so that a failure leaves everything as it was.
    """
    check_sound(chosen)
    ready = library.with_name(library.name + ".restored")
    ready.unlink(missing_ok=True)
    copy_library(chosen, ready)
    aside = set_aside(library, now)
    try:
        ready.rename(library)
    except OSError as error:
        raise from_system(error, library) from error
    return aside


def set_aside(library: Path, now: datetime) -> Path | None:
    """Rename a library file, with its log, out of the way. Gives its new path."""
    if not library.exists():
        return None
    mark = stamp(now).replace(":", "")
    aside = library.with_name(f"{library.stem} set aside {mark}{library.suffix}")
    try:
        for tail in ("-wal", "-shm"):
            log = library.with_name(library.name + tail)
            if log.exists():
                log.rename(aside.with_name(aside.name + tail))
        library.rename(aside)
    except OSError as error:
        raise from_system(error, library) from error
    return aside


def check_sound(path: Path) -> None:
    """Raises :class:`Trouble` (``damaged``) when SQLite finds the file unsound."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
        try:
            verdict = connection.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error
    if verdict != "ok":
        raise Trouble("damaged", path=str(path))


def _read_name(path: Path) -> Backup | None:
    moment, _, why = path.stem.partition(" ")
    try:
        made = instant(f"{moment[:13]}:{moment[13:15]}:{moment[15:]}")
    except ValueError:
        return None
    return Backup(path, made, why)
