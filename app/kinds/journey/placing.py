"""Moving moments earlier and later, and their energy up and down."""

from collections.abc import Sequence

from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.notes import notes_of
from app.workshop.placing import STEP, nudge, place_notes
from app.workshop.running import Running


def move_moments(
    library: Library, running: Running, notes: Sequence[Note], dx: int, dy: int
) -> None:
    """Move moments by steps: ``dx`` later, ``dy`` up. A step in time leads past the next moment
    where that is nearer than a step. Raises Trouble (``gone``)."""
    if not dx:
        nudge(library, running, notes, dx, dy)
        return
    moved = {note.id for note in notes}
    others = sorted(
        one.x
        for one in notes_of(library.reader, running.run.id)
        if one.x is not None and one.id not in moved
    )
    middle = PLACES // 2
    places = []
    for note in notes:
        x = PLACES if note.x is None else note.x
        y = middle if note.y is None else note.y
        places.append((note, _beyond(x, others, dx), y + dy * STEP))
    place_notes(library, running, places)


def _beyond(x: int, others: Sequence[int], way: int) -> int:
    """Where a step in time leads from ``x``, among the places of other moments."""
    ahead = [one for one in others if one >= x] if way > 0 else [one for one in others if one <= x]
    ahead.sort(key=lambda one: abs(one - x))
    if not ahead or abs(ahead[0] - x) > STEP:
        return x + way * STEP
    passed = ahead[0]
    after = next((one for one in ahead if one != passed), None)
    beyond = passed + way * STEP if after is None else (passed + after) // 2
    # Between two that touch there is no room: then it lies with the one behind.
    return beyond if beyond != passed else passed + way
