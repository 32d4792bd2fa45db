"""From an empty home to a charter on paper: the whole path, in the real windows, by hand.

Only keys, clicks and what is to be seen. The library is read to see that what was shown is so.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.community.today import today_of
from app.library import library_check
from app.library.rows import (
    Community,
    Gathering,
    Membership,
    Outcome,
)
from app.workshop.planning import blocks_of
from tests.app.workshop.plans import WHOLE_DAY
from tests.journeys.facilitator import Facilitator, Key
from tests.journeys.person import CONTROL, wait_for
from tests.journeys.said import SAID
from tests.ui.opened import opened
from ui.closing.closing_screen import ClosingScreen
from ui.closing.meeting_card import MeetingDialog
from ui.cockpit.cockpit import Cockpit
from ui.community.community_dialog import CommunityDialog
from ui.community.community_screen import CommunityScreen
from ui.community.paste_dialog import PasteDialog
from ui.community.people_screen import PeopleScreen
from ui.community.plan_dialog import PlanDialog
from ui.design.agenda_dialogs import OwnBlockDialog
from ui.design.design_screen import DesignScreen
from ui.home.home_screen import HomeScreen

# The names that are offered while one types stand in a popup, which grabs the keyboard elsewhere.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


class Launch(Facilitator):
    """A facilitator who begins with nothing and leaves with a charter."""

    def found(self) -> None:
        """An empty home says what to do; a community is founded."""
        self.window.home()
        home = self.screen(HomeScreen)
        self.click(home.first_button)
        asked = self.dialog(CommunityDialog)
        self.click(asked.keep_button)
        assert asked.isVisible(), "a community needs a name"
        self.fill(asked.form, "name", self.said.community)
        self.fill(asked.form, "sentence", self.said.sentence)
        self.fill(asked.form, "zone", "America/Montreal")
        self.press(Key.Key_Return, CONTROL)
        page = self.screen(CommunityScreen)
        assert page.header.title.text() == self.said.community

    def gather_people(self) -> None:
        """People are pasted as lines, one of them twice."""
        self.press(Key.Key_M, CONTROL)
        people = self.screen(PeopleScreen)
        self.click(people.paste_button)
        asked = self.dialog(PasteDialog)
        self.paste("\n".join((*self.said.people, self.said.people[0], "")), asked.text)
        wait_for(lambda: asked.keep_button.isEnabled())
        self.click(asked.keep_button)
        assert people.model.rowCount() == len(self.said.people)
        assert self.library.reader.count(Membership) == len(self.said.people)
        self.click(people.header.crumb)

    def plan(self, day: date) -> None:
        """A launch of a whole charter, on a day."""
        self.screen(CommunityScreen)
        self.press(Key.Key_Return, CONTROL)
        asked = self.dialog(PlanDialog)
        self.fill(asked.form, "date", day)
        self.fill(asked.form, "place", self.said.place)
        planned = self.house.hearth.catalogue.agenda(WHOLE_DAY)
        self.fill(asked.form, "minutes", str(planned.minutes))
        assert asked.choice.choose(planned.id)
        self.click(asked.keep_button)
        self.screen(DesignScreen)
        workshop = self.workshop
        assert (workshop.date, workshop.place) == (day.isoformat(), self.said.place)
        assert len(blocks_of(self.library.reader, workshop.id)) == len(planned.blocks)

    def design(self) -> None:
        """Moved, given other minutes, added, removed and brought back, all by keys."""
        design = self.screen(DesignScreen)
        before = [block.id for block in blocks_of(self.library.reader, self.workshop.id)]
        design.list.setFocus()
        self.press(Key.Key_Home)
        self.press(Key.Key_Down, CONTROL)
        after = [block.id for block in blocks_of(self.library.reader, self.workshop.id)]
        assert after[:2] == [before[1], before[0]]
        self.press(Key.Key_Z, CONTROL)
        self.press(Key.Key_Home)
        self.press(Key.Key_1)
        self.type("0")
        self.press(Key.Key_Return)
        blocks = blocks_of(self.library.reader, self.workshop.id)
        assert [block.id for block in blocks] == before
        assert blocks[0].minutes == 10
        self.press(Key.Key_Minus)
        assert blocks_of(self.library.reader, self.workshop.id)[0].minutes == 5
        self.press(Key.Key_Insert)
        own = self.dialog(OwnBlockDialog)
        self.type(self.said.own_block, own.form.field_widget("title"))
        self.click(own.keep_button)
        blocks = blocks_of(self.library.reader, self.workshop.id)
        assert blocks[1].title == self.said.own_block
        design.list.setFocus()
        self.press(Key.Key_Delete)
        assert len(blocks_of(self.library.reader, self.workshop.id)) == len(before)
        self.press(Key.Key_Z, CONTROL)
        assert len(blocks_of(self.library.reader, self.workshop.id)) == len(before) + 1
        self.press(Key.Key_Y, CONTROL)
        assert len(blocks_of(self.library.reader, self.workshop.id)) == len(before)

    def close(self, due: date, next_day: date) -> None:
        """Read back; an owner and a date; the next meeting; thanks; closed."""
        self.take_the_line()
        while isinstance(self.window.screen_shown, Cockpit):
            self.press(Key.Key_PageDown)
        closing = self.screen(ClosingScreen)
        (line,) = closing.cards["action"].lines
        owned = line.owner_and_due
        assert owned is not None
        self.type(self.said.people[3], owned.owner)
        self.press(Key.Key_Escape)
        self.press(Key.Key_Tab)
        self.type_date(owned.due, due)
        self.press(Key.Key_Tab)
        (action,) = self.library.reader.rows(Outcome, form="action")
        assert (action.owner_name, action.due) == (self.said.people[3], due.isoformat())
        assert action.owner is not None
        self.click(closing.meeting.button)
        asked = self.dialog(MeetingDialog)
        self.fill(asked.form, "date", next_day)
        self.click(asked.keep_button)
        (meeting,) = self.library.reader.rows(Gathering)
        assert meeting.date == next_day.isoformat()
        self.type(self.said.thanks, closing.thanks.field)
        self.click(closing.close_button)
        workshop = self.workshop
        assert workshop.state == "closed"
        assert workshop.thanks == self.said.thanks
        assert self.says() == self.words("closing.closed")


@pytest.fixture(params=["en", "fr"])
def launch(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Launch]:
    """A facilitator at an empty library, in each language."""
    language = str(request.param)
    with opened(qapp, tmp_path, language=language) as house:
        facilitator = Launch(house, language)
        facilitator.said = SAID[language]
        yield facilitator


def test_from_an_empty_home_to_a_closed_launch(launch: Launch) -> None:
    """The whole path in one go."""
    launch.found()
    (community,) = launch.library.reader.rows(Community)
    today = today_of(launch.library, community.id)
    launch.gather_people()
    launch.plan(today)
    launch.design()
    launch.enter()
    launch.talk()
    launch.board()
    launch.catch()
    launch.give_roles()
    launch.draft()
    launch.give_our_word(today + timedelta(days=180))
    launch.close(today + timedelta(days=10), today + timedelta(days=28))
    launch.window.home()
    home = launch.screen(HomeScreen)
    assert home.model.rowCount() == 1
    assert library_check.check(launch.library.path).sound
    assert launch.library.reader.count(Community) == 1
