"""The first floor of a matrix."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, other_words
from app.catalogue.setup import read_setup
from app.kinds.matrix.facts import NotPlaced, Reading, is_placed, readings_of
from app.kinds.matrix.setup import READINGS, MatrixSetup, MatrixWords
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked
from app.library.reader import Reader
from app.workshop.notes import notes_of
from app.workshop.running import Running


class Matrix(NotesKind):
    """Notes on two axes; a typed line is a note that is not placed yet."""

    setup = MatrixSetup
    setup_words = MatrixWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """An axis that is missing or there twice, an end or a reading without words."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, MatrixSetup)
        for place, axis in (("across", setup.across), ("up", setup.up)):
            if not axis:
                yield CatalogueError(file, f"setup.{place}", "part-missing", kind=exercise.kind)
        if setup.across and setup.across == setup.up:
            yield CatalogueError(file, "setup.up", "named-twice", id=setup.up)
        for code, words in exercise.words.items():
            said, place = read_setup(words.setup, MatrixWords), f"words.{code}.setup"
            yield from other_words(file, f"{place}.axes", (setup.across, setup.up), said.axes)
            yield from other_words(file, f"{place}.readings", READINGS, said.readings)
            for axis, told in said.axes.items():
                for end, text in (("name", told.name), ("low", told.low), ("high", told.high)):
                    if not text:
                        yield CatalogueError(file, f"{place}.axes.{axis}.{end}", "words-missing")

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """One place: the notes that are to be placed."""
        return ("",)

    def facts(self, reader: Reader, running: Running) -> Sequence[Reading | NotPlaced | Ranked]:
        """The four readings, what is not placed, and every note in that order as a board has it,
        for whoever takes up notes."""
        notes = notes_of(reader, running.run.id)
        readings = readings_of(notes)
        waiting = NotPlaced(tuple(note for note in notes if not is_placed(note)))
        lying = [note for one in readings for note in one.notes]
        return [
            *readings,
            waiting,
            *(Ranked(None, (note,), 0) for note in (*lying, *waiting.notes)),
        ]
