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

    Without either, the members.
    """
    workshop = version.workshop if version is not None else None
    if workshop is None:
        running = reader.rows(Workshop, order="date DESC", community=community, state="running")
        workshop = running[0].id if running else None
    present = in_the_room(reader, workshop) if workshop is not None else 0
    if present:
        return PeopleAsked(present, True)
    members = reader.rows(Membership, community=community, left=None)
    return PeopleAsked(len({one.person for one in members if one.level != "outside"}), False)
