"""The library: one file, one writer, two doors, and whoever wants to know what changed."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.library import undo
from app.library.connection import open_plain, open_reader, open_writer
from app.library.journal import Change, ChangeRecord, Scope, attach_journal, rows_of, settle
from app.library.lock import WriteLock
from app.library.log import Log, is_open, log_file
from app.library.private import settle as settle_private
from app.library.reader import Reader
from app.library.remembering import RememberingReader
from app.library.rows import TABLES
from app.library.subscribers import Subscriber, Subscribers
from app.library.trouble import Trouble, from_system, trouble_at
from app.library.writer import ALL_TABLES, KEPT_TABLES, Writer
from app.moment import Moment

FOR_READERS = 1000
"""How long a private answer waits for whoever reads the library, milliseconds."""


class Library:
    """An open library file. Made by :func:`app.library.opening.open_library`.

    Written from one thread, the one that opened it; any thread may read through
    :meth:`snapshot`.
    """

    def __init__(
        self,
        path: Path,
        moment: Moment,
        lock: WriteLock | None,
        *,
        identity: str,
        met: Sequence[Trouble] = (),
    ) -> None:
        """Open the up-to-date file at ``path``; without a ``lock`` it is only read."""
        self.path = path
        self.moment = moment
        self.identity = identity
        self.met = tuple(met)
        """What the person should know of the opening: no backup, a log set aside..."""
        self.cut_off = False
        """Whether the last to write here never closed it: a crash, a power cut."""
        self._lock = lock
        self._writer: sqlite3.Connection | None = None
        self._door: Writer | None = None
        self._journaled = False
        if lock is not None:
            self._writer = open_writer(path)
        try:
            if self._writer is not None:
                attach_journal(self._writer)
                self._writer.execute("PRAGMA query_only = ON")
                self.cut_off = is_open(self._writer)
                # What a crash left in the log may hold private answers one by one.
                self._log = Log(self._writer, moment.new_id)
                self._log_to_empty = not self._log.is_empty
            self._reading = open_reader(path)
        except BaseException:
            if self._writer is not None:
                self._writer.close()
            raise
        self._files = _identities(path) if lock is not None else ()
        self.reader = RememberingReader(self._reading, path)
        self._listeners = Subscribers(self.reader)

    @property
    def writable(self) -> bool:
        """Whether this process holds the library's write lock."""
        return self._writer is not None

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Tell ``subscriber`` of every change after its commit. Gives back how to stop.

        A subscriber never writes: the doors are shut while it is told.
        """
        return self._listeners.add(subscriber)

    @contextmanager
    def change(
        self, label: str, scope: Scope | None = None, *, field: str | None = None
    ) -> Iterator[Writer]:
        """The first door: a journaled, undoable change, all of it or none of it.

        ``label`` is a code for what was done, ``field`` names a text being typed, whose autosaves
        within five seconds of one another are one change. Inside another change it joins that one,
        and is still all or nothing by itself. Raises :class:`Trouble` (disk full, locked, read
        only...) with nothing changed.
        """
        if self._door is not None:
            if not self._journaled:
                raise RuntimeError("a change cannot open inside keep")
            with self._joined(self._door) as door:
                yield door
            return
        with self._transaction(ALL_TABLES) as (connection, door):
            record = undo.record(
                connection, self.moment, self.identity, label, scope or Scope(), field
            )
            connection.execute("INSERT INTO temp.open_change VALUES (?)", (record.id,))
            self._journaled = True
            yield door
            connection.execute("DELETE FROM temp.open_change")
            typed = rows_of(connection, record.id) if field is not None else frozenset()
            rows = settle(connection, record.id)
            if rows:
                undo.leave_behind(connection, record.scope)
        # A text typed and taken back came to nothing, but stands otherwise on somebody's screen.
        told = rows or typed
        if told:
            self._listeners.notify(Change(record.id, label, record.scope, told | door.kept))
        elif door.kept:
            self._listeners.notify(Change("", "kept", record.scope, door.kept, kept=True))

    @contextmanager
    def keep(self, scope: Scope | None = None, *, private: bool = False) -> Iterator[Writer]:
        """The second door: just as durable, never undone (drafts, clocks, where things stand).

        Inside a change it joins the change. ``private``: what is kept is one person's answer, which
        stays in the log while anybody reads the library. Raises as :meth:`change` does;
        ``being-read`` where a private answer would stay there, with nothing kept.
        """
        if private:
            self._begin()
            if not self._log.empty(FOR_READERS):
                raise Trouble("being-read", path=str(self.path))
        if self._door is not None:
            with self._joined(self._door) as door:
                yield door
            return
        with self._transaction(KEPT_TABLES, private=private) as (_, door):
            yield door
        if door.kept:
            self._listeners.notify(Change("", "kept", scope or Scope(), door.kept, kept=True))

    def undo(self, scope: Scope) -> Change:
        """Undo the latest change made in exactly this ``scope``.

        Raises :class:`Trouble`: ``nothing-to-undo``; ``undo-conflict`` when its rows have changed
        since; ``private-closed`` where that would open a closed private round again.
        """
        return self._step(scope, undo.to_undo, "nothing-to-undo")

    def redo(self, scope: Scope) -> Change:
        """Redo what was undone last in ``scope``. Raises as :meth:`undo`; ``nothing-to-redo``."""
        return self._step(scope, undo.to_redo, "nothing-to-redo")

    def undo_label(self, scope: Scope) -> str | None:
        """The label of what :meth:`undo` would take back, or None."""
        with trouble_at(self.path):
            found = undo.to_undo(self._reading, scope)
        return found.label if found else None

    def redo_label(self, scope: Scope) -> str | None:
        """The label of what :meth:`redo` would bring back, or None."""
        with trouble_at(self.path):
            found = undo.to_redo(self._reading, scope)
        return found.label if found else None

    @contextmanager
    def snapshot(self) -> Iterator[Reader]:
        """A reader of its own whose rows all stand at one instant; for exports, in any thread."""
        with trouble_at(self.path):
            connection = open_reader(self.path, any_thread=True)
        try:
            with trouble_at(self.path):
                connection.execute("BEGIN")
                # The instant is that of the first read: now.
                connection.execute("SELECT count(*) FROM about").fetchone()
            yield Reader(connection, self.path)
        finally:
            connection.close()

    @contextmanager
    def upkeep(self) -> Iterator[tuple[sqlite3.Connection, Callable[[Change], None]]]:
        """A connection past both doors, and how to tell of what it changed.

        For the library's own upkeep (striking, repairing) and nobody else: what it writes is not
        in the journal. The caller says BEGIN and COMMIT. Raises :class:`Trouble`.
        """
        self._begin()
        # What is done past the doors belongs to a log that has been begun, and is marked.
        self._log.fold()
        with self._transaction(frozenset()):
            pass

        def tell(change: Change) -> None:
            self.reader.notice()
            self._listeners.notify(change)

        try:
            with trouble_at(self.path), closing(open_plain(self.path)) as connection:
                yield connection, tell
        finally:
            self._log_to_empty = not self._log.empty()

    def wait_for_no_disk(self) -> None:
        """Have what is written from now on wait for no disk: only for a library nobody keeps."""
        self._begin().execute("PRAGMA synchronous = OFF")

    def fold(self) -> bool:
        """Put everything into the one file, for whoever copies it; False while it is read."""
        if self._writer is None:
            return True
        if self._log_to_empty:
            self._log_to_empty = not self._log.empty()
        return self._log.fold()

    @property
    def folded(self) -> bool:
        """Whether everything is in the one file."""
        return self._writer is None or (self._log.folded and not self._log_to_empty)

    def close(self) -> None:
        """Close the file. The last connection folds the write-ahead log into it."""
        self._listeners.clear()
        self._reading.close()
        if self._writer is not None:
            with suppress(sqlite3.Error):  # a disk that is full or gone: the log stays beside it
                self._writer.execute("PRAGMA query_only = OFF")
                self._log.close()
            self._writer.close()
            self._writer = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _begin(self) -> sqlite3.Connection:
        """The writer, when it may begin. Raises Trouble when the file is not where it was."""
        if self._listeners.telling:
            raise RuntimeError("a subscriber never writes")
        connection = self._writer
        if connection is None:
            raise Trouble("only-read", path=str(self.path))
        if connection.in_transaction:
            raise RuntimeError("a transaction was left open")
        if _identities(self.path) != self._files:
            # SQLite would go on writing into a file that nobody can find again.
            raise Trouble("vanished", path=str(self.path))
        return connection

    @contextmanager
    def _transaction(
        self, tables: frozenset[str], *, private: bool = False
    ) -> Iterator[tuple[sqlite3.Connection, Writer]]:
        connection = self._begin()
        door = Writer(connection, self.path, tables, private=private)
        try:
            with trouble_at(self.path):
                connection.execute("PRAGMA query_only = OFF")
                # IMMEDIATE, so that a lock is met here, with its time-out, and not halfway.
                connection.execute("BEGIN IMMEDIATE")
                self._log.mark()
                self.reader.notice()
                self._door = door
                yield connection, door
                answered = any(TABLES[table].declared.private for table, _ in door.kept)
                laid = settle_private(connection, answered=answered)
                connection.execute("COMMIT")
                self._log.written()
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            self._door = None
            self._journaled = False
            door.shut()
            connection.execute("PRAGMA query_only = ON")
        if laid or self._log_to_empty:
            self._log_to_empty = not self._log.empty()

    @contextmanager
    def _joined(self, door: Writer) -> Iterator[Writer]:
        """A part of the open transaction that is taken back alone when it fails."""
        connection = self._writer
        assert connection is not None
        connection.execute("SAVEPOINT joined")
        try:
            yield door
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO joined")
                connection.execute("RELEASE joined")
            raise
        connection.execute("RELEASE joined")

    def _step(
        self,
        scope: Scope,
        choose: Callable[[sqlite3.Connection, Scope], ChangeRecord | None],
        otherwise: str,
    ) -> Change:
        target: ChangeRecord | None = None
        try:
            with self._transaction(frozenset()) as (connection, _):
                connection.execute("PRAGMA defer_foreign_keys = ON")
                target = choose(connection, scope)
                if target is None:
                    raise Trouble(otherwise)
                record = undo.record(
                    connection, self.moment, self.identity, target.label, target.scope, None
                )
                connection.execute(
                    "UPDATE change SET undoes = ? WHERE id = ?", (target.id, record.id)
                )
                connection.execute("INSERT INTO temp.open_change VALUES (?)", (record.id,))
                undo.apply(connection, target)
                connection.execute("DELETE FROM temp.open_change")
                rows = settle(connection, record.id)
        except sqlite3.IntegrityError as error:
            # Something else has come to need a row that would go: only the commit can tell.
            assert target is not None
            raise undo.conflict(self._reading, target) from error
        change = Change(record.id, target.label, target.scope, rows, undoes=target.id)
        self._listeners.notify(change)
        return change


def _identities(path: Path) -> tuple[tuple[int, int], ...]:
    """Which files the library's own and its log are, wherever their names may lead later."""
    found = []
    for name in (path, log_file(path)):
        try:
            facts = os.stat(name)
        except (FileNotFoundError, NotADirectoryError):
            return ()
        except OSError as error:
            raise from_system(error, path) from error
        found.append((facts.st_dev, facts.st_ino))
    return tuple(found)
