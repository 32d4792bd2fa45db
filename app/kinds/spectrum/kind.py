"""The first floor of a spectrum."""

from collections.abc import Iterator, Mapping, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, other_words, twice, unknown
from app.catalogue.setup import read_setup
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked, arranged
from app.kinds.spectrum.facts import Safeguard, SpectrumFacts, safeguards_of, spectrum_facts
from app.kinds.spectrum.setup import POLARITY_ZONES, SpectrumSetup, SpectrumWords
from app.library.reader import Reader
from app.workshop.ballots import Given
from app.workshop.running import Running
from app.workshop.scale_diagram import SCALE
from app.workshop.spread import UNKNOWN
from app.workshop.zones import zone_faults

POLES = ("left", "right")


class Spectrum(NotesKind):
    """Places between two ends, and reasons; or a map of two poles."""

    setup = SpectrumSetup
    setup_words = SpectrumWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """No questions, ends or poles without words, a part of a map that is none."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, SpectrumSetup)
        ids = [zone.id for zone in setup.zones]
        if not ids:
            yield CatalogueError(file, "setup.zones", "part-missing", kind=exercise.kind)
        if not setup.times:
            yield CatalogueError(file, "setup.times", "part-missing", kind=exercise.kind)
        yield from twice(file, "setup.times", setup.times)
        yield from zone_faults(exercise)
        mapped = setup.mode == "polarity"
        if mapped:
            yield from unknown(file, "setup.zones", ids, POLARITY_ZONES)
        for code, words in exercise.words.items():
            said = read_setup(words.setup, SpectrumWords)
            ends: Mapping[str, tuple[Sequence[str], Mapping[str, str]]] = {
                "low": ((), said.low) if mapped else (ids, said.low),
                "high": ((), said.high) if mapped else (ids, said.high),
                "poles": (POLES, said.poles) if mapped else ((), said.poles),
            }
            for name, (wanted, texts) in ends.items():
                yield from other_words(file, f"words.{code}.setup.{name}", wanted, texts)

    def facts(
        self, reader: Reader, running: Running
    ) -> Sequence[SpectrumFacts | Safeguard | Ranked]:
        """What each closed round says, the safeguards of a map, and the notes as they came."""
        return [
            *spectrum_facts(reader, running),
            *safeguards_of(reader, running),
            *arranged(reader, running.run.id),
        ]


def places_given(running: Running, places: Given) -> Given:
    """Where one person stands, by time and question; whoever skips one does not know.

    Raises ValueError for a time, a question or a place there is not.
    """
    setup = read_setup(running.recipe.setup, SpectrumSetup)
    ids = [zone.id for zone in setup.zones]
    known = {*SCALE, UNKNOWN}
    for time, told in places.items():
        if time not in setup.times or not set(told) <= set(ids) or not set(told.values()) <= known:
            raise ValueError("no such time, question or place")
    return {
        time: {one: places.get(time, {}).get(one, UNKNOWN) for one in ids} for time in setup.times
    }
