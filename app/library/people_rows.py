"""Communities and people: who belongs, who holds what, where a community stands."""

from typing import Annotated

from app.library.columns import (
    KEY,
    NAMED,
    Day,
    Hash,
    Instant,
    Key,
    Language,
    Named,
    Number,
    OwnerIn,
    PersonName,
    Ref,
    Text,
    Zone,
    one_of,
)
from app.library.row import Row, Table

LEVELS = ("core", "active", "occasional", "peripheral", "outside")
"""How near the hearth, from the nearest; who is outside is not counted as a member."""

STATES = ("forming", "active", "paused", "closed", "reactivated", "merged", "split")
"""What a community can be; several may follow one another."""


class Community(Row, frozen=True, kw_only=True):
    """A community of practice: until it ``ended``, and on Home unless ``archived`` (since when)."""

    table = "community"
    declared = Table(
        searched=("name", "sentence"), outlives=("parent",), room_reads=True, own=("notes",)
    )
    id: Key
    name: Named
    sentence: Text = ""
    organization: Text = ""
    language: Language = "en"
    zone: Zone = "UTC"
    notes: Text = ""
    parent: Annotated[str, Ref("community", outside=True)] | None = None
    created: Instant
    ended: Day | None = None
    archived: Day | None = None


class CommunityState(Row, frozen=True, kw_only=True):
    """What a community became on a day, and why; ``other`` is the one it merged into or split
    off."""

    table = "community_state"
    declared = Table(by=("community",), indexed=(("community",),), room_reads=True)
    id: Key
    community: Annotated[str, Ref("community")]
    date: Day
    state: Annotated[str, one_of(*STATES)]
    reason: Text = ""
    other: Annotated[str, Ref("community", outside=True)] | None = None


class Person(Row, frozen=True, kw_only=True):
    """Somebody known to this library, whatever communities they belong to."""

    table = "person"
    declared = Table(searched=("name",), struck=("name", "email"), room_reads=True, own=("notes",))
    id: Key
    name: Annotated[str, NAMED, PersonName()]
    email: Text = ""
    organization: Text = ""
    notes: Text = ""
    created: Instant


class Membership(Row, frozen=True, kw_only=True):
    """A person in a community, from when to when, and how near the hearth (``level``)."""

    table = "membership"
    declared = Table(by=("community",), indexed=(("community",),), room_reads=True)
    id: Key
    community: Annotated[str, Ref("community")]
    person: Annotated[str, Ref("person")]
    level: Annotated[str, one_of(*LEVELS)] = "active"
    unit: Text = ""
    joined: Day | None = None
    left: Day | None = None


class StageReading(Row, frozen=True, kw_only=True):
    """One stage a community recognised itself in, on a date; several may share a date."""

    table = "stage_reading"
    declared = Table(
        by=("community",), indexed=(("community",),), outlives=("workshop",), room_reads=True
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    stage: Text
    date: Day
    evidence: Text = ""


class Holding(Row, frozen=True, kw_only=True):
    """A role held by a person, with an end or a day to look at it again; ``hours`` a month.

    ``label`` is what the community calls it: a role of its own, or the catalogue's ``role`` under
    another name. ``chosen``: how the person was; ``rotation``: how it passes on; ``handover``:
    what whoever comes next should know.
    """

    table = "holding"
    declared = Table(
        by=("community",), indexed=(("community",),), outlives=("workshop",), room_reads=True
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    role: Text
    label: Text = ""
    person: Annotated[str, Ref("person")]
    deputy: Annotated[str, Ref("person")] | None = None
    starts: Day
    ends: Day | None = None
    hours: Number = 0
    review: Day | None = None
    chosen: Text = ""
    rotation: Text = ""
    handover: Text = ""


class Gathering(Row, frozen=True, kw_only=True):
    """An ordinary meeting, planned or held: how many came, one thing that helped."""

    table = "gathering"
    declared = Table(
        by=("community",), indexed=(("community",),), outlives=("workshop",), room_reads=True
    )
    id: Key
    community: Annotated[str, Ref("community")]
    workshop: Annotated[str, Ref("workshop")] | None = None
    date: Day
    starts: Number | None = None
    minutes: Number = 60
    place: Text = ""
    title: Text = ""
    state: Annotated[str, one_of("planned", "held")] = "planned"
    came: Number = 0
    helped: Text = ""


class GatheringPerson(Row, frozen=True, kw_only=True):
    """Somebody who came to a gathering; others may have come who are only counted."""

    table = "gathering_person"
    declared = Table(by=("gathering",), indexed=(("gathering",),), room_reads=True)
    id: Key
    gathering: Annotated[str, Ref("gathering")]
    person: Annotated[str, Ref("person")]


class Attachment(Row, frozen=True, kw_only=True):
    """A file kept with a row; its bytes lie once in ``blob`` under their hash."""

    table = "attachment"
    declared = Table(by=("owner",), room_reads=True)
    id: Key
    owner_table: Text
    owner: Annotated[str, KEY, OwnerIn("owner_table")]
    hash: Hash
    name: Text
    media: Text
