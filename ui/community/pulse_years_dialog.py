"""The pulse over the years: of each exercise its pictures, then the numbers beside them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.kinds.pulse.years import PulseYears, pulse_years
from app.kinds.pulse.years_diagram import pulse_years_diagram
from exports.pulse_years_figure import (
    other_wordings,
    pulse_alternative,
    pulse_heads,
    pulse_name,
    pulse_rows,
    pulse_span,
    pulse_years_said,
    rows_of,
)
from ui.parts.labels import eyebrow, hairline, small
from ui.parts.printable_dialog import PrintableDialog
from ui.world import World


class PulseYearsDialog(PrintableDialog):
    """Every closed pulse of a community."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Show those of the community whose id is given."""
        words, look = world.words, world.look
        super().__init__(look, words, parent, words("years.pulse-title"))
        self._world = world
        years = pulse_years(world.library.reader, community)
        self.column.add(small(look, words("years.pulse-said" if years else "years.pulse-none")))
        for at, one in enumerate(years):
            if at:
                self.column.add(hairline(look))
            self._show(one.told_in(world.catalogue, words.language))
        self.answer(words("years.print"), printable=bool(years))

    def _show(self, years: PulseYears) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, pulse_name(words, years)))
        self.column.add(small(look, pulse_span(words, years)))
        said = pulse_years_said(words, years)
        for group in rows_of(words, years):
            self.add_picture(
                partial(pulse_years_diagram, years.taken, group, said=said),
                pulse_alternative(words, years, group),
            )
        heads = pulse_heads(words, years)
        self.add_table([8, *[4] * (len(heads) - 1)], heads, pulse_rows(words, years))
        if len(heads) <= len(years.taken):
            self.column.add(small(look, words("years.pulse-compared")))
        if len(years.taken) == 1:
            self.column.add(small(look, words("years.pulse-once")))
        for sentence in other_wordings(words, years):
            self.column.add(small(look, sentence))
