"""Rules worth checking about roles, each with the fact that led to it; advice, never a gate."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from app.collation import in_order
from app.community.held_roles import CO_COORDINATOR, COORDINATOR, ENDING, SPONSOR, RoleLine
from app.community.memberships import Member
from app.community.role_history import in_core

MANY_ROLES = 3
"""Nobody holds as many as this."""
SMALL_CORE = 3
"""From as many people a core can be too much of one unit; below, it is too small to say."""


class Advice(msgspec.Struct, frozen=True):
    """Something to look at: a code, and the facts behind it."""

    code: str
    facts: Mapping[str, object] = {}


def role_advice(
    lines: Sequence[RoleLine],
    members: Iterable[Member],
    *,
    launched: bool,
    renewal: bool,
    today: date,
) -> tuple[Advice, ...]:
    """Advice on who tends what.

    ``launched``: a launch workshop was held; ``renewal``: one to renew is planned or due. Roles
    for one workshop end with it, and are not spoken of.
    """
    lines = [line for line in lines if not line.workshop]
    by_role: dict[str, list[RoleLine]] = {}
    for line in lines:
        by_role.setdefault(line.role, []).append(line)
    found = [
        *_about_coordination(by_role, today, launched=launched, renewal=renewal),
        *_about_ends(lines, today),
        *_about_people(lines),
        *_about_core(members),
    ]
    return tuple(found)


def _about_coordination(
    by_role: Mapping[str, Sequence[RoleLine]], today: date, *, launched: bool, renewal: bool
) -> Iterator[Advice]:
    coordinators = _people(by_role, COORDINATOR)
    pair = {**coordinators, **_people(by_role, CO_COORDINATOR)}
    sponsors = _people(by_role, SPONSOR)
    if not coordinators:
        yield Advice("coordinator-vacant")
    if len(coordinators) > 2:
        yield Advice("coordinators-many", {"n": len(coordinators)})
    if not sponsors:
        yield Advice("sponsor-vacant")
    for person in sorted(coordinators.keys() & sponsors.keys()):
        yield Advice("coordinator-is-sponsor", {"name": coordinators[person]})
    if launched and len(pair) == 1:
        yield Advice("coordination-alone", {"name": next(iter(pair.values()))})
    tending = by_role.get(COORDINATOR, ())
    ending = any(line.state == "ends-soon" for line in tending)
    named = any(one.starts > today for line in tending for one in line.ever)
    beside = named or bool(_people(by_role, CO_COORDINATOR))
    if (renewal or ending) and coordinators and not beside:
        yield Advice("successor-unnamed", {"weeks": ENDING // 7})


def _about_ends(lines: Sequence[RoleLine], today: date) -> Iterator[Advice]:
    """Every holding has an end, or a day to look at it again; such a day that came is said."""
    endless = {
        one.person.name
        for line in lines
        for one in line.held
        if one.ends is None and one.review is None
    }
    due = {
        one.person.name
        for line in lines
        for one in line.held
        if one.review is not None and one.review <= today
    }
    if due:
        yield Advice("review-due", {"n": len(due), "names": tuple(in_order(due, str))})
    if endless:
        yield Advice("term-endless", {"n": len(endless), "names": tuple(in_order(endless, str))})


def _about_people(lines: Sequence[RoleLine]) -> Iterator[Advice]:
    held: dict[str, set[tuple[str, str]]] = {}
    names: dict[str, str] = {}
    for line in lines:
        for one in line.held:
            held.setdefault(one.person.id, set()).add((line.role, line.label))
            names[one.person.id] = one.person.name
    for person, roles in held.items():
        if len(roles) >= MANY_ROLES:
            yield Advice("roles-many", {"name": names[person], "n": len(roles)})


def _about_core(members: Iterable[Member]) -> Iterator[Advice]:
    """One unit holds at most a third of the core."""
    core = [one for one in members if not one.gone and in_core(one)]
    if len(core) < SMALL_CORE:
        return
    units: dict[str, int] = {}
    for member in core:
        unit = member.membership.unit or member.person.organization
        if unit:
            units[unit] = units.get(unit, 0) + 1
    for unit, number in units.items():
        if number * 3 > len(core) and number > 1:
            yield Advice("core-one-unit", {"unit": unit, "n": number, "total": len(core)})


def _people(by_role: Mapping[str, Sequence[RoleLine]], role: str) -> dict[str, str]:
    held = (one for line in by_role.get(role, ()) for one in line.held)
    return {one.person.id: one.person.name for one in held}
