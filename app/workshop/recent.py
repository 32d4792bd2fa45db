"""A community's workshops and what was decided in them, the latest first."""

import msgspec

from app.library.reader import Reader
from app.library.rows import Outcome, Workshop
from app.workshop.attendance import who_came


class WorkshopLine(msgspec.Struct, frozen=True):
    """A workshop and how many people came, or are expected."""

    workshop: Workshop
    people: int


def workshop_lines(reader: Reader, community: str) -> list[WorkshopLine]:
    """A community's workshops, the latest first."""
    return [
        WorkshopLine(one, who_came(reader, one.id) or one.expected)
        for one in reader.rows(Workshop, order="date DESC", community=community)
    ]


def latest_decisions(reader: Reader, community: str, most: int = 3) -> list[Outcome]:
    """The latest decisions that still hold, the newest first, whatever the clock said."""
    found = reader.rows(Outcome, order="id DESC", community=community, form="decision")
    return [one for one in found if one.state != "dropped"][:most]
