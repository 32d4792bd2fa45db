"""Undo and redo from the journal: any change's rows put back as they were, if untouched since."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta

import msgspec

from app.library.journal import (
    PRIVATE_CLOSED,
    ChangeRecord,
    Entry,
    Scope,
    columns_of,
    entries_of,
    image,
)
from app.library.rows import CHARTER
from app.library.schema import SCHEMA_VERSION
from app.library.trouble import Trouble
from app.moment import Moment, instant, stamp

SAME_CHANGE = timedelta(seconds=5)
"""Autosaves of one field that follow one another this closely are one change."""
_STANDS, _UNDONE, _LEFT_BEHIND = 0, 1, 2
"""What ``change.undone`` says: it stands, redo brings it back, nothing does any more."""
_IN_SCOPE = "undoes IS NULL AND community IS ? AND workshop IS ?"
_STAYS = (
    # It closed a private round, opened one that is closed by now, or made what such a round is of.
    # What brought in a closed one, as an import does, takes it along again.
    "SELECT 1 FROM entry JOIN round ON entry.tbl = 'round' AND entry.row = round.id"
    " OR entry.before IS NULL AND entry.tbl = 'version' AND entry.row = round.version"
    " OR entry.before IS NULL AND entry.tbl = 'run' AND entry.row = round.run"
    " WHERE entry.change = change.id AND round.private = 1 AND round.closed IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM entry AS own WHERE own.change = change.id"
    " AND own.tbl = 'round' AND own.row = round.id"
    " AND json_extract(coalesce(own.before, own.after), '$.closed') IS NOT NULL)"
)
_DELETED = "tbl IN ('workshop', 'community') AND after IS NULL"
_NOT_OF_A_CHARTER = f"tbl NOT IN ({', '.join(repr(kind.table) for kind in CHARTER)})"


def record(
    connection: sqlite3.Connection,
    moment: Moment,
    library: str,
    label: str,
    scope: Scope,
    field: str | None,
) -> ChangeRecord:
    """A new change of a ``library``, written; the latest one when the same field is saved again."""
    now = moment.now()
    last = _one(connection, "SELECT * FROM change ORDER BY id DESC LIMIT 1")
    same = (label, field, scope, 0, None, SCHEMA_VERSION)
    if (
        field is not None
        and last is not None
        and (last.label, last.field, last.scope, last.undone, last.undoes, last.schema) == same
        and timedelta(0) <= now - instant(last.at) <= SAME_CHANGE
    ):
        connection.execute("UPDATE change SET at = ? WHERE id = ?", (stamp(now), last.id))
        return last
    new = ChangeRecord(
        id=moment.new_id(),
        library=library,
        community=scope.community,
        workshop=scope.workshop,
        schema=SCHEMA_VERSION,
        label=label,
        field=field,
        at=stamp(now),
        undoes=None,
        undone=0,
    )
    cells = msgspec.structs.asdict(new)
    names, marks = ", ".join(cells), ", ".join("?" * len(cells))
    connection.execute(f"INSERT INTO change ({names}) VALUES ({marks})", tuple(cells.values()))
    return new


def to_undo(connection: sqlite3.Connection, scope: Scope) -> ChangeRecord | None:
    """The change that undo in exactly this ``scope`` takes back, or None: the latest.

    Where that can never be undone, because a private round is closed, it is a deletion before it
    that still can be: with nothing in between but such changes, and what was done to the charter
    that the round was of.
    """
    entries = "SELECT 1 FROM entry WHERE entry.change = change.id AND"
    sql = (
        f"SELECT *, EXISTS ({_STAYS}), EXISTS ({entries} {_DELETED}),"
        f" EXISTS ({entries} {_NOT_OF_A_CHARTER})"
        f" FROM change WHERE undone = {_STANDS} AND {_IN_SCOPE} ORDER BY id DESC"
    )
    latest: ChangeRecord | None = None
    # Read only as far as needed: among many changes, a scope may have few.
    with closing(connection.execute(sql, (scope.community, scope.workshop))) as standing:
        for *cells, stays, deleted, other in standing:
            found = ChangeRecord(*cells)
            if deleted or (latest is None and not stays):
                return _if_current(found)
            latest = latest or found
            if other and not stays:
                break
    return _if_current(latest)


def to_redo(connection: sqlite3.Connection, scope: Scope) -> ChangeRecord | None:
    """The change that redo in exactly this ``scope`` brings back, or None."""
    found = _one(
        connection,
        f"SELECT * FROM change WHERE undone = {_UNDONE} AND {_IN_SCOPE} ORDER BY id LIMIT 1",
        scope.community,
        scope.workshop,
    )
    return _if_current(found)


def leave_behind(connection: sqlite3.Connection, scope: Scope) -> None:
    """Something else was done in ``scope``: what was undone before it stays undone."""
    connection.execute(
        f"UPDATE change SET undone = {_LEFT_BEHIND} WHERE undone = {_UNDONE} AND {_IN_SCOPE}",
        (scope.community, scope.workshop),
    )


def apply(connection: sqlite3.Connection, target: ChangeRecord) -> None:
    """Turn ``target`` over: its rows back as before it, or, when it is undone, as after it.

    Each write is walked back (or on) one by one, so that every rule of the tables that held then
    holds again. A row that outlived a deletion keeps what was done to it since. Raises
    :class:`Trouble`: ``undo-conflict`` when another row is not as the change left it,
    ``private-closed`` when a private round would be opened again.
    """
    stays = f"SELECT 1 FROM change WHERE id = ? AND undone = {_STANDS} AND EXISTS ({_STAYS})"
    if connection.execute(stays, (target.id,)).fetchone():
        raise Trouble("private-closed")
    entries = entries_of(connection, target.id)
    deleted = any(entry.after is None for entry in entries)
    try:
        if target.undone:
            _walk(connection, target, entries, deleted)
        else:
            _walk(connection, target, [_turned(entry) for entry in reversed(entries)], deleted)
    except sqlite3.IntegrityError as error:
        if PRIVATE_CLOSED in str(error):
            raise Trouble("private-closed") from error
        raise conflict(connection, target) from error
    now = _STANDS if target.undone else _UNDONE
    connection.execute("UPDATE change SET undone = ? WHERE id = ?", (now, target.id))


def conflict(connection: sqlite3.Connection, target: ChangeRecord) -> Trouble:
    """Why ``target`` cannot be turned over: a private round closed since, or what was done since.

    The later change is not to be undone first where it is one that was passed over.
    """
    later = f"SELECT 1 FROM change WHERE undone = {_STANDS} AND {_IN_SCOPE} AND id > ?"
    where = (target.community, target.workshop, target.id)
    if connection.execute(f"{later} AND EXISTS ({_STAYS})", where).fetchone():
        return Trouble("private-closed")
    return Trouble("undo-conflict", label=target.label)


def _walk(
    connection: sqlite3.Connection, target: ChangeRecord, steps: Iterable[Entry], deleted: bool
) -> None:
    columns: dict[str, list[str]] = {}
    for step in steps:
        names = columns.setdefault(step.table, columns_of(connection, step.table))
        now = _image(connection, step, names)
        if now != step.before:
            merged = _merged(step, now) if deleted else None
            if merged is None:
                raise conflict(connection, target)
            step = merged
        _set(connection, step)


def _merged(step: Entry, now: str | None) -> Entry | None:
    """A step of a deletion for a row that outlived it and was changed since, or None.

    It turns over the columns that are as the deletion left them; one that was emptied and says
    something else by now stays.
    """
    if step.before is None or step.after is None or now is None:
        return None
    before, after = msgspec.json.decode(step.before), msgspec.json.decode(step.after)
    cells = msgspec.json.decode(now)
    for name in before:
        if before[name] == after[name]:
            continue
        if cells[name] == before[name]:
            cells[name] = after[name]
        elif before[name] is not None:
            return None
    return msgspec.structs.replace(step, before=now, after=msgspec.json.encode(cells).decode())


def _turned(entry: Entry) -> Entry:
    return msgspec.structs.replace(entry, before=entry.after, after=entry.before)


def _if_current(found: ChangeRecord | None) -> ChangeRecord | None:
    """Older images do not fit the tables any more, and struck ones are gone: undo stops there."""
    return found if found is not None and found.schema == SCHEMA_VERSION else None


def _one(connection: sqlite3.Connection, sql: str, *values: str | None) -> ChangeRecord | None:
    cells = connection.execute(sql, values).fetchone()
    return None if cells is None else ChangeRecord(*cells)


def _image(connection: sqlite3.Connection, entry: Entry, columns: list[str]) -> str | None:
    """The row as it is now, as the journal's triggers would write it."""
    found = connection.execute(
        f"SELECT {image(columns)} FROM main.{entry.table} WHERE id = ?", (entry.row,)
    ).fetchone()
    return None if found is None else str(found[0])


def _set(connection: sqlite3.Connection, step: Entry) -> None:
    if step.after is None:
        connection.execute(f"DELETE FROM main.{step.table} WHERE id = ?", (step.row,))
        return
    cells: dict[str, str | int | None] = msgspec.json.decode(step.after)
    if step.before is None:
        names = ", ".join(f'"{name}"' for name in cells)
        marks = ", ".join("?" * len(cells))
        sql = f"INSERT INTO main.{step.table} ({names}) VALUES ({marks})"
        connection.execute(sql, tuple(cells.values()))
        return
    sets = ", ".join(f'"{name}" = ?' for name in cells)
    connection.execute(
        f"UPDATE main.{step.table} SET {sets} WHERE id = ?", (*cells.values(), step.row)
    )
