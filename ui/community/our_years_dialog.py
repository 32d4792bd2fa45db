"""A community's years: in which stages it was recognised, who said so and by what, what it became;
the picture, and the same as tables."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.community.stage_years import CommunityYears, community_years, stage_years_diagram
from app.community.today import today_of
from exports.community_years_figure import (
    portrait_heads,
    portrait_rows,
    stage_years_said,
    state_heads,
    state_rows,
    years_alternative,
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
"""How wide the picture is laid out, and how large its names are written there: with
the text of the window, as far as there is room."""


class OurYearsDialog(ColumnDialog):
    """Portraits and states along the years. ``printed`` is sent when they are to be written on
    paper; the dialog is closed then."""

    printed = Signal()

    wide = 900

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Those of the community whose id is given."""
        words, look = world.words, world.look
        super().__init__(look, parent, words("years.title"))
        for_reading(self)
        self._world = world
        stages = [stage.id for stage in world.catalogue.stages]
        today = today_of(world.library, community)
        years = community_years(world.library.reader, community, stages, today)
        self.column.add(heading(look, words("years.title")), small(look, words("years.said")))
        if years.portraits or years.became:
            self._show_picture(years)
        self._tell_portraits(years)
        self.column.add(hairline(look))
        self._tell_states(years)
        self.print_button = KeyButton(look, words, words("years.print"), "Ctrl+P")
        self.print_button.clicked.connect(self._print)
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

    def _show_picture(self, years: CommunityYears) -> None:
        words, catalogue = self._world.words, self._world.catalogue
        picture = DiagramView(self._world.look)
        size = min(self._world.look.size(SIZE), LARGEST)
        diagram = stage_years_diagram(years, WIDTH, size, stage_years_said(catalogue, words))
        picture.show_diagram(diagram, years_alternative(catalogue, words, years))
        self.column.add(picture)

    def _tell_portraits(self, years: CommunityYears) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, words("years.portraits")))
        if not years.portraits:
            self.column.add(small(look, words("years.none")))
            return
        columns = [
            Column(share, "small", head=head)
            for share, head in zip((4, 6, 9, 6), portrait_heads(words), strict=True)
        ]
        rows = CellRows(look, columns, lines=True)
        for cells in portrait_rows(self._world.catalogue, words, years):
            rows.add(*cells)
        self.column.add(rows)

    def _tell_states(self, years: CommunityYears) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, words("years.became")))
        if not years.became:
            self.column.add(small(look, words("years.became-none")))
            return
        columns = [
            Column(share, "small", head=head)
            for share, head in zip((4, 6, 15), state_heads(words), strict=True)
        ]
        rows = CellRows(look, columns, lines=True)
        for cells in state_rows(words, years):
            rows.add(*cells)
        self.column.add(rows)

    def _print(self) -> None:
        self.accept()
        self.printed.emit()
