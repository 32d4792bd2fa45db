"""An empty ground: notes lie on it where people put them, and nearness is all it says."""

from collections.abc import Iterable, Sequence

from app.diagram import Box
from app.library.rows import Note
from app.workshop.ground_pages import GroundDrawn, Placed, placed_of
from app.workshop.ground_shapes import Area, Lines
from app.workshop.zones import NamedZone, home_of


def draw_free(width: float, height: float, size: float, lines: Lines) -> GroundDrawn:
    """The ground, which has an edge and nothing else; it has no words for ``lines`` to take."""
    line = size * 0.06
    ground = Area(0, 0, width, height)
    edge = Box(line, line, width - 2 * line, height - 2 * line, stroke="line", radius=size * 0.4)
    return GroundDrawn((edge,), ground, lambda note: ground)


def free_notes(
    notes: Iterable[Note], zones: Sequence[NamedZone]
) -> tuple[list[Placed], list[Note]]:
    """Notes as they are drawn, in their own colour or in that of their zone; and those that have
    no place yet."""
    colours = {zone.id: zone.colour for zone in zones}
    placed, waiting = [], []
    for note in notes:
        if note.x is None or note.y is None:
            waiting.append(note)
        else:
            placed.append(placed_of(note, colours[home_of(note.zone, zones)]))
    return placed, waiting
