"""Opening a library file: made when missing, backed up, brought up to date, never overwritten."""

import sqlite3
from pathlib import Path

from app.library import backup, migrations
from app.library.library import Library
from app.library.lock import WriteLock
from app.library.schema import SCHEMA_VERSION
from app.library.trouble import Trouble, from_sqlite, from_system
from app.moment import Moment


def open_library(path: Path, moment: Moment, *, read_only: bool = False) -> Library:
    """Open the library at ``path``, making it when there is none.

    ``read_only`` takes no lock and may be used while another process writes. Raises
    :class:`Trouble`: ``open-elsewhere`` when another process writes to it, ``newer`` for a file of
    a later Hearth (left untouched), ``damaged``, ``not-a-library``, ``no-library`` (read only and
    missing), or what the disk has to say.
    """
    if read_only:
        if not path.exists():
            raise Trouble("no-library", path=str(path))
        _require_current(path)
        return Library(path, moment, None, identity=_identity(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_system(error, path.parent) from error
    lock = WriteLock(path)
    try:
        if not path.exists():
            migrations.create(path, moment)
        else:
            _prepare(path, moment)
        return Library(path, moment, lock, identity=_identity(path))
    except sqlite3.Error as error:
        lock.release()
        raise from_sqlite(error, path) or error from error
    except BaseException:
        lock.release()
        raise


def _prepare(path: Path, moment: Moment) -> None:
    version = migrations.version_of(path)
    backup.check_sound(path)
    now = moment.now()
    if version < SCHEMA_VERSION:
        backup.make_backup(path, now, "migration")
        migrations.migrate(path)
        return
    try:
        backup.make_backup_if_changed(path, now, "start")
    except Trouble as trouble:
        # A full or read-only disk must not keep anyone from opening what is already there.
        if trouble.code == "damaged":
            raise


def _require_current(path: Path) -> None:
    if migrations.version_of(path) < SCHEMA_VERSION:
        raise Trouble("older", path=str(path))


def _identity(path: Path) -> str:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        found = connection.execute("SELECT value FROM about WHERE key = 'library'").fetchone()
    finally:
        connection.close()
    if found is None:
        raise Trouble("damaged", path=str(path))
    return str(found[0])
