"""Where notes of a matrix lie once they were put somewhere."""

from collections.abc import Sequence

from app.kinds.matrix.facts import reading_at
from app.library.library import Library
from app.library.rows import Note
from app.workshop import placing
from app.workshop.running import Running


def put_beside(library: Library, running: Running, notes: Sequence[Note], x: int, y: int) -> None:
    """Put notes at a place, or beside those that lie there, in the same reading.

    Raises Trouble (``gone``).
    """

    def as_well(across: int, up: int) -> bool:
        return reading_at(across, up) == reading_at(x, y)

    placing.put_beside(library, running, notes, x, y, as_well=as_well)
