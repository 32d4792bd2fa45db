"""Workshops: as planned, as they happened, and what was said in them."""

from app.library.row import Row


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


class Cluster(Row, frozen=True, kw_only=True):
    """Notes that belong together, under a title the room gave them."""

    table = "cluster"
    id: str
    run: str
    zone: str = ""
    title: str
    position: int


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
