"""The first floor of a journey."""

from collections.abc import Iterator, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file
from app.catalogue.setup import read_setup
from app.kinds.journey.moments import add_moments, in_time
from app.kinds.journey.setup import JourneySetup, JourneyWords, absences_zone
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note
from app.typed_text import lines_of
from app.workshop.notes import notes_of
from app.workshop.running import Running
from app.workshop.zones import zone_faults


class History(msgspec.Struct, frozen=True):
    """All moments in the order of time; each says its energy by its height (``y``)."""

    moments: tuple[Note, ...]


class Absences(msgspec.Struct, frozen=True):
    """The moments at which something or somebody was missing, in the order of time."""

    moments: tuple[Note, ...]


class Journey(NotesKind):
    """Moments on a line of time; a typed line comes after the last one."""

    setup = JourneySetup
    setup_words = JourneyWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """Kinds of moments without names, absences that are none of them, ends without words."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, JourneySetup)
        yield from zone_faults(exercise)
        if setup.absences and setup.absences not in {zone.id for zone in setup.zones}:
            yield CatalogueError(file, "setup.absences", "unknown-id", id=setup.absences)
        for code, words in exercise.words.items():
            said = read_setup(words.setup, JourneyWords)
            for end in ("begins", "ends", "low", "high"):
                if not getattr(said, end):
                    yield CatalogueError(file, f"words.{code}.setup.{end}", "words-missing")

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A moment a line, after the last one."""
        add_moments(library, running, target, lines_of(text) or [text])

    def facts(self, reader: Reader, running: Running) -> Sequence[History | Absences | Ranked]:
        """The history in order, what was missing, and every moment in that order as a board has
        it, for whoever takes up notes."""
        moments = in_time(notes_of(reader, running.run.id))
        missing = absences_zone(running.recipe)
        absent = tuple(note for note in moments if missing and note.zone == missing)
        return [
            History(tuple(moments)),
            Absences(absent),
            *(Ranked(None, (note,), 0) for note in moments),
        ]
