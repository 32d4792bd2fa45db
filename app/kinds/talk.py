"""Talk: people speak in turn, in pairs, in a circle; what is worth keeping is noted."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Exercise
from app.catalogue.errors import CatalogueError
from app.kinds.ranked import Ranked, arranged
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note
from app.typed_text import lines_of
from app.workshop.notes import add_notes
from app.workshop.running import Running
from app.workshop.zones import ZonesSetup, ZonesWords, zone_faults, zone_targets


class Talk:
    """Notes in one column, or in the zones the recipe names."""

    setup = ZonesSetup
    setup_words = ZonesWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """Zones named twice, or without a name of their own."""
        return zone_faults(exercise)

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The recipe's zones; one nameless place when it has none."""
        return zone_targets(running.recipe)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A note a line."""
        add_notes(library, running, target, lines_of(text) or [text])

    def count(self, reader: Reader, run: str) -> int:
        """The number of notes in a run (its id)."""
        return reader.count(Note, run=run)

    def facts(self, reader: Reader, running: Running) -> Sequence[Ranked]:
        """The notes as they came."""
        return arranged(reader, running.run.id)
