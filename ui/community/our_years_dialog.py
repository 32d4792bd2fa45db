"""A community's years: in which stages it was recognised, who said so and by what, what it became;
the picture, and the same as tables."""

from PySide6.QtWidgets import QWidget

from app.community.stage_years import CommunityYears, community_years, stage_years_diagram
from app.community.today import today_of
from exports.community_years_figure import (
    community_years_alternative,
    portrait_heads,
    portrait_rows,
    stage_years_said,
    state_heads,
    state_rows,
)
from ui.parts.labels import eyebrow, hairline, small
from ui.parts.printable_dialog import PrintableDialog
from ui.world import World


class OurYearsDialog(PrintableDialog):
    """Portraits and states along the years."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Those of the community whose id is given."""
        words, look = world.words, world.look
        super().__init__(look, words, parent, words("years.title"))
        self._world = world
        stages = [stage.id for stage in world.catalogue.stages]
        today = today_of(world.library, community)
        years = community_years(world.library.reader, community, stages, today)
        self.column.add(small(look, words("years.said")))
        if years.portraits or years.became:
            said = stage_years_said(world.catalogue, words)
            self.add_picture(
                lambda width, size: stage_years_diagram(years, width, size, said),
                community_years_alternative(world.catalogue, words, years),
            )
        self._tell_portraits(years)
        self.column.add(hairline(look))
        self._tell_states(years)
        self.answer(words("years.print"), printable=bool(years.portraits or years.became))

    def _tell_portraits(self, years: CommunityYears) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, words("years.portraits")))
        if not years.portraits:
            self.column.add(small(look, words("years.none")))
            return
        rows = portrait_rows(self._world.catalogue, words, years)
        self.add_table((4, 6, 9, 6), portrait_heads(words), rows)

    def _tell_states(self, years: CommunityYears) -> None:
        words, look = self._world.words, self._world.look
        self.column.add(eyebrow(look, words("years.became")))
        if not years.became:
            self.column.add(small(look, words("years.became-none")))
            return
        self.add_table((4, 6, 15), state_heads(words), state_rows(words, years))
