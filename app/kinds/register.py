"""Register: rows under given columns, kept by the community between workshops."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Exercise, Register
from app.catalogue.errors import CatalogueError
from app.catalogue.recipe import Recipe
from app.catalogue.setup import Nothing
from app.library.library import Library
from app.library.reader import Reader
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


class RegisterRows:
    """Rows of the register that the recipe names."""

    setup = RowsSetup
    setup_words = Nothing

    def __init__(self, registers: Sequence[Register]) -> None:
        """Fill one of these ``registers``."""
        self._registers = {one.id: one for one in registers}

    def asked(self, recipe: Recipe) -> Asked:
        """The register and the columns that a recipe asks."""
        return asked_of(self._registers, recipe)

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """A register or columns that there are not."""
        return rows_faults(exercise, self._registers)

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The cell in which a new row begins; the others are there once it did."""
        return (self.asked(running.recipe).columns[0].id,)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A cell, or the rows of a table."""
        typed_line(library, self.asked(running.recipe), running, target, text)

    def count(self, reader: Reader, run: str) -> int:
        """The number of rows that a run (its id) wrote."""
        return count_rows(reader, run)

    def facts(self, reader: Reader, running: Running) -> Sequence[Filled]:
        """The rows of the run, and what was there before."""
        return [filled(reader, self.asked(running.recipe), running)]
