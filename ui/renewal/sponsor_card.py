"""The private word with the sponsor, proposed before promises past their date are read out."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.library.rows import Workshop
from ui.parts.buttons import Button, quiet_button
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, small
from ui.parts.reading import for_reading
from ui.world import World

SHEET = "private-word-sheet"


class SponsorCard(Card):
    """Why a private word comes first, and what plans it or prints its sheet. ``wanted``: to plan
    it; ``opened`` is sent with the id of the one that is planned."""

    wanted = Signal()
    opened = Signal(str)

    def __init__(
        self, world: World, community: str, export_sheet: Callable[[QWidget, str, str, str], None]
    ) -> None:
        """``export_sheet`` asks how to export a sheet, filled for a community (its id)."""
        words, look = world.words, world.look
        super().__init__(look, words("renewal.sponsor.title"), edge="ember")
        self._world, self._workshop = world, ""
        self.late = WrapLabel(look, "", "strong")
        self.nobody = small(look, words("renewal.sponsor.nobody"), "amber")
        self.planned = small(look, "", "plain")
        self.plan_button = quiet_button(look, "", small=True)
        self.plan_button.setObjectName("plan private word")
        self.plan_button.clicked.connect(self.wanted)
        self.open_button = for_reading(
            Button(look, words("renewal.sponsor.open"), "quiet", small=True)
        )
        self.open_button.clicked.connect(self._open)
        self.sheet_button = for_reading(
            quiet_button(look, words("renewal.sponsor.sheet"), small=True)
        )
        self.sheet_button.setObjectName("print private word")
        self.sheet_button.clicked.connect(lambda: export_sheet(self, SHEET, community, ""))
        self.add(self.late, small(look, words("renewal.sponsor.why")), self.nobody, self.planned)
        self.add_action(self.plan_button, self.open_button, self.sheet_button)

    def show_late(self, late: int, planned: Workshop | None, *, sponsored: bool) -> None:
        """How many promises are late, the conversation that is planned, if one is, and that it
        needs somebody to be had with where nobody sponsors; shown where any promise is late."""
        words = self._world.words
        self.setVisible(late > 0)
        self.late.setText(words("renewal.sponsor.late", n=late))
        self.nobody.setVisible(not sponsored)
        self._workshop = planned.id if planned is not None else ""
        day = words.day(date.fromisoformat(planned.date)) if planned is not None else ""
        self.planned.setText(words("renewal.sponsor.planned", day=day))
        self.planned.setVisible(planned is not None)
        self.open_button.setVisible(planned is not None)
        self.plan_button.setVisible(planned is None)

    def show_day(self, day: date) -> None:
        """The day for which it would be planned."""
        said = self._world.words.day(day)
        self.plan_button.setText(self._world.words("renewal.sponsor.plan", day=said))

    def _open(self) -> None:
        self.opened.emit(self._workshop)
