"""What is kept, not journaled: just as durable, never undone."""

from app.library.row import Row


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
    """Something done to a step's clock: set, pause, resume, add; leave and return, of the step.

    ``seconds`` are for set and add.
    """

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
