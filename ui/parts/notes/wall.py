"""Notes as the wall shows them: by zone, in the workshop's languages, and only what it may."""

from collections.abc import Mapping, Sequence

from app.kinds.ranked import Ranked
from app.kinds.zones import home_of, zones_in
from app.library.audience import readable
from app.library.reading import Reader
from app.library.rows import Note
from app.workshop.planning import languages_of
from app.workshop.running import Running
from ui.wall.picture import Tone, WallColumn, WallNote

_TONES: Mapping[str, Tone] = {
    "rose": "ember",
    "green": "teal",
    "orange": "amber",
    "blue": "put-to-work",
    "violet": "renew",
    "yellow": "ink",
}
"""The tone of a column's heading, by the colour of its notes."""


def wall_columns(
    reader: Reader, running: Running, lying: Sequence[Ranked], *, dots: bool
) -> tuple[WallColumn, ...]:
    """A column for each zone, with the notes that the room may read; none when it may read none.

    ``dots``: whether the count is shown.
    """
    allowed = readable(reader, "room", Note, "run = ?", running.run.id)
    may = {note.id for note in allowed}
    zones = zones_in(running, languages_of(running.workshop))
    columns = []
    for zone in zones:
        here = [one for one in lying if home_of(one.zone, zones) == zone.id]
        notes = [_note(one, may, zone.colour, dots) for one in here]
        shown = tuple(note for note in notes if note is not None)
        tone = _TONES.get(zone.colour, "ink")
        heading = zone.label if len(zones) > 1 else ""
        columns.append(WallColumn(heading, shown, tone))
    empty = not any(column.notes for column in columns)
    if running.block.audience == "facilitator" or (empty and len(columns) == 1):
        return ()
    return tuple(columns)


def _note(one: Ranked, may: set[str], colour: str, dots: bool) -> WallNote | None:
    """A note, or a cluster with its notes' texts below its title; None for what is not shown."""
    texts = [note.text for note in one.notes if note.id in may]
    if not texts:
        return None
    given = one.dots if dots else None
    if one.cluster is None:
        return WallNote(texts[0], colour, given)
    return WallNote("\n".join(texts), colour, given, title=one.cluster.title)
