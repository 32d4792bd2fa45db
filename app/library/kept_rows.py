"""What is kept, not journaled: just as durable, never undone."""

from typing import Annotated

from app.library.columns import Day, Id, IdOrEmpty, Instant, Key, Number, Ref, Text
from app.library.row import Row, Stays, Table


class Draft(Row, frozen=True, kw_only=True):
    """Text half typed, by the place it was being typed in."""

    table = "draft"
    key = ("place",)
    declared = Table(kept=True, travels=Stays("text half typed"))
    place: Text
    text: Text
    at: Instant


class Standing(Row, frozen=True, kw_only=True):
    """Where a running workshop stands."""

    table = "standing"
    key = ("workshop",)
    declared = Table(kept=True, travels=Stays("where a running workshop stands"))
    workshop: Annotated[str, Ref("workshop")]
    block: Annotated[str, Ref("block")] | None = None
    run: Annotated[str, Ref("run")] | None = None
    step: Number = 0
    zone: Text = ""
    at: Instant


class ClockEvent(Row, frozen=True, kw_only=True):
    """Something done to a step's clock: set, pause, resume, add; leave and return, of the step.

    ``seconds`` are for set and add.
    """

    table = "clock_event"
    declared = Table(
        kept=True,
        indexed=(("run", "step"),),
        travels=Stays("what was done to the clocks"),
    )
    id: Key
    workshop: Annotated[str, Ref("workshop")]
    run: Annotated[str, Ref("run")]
    step: Number
    what: Text
    seconds: Number = 0
    at: Instant


class Heartbeat(Row, frozen=True, kw_only=True):
    """The last instant a running workshop was known to be on screen."""

    table = "heartbeat"
    key = ("workshop",)
    declared = Table(kept=True, travels=Stays("when a workshop was last on screen"))
    workshop: Annotated[str, Ref("workshop")]
    at: Instant


class Snooze(Row, frozen=True, kw_only=True):
    """A signal not to be shown before a date; ``what`` is the signal's code and its subject.

    ``dismissed``: somebody said that it does not matter here, in a ``word`` or without one, and
    did not only put it off. ``found`` is the number it had found.
    """

    table = "snooze"
    key = ("what",)
    declared = Table(kept=True, travels=Stays("what was put off until later"))
    what: Text
    until: Day
    word: Text = ""
    dismissed: bool = False
    found: Number = 0


class Tally(Row, frozen=True, kw_only=True):
    """How many gave a value to an item in an open private round. No order, no time, no one."""

    table = "tally"
    key = ("round", "item", "value", "room_group")
    declared = Table(
        kept=True,
        private=True,
        once_closed="closed_tally",
        travels=Stays("the counts of a private round that is open"),
    )
    round: Annotated[str, Ref("round")]
    item: IdOrEmpty
    value: Id
    room_group: Annotated[str, Ref("room_group", or_empty=True)] = ""
    number: Number


class ClosedTally(Tally, frozen=True, kw_only=True):
    """How many gave a value to an item in a private round that is closed."""

    table = "closed_tally"
    declared = Table(kept=True, private=True, by=("round",), read_with="round")


class Answered(Row, frozen=True, kw_only=True):
    """Who has answered a private round that is open, apart from what was answered."""

    table = "answered"
    key = ("round", "person")
    declared = Table(
        kept=True,
        private=True,
        once_closed="closed_answered",
        travels=Stays("who has answered a private round"),
    )
    round: Annotated[str, Ref("round")]
    person: Annotated[str, Ref("person")]


class ClosedAnswered(Answered, frozen=True, kw_only=True):
    """Who had answered a private round when it was closed."""

    table = "closed_answered"
    declared = Table(kept=True, private=True, travels=Stays("who has answered a private round"))
