"""The facts of a community's roles over the years, and of one of them for whoever takes it."""

from datetime import date, datetime

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Role
from app.community.held_roles import COORDINATOR, SPONSOR, Held, RoleLine, roles_of
from app.community.memberships import members
from app.community.role_history import Load, core_load, note_before, past_holders
from app.community.today import today_in
from app.library.reader import Reader
from app.library.rows import Community
from app.moment import instant


class RolesFacts(msgspec.Struct, frozen=True):
    """A community's roles on a day: the standing ones, those for one workshop, what its core
    gives in hours a month."""

    community: Community
    day: date
    standing: tuple[RoleLine, ...]
    workshop: tuple[RoleLine, ...]
    load: tuple[Load, ...]


class RolePageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A role for whoever takes it: what the catalogue ``known`` of it says, who holds it or will.

    ``before`` held it last and left a note. ``beside`` are those to ask: who coordinates, who
    sponsors, where that is somebody else.
    """

    community: Community
    day: date
    line: RoleLine
    known: Role | None
    taker: Held | None
    before: Held | None
    past: tuple[Held, ...]
    beside: tuple[tuple[RoleLine, tuple[Held, ...]], ...]


def read_roles(
    reader: Reader, catalogue: Catalogue, community: str, now: datetime | None
) -> RolesFacts:
    """The roles of a community (its id). Raises KeyError for one there is not."""
    row = reader.row(Community, community)
    day = today_in(row.zone, now or instant(row.created))
    lines = roles_of(reader, catalogue.roles, community, day)
    standing = tuple(line for line in lines if not line.workshop)
    return RolesFacts(
        row,
        day,
        standing,
        tuple(line for line in lines if line.workshop),
        core_load(lines, members(reader, community, day), day),
    )


def read_role_page(
    reader: Reader, catalogue: Catalogue, community: str, role: str, now: datetime | None
) -> RolePageFacts:
    """One role of a community (its id), named by its id or by what it is called here. Raises
    KeyError for one there is not."""
    row = reader.row(Community, community)
    day = today_in(row.zone, now or instant(row.created))
    lines = roles_of(reader, catalogue.roles, community, day)
    line = find_line(lines, catalogue, role)
    taker = _taker(line, day)
    return RolePageFacts(
        community=row,
        day=day,
        line=line,
        known=catalogue.find_role(line.role),
        taker=taker,
        before=_before(line, taker),
        past=past_holders(line, day),
        beside=tuple(_beside(lines, line, taker)),
    )


def find_line(lines: tuple[RoleLine, ...], catalogue: Catalogue, role: str) -> RoleLine:
    """The role that is called so here, else the one of the catalogue, held or not. Raises KeyError
    for one there is not."""
    for line in lines:
        if role and line.label == role:
            return line
    for line in lines:
        if line.role == role:
            return line
    known = catalogue.find_role(role)
    if known is None:
        raise KeyError(role)
    return RoleLine(role=role, state="vacant", workshop=known.workshop, several=known.several)


def _taker(line: RoleLine, day: date) -> Held | None:
    """Who takes it next, else who took it last of those who hold it."""
    coming = [one for one in line.ever if one.starts > day]
    return coming[0] if coming else line.held[-1] if line.held else None


def _before(line: RoleLine, taker: Held | None) -> Held | None:
    if taker is not None:
        return note_before(line, taker)
    noted = [one for one in line.ever if one.holding.handover]
    return noted[-1] if noted else None


def _beside(
    lines: tuple[RoleLine, ...], of: RoleLine, taker: Held | None
) -> list[tuple[RoleLine, tuple[Held, ...]]]:
    found = []
    for line in lines:
        others = tuple(
            one for one in line.held if taker is None or one.person.id != taker.person.id
        )
        if line.role in (COORDINATOR, SPONSOR) and line is not of and others:
            found.append((line, others))
    return found
