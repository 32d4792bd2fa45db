"""Talk: people speak in turn, in pairs, in a circle; what is worth keeping is noted."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked, arranged
from app.library.reader import Reader
from app.workshop.running import Running
from app.workshop.zones import ZonesSetup, ZonesWords, zone_faults


class Talk(NotesKind):
    """Notes in one column, or in the zones the recipe names."""

    setup = ZonesSetup
    setup_words = ZonesWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """Zones named twice, or without a name of their own."""
        return zone_faults(exercise)

    def facts(self, reader: Reader, running: Running) -> Sequence[Ranked]:
        """The notes as they came."""
        return arranged(reader, running.run.id)
