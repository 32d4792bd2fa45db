"""Memberships: who belongs to a community, how near, since when, until when."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from app.collation import in_order
from app.community.people import PersonFields, add_person, edit_person
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Holding, Membership, Person
from app.library.trouble import Trouble
from app.typed_text import name_line


class MemberFields(msgspec.Struct, frozen=True, kw_only=True):
    """What a person in a community is asked for."""

    person: PersonFields
    level: str = "active"
    unit: str = ""
    joined: date | None = None


class Member(msgspec.Struct, frozen=True):
    """Somebody in a community: the person, their latest membership, the roles they hold."""

    person: Person
    membership: Membership
    holdings: tuple[Holding, ...] = ()

    @property
    def gone(self) -> bool:
        """Whether they have left."""
        return self.membership.left is not None


def members(reader: Reader, community: str, today: date) -> list[Member]:
    """Everybody who belongs or belonged to a community, by name, with the roles held today.

    Somebody who left and came back is here once, by their latest membership.
    """
    people = {
        person.id: person
        for person in reader.select(
            Person,
            "JOIN membership ON membership.person = person.id WHERE membership.community = ?",
            community,
        )
    }
    latest: dict[str, Membership] = {}
    for membership in reader.rows(Membership, order="joined", community=community):
        standing = latest.get(membership.person)
        if standing is None or standing.left is not None or membership.left is None:
            latest[membership.person] = membership
    held: dict[str, list[Holding]] = {}
    for holding in reader.rows(Holding, order="starts", community=community):
        if is_current(holding, today):
            held.setdefault(holding.person, []).append(holding)
    found = [
        Member(people[one], membership, tuple(held.get(one, ())))
        for one, membership in latest.items()
    ]
    return in_order(found, lambda member: member.person.name)


def is_current(holding: Holding, today: date) -> bool:
    """Whether a holding runs on ``today``; the day it ends is its last."""
    now = today.isoformat()
    return holding.starts <= now and (holding.ends is None or holding.ends >= now)


def add_member(library: Library, community: str, fields: MemberFields) -> Membership:
    """Add somebody the library does not know yet.

    Raises :class:`Trouble`: ``name-missing``, ``too-long``, ``email-odd``.
    """
    scope = Scope(community)
    unit = name_line(fields.unit)
    with library.change("person-add", scope):
        person = add_person(library, scope, fields.person)
        return join(library, community, person.id, fields.level, unit, fields.joined)


def join(
    library: Library,
    community: str,
    person: str,
    level: str = "active",
    unit: str = "",
    joined: date | None = None,
) -> Membership:
    """Let somebody the library knows join, or come back; a member already stays as they are."""
    with library.change("person-join", Scope(community)) as rows:
        for standing in rows.rows(Membership, community=community, person=person):
            if standing.left is None:
                return standing
        return rows.add(
            Membership(
                id=library.moment.new_id(),
                community=community,
                person=person,
                level=level,
                unit=name_line(unit),
                joined=joined.isoformat() if joined else None,
            )
        )


def edit_member(library: Library, membership: str, fields: MemberFields) -> Membership:
    """Change a member and the person they are. Raises as :func:`add_member`."""
    row = library.reader.needed(Membership, membership)
    scope = Scope(row.community)
    with library.change("person-edit", scope) as rows:
        edit_person(library, scope, row.person, fields.person)
        return rows.change(
            row,
            level=fields.level,
            unit=name_line(fields.unit),
            joined=fields.joined.isoformat() if fields.joined else None,
        )


def set_level(library: Library, community: str, memberships: Iterable[str], level: str) -> None:
    """Say how near one or several members are."""
    with library.change("level-change", Scope(community)) as rows:
        for membership in memberships:
            rows.change(rows.row(Membership, membership), level=level)


def leave(library: Library, membership: str, day: date) -> Membership:
    """Somebody leaves on ``day``; the roles they hold end that day too.

    Raises :class:`Trouble` (``left-before-joining``).
    """
    row = library.reader.needed(Membership, membership)
    if row.joined is not None and day.isoformat() < row.joined:
        raise Trouble("left-before-joining", joined=row.joined)
    with library.change("person-leave", Scope(row.community)) as rows:
        for holding in rows.rows(Holding, community=row.community, person=row.person):
            if holding.starts > day.isoformat():
                rows.remove(holding)
            elif holding.ends is None or holding.ends > day.isoformat():
                rows.change(holding, ends=day.isoformat())
        return rows.change(row, left=day.isoformat())


def leave_together(library: Library, community: str, memberships: Iterable[str], day: date) -> None:
    """Several leave on ``day``, as one change. Raises as :func:`leave`."""
    with library.change("person-leave", Scope(community)):
        for membership in memberships:
            leave(library, membership, day)


def come_back(library: Library, membership: str, day: date) -> Membership:
    """Somebody who left is back: a new membership, or the same one when they never were away."""
    row = library.reader.needed(Membership, membership)
    if row.left is not None and day - date.fromisoformat(row.left) <= timedelta(days=1):
        with library.change("person-return", Scope(row.community)) as rows:
            return rows.change(row, left=None)
    with library.change("person-return", Scope(row.community)):
        return join(library, row.community, row.person, row.level, row.unit, day)


def come_back_together(
    library: Library, community: str, memberships: Iterable[str], day: date
) -> None:
    """Several who left are back on ``day``, as one change."""
    with library.change("person-return", Scope(community)):
        for membership in memberships:
            come_back(library, membership, day)
