"""Deleting a community or a workshop with all that is nothing without it, in one change.

What goes is known before (:func:`deletion_of`), and undo brings all of it back, also after a
restart. Rows of kept tables name what went until it comes back: a private round's counts are
counts of nothing meanwhile, and are there again when the round is. Deleting is not striking
(:mod:`app.library.strike`): journal and backups still hold what went.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from app.library.columns import Column
from app.library.journal import Scope
from app.library.library import Library
from app.library.private import tallies_of
from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import COLUMNS, JOURNALED, TABLES, Person, Round

Place = tuple[str, str]
"""A row: its table and its id."""


class Deletion(msgspec.Struct, frozen=True):
    """What goes, children first, and what stays without naming it any more.

    ``private``: how many private rounds go that somebody answered.
    """

    gone: tuple[Row, ...]
    loosened: tuple[tuple[Row, Row], ...]
    private: int

    def count(self, kind: type[Row]) -> int:
        """How many rows of a table go."""
        return sum(isinstance(row, kind) for row in self.gone)

    def stays(self, kind: type[Row]) -> int:
        """How many rows of a table stay, without what they named."""
        return sum(isinstance(before, kind) for before, _ in self.loosened)


def deletion_of(reader: Reader, first: Row) -> Deletion:
    """What deleting a row takes along: what needs it, and the people nobody else knows."""
    gone = _needing(reader, {}, [first])
    gone = _needing(reader, gone, _strangers(reader, gone))
    loosened: dict[Place, tuple[Row, Row]] = {}
    for found, _ in _naming(reader, gone.values(), gone):
        if _place(found) not in loosened:
            loosened[_place(found)] = (found, _without(found, gone))
    order = {name: at for at, name in enumerate(TABLES)}
    rows = sorted(gone.values(), key=lambda row: (-order[row.table], _place(row)))
    asked = [row for row in gone.values() if isinstance(row, Round) and row.private]
    private = sum(bool(tallies_of(reader, row.id)) for row in asked)
    return Deletion(tuple(rows), tuple(loosened.values()), private)


def delete(library: Library, label: str, scope: Scope, first: Row) -> Deletion:
    """Delete a row with all that goes with it, in one change of ``scope``. Gives what went."""
    with library.change(label, scope) as writer:
        going = deletion_of(writer, first)
        for before, after in going.loosened:
            fields = {name: getattr(after, name) for name in after.__struct_fields__}
            writer.change(before, **{k: v for k, v in fields.items() if k not in before.key})
        for row in going.gone:
            writer.remove(row)
    return going


def _needing(reader: Reader, gone: dict[Place, Row], first: Sequence[Row]) -> dict[Place, Row]:
    """The rows of ``gone``, those of ``first``, and all that are nothing without one of them."""
    found = dict(gone)
    waiting = {_place(row): row for row in first}
    while waiting:
        found |= waiting
        waiting = {
            _place(other): other
            for other, column in _naming(reader, waiting.values(), found)
            if not _outlives(other, column, found)
        }
    return found


def _naming(
    reader: Reader, rows: Iterable[Row], besides: Iterable[Place]
) -> Iterator[tuple[Row, Column]]:
    """The journaled rows, ``besides`` some, that name one of ``rows``, each with the column.

    A query for each column, however many rows there are.
    """
    keys, known = _by_table(map(_place, rows)), _by_table(besides)
    for kind in JOURNALED:
        left_out = known.get(kind.table, frozenset())
        for column in COLUMNS[kind]:
            for found in _by_column(reader, kind, column, keys, left_out):
                yield found, column


def _by_column(
    reader: Reader,
    kind: type[Row],
    column: Column,
    keys: Mapping[str, frozenset[str]],
    left_out: frozenset[str],
) -> Iterator[Row]:
    """The rows of a table that name one of ``keys`` in a column, without some."""
    listed = "(SELECT value FROM json_each(?))"
    where = f"WHERE id NOT IN {listed} AND {column.name} IN {listed}"
    if column.ref is not None:
        if wanted := keys.get(column.ref.table):
            yield from reader.select(kind, where, _json(left_out), _json(wanted))
    elif column.owner_in is not None:
        for table, wanted in keys.items():
            owned = f"{where} AND {column.owner_in} = ?"
            yield from reader.select(kind, owned, _json(left_out), _json(wanted), table)
    elif any(table in keys for table in column.tables_inside):
        for row in reader.select(kind, f"WHERE id NOT IN {listed}", _json(left_out)):
            named = column.refs_in(getattr(row, column.name))
            if any(key in keys.get(table, ()) for table, key in named):
                yield row


def _by_table(places: Iterable[Place]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table, key in places:
        found.setdefault(table, set()).add(key)
    return {table: frozenset(keys) for table, keys in found.items()}


def _json(keys: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(keys)).decode()


def _outlives(row: Row, column: Column, gone: Mapping[Place, Row]) -> bool:
    """Whether a row stays though what a column of it names goes."""
    if column.tables_inside:
        return True
    if column.name not in row.declared.outlives:
        return False
    left = _without(row, gone)
    by = [name for name in row.declared.by if name != column.name]
    return not row.declared.by or any(getattr(left, name) is not None for name in by)


def _without(row: Row, gone: Mapping[Place, Row]) -> Row:
    """A row that stays, as it is without what goes."""
    cells: dict[str, object] = {}
    for column in COLUMNS[type(row)]:
        cell = getattr(row, column.name)
        if column.ref is not None and (column.ref.table, cell) in gone:
            cells[column.name] = None
        elif column.tables_inside:
            cells[column.name] = column.without_refs(cell, lambda place: place in gone)
    return msgspec.structs.replace(row, **cells)


def _strangers(reader: Reader, gone: Mapping[Place, Row]) -> list[Person]:
    """The people whom a row that goes names, and no row that stays."""
    named = _people_named(gone.values())
    people = [one for key in sorted(named) if (one := reader.find(Person, key)) is not None]
    known = _people_named(row for row, _ in _naming(reader, people, gone))
    return [one for one in people if one.id not in known]


def _people_named(rows: Iterable[Row]) -> set[str]:
    """The people whom some rows name."""
    columns = {
        kind: [one for one in COLUMNS[kind] if _names_people(one)] for kind in TABLES.values()
    }
    found: set[str] = set()
    for row in rows:
        for column in columns[type(row)]:
            cell = getattr(row, column.name)
            if column.tables_inside:
                inside = column.refs_in(cell)
                found |= {key for table, key in inside if table == Person.table}
            elif cell:
                found.add(cell)
    return found


def _names_people(column: Column) -> bool:
    ref = column.ref
    return Person.table in (column.tables_inside if ref is None else (ref.table,))


def _place(row: Row) -> Place:
    return row.table, str(getattr(row, row.key[0]))
