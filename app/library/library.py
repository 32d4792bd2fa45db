"""The library: one file, one writer, two doors, and whoever wants to know what changed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import msgspec

from app.library import undoing
from app.library.connection import open_reader, open_writer
from app.library.journal import Change, ChangeRecord, Scope, attach_journal, touched
from app.library.lock import WriteLock
from app.library.reading import Reader
from app.library.schema import SCHEMA_VERSION
from app.library.trouble import Trouble, from_sqlite
from app.library.writing import ALL_TABLES, KEPT_TABLES, Writer
from app.moment import Moment, instant, stamp

SAME_CHANGE = timedelta(seconds=5)
"""Autosaves of one field this close together are one change."""

Subscriber = Callable[[Change], None]


class Library:
    """An open library file. Made by :func:`app.library.opening.open_library`."""

    def __init__(
        self,
        path: Path,
        moment: Moment,
        lock: WriteLock | None,
        *,
        identity: str,
    ) -> None:
        """Open the up-to-date file at ``path``; without a ``lock`` it is only read."""
        self.path = path
        self.moment = moment
        self.identity = identity
        self._lock = lock
        self._subscribers: list[Subscriber] = []
        self._writer: sqlite3.Connection | None = None
        self._open: _OpenDoor | None = None
        if lock is not None:
            self._writer = open_writer(path)
            attach_journal(self._writer)
        self._reading = open_reader(path)
        self.reader = Reader(self._reading)

    @property
    def writable(self) -> bool:
        """Whether this process holds the library's write lock."""
        return self._writer is not None

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Tell ``subscriber`` of every change after its commit. Gives back how to stop."""
        self._subscribers.append(subscriber)

        def stop() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return stop

    @contextmanager
    def change(
        self, label: str, scope: Scope | None = None, *, field: str | None = None
    ) -> Iterator[Writer]:
        """The first door: a journaled, undoable change, all of it or none of it.

        ``label`` is a code for what was done, ``field`` names a text being typed, whose autosaves
        within five seconds are one change. Inside another change it joins that one. Raises
        :class:`Trouble` (disk full, locked, read only...) with nothing changed.
        """
        if self._open is not None:
            if self._open.kept_only:
                raise RuntimeError("a change cannot open inside keep")
            yield self._open.writer
            return
        connection = self._begin()
        kept: set[tuple[str, str]] = set()
        with self._transaction(connection):
            record = self._record(connection, label, scope or Scope(), field)
            connection.execute("INSERT INTO temp.open_change VALUES (?)", (record.id,))
            writer = Writer(connection, ALL_TABLES, kept)
            self._open = _OpenDoor(writer, kept_only=False)
            yield writer
            connection.execute("DELETE FROM temp.open_change")
            rows = touched(connection, record.id) | frozenset(kept)
            if not rows:
                connection.execute("DELETE FROM change WHERE id = ?", (record.id,))
        if rows:
            self._tell(Change(record.id, label, record.scope, rows))

    @contextmanager
    def keep(self, scope: Scope | None = None) -> Iterator[Writer]:
        """The second door: just as durable, never undone (drafts, clocks, where things stand)."""
        if self._open is not None:
            yield self._open.writer
            return
        connection = self._begin()
        kept: set[tuple[str, str]] = set()
        with self._transaction(connection):
            writer = Writer(connection, KEPT_TABLES, kept)
            self._open = _OpenDoor(writer, kept_only=True)
            yield writer
        if kept:
            self._tell(Change("", "kept", scope or Scope(), frozenset(kept), kept=True))

    def undo(self, scope: Scope) -> Change:
        """Undo the latest change in ``scope``.

        Raises :class:`Trouble`: ``nothing-to-undo``, or ``undo-conflict`` when its rows have
        changed since.
        """
        return self._step(scope, undoing.undo)

    def redo(self, scope: Scope) -> Change:
        """Redo what was undone last in ``scope``. Raises :class:`Trouble` as :meth:`undo` does."""
        return self._step(scope, undoing.redo)

    @contextmanager
    def snapshot(self) -> Iterator[Reader]:
        """A reader of its own whose rows all stand at one instant; for exports, in any thread."""
        connection = open_reader(self.path, any_thread=True)
        try:
            connection.execute("BEGIN")
            yield Reader(connection)
        finally:
            connection.close()

    def close(self) -> None:
        """Close the file. The last connection folds the write-ahead log into it."""
        self._subscribers.clear()
        self._reading.close()
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _begin(self) -> sqlite3.Connection:
        connection = self._writer
        if connection is None:
            raise Trouble("open-elsewhere", path=str(self.path))
        if connection.in_transaction:
            raise RuntimeError("a transaction was left open")
        return connection

    @contextmanager
    def _transaction(self, connection: sqlite3.Connection) -> Iterator[None]:
        try:
            # IMMEDIATE, so that a lock is met here, with its time-out, and not halfway.
            connection.execute("BEGIN IMMEDIATE")
            yield
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                trouble = from_sqlite(error, self.path)
                if trouble is not None:
                    raise trouble from error
            raise
        finally:
            self._open = None

    def _record(
        self, connection: sqlite3.Connection, label: str, scope: Scope, field: str | None
    ) -> ChangeRecord:
        """A new row of ``change``, or the latest one when the same field is saved again."""
        now = self.moment.now()
        last = undoing.latest(connection)
        if (
            field is not None
            and last is not None
            and (last.field, last.scope, last.undone, last.undoes) == (field, scope, 0, None)
            and now - instant(last.at) <= SAME_CHANGE
        ):
            connection.execute("UPDATE change SET at = ? WHERE id = ?", (stamp(now), last.id))
            return last
        record = ChangeRecord(
            id=self.moment.new_id(),
            library=self.identity,
            number=(last.number if last else 0) + 1,
            community=scope.community,
            workshop=scope.workshop,
            schema=SCHEMA_VERSION,
            label=label,
            field=field,
            at=stamp(now),
            undoes=None,
            undone=0,
        )
        undoing.add_record(connection, record)
        return record

    def _step(
        self, scope: Scope, step: Callable[[sqlite3.Connection, Scope], ChangeRecord]
    ) -> Change:
        connection = self._begin()
        with self._transaction(connection):
            connection.execute("PRAGMA defer_foreign_keys = ON")
            target = step(connection, scope)
            last = undoing.latest(connection)
            record = msgspec.structs.replace(
                target,
                id=self.moment.new_id(),
                library=self.identity,
                number=(last.number if last else 0) + 1,
                field=None,
                at=stamp(self.moment.now()),
                undoes=target.id,
            )
            undoing.add_record(connection, record)
            connection.execute("INSERT INTO temp.open_change VALUES (?)", (record.id,))
            try:
                undoing.apply(connection, target)
            except sqlite3.IntegrityError as error:
                raise Trouble("undo-conflict", label=target.label) from error
            connection.execute("DELETE FROM temp.open_change")
            rows = touched(connection, record.id)
        change = Change(record.id, target.label, target.scope, rows)
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        for subscriber in tuple(self._subscribers):
            subscriber(change)


class _OpenDoor(msgspec.Struct, frozen=True):
    writer: Writer
    kept_only: bool
