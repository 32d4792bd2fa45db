"""Where notes of a matrix lie once they were put somewhere."""

from collections.abc import Sequence

from app.kinds.matrix.facts import reading_at
from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.notes import notes_of
from app.workshop.placing import place_notes
from app.workshop.running import Running

BESIDE = 60
"""How far a note lies beside another in the same place, on both axes."""


def put_beside(library: Library, running: Running, notes: Sequence[Note], x: int, y: int) -> None:
    """Put notes at a place, all in one change; where others lie already, beside them.

    Beside is lower on one axis and as much higher on the other, and in the same reading: a note
    ranks as it would in the place itself. Raises Trouble (``gone``).
    """
    moved = {note.id for note in notes}
    taken = {
        (one.x, one.y) for one in notes_of(library.reader, running.run.id) if one.id not in moved
    }
    places = []
    for note in notes:
        free = _free(taken, x, y)
        taken.add(free)
        places.append((note, *free))
    place_notes(library, running, places)


def _free(taken: set[tuple[int | None, int | None]], x: int, y: int) -> tuple[int, int]:
    """The nearest place that no note has, closer ones where there is no other; the place itself
    where there is none beside it, as in the middle of all readings."""
    for apart in (BESIDE, BESIDE // 2, BESIDE // 4):
        for steps in range(PLACES // apart):
            for by in (steps * apart, -steps * apart):
                place = (x + by, y - by)
                inside = all(0 <= one <= PLACES for one in place)
                if inside and place not in taken and reading_at(*place) == reading_at(x, y):
                    return place
    return x, y
