"""Workshops: as planned, as they happened, and what was said in them."""

from typing import Annotated, get_args

from app.catalogue.entries import Purpose
from app.library.columns import (
    TEXT,
    Day,
    Days,
    Id,
    IdOrEmpty,
    Instant,
    Key,
    Languages,
    Mark,
    Most,
    Named,
    NameOfPerson,
    Number,
    Position,
    RecipeJson,
    RecurrenceRule,
    Ref,
    Text,
    Zone,
    one_of,
)
from app.library.mentions import Mentions
from app.library.row import Row, Table, Travels

PURPOSES: tuple[str, ...] = get_args(Purpose)
"""What a workshop can be for."""

PLACES = 1000
"""The farthest place of a note, across and up."""


class Workshop(Row, frozen=True, kw_only=True):
    """A planned or held workshop. ``languages``: one or two codes, the first leads.

    One that will not take place was ``called_off`` on a day, for a ``reason``; all it has stays.
    """

    table = "workshop"
    declared = Table(by=("community",), indexed=(("community",),), room_reads=True, own=("notes",))
    id: Key
    community: Annotated[str, Ref("community")]
    purpose: Annotated[str, one_of(*PURPOSES)]
    title: Named
    date: Day
    zone: Zone
    place: Text = ""
    languages: Languages = "en"
    expected: Number = 0
    state: Annotated[str, one_of("planned", "running", "closed")] = "planned"
    notes: Text = ""
    thanks: Text = ""
    created: Instant
    closed: Instant | None = None
    called_off: Day | None = None
    reason: Text | None = None


class Session(Row, frozen=True, kw_only=True):
    """A stretch of a workshop in one place without an end in between; days are its dates."""

    table = "session"
    declared = Table(by=("workshop",), indexed=(("workshop",),), room_reads=True)
    id: Key
    workshop: Annotated[str, Ref("workshop")]
    date: Day
    starts: Number
    minutes: Number
    place: Text = ""
    position: Position = 0


class RoomGroup(Row, frozen=True, kw_only=True):
    """A group that works apart from others in a workshop.

    ``note_taker`` is the person who writes down what it says, as their name is said.
    """

    table = "room_group"
    declared = Table(by=("workshop",), indexed=(("workshop",),), room_reads=True)
    id: Key
    workshop: Annotated[str, Ref("workshop")]
    name: Text
    position: Position = 0
    place: Text = ""
    brief: Text = ""
    note_taker: NameOfPerson = ""


class GroupMember(Row, frozen=True, kw_only=True):
    """Somebody who works in a group: a person known here, or just a name."""

    table = "group_member"
    declared = Table(by=("room_group",), indexed=(("room_group",),), room_reads=True)
    id: Key
    room_group: Annotated[str, Ref("room_group")]
    person: Annotated[str, Ref("person")] | None = None
    name: NameOfPerson = ""
    position: Position = 0


class Block(Row, frozen=True, kw_only=True):
    """A block as planned. ``starts`` is set when its start is locked.

    ``recipe`` is a copy (JSON) of what the exercise said when it was planned. ``on_paper`` is how
    many things written on paper are still to be typed in (0: nobody knows how many), ``harvested``
    when they all were. ``carried``: whether what an earlier exercise leads to was taken along.
    ``in_groups``: people work at it in the workshop's groups, all at the same time.
    """

    table = "block"
    declared = Table(by=("workshop",), indexed=(("workshop",),))
    id: Key
    workshop: Annotated[str, Ref("workshop")]
    session: Annotated[str, Ref("session")]
    room_group: Annotated[str, Ref("room_group")] | None = None
    position: Position
    exercise: Annotated[str, TEXT, Mentions("own_exercise", "own-")] | None = None
    kind: Id
    title: Text
    minutes: Number
    starts: Number | None = None
    audience: Mark = "room"
    recipe: RecipeJson = "{}"
    on_paper: Number | None = None
    harvested: Instant | None = None
    carried: Annotated[str, one_of("", "taken", "declined")] = ""
    in_groups: bool = False


class Run(Row, frozen=True, kw_only=True):
    """A block as it happened; a block repeated has several.

    While it is ``hidden``, the wall shows how many notes there are, and none of them.
    """

    table = "run"
    declared = Table(by=("block",), indexed=(("block",),), read_with="block")
    id: Key
    block: Annotated[str, Ref("block")]
    room_group: Annotated[str, Ref("room_group")] | None = None
    number: Number = 1
    started: Instant
    ended: Instant | None = None
    hidden: bool = False


class Attendance(Row, frozen=True, kw_only=True):
    """Somebody at the door (``state``: present, guest, walk-in, left), or just a number."""

    table = "attendance"
    declared = Table(by=("workshop",), indexed=(("workshop",),), room_reads=True)
    id: Key
    workshop: Annotated[str, Ref("workshop")]
    person: Annotated[str, Ref("person")] | None = None
    name: NameOfPerson = ""
    state: Annotated[str, one_of("present", "guest", "walk-in", "left", "number")] = "present"
    number: Number = 1
    arrived: Instant | None = None
    gone: Instant | None = None


class Naming(Row, frozen=True, kw_only=True):
    """A person named for a role in a run of "who tends what", and what they answered.

    ``answer``: named, asked, yes, not-now, privately. Only a yes ever leaves this row.
    """

    table = "naming"
    declared = Table(
        by=("run",),
        indexed=(("run",),),
        read_with="run",
        travels=Travels("answer", lambda row: row.answer == "yes", "only who said yes leaves"),
    )
    id: Key
    run: Annotated[str, Ref("run")]
    role: Text
    label: Text = ""
    person: Annotated[str, Ref("person")]
    by: Number = 1
    answer: Annotated[str, one_of("named", "asked", "yes", "not-now", "privately")] = "named"
    position: Position = 0


class Cluster(Row, frozen=True, kw_only=True):
    """Notes that belong together, under a title the room gave them."""

    table = "cluster"
    declared = Table(by=("run",), indexed=(("run",),), read_with="run")
    id: Key
    run: Annotated[str, Ref("run")]
    zone: Text = ""
    title: Text
    position: Position


class Note(Row, frozen=True, kw_only=True):
    """What somebody said, as they said it, in the language they said it in.

    ``x`` and ``y`` say where it lies where places mean something, in thousandths of the ground,
    from the left and from the bottom; None until it was placed. ``colour`` is its own, empty where
    it has that of its zone. ``source`` is the note of an earlier exercise that it was taken from.
    """

    table = "note"
    declared = Table(
        by=("community",),
        indexed=(("run", "position"), ("community",)),
        searched=("text",),
        struck=("text",),
        read_with="run",
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    run: Annotated[str, Ref("run")] | None = None
    room_group: Annotated[str, Ref("room_group")] | None = None
    kind: Id
    zone: Text = ""
    cluster: Annotated[str, Ref("cluster")] | None = None
    position: Position
    text: Named
    author: Annotated[str, Ref("person")] | None = None
    audience: Mark = "room"
    language: Text = ""
    made: Instant
    colour: IdOrEmpty = ""
    x: Annotated[int, Most(PLACES)] | None = None
    y: Annotated[int, Most(PLACES)] | None = None
    source: Key | None = None


class Tie(Row, frozen=True, kw_only=True):
    """A tie between two notes of a run: who asks whom, what answers what (``form``)."""

    table = "tie"
    declared = Table(by=("run",), indexed=(("run",), ("from_note",), ("to_note",)), read_with="run")
    id: Key
    run: Annotated[str, Ref("run")]
    form: Id
    from_note: Annotated[str, Ref("note")]
    to_note: Annotated[str, Ref("note")]


class RhythmEvent(Row, frozen=True, kw_only=True):
    """Something that recurs in a community's life, or takes place once.

    ``date`` is its first day, ``starts`` its time of day there and ``zone`` the IANA zone of both;
    ``rule`` is a recurrence rule of RFC 5545 without its name ("FREQ=MONTHLY;BYDAY=1TU"), empty for
    what takes place once. ``left_out`` are the days on which it does not. ``circle`` is the zone of
    the exercise that says for whom it is; ``note`` what people said.
    """

    table = "rhythm_event"
    declared = Table(
        by=("community",),
        indexed=(("community",), ("run",), ("note",)),
        searched=("title",),
        struck=("title",),
        outlives=("workshop", "run", "note"),
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    run: Annotated[str, Ref("run")] | None = None
    note: Annotated[str, Ref("note")] | None = None
    title: Named
    rule: RecurrenceRule = ""
    date: Day
    starts: Number | None = None
    minutes: Number = 0
    zone: Zone
    place: Text = ""
    circle: IdOrEmpty = ""
    left_out: Days = "[]"
    audience: Mark = "community"
    position: Position = 0
    made: Instant


class Round(Row, frozen=True, kw_only=True):
    """A round of votes: dots, stances or answers (``form``). A private one is only counts."""

    table = "round"
    declared = Table(
        by=("run", "version"),
        indexed=(("run",), ("version",)),
        read_with="run",
        outlives=("run",),
        travels=Travels(
            "closed",
            lambda row: not row.private or row.closed is not None,
            "a private round leaves once it is closed",
        ),
    )
    id: Key
    run: Annotated[str, Ref("run")] | None = None
    version: Annotated[str, Ref("version")] | None = None
    form: Id
    private: bool = False
    each: Number = 0
    cap: Number = 0
    hidden: bool = True
    opened: Instant
    closed: Instant | None = None


class Dots(Row, frozen=True, kw_only=True):
    """How many dots a note or a cluster has in an open round, as the facilitator counted them."""

    table = "dots"
    declared = Table(by=("round",), indexed=(("round",),), read_with="round")
    id: Key
    round: Annotated[str, Ref("round")]
    item: Key
    number: Number


class Outcome(Row, frozen=True, kw_only=True):
    """A decision, an action, or something parked, with where it came from (``source``).

    ``settled``: the day on which it was done or dropped.
    """

    table = "outcome"
    declared = Table(
        by=("community",),
        indexed=(("community",), ("workshop",)),
        searched=("text",),
        struck=("text",),
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    run: Annotated[str, Ref("run")] | None = None
    form: Annotated[str, one_of("decision", "action", "parked")]
    text: Named
    owner: Annotated[str, Ref("person")] | None = None
    owner_name: NameOfPerson = ""
    due: Day | None = None
    state: Annotated[str, one_of("open", "done", "dropped")] = "open"
    audience: Mark = "community"
    position: Position
    source: Text | None = None
    made: Instant
    settled: Day | None = None
