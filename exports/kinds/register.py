"""Register on paper: the rows that were written, and an empty table for a pen."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.library.audience import may_read
from app.registers.run_rows import Filled, asked_of
from app.words import Words
from exports.filled_rows import rows_table, rows_to_fill, where_kept
from exports.kinds.report import ReportedRun
from exports.page import Piece


class RegisterReport:
    """A table of the rows, and where they are kept."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """What the run wrote, as far as its readers go."""
        (found,) = facts_of(self._kind.facts(run.reader, run.running), Filled)
        rows = [one for one in found.entries if may_read(one.row.audience, run.audience)]
        if not rows:
            return ()
        return (
            rows_table(run.words, found.asked, rows),
            where_kept(run.words, found, run.audience),
        )

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """The columns that are asked, to write in."""
        registers = {one.id: one for one in catalogue.registers}
        return rows_to_fill(words, asked_of(registers, recipe))
