"""The charter: its clauses while drafted, its numbered versions, what was reserved."""

from typing import Annotated, get_args

import msgspec

from app.catalogue.entries import Form
from app.library.columns import (
    CopiesOf,
    Day,
    Key,
    Language,
    Mark,
    Named,
    Number,
    Position,
    Ref,
    Text,
    json_of,
    one_of,
)
from app.library.row import Row, Table

FORMS: tuple[str, ...] = get_args(Form)
"""How a clause is written: as text, a list or a table."""


class FrozenClause(msgspec.Struct, frozen=True):
    """A clause as it stood in a version."""

    id: str
    section: str
    heading: str
    form: str
    text: str
    audience: str
    sources: tuple[str, ...] = ()


def _formed(clauses: list[FrozenClause]) -> bool:
    return all(clause.form in FORMS for clause in clauses)


FROZEN = json_of(list[FrozenClause], _formed)
"""What a version holds: its clauses, as JSON."""


class Clause(Row, frozen=True, kw_only=True):
    """A piece of the charter being drafted, in a section."""

    table = "clause"
    declared = Table(
        by=("community",),
        indexed=(("community",),),
        searched=("heading", "text"),
        struck=("text",),
        outlives=("run",),
    )
    id: Key
    community: Annotated[str, Ref("community")]
    run: Annotated[str, Ref("run")] | None = None
    section: Text
    heading: Text = ""
    form: Annotated[str, one_of(*FORMS)] = "text"
    text: Text
    position: Position
    audience: Mark = "organization"


class ClauseSource(Row, frozen=True, kw_only=True):
    """A note that a clause came from."""

    table = "clause_source"
    declared = Table(by=("clause",), indexed=(("clause",), ("note",)), read_with="clause")
    id: Key
    clause: Annotated[str, Ref("clause")]
    note: Annotated[str, Ref("note")]


class Version(Row, frozen=True, kw_only=True):
    """A numbered charter: a frozen copy (``clauses``, JSON), its status, reason and trial date.

    The number is shown and tells the order; two copies of a library may both give it out.
    """

    table = "version"
    declared = Table(
        by=("community",), indexed=(("community",),), outlives=("workshop",), room_reads=True
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    number: Number
    status: Annotated[str, one_of("proposed", "agreed", "replaced", "withdrawn")] = "proposed"
    date: Day
    until: Day | None = None
    reason: Text = ""
    language: Language = "en"
    clauses: Annotated[str, FROZEN, CopiesOf("clause")]


class Reservation(Row, frozen=True, kw_only=True):
    """A reservation word for word; ``said_by`` only when the person wishes it."""

    table = "reservation"
    declared = Table(
        by=("version",), indexed=(("version",),), struck=("text",), read_with="version"
    )
    id: Key
    version: Annotated[str, Ref("version")]
    text: Named
    said_by: Annotated[str, Ref("person")] | None = None
