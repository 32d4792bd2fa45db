"""Who may read what: one order of audiences, one question, asked in one place.

Audiences from the narrowest to the widest: the facilitator, the room (those who were there), the
community, the organization. Each lies within the next. A text *marked* for an audience may be
read by that audience and by every narrower one: what is marked for the organization everybody may
read, what is marked for the room only the room and the facilitator, what is marked for the
facilitator nobody else. An export *for* an audience therefore shows what is marked for that
audience or a wider one.

Blocks, outcomes and clauses carry their own mark. A note never goes further than the block it was
said in: it is as narrow as the narrower of the two. What was decided or drafted in a block does:
it has left the block. A mark that this Hearth does not know counts as the facilitator's.
"""

import msgspec

from app.library.reading import Cell, R, Reader
from app.library.row import Row
from app.library.rows import Block, Clause, Note, Outcome

AUDIENCES = ("facilitator", "room", "community", "organization")
"""From the narrowest to the widest."""

_OF_ITS_BLOCK = (
    "(note.run IS NULL OR EXISTS (SELECT 1 FROM run JOIN block ON block.id = run.block"
    " WHERE run.id = note.run AND block.audience IN ({marks})))"
)
_IN_WORKSHOP = (
    "run IN (SELECT run.id FROM run JOIN block ON block.id = run.block WHERE block.workshop = ?)"
)
_IN_COMMUNITY = "workshop IN (SELECT id FROM workshop WHERE community = ?)"


class LeftOut(msgspec.Struct, frozen=True):
    """How much an export for an audience leaves out, because it is marked for a narrower one."""

    blocks: int = 0
    notes: int = 0
    outcomes: int = 0
    clauses: int = 0

    @property
    def total(self) -> int:
        """All of it together."""
        return self.blocks + self.notes + self.outcomes + self.clauses


def may_read(marked: str, audience: str) -> bool:
    """Whether ``audience`` may read what is ``marked``. Raises ValueError for no such audience."""
    return audience == AUDIENCES[0] or marked in _marks(audience)


def readable(rows: Reader, audience: str, kind: type[R], where: str, /, *values: Cell) -> list[R]:
    """The blocks, notes, outcomes or clauses that ``audience`` may read.

    ``where`` is a condition and an order in SQL, such as ``"run = ? ORDER BY position, id"``.
    Raises ValueError for no such audience.
    """
    test, marks = _test(kind, audience)
    return rows.select(kind, f"WHERE {test} AND {where}", *marks, *values)


def left_out(
    rows: Reader, audience: str, *, community: str, workshop: str | None = None
) -> LeftOut:
    """What ``audience`` may not read of a community, or of one of its workshops alone."""
    if workshop is not None:
        return LeftOut(
            blocks=_hidden(rows, audience, Block, "workshop = ?", workshop),
            notes=_hidden(rows, audience, Note, "workshop = ?", workshop),
            outcomes=_hidden(rows, audience, Outcome, "workshop = ?", workshop),
            clauses=_hidden(rows, audience, Clause, _IN_WORKSHOP, workshop),
        )
    return LeftOut(
        blocks=_hidden(rows, audience, Block, _IN_COMMUNITY, community),
        notes=_hidden(rows, audience, Note, "community = ?", community),
        outcomes=_hidden(rows, audience, Outcome, "community = ?", community),
        clauses=_hidden(rows, audience, Clause, "community = ?", community),
    )


def _hidden(rows: Reader, audience: str, kind: type[Row], where: str, *values: Cell) -> int:
    test, marks = _test(kind, audience)
    sql = f"SELECT count(*) FROM {kind.table} WHERE NOT {test} AND {where}"
    return rows.number(sql, *marks, *values)


def _test(kind: type[Row], audience: str) -> tuple[str, tuple[str, ...]]:
    """The one condition, and its values."""
    marks = _marks(audience)
    if audience == AUDIENCES[0]:
        return "(1)", ()
    holes = ", ".join("?" * len(marks))
    test = f"{kind.table}.audience IN ({holes})"
    if kind.table != Note.table:
        return f"({test})", marks
    return f"({test} AND {_OF_ITS_BLOCK.format(marks=holes)})", marks * 2


def _marks(audience: str) -> tuple[str, ...]:
    """The marks that an audience may read."""
    if audience not in AUDIENCES:
        raise ValueError(f"there is no audience {audience!r}")
    return AUDIENCES[AUDIENCES.index(audience) :]
