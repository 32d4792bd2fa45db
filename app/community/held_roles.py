"""Who tends what today: every role held, the ones to fill, what ends soon, what is vacant."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from app.catalogue.entries import Role
from app.collation import in_order
from app.community.holdings import OWN
from app.community.memberships import is_current
from app.library.reader import Reader
from app.library.rows import Holding, Membership, Person

ENDING = 56
"""Days before its end from which a holding is said to end soon: eight weeks."""

COORDINATOR, CO_COORDINATOR, SPONSOR, CORE = (
    "coordinator",
    "co-coordinator",
    "sponsor",
    "core-group",
)
"""Roles that the advice and the signals speak of, by their catalogue ids."""

State = Literal["held", "ends-soon", "vacant"]


class Held(msgspec.Struct, frozen=True):
    """A holding that runs today, and its people."""

    holding: Holding
    person: Person
    deputy: Person | None = None

    @property
    def ends(self) -> date | None:
        """The last day, if there is one."""
        return date.fromisoformat(self.holding.ends) if self.holding.ends else None


class RoleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A role as it stands today.

    ``until`` is the earliest end; ``since`` the day after the last holding of a vacant role
    ended. ``people`` and ``units`` are counted for a role that several hold.
    """

    role: str
    label: str = ""
    state: State
    launch: bool = False
    several: bool = False
    held: tuple[Held, ...] = ()
    until: date | None = None
    since: date | None = None
    units: int = 0

    @property
    def people(self) -> int:
        """How many hold it."""
        return len({one.person.id for one in self.held})


def roles_of(
    reader: Reader, roles: Sequence[Role], community: str, today: date
) -> tuple[RoleLine, ...]:
    """The launch roles, then every other role that was ever held here, then its own."""
    holdings = reader.rows(Holding, order="starts", community=community)
    people = {
        person.id: person
        for person in reader.select(
            Person,
            "WHERE id IN (SELECT person FROM holding WHERE community = ?1"
            " UNION SELECT deputy FROM holding WHERE community = ?1)",
            community,
        )
    }
    units = {row.person: row.unit for row in reader.rows(Membership, community=community)}
    by_role: dict[tuple[str, str], list[Holding]] = {}
    for holding in holdings:
        by_role.setdefault((holding.role, holding.label), []).append(holding)
    known = {role.id for role in roles}
    keys = [(role.id, "") for role in roles if role.launch or (role.id, "") in by_role]
    own = (key for key in by_role if key[0] == OWN or key[0] not in known)
    keys += in_order(own, lambda key: key[1] or key[0])
    several = {role.id for role in roles if role.several}
    launch = {role.id for role in roles if role.launch}
    return tuple(
        _line(
            key,
            by_role.get(key, ()),
            people,
            units,
            today,
            launch=key[0] in launch,
            several=key[0] in several,
        )
        for key in keys
    )


def _line(
    key: tuple[str, str],
    holdings: Sequence[Holding],
    people: dict[str, Person],
    units: dict[str, str],
    today: date,
    *,
    launch: bool,
    several: bool,
) -> RoleLine:
    current = [one for one in holdings if is_current(one, today)]
    held = tuple(
        Held(one, people[one.person], people[one.deputy] if one.deputy else None) for one in current
    )
    ends = [one.ends for one in held if one.ends is not None]
    until = min(ends, default=None)
    past = [one.ends for one in holdings if one.ends is not None and one.ends < today.isoformat()]
    # Somebody has already agreed to take it up after.
    followed = any(one.starts > today.isoformat() for one in holdings)
    state: State = "held"
    if not held:
        state = "vacant"
    elif until is not None and (until - today).days <= ENDING and not followed:
        state = "ends-soon"
    named = {units.get(one.person.id, "") for one in held} - {""}
    return RoleLine(
        role=key[0],
        label=key[1],
        state=state,
        launch=launch,
        several=several,
        held=held,
        until=until,
        since=date.fromisoformat(max(past)) if past and not held else None,
        units=len(named),
    )
