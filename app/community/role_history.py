"""A role over the years: who held it, when nobody did, who comes next, what the core gives."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from app.collation import in_order
from app.community.held_roles import CORE, Held, RoleLine
from app.community.memberships import Member, is_current

DAY = timedelta(days=1)


class Vacancy(msgspec.Struct, frozen=True):
    """Days on which nobody holds a role, both counted; ``ends`` is None where it goes on."""

    starts: date
    ends: date | None


class Load(msgspec.Struct, frozen=True):
    """What somebody of the core has agreed to give, in hours a month, and for which holdings."""

    name: str
    hours: int
    held: tuple[Held, ...]


def vacancies(line: RoleLine, today: date) -> tuple[Vacancy, ...]:
    """When nobody held a role, from its first holder on; one that goes on today has no end unless
    somebody was named to follow."""
    found: list[Vacancy] = []
    free: date | None = None
    for one in line.ever:
        if free is not None and one.starts > free:
            found.append(Vacancy(free, one.starts - DAY))
        if one.ends is None:
            return tuple(found)
        free = max(free or date.min, one.ends + DAY)
    if free is not None and free <= today:
        found.append(Vacancy(free, None))
    return tuple(found)


def past_holders(line: RoleLine, today: date) -> tuple[Held, ...]:
    """Who held it once, the first one first."""
    return tuple(one for one in line.ever if one.ends is not None and one.ends < today)


def next_holders(line: RoleLine, today: date) -> tuple[Held, ...]:
    """Who was named to hold it from a day to come."""
    return tuple(one for one in line.ever if one.starts > today)


def note_before(line: RoleLine, held: Held) -> Held | None:
    """Who held it last before somebody, and left a note for whoever comes next."""
    earlier = [
        one
        for one in line.ever
        if one.holding.handover and one.person.id != held.person.id and one.starts <= held.starts
    ]
    return earlier[-1] if earlier else None


def next_start(line: RoleLine, today: date) -> date:
    """The day from which a successor would hold it: after the last end, and not before today."""
    ends = [one.ends + DAY for one in line.ever if one.ends is not None]
    return max((today, *ends))


def in_core(member: Member) -> bool:
    """Whether somebody is of the core, by their level or by holding the core's role."""
    return member.membership.level == "core" or any(one.role == CORE for one in member.holdings)


def core_load(
    lines: Sequence[RoleLine], members: Iterable[Member], today: date
) -> tuple[Load, ...]:
    """The hours a month of each person of the core who agreed to some, most first. Roles for one
    workshop are not counted: they end with it."""
    core = {one.person.id for one in members if not one.gone and in_core(one)}
    held: dict[str, list[Held]] = {}
    for line in lines:
        for one in line.held:
            counts = one.person.id in core and one.holding.hours and not line.workshop
            if counts and is_current(one.holding, today):
                held.setdefault(one.person.id, []).append(one)
    loads = [
        Load(all_of[0].person.name, sum(one.holding.hours for one in all_of), tuple(all_of))
        for all_of in held.values()
    ]
    return tuple(sorted(in_order(loads, lambda one: one.name), key=lambda one: -one.hours))
