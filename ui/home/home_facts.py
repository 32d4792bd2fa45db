"""The facts that Home shows, read a part at a time where there are very many communities."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.community.attention import Reminder, most_urgent, next_ahead
from app.community.facts import CommunityFacts, by_name, gather_some, rests
from app.library.rows import Community
from ui.world import World

PART = 400
"""Communities whose facts are read at once: as many as nobody waits for."""
FIRST = 3
"""Reminders that are kept, the most urgent ones."""


class HomeFacts(QObject):
    """Reads the library for Home; ``whole`` is sent once the last part is read, if not at once."""

    whole = Signal()

    def __init__(self, world: World, parent: QObject) -> None:
        """Nothing read yet."""
        super().__init__(parent)
        self._world = world
        self._unread: list[Community] = []
        self._known: dict[str, CommunityFacts] = {}
        self._next_part = QTimer(self)
        self._next_part.setSingleShot(True)
        self._next_part.timeout.connect(self._go_on)
        self.every: list[Community] = []
        self.living: list[Community] = []
        self.reminders: list[Reminder] = []
        self.things = 0
        self.ahead: Reminder | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every community was looked at: before, nobody knows what is most urgent."""
        return not self._unread

    def begin(self) -> None:
        """Read the names of all communities, and the facts of the first part of them."""
        self.every = by_name(self._world.library.reader)
        self.living = [one for one in self.every if not rests(one)]
        self._unread = list(self.living)
        self._known, self.reminders, self.things, self.ahead = {}, [], 0, None
        self._read_part()
        if self._unread:
            self._next_part.start()

    def of(self, listed: Sequence[Community], row: int) -> CommunityFacts:
        """The facts of a community in a list; those around it are read with it."""
        one = listed[row]
        if one.id not in self._known:
            self._remember(listed[row : row + PART // 10])
        return self._known[one.id]

    def of_living(self) -> list[CommunityFacts]:
        """The facts of the communities that live, once all were read."""
        return [self._known[one.id] for one in self.living]

    def _go_on(self) -> None:
        self._read_part()
        if self._unread:
            self._next_part.start()
        else:
            self.whole.emit()

    def _read_part(self) -> None:
        part, self._unread = self._unread[:PART], self._unread[PART:]
        facts = self._remember(part)
        found = most_urgent(facts)
        self.things += len(found)
        # Equal ones stand as the communities do: those read before come first.
        self.reminders = sorted([*self.reminders, *found], key=lambda one: one.urgency)[:FIRST]
        ahead = [one for one in (self.ahead, next_ahead(facts)) if one is not None]
        self.ahead = min(ahead, key=lambda one: one.urgency, default=None)

    def _remember(self, communities: Sequence[Community]) -> list[CommunityFacts]:
        world = self._world
        facts = gather_some(world.library.reader, world.moment.now(), communities)
        self._known |= {one.community.id: one for one in facts}
        return facts
