"""What letters and sheets say of a community or a workshop: typed, by placeholder, in no language.

What the library does not know is None, and is written in by hand.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import cells_of, items_of
from app.charter.sections import frozen_sections, shape_of
from app.charter.versions import draft_clauses, frozen_clauses, versions_of
from app.community.actions import open_actions
from app.community.held_roles import COORDINATOR, SPONSOR
from app.community.memberships import is_current
from app.library.audience import may_read
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import Block, Community, Gathering, Holding, Outcome, Person, Workshop
from app.registers.cells import Party
from app.registers.known_registers import PROMISES
from app.registers.register_entries import entries_of
from app.workshop.agenda_order import layouts
from exports.facts.person_facts import PersonFact, person_facts

PURPOSE = "purpose"
FACILITATOR = "facilitator"


class ClockTime(msgspec.Struct, frozen=True):
    """A time of day, in minutes since midnight."""

    minutes: int


class TimedBlock(msgspec.Struct, frozen=True):
    """A block of an agenda, and when it begins."""

    starts: ClockTime
    block: Block


class DuePromise(msgspec.Struct, frozen=True):
    """What was promised, by whom (a party where it is no person), until when."""

    text: str
    who: str = ""
    party: str = ""
    due: date | None = None


class ClauseLine(msgspec.Struct, frozen=True):
    """A clause of a charter, under the name of its section or its own heading."""

    section: str
    heading: str
    texts: tuple[str, ...]
    title: str = ""
    """The community's own heading over the section, where it has one."""


One = str | int | date | ClockTime | TimedBlock | DuePromise | ClauseLine | PersonFact
Fact = One | tuple[One, ...] | None


def template_facts(
    reader: Reader,
    catalogue: Catalogue,
    community: str,
    workshop: str,
    audience: str,
    today: date,
    person: str = "",
) -> Mapping[str, Fact]:
    """Every placeholder with what is known on a day, as far as an audience may read it.

    ``community``, ``workshop`` and ``person`` are ids; without a workshop or a person, what is said
    of one is not known. Raises KeyError for those there are not.
    """
    row = reader.row(Community, community)
    held = [one for one in reader.rows(Holding, community=community) if is_current(one, today)]

    def holders(role: str) -> Fact:
        people = (reader.find(Person, one.person) for one in held if one.role == role)
        return tuple(one.name for one in people if one is not None) or None

    found: dict[str, Fact] = {
        "community": row.name,
        "organization": row.organization or None,
        "sentence": row.sentence or None,
        "sponsor": holders(SPONSOR),
        "coordinator": holders(COORDINATOR),
        "facilitator": holders(FACILITATOR),
        "question": None,
        "until": None,
        "promises": _promises(reader, catalogue, community, audience) or None,
        **_charter(reader, community, audience),
        **_of_workshop(reader, workshop, audience),
        **person_facts(reader, catalogue, community, person, audience, today),
    }
    after = today
    if workshop:
        after = max(today, date.fromisoformat(reader.row(Workshop, workshop).date))
    found["next"] = _next(reader, community, workshop, after)
    found["actions"] = _actions(reader, community, workshop, audience) or None
    return found


def _of_workshop(reader: Reader, workshop: str, audience: str) -> Mapping[str, Fact]:
    if not workshop:
        of_one = ("title", "date", "starts", "ends", "minutes", "place", "expected", "agenda")
        return dict.fromkeys(of_one)
    row = reader.row(Workshop, workshop)
    days = layouts(reader, workshop)
    # A community is invited into the room: it reads what the room will.
    invited = "room" if audience == "community" else audience
    lines = tuple(
        TimedBlock(ClockTime(slot.starts), slot.block)
        for day in days
        for slot in day.slots
        if may_read(slot.block.audience, invited)
    )
    return {
        "title": row.title,
        "date": date.fromisoformat(row.date),
        "starts": ClockTime(days[0].session.starts) if days else None,
        "ends": ClockTime(days[-1].limit) if days else None,
        "minutes": sum(one.session.minutes for one in days) or None,
        "place": row.place or None,
        "expected": row.expected or None,
        "agenda": lines or None,
    }


def _charter(reader: Reader, community: str, audience: str) -> Mapping[str, Fact]:
    """The latest version that stands, or the draft: all of it, and its purpose."""
    standing = [one for one in versions_of(reader, community) if one.status != "withdrawn"]
    latest = max(standing, key=lambda one: one.number, default=None)
    clauses = frozen_clauses(latest) if latest else draft_clauses(reader, community)
    shown = [one for one in clauses if may_read(one.audience, audience)]
    shape = frozen_sections(latest) if latest else shape_of(reader, community)
    titles = {one.id: one.title for one in shape}
    lines = tuple(_clause(one, titles.get(one.section, "")) for one in shown)
    purpose = tuple(text for one in lines if one.section == PURPOSE for text in one.texts)
    return {"charter": lines or None, "purpose": purpose or None}


def _clause(clause: FrozenClause, title: str) -> ClauseLine:
    if clause.form == "list":
        texts = tuple(items_of(clause))
    elif clause.form == "table":
        texts = tuple(" · ".join(filter(None, cells)) for cells in cells_of(clause))
    else:
        texts = (clause.text,)
    return ClauseLine(clause.section, clause.heading, texts, title)


def _actions(
    reader: Reader, community: str, workshop: str, audience: str
) -> tuple[DuePromise, ...]:
    """Open actions of a workshop, or without one of the community."""
    rows: list[Outcome] = open_actions(reader, community)
    return tuple(
        DuePromise(
            text=one.text,
            who=one.owner_name,
            due=date.fromisoformat(one.due) if one.due else None,
        )
        for one in rows
        if may_read(one.audience, audience) and workshop in {"", one.workshop}
    )


def _promises(
    reader: Reader, catalogue: Catalogue, community: str, audience: str
) -> tuple[DuePromise, ...]:
    """Promises given both ways that are still open."""
    register = catalogue.find_register(PROMISES)
    if register is None:
        return ()
    found = []
    for entry in entries_of(reader, register, community):
        if register.is_open(entry.state) and may_read(entry.row.audience, audience):
            giver = entry.values.get("from")
            party = giver if isinstance(giver, Party) else Party()
            due = entry.values.get("due")
            found.append(
                DuePromise(
                    text=str(entry.values.get("promise", "")),
                    who=party.name,
                    party=party.party,
                    due=due if isinstance(due, date) else None,
                )
            )
    return tuple(found)


def _next(reader: Reader, community: str, workshop: str, after: date) -> date | None:
    """The next gathering or other workshop from a day on."""
    from_day = after.isoformat()
    days = [
        one.date
        for one in reader.rows(Gathering, community=community, state="planned")
        if one.date >= from_day
    ]
    days += [
        one.date
        for one in reader.rows(Workshop, community=community)
        if one.date >= from_day
        and one.id != workshop
        and one.called_off is None
        and one.state == "planned"
    ]
    return date.fromisoformat(min(days)) if days else None
