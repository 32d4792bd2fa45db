"""What a matrix adds up to: four readings, ranked, and what was not placed."""

from collections.abc import Sequence

import msgspec

from app.kinds.matrix.setup import READINGS
from app.library.rows import Note
from app.library.workshop_rows import PLACES


class Reading(msgspec.Struct, frozen=True):
    """One of the four readings, and what lies in it: the highest on both axes together first."""

    id: str
    notes: tuple[Note, ...]


class NotPlaced(msgspec.Struct, frozen=True):
    """Notes that lie nowhere yet, as they came."""

    notes: tuple[Note, ...]


def is_placed(note: Note) -> bool:
    """Whether a note lies on the ground."""
    return note.x is not None and note.y is not None


def reading_at(x: int, y: int) -> str:
    """The reading of a place; on the line between two it is the higher one."""
    middle = PLACES // 2
    if x >= middle:
        return "both" if y >= middle else "across"
    return "up" if y >= middle else "neither"


def readings_of(notes: Sequence[Note]) -> tuple[Reading, ...]:
    """The four readings of these notes, always all of them; those not placed are in none."""
    found: dict[str, list[tuple[int, Note]]] = {one: [] for one in READINGS}
    for note in notes:
        if note.x is not None and note.y is not None:
            found[reading_at(note.x, note.y)].append((note.x + note.y, note))
    return tuple(
        Reading(one, tuple(note for _, note in sorted(inside, key=lambda pair: -pair[0])))
        for one, inside in found.items()
    )
