"""What is done about the signals of a community from its page: put off, dismissed, seen again."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.community.today import today_of
from app.signals.signals import Given, put_off
from ui.attempt import attempt
from ui.community.set_aside_dialogs import DismissDialog, SetAsideDialog
from ui.community.signals_card import SignalsCard
from ui.world import World


class SignalActs:
    """Puts off, dismisses and shows signals; its dialogs stand over ``page``."""

    def __init__(self, world: World, page: QWidget, community: str) -> None:
        """The signals of a community (its id)."""
        self._world, self._page, self._community = world, page, community

    def follow(self, card: SignalsCard) -> None:
        """Do what a card asks for; the links that lead elsewhere are the page's."""
        card.put_off.connect(self._put_off)
        card.dismissed.connect(self._dismiss)
        card.aside_asked.connect(self._show_set_aside)

    def _put_off(self, given: Given, length: timedelta) -> None:
        library = self._world.library
        until = today_of(library, self._community) + length
        attempt(self._world, lambda: put_off(library, self._community, given, until))

    def _dismiss(self, given: Given) -> None:
        DismissDialog(self._world, self._page, self._community, given).open()

    def _show_set_aside(self) -> None:
        SetAsideDialog(self._world, self._page, self._community).open()
