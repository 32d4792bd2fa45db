"""The charter: its clauses while drafted, its numbered versions, what was reserved."""

from app.library.row import Row


class Clause(Row, frozen=True, kw_only=True):
    """A piece of the charter being drafted, in a section. ``lineage``: the clause it grew from."""

    table = "clause"
    id: str
    community: str
    run: str | None = None
    section: str
    heading: str = ""
    form: str = "text"
    text: str
    position: int
    lineage: str | None = None
    audience: str = "organization"


class ClauseSource(Row, frozen=True, kw_only=True):
    """A note that a clause came from."""

    table = "clause_source"
    id: str
    clause: str
    note: str


class Version(Row, frozen=True, kw_only=True):
    """A numbered charter: a frozen copy (``clauses``, JSON), its status, reason and trial date."""

    table = "version"
    id: str
    community: str
    workshop: str | None = None
    number: int
    status: str = "proposed"
    date: str
    until: str | None = None
    reason: str = ""
    language: str = "en"
    clauses: str


class Reservation(Row, frozen=True, kw_only=True):
    """A reservation word for word; ``said_by`` only when the person wishes it."""

    table = "reservation"
    id: str
    version: str
    text: str
    said_by: str | None = None
