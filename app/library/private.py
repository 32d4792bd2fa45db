"""Private rounds: answers as counts, and who has answered apart from them, so that nothing joins.

A count tells how many gave a value, never who; ``answered`` tells who, never what. For nobody to
put the two together again, three more things hold, whichever door wrote them:

- private rows are laid anew in the order of their keys at every write, because a page of the file
  keeps rows in the order they came, gaps and all (:func:`lay_anew`, before the commit);
- the write-ahead log, which holds the pages as they were after every single answer, is folded into
  the file and emptied at once (:func:`app.library.connection.forget_log`, after the commit);
- a copy of the library leaves out the rounds that are still open (:func:`leave_out_open`): two
  copies with one answer between them would tell.
"""

import sqlite3

from app.library.reading import Reader
from app.library.rows import PRIVATE, Answered, Round, Tally
from app.library.trouble import Trouble
from app.library.writing import Writer


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

    Several items are counted in one transaction. ``person``, when known, is marked as having
    answered. Raises Trouble: ``private-closed`` once the round is closed. Whoever already answered
    is for the caller to ask (:func:`has_answered`): here nothing may depend on who it is.
    """
    _require_open(writer, opened)
    found = writer.find(Tally, opened, item, value, group)
    number = found.number + 1 if found else 1
    writer.put(Tally(round=opened, item=item, value=value, room_group=group, number=number))
    if person is not None:
        writer.put(Answered(round=opened, person=person))


def has_answered(reader: Reader, opened: str, person: str) -> bool:
    """Whether somebody has answered; nothing tells what."""
    return reader.find(Answered, opened, person) is not None


def lay_anew(connection: sqlite3.Connection) -> None:
    """Write all private rows again, in the order of their keys, on pages wiped clean."""
    for table in (kind.table for kind in PRIVATE):
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        # Without a condition SQLite wipes whole pages; row by row, the gaps would still tell.
        connection.execute(f"DELETE FROM {table}")
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", sorted(rows))


def leave_out_open(connection: sqlite3.Connection) -> None:
    """Take the counts of private rounds that are still open out of a copy of the library."""
    for kind in PRIVATE:
        connection.execute(f"DELETE FROM {kind.table} WHERE {still_open('round')}")


def still_open(column: str) -> str:
    """SQL: whether the round that ``column`` names is private and open, or was taken back."""
    return f"{column} NOT IN (SELECT id FROM round WHERE private = 0 OR closed IS NOT NULL)"


def _require_open(writer: Writer, opened: str) -> None:
    found = writer.row(Round, opened)
    if not found.private:
        raise RuntimeError("only a private round is counted here")
    if found.closed is not None:
        raise Trouble("private-closed")
