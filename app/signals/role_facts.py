"""Facts of those who hold roles: days to look at one again, one person in two chairs, silence."""

from datetime import date

from app.community.held_roles import COORDINATOR, SPONSOR
from app.community.memberships import is_current
from app.library.rows import Attendance, Gathering, GatheringPerson, Workshop
from app.signals.known import Known

QUIET = 91
"""Days without somebody after which they may have become an emeritus: three months."""
ENOUGH = 2
"""Meetings where names were noted in that time; fewer say nothing of who was not there."""


def endless_terms(known: Known) -> int | None:
    """Roles held without an end or a date to look at them again."""
    return sum(
        1
        for one in known.holdings
        if is_current(one, known.today) and one.ends is None and one.review is None
    )


def reviews_due(known: Known) -> int | None:
    """Roles whose day to look at them again has come."""
    today = known.today.isoformat()
    return sum(
        1
        for one in known.holdings
        if is_current(one, known.today) and one.review is not None and one.review <= today
    )


def in_both_chairs(known: Known) -> int | None:
    """How many people both coordinate and sponsor."""
    held = [one for one in known.holdings if is_current(one, known.today)]
    coordinating = {one.person for one in held if one.role == COORDINATOR}
    return len(coordinating & {one.person for one in held if one.role == SPONSOR})


def core_silent(known: Known) -> int | None:
    """People of the core who once came by name, and have not for three months."""
    came = _came(known)
    since = known.before(QUIET).isoformat()
    if len({day for day, _ in came if day >= since}) < ENOUGH:
        return None
    last: dict[str, str] = {}
    for day, person in came:
        last[person] = max(day, last.get(person, ""))
    core = {one.person.id for one in known.core}
    return sum(1 for person, day in last.items() if person in core and day < since)


def _came(known: Known) -> list[tuple[str, str]]:
    """The day of each meeting until today, with the id of somebody who was there by name."""
    today: date = known.today
    gatherings = known.reader.rows(Gathering, community=known.id, state="held")
    days = {one.id: one.date for one in gatherings if one.date <= today.isoformat()}
    named = known.reader.select(
        GatheringPerson,
        f"WHERE gathering IN (SELECT id FROM {Gathering.table} WHERE community = ?)",
        known.id,
    )
    found = [(days[one.gathering], one.person) for one in named if one.gathering in days]
    held = {one.id: one.date for one in known.workshops}
    there = known.reader.select(
        Attendance,
        f"WHERE person IS NOT NULL AND workshop IN"
        f" (SELECT id FROM {Workshop.table} WHERE community = ?)",
        known.id,
    )
    found += [
        (held[one.workshop], one.person) for one in there if one.workshop in held and one.person
    ]
    return found
