"""The pulse over the years: of each exercise its pictures, then the numbers beside them."""

from PySide6.QtCore import Qt, Signal
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
from ui.parts.buttons import Button, KeyButton
from ui.parts.cell_rows import CellRows, Column
from ui.parts.column_dialog import ColumnDialog
from ui.parts.diagram_painter import DiagramView
from ui.parts.labels import eyebrow, hairline, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.world import World

WIDTH, SIZE, LARGEST = 820.0, 13, 20
"""How wide a picture is laid out, and how large its statements are written there: with
the text of the window, as far as there is room."""


class PulseYearsDialog(ColumnDialog):
    """Every closed pulse of a community. ``printed`` is sent when they are to be written on paper;
    the dialog is closed then."""

    printed = Signal()

    wide = 900

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Show those of the community whose id is given."""
        words, look = world.words, world.look
        super().__init__(look, parent, words("years.pulse-title"))
        for_reading(self)
        self._world = world
        self.column.add(heading(look, words("years.pulse-title")))
        years = pulse_years(world.library.reader, community)
        self.column.add(small(look, words("years.pulse-said" if years else "years.pulse-none")))
        for at, one in enumerate(years):
            if at:
                self.column.add(hairline(look))
            self._show(one.told_in(world.catalogue, words.language))
        self.print_button = KeyButton(look, words, words("years.print"), "Ctrl+P")
        self.print_button.clicked.connect(self._print)
        if not years:
            self.print_button.hide()
        self.close_button = Button(look, words("exporting.close"))
        self.close_button.clicked.connect(self.reject)
        answers = FlowLayout(look.px(12), look.px(8), right=True)
        answers.addWidget(self.close_button)
        answers.addWidget(self.print_button)
        self.lay_out(holding(answers))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first(self) -> QWidget:
        """The button that closes it."""
        return self.close_button

    def _show(self, years: PulseYears) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, pulse_name(words, years)))
        self.column.add(small(look, pulse_span(words, years)))
        said, size = pulse_years_said(words, years), min(look.size(SIZE), LARGEST)
        for group in rows_of(words, years):
            picture = DiagramView(look)
            diagram = pulse_years_diagram(years.taken, group, WIDTH, size, said)
            picture.show_diagram(diagram, pulse_alternative(words, years, group))
            self.column.add(picture)
        heads = pulse_heads(words, years)
        columns = [Column(8 if at == 0 else 4, "small", head=head) for at, head in enumerate(heads)]
        rows = CellRows(look, columns, lines=True)
        for cells in pulse_rows(words, years):
            rows.add(*cells)
        self.column.add(rows)
        if len(heads) <= len(years.taken):
            self.column.add(small(look, words("years.pulse-compared")))
        if len(years.taken) == 1:
            self.column.add(small(look, words("years.pulse-once")))
        for sentence in other_wordings(words, years):
            self.column.add(small(look, sentence))

    def _print(self) -> None:
        self.accept()
        self.printed.emit()
