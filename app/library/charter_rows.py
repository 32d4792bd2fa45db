"""The charter: its sections and clauses while drafted, its numbered versions, how people stood to
them."""

from datetime import date
from typing import Annotated, get_args

import msgspec

from app.catalogue.entries import Form
from app.library.columns import (
    CopiesOf,
    Day,
    Id,
    IdOrEmpty,
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


RULES = ("own", "inherited", "differs")
"""How a section stands to the rules of the body the community belongs to: its own matter, taken
over as they are, or deviating from them."""

VERDICTS = ("keep", "change", "retire", "add")
"""What people decide about a section of the charter there was."""


class FrozenSection(msgspec.Struct, frozen=True):
    """A section's heading and place as they stood in a version (:class:`CharterSection`)."""

    id: str
    title: str = ""
    under: str = ""
    form: str = ""
    columns: tuple[str, ...] = ()
    rule: str = "own"
    parent_rule: str = ""
    reason: str = ""
    left_empty: bool = False


class FrozenHead(msgspec.Struct, frozen=True):
    """What stood on top of a version (:class:`CharterHead`)."""

    title: str = ""
    parent_body: str = ""
    approver: str = ""
    rule: str = ""
    quorum: int = 0
    voters: str = ""
    signatures: bool = False
    renew_on: date | None = None


def _formed(clauses: list[FrozenClause]) -> bool:
    return all(clause.form in FORMS for clause in clauses)


FROZEN = json_of(list[FrozenClause], _formed)
"""What a version holds: its clauses, as JSON."""
FROZEN_SECTIONS = json_of(
    list[FrozenSection], lambda found: all(one.rule in RULES for one in found)
)
FROZEN_HEAD = json_of(FrozenHead)
COLUMN_NAMES = json_of(list[str])
"""The columns of a table, by their names, as JSON."""


class CharterSection(Row, frozen=True, kw_only=True):
    """How a community's charter writes a section: its heading, its place, what it stands under.

    ``section`` is the catalogue's id; empty for one of the community's own, which clauses name by
    its ``title``. Of the catalogue's, ``title`` is empty where its heading stands. ``under`` is the
    section it stands under, as clauses name that. ``parent_rule`` is what the body above says,
    ``reason`` why the community deviates; ``left_empty``: the heading stands with nothing under it,
    on purpose.
    """

    table = "charter_section"
    declared = Table(by=("community",), indexed=(("community",),), room_reads=True)
    id: Key
    community: Annotated[str, Ref("community")]
    section: IdOrEmpty = ""
    title: Text = ""
    under: Text = ""
    position: Position = 0
    form: Annotated[str, one_of("", *FORMS)] = ""
    columns: Annotated[str, COLUMN_NAMES] = "[]"
    rule: Annotated[str, one_of(*RULES)] = "own"
    parent_rule: Text = ""
    reason: Text = ""
    left_empty: bool = False


class CharterHead(Row, frozen=True, kw_only=True):
    """What stands on top of a community's charter, and how one agrees to it.

    ``rule`` is a rule of agreement of the catalogue; ``quorum``: how many must answer at least (0:
    nobody says); ``voters``: who takes part, in words; ``signatures``: lines to sign by hand.
    ``renew_on``: the day by which the community wants to renew itself next.
    """

    table = "charter_head"
    declared = Table(by=("community",), indexed=(("community",),), room_reads=True)
    id: Key
    community: Annotated[str, Ref("community")]
    title: Text = ""
    parent_body: Text = ""
    approver: Text = ""
    rule: IdOrEmpty = ""
    quorum: Number = 0
    voters: Text = ""
    signatures: bool = False
    renew_on: Day | None = None


class Clause(Row, frozen=True, kw_only=True):
    """A piece of the charter being drafted, in a section.

    ``wording_of``: the id of the clause for which this is another wording, side by side until one
    is chosen.
    """

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
    wording_of: Key | None = None


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
    ``sections`` and ``head`` are what stood over the clauses.
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
    sections: Annotated[str, FROZEN_SECTIONS] = "[]"
    head: Annotated[str, FROZEN_HEAD] = "{}"


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


class NamedPosition(Row, frozen=True, kw_only=True):
    """Where somebody who wishes to be named stands to a version, or to one ``section`` of it."""

    table = "named_position"
    declared = Table(by=("version",), indexed=(("version",),), read_with="version")
    id: Key
    version: Annotated[str, Ref("version")]
    person: Annotated[str, Ref("person")]
    section: Text = ""
    position: Id


class SectionReview(Row, frozen=True, kw_only=True):
    """What people decided about a section of the charter there was, and why, in their words."""

    table = "section_review"
    declared = Table(
        by=("workshop",),
        indexed=(("workshop",),),
        struck=("word",),
        outlives=("run", "version"),
        room_reads=True,
    )
    id: Key
    workshop: Annotated[str, Ref("workshop")]
    run: Annotated[str, Ref("run")] | None = None
    version: Annotated[str, Ref("version")] | None = None
    section: Text
    verdict: Annotated[str, one_of(*VERDICTS)]
    word: Text = ""
