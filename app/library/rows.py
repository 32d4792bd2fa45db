"""One frozen struct per table of the library file: what Hearth remembers, row by row.

Field names are column names, in column order; a test holds each struct against the schema.
Dates are ``YYYY-MM-DD``, instants UTC (:func:`app.moment.stamp`), times of day minutes since
midnight in the workshop's own zone, lengths minutes, positions integer thousandths.
"""

from typing import ClassVar

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table whose key is ``id``."""

    table: ClassVar[str] = ""
    key: ClassVar[tuple[str, ...]] = ("id",)


class Community(Row, frozen=True, kw_only=True):
    """A community of practice."""

    table = "community"
    id: str
    name: str
    sentence: str = ""
    organization: str = ""
    language: str = "en"
    zone: str = "UTC"
    notes: str = ""
    parent: str | None = None
    created: str
    ended: str | None = None


class Person(Row, frozen=True, kw_only=True):
    """Somebody known to this library, whatever communities they belong to."""

    table = "person"
    id: str
    name: str
    email: str = ""
    organization: str = ""
    notes: str = ""
    created: str


class Membership(Row, frozen=True, kw_only=True):
    """A person in a community, from when to when, and how near the hearth (``level``)."""

    table = "membership"
    id: str
    community: str
    person: str
    level: str = "active"
    unit: str = ""
    joined: str | None = None
    left: str | None = None


class StageReading(Row, frozen=True, kw_only=True):
    """One stage a community recognised itself in, on a date; several may share a date."""

    table = "stage_reading"
    id: str
    community: str
    workshop: str | None = None
    stage: str
    date: str
    evidence: str = ""


class Holding(Row, frozen=True, kw_only=True):
    """A role held by a person, with an end. ``label`` names a role of the community's own."""

    table = "holding"
    id: str
    community: str
    workshop: str | None = None
    role: str
    label: str = ""
    person: str
    deputy: str | None = None
    starts: str
    ends: str | None = None
    hours: int = 0


class Naming(Row, frozen=True, kw_only=True):
    """A person named for a role in a run of "who tends what", and what they answered.

    ``answer``: named, asked, yes, not-now, privately. Only a yes ever leaves this row.
    """

    table = "naming"
    id: str
    run: str
    role: str
    label: str = ""
    person: str
    by: int = 1
    answer: str = "named"
    position: int = 0


class Workshop(Row, frozen=True, kw_only=True):
    """A planned or held workshop. ``languages``: one or two codes, the first leads."""

    table = "workshop"
    id: str
    community: str
    purpose: str
    title: str
    date: str
    zone: str
    place: str = ""
    languages: str = "en"
    expected: int = 0
    state: str = "planned"
    notes: str = ""
    thanks: str = ""
    created: str
    closed: str | None = None


class Session(Row, frozen=True, kw_only=True):
    """A stretch of a workshop in one place without an end in between; days are its dates."""

    table = "session"
    id: str
    workshop: str
    date: str
    starts: int
    minutes: int
    place: str = ""
    position: int = 0


class RoomGroup(Row, frozen=True, kw_only=True):
    """A group that works apart from others in a workshop."""

    table = "room_group"
    id: str
    workshop: str
    name: str
    position: int = 0


class Block(Row, frozen=True, kw_only=True):
    """A block as planned. ``starts`` is set when its start is locked.

    ``recipe`` is a copy (JSON) of what the exercise said when it was planned.
    """

    table = "block"
    id: str
    workshop: str
    session: str
    room_group: str | None = None
    position: int
    exercise: str | None = None
    kind: str
    title: str
    minutes: int
    starts: int | None = None
    audience: str = "room"
    recipe: str = "{}"


class Run(Row, frozen=True, kw_only=True):
    """A block as it happened; a block repeated has several."""

    table = "run"
    id: str
    block: str
    room_group: str | None = None
    number: int = 1
    started: str
    ended: str | None = None


class Attendance(Row, frozen=True, kw_only=True):
    """Somebody at the door (``state``: present, guest, walk-in, left), or just a number."""

    table = "attendance"
    id: str
    workshop: str
    person: str | None = None
    name: str = ""
    state: str = "present"
    number: int = 1
    arrived: str | None = None
    gone: str | None = None


class Note(Row, frozen=True, kw_only=True):
    """What somebody said, as they said it, in the language they said it in."""

    table = "note"
    id: str
    community: str
    workshop: str | None = None
    run: str | None = None
    room_group: str | None = None
    kind: str
    zone: str = ""
    cluster: str | None = None
    rank: int | None = None
    position: int
    text: str
    author: str | None = None
    audience: str = "room"
    language: str = ""
    made: str


class Cluster(Row, frozen=True, kw_only=True):
    """Notes that belong together, under a title the room gave them."""

    table = "cluster"
    id: str
    run: str
    zone: str = ""
    title: str
    position: int


class Round(Row, frozen=True, kw_only=True):
    """A round of votes: dots, stances or answers (``form``). A private one is only counts."""

    table = "round"
    id: str
    run: str | None = None
    version: str | None = None
    form: str
    private: bool = False
    each: int = 0
    cap: int = 0
    hidden: bool = True
    opened: str
    closed: str | None = None


class Dots(Row, frozen=True, kw_only=True):
    """How many dots a note or a cluster has in an open round, as the facilitator counted them."""

    table = "dots"
    id: str
    round: str
    item: str
    number: int


class Outcome(Row, frozen=True, kw_only=True):
    """A decision, an action, or something parked, with where it came from (``source``)."""

    table = "outcome"
    id: str
    community: str
    workshop: str | None = None
    run: str | None = None
    form: str
    text: str
    owner: str | None = None
    owner_name: str = ""
    due: str | None = None
    state: str = "open"
    audience: str = "community"
    position: int
    source: str | None = None
    made: str


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


class Gathering(Row, frozen=True, kw_only=True):
    """An ordinary meeting, planned or held: how many came, one thing that helped."""

    table = "gathering"
    id: str
    community: str
    workshop: str | None = None
    date: str
    starts: int | None = None
    minutes: int = 60
    place: str = ""
    title: str = ""
    state: str = "planned"
    came: int = 0
    helped: str = ""


class Attachment(Row, frozen=True, kw_only=True):
    """A file kept with a row; its bytes lie once in ``blob`` under their hash."""

    table = "attachment"
    id: str
    owner_table: str
    owner: str
    hash: str
    name: str
    media: str


class Signal(Row, frozen=True, kw_only=True):
    """A stored fact that suggests something; ``facts`` is JSON."""

    table = "signal"
    id: str
    community: str
    code: str
    facts: str = "{}"
    date: str
    state: str = "open"


# What follows is kept, not journaled: just as durable, never undone.


class Draft(Row, frozen=True, kw_only=True):
    """Text half typed, by the place it was being typed in."""

    table = "draft"
    key = ("place",)
    place: str
    text: str
    at: str


class Standing(Row, frozen=True, kw_only=True):
    """Where a running workshop stands."""

    table = "standing"
    key = ("workshop",)
    workshop: str
    block: str | None = None
    run: str | None = None
    step: int = 0
    zone: str = ""
    at: str


class ClockEvent(Row, frozen=True, kw_only=True):
    """Something done to a step's clock: set, pause, resume, add. ``seconds`` for set and add."""

    table = "clock_event"
    id: str
    workshop: str
    run: str
    step: int
    what: str
    seconds: int = 0
    at: str


class Heartbeat(Row, frozen=True, kw_only=True):
    """The last instant a running workshop was known to be on screen."""

    table = "heartbeat"
    key = ("workshop",)
    workshop: str
    at: str


class Snooze(Row, frozen=True, kw_only=True):
    """A signal not to be shown before a date; ``what`` is the signal's code and its subject."""

    table = "snooze"
    key = ("what",)
    what: str
    until: str


class Tally(Row, frozen=True, kw_only=True):
    """How many gave a value to an item in a private round. No order, no time, no one."""

    table = "tally"
    key = ("round", "item", "value", "room_group")
    round: str
    item: str
    value: str
    room_group: str = ""
    number: int


class Answered(Row, frozen=True, kw_only=True):
    """Who has answered a round, apart from what was answered."""

    table = "answered"
    key = ("round", "person")
    round: str
    person: str


JOURNALED: tuple[type[Row], ...] = (
    Community,
    Person,
    Membership,
    Workshop,
    Session,
    RoomGroup,
    Block,
    Run,
    StageReading,
    Holding,
    Naming,
    Attendance,
    Cluster,
    Note,
    Version,
    Round,
    Dots,
    Outcome,
    Clause,
    ClauseSource,
    Reservation,
    Gathering,
    Attachment,
    Signal,
)
"""Tables whose every change is journaled and can be undone, parents before children."""

KEPT: tuple[type[Row], ...] = (
    Draft,
    Standing,
    ClockEvent,
    Heartbeat,
    Snooze,
    Tally,
    Answered,
)
"""Tables that are durable but never undone."""
