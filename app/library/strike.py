"""Striking a text or a person from the record, leaving no trace: first what goes, then it goes.

It goes from the rows, the journal, the search index, drafts, attachments, from Hearth's own
backups and from what it has set aside. What was exported, copied elsewhere, or is still readable
from the bare disk is out of reach (:data:`BEYOND`): whoever asks must be told so.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from glob import escape
from pathlib import Path

import msgspec

from app.library import attachments, migrations
from app.library.backup import backup_folder
from app.library.connection import open_plain, open_untouched
from app.library.disk_sync import sync_file, sync_folder
from app.library.journal import Change, Scope
from app.library.library import Library
from app.library.log import logs_set_aside
from app.library.migrations import version_of
from app.library.owner_only import make_file
from app.library.reports import saved_reports
from app.library.rows import STRIKABLE
from app.library.scrubbing import Place, Scrubbed, scrub
from app.library.soundness import check_sound, in_memory
from app.library.struck_texts import drafts_naming, elsewhere, struck_texts_of
from app.library.trouble import Trouble, from_sqlite, trouble_at

BEYOND = ("exports", "copies", "disk")
"""What striking never reaches, as codes: files exported or sent, copies of the library made by
hand or by other programs, and what the disk itself may keep of overwritten bytes."""


class StrikeEffects(msgspec.Struct, frozen=True):
    """Exactly what striking takes out, and what it does not reach.

    ``rows`` go; ``loosened`` stay but no longer name what was struck; ``images`` leave the
    journal, so that ``changes`` can no longer be undone; ``attachments`` are files by name;
    ``backups`` are cleaned (those of an older schema are brought up to date for it),
    ``backups_removed`` cannot be and go as a whole. ``elsewhere``: other
    rows that say the same words or name the person, which stay unless they are struck too (those
    of :data:`STRIKABLE` can be, in the same stroke). ``unreachable``: damaged files set aside that
    may still hold it. ``files`` of Hearth's own that hold it go: reports, logs set aside.
    ``drafts``: how many texts half typed hold a name too short to be surely theirs, and stay.
    :data:`BEYOND` holds always.
    """

    rows: tuple[Place, ...]
    loosened: tuple[Place, ...]
    kept: int
    images: int
    changes: int
    attachments: tuple[str, ...]
    backups: tuple[Path, ...]
    backups_removed: tuple[Path, ...]
    elsewhere: tuple[Place, ...]
    unreachable: tuple[Path, ...]
    files: tuple[Path, ...]
    drafts: int


class _Copies(msgspec.Struct, frozen=True):
    """The library's own copies that hold what is struck."""

    clean: tuple[Path, ...]
    remove: tuple[Path, ...]
    unreachable: tuple[Path, ...]


def strike_effects(library: Library, struck: Iterable[Place]) -> StrikeEffects:
    """What :func:`strike` would take out; nothing is touched.

    Raises Trouble: ``gone`` when the library knows none of it.
    """
    places = _allowed(struck)
    with trouble_at(library.path), closing(in_memory(library.path)) as copy:
        words = struck_texts_of(copy, places)
        copies = _copies(library.path, places, words)
        done = scrub(copy, places, words)
        same = elsewhere(copy, words)
        left = drafts_naming(copy, words)
        if not done.anything and not copies.clean and not copies.remove:
            raise Trouble("gone")
    return StrikeEffects(
        rows=tuple(sorted(done.gone)),
        loosened=tuple(sorted(done.loosened)),
        kept=done.kept,
        images=done.images,
        changes=len(done.changes),
        attachments=tuple(done.attachments),
        backups=copies.clean,
        backups_removed=copies.remove,
        elsewhere=tuple(sorted(same)),
        unreachable=copies.unreachable,
        files=tuple(_files_holding(library.path, {row for _, row in places} | words)),
        drafts=left,
    )


def texts_at(library: Library, places: Iterable[Place]) -> list[str]:
    """What is said at places of :data:`STRIKABLE`, each text once. Raises Trouble."""
    wanted = _allowed(places)
    with trouble_at(library.path), closing(open_untouched(library.path)) as connection:
        return sorted(struck_texts_of(connection, wanted))


def strike(library: Library, struck: Iterable[Place]) -> StrikeEffects:
    """Strike rows (table and id, of :data:`STRIKABLE`) from the record. Gives what went.

    The copies go first and the library last: whoever still sees the text can strike it again when
    a full disk or a power cut came between. Cannot be undone. Raises :class:`Trouble`.
    """
    places = _allowed(struck)
    effects = strike_effects(library, places)
    with trouble_at(library.path), closing(in_memory(library.path)) as copy:
        words = struck_texts_of(copy, places)
    with library.upkeep() as (connection, tell):
        for path in effects.backups:
            _clean(path, places, words)
        for path in (*effects.backups_removed, *effects.files):
            with trouble_at(path):
                path.unlink(missing_ok=True)
        done = _strike_in(connection, places, words)
        _pack(connection)
        tell(Change("", "strike", Scope(), frozenset(done.gone | done.loosened), kept=True))
    return effects


def _allowed(struck: Iterable[Place]) -> frozenset[Place]:
    places = frozenset(struck)
    if any(table not in STRIKABLE for table, _ in places):
        raise RuntimeError("no such thing is ever struck")
    return places


def _strike_in(
    connection: sqlite3.Connection, places: frozenset[Place], words: frozenset[str]
) -> Scrubbed:
    """One transaction: rows, journal, attachments and the search index."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = scrub(connection, places, words)
        attachments.sweep(connection)
        migrations.make_search(connection)
        migrations.mark_search_stale(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return done


def _pack(connection: sqlite3.Connection) -> None:
    """Lay the file anew without its gaps. Rows move, so the search index is filled again."""
    connection.execute("VACUUM")
    migrations.mend_search(connection)


def _copies(library: Path, places: frozenset[Place], words: frozenset[str]) -> _Copies:
    """Look through the backups and what was set aside."""
    clean: list[Path] = []
    remove: list[Path] = []
    unreachable: list[Path] = []
    own = backup_folder(library)
    for path in _own_copies(library):
        try:
            version = version_of(path)
            with closing(in_memory(path)) as copy:
                migrations.bring_up_to_date(copy, version)
                if scrub(copy, places, words).anything:
                    clean.append(path)
            continue
        except sqlite3.Error as error:
            if from_sqlite(error, path) is None:
                raise
        except (Trouble, migrations.Broken):
            pass
        # Damaged, or of a later schema: nothing can be taken out of it.
        if _holds(path, {row for _, row in places} | words):
            (remove if path.parent == own else unreachable).append(path)
    return _Copies(tuple(clean), tuple(remove), tuple(unreachable))


def _own_copies(library: Path) -> Iterator[Path]:
    yield from sorted(backup_folder(library).glob("*.hearth"))
    aside = f"{escape(library.stem)} set aside *{library.suffix}"
    yield from sorted(library.parent.glob(aside))


def _files_holding(library: Path, needles: Iterable[str]) -> Iterator[Path]:
    """Reports of mishaps, which may quote anything, and logs that were set aside."""
    wanted = list(needles)
    for path in (*saved_reports(library), *logs_set_aside(library)):
        if _holds(path, wanted):
            yield path


def _holds(path: Path, needles: Iterable[str]) -> bool:
    data = path.read_bytes()
    return any(needle.encode() in data for needle in needles)


def _clean(path: Path, places: frozenset[Place], words: frozenset[str]) -> None:
    """Put a cleaned copy in a backup's place, brought up to date, whole or not at all."""
    part = path.with_name(path.name + ".part")
    leavings = (part, part.with_name(part.name + "-journal"))
    with trouble_at(path):
        try:
            for one in leavings:
                one.unlink(missing_ok=True)
            with closing(open_plain(path)) as origin:
                # A copy set aside may have its log beside it, which must not outlive it.
                origin.execute("PRAGMA journal_mode = DELETE")
                make_file(part)
                with closing(sqlite3.connect(part)) as copy:
                    origin.backup(copy)
            with closing(open_plain(part)) as copy:
                migrations.bring_up_to_date(copy, version_of(part))
                _strike_in(copy, places, words)
                _pack(copy)
            check_sound(part)
            sync_file(part)
            os.replace(part, path)
            sync_folder(path.parent)
        finally:
            for one in leavings:
                one.unlink(missing_ok=True)
