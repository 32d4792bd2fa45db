"""What every document of a workshop knows of it."""

from datetime import date
from zoneinfo import ZoneInfo

import msgspec

from app.library.rows import Community, Workshop


class WorkshopFacts(msgspec.Struct, frozen=True):
    """A workshop and its community. ``expected`` people, 0 when nobody said how many."""

    community: Community
    row: Workshop
    title: str
    purpose: str
    day: date
    zone: ZoneInfo
    place: str
    expected: int


def read_workshop(workshop: Workshop, community: Community) -> WorkshopFacts:
    """A workshop's rows as facts."""
    return WorkshopFacts(
        community=community,
        row=workshop,
        title=workshop.title,
        purpose=workshop.purpose,
        day=date.fromisoformat(workshop.date),
        zone=ZoneInfo(workshop.zone),
        place=workshop.place,
        expected=workshop.expected,
    )
