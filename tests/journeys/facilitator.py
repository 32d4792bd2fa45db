"""A facilitator in the room: door, notes, groups, dots, catches, roles, a clause, our word."""

from datetime import date

from PySide6.QtCore import Qt

from app.charter.clauses import clauses_of
from app.charter.versions import agreement_of, versions_of
from app.library.library import Library
from app.library.rows import Attendance, Holding, Note, Outcome, Workshop
from app.workshop.rounds import dots_round
from tests.journeys.person import CONTROL, SHIFT, Person, settle
from tests.journeys.said import Said
from ui.cockpit.cockpit import Cockpit
from ui.cockpit.door_dialog import DoorDialog
from ui.design.design_screen import DesignScreen
from ui.kinds.board import BoardCanvas
from ui.kinds.charter.canvas import CharterCanvas
from ui.kinds.roles.canvas import RolesCanvas

Key = Qt.Key


class Facilitator(Person):
    """Somebody who runs a launch, and looks into the library to see that what is shown is so."""

    said: Said

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
        place = self.cockpit.controller.state().place
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
        lines = self.cockpit.controller.state().lines
        wanted = next(at for at, one in enumerate(lines) if one.block.exercise == exercise)
        agenda = self.cockpit.side.agenda
        agenda.setFocus()
        self.press(Key.Key_Home)
        for _ in range(wanted):
            self.press(Key.Key_Down)
        self.press(Key.Key_Return)
        place = self.cockpit.controller.state().place
        assert place is not None
        assert place.running.block.exercise == exercise
        self.take_the_line()

    def enter(self) -> None:
        """Into the room; people come in at the door, and a guest."""
        self.click(self.screen(DesignScreen).start_button)
        cockpit = self.cockpit
        assert cockpit.bottom.line is self.window.focusWidget()
        self.press(Key.Key_F5)
        door = self.dialog(DoorDialog)
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
        view = canvas.zones_view.view("hopes")
        assert view is self.window.focusWidget()
        self.press(Key.Key_Home)
        self.press(Key.Key_Right, SHIFT)
        self.press(Key.Key_G, CONTROL)
        self.type(self.said.cluster)
        self.press(Key.Key_Return)
        assert canvas.zones_view.view("hopes").notes.items[0].text == self.said.cluster
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
        self.press(Key.Key_1, CONTROL)  # asked
        self.press(Key.Key_2, CONTROL)  # yes
        assert [one.role for one in self.library.reader.rows(Holding)] == [canvas.target()]
        self.press(Key.Key_Return)  # for the usual term
        self.take_the_line()
        self.press(Key.Key_Tab)
        self.type(people[1], line)
        self.press(Key.Key_Escape)
        self.press(Key.Key_Return, CONTROL)
        self.press(Key.Key_Return)
        self.press(Key.Key_Tab)
        self.keep_line(people[2])
        self.press(Key.Key_F6)
        self.press(Key.Key_3, CONTROL)  # not now
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
        assert canvas.word is not None
        word = canvas.word.panel
        self.click(word.propose)
        for stance, number in (("wholehearted", "4"), ("fine", "1"), ("reservation", "1")):
            field = word.counting.stances.boxes[stance]
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
