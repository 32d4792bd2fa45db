"""Stories: what one help led to, told by five cycles of value, with how one knows and a consent.

The cycles are those of Wenger, Trayner and de Laat. A story is a row of a register; until somebody
says who may hear it, it is for the facilitator alone.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Exercise, Register
from app.catalogue.errors import CatalogueError
from app.catalogue.faults import exercise_file
from app.catalogue.recipe import Recipe
from app.catalogue.setup import Nothing, read_setup
from app.library.library import Library
from app.library.reader import Reader
from app.registers.register_entries import Entry
from app.registers.run_rows import (
    Asked,
    Filled,
    RowsSetup,
    asked_of,
    count_rows,
    filled,
    rows_faults,
    typed_line,
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


class Stories:
    """Stories in the register that the recipe names."""

    setup = RowsSetup
    setup_words = Nothing

    def __init__(self, registers: Sequence[Register]) -> None:
        """Tell in one of these ``registers``."""
        self._registers = {one.id: one for one in registers}

    def asked(self, recipe: Recipe) -> Asked:
        """The register and the columns that a recipe asks."""
        return asked_of(self._registers, recipe)

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """As of any register; and one in which nobody is asked who may hear a story."""
        yield from rows_faults(exercise, self._registers)
        setup = read_setup(exercise.setup, RowsSetup)
        register = self._registers.get(setup.register)
        if register is not None and register.consent_column not in setup.columns:
            file = exercise_file(exercise.id)
            yield CatalogueError(file, "setup.columns", "consent-missing")

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """Where a new story begins; its other parts are there once it did."""
        return (self.asked(running.recipe).columns[0].id,)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A part of a story, or the rows of a table."""
        typed_line(library, self.asked(running.recipe), running, target, text)

    def count(self, reader: Reader, run: str) -> int:
        """The number of stories told in a run (its id)."""
        return count_rows(reader, run)

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
