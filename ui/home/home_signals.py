"""The signals that fill what reminders leave free on Home, looked for while nobody waits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.community.facts import CommunityFacts
from app.library.rows import Community
from ui.world import World

if TYPE_CHECKING:
    from app.signals.signals import Given

PART = 5
"""Communities whose signals are looked for in one go."""
LATER = 1000
"""Milliseconds until it is seen again whether the page is looked at."""


class SignalFound(msgspec.Struct, frozen=True, eq=False):
    """A signal, of a community."""

    community: Community
    given: "Given"


class HomeSignals(QObject):
    """Looks through communities in turn, the first signal of each before its others, and no
    further than there are places; ``more`` is sent whenever some were found."""

    more = Signal()

    def __init__(self, world: World, page: QWidget) -> None:
        """Nothing looked for yet, on a ``page``."""
        super().__init__(page)
        self._world, self._page = world, page
        self._unread: list[CommunityFacts] = []
        self._others: list[SignalFound] = []
        self._places = 0
        self._next_part = QTimer(self)
        self._next_part.setSingleShot(True)
        self._next_part.timeout.connect(self._go_on)
        self.found: list[SignalFound] = []

    def begin(self, facts: Sequence[CommunityFacts], places: int) -> None:
        """Look for so many as there are ``places``."""
        self.stop()
        self._unread, self._places = list(facts), places
        if self._unread and places > 0:
            self._next_part.start(0)

    def stop(self) -> None:
        """Look for none: what is known of the communities changed."""
        self._next_part.stop()
        self.found, self._others = [], []

    def _go_on(self) -> None:
        if not self._page.isVisible():
            self._next_part.start(LATER)
            return
        # Here: the first window looks for no signal yet.
        from app.signals.signals import new_signals

        before = len(self.found)
        part, self._unread = self._unread[:PART], self._unread[PART:]
        for facts in part:
            if len(self.found) < self._places:
                given = new_signals(self._world.library.reader, self._world.catalogue, facts)
                signals = [SignalFound(facts.community, each) for each in given[: self._places]]
                self.found += signals[:1]
                self._others += signals[1:]
        if not self._unread:
            self.found += self._others[: self._places - len(self.found)]
        elif len(self.found) < self._places:
            self._next_part.start(0)
        if len(self.found) > before:
            self.more.emit()
