"""What is known before a renewal: remember, look, choose, promise; and why now.

Only what was written is told, each line as a code with its facts; nothing is weighed. What people
answered in private tells here what it tells anywhere (:mod:`app.workshop.spread`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.said_lines import clause_line
from app.charter.sections import arranged, frozen_sections
from app.charter.versions import frozen_clauses, versions_of
from app.community.facts import CommunityFacts, gather
from app.community.held_roles import ENDING, roles_of
from app.community.stage_years import CommunityYears, community_years
from app.community.states import states_of
from app.library.audience import AUDIENCES, may_read, readable
from app.library.reader import Reader
from app.library.rows import (
    Community,
    Gathering,
    Note,
    Outcome,
    StageReading,
    Version,
    Workshop,
)
from app.registers.cells import Party
from app.registers.known_registers import PROMISES, STORIES
from app.registers.register_entries import Entry, entries_of
from app.renewal.brief_lines import Line, Promise, Told
from app.renewal.brief_pulse import pulse_lines
from app.renewal.since import ABOUT, last_renewed
from app.signals.signals import Given, signals_of

HOPES = "hopes-and-fears"
ZONES = ("hopes", "fears")
"""The exercise in which people say what they hope for and fear, and its zones."""

RENEWING = ("renewal", "sponsor-conversation")
"""A signal speaks for renewing where it leads there, or where one of its agendas is for one of
these."""

MOST, MOST_SECTIONS = 4, 9
"""Lines of a part, and sections of the charter, that are told; the rest is counted, so that all
stands on one page."""

MISSING_WAYS: Mapping[str, str] = {
    "why": "interview-questions",
    "hopes": "interview-questions",
    "stories": "interview-questions",
    "stages": "survey",
    "pulse": "survey",
    "gatherings": "survey",
    "charter": "private-word-sheet",
    "decisions": "interview-questions",
    "parked": "survey",
    "actions": "private-word-sheet",
    "promises": "private-word-sheet",
    "roles": "private-word-sheet",
}
"""Each part, and the sheet of the catalogue that is the shortest way to what it lacks."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one thing, ``more`` lines beside those that are told."""

    id: str
    lines: tuple[Line, ...] = ()
    more: int = 0

    @property
    def way(self) -> str:
        """The sheet by which one gets what is missing; empty where something is known."""
        return "" if self.lines else MISSING_WAYS[self.id]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a community ``today``, since its last launch or renewal if there was one.

    ``signals`` are those that speak for renewing; for the facilitator alone, because they count
    what others may not read.
    """

    community: Community
    today: date
    last: Workshop | None
    signals: tuple[Given, ...]
    groups: Mapping[str, tuple[Part, ...]]
    years: CommunityYears
    """Its portraits and states, to be drawn."""

    def part(self, part: str) -> Part:
        """A part by its id. Raises KeyError."""
        return {one.id: one for parts in self.groups.values() for one in parts}[part]


class _Known:
    """What of a community is read for several parts, as far as an audience may read it."""

    def __init__(
        self, reader: Reader, catalogue: Catalogue, facts: CommunityFacts, audience: str
    ) -> None:
        self.reader, self.catalogue, self.audience = reader, catalogue, audience
        self.facts, self.today, self.id = facts, facts.today, facts.community.id
        self.last = last_renewed(reader, self.id, self.today)
        self.first = self.last.date if self.last else facts.community.created[:10]

    def within(self, day: str) -> bool:
        """Whether a day is neither before the first nor after today."""
        return self.first <= day[:10] <= self.today.isoformat()

    @cached_property
    def outcomes(self) -> Sequence[Outcome]:
        """What was decided, promised or set aside."""
        where = "community = ? ORDER BY position, id"
        return readable(self.reader, self.audience, Outcome, where, self.id)

    @cached_property
    def versions(self) -> Sequence[Version]:
        """Versions of the charter that are or were in force, the latest first."""
        found = versions_of(self.reader, self.id)
        today = self.today.isoformat()
        return [one for one in found if one.status in {"agreed", "replaced"} and one.date <= today]

    @cached_property
    def launch(self) -> Workshop | None:
        """The launch that was held first."""
        rows = self.reader.rows(Workshop, order="date, id", community=self.id, purpose="launch")
        today = self.today.isoformat()
        held = (one for one in rows if one.closed and one.called_off is None and one.date <= today)
        return next(held, None)

    def entries(self, register: str) -> Sequence[Entry]:
        """The entries of a register; none where the catalogue does not have it."""
        known = self.catalogue.find_register(register)
        return entries_of(self.reader, known, self.id, self.audience) if known is not None else ()


def read_brief(
    reader: Reader, catalogue: Catalogue, community: str, audience: str, now: datetime
) -> Brief:
    """What is known at an instant before a renewal, as far as an audience may read it.

    Raises KeyError for a community there is not, ValueError for no such audience.
    """
    (facts,) = gather(reader, now, community)
    known = _Known(reader, catalogue, facts, audience)
    return Brief(
        community=facts.community,
        today=facts.today,
        last=known.last,
        signals=_why_now(known),
        groups={
            group: tuple(_part(part, read(known)) for part, read in parts.items())
            for group, parts in _parts().items()
        },
        years=community_years(
            reader, community, [stage.id for stage in catalogue.stages], facts.today
        ),
    )


def _parts() -> Mapping[str, Mapping[str, Callable[[_Known], Iterable[Line]]]]:
    """The groups in the order of a renewal, and what is read for each part of them."""
    return {
        "remember": {"why": _why, "hopes": _hopes, "stories": _stories},
        "look": {"stages": _stages, "pulse": _pulse, "gatherings": _gatherings},
        "choose": {"charter": _charter, "decisions": _decisions, "parked": _parked},
        "promise": {"actions": _actions, "promises": _promises, "roles": _roles},
    }


def _part(part: str, lines: Iterable[Line]) -> Part:
    found = tuple(lines)
    # A pulse is whole or it misleads; its statements are few.
    most = len(found) if part == "pulse" else MOST
    return Part(id=part, lines=found[:most], more=max(len(found) - most, 0))


def _why_now(known: _Known) -> tuple[Given, ...]:
    if known.audience != AUDIENCES[0]:
        return ()
    found = []
    for given in signals_of(known.reader, known.catalogue, known.facts):
        agendas = [known.catalogue.find_agenda(one) for one in given.signal.agendas]
        leads = given.signal.leads is not None
        if leads or any(one is not None and one.purpose in RENEWING for one in agendas):
            found.append(given)
    return tuple(found)


def _why(known: _Known) -> Iterator[Line]:
    """The launch's day, and the purpose in the version that was agreed first."""
    if known.launch is not None:
        day = date.fromisoformat(known.launch.date)
        yield Told(code="launched", day=day, source=known.launch.id)
    if known.versions:
        for clause in frozen_clauses(known.versions[-1]):
            if clause.section == ABOUT and may_read(clause.audience, known.audience):
                yield Told(code="told", text=clause_line(clause))


def _hopes(known: _Known) -> Iterator[Line]:
    if known.launch is None:
        return
    where = (
        "run IN (SELECT run.id FROM run JOIN block ON block.id = run.block"
        " WHERE block.workshop = ? AND block.exercise = ?) AND zone = ? ORDER BY position, id"
    )
    for zone in ZONES:
        notes = readable(
            known.reader, known.audience, Note, where, known.launch.id, HOPES, zone
        )  # fmt: skip
        if notes:
            items = tuple(("", one.text) for one in notes[:MOST])
            more = max(len(notes) - MOST, 0)
            yield Told(code=zone, items=items, n=more, source=known.launch.id)


def _stories(known: _Known) -> Iterator[Line]:
    """What was told of help, the latest first."""
    for entry in sorted(known.entries(STORIES), key=lambda one: one.row.made, reverse=True):
        if entry.values.get("help"):
            yield Told(code="told", text=str(entry.values["help"]), source=entry.row.id)


def _stages(known: _Known) -> Iterator[Line]:
    """The portrait at the last launch or renewal, or the first there is; the latest, and how many
    there are beside those; what the community became since it began."""
    by_day: dict[str, list[str]] = {}
    for one in known.reader.rows(StageReading, order="date", community=known.id):
        if one.date <= known.today.isoformat():
            by_day.setdefault(one.date, []).append(one.stage)
    days = sorted(by_day)
    if not days:
        return
    then = [day for day in days if day <= known.first][-1:] or days[:1]
    order = {stage.id: place for place, stage in enumerate(known.catalogue.stages)}
    for code, day in (("stages-then", then[0]), ("stages-now", days[-1])):
        if code == "stages-now" or day != days[-1]:
            lit = sorted(by_day[day], key=lambda one: order.get(one, len(order)))
            items = tuple((one, "") for one in lit)
            yield Told(code=code, items=items, day=date.fromisoformat(day))
    if len(days) > 2:
        yield Told(code="portraits", n=len(days) - 2, day=date.fromisoformat(days[0]))
    became = tuple(
        (one.state, one.date)
        for one in states_of(known.reader, known.id)
        if one.date <= known.today.isoformat()
    )
    if became:
        more = max(len(became) - MOST, 0)
        yield Told(code="became", items=became[-MOST:], n=more)


def _pulse(known: _Known) -> Iterable[Line]:
    return pulse_lines(known.reader, known.id, known.audience)


def _gatherings(known: _Known) -> Iterator[Line]:
    rows = known.reader.rows(Gathering, order="date", community=known.id, state="held")
    held = [one for one in rows if known.within(one.date)]
    if not held:
        return
    yield Told(code="gathered", n=len(held), day=date.fromisoformat(held[-1].date))
    came = [one.came for one in held if one.came]
    if came:
        code = "came" if min(came) == max(came) else "came-between"
        yield Told(code=code, n=min(came), most=max(came))


def _charter(known: _Known) -> Iterator[Line]:
    """The version in force: how old it is, until when it is tried, what it speaks of."""
    agreed = next((one for one in known.versions if one.status == "agreed"), None)
    if agreed is None:
        return
    day = date.fromisoformat(agreed.date)
    yield Told(code="version", label=str(agreed.number), n=(known.today - day).days, day=day)
    if agreed.until is not None:
        until = date.fromisoformat(agreed.until)
        yield Told(code="trial-over" if until < known.today else "trial", day=until)
    shape = frozen_sections(agreed)
    titles = {one.id: one.title for one in shape}
    spoken = {
        one.section
        for one in frozen_clauses(agreed)
        if may_read(one.audience, known.audience)
    }  # fmt: skip
    if spoken:
        order = arranged(known.catalogue.sections, shape, sorted(spoken))
        every = [one.id for top, children in order for one in (top, *children)]
        items = tuple((one, titles.get(one, "")) for one in every if one in spoken)
        more = max(len(items) - MOST_SECTIONS, 0)
        yield Told(code="sections", items=items[:MOST_SECTIONS], n=more)


def _decisions(known: _Known) -> Iterator[Line]:
    """What was done, and what was decided, from the last launch or renewal on, the latest first."""
    done = [one for one in known.outcomes if one.form == "action" and one.state == "done"]
    recent = [one for one in done if known.within(one.settled or one.made)]
    if recent:
        items = tuple(("", one.text) for one in recent[:MOST])
        yield Told(code="done", items=items, n=max(len(recent) - MOST, 0))
    for one in sorted(known.outcomes, key=lambda one: one.made, reverse=True):
        here = known.last is not None and one.workshop == known.last.id
        if one.form == "decision" and one.state != "dropped" and (here or known.within(one.made)):
            yield Told(code="told", text=one.text, source=one.workshop or "")


def _parked(known: _Known) -> Iterator[Line]:
    for one in known.outcomes:
        if one.form == "parked" and one.state == "open":
            yield Told(code="told", text=one.text, source=one.workshop or "")


def _actions(known: _Known) -> Iterator[Line]:
    """Open actions, the late ones first, those without a day last."""
    under_way = [one for one in known.outcomes if one.form == "action" and one.state == "open"]
    for one in sorted(under_way, key=lambda one: (one.due is None, one.due or "")):
        due = date.fromisoformat(one.due) if one.due else None
        code = "undated" if due is None else "late" if due < known.today else "due"
        yield Told(
            code=f"action-{code}",
            text=one.text,
            name=one.owner_name,
            day=due,
            source=one.workshop or "",
        )


def _promises(known: _Known) -> Iterator[Line]:
    """Open promises of either side, told alike, the earliest first."""
    register = known.catalogue.find_register(PROMISES)
    if register is None:
        return
    found = [
        (entry.due(register), entry)
        for entry in known.entries(PROMISES)
        if register.is_open(entry.state)
    ]
    for due, entry in sorted(found, key=lambda one: (one[0] is None, one[0] or known.today)):
        giver, taker = entry.values.get("from"), entry.values.get("to")
        yield Promise(
            text=str(entry.values.get("promise", "")),
            giver=giver if isinstance(giver, Party) else Party(),
            taker=taker if isinstance(taker, Party) else None,
            due=due,
            late=due is not None and due < known.today,
            source=entry.row.id,
        )


def _roles(known: _Known) -> Iterator[Line]:
    """Roles that end within eight weeks with nobody to follow, and those that nobody holds."""
    lines = roles_of(known.reader, known.catalogue.roles, known.id, known.today)
    soon = known.today + timedelta(days=ENDING)
    for one in lines:
        for held in one.held if one.state == "ends-soon" else ():
            if held.ends is not None and held.ends <= soon:
                yield Told(
                    code="role-ends",
                    name=held.person.name,
                    role=one.role,
                    label=one.label,
                    day=held.ends,
                )
    # Before anything was launched or given, an empty chair is no news.
    begun = known.facts.launched or bool(known.facts.terms)
    vacant = tuple((one.role, one.label) for one in lines if begun and one.state == "vacant")
    if vacant:
        yield Told(code="roles-vacant", items=vacant)
