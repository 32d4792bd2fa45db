"""A community from its first table to its end, five years on, in the real windows, by hand.

A thin path, but a whole one: each great act is done where a person does it, and the clock that is
handed in goes on between them.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from app.charter.reviewing import reviews_of
from app.charter.versions import versions_of
from app.community.gatherings import gatherings_of
from app.community.states import states_of
from app.exchange.sample import SampleMoment
from app.library import library_check
from app.library.rows import Attendance, Community, Workshop
from tests.journeys.facilitator import Key
from tests.journeys.person import CONTROL
from tests.journeys.said import SAID
from tests.journeys.test_whole_path import Launch
from tests.ui.opened import opened
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.cockpit.door_dialog import DoorDialog
from ui.community.community_screen import CommunityScreen
from ui.community.gathering_dialog import GatheringDialog
from ui.community.plan_dialog import PlanDialog
from ui.community.state_dialog import StateDialog
from ui.design.design_screen import DesignScreen
from ui.kinds.charter.canvas import CharterCanvas
from ui.kinds.charter.review_panel import ReviewPanel
from ui.renewal.renewal_screen import RenewalScreen

# The names that are offered while one types stand in a popup, which grabs the keyboard elsewhere.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

MOST_STEPS = 80
"""Steps of a workshop, at most: after so many its end should have come."""
BEGINS = datetime(2026, 3, 11, 13, tzinfo=UTC)


class Coordinator(Launch):
    """Somebody who keeps a community for five years, and lets it go."""

    clock: SampleMoment

    @property
    def workshop(self) -> Workshop:
        """The one that is planned, or under way; else the last."""
        return self.library.reader.rows(Workshop, order="date, id")[-1]

    @property
    def community(self) -> str:
        """The community's id."""
        return self.library.reader.rows(Community)[0].id

    @property
    def today(self) -> date:
        """Today, by the clock that was handed in."""
        return self.clock.now().date()

    def wait(self, days: int) -> None:
        """Let days go by at home, and come to the community's page."""
        self.window.home()
        self.clock.go_on(days * 24 * 60)
        self.window.community(self.community)
        self.screen(CommunityScreen)

    def plan_for_today(self, purpose: str, agenda: str) -> None:
        """Plan a workshop of an agenda of the catalogue, and look at it."""
        self.screen(CommunityScreen).plan(purpose)
        asked = self.dialog(PlanDialog)
        self.fill(asked.form, "date", self.today)
        planned = self.house.hearth.catalogue.agenda(agenda)
        self.fill(asked.form, "minutes", str(planned.minutes))
        assert asked.choice.choose(agenda), agenda
        self.click(asked.keep_button)
        self.screen(DesignScreen)
        assert (self.workshop.purpose, self.workshop.date) == (purpose, self.today.isoformat())

    def enter(self) -> None:
        """Into the room, where everybody is."""
        self.click(self.screen(DesignScreen).start_button)
        self.press(Key.Key_F5)
        door = self.dialog(DoorDialog)
        self.click(door.everyone)
        self.click(door.done_button)
        self.take_the_line()
        here = self.library.reader.count(Attendance, workshop=self.workshop.id, state="present")
        assert here == len(self.said.people)

    def close_room(self) -> None:
        """On to the end, and close."""
        self.take_the_line()
        for _ in range(MOST_STEPS):
            if not isinstance(self.window.screen_shown, Cockpit):
                break
            self.press(Key.Key_PageDown)
        closing = self.screen(ClosingScreen)
        self.click(closing.close_button)
        assert self.workshop.state == "closed"

    def hold(self, purpose: str, agenda: str) -> None:
        """Plan a workshop, say a few things in its first block, and close it."""
        self.plan_for_today(purpose, agenda)
        self.enter()
        for one in self.said.agreed:
            self.keep_line(one)
        assert self.notes == list(self.said.agreed)
        self.close_room()

    def agree(self, exercise: str, number: int, until: date) -> None:
        """Propose the charter, count how people stand, and agree."""
        self.go_to(exercise)
        canvas = self.cockpit.canvas
        assert isinstance(canvas, CharterCanvas)
        assert canvas.word is not None
        word = canvas.word.panel
        self.click(word.propose)
        field = word.counting.stances.boxes["wholehearted"]
        field.setFocus()
        field.selectAll()
        self.type("5", field)
        self.take_the_line()
        self.type_date(word.until, until)
        self.click(word.agree)
        version = versions_of(self.library.reader, self.community)[0]
        assert (version.number, version.status) == (number, "agreed")

    def launch(self) -> None:
        """What for, and our word."""
        self.plan_for_today("launch", "launch-whole-charter")
        self.enter()
        self.draft()
        self.agree("our-word", 1, self.today + timedelta(days=182))
        self.close_room()

    def meet(self, came: int, helped: str) -> None:
        """A gathering, and how it went."""
        self.screen(CommunityScreen).meet()
        asked = self.dialog(GatheringDialog)
        self.fill(asked.form, "date", self.today)
        held = asked.form.field_widget("held")
        assert isinstance(held, QCheckBox)
        self.click(held)
        self.fill(asked.form, "came", str(came))
        self.fill(asked.form, "helped", helped)
        self.click(asked.keep_button)
        line = gatherings_of(self.library.reader, self.community)[0].gathering
        assert (line.came, line.helped, line.state) == (came, helped, "held")

    def become(self, state: str, why: str = "") -> None:
        """Say what the community has become."""
        self.click(self.screen(CommunityScreen).state_button)
        asked = self.dialog(StateDialog)
        self.fill(asked.form, "state", state)
        if why:
            self.fill(asked.form, "reason", why)
        self.click(asked.keep_button)

    def renew(self, addition: str) -> None:
        """A morning: a section is worded otherwise, another version is agreed to."""
        self.click(self.screen(CommunityScreen).main_button)
        page = self.screen(RenewalScreen)
        self.fill(page.column.form, "date", self.today)
        assert page.column.choice.choose("renewal-morning")
        self.press(Key.Key_Return, CONTROL)
        self.screen(DesignScreen)
        assert (self.workshop.purpose, self.workshop.date) == ("renewal", self.today.isoformat())
        self.enter()
        self.go_to("is-it-still-ours")
        (panel,) = [one for one in self.window.findChildren(ReviewPanel) if one.isVisible()]
        assert panel.old.text() == self.said.purpose
        self.press(Key.Key_2, CONTROL)
        self.type(addition)
        self.take_the_line()
        assert reviews_of(self.library.reader, self.workshop.id)["purpose"].verdict == "change"
        self.agree("renewing-our-word", 2, self.today + timedelta(days=365))
        self.close_room()


@pytest.fixture(params=["en", "fr"])
def coordinator(
    qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Coordinator]:
    """Somebody at an empty library, with a clock that they move."""
    language = str(request.param)
    clock = SampleMoment(BEGINS)
    with opened(qapp, tmp_path, moment=clock, language=language) as house:
        person = Coordinator(house, language)
        person.clock, person.said = clock, SAID[language]
        yield person


def test_from_a_first_table_to_the_end(coordinator: Coordinator) -> None:
    """Five years in one go."""
    coordinator.found()
    coordinator.gather_people()
    coordinator.wait(1)
    coordinator.hold("gathering", "first-table")
    coordinator.wait(90)
    coordinator.launch()
    coordinator.wait(28)
    coordinator.meet(4, coordinator.said.hopes[0])
    coordinator.wait(400)
    coordinator.become("paused", coordinator.said.fears[1])
    coordinator.wait(90)
    coordinator.become("reactivated")
    coordinator.wait(200)
    coordinator.renew(f" {coordinator.said.hopes[1]}")
    coordinator.wait(700)
    coordinator.meet(3, coordinator.said.hopes[2])
    coordinator.wait(300)
    coordinator.hold("closing", "ending-well")
    coordinator.wait(1)
    coordinator.become("closed", coordinator.said.thanks)
    reader = coordinator.library.reader
    assert (coordinator.today - BEGINS.date()).days >= 5 * 362
    workshops = reader.rows(Workshop, order="date")
    assert [one.purpose for one in workshops] == ["gathering", "launch", "renewal", "closing"]
    assert all(one.state == "closed" for one in workshops)
    told = [one.state for one in states_of(reader, coordinator.community)]
    assert told == ["paused", "reactivated", "closed"]
    assert reader.row(Community, coordinator.community).ended == coordinator.today.isoformat()
    latest, first = versions_of(reader, coordinator.community)
    assert (first.status, latest.status) == ("replaced", "agreed")
    assert latest.clauses != first.clauses
    assert library_check.check(coordinator.library.path).sound
