"""How many people are asked for agreement: those present, else the members."""

import msgspec

from app.library.reader import Reader
from app.library.rows import Membership, Version, Workshop
from app.workshop.attendance import in_the_room


class PeopleAsked(msgspec.Struct, frozen=True):
    """How many people, and whether they are ``present`` in a room or members at large."""

    people: int
    present: bool


def people_asked(reader: Reader, community: str, version: Version | None) -> PeopleAsked:
    """The people in the workshop where ``version`` is proposed, or in the one that is running.

    Without either, the members; of a version that is not proposed any more, those of its day.
    """
    workshop = workshop_asked(reader, community, version)
    past = version is not None and version.status != "proposed"
    present = in_the_room(reader, workshop) if workshop is not None else 0
    if present:
        return PeopleAsked(present, True)
    day = version.date if version is not None and past else None
    members = {
        one.person
        for one in reader.rows(Membership, community=community)
        if one.level != "outside" and _was_member(one, day)
    }
    return PeopleAsked(len(members), False)


def workshop_asked(reader: Reader, community: str, version: Version | None) -> str | None:
    """The workshop (its id) in whose room people are asked, if any."""
    if version is not None and (version.workshop is not None or version.status != "proposed"):
        return version.workshop
    running = reader.rows(Workshop, order="date DESC", community=community, state="running")
    return running[0].id if running else None


def _was_member(membership: Membership, day: str | None) -> bool:
    """Whether somebody belongs; or, given a ``day``, did so then."""
    if day is None:
        return membership.left is None
    here = membership.joined is None or membership.joined <= day
    return here and (membership.left is None or membership.left > day)
