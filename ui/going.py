"""Where one can go in the window: each screen by its name (``ui.world.Navigator``)."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec

from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import Block, Community, Workshop
from app.workshop.on_paper import enter_to_type
from ui.attempt import attempt
from ui.beside import Beside
from ui.parts.screen import Screen
from ui.world import World

if TYPE_CHECKING:
    from ui.reading.reading_window import ReadingWindow

ScreenMaker = Callable[[World], Screen]


class Visit(msgspec.Struct, frozen=True, eq=False):
    """A way to a screen: how it is made, the rail's entry for it, and of what it is.

    ``of`` and ``subject``: the table and the id of the row without which there is no such screen.
    ``leaves``: out of the room for good.
    """

    make: ScreenMaker
    entry: str = ""
    place: Literal["design", "community", "closing", ""] = ""
    of: type[Row] | None = None
    subject: str = ""
    leaves: bool = False

    def leads_somewhere(self, reader: Reader) -> bool:
        """Whether what it shows is still there."""
        return self.of is None or reader.find(self.of, self.subject) is not None


def is_of_nothing(world: World, screen: Screen | None, visits: Sequence[Visit]) -> bool:
    """Whether what the screen shown is about was deleted, and it does not say so itself;
    ``visits`` led to it."""
    if screen is None or screen.says_gone or not visits:
        return False
    return not visits[-1].leads_somewhere(world.library.reader)


class Screens(Protocol):
    """How each screen is made; the constructor knows."""

    def home(self, world: World) -> Screen:
        """The communities."""

    def community(self, world: World, community: str) -> Screen:
        """A community's page."""

    def people(self, world: World, community: str) -> Screen:
        """A community's people."""

    def renewal(self, world: World, community: str) -> Screen:
        """Where a renewal of a community is planned."""

    def design(self, world: World, workshop: str) -> Screen:
        """The agenda of a workshop."""

    def cockpit(self, world: World, workshop: str, *, over: bool = False) -> Screen:
        """The cockpit of a workshop; of one that is ``over`` only where that is wanted."""

    def charter(self, world: World, community: str) -> Screen:
        """A community's charter."""

    def closing(self, world: World, workshop: str) -> Screen:
        """The closing of a workshop."""

    def portfolio(self, world: World, community: str) -> Screen:
        """The domains of all communities, or of one."""

    def register(self, world: World, community: str, register: str, entry: str) -> Screen:
        """A register of a community, one of its entries in sight."""

    def exercises(self, world: World, exercise: str) -> Screen:
        """The catalogue of exercises, one of them to be read."""

    def reading(self, world: World, entry: str) -> Screen:
        """What the catalogue knows, the page of a key to be read."""

    def reading_window(self, world: World) -> "ReadingWindow":
        """The same in a window beside the work."""

    def search(self, world: World) -> Screen:
        """The search over everything."""

    def settings(self, world: World) -> Screen:
        """The settings."""

    def rehearse(self, workshop: str) -> None:
        """A window of its own, for a rehearsal."""


class Going:
    """The ways to the screens; the window makes the visits."""

    _screens: Screens
    _beside: Beside | None = None

    def _visit(self, visit: Visit) -> None:
        """Show a screen, if the one on screen may be left."""
        raise NotImplementedError

    def _held(self, workshop: str) -> Screen | None:
        """The room of a workshop that is under way, if it is held."""
        raise NotImplementedError

    def _to_home(self) -> Visit:
        return Visit(self._screens.home, "home", leaves=True)

    def home(self) -> None:
        """To the communities, out of the room if there is one."""
        self._visit(self._to_home())

    def community(self, community: str) -> None:
        """To a community's page."""
        make = partial(self._screens.community, community=community)
        self._visit(Visit(make, "home", "community", Community, community))

    def people(self, community: str) -> None:
        """To a community's people."""
        make = partial(self._screens.people, community=community)
        self._visit(Visit(make, "home", of=Community, subject=community))

    def renewal(self, community: str) -> None:
        """To what is known before a renewal of a community, where it is planned."""
        make = partial(self._screens.renewal, community=community)
        self._visit(Visit(make, "home", of=Community, subject=community))

    def design(self, workshop: str) -> None:
        """To the agenda of a workshop."""
        make = partial(self._screens.design, workshop=workshop)
        self._visit(Visit(make, "home", "design", Workshop, workshop))

    def cockpit(self, workshop: str) -> None:
        """Into the room: the cockpit, without the rail; back into it where it is under way."""

        def make(world: World) -> Screen:
            return self._held(workshop) or self._screens.cockpit(world, workshop)

        self._visit(Visit(make, of=Workshop, subject=workshop))

    def type_in(self, block: str) -> None:
        """Into the room, to a block that was done on paper; also when its workshop is over."""

        def make(world: World) -> Screen:
            row = world.library.reader.row(Block, block)
            entered = attempt(world, lambda: enter_to_type(world.library, row))
            held = self._held(row.workshop)
            return held or self._screens.cockpit(world, row.workshop, over=entered)

        self._visit(Visit(make, of=Block, subject=block))

    def leave_room(self, workshop: str) -> None:
        """Out of the room for good, to its agenda; the wall is taken down."""
        make = partial(self._screens.design, workshop=workshop)
        self._visit(Visit(make, "home", "design", Workshop, workshop, leaves=True))

    def rehearse(self, workshop: str) -> None:
        """To a rehearsal of a workshop, in a window of its own."""
        self._screens.rehearse(workshop)

    def charter(self, community: str) -> None:
        """To a community's charter."""
        make = partial(self._screens.charter, community=community)
        self._visit(Visit(make, "home", of=Community, subject=community))

    def closing(self, workshop: str) -> None:
        """To the closing of a workshop."""
        make = partial(self._screens.closing, workshop=workshop)
        self._visit(Visit(make, "home", "closing", Workshop, workshop))

    def register(self, community: str, register: str, entry: str = "") -> None:
        """To a register of a community, and there to one of its entries."""
        make = partial(self._screens.register, community=community, register=register, entry=entry)
        self._visit(Visit(make, "home", of=Community, subject=community))

    def portfolio(self, community: str = "") -> None:
        """To the domains of all communities, or of one."""
        self._visit(Visit(partial(self._screens.portfolio, community=community), "portfolio"))

    def exercises(self, exercise: str = "") -> None:
        """To the exercises, and there to one of them."""
        make = partial(self._screens.exercises, exercise=exercise)
        self._visit(Visit(make, "exercises"))

    def reading(self, entry: str = "") -> None:
        """To what the catalogue knows, and there to the page of a key."""
        self._visit(Visit(partial(self._screens.reading, entry=entry), "reading"))

    def read_beside(self, entry: str = "") -> None:
        """Open what the catalogue knows beside the work: the page of a key, or one that fits."""
        if self._beside is not None:
            self._beside.open(entry)

    def search(self) -> None:
        """To the search over everything."""
        self._visit(Visit(self._screens.search, "search"))

    def settings(self) -> None:
        """To the settings."""
        self._visit(Visit(self._screens.settings, "settings"))
