"""Ordinary meetings: when the next one is, who came to the last, one thing that helped."""

from datetime import date
from typing import TypedDict

import msgspec

from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Gathering
from app.library.trouble import Trouble
from app.typed_text import LONGEST_LINE, LONGEST_NAME, one_line


class GatheringFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a gathering; ``starts`` in minutes since midnight, ``minutes`` its length."""

    date: date
    starts: int | None = None
    minutes: int = 60
    title: str = ""
    place: str = ""
    held: bool = False
    came: int = 0
    helped: str = ""


def fields_of(gathering: Gathering) -> GatheringFields:
    """A gathering's fields as they stand, to be edited."""
    return GatheringFields(
        date=date.fromisoformat(gathering.date),
        starts=gathering.starts,
        minutes=gathering.minutes,
        title=gathering.title,
        place=gathering.place,
        held=gathering.state == "held",
        came=gathering.came,
        helped=gathering.helped,
    )


def meetings(
    reader: Reader, community: str, today: date
) -> tuple[list[Gathering], Gathering | None]:
    """Gatherings to come, the nearest first, and the last one held."""
    found = reader.rows(Gathering, order="date, starts", community=community)
    ahead = [one for one in found if one.state == "planned" and one.date >= today.isoformat()]
    held = [one for one in found if one.state == "held"]
    return ahead, held[-1] if held else None


def plan_gathering(library: Library, community: str, fields: GatheringFields) -> Gathering:
    """Put a gathering in the calendar, planned or held.

    Raises :class:`Trouble`: ``too-long``, ``count-odd``.
    """
    clean = _clean(fields)
    with library.change("gathering-add", Scope(community)) as rows:
        return rows.add(Gathering(id=library.moment.new_id(), community=community, **clean))


def edit_gathering(library: Library, gathering: str, fields: GatheringFields) -> Gathering:
    """Change a gathering, or say how it went. Raises as :func:`plan_gathering`."""
    row = library.reader.row(Gathering, gathering)
    clean = _clean(fields)
    with library.change("gathering-edit", Scope(row.community)) as rows:
        return rows.change(row, **clean)


def remove_gathering(library: Library, gathering: str) -> None:
    """Take a gathering out of the calendar."""
    row = library.reader.row(Gathering, gathering)
    with library.change("gathering-remove", Scope(row.community)) as rows:
        rows.remove(row)


class _Cells(TypedDict):
    date: str
    starts: int | None
    minutes: int
    title: str
    place: str
    state: str
    came: int
    helped: str


def _clean(fields: GatheringFields) -> _Cells:
    if fields.came < 0 or fields.minutes < 0:
        raise Trouble("count-odd")
    return {
        "date": fields.date.isoformat(),
        "starts": fields.starts,
        "minutes": fields.minutes,
        "title": one_line(fields.title, LONGEST_NAME),
        "place": one_line(fields.place, LONGEST_NAME),
        "state": "held" if fields.held else "planned",
        "came": fields.came,
        "helped": one_line(fields.helped, LONGEST_LINE),
    }
