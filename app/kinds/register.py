"""Register: rows under given columns, kept by the community between workshops."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.kinds.rows_kind import RowsKind
from app.library.reader import Reader
from app.registers.run_rows import (
    Filled,
    filled,
    rows_faults,
)
from app.workshop.running import Running


class RegisterRows(RowsKind):
    """Rows of the register that the recipe names."""

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """A register or columns that there are not."""
        return rows_faults(exercise, self.registers)

    def facts(self, reader: Reader, running: Running) -> Sequence[Filled]:
        """The rows of the run, and what was there before."""
        return [filled(reader, self.asked(running.recipe), running)]
