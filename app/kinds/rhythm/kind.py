"""The first floor of a rhythm: lines in zones, of which any may become something that recurs."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Exercise
from app.catalogue.errors import CatalogueError
from app.catalogue.faults import exercise_file
from app.catalogue.setup import read_setup
from app.community.today import today_in
from app.kinds.ranked import Ranked, arranged
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note, RhythmEvent
from app.moment import instant
from app.typed_text import lines_of
from app.workshop.notes import add_notes
from app.workshop.running import Running
from app.workshop.zones import ZonesSetup, ZonesWords, zone_faults, zone_targets


class Recurring(msgspec.Struct, frozen=True):
    """Something that takes place again and again, or once: what a calendar can hold."""

    event: RhythmEvent


class Rhythm:
    """Notes in zones, one for each circle of people, and what recurs of them."""

    setup = ZonesSetup
    setup_words = ZonesWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """No zones, zones without names, and an exercise that does not say where it leads."""
        file = exercise_file(exercise.id)
        if not read_setup(exercise.setup, ZonesSetup).zones:
            yield CatalogueError(file, "setup.zones", "part-missing", kind=exercise.kind)
        if "rhythm" not in exercise.lands:
            yield CatalogueError(file, "lands", "part-missing", kind=exercise.kind)
        yield from zone_faults(exercise)

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The recipe's zones, in order."""
        return zone_targets(running.recipe)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A note a line."""
        add_notes(library, running, target, lines_of(text) or [text])

    def count(self, reader: Reader, run: str) -> int:
        """The number of notes in a run (its id)."""
        return reader.count(Note, run=run)

    def facts(self, reader: Reader, running: Running) -> Sequence[Ranked | Recurring]:
        """What recurs, in its order; then the notes as they lie."""
        events = events_in(reader, running.run.id)
        return [*(Recurring(one) for one in events), *arranged(reader, running.run.id)]


def events_in(reader: Reader, run: str) -> list[RhythmEvent]:
    """What was said to recur in a run (its id), in its order."""
    return reader.rows(RhythmEvent, order="position, id", run=run)


def day_of(running: Running) -> date:
    """The day on which a run began: from it on, dates are ahead."""
    return today_in(running.workshop.zone, instant(running.run.started))
