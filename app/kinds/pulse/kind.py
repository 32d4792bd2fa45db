"""The first floor of a pulse."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, other_words, twice
from app.catalogue.setup import read_setup
from app.kinds.pulse.facts import PulseFacts, pulse_facts
from app.kinds.pulse.rounds import FORMS
from app.kinds.pulse.setup import MOST_STATEMENTS, PulseSetup, PulseWords
from app.library.library import Library
from app.library.reader import Reader
from app.workshop.ballots import ballots_of, given, latest_ballot
from app.workshop.running import Running


class Pulse:
    """Statements answered in private; no typed line is wanted."""

    setup = PulseSetup
    setup_words = PulseWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """No statements or too many, one named twice, or without words."""
        file = exercise_file(exercise.id)
        ids = read_setup(exercise.setup, PulseSetup).statements
        if not ids:
            yield CatalogueError(file, "setup.statements", "part-missing", kind=exercise.kind)
        if len(ids) > MOST_STATEMENTS:
            yield CatalogueError(file, "setup.statements", "too-many", most=MOST_STATEMENTS)
        yield from twice(file, "setup.statements", ids)
        for code, words in exercise.words.items():
            said = read_setup(words.setup, PulseWords)
            place = f"words.{code}.setup"
            yield from other_words(file, f"{place}.statements", ids, said.statements)
            for end, text in (("low", said.low), ("high", said.high)):
                if not text:
                    yield CatalogueError(file, f"{place}.{end}", "words-missing")

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """None: nothing is typed that others could read."""
        return ()

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """Never called: there are no targets."""
        raise RuntimeError("a pulse takes no typed line")

    def count(self, reader: Reader, run: str) -> int:
        """The number of people who answered the latest round of a run (its id)."""
        last = latest_ballot(reader, run, FORMS)
        return given(reader, last) if last else 0

    def facts(self, reader: Reader, running: Running) -> Sequence[PulseFacts]:
        """What each closed round of the run says."""
        found = ballots_of(reader, running.run.id, FORMS)
        return [pulse_facts(reader, running, one) for one in found if not one.open]
