"""The first floor of a rhythm: lines in zones, of which any may become something that recurs."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file
from app.catalogue.setup import read_setup
from app.community.today import today_in
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked, arranged
from app.library.reader import Reader
from app.library.rows import RhythmEvent
from app.moment import instant
from app.workshop.running import Running
from app.workshop.zones import ZonesSetup, ZonesWords, zone_faults


class Recurring(msgspec.Struct, frozen=True):
    """Something that takes place again and again, or once: what a calendar can hold."""

    event: RhythmEvent


class Rhythm(NotesKind):
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
