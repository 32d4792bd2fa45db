"""Who may read what: one order of audiences, one question, asked in one place.

Audiences from the narrowest to the widest: the facilitator, the room (those who were there), the
community, the organization. Each lies within the next. A text *marked* for an audience may be
read by that audience and by every narrower one: what is marked for the organization everybody may
read, what is marked for the room only the room and the facilitator, what is marked for the
facilitator nobody else. An export *for* an audience therefore shows what is marked for that
audience or a wider one.

Blocks, outcomes and clauses carry their own mark. A note never goes further than the block it was
said in: it is as narrow as the narrower of the two (``read_with`` in what its table declares). What
was decided or drafted in a block does: it has left the block. A mark that this Hearth does not know
counts as the facilitator's.
"""

from collections.abc import Mapping

import msgspec

from app.library.belonging import belongs_to
from app.library.columns import AUDIENCES as AUDIENCES
from app.library.reader import Cell, R, Reader
from app.library.row import Row
from app.library.rows import COLUMNS, JOURNALED, TABLES, Community, Workshop, refs_of


class LeftOut(msgspec.Struct, frozen=True):
    """How much an export for an audience leaves out, because it is marked for a narrower one."""

    by_table: Mapping[str, int]

    def of(self, kind: type[Row]) -> int:
        """The number of rows of a table that are left out."""
        return self.by_table.get(kind.table, 0)

    @property
    def total(self) -> int:
        """The number of rows of all tables that are left out."""
        return sum(self.by_table.values())


def may_read(marked: str, audience: str) -> bool:
    """Whether ``audience`` may read what is ``marked``. Raises ValueError for no such audience."""
    return audience == AUDIENCES[0] or marked in _marks(audience)


def narrowest(*marks: str) -> str:
    """The narrowest of several marks; one that nobody knows is the facilitator's."""
    return AUDIENCES[min(AUDIENCES.index(one) if one in AUDIENCES else 0 for one in marks)]


def widest(*marks: str) -> str:
    """The widest of several marks; one that nobody knows is the facilitator's."""
    return AUDIENCES[max(AUDIENCES.index(one) if one in AUDIENCES else 0 for one in marks)]


def readable(rows: Reader, audience: str, kind: type[R], where: str, /, *values: Cell) -> list[R]:
    """The rows of a table that ``audience`` may read: blocks, notes, outcomes, clauses...

    ``where`` is a condition and an order in SQL, such as ``"run = ? ORDER BY position, id"``.
    Raises ValueError for no such audience, or a table that does not say whose audience it has.
    """
    test = _test(kind, audience)
    return rows.select(kind, f"WHERE {test} AND {where}", *values)


def hidden(rows: Reader, audience: str, kind: type[Row], where: str, /, *values: Cell) -> set[str]:
    """The ids of the rows that ``audience`` may not read: mostly few, where there are many rows.

    ``where`` and errors are those of :func:`readable`.
    """
    sql = f"SELECT id FROM {kind.table} WHERE {where} AND NOT {_test(kind, audience)}"
    return {str(cell) for (cell,) in rows.cells(sql, *values)}


def left_out(
    rows: Reader, audience: str, *, community: str, workshop: str | None = None
) -> LeftOut:
    """What ``audience`` may not read of a community, or of one of its workshops alone.

    Of rows that are marked themselves; what is read with another row goes unsaid with that one.
    """
    home, key = (Community, community) if workshop is None else (Workshop, workshop)
    found: dict[str, int] = {}
    for kind in JOURNALED:
        within = belongs_to(kind, home)
        if within is not None and _mark(kind) is not None:
            hidden = f"{within} AND NOT {_test(kind, audience)}"
            sql = f"SELECT count(*) FROM {kind.table} WHERE {hidden}"
            found[kind.table] = rows.number(sql, key)
    return LeftOut(found)


def _test(kind: type[Row], audience: str) -> str:
    """The one condition: the row's own mark, and that of the row with which it is read."""
    if audience == AUDIENCES[0]:
        return "(1)"
    mark, other = _mark(kind), kind.declared.read_with
    tests = []
    if mark is not None:
        marks = ", ".join(f"'{one}'" for one in _marks(audience))
        tests.append(f"{kind.table}.{mark} IN ({marks})")
    if other is not None:
        parent = TABLES[refs_of(kind)[other].table]
        rows = f"SELECT id FROM {parent.table} WHERE {_test(parent, audience)}"
        tests.append(f"({kind.table}.{other} IS NULL OR {kind.table}.{other} IN ({rows}))")
    if not tests:
        raise ValueError(f"{kind.table} does not say whose audience it has")
    return f"({' AND '.join(tests)})"


def _mark(kind: type[Row]) -> str | None:
    """The column that says who may read a row of the table."""
    return next((column.name for column in COLUMNS[kind] if column.marks_audience), None)


def _marks(audience: str) -> tuple[str, ...]:
    """The marks that an audience may read."""
    if audience not in AUDIENCES:
        raise ValueError(f"there is no audience {audience!r}")
    return AUDIENCES[AUDIENCES.index(audience) :]
