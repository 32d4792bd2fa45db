"""One frozen struct per table of the library file: what Hearth remembers, row by row.

A table is declared once, on its struct: field names are column names, in column order, their types
say what each holds (:mod:`app.library.columns`), ``declared`` says the rest
(:mod:`app.library.row`). All lists of tables follow from that, those of this module first.

Dates are ``YYYY-MM-DD``, instants UTC (:func:`app.moment.stamp`), times of day minutes since
midnight in the workshop's own zone, lengths minutes, positions integer thousandths.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import ModuleType

from app.library import (
    charter_rows,
    kept_rows,
    own_rows,
    people_rows,
    register_rows,
    workshop_rows,
)
from app.library.charter_rows import (
    CharterHead,
    CharterSection,
    Clause,
    ClauseSource,
    NamedPosition,
    Reservation,
    SectionReview,
    Version,
)
from app.library.columns import Column, Ref, columns_declared
from app.library.kept_rows import (
    Answered,
    ClockEvent,
    ClosedAnswered,
    ClosedTally,
    Draft,
    Heartbeat,
    Snooze,
    Standing,
    Tally,
)
from app.library.own_rows import OwnExercise
from app.library.people_rows import (
    Attachment,
    Community,
    CommunityState,
    Gathering,
    GatheringPerson,
    Holding,
    Membership,
    Person,
    StageReading,
)
from app.library.register_rows import RegisterEntry
from app.library.row import Row
from app.library.workshop_rows import (
    Attendance,
    Block,
    Cluster,
    Dots,
    GroupMember,
    Naming,
    Note,
    Outcome,
    RhythmEvent,
    RoomGroup,
    Round,
    Run,
    Session,
    Tie,
    Workshop,
)

__all__ = [
    "CHARTER",
    "COLUMNS",
    "JOURNALED",
    "KEPT",
    "PRIVATE",
    "SEARCHED",
    "STRIKABLE",
    "TABLES",
    "Answered",
    "Attachment",
    "Attendance",
    "Block",
    "CharterHead",
    "CharterSection",
    "Clause",
    "ClauseSource",
    "ClockEvent",
    "ClosedAnswered",
    "ClosedTally",
    "Cluster",
    "Community",
    "CommunityState",
    "Dots",
    "Draft",
    "Gathering",
    "GatheringPerson",
    "GroupMember",
    "Heartbeat",
    "Holding",
    "Membership",
    "NamedPosition",
    "Naming",
    "Note",
    "Outcome",
    "OwnExercise",
    "Person",
    "RegisterEntry",
    "Reservation",
    "RhythmEvent",
    "RoomGroup",
    "Round",
    "Row",
    "Run",
    "SectionReview",
    "Session",
    "Snooze",
    "StageReading",
    "Standing",
    "Tally",
    "Tie",
    "Version",
    "Workshop",
    "refs_of",
]


def _declared_in(*modules: ModuleType) -> tuple[type[Row], ...]:
    """The rows' structs of some modules, in the order in which they stand there."""
    found = (one for module in modules for one in vars(module).items())
    return tuple(
        kind
        for name, kind in found
        if isinstance(kind, type)
        and issubclass(kind, Row)
        and kind is not Row
        and name == kind.__name__
    )


def _parents_first(
    kinds: Iterable[type[Row]], columns: Mapping[type[Row], tuple[Column, ...]]
) -> Iterator[type[Row]]:
    """Tables in their order, each after those that its columns name."""
    by_name = {kind.table: kind for kind in columns}
    done: dict[type[Row], None] = {}

    def follow(kind: type[Row]) -> None:
        if kind not in done:
            for column in columns[kind]:
                if column.ref is not None and column.ref.table != kind.table:
                    follow(by_name[column.ref.table])
            done[kind] = None

    for kind in kinds:
        follow(kind)
    yield from done


_DECLARED: tuple[type[Row], ...] = _declared_in(
    people_rows, workshop_rows, charter_rows, register_rows, own_rows, kept_rows
)

COLUMNS: Mapping[type[Row], tuple[Column, ...]] = {
    kind: columns_declared(kind) for kind in _DECLARED
}
"""The columns of each table."""

TABLES: Mapping[str, type[Row]] = {kind.table: kind for kind in _parents_first(_DECLARED, COLUMNS)}
"""Every table that a door writes, by its name, parents before children."""

JOURNALED: tuple[type[Row], ...] = tuple(kind for kind in TABLES.values() if not kind.declared.kept)
"""Tables whose every change is journaled and can be undone, parents before children."""

CHARTER: tuple[type[Row], ...] = _declared_in(charter_rows)
"""Tables of charters: as drafted, as proposed, and what was said of them."""

KEPT: tuple[type[Row], ...] = tuple(kind for kind in TABLES.values() if kind.declared.kept)
"""Tables that are durable but never undone."""

PRIVATE: tuple[type[Row], ...] = tuple(kind for kind in KEPT if kind.declared.private)
"""Tables that hold what was answered in private rounds, and who has answered."""

SEARCHED: tuple[type[Row], ...] = tuple(kind for kind in JOURNALED if kind.declared.searched)
"""Tables a person can search."""

STRIKABLE: tuple[str, ...] = tuple(kind.table for kind in JOURNALED if kind.declared.struck)
"""Tables whose rows can be struck from the record, by name."""


def refs_of(kind: type[Row]) -> dict[str, Ref]:
    """Which columns of a table name rows of which tables."""
    return {column.name: column.ref for column in COLUMNS[kind] if column.ref is not None}
