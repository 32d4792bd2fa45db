"""What is done about the years of a community from its page: shown, written, a pulse planned."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.community.our_years_dialog import OurYearsDialog
from ui.community.page_cards import PageCards
from ui.community.pulse_years_dialog import PulseYearsDialog
from ui.world import World

AGENDA = "yearly-pulse"
"""The agenda in which the pulse is taken, as the shortest way to a first one."""


class YearActs:
    """Shows the years and plans a pulse; its dialogs stand over ``page``."""

    def __init__(
        self,
        world: World,
        page: QWidget,
        community: str,
        export: Callable[[QWidget, str, str], None],
        plan: Callable[[str, str], None],
    ) -> None:
        """Of the community whose id is given; ``export`` asks over the page how to write a
        document, ``plan`` asks for a workshop with a purpose, from an agenda."""
        self._world, self._page, self._community = world, page, community
        self._export, self._plan = export, plan

    def follow(self, cards: PageCards) -> None:
        """Do what the cards of the page ask for."""
        cards.pulse.listed.connect(self.show_pulse)
        cards.pulse.wanted.connect(self.plan_pulse)
        cards.stages.listed.connect(self.show_years)

    def show_pulse(self) -> None:
        """Show every pulse."""
        dialog = PulseYearsDialog(self._world, self._page, self._community)
        dialog.printed.connect(lambda: self._export(self._page, "pulse-years", self._community))
        dialog.open()

    def show_years(self) -> None:
        """Show the stages and the states."""
        dialog = OurYearsDialog(self._world, self._page, self._community)
        dialog.printed.connect(lambda: self._export(self._page, "our-years", self._community))
        dialog.open()

    def plan_pulse(self) -> None:
        """Ask for a workshop in which the pulse is taken."""
        known = self._world.catalogue.find_agenda(AGENDA)
        self._plan(known.purpose if known else "check-up", known.id if known else "")
