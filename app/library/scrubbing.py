"""Scrubbing one library file: everything that names a struck row, out of rows and journal.

Worked on a plain connection (foreign keys off) in a transaction that the caller opened;
:mod:`app.library.strike` does it to the library and to each of its backups alike. What refers to a
struck row goes with it where it cannot do without (a membership without its person), and otherwise
lets go of it (a note keeps its words and loses its author). Rows and journal images are treated by
one rule, so that an image still equals the row it is of, and undo of everything else still works.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping

import msgspec

from app.library.columns import Column
from app.library.journal import columns_of, image
from app.library.rows import COLUMNS, JOURNALED, KEPT, TABLES, Draft, Person

Cells = Mapping[str, str | int | None]
Place = tuple[str, str]
"""A journaled row: its table and its id."""

_LONG_ENOUGH = 8
"""From this many characters on, a text or a name that a draft holds among others is struck too."""


_BEGUN = 4
"""From this many letters on, a draft that is the beginning of a struck name is taken for it."""


class Scrubbed(msgspec.Struct):
    """What scrubbing took out: rows that went, rows that let go, and what went from the journal."""

    gone: set[Place] = msgspec.field(default_factory=set)
    loosened: set[Place] = msgspec.field(default_factory=set)
    kept: int = 0
    images: int = 0
    changes: set[str] = msgspec.field(default_factory=set)
    attachments: list[str] = msgspec.field(default_factory=list)

    @property
    def anything(self) -> bool:
        """Whether there was anything to take out."""
        return bool(self.gone or self.loosened or self.kept or self.images)


class _Rule(msgspec.Struct, frozen=True):
    """What is taken out: rows by their ids, and names written out beside them."""

    struck: frozenset[Place]
    ids: frozenset[str]
    names: frozenset[str]


def scrub(
    connection: sqlite3.Connection, struck: frozenset[Place], words: frozenset[str]
) -> Scrubbed:
    """Scrub the ``struck`` rows out of the file.

    ``words`` are what they say: the texts, a person's name and address. A name goes from where it
    was written out in a row that named the person, and from drafts; a draft that holds a struck
    text goes as a whole.
    """
    done = Scrubbed()
    # The journal is looked up by row only here: an index kept at every change would cost too much.
    connection.execute("CREATE INDEX entry_row ON entry(tbl, row)")
    names = words if any(table == Person.table for table, _ in struck) else frozenset[str]()
    rule = _Rule(struck, frozenset(row for _, row in struck), names)
    while True:
        # Whatever goes with a struck row may itself be named elsewhere.
        hits = set(_hits(connection, rule.ids))
        done.gone = {place for place in hits if _goes(connection, place, rule)}
        wider = rule.ids | {row for _, row in done.gone}
        if wider == rule.ids:
            break
        rule = msgspec.structs.replace(rule, ids=wider)
    for table, row in sorted(done.gone):
        if table == "attachment":
            found = connection.execute("SELECT name FROM attachment WHERE id = ?", (row,))
            done.attachments.extend(name for (name,) in found)
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
    for place in sorted(hits - done.gone):
        _loosen(connection, place, rule, done)
    for place in sorted(hits):
        _scrub_images(connection, place, rule, done)
    _scrub_kept(connection, rule, done)
    _scrub_drafts(connection, words - names, done)
    _scrub_names(connection, names, done)
    _close_changes(connection, rule.ids, done)
    connection.execute("DROP INDEX entry_row")
    return done


def without(cells: Cells, needed: frozenset[str], ids: frozenset[str]) -> Cells | None:
    """A row that no longer names ``ids``; None when it ``needed`` one of them to be a row."""
    new: dict[str, str | int | None] = {}
    for name, cell in cells.items():
        if not isinstance(cell, str) or not any(one in cell for one in ids):
            new[name] = cell
            continue
        inside = decoded(cell)
        if inside is not None:
            new[name] = msgspec.json.encode(_inside(inside, ids)).decode()
        elif name in needed:
            return None
        else:
            new[name] = None
    return new


def _inside(value: object, ids: frozenset[str]) -> object:
    """JSON without the objects that bear one of the ids, and without mentions of them."""
    if isinstance(value, list):
        return [_inside(item, ids) for item in value if not _bears(item, ids)]
    if isinstance(value, dict):
        return {
            key: None if _bears(item, ids) else _inside(item, ids)
            for key, item in value.items()
            if key not in ids
        }
    return value


def _bears(item: object, ids: frozenset[str]) -> bool:
    if isinstance(item, dict):
        item = item.get("id")
    return isinstance(item, str) and item in ids


def decoded(cell: str) -> object:
    """What a cell of JSON holds; None for one of plain text."""
    if cell[:1] not in {"{", "["}:
        return None
    try:
        return msgspec.json.decode(cell)
    except msgspec.DecodeError:
        return None


def _hits(connection: sqlite3.Connection, ids: frozenset[str]) -> Iterator[Place]:
    """Journaled rows that name one of the ids, now or in one of their images."""
    for kind in JOURNALED:
        whole = image(columns_of(connection, kind.table))
        for one in ids:
            found = connection.execute(
                f"SELECT id FROM {kind.table} WHERE instr({whole}, ?1) UNION"
                " SELECT row FROM entry WHERE tbl = ?2"
                " AND (instr(coalesce(before, ''), ?1) OR instr(coalesce(after, ''), ?1))",
                (one, kind.table),
            )
            yield from ((kind.table, row) for (row,) in found.fetchall())


def _goes(connection: sqlite3.Connection, place: Place, rule: _Rule) -> bool:
    """Whether a row goes: struck itself, or nothing without what is. Removed ones by any image."""
    if place in rule.struck:
        return True
    table, row = place
    needed = _needed(table)
    cells = _live(connection, table, row)
    if cells is not None:
        return without(cells, needed, rule.ids) is None
    found = connection.execute(
        "SELECT before, after FROM entry WHERE tbl = ? AND row = ?", (table, row)
    )
    return any(
        one is not None and without(msgspec.json.decode(one), needed, rule.ids) is None
        for pair in found
        for one in pair
    )


def _live(connection: sqlite3.Connection, table: str, row: str) -> Cells | None:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row,))
    found = cursor.fetchone()
    if found is None:
        return None
    return dict(zip((column[0] for column in cursor.description), found, strict=True))


def _scrubbed(table: str, cells: Cells, rule: _Rule) -> Cells | None:
    """A row that stays, as it stays: without the ids and without the names written out."""
    new = without(cells, _needed(table), rule.ids)
    if new is None:
        return None
    named = {one.name: one for one in COLUMNS[TABLES[table]] if one.names_person}
    # A name beside the person's id is theirs, however it was spelled when it was copied.
    theirs = any(
        one.ref is not None and one.ref.table == Person.table and cells.get(one.name) in rule.ids
        for one in COLUMNS[TABLES[table]]
    )
    return {
        name: _unnamed(cell, named[name], rule.names, theirs=theirs)
        if name in named and isinstance(cell, str)
        else cell
        for name, cell in new.items()
    }


def _unnamed(cell: str, column: Column, names: frozenset[str], *, theirs: bool) -> str:
    """A cell without the names: each stands alone in it, or in one of the texts of its JSON."""
    if not column.rule.json:
        return "" if theirs or cell in names else cell
    if not any(text in names for text in column.texts(cell)):
        return cell
    return msgspec.json.encode(_emptied(msgspec.json.decode(cell), names)).decode()


def _emptied(value: object, names: frozenset[str]) -> object:
    if isinstance(value, list):
        return [_emptied(item, names) for item in value]
    if isinstance(value, dict):
        return {key: _emptied(item, names) for key, item in value.items()}
    return "" if isinstance(value, str) and value in names else value


def _loosen(connection: sqlite3.Connection, place: Place, rule: _Rule, done: Scrubbed) -> None:
    table, row = place
    cells = _live(connection, table, row)
    if cells is None:
        return
    new = _scrubbed(table, cells, rule)
    if new is None or new == cells:
        return
    sets = ", ".join(f'"{name}" = ?' for name in new)
    connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*new.values(), row))
    done.loosened.add(place)


def _scrub_images(
    connection: sqlite3.Connection, place: Place, rule: _Rule, done: Scrubbed
) -> None:
    """Take a row's images out of the journal where it went, and what they name where it stays."""
    entries = connection.execute(
        "SELECT seq, change, before, after FROM entry WHERE tbl = ? AND row = ?", place
    ).fetchall()
    for seq, change, *images in entries:
        new = [_new_image(connection, place[0], one, rule) for one in images]
        lost = any(one is None and old is not None for one, old in zip(new, images, strict=True))
        if place in done.gone or lost:
            connection.execute("DELETE FROM entry WHERE change = ? AND seq = ?", (change, seq))
            done.changes.add(change)
            done.images += 1
        elif new != images:
            sql = "UPDATE entry SET before = ?, after = ? WHERE change = ? AND seq = ?"
            connection.execute(sql, (*new, change, seq))
            done.images += 1


def _new_image(
    connection: sqlite3.Connection, table: str, old: str | None, rule: _Rule
) -> str | None:
    """An image as SQLite itself writes it: undo compares images letter by letter."""
    cells = None if old is None else _scrubbed(table, msgspec.json.decode(old), rule)
    if cells is None:
        return None
    pairs = ", ".join(f"'{name}', ?" for name in cells)
    found = connection.execute(f"SELECT json_object({pairs})", tuple(cells.values())).fetchone()
    return str(found[0])


def _scrub_kept(connection: sqlite3.Connection, rule: _Rule, done: Scrubbed) -> None:
    """Kept rows that name what went go; none of them is anything without it."""
    for kind in KEPT:
        whole = image(columns_of(connection, kind.table))
        for one in rule.ids:
            sql = f"DELETE FROM {kind.table} WHERE instr({whole}, ?)"
            done.kept += connection.execute(sql, (one,)).rowcount


def _scrub_drafts(connection: sqlite3.Connection, texts: frozenset[str], done: Scrubbed) -> None:
    """Drafts of a struck text go, whole or half typed, and those that hold it among others."""
    for text in texts:
        sql = (
            f"DELETE FROM {Draft.table} WHERE trim(text) = ?1 OR (?2 AND instr(text, ?1))"
            " OR (length(trim(text)) >= ?3 AND instr(?1, trim(text)) = 1)"
        )
        long_enough = len(text) >= _LONG_ENOUGH
        cells = (text.strip(), long_enough, _LONG_ENOUGH)
        done.kept += connection.execute(sql, cells).rowcount


def _scrub_names(connection: sqlite3.Connection, names: frozenset[str], done: Scrubbed) -> None:
    """Drafts that are a name go; from others it is taken out, what else was typed stays."""
    if not names:
        return
    alone = {name.strip().casefold() for name in names}
    longest_first = sorted((one for one in names if len(one) >= _LONG_ENOUGH), key=len)[::-1]
    either = "|".join(re.escape(name.strip()) for name in longest_first)
    among = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if either else None
    for place, text in connection.execute(f"SELECT place, text FROM {Draft.table}").fetchall():
        left = among.sub("…", text) if among else text
        typed = text.strip().casefold()
        begun = len(typed) >= _BEGUN and any(one.startswith(typed) for one in alone)
        if typed in alone or begun:
            connection.execute(f"DELETE FROM {Draft.table} WHERE place = ?", (place,))
        elif left != text:
            sql = f"UPDATE {Draft.table} SET text = ? WHERE place = ?"
            connection.execute(sql, (left, place))
        else:
            continue
        done.kept += 1


def _close_changes(connection: sqlite3.Connection, ids: frozenset[str], done: Scrubbed) -> None:
    """A change that lost images cannot be undone: undo stops there. An empty one is forgotten."""
    for change in done.changes:
        connection.execute("UPDATE change SET schema = 0 WHERE id = ?", (change,))
        connection.execute(
            "DELETE FROM change WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM entry WHERE change = ?1)",
            (change,),
        )
    for one in ids:
        connection.execute("UPDATE change SET field = NULL WHERE instr(field, ?)", (one,))


def _needed(table: str) -> frozenset[str]:
    """The columns that a row of the table cannot leave empty."""
    return frozenset(one.name for one in COLUMNS[TABLES[table]] if not one.optional)
