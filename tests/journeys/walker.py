"""Somebody who looks at every screen and every dialog, for what is wrong with it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from app.exchange.sample import Sample
from app.workshop.starting import OtherDay
from tests.journeys.person import Person, settle
from tests.ui.fitting import misfits
from tests.ui.naming import filled, nameless, rivals
from ui.charter.charter_screen import CharterScreen
from ui.cockpit.cockpit import Cockpit
from ui.community.community_screen import CommunityScreen
from ui.community.member_dialog import MemberDialog
from ui.community.people_screen import PeopleScreen
from ui.design.design_screen import DesignScreen
from ui.design.start_dialog import StartDialog
from ui.home.home_screen import HomeScreen


class Walker(Person):
    """Somebody who looks at everything, in a library with a launch that is over and one ahead.

    Each screen is come to once and seen in every size of the window, each dialog opened in every.
    """

    text: int
    played: Sample
    ahead: Sample
    sizes: Sequence[tuple[int, int]]

    def look_around(self) -> list[str]:
        """Every screen; what does not fit, with where it was seen."""
        window, found = self.window, []
        community, workshop = self.played.community.id, self.played.workshop.id
        visits: dict[str, Callable[[], None]] = {
            "home": window.home,
            "community, new": lambda: window.community(self.ahead.community.id),
            "community, after its launch": lambda: window.community(community),
            "people": lambda: window.people(community),
            "design": lambda: window.design(self.ahead.workshop.id),
            "design, closed": lambda: window.design(workshop),
            "charter": lambda: window.charter(community),
            "charter, empty": lambda: window.charter(self.ahead.community.id),
            "closing": lambda: window.closing(workshop),
            "exercises": window.exercises,
            "search": window.search,
            "settings": window.settings,
            **{
                f"register, {one.id}": partial(window.register, community, one.id)
                for one in self.house.hearth.catalogue.registers
            },
        }
        for name, visit in visits.items():
            visit()
            found += self._seen(name)
        window.search()
        self.type("map")
        found += self._seen("search, found")
        return found

    def look_at_the_room(self) -> list[str]:
        """Every block of the launch that is ahead; the clock and the line are in sight."""
        found = []
        self.window.cockpit(self.ahead.workshop.id)
        cockpit = self.screen(Cockpit)
        for line in cockpit.controller.state().lines:
            cockpit.side.block_asked.emit(line.block.id)
            name = f"room, {line.block.exercise}"
            found += self._seen(name, cockpit.timing.clock, cockpit.bottom.line)
        cockpit.toggle_side()
        found += self._seen("room, side column")
        cockpit.toggle_side()
        cockpit.toggle_stand_back()
        found += self._seen("room, stand back")
        cockpit.toggle_stand_back()
        return found

    def look_at_dialogs(self) -> list[str]:
        """Every dialog, over the screen it belongs to."""
        window, found = self.window, []
        community, workshop = self.played.community.id, self.played.workshop.id
        window.home()
        found += self._asked("new community", self.screen(HomeScreen).ask_new)
        window.community(community)
        page = self.screen(CommunityScreen)
        for name, ask in (
            ("edit community", page.edit),
            ("plan", page.plan),
            ("read stages", page.read_stages),
            ("give role", page.roles.give),
            ("meet", page.meet),
        ):
            found += self._asked(name, ask)
        window.people(community)
        people = self.screen(PeopleScreen)
        people.list_card.lines.choose_all([people.model.key(0)], people.model.key(0))
        for name, ask in (
            ("add person", people.add),
            ("paste people", people.paste),
            ("edit person", people.edit),
            ("leaving", people.ask_leaving),
            ("striking", lambda: _strike(people)),
        ):
            found += self._asked(name, ask)
        window.design(self.ahead.workshop.id)
        design = self.screen(DesignScreen)
        for name, ask in (
            ("own block", design.ask_own),
            ("edit workshop", design.ask_edit),
            ("export run sheet", design.export_run_sheet),
        ):
            found += self._asked(name, ask)
        for name, planned in (("start, past", 1), ("start, ahead", 20)):
            found += self._asked(name, partial(self._ask_start, date(2026, 6, planned)))
        window.charter(community)
        found += self._asked("export charter", self.screen(CharterScreen).export)
        window.cockpit(self.ahead.workshop.id)
        found += self._asked("door", self.screen(Cockpit).cockpit_actions.open_door)
        window.closing(workshop)
        return found

    def _ask_start(self, planned: date) -> None:
        """Ask what is meant on 10 June 2026 by a launch that was planned for another day."""
        world, shown = self.window.world, self.screen(DesignScreen)
        assert world is not None
        StartDialog(world, shown, self.ahead.workshop, OtherDay(planned, date(2026, 6, 10))).open()

    def _asked(self, name: str, ask: Callable[[], object]) -> list[str]:
        """What is wrong with a dialog, opened in each size of the window."""
        found = []
        for size in self.sizes:
            self._resize(size)
            ask()
            settle()
            shown = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
            assert shown, f"{name}: nothing is asked"
            found += self._looked_at(name, shown[-1], size)
            if shown[-1].width() > size[0] or shown[-1].height() > size[1]:
                found.append(f"{name}: the dialog is larger than the window")
            self.house.answers.yes = True
            shown[-1].reject()
            settle()
        return found

    def faults(self, widget: QWidget) -> list[str]:
        """What is wrong with a window or a dialog."""
        found = misfits(widget) + nameless(widget) + rivals(widget)
        buttons = filled(widget)
        if len(buttons) > 1:
            found.append(f"more than one filled button: {buttons}")
        return found

    def _seen(self, name: str, *always: QWidget) -> list[str]:
        """What is wrong with the screen that is shown, in each size of the window; ``always`` is
        what must be in sight."""
        found = []
        for size in self.sizes:
            self._resize(size)
            found += self._looked_at(name, self.window, size)
            for part in always:
                corner = part.mapTo(self.window, part.rect().bottomRight())
                if not part.isVisible() or not self.window.rect().contains(corner):
                    found.append(f"{name}: {type(part).__name__} is out of sight")
        return found

    def _resize(self, size: tuple[int, int]) -> None:
        settle()
        self.window.resize(*size)
        settle()

    def _looked_at(self, name: str, widget: QWidget, size: tuple[int, int]) -> list[str]:
        """What is wrong with a window or a dialog, while the window is to have a size."""
        wide, high = size
        found = [f"{name} in {wide}x{high}: {one}" for one in self.faults(widget)]
        if self.window.width() > wide or self.window.height() > high:
            found.append(f"{name}: the window is {self.window.width()}x{self.window.height()}")
        return found


def _strike(people: PeopleScreen) -> None:
    """Come to the striking of the one who is chosen, over what is known of them."""
    people.edit()
    settle()
    shown = [one for one in people.findChildren(MemberDialog) if one.isVisible()]
    shown[-1].strike()
