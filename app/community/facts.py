"""The facts of each community today, read for all of them in a few queries.

Home lists two hundred communities: nothing here asks once per community.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import msgspec

from app.collation import in_order
from app.community.held_roles import COORDINATOR, SPONSOR
from app.community.holdings import OWN
from app.community.rhythm_events import next_dates
from app.community.some_communities import Queries
from app.community.states import StateNow, latest_states
from app.community.today import today_in
from app.library.reader import Cell, Reader
from app.library.rows import Community, RhythmEvent, Snooze


class WorkshopFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A workshop that is neither closed nor called off.

    ``starts`` in minutes since midnight, ``minutes`` available.

    ``stopped_in`` is the title of the block where a running one stands, ``stopped_at`` the last
    instant it was on screen (UTC, as stored).
    """

    id: str
    purpose: str
    title: str
    date: date
    zone: str
    state: str
    expected: int
    starts: int
    minutes: int
    blocks: int
    stopped_in: str = ""
    stopped_at: str = ""


class Event(msgspec.Struct, frozen=True):
    """A workshop or a gathering, held or to come: ``what`` is workshop or gathering."""

    what: str
    purpose: str
    title: str
    date: date


class Term(msgspec.Struct, frozen=True):
    """A holding: the role, its own name if it has one, who, and until when."""

    role: str
    label: str
    name: str
    starts: date
    ends: date | None

    @property
    def key(self) -> tuple[str, str]:
        """Which role it is: a role of one's own is known by its name."""
        return (self.role, self.label if self.role == OWN else "")

    def runs(self, today: date) -> bool:
        """Whether it runs today; its last day counts."""
        return self.starts <= today and (self.ends is None or self.ends >= today)


class CharterFacts(msgspec.Struct, frozen=True):
    """The latest version of a charter that was not set aside; ``renew_on`` the day by which its
    head wants a renewal, until one was held on it or after."""

    number: int
    status: str
    until: date | None
    renew_on: date | None = None


class Promise(msgspec.Struct, frozen=True, order=True):
    """An open action with a date, in its own words."""

    due: date
    text: str


class PaperFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What of a workshop that is over, or past its day, is on paper and not all typed in.

    ``blocks``: how many; ``block`` is the id of the first of them, ``title`` what it is called,
    ``expected`` how many things are on paper there, 0 where nobody said.
    """

    workshop: str
    of: str
    date: date
    over: bool
    block: str
    title: str
    expected: int
    blocks: int


class CommunityFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that Home, the signals and the next step need to know of one community."""

    community: Community
    today: date
    members: int = 0
    terms: tuple[Term, ...] = ()
    stages: frozenset[str] = frozenset()
    workshops: tuple[WorkshopFacts, ...] = ()
    last: Event | None = None
    launched: bool = False
    next_gathering: Event | None = None
    actions: int = 0
    promised: tuple[Promise, ...] = ()
    """The open actions that have a date, the earliest first."""
    charter: CharterFacts | None = None
    papers: tuple[PaperFacts, ...] = ()
    snoozed: Mapping[str, date] = {}
    became: StateNow | None = None
    """What was last said it became; None where nobody said."""

    @property
    def resting(self) -> bool:
        """Whether it has ended or was archived: it is not among those that live."""
        return rests(self.community)

    @property
    def paused(self) -> date | None:
        """Since when it is paused, if it is."""
        now = self.became
        return now.since if now is not None and now.state == "paused" else None

    @property
    def asks_nothing(self) -> bool:
        """Whether it rests or is paused: nothing is asked about it."""
        return self.resting or self.paused is not None

    def holders(self, role: str) -> tuple[str, ...]:
        """The names of those who hold a role today."""
        return tuple(one.name for one in self.terms if one.role == role and one.runs(self.today))

    @property
    def overdue(self) -> tuple[Promise, ...]:
        """The open actions past their date, the earliest first."""
        return tuple(one for one in self.promised if one.due < self.today)

    @property
    def coordinators(self) -> tuple[str, ...]:
        """Who coordinates today."""
        return self.holders(COORDINATOR)

    @property
    def sponsors(self) -> tuple[str, ...]:
        """Who sponsors today."""
        return self.holders(SPONSOR)


def rests(community: Community) -> bool:
    """Whether a community has ended or was archived."""
    return community.ended is not None or community.archived is not None


def by_name(reader: Reader) -> list[Community]:
    """Every community, by its name."""
    return in_order(reader.rows(Community), lambda one: one.name)


def gather(reader: Reader, now: datetime, only: str | None = None) -> list[CommunityFacts]:
    """The facts of every community by name, or of the one whose id is ``only``."""
    if only is None:
        return _facts_of(by_name(reader), Queries(reader, None), now)
    return gather_some(reader, now, [reader.row(Community, only)])


def gather_some(
    reader: Reader, now: datetime, communities: Sequence[Community]
) -> list[CommunityFacts]:
    """The facts of these communities, in their order."""
    return _facts_of(communities, Queries(reader, [one.id for one in communities]), now)


def _facts_of(
    communities: Sequence[Community], asked: Queries, now: datetime
) -> list[CommunityFacts]:
    reader = asked.reader
    members = asked.counts(
        "SELECT community, count(DISTINCT person) FROM membership"
        " WHERE left IS NULL AND level <> 'outside' {and_one} GROUP BY community"
    )
    terms = _terms(asked)
    stages = _stages(asked)
    workshops = _workshops(asked)
    held = _held(asked)
    charters = _charters(asked)
    planned, actions, papers = _planned(asked), _actions(asked), _papers(asked)
    rhythms, states = _rhythms(asked), latest_states(asked)
    snoozed = {row.what: date.fromisoformat(row.until) for row in reader.rows(Snooze)}
    found = []
    for community in communities:
        today = today_in(community.zone, now)
        one = community.id
        under_way = actions.get(one, ())
        found.append(
            CommunityFacts(
                community=community,
                today=today,
                members=members.get(one, 0),
                terms=tuple(terms.get(one, ())),
                stages=frozenset(stages.get(one, ())),
                workshops=tuple(workshops.get(one, ())),
                last=max(held.get(one, ()), key=lambda past: past.date, default=None),
                launched=any(past.what == "workshop" for past in held.get(one, ())),
                next_gathering=_next(planned.get(one, ()), rhythms.get(one, ()), today),
                actions=len(under_way),
                promised=tuple(sorted(one for one in under_way if one is not None)),
                charter=charters.get(one),
                papers=tuple(p for p in papers.get(one, ()) if p.over or p.date < today),
                snoozed=snoozed,
                became=states.get(one),
            )
        )
    return found


def _planned(asked: Queries) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for one, title, day in asked.cells(
        "SELECT community, title, date FROM gathering"
        " WHERE state = 'planned' {and_one} ORDER BY date, starts"
    ):
        found.setdefault(str(one), []).append(_event("gathering", "", title, day))
    return found


def _actions(asked: Queries) -> dict[str, list[Promise | None]]:
    """Each open action as a promise; None where it has no date."""
    found: dict[str, list[Promise | None]] = {}
    for one, due, text in asked.cells(
        "SELECT community, due, text FROM outcome"
        " WHERE form = 'action' AND state = 'open' {and_one}"
    ):
        day = _day(due)
        promise = Promise(day, str(text)) if day is not None else None
        found.setdefault(str(one), []).append(promise)
    return found


def _rhythms(asked: Queries) -> dict[str, list[RhythmEvent]]:
    """What recurs in each community."""
    only = asked.only
    if only is not None and len(only) == 1:
        rows = asked.reader.rows(RhythmEvent, community=only[0])
    else:
        rows = asked.reader.rows(RhythmEvent)
    found: dict[str, list[RhythmEvent]] = {}
    for one in rows:
        found.setdefault(one.community, []).append(one)
    return found


def _next(planned: Sequence[Event], rhythm: Sequence[RhythmEvent], today: date) -> Event | None:
    """What is next in the calendar: a gathering that was planned, or a date of what recurs."""
    ahead = [one for one in planned if one.date >= today][:1]
    ahead += [
        Event("gathering", "", one.event.title, one.day) for one in next_dates(rhythm, today, 1)
    ]
    return min(ahead, key=lambda one: one.date, default=None)


def _terms(asked: Queries) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for one, role, label, name, starts, ends in asked.cells(
        "SELECT holding.community, role, label, person.name, starts, ends FROM holding"
        " JOIN person ON person.id = holding.person WHERE 1 {and_one} ORDER BY starts, holding.id",
        "holding.community",
    ):
        term = Term(str(role), str(label), str(name), _sure(starts), _day(ends))
        found.setdefault(str(one), []).append(term)
    return found


def _stages(asked: Queries) -> dict[str, list[str]]:
    """The stages recognised at each community's latest reading."""
    found: dict[str, list[str]] = {}
    for one, stage in asked.cells(
        "SELECT community, stage FROM stage_reading AS reading WHERE date ="
        " (SELECT max(date) FROM stage_reading WHERE community = reading.community) {and_one}"
    ):
        found.setdefault(str(one), []).append(str(stage))
    return found


def _workshops(asked: Queries) -> dict[str, list[WorkshopFacts]]:
    found: dict[str, list[WorkshopFacts]] = {}
    for cells in asked.cells(
        "SELECT community, workshop.id, purpose, title, date, workshop.zone, state, expected,"
        " (SELECT starts FROM session WHERE workshop = workshop.id ORDER BY date, starts LIMIT 1),"
        " (SELECT sum(minutes) FROM session WHERE workshop = workshop.id),"
        " (SELECT count(*) FROM block WHERE workshop = workshop.id),"
        " (SELECT title FROM block WHERE block.id = standing.block),"
        " max(coalesce(standing.at, ''), coalesce(heartbeat.at, ''))"
        " FROM workshop LEFT JOIN standing ON standing.workshop = workshop.id"
        " LEFT JOIN heartbeat ON heartbeat.workshop = workshop.id"
        " WHERE workshop.closed IS NULL AND called_off IS NULL {and_one} ORDER BY date, workshop.id"
    ):
        one, key, purpose, title, day, zone, state, expected, starts, minutes, blocks = cells[:11]
        workshop = WorkshopFacts(
            id=str(key),
            purpose=str(purpose),
            title=str(title),
            date=_sure(day),
            zone=str(zone),
            state=str(state),
            expected=_whole(expected),
            starts=_whole(starts),
            minutes=_whole(minutes),
            blocks=_whole(blocks),
            stopped_in=str(cells[11] or ""),
            stopped_at=str(cells[12] or ""),
        )
        found.setdefault(str(one), []).append(workshop)
    return found


def _papers(asked: Queries) -> dict[str, list[PaperFacts]]:
    """What is on paper, a workshop each: SQLite gives the row of the one minimum or maximum."""
    found: dict[str, list[PaperFacts]] = {}
    for one, workshop, of, day, state, block, title, expected, _, blocks in asked.cells(
        "SELECT community, workshop.id, workshop.title, workshop.date, state, block.id,"
        " block.title, on_paper, min(block.position), count(*)"
        " FROM block JOIN workshop ON workshop.id = block.workshop"
        " WHERE on_paper IS NOT NULL AND harvested IS NULL AND called_off IS NULL {and_one}"
        " GROUP BY workshop.id ORDER BY date, workshop.id"
    ):
        paper = PaperFacts(
            workshop=str(workshop),
            of=str(of),
            date=_sure(day),
            over=state == "closed",
            block=str(block),
            title=str(title),
            expected=_whole(expected),
            blocks=_whole(blocks),
        )
        found.setdefault(str(one), []).append(paper)
    return found


def _held(asked: Queries) -> dict[str, list[Event]]:
    """The latest closed workshop and the latest held gathering of each community."""
    found: dict[str, list[Event]] = {}
    for one, purpose, title, day in asked.cells(
        "SELECT community, purpose, title, max(date) FROM workshop"
        " WHERE closed IS NOT NULL {and_one} GROUP BY community"
    ):
        found.setdefault(str(one), []).append(_event("workshop", purpose, title, day))
    for one, title, day in asked.cells(
        "SELECT community, title, max(date) FROM gathering"
        " WHERE state = 'held' {and_one} GROUP BY community"
    ):
        found.setdefault(str(one), []).append(_event("gathering", "", title, day))
    return found


def _charters(asked: Queries) -> dict[str, CharterFacts]:
    """The version in force, else the latest proposed."""
    found: dict[str, CharterFacts] = {}
    for one, number, status, until, renew_on in asked.cells(
        "SELECT community, number, status, until, (SELECT max(renew_on) FROM charter_head AS head"
        " WHERE head.community = version.community AND NOT EXISTS (SELECT 1 FROM workshop AS held"
        " WHERE held.community = head.community AND held.purpose = 'renewal'"
        " AND held.state = 'closed' AND held.date >= head.renew_on)) FROM version"
        " WHERE status IN ('agreed', 'proposed') {and_one} ORDER BY status DESC, number"
    ):
        found[str(one)] = CharterFacts(_whole(number), str(status), _day(until), _day(renew_on))
    return found


def _event(what: str, purpose: Cell, title: Cell, day: Cell) -> Event:
    return Event(what, str(purpose), str(title), _sure(day))


def _day(cell: Cell) -> date | None:
    return None if cell is None or cell == "" else date.fromisoformat(str(cell))


def _sure(cell: Cell) -> date:
    return date.fromisoformat(str(cell))


def _whole(cell: Cell) -> int:
    return int(cell or 0)
