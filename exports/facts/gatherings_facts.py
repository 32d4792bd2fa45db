"""The facts of a community's gatherings over the years."""

import msgspec

from app.community.gatherings import GatheringLine, gatherings_of
from app.library.reader import Reader
from app.library.rows import Community

WIDE = "organization"
"""These readers are told how many came, and not who."""


class GatheringsFacts(msgspec.Struct, frozen=True):
    """A community's gatherings, the latest first; those who came by name only ``named`` readers
    are told."""

    community: Community
    lines: tuple[GatheringLine, ...]
    named: bool


def read_gatherings(reader: Reader, community: str, audience: str) -> GatheringsFacts:
    """The gatherings of a community (its id). Raises KeyError for one there is not."""
    row = reader.row(Community, community)
    named = audience != WIDE
    lines = gatherings_of(reader, community)
    if not named:
        lines = [msgspec.structs.replace(one, people=()) for one in lines]
    return GatheringsFacts(row, tuple(lines), named)
