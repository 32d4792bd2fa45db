"""Deleting a community or a workshop with all that is nothing without it, in one change.

What goes is known before (:func:`deletion_of`), and undo brings all of it back, also after a
restart. Rows of kept tables name what went until it comes back: a private round's counts are
counts of nothing meanwhile, and are there again when the round is. Deleting is not striking
(:mod:`app.library.strike`): journal and backups still hold what went.
"""

from collections.abc import Iterator, Sequence

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
    strangers = [
        reader.row(Person, key)
        for key in sorted({key for row in gone.values() for key in _people_named(row)})
        if not _known_elsewhere(reader, key, gone)
    ]
    gone = _needing(reader, gone, strangers)
    loosened: dict[Place, tuple[Row, Row]] = {}
    for row in gone.values():
        for found, _ in _naming(reader, row):
            place = _place(found)
            if place not in gone and place not in loosened:
                loosened[place] = (found, _without(found, gone))
    order = {name: at for at, name in enumerate(TABLES)}
    rows = sorted(gone.values(), key=lambda row: (-order[row.table], str(_place(row))))
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
    waiting = list(first)
    while waiting:
        row = waiting.pop()
        if _place(row) in found:
            continue
        found[_place(row)] = row
        for other, column in _naming(reader, row):
            if _place(other) not in found and not _outlives(other, column, found):
                waiting.append(other)
    return found


def _naming(reader: Reader, row: Row) -> Iterator[tuple[Row, Column]]:
    """The journaled rows that name a row, each with the column that does."""
    table, key = _place(row)
    for kind in JOURNALED:
        for column in COLUMNS[kind]:
            if column.ref is not None and column.ref.table == table:
                found = reader.rows(kind, **{column.name: key})
            elif column.owner_in is not None:
                found = reader.rows(kind, **{column.owner_in: table, column.name: key})
            elif table in column.tables_inside:
                named = reader.select(kind, f"WHERE instr({column.name}, ?)", key)
                found = [
                    one
                    for one in named
                    if (table, key) in column.refs_in(getattr(one, column.name))
                ]
            else:
                continue
            for one in found:
                yield one, column


def _outlives(row: Row, column: Column, gone: dict[Place, Row]) -> bool:
    """Whether a row stays though what a column of it names goes."""
    if column.tables_inside:
        return True
    if column.name not in row.declared.outlives:
        return False
    left = _without(row, gone)
    by = [name for name in row.declared.by if name != column.name]
    return not row.declared.by or any(getattr(left, name) is not None for name in by)


def _without(row: Row, gone: dict[Place, Row]) -> Row:
    """A row that stays, as it is without what goes."""
    cells: dict[str, object] = {}
    for column in COLUMNS[type(row)]:
        cell = getattr(row, column.name)
        if column.ref is not None and (column.ref.table, cell) in gone:
            cells[column.name] = None
        elif column.tables_inside:
            cells[column.name] = column.without_refs(cell, lambda place: place in gone)
    return msgspec.structs.replace(row, **cells)


def _people_named(row: Row) -> Iterator[str]:
    """The people whom a row names."""
    for column in COLUMNS[type(row)]:
        cell = getattr(row, column.name)
        if cell and column.ref is not None and column.ref.table == Person.table:
            yield cell
        elif column.tables_inside:
            yield from (key for table, key in column.refs_in(cell) if table == Person.table)


def _known_elsewhere(reader: Reader, person: str, gone: dict[Place, Row]) -> bool:
    """Whether a row that stays names a person; one who is not there at all counts as known."""
    found = reader.find(Person, person)
    return found is None or any(_place(row) not in gone for row, _ in _naming(reader, found))


def _place(row: Row) -> Place:
    return row.table, str(getattr(row, row.key[0]))
