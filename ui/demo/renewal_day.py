"""A renewal of the sample, walked through the windows: home, charter, agenda, room, wall, closing.

What went before it (the first table, the launch, the years between) is there when it begins.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt

from app.exchange.renewal_play import RenewalPlay, plan_renewal
from app.exchange.renewal_script import PlacedNote, Renewal
from app.exchange.sample import SampleMoment
from app.exchange.sample_script import minute_of
from app.exchange.sample_years import Eve
from app.library.rows import Block, Community, Note, Outcome, Workshop
from app.workshop.notes import notes_of
from app.workshop.outcomes import Form, outcomes_of
from app.workshop.planning import BREAK, blocks_of
from app.workshop.running import Running
from ui.application import Hearth
from ui.cockpit.cockpit import Cockpit
from ui.demo.close_workshop import close_workshop
from ui.demo.passing_time import pass_time
from ui.demo.robot import Robot
from ui.demo.shown_room import BEFORE, WRITTEN_AFTER, open_room, picture_room
from ui.demo.typing_hands import TypingHands

CONTROL = Qt.KeyboardModifier.ControlModifier


class RenewalDay:
    """The day of a renewal, at the speed of a machine."""

    def __init__(
        self,
        hearth: Hearth,
        robot: Robot,
        script: Renewal,
        eve: Eve,
        clock: SampleMoment,
    ) -> None:
        """Play ``script`` in ``hearth``, which holds the years until its ``eve``."""
        self._hearth, self._robot, self._script, self._clock = hearth, robot, script, clock
        self._launch = eve.launch
        self.community = eve.community
        self.workshop = ""

    def play(self) -> None:
        """From the eve of the renewal to the charter that came of it."""
        window, robot = self._hearth.window, self._robot
        window.resize(1440, 900)
        window.home()
        window.show()
        robot.bring_forward(window)
        robot.picture(window, "home")
        for name, show in (
            ("community", window.community),
            ("people", window.people),
            ("charter-before", window.charter),
        ):
            show(self.community)
            robot.picture(window, name)
        self._plan()
        self._room()
        close_workshop(self._hearth, self._robot, self.workshop)
        for name, show in (
            ("charter", window.charter),
            ("community-renewed", window.community),
        ):
            show(self.community)
            robot.picture(window, name)
        window.home()
        robot.picture(window, "home-after")

    def _plan(self) -> None:
        hearth = self._hearth
        row = hearth.library.reader.row(Community, self.community)
        workshop = plan_renewal(hearth.library, hearth.catalogue, self._script, row, self._launch)
        self.workshop = workshop.id
        hearth.window.design(workshop.id)
        self._robot.picture(hearth.window, "design")
        hearth.window.home()
        day = date.fromisoformat(workshop.date)
        starts = timedelta(minutes=minute_of(self._script.workshop.starts) - BEFORE)
        self._clock.go_to(datetime.combine(day, time(), ZoneInfo(workshop.zone)) + starts)

    def _room(self) -> None:
        window, robot, library = self._hearth.window, self._robot, self._hearth.library
        cockpit = open_room(window, self.workshop)
        row = library.reader.row(Workshop, self.workshop)
        playing = TypedRenewal(self._hearth, robot, self._script, row, cockpit, self._clock)
        playing.open_door()
        cockpit.cockpit_actions.open_door()
        robot.picture(cockpit.cockpit_actions.door, "door")
        cockpit.cockpit_actions.door.accept()
        robot.bring_forward(window)
        pass_time(self._clock, cockpit, BEFORE)
        playing.play_room()
        playing.say_at_the_end()


class TypedRenewal(RenewalPlay):
    """The play with its notes and outcomes typed into the real capture line."""

    def __init__(
        self,
        hearth: Hearth,
        robot: Robot,
        script: Renewal,
        workshop: Workshop,
        cockpit: Cockpit,
        clock: SampleMoment,
    ) -> None:
        """Type into ``cockpit`` while ``clock`` goes on."""
        super().__init__(
            hearth.library,
            hearth.catalogue,
            script,
            workshop,
            lambda minutes: pass_time(clock, cockpit, minutes),
        )
        self._hearth, self._robot, self._cockpit = hearth, robot, cockpit
        self._hands = TypingHands(robot, cockpit)

    def play_room(self) -> None:
        """Every block of the agenda, in the cockpit."""
        for number, block in enumerate(blocks_of(self._library.reader, self._workshop.id)):
            if number:
                self._robot.key(self._cockpit.bottom.line, Qt.Key.Key_PageDown, CONTROL)
            self._steps(block)

    def _steps(self, block: Block) -> None:
        """To the last step, where what was said is written down; then its pictures."""
        robot, cockpit = self._robot, self._cockpit
        place = cockpit.controller.state().place
        if place is None:
            raise RuntimeError("the room did not begin")
        steps = place.part.recipe.steps
        for step in steps[:-1]:
            self._later(step.minutes)
            robot.key(cockpit.bottom.line, Qt.Key.Key_PageDown)
        if block.exercise == BREAK:
            self._later(block.minutes)
            return
        place = cockpit.controller.state().place or place
        last = steps[-1].minutes if steps else block.minutes
        self._later(last * WRITTEN_AFTER)
        self.capture(place.running)
        self._take_pictures(block)
        self._later(last * (1 - WRITTEN_AFTER))

    def _take_pictures(self, block: Block) -> None:
        robot, cockpit = self._robot, self._cockpit
        cockpit.show_time()
        robot.settle()
        picture_room(robot, self._hearth.window, cockpit, block)

    def write_note(self, running: Running, zone: str, said: PlacedNote) -> Note:
        """Type a note into its zone, where the room's line leads there."""
        if not self._hands.go_to(zone):
            return super().write_note(running, zone, said)
        reader, run = self._library.reader, running.run.id
        before = {note.id for note in notes_of(reader, run)}
        self._hands.enter(said.text)
        (note,) = [one for one in notes_of(reader, run) if one.id not in before]
        return note

    def catch_outcome(self, running: Running, form: Form, text: str) -> Outcome:
        """Type it, and press its key."""
        self._hands.catch(form, text)
        return outcomes_of(self._library.reader, self._workshop.id, form)[-1]
