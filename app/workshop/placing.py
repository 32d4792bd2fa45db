"""Where notes lie, in kinds in which a place means something: an axis, a time, an energy.

Places are thousandths of the ground, ``x`` from the left and ``y`` from the bottom, so that a note
lies in the same place on every screen and on paper.
"""

from collections.abc import Callable, Sequence

from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.notes import notes_of
from app.workshop.planning import scope_of
from app.workshop.running import Running

STEP = 50
"""By how much a key moves a note."""
BESIDE = 60
"""How far a note lies beside another in the same place, on both axes."""


def place_notes(
    library: Library, running: Running, places: Sequence[tuple[Note, int | None, int | None]]
) -> list[Note]:
    """Put notes where they belong (note, x, y), all in one change; None takes them off the ground.

    What is beyond an edge lies at the edge. Raises Trouble (``gone``) for a note that was removed.
    """
    with library.change("note-place", scope_of(running.workshop)) as writer:
        return [writer.change(note, x=_inside(x), y=_inside(y)) for note, x, y in places]


def put_beside(
    library: Library,
    running: Running,
    notes: Sequence[Note],
    x: int,
    y: int,
    *,
    as_well: Callable[[int, int], bool],
) -> None:
    """Put notes at a place, all in one change; where others lie already, beside them.

    Beside is lower on one axis and as much higher on the other, where that means the place
    ``as_well``: a note ranks as it would in the place itself. Raises Trouble (``gone``).
    """
    moved = {note.id for note in notes}
    taken = {
        (one.x, one.y) for one in notes_of(library.reader, running.run.id) if one.id not in moved
    }
    places = []
    for note in notes:
        free = _free(taken, x, y, as_well)
        taken.add(free)
        places.append((note, *free))
    place_notes(library, running, places)


def _free(
    taken: set[tuple[int | None, int | None]],
    x: int,
    y: int,
    as_well: Callable[[int, int], bool],
) -> tuple[int, int]:
    """The nearest place that no note has, closer ones where there is no other; the place itself
    where there is none beside it, as in the middle of all readings."""
    for apart in (BESIDE, BESIDE // 2, BESIDE // 4):
        for steps in range(PLACES // apart):
            for by in (steps * apart, -steps * apart):
                place = (x + by, y - by)
                inside = all(0 <= one <= PLACES for one in place)
                if inside and place not in taken and as_well(*place):
                    return place
    return x, y


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
