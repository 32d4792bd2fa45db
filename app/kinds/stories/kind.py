"""Stories: what one help led to, told by five cycles of value, with how one knows and a consent.

The cycles are those of Wenger, Trayner and de Laat. A story is a row of a register; until somebody
says who may hear it, it is for the facilitator alone.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file
from app.catalogue.setup import read_setup
from app.kinds.rows_kind import RowsKind
from app.library.reader import Reader
from app.registers.register_entries import Entry
from app.registers.run_rows import (
    Asked,
    Filled,
    RowsSetup,
    filled,
    rows_faults,
)
from app.workshop.running import Running

CYCLES = ("immediate", "potential", "applied", "realized", "reframing")
"""The columns in which a story goes on, each a cycle of value: a story may begin in any."""

EVIDENCE = "evidence"
"""The column that says how one knows."""


class ValueStory(msgspec.Struct, frozen=True):
    """What one help led to. ``told`` holds what was said of each cycle, in their order; without a
    ``consent`` nobody said yet who may hear it."""

    id: str
    help: str
    told: Mapping[str, str]
    evidence: str
    consent: str
    audience: str


class Stories(RowsKind):
    """Stories in the register that the recipe names."""

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """As of any register; and one in which nobody is asked who may hear a story."""
        yield from rows_faults(exercise, self.registers)
        setup = read_setup(exercise.setup, RowsSetup)
        register = self.registers.get(setup.register)
        if register is not None and register.consent_column not in setup.columns:
            file = exercise_file(exercise.id)
            yield CatalogueError(file, "setup.columns", "consent-missing")

    def facts(self, reader: Reader, running: Running) -> Sequence[Filled | ValueStory]:
        """The rows of the run and what was there before; then each story of the run."""
        found = filled(reader, self.asked(running.recipe), running)
        return [found, *(story_of(found.asked, one) for one in found.entries)]


def story_of(asked: Asked, entry: Entry) -> ValueStory:
    """An entry as a story."""
    said = {column: value for column, value in entry.values.items() if isinstance(value, str)}
    return ValueStory(
        entry.id,
        said.get(asked.register.columns[0].id, ""),
        {cycle: said[cycle] for cycle in CYCLES if cycle in said},
        said.get(EVIDENCE, ""),
        said.get(asked.register.consent_column or "", ""),
        entry.row.audience,
    )
