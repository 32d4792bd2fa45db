"""What kinds share that fill rows of a register: which, where a line goes, how many there are."""

from collections.abc import Sequence

from app.catalogue.recipe import Recipe
from app.catalogue.register_shapes import Register
from app.catalogue.setup import Nothing
from app.library.library import Library
from app.library.reader import Reader
from app.registers.run_rows import Asked, RowsSetup, asked_of, count_rows, typed_line
from app.workshop.running import Running


class RowsKind:
    """Rows of the register that the recipe names. A kind adds its faults, and its facts."""

    setup = RowsSetup
    setup_words = Nothing

    def __init__(self, registers: Sequence[Register]) -> None:
        """Fill one of these ``registers``."""
        self.registers = {one.id: one for one in registers}

    def asked(self, recipe: Recipe) -> Asked:
        """The register and the columns that a recipe asks."""
        return asked_of(self.registers, recipe)

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The cell in which a new row begins; the others are there once it did."""
        return (self.asked(running.recipe).columns[0].id,)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A cell, or the rows of a table. Raises Trouble."""
        typed_line(library, self.asked(running.recipe), running, target, text)

    def count(self, reader: Reader, run: str) -> int:
        """The number of rows that a run (its id) wrote."""
        return count_rows(reader, run)
