"""Moments in the order of time, and the next one after them.

What a moment says may begin with when it was ("2021", "the wet spring"). It is said and never
computed with: a moment lies where people put it.
"""

from collections.abc import Sequence

from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.notes import add_notes, notes_of
from app.workshop.placing import place_notes
from app.workshop.planning import scope_of
from app.workshop.running import Running

MIDDLE = PLACES // 2
"""The energy of a moment before anybody has said it."""
GAP = 100
"""From one moment to the next one that is typed."""
SHARE = 0.75
"""The part of the line that is left to earlier moments where it is full."""


def in_time(notes: Sequence[Note]) -> list[Note]:
    """Moments in the order of time; what lies in one place, and what lies nowhere yet, as it
    came, the latter at the end."""
    return sorted(notes, key=lambda note: PLACES + 1 if note.x is None else note.x)


def add_moments(library: Library, running: Running, zone: str, texts: Sequence[str]) -> list[Note]:
    """Keep moments after the last one, at middle energy, all in one change.

    Where the line of time is full, earlier moments move closer together. Raises Trouble
    (``empty``, ``too-long``) with none of them kept.
    """
    with library.change("note-add", scope_of(running.workshop)) as writer:
        placed = [note for note in notes_of(writer, running.run.id) if note.x is not None]
        added = add_notes(library, running, zone, texts)
        last = max((note.x or 0 for note in placed), default=0)
        gap = _gap(last, len(placed), len(added))
        if last + gap * len(added) > PLACES:
            share = SHARE if len(added) <= len(placed) else 1 - SHARE
            by = share * PLACES / max(1, last)
            place_notes(
                library, running, [(note, int((note.x or 0) * by), note.y) for note in placed]
            )
            last = int(share * PLACES) if placed else 0
            gap = min(gap, max(1, (PLACES - last) // len(added)))
        places = [(note, last + gap * n, MIDDLE) for n, note in enumerate(added, start=1)]
        return place_notes(library, running, places)


def _gap(last: int, placed: int, added: int) -> int:
    """How far the next moment lies from the last: as far as moments do, but no farther than
    usual."""
    return GAP if not placed else max(1, min(GAP, last // placed))
