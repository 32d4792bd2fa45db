"""Private rounds: answers as counts, and who has answered apart from them, so that nothing joins.

A count tells how many gave a value, never who; ``answered`` tells who, never what. For nobody to
put the two together again, four more things hold, whichever door wrote them:

- the rows of open rounds lie in tables of their own, which are laid anew in the order of their keys
  at every answer, because a page of the file keeps rows in the order they came, gaps and all
  (:func:`settle`, before the commit). There are as many as one round has, whatever was kept before;
- a round that is closed takes its rows along into the tables of closed rounds, all at once and in
  the order of their keys (:func:`settle` again);
- the write-ahead log, which holds the pages as they were after every single answer, is folded into
  the file and emptied at once, after the commit. While anybody else reads the library it cannot be
  emptied: no answer is kept then (``keep(private=True)``);
- a copy of the library leaves out the rounds that are still open (:func:`leave_out_open`): two
  copies with one answer between them would tell.

:func:`count_answer` and :func:`has_answered` are how an exercise asks in private, one person at a
time; counts made by show of hands are written as they are (:mod:`app.workshop.rounds`).
"""

import sqlite3
from collections.abc import Iterable
from typing import Any

from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import PRIVATE, Answered, ClosedTally, Round, Tally
from app.library.trouble import Trouble
from app.library.writer import Writer

_OPEN: tuple[type[Row], ...] = tuple(kind for kind in PRIVATE if kind.declared.once_closed)
"""The tables whose rows are laid anew at every answer."""


def count_answer(
    writer: Writer,
    opened: str,
    value: str,
    *,
    item: str = "",
    group: str = "",
    person: str | None = None,
) -> None:
    """Count one answer in the private round ``opened``: ``value``, for an ``item`` when there are.

    Several items are counted in one transaction, of ``keep(private=True)``. ``person``, when known,
    is marked as having answered. Raises Trouble: ``private-closed`` once the round is closed.
    Whoever already answered is for the caller to ask (:func:`has_answered`): here nothing may
    depend on who it is.
    """
    if not writer.private:
        raise RuntimeError("an answer is kept by keep(private=True)")
    _require_open(writer, opened)
    found = writer.find(Tally, opened, item, value, group)
    number = found.number + 1 if found else 1
    writer.put(Tally(round=opened, item=item, value=value, room_group=group, number=number))
    if person is not None:
        writer.put(Answered(round=opened, person=person))


def has_answered(reader: Reader, asked: str, person: str) -> bool:
    """Whether somebody has answered a round; nothing tells what."""
    kinds = (kind for kind in PRIVATE if kind.key == Answered.key)
    return any(reader.find(kind, asked, person) is not None for kind in kinds)


def tallies_of(reader: Reader, asked: str) -> list[Tally]:
    """A private round's counts in the order of their keys, be it open or closed."""
    return [*reader.rows(Tally, round=asked), *reader.rows(ClosedTally, round=asked)]


def settle(connection: sqlite3.Connection, *, answered: bool) -> bool:
    """Lay private rows as nobody can read anything into, in a transaction about to be committed.

    ``answered``: rows of open rounds were written. Gives whether pages were, so that the log has to
    be emptied.
    """
    held = {kind: connection.execute(f"SELECT * FROM {kind.table}").fetchall() for kind in _OPEN}
    closed = {
        asked
        for rows in held.values()
        for asked in {row[0] for row in rows}
        if connection.execute(_IS_CLOSED, (asked,)).fetchone()
    }
    if not answered and not closed:
        return False
    for kind, rows in held.items():
        # Without a condition SQLite wipes whole pages; row by row, the gaps would still tell.
        connection.execute(f"DELETE FROM {kind.table}")
        _add(connection, kind.table, (row for row in rows if row[0] not in closed))
        _add(connection, kind.declared.once_closed, (row for row in rows if row[0] in closed))
    return True


def leave_out_open(connection: sqlite3.Connection) -> None:
    """Take the counts of private rounds that are still open out of a copy of the library.

    Those of rounds that are closed stay, also of one that was deleted: undo brings it back.
    """
    for kind in _OPEN:
        connection.execute(f"DELETE FROM {kind.table} WHERE {still_open('round')}")


def still_open(column: str) -> str:
    """SQL: whether the round that ``column`` names is private and open, or was taken back."""
    return f"{column} NOT IN (SELECT id FROM round WHERE private = 0 OR closed IS NOT NULL)"


_IS_CLOSED = "SELECT 1 FROM round WHERE id = ? AND closed IS NOT NULL"


def _add(
    connection: sqlite3.Connection, table: str | None, rows: Iterable[tuple[Any, ...]]
) -> None:
    for row in sorted(rows):
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _require_open(writer: Writer, opened: str) -> None:
    found = writer.row(Round, opened)
    if not found.private:
        raise RuntimeError("only a private round is counted here")
    if found.closed is not None:
        raise Trouble("private-closed")
