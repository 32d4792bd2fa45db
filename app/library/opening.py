"""Opening a library file: made when missing, backed up, brought up to date, never overwritten."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Thread

import msgspec

from app.library import backup, migrations
from app.library.connection import open_plain, open_untouched
from app.library.library import Library
from app.library.lock import WriteLock
from app.library.log import has_log, is_strange, keeps_log, set_log_aside
from app.library.look_after import look_after
from app.library.own_files import own_files
from app.library.owner_only import close_to_others, make_folder
from app.library.rows import JOURNALED, KEPT
from app.library.soundness import check_sound
from app.library.trouble import Trouble, trouble_at
from app.moment import Moment

SMALL = 8_000_000
"""Bytes up to which a library is looked over and backed up before it opens: that takes no longer
than a blink. A larger one opens first, and is looked over behind the window."""

LookedOver = Callable[[], None]
"""Waits until a library has been looked over; raises :class:`Trouble` when it is not sound."""
Later = Callable[[], tuple[Trouble, ...]]
"""Looks a library over and backs it up, in any thread; gives what the person should know.

Raises :class:`Trouble` when it is not sound.
"""


def look_over(path: Path) -> LookedOver | None:
    """Begin to look a library over, beside whatever else a start has to do meanwhile.

    None for a large one, which is for later.
    """
    if not _is_small(path):
        return None
    found: list[Exception] = []

    def look() -> None:
        try:
            if path.exists():
                check_sound(path)
        except Exception as error:  # noqa: BLE001 - told where somebody waits for it
            found.append(error)

    looking = Thread(target=look, name="look over", daemon=True)
    looking.start()

    def wait() -> None:
        looking.join()
        if found:
            raise found[0]

    return wait


def open_library(
    path: Path,
    moment: Moment,
    *,
    read_only: bool = False,
    looked: LookedOver | None = None,
    later: list[Later] | None = None,
) -> Library:
    """Open the library at ``path``, making it when there is none.

    ``read_only`` takes no lock and may be used while another process writes; ``looked`` is where
    it is being looked over already (see :func:`look_over`); ``later`` gets what is still to be done
    for a large one, for whoever has a window to show meanwhile. Raises
    :class:`Trouble`: ``open-elsewhere`` when another process writes to it, ``newer`` for a file of
    a later Hearth (left untouched), ``damaged`` (see :mod:`app.library.recovery`),
    ``not-a-library``, ``older`` or ``no-library`` (read only), or what the disk has to say.
    """
    path = _real(path)
    there = path.exists()
    try:
        if read_only:
            return _open_to_read(path, moment)
        return _open_to_write(path, moment, looked, later)
    except (sqlite3.Error, UnicodeDecodeError, msgspec.MsgspecError) as error:
        if not there:
            raise
        # Nothing has been asked yet but what every library answers: something was overwritten.
        raise Trouble("damaged", path=str(path)) from error


def open_as_may_be(
    path: Path,
    moment: Moment,
    *,
    looked: LookedOver | None = None,
    later: list[Later] | None = None,
) -> Library:
    """Open the library to write; where its file, folder or disk is only read, to read it.

    Raises :class:`Trouble`.
    """
    try:
        return open_library(path, moment, looked=looked, later=later)
    except Trouble as trouble:
        if trouble.code != "read-only" or not path.exists():
            raise
    return open_library(path, moment, read_only=True)


def may_write(path: Path) -> bool:
    """Whether a library that is there, or its folder, may be written by this person at all."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _open_to_write(
    path: Path, moment: Moment, looked: LookedOver | None, later: list[Later] | None
) -> Library:
    with trouble_at(path.parent):
        make_folder(path.parent)
    if not may_write(path):
        raise Trouble("read-only", path=str(path))
    lock = WriteLock(path)
    try:
        backup.clear_up(path)
        met: list[Trouble] = []
        # A log without its file is a stranger to the one that is about to be made.
        orphan = has_log(path) and not (path.exists() and keeps_log(path))
        if orphan or is_strange(path):
            aside = set_log_aside(path, moment.now())
            met.append(Trouble("strange-log", path=str(path), aside=str(aside)))
            looked = None  # it may have been looked at while the log was being put aside
        if path.exists():
            met += _prepare(path, moment, looked, later)
        else:
            migrations.create(path, moment)
            lock.take_by_number()
        close_to_others(*own_files(path))
        with trouble_at(path):
            with closing(open_untouched(path)) as connection:
                moment.follow(_latest_id(connection))
                identity = _identity(connection, path)
            return Library(path, moment, lock, identity=identity, met=met)
    except BaseException:
        lock.release()
        raise


def _open_to_read(path: Path, moment: Moment) -> Library:
    if not path.exists():
        raise Trouble("no-library", path=str(path))
    if not migrations.is_current(path):
        raise Trouble("older", path=str(path))
    try:
        with trouble_at(path):
            with closing(open_untouched(path)) as connection:
                identity = _identity(connection, path)
            return Library(path, moment, None, identity=identity)
    except Trouble as trouble:
        if trouble.code in ("read-only", "cannot-open") and has_log(path):
            # The log cannot be read where nothing may be written beside it.
            raise Trouble("log-needed", path=str(path)) from trouble
        raise


def _real(path: Path) -> Path:
    """Where the file truly lies: one file has one lock, whatever links lead to it."""
    with trouble_at(path):
        real = path.resolve()
        if path.is_symlink() and not real.exists():
            # The drive it leads to is not there: no empty library takes its place.
            raise Trouble("no-such-place", path=str(path))
    return real


def _prepare(
    path: Path, moment: Moment, looked: LookedOver | None, later: list[Later] | None
) -> tuple[Trouble, ...]:
    """Look the file over, back it up, bring it up to date. Gives what the person should know."""
    if not migrations.is_current(path):
        (looked or partial(check_sound, path))()
        # Without a backup there is no migration: whatever keeps it from being made is raised.
        backup.make_backup(path, moment.now(), "migration")
        migrations.migrate(path)
        return ()
    if looked is not None:
        looked = _waited_for(looked)  # nobody writes while it is looked over
    replayed = has_log(path)
    with trouble_at(path), closing(open_plain(path)) as connection:
        migrations.mend_search(connection)
    rest = partial(look_after, path, moment, looked, replayed=replayed)
    if later is None or _is_small(path):
        return rest()
    later.append(rest)
    return ()


def _waited_for(looked: LookedOver) -> LookedOver:
    """What looking over came to, once it is over: to be asked for later."""
    try:
        looked()
    except Trouble as trouble:
        met = trouble

        def told() -> None:
            raise met

        return told
    return lambda: None


def _is_small(path: Path) -> bool:
    """Whether a library is read to its end in a blink; one that is not there is."""
    try:
        return path.stat().st_size <= SMALL
    except OSError:
        return True


def _latest_id(connection: sqlite3.Connection) -> str:
    """The latest of all time-ordered ids in the library: those to come are to follow it.

    An id of another making, as a file from elsewhere may hold, follows nothing and leads nowhere.
    """
    tables = ["change", *(kind.table for kind in (*JOURNALED, *KEPT) if kind.key == ("id",))]
    found = [
        connection.execute(
            f"SELECT id FROM {table} WHERE id < '8' AND length(id) = 32"
            " AND substr(id, 13, 1) = '7' AND id NOT GLOB '*[^0-9a-f]*'"
            " ORDER BY id DESC LIMIT 1"
        ).fetchone()
        for table in tables
    ]
    return max((one for (one,) in filter(None, found)), default="0")


def _identity(connection: sqlite3.Connection, path: Path) -> str:
    """What the library calls itself; ``path`` is told where it does not say."""
    found = connection.execute("SELECT value FROM about WHERE key = 'library'").fetchone()
    if found is None:
        raise Trouble("damaged", path=str(path))
    return str(found[0])
