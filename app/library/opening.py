"""Opening a library file: made when missing, backed up, brought up to date, never overwritten."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

from app.library import backup, migrations
from app.library.connection import open_plain, open_untouched
from app.library.library import Library
from app.library.lock import WriteLock
from app.library.rows import JOURNALED, KEPT
from app.library.trouble import Trouble, trouble_at
from app.moment import Moment

LookedOver = Callable[[], None]
"""Waits until a library has been looked over; raises :class:`Trouble` when it is not sound."""


def look_over(path: Path) -> LookedOver:
    """Begin to look a library over, beside whatever else a start has to do meanwhile."""
    found: list[Exception] = []

    def look() -> None:
        try:
            if path.exists():
                backup.check_sound(path)
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
    path: Path, moment: Moment, *, read_only: bool = False, looked: LookedOver | None = None
) -> Library:
    """Open the library at ``path``, making it when there is none.

    ``read_only`` takes no lock and may be used while another process writes; ``looked`` is where
    it is being looked over already (see :func:`look_over`). Raises
    :class:`Trouble`: ``open-elsewhere`` when another process writes to it, ``newer`` for a file of
    a later Hearth (left untouched), ``damaged`` (see :mod:`app.library.recovery`),
    ``not-a-library``, ``older`` or ``no-library`` (read only), or what the disk has to say.
    """
    path = _real(path)
    if read_only:
        return _open_to_read(path, moment)
    with trouble_at(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = WriteLock(path)
    try:
        backup.clear_up(path)
        not_backed_up = None
        if path.exists():
            not_backed_up = _prepare(path, moment, looked or (lambda: backup.check_sound(path)))
        else:
            migrations.create(path, moment)
        with trouble_at(path):
            moment.follow(_latest_id(path))
            return Library(
                path, moment, lock, identity=_identity(path), not_backed_up=not_backed_up
            )
    except BaseException:
        lock.release()
        raise


def _open_to_read(path: Path, moment: Moment) -> Library:
    if not path.exists():
        raise Trouble("no-library", path=str(path))
    if not migrations.is_current(path):
        raise Trouble("older", path=str(path))
    with trouble_at(path):
        return Library(path, moment, None, identity=_identity(path))


def _real(path: Path) -> Path:
    """Where the file truly lies: one file has one lock, whatever links lead to it."""
    with trouble_at(path):
        real = path.resolve()
        if path.is_symlink() and not real.exists():
            # The drive it leads to is not there: no empty library takes its place.
            raise Trouble("no-such-place", path=str(path))
    return real


def _prepare(path: Path, moment: Moment, looked: LookedOver) -> Trouble | None:
    """Look the file over, back it up, bring it up to date. Gives why no backup could be made."""
    current = migrations.is_current(path)
    looked()
    now = moment.now()
    if not current:
        # Without a backup there is no migration: whatever keeps it from being made is raised.
        backup.make_backup(path, now, "migration")
        migrations.migrate(path)
        return None
    with trouble_at(path), closing(open_plain(path)) as connection:
        migrations.mend_search(connection)
    try:
        backup.make_backup_if_changed(path, now, "start")
    except Trouble as trouble:
        # A full or read-only disk must not keep anyone from opening what is already there.
        return trouble
    return None


def _latest_id(path: Path) -> str:
    """The latest of all time-ordered ids in the library: those to come are to follow it.

    An id of another making, as a file from elsewhere may hold, follows nothing and leads nowhere.
    """
    tables = ["change", *(kind.table for kind in (*JOURNALED, *KEPT) if kind.key == ("id",))]
    with closing(open_untouched(path)) as connection:
        found = [
            connection.execute(
                f"SELECT id FROM {table} WHERE id < '8' AND length(id) = 32"
                " AND substr(id, 13, 1) = '7' AND id NOT GLOB '*[^0-9a-f]*'"
                " ORDER BY id DESC LIMIT 1"
            ).fetchone()
            for table in tables
        ]
    return max((one for (one,) in filter(None, found)), default="0")


def _identity(path: Path) -> str:
    with closing(open_untouched(path)) as connection:
        found = connection.execute("SELECT value FROM about WHERE key = 'library'").fetchone()
    if found is None:
        raise Trouble("damaged", path=str(path))
    return str(found[0])
