"""From an empty home to a charter on paper: the whole path, in the real windows, by hand.

Only keys, clicks and what is to be seen. The library is read to see that what was shown is so.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.charter.clauses import clauses_of
from app.charter.versions import agreement_of, versions_of
from app.library import checking
from app.library.library import Library
from app.library.rows import (
    Attendance,
    Community,
    Gathering,
    Holding,
    Membership,
    Note,
    Outcome,
    Workshop,
)
from app.workshop.planning import blocks_of
from app.workshop.rounds import dots_round
from tests.journeys.person import CONTROL, SHIFT, Person, settle, wait_for
from tests.journeys.said import SAID, Said
from tests.ui.opened import opened
from ui.closing.closing import ClosingScreen
from ui.closing.meeting import AskMeeting
from ui.community.community import CommunityScreen
from ui.community.edit import EditCommunity
from ui.community.paste import PastePeople
from ui.community.people import PeopleScreen
from ui.community.plan import PlanWorkshop
from ui.design.asking import AskOwn
from ui.design.design import DesignScreen
from ui.home.home import HomeScreen
from ui.kinds.board import BoardCanvas
from ui.kinds.charter.canvas import CharterCanvas
from ui.kinds.roles.canvas import RolesCanvas
from ui.room.cockpit import Cockpit
from ui.room.door import Door

# The names that are offered while one types stand in a popup, which grabs the keyboard elsewhere.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

Key = Qt.Key


class Launch(Person):
    """A facilitator who begins with nothing and leaves with a charter."""

    said: Said

    def found(self) -> None:
        """An empty home says what to do; a community is founded."""
        self.window.home()
        home = self.screen(HomeScreen)
        self.click(home.first_button)
        asked = self.dialog(EditCommunity)
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
        asked = self.dialog(PastePeople)
        self.paste("\n".join((*self.said.people, self.said.people[0], "")), asked.text)
        wait_for(lambda: asked.keep_button.isEnabled())
        self.click(asked.keep_button)
        assert people.model.rowCount() == len(self.said.people)
        assert self.library.reader.count(Membership) == len(self.said.people)
        self.click(people.header.crumb)

    def plan(self, day: date) -> None:
        """The half-day launch, on a day."""
        self.screen(CommunityScreen)
        self.press(Key.Key_Return, CONTROL)
        asked = self.dialog(PlanWorkshop)
        self.fill(asked.form, "date", day)
        self.fill(asked.form, "place", self.said.place)
        self.click(asked.keep_button)
        self.screen(DesignScreen)
        workshop = self.workshop
        assert (workshop.date, workshop.place) == (day.isoformat(), self.said.place)
        assert len(blocks_of(self.library.reader, workshop.id)) == 13

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
        own = self.dialog(AskOwn)
        self.type(self.said.own_block, own.form.field_widget("title"))
        self.click(own.keep_button)
        blocks = blocks_of(self.library.reader, self.workshop.id)
        assert blocks[1].title == self.said.own_block
        design.list.setFocus()
        self.press(Key.Key_Delete)
        assert len(blocks_of(self.library.reader, self.workshop.id)) == 13
        self.press(Key.Key_Z, CONTROL)
        assert len(blocks_of(self.library.reader, self.workshop.id)) == 14
        self.press(Key.Key_Y, CONTROL)
        assert len(blocks_of(self.library.reader, self.workshop.id)) == 13

    def enter(self) -> None:
        """Into the room; people come in at the door, and a guest."""
        self.click(self.screen(DesignScreen).start_button)
        cockpit = self.cockpit
        assert cockpit.bottom.line is self.window.focusWidget()
        self.press(Key.Key_F5)
        door = self.dialog(Door)
        self.click(door.everyone)
        self.type(self.said.guest, door.name)
        self.click(door.guest)
        self.click(door.done_button)
        self.take_the_line()
        assert self.library.reader.count(Attendance, state="present") == len(self.said.people)
        assert self.library.reader.count(Attendance, state="guest") == 1
        here = len(self.said.people) + 1
        assert cockpit.bottom.people.text() == self.words("room.people", n=here)

    def talk(self) -> None:
        """Notes in the first block; lines pasted at once."""
        line = self.cockpit.bottom.line
        self.type(self.said.agreed[0], line)
        self.press(Key.Key_Return)
        self.paste("\n".join(f"• {one}" for one in self.said.agreed[1:]) + "\n\n", line)
        if line.text():
            self.press(Key.Key_Return)
        assert self.notes == list(self.said.agreed)
        assert line is self.window.focusWidget()

    def board(self) -> None:
        """Hopes and fears: two zones, a group, dots counted and shown."""
        self.go_to("hopes-and-fears")
        canvas = self.cockpit.canvas
        assert isinstance(canvas, BoardCanvas)
        for hope in self.said.hopes:
            self.keep_line(hope)
        self.press(Key.Key_Tab)
        for fear in self.said.fears:
            self.keep_line(fear)
        assert self.in_zone("hopes") == list(self.said.hopes)
        assert self.in_zone("fears") == list(self.said.fears)
        self.press(Key.Key_Tab)
        self.press(Key.Key_F6)
        view = canvas.desk.view("hopes")
        assert view is self.window.focusWidget()
        self.press(Key.Key_Home)
        self.press(Key.Key_Right, SHIFT)
        self.press(Key.Key_G, CONTROL)
        self.type(self.said.cluster)
        self.press(Key.Key_Return)
        assert canvas.desk.view("hopes").notes.items[0].text == self.said.cluster
        self.press(Key.Key_B, CONTROL)
        view.setFocus()
        self.press(Key.Key_End)
        self.type("5")
        running = self.running
        count = dots_round(self.library.reader, running)
        assert count is not None
        assert count.total == 5
        assert count.round.closed is None
        self.press(Key.Key_B, CONTROL)
        count = dots_round(self.library.reader, running)
        assert count is not None
        assert count.shown
        self.take_the_line()

    def catch(self) -> None:
        """A decision, an action, a parked thing, from anywhere."""
        line = self.cockpit.bottom.line
        for text, key in (
            (self.said.decision, Key.Key_D),
            (self.said.action, Key.Key_T),
            (self.said.parked, Key.Key_P),
        ):
            self.type(text, line)
            self.press(key, CONTROL)
        found = self.library.reader.rows(Outcome, order="position")
        assert [one.text for one in found] == [
            self.said.decision,
            self.said.action,
            self.said.parked,
        ]
        assert line.text() == ""

    def give_roles(self) -> None:
        """One is named, asked, says yes; one agrees at once; one says not now."""
        self.go_to("who-tends-what")
        canvas = self.cockpit.canvas
        assert isinstance(canvas, RolesCanvas)
        line, people = self.cockpit.bottom.line, self.said.people
        self.keep_line(people[0])
        assert self.library.reader.count(Holding) == 0, "nobody holds a role before a yes"
        self.press(Key.Key_F6)
        letters = self.words("kinds.roles.letters").lower()
        self.type(letters[0])  # asked
        self.type(letters[1])  # yes
        assert [one.role for one in self.library.reader.rows(Holding)] == [canvas.target()]
        self.take_the_line()
        self.press(Key.Key_Tab)
        self.type(people[1], line)
        self.press(Key.Key_Escape)
        self.press(Key.Key_Return, CONTROL)
        self.press(Key.Key_Tab)
        self.keep_line(people[2])
        self.press(Key.Key_F6)
        self.type(letters[2])  # not now
        self.take_the_line()
        assert self.library.reader.count(Holding) == 2

    def draft(self) -> None:
        """A clause of the charter is drafted, from a note."""
        self.go_to("what-we-take-care-of")
        canvas = self.cockpit.canvas
        assert isinstance(canvas, CharterCanvas)
        self.keep_line(self.said.purpose)
        (clause,) = clauses_of(self.library.reader, self.workshop.community)
        assert (clause.section, clause.text) == ("purpose", self.said.purpose)

    def give_our_word(self, until: date) -> None:
        """The version is proposed, five counts, a reservation, and agreed until a date."""
        self.go_to("our-word")
        canvas = self.cockpit.canvas
        assert isinstance(canvas, CharterCanvas)
        word = canvas.word
        assert word is not None
        self.click(word.propose)
        for stance, number in (("wholehearted", "4"), ("fine", "1"), ("reservation", "1")):
            field = word.counts.fields[stance]
            field.setFocus()
            field.selectAll()
            self.type(number, field)
        self.take_the_line()
        self.keep_line(self.said.reservation)
        self.type_date(word.until, until)
        self.click(word.agree)
        (version,) = versions_of(self.library.reader, self.workshop.community)
        assert (version.number, version.status) == (1, "agreed")
        assert version.until == until.isoformat()
        agreement = agreement_of(self.library.reader, version.id)
        assert agreement is not None
        assert [one.text for one in agreement.reservations] == [self.said.reservation]
        assert {key: n for key, n in agreement.counts.items() if n} == {
            "wholehearted": 4,
            "fine": 1,
            "reservation": 1,
        }

    def close(self, due: date, next_day: date) -> None:
        """Read back; an owner and a date; the next meeting; thanks; closed."""
        self.take_the_line()
        while isinstance(self.window.screen_shown, Cockpit):
            self.press(Key.Key_PageDown)
        closing = self.screen(ClosingScreen)
        (line,) = closing.cards["action"].lines
        owned = line.owned
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
        asked = self.dialog(AskMeeting)
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

    # What they have in hand

    @property
    def library(self) -> Library:
        """The library, to see that what is shown is so."""
        return self.house.hearth.library

    @property
    def workshop(self) -> Workshop:
        """The launch."""
        (row,) = self.library.reader.rows(Workshop)
        return row

    @property
    def cockpit(self) -> Cockpit:
        """The cockpit they sit at."""
        return self.screen(Cockpit)

    @property
    def running(self) -> str:
        """Id of the run they are in."""
        place = self.cockpit.driver.moment().place
        assert place is not None
        return place.running.run.id

    @property
    def notes(self) -> list[str]:
        """The notes of this run."""
        rows = self.library.reader.rows(Note, order="position", run=self.running)
        return [note.text for note in rows]

    def in_zone(self, zone: str) -> list[str]:
        """The notes of a zone of this run."""
        rows = self.library.reader.rows(Note, order="position", run=self.running, zone=zone)
        return [note.text for note in rows]

    def keep_line(self, text: str) -> None:
        """Type into the capture line and Enter."""
        line = self.cockpit.bottom.line
        self.type(text, line)
        popup = line.completer().popup() if line.completer() is not None else None
        if popup is not None:
            popup.hide()
        self.press(Key.Key_Return)
        assert line.text() == ""

    def take_the_line(self) -> None:
        """Back to the capture line."""
        settle()
        if self.window.focusWidget() is not self.cockpit.bottom.line:
            self.press(Key.Key_F6)
        assert self.window.focusWidget() is self.cockpit.bottom.line

    def go_to(self, exercise: str) -> None:
        """To the block of an exercise, in the cockpit's agenda: with the arrows and Enter."""
        lines = self.cockpit.driver.moment().lines
        wanted = next(at for at, one in enumerate(lines) if one.block.exercise == exercise)
        agenda = self.cockpit.side.agenda
        agenda.setFocus()
        self.press(Key.Key_Home)
        for _ in range(wanted):
            self.press(Key.Key_Down)
        self.press(Key.Key_Return)
        place = self.cockpit.driver.moment().place
        assert place is not None
        assert place.running.block.exercise == exercise
        self.take_the_line()


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
    today = launch.library.moment.now().date()
    launch.found()
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
    assert checking.check(launch.library.path).sound
    assert launch.library.reader.count(Community) == 1
