"""The facts of what a community leaves: who it was, what it made, for whom, its last words."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.versions import draft_clauses, frozen_clauses, versions_of
from app.community.held_roles import COORDINATOR, SPONSOR
from app.community.memberships import members
from app.community.states import StateNow, state_of
from app.community.today import today_in
from app.kinds.stories.kind import CYCLES
from app.library.audience import may_read, readable
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import (
    Community,
    Gathering,
    Holding,
    Membership,
    Note,
    Outcome,
    Person,
    Version,
    Workshop,
)
from app.moment import instant
from app.registers.before_ending import LEGACY, StillOpen, still_open
from app.registers.cells import Party, Value
from app.registers.known_registers import STORIES
from app.registers.register_entries import entries_of
from exports.facts.gatherings_facts import WIDE
from exports.request import ExportRequest

PARTING_WORDS = "parting-words"
"""The exercise whose sentences are the last ones."""


class Heirloom(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is left: what it is, where it lies, who inherits it, until when."""

    what: str
    place: str = ""
    heir: Party | None = None
    until: str = ""
    kept: bool = True
    """Whether anybody keeps it."""


class StoryTold(msgspec.Struct, frozen=True):
    """A story that these readers may hear: what helped, and what it came to."""

    helped: str
    came: str = ""


class LegacyFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a community leaves, as far as its readers may read it, on ``day``.

    ``people`` are named for readers within the community; others are told the ``number`` alone.
    ``tended`` are those who coordinated or sponsored, by their role. ``open``: what is still open,
    for the facilitator alone, while it has not ended.
    """

    community: Community
    day: date
    state: StateNow
    first: date | None = None
    last: date | None = None
    workshops: int = 0
    gatherings: int = 0
    domain: tuple[FrozenClause, ...] = ()
    why: tuple[FrozenClause, ...] = ()
    number: int = 0
    people: tuple[str, ...] = ()
    tended: tuple[tuple[str, tuple[str, ...]], ...] = ()
    made: tuple[Heirloom, ...] = ()
    stories: tuple[StoryTold, ...] = ()
    holds: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    parting: tuple[str, ...] = ()
    open: tuple[StillOpen, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether hardly anything was written down that could be read later."""
        return not (self.why or self.made or self.thanks or self.parting)


def read_legacy(reader: Reader, catalogue: Catalogue, request: ExportRequest) -> LegacyFacts:
    """What a community (the request's subject) leaves. Raises KeyError for one there is not."""
    row = reader.row(Community, request.subject)
    audience = request.audience
    today = today_in(row.zone, request.now or instant(_latest(reader, row)))
    held = [
        one
        for one in reader.rows(Workshop, order="date, id", community=row.id)
        if one.closed is not None and one.called_off is None
    ]
    met = reader.rows(Gathering, order="date", community=row.id, state="held")
    clauses = _clauses(reader, row.id, audience)
    every = [one for one in members(reader, row.id, today) if one.membership.level != "outside"]
    ended = row.ended is not None
    days = _days(reader, row, held, met)
    wide = audience == WIDE
    return LegacyFacts(
        community=row,
        day=today,
        state=state_of(reader, row.id, today),
        first=min(days, default=None),
        last=date.fromisoformat(row.ended) if row.ended else max(days, default=None),
        workshops=len(held),
        gatherings=len(met),
        domain=tuple(one for one in clauses if one.section in {"domain", "in-scope"}),
        why=tuple(one for one in clauses if one.section in {"purpose", "why-now"}),
        number=len(every),
        people=() if wide else tuple(one.person.name for one in every),
        tended=() if wide else tuple(_tended(reader, row.id, today)),
        made=tuple(_made(reader, catalogue, row.id, audience)),
        stories=tuple(_stories(reader, catalogue, row.id, audience)),
        holds=tuple(_holds(reader, row.id, audience)),
        thanks=tuple(_thanks(held)),
        parting=tuple(_parting(reader, row.id, audience)),
        open=()
        if ended or audience != "facilitator"
        else still_open(reader, catalogue, row.id, today),
    )


def parting_notes(community: str) -> tuple[str, tuple[str, ...]]:
    """The condition, in SQL, and its values, for the sentences of an ending in a community."""
    where = (
        "community = ? AND run IN (SELECT run.id FROM run JOIN block ON block.id = run.block"
        " JOIN workshop ON workshop.id = block.workshop"
        " WHERE block.exercise = ? AND workshop.purpose = 'closing')"
        " ORDER BY run, position, id"
    )
    return where, (community, PARTING_WORDS)


def _latest(reader: Reader, row: Community) -> str:
    """The last instant that is known of a community, where nobody says what time it is."""
    closed = [one.closed for one in reader.rows(Workshop, community=row.id) if one.closed]
    return max(closed, default=row.created)


def _clauses(reader: Reader, community: str, audience: str) -> list[FrozenClause]:
    """The charter that was agreed to last, else the draft."""
    known = versions_of(reader, community)
    agreed: Version | None = next((one for one in known if one.status == "agreed"), None)
    clauses = frozen_clauses(agreed) if agreed is not None else draft_clauses(reader, community)
    return [one for one in clauses if may_read(one.audience, audience)]


def _days(
    reader: Reader, row: Community, held: Sequence[Workshop], met: Sequence[Gathering]
) -> list[date]:
    """Every day on which something is known to have been."""
    joined = (one.joined for one in reader.rows(Membership, community=row.id))
    versions = (one.date for one in reader.rows(Version, community=row.id))
    said = (*joined, *versions, *(one.date for one in held), *(one.date for one in met))
    return [date.fromisoformat(one) for one in said if one]


def _tended(reader: Reader, community: str, today: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Who held a role by then; who is named to follow has tended nothing yet."""
    rows = reader.rows(Holding, order="starts, id", community=community)
    holdings = [one for one in rows if one.starts <= today.isoformat()]
    for role in (COORDINATOR, SPONSOR):
        ids = dict.fromkeys(one.person for one in holdings if one.role == role)
        if ids:
            yield role, tuple(reader.row(Person, one).name for one in ids)


def _made(
    reader: Reader, catalogue: Catalogue, community: str, audience: str
) -> Iterator[Heirloom]:
    register = catalogue.find_register(LEGACY)
    if register is None:
        return
    for entry in entries_of(reader, register, community, audience):
        heir = entry.values.get("heir")
        yield Heirloom(
            what=_text(entry.values.get("what")),
            place=_text(entry.values.get("place")),
            heir=heir if isinstance(heir, Party) else None,
            until=_text(entry.values.get("until")),
            kept=entry.state != "not-kept",
        )


def _stories(
    reader: Reader, catalogue: Catalogue, community: str, audience: str
) -> Iterator[StoryTold]:
    """Only what somebody said yes to: a story without consent is nobody's to read on such a page,
    not even for the facilitator, whose it was to keep."""
    register = catalogue.find_register(STORIES)
    if register is None or register.consent_column is None:
        return
    for entry in entries_of(reader, register, community, audience):
        if entry.row.audience != "facilitator":
            came = next(
                (entry.values[one] for one in reversed(CYCLES) if one in entry.values), None
            )
            yield StoryTold(_text(entry.values.get("help")), _text(came))


def _holds(reader: Reader, community: str, audience: str) -> Iterator[str]:
    where = "community = ? AND form = 'decision' AND state <> 'dropped' ORDER BY id DESC"
    for one in readable(reader, audience, Outcome, where, community):
        yield one.text


def _thanks(held: Sequence[Workshop]) -> Iterator[str]:
    """The thanks of the workshops about the ending; of the last workshop where there are none."""
    ending = [one for one in held if one.purpose == "closing"] or held[-1:]
    for one in ending:
        yield from (line for line in one.thanks.split("\n") if line.strip())


def _parting(reader: Reader, community: str, audience: str) -> Iterator[str]:
    where, values = parting_notes(community)
    for note in readable(reader, audience, Note, where, *values):
        yield note.text


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""
