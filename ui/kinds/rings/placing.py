"""What it means to lie somewhere on rings: a note belongs to the ring in which it lies."""

from collections.abc import Callable, Sequence

from app.kinds.rings.arcs import Arcs
from app.kinds.sorting import place_all, shift_notes
from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.planning import scope_of
from app.workshop.running import Running
from app.workshop.zones import zone_targets


class RingPlacing:
    """Places on the ground (``ui.parts.notes.ground_controller.Placing``) as rings; where exactly
    on its ring a note lies is laid out, so that links cross as little as they can."""

    def __init__(self, arcs: Callable[[], Arcs]) -> None:
        """``arcs`` gives the rings as they are shown."""
        self._arcs = arcs

    def put(
        self, library: Library, running: Running, notes: Sequence[Note], x: int, y: int
    ) -> None:
        """Put notes into the ring at a place."""
        rings = zone_targets(running.recipe)
        ring = self._arcs().ring_at(x / PLACES, y / PLACES)
        place_all(library, running, notes, rings[min(ring, len(rings) - 1)])

    def take_off(self, library: Library, running: Running, notes: Sequence[Note]) -> None:
        """Put notes into the outermost ring: there is no place beside the rings."""
        place_all(library, running, notes, zone_targets(running.recipe)[-1])

    def move(
        self, library: Library, running: Running, notes: Sequence[Note], dx: int, dy: int
    ) -> None:
        """Up is further out, down nearer to the core, each note by one ring; left and right change
        the order in which those without links stand."""
        rings = zone_targets(running.recipe)
        if dx:
            shift_notes(library, running, notes, dx)
            return
        with library.change("note-move", scope_of(running.workshop)):
            for note in notes:
                at = rings.index(note.zone) if note.zone in rings else 0
                to = max(0, min(len(rings) - 1, at + dy))
                if to != at:
                    place_all(library, running, [note], rings[to])
