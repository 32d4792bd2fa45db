"""Where notes lie, in kinds in which a place means something: an axis, a time, an energy.

Places are thousandths of the ground, ``x`` from the left and ``y`` from the bottom, so that a note
lies in the same place on every screen and on paper.
"""

from collections.abc import Sequence

from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.planning import scope_of
from app.workshop.running import Running

STEP = 50
"""By how much a key moves a note."""


def place_notes(
    library: Library, running: Running, places: Sequence[tuple[Note, int | None, int | None]]
) -> list[Note]:
    """Put notes where they belong (note, x, y), all in one change; None takes them off the ground.

    What is beyond an edge lies at the edge. Raises Trouble (``gone``) for a note that was removed.
    """
    with library.change("note-place", scope_of(running.workshop)) as writer:
        return [writer.change(note, x=_inside(x), y=_inside(y)) for note, x, y in places]


def nudge(library: Library, running: Running, notes: Sequence[Note], dx: int, dy: int) -> None:
    """Move notes by steps of a key, to the right and up; what is in no place yet begins amid all.

    Raises Trouble (``gone``).
    """
    middle = PLACES // 2
    place_notes(
        library,
        running,
        [
            (
                note,
                (middle if note.x is None else note.x) + dx * STEP,
                (middle if note.y is None else note.y) + dy * STEP,
            )
            for note in notes
        ],
    )


def _inside(place: int | None) -> int | None:
    return None if place is None else max(0, min(PLACES, place))
