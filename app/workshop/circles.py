"""For whom something recurs: the zones of the exercise in which it was said."""

from app.library.reader import Reader
from app.library.rows import Block, RhythmEvent, Run
from app.workshop.planning import recipe_of
from app.workshop.zones import NamedZone, zones_named


class Circles:
    """The circles of people for whom things recur, named in a language; each run is read once."""

    def __init__(self, reader: Reader, language: str) -> None:
        """Read from ``reader`` when a circle is asked for."""
        self._reader, self._language = reader, language
        self._known: dict[str, tuple[NamedZone, ...]] = {}

    def of_run(self, run: str) -> tuple[NamedZone, ...]:
        """The circles that were set up where a run (its id) was said; none once it is gone."""
        if run not in self._known:
            row = self._reader.find(Run, run)
            block = self._reader.find(Block, row.block) if row is not None else None
            named = zones_named(recipe_of(block), self._language) if block is not None else ()
            self._known[run] = named
        return self._known[run]

    def name(self, event: RhythmEvent) -> str:
        """For whom something is; empty where nobody said, or where it is not known any more."""
        circles = self.of_run(event.run or "")
        return next((one.label for one in circles if one.id == event.circle), "")
