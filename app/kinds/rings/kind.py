"""The first floor of rings: who stands where, who could be invited, who asks whom."""

from collections.abc import Iterator, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, unknown
from app.catalogue.setup import read_setup
from app.kinds.notes_kind import NotesKind
from app.kinds.rings.setup import RingsSetup, ring_of, rings_setup
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note, Tie
from app.workshop.notes import notes_of
from app.workshop.running import Running
from app.workshop.ties import tie_notes, ties_of
from app.workshop.zones import ZonesWords, zone_faults

ASKS = "asks"
"""The form of the ties from who asks to who is asked."""

LEAST = 2
"""The fewest rings that say something."""


class Placed(msgspec.Struct, frozen=True):
    """A person, a group or a function in a ring (its zone's id); ``here`` where it takes part,
    otherwise it could be invited."""

    note: Note
    ring: str
    here: bool


class Asks(msgspec.Struct, frozen=True):
    """Somebody who asks somebody else."""

    who: Note
    whom: Note


class Rings(NotesKind):
    """Notes in rings, tied by who asks whom."""

    setup = RingsSetup
    setup_words = ZonesWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """Fewer than two rings, or a ring beyond that there is not."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, RingsSetup)
        if len(setup.zones) < LEAST:
            yield CatalogueError(file, "setup.zones", "part-missing", kind=exercise.kind)
        yield from zone_faults(exercise)
        ids = [zone.id for zone in setup.zones]
        yield from unknown(file, "setup.beyond", setup.beyond, ids)

    def facts(self, reader: Reader, running: Running) -> Sequence[Placed | Asks]:
        """Who stands in which ring, from the core outwards, then who asks whom."""
        setup = rings_setup(running.recipe)
        order = {zone.id: place for place, zone in enumerate(setup.zones)}
        notes = {note.id: note for note in notes_of(reader, running.run.id)}
        rings = [(note, ring_of(setup, note.zone)) for note in notes.values()]
        placed = [Placed(note, ring, ring not in setup.beyond) for note, ring in rings]
        placed.sort(key=lambda one: order.get(one.ring, 0))
        asks = [
            Asks(notes[one.from_note], notes[one.to_note])
            for one in ties_of(reader, running.run.id, ASKS)
        ]
        return [*placed, *asks]


def tie_asks(library: Library, running: Running, who: Note, whom: Note) -> Tie:
    """Say that somebody asks somebody. Raises Trouble (``tied-to-itself``, ``gone``)."""
    return tie_notes(library, running, ASKS, who, whom)
