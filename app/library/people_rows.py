"""Communities and people: who belongs, who holds what, where a community stands."""

from app.library.row import Row


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
