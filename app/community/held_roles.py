"""Who tends what today: every role held, the ones to fill, what ends soon, what is vacant."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.catalogue.entries import Role
from app.collation import in_order
from app.community.holdings import OWN, role_key
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
    """A holding and its people."""

    holding: Holding
    person: Person
    deputy: Person | None = None

    @property
    def ends(self) -> date | None:
        """The last day, if there is one."""
        return date.fromisoformat(self.holding.ends) if self.holding.ends else None

    @property
    def starts(self) -> date:
        """The first day."""
        return date.fromisoformat(self.holding.starts)

    @property
    def review(self) -> date | None:
        """The day to look at it again, if there is one."""
        return date.fromisoformat(self.holding.review) if self.holding.review else None


class RoleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A role as it stands today.

    ``label`` is what the community calls it: where several names are in use for a catalogue role at
    once, each has its line. ``ever`` are all its holdings, those gone by and those to come too, by
    their first day; ``held`` are those of today. ``until`` is the earliest end; ``review`` the
    earliest day to look at it again of those without an end; ``since`` is
    the day on which the last holding of a vacant role ended. ``people`` and ``units`` are counted
    for a role that several hold.
    """

    role: str
    label: str = ""
    state: State
    launch: bool = False
    several: bool = False
    workshop: bool = False
    held: tuple[Held, ...] = ()
    ever: tuple[Held, ...] = ()
    until: date | None = None
    review: date | None = None
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
        by_role.setdefault(role_key(holding), []).append(holding)
    known = {role.id: role for role in roles}
    keys = [(role.id, "") for role in roles if role.launch or (role.id, "") in by_role]
    own = (key for key in by_role if key[0] == OWN or key[0] not in known)
    keys += in_order(own, lambda key: key[1] or key[0])
    return tuple(
        _line(role, label, known.get(role), named, people, units, today)
        for role, own_label in keys
        for label, named in _by_name(own_label, by_role.get((role, own_label), ()), today)
    )


def _by_name(
    label: str, holdings: Sequence[Holding], today: date
) -> Iterator[tuple[str, Sequence[Holding]]]:
    """A role under each name that is in use today; what was held under a name that is not in use
    any more, or not yet, goes with the first."""
    in_use = list(dict.fromkeys(one.label for one in holdings if is_current(one, today)))
    if len(in_use) < 2:
        latest = holdings[-1].label if holdings else label
        yield in_use[0] if in_use else latest, holdings
        return
    for name in in_use:
        others = name == in_use[0]
        yield (
            name,
            [one for one in holdings if one.label == name or (others and one.label not in in_use)],
        )


def _line(
    role: str,
    label: str,
    known: Role | None,
    holdings: Sequence[Holding],
    people: dict[str, Person],
    units: dict[str, str],
    today: date,
) -> RoleLine:
    ever = tuple(
        Held(one, people[one.person], people[one.deputy] if one.deputy else None)
        for one in holdings
    )
    held = tuple(one for one in ever if is_current(one.holding, today))
    until = min((one.ends for one in held if one.ends is not None), default=None)
    reviews = (one.review for one in held if one.ends is None and one.review is not None)
    past = [one.ends for one in ever if one.ends is not None and one.ends < today]
    # Somebody has already agreed to take it up after.
    followed = any(one.starts > today for one in ever)
    state: State = "held"
    if not held:
        state = "vacant"
    elif until is not None and (until - today).days <= ENDING and not followed:
        state = "ends-soon"
    named = {units.get(one.person.id, "") for one in held} - {""}
    return RoleLine(
        role=role,
        label=label,
        state=state,
        launch=known is not None and known.launch,
        several=known is not None and known.several,
        workshop=known is not None and known.workshop,
        held=held,
        ever=ever,
        until=until,
        review=min(reviews, default=None),
        since=max(past) if past and not held else None,
        units=len(named),
    )
