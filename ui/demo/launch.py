"""The sample launch, walked through the windows: home, agenda, room, wall, closing, charter; then
its renewal."""

from datetime import date

from PySide6.QtCore import Qt

from app.community.today import today_in
from app.exchange.sample import SampleMoment, import_sample
from app.exchange.sample_play import SamplePlay
from app.exchange.sample_script import SampleExercise, SampleOutcome, Script
from app.library.rows import Block, Note, Workshop
from app.resources import resources_folder
from app.workshop.notes import notes_of
from app.workshop.outcomes import Form
from app.workshop.planning import BREAK, blocks_of
from app.workshop.running import Running
from ui.application import Hearth
from ui.cockpit.cockpit import Cockpit
from ui.demo.close_workshop import close_workshop
from ui.demo.passing_time import pass_time
from ui.demo.renewal import play_renewal
from ui.demo.robot import Robot
from ui.demo.shown_room import BEFORE, WRITTEN_AFTER, open_room, picture_room
from ui.demo.typing_hands import TypingHands

CONTROL = Qt.KeyboardModifier.ControlModifier


class Launch:
    """A facilitator's day, at the speed of a machine."""

    def __init__(self, hearth: Hearth, robot: Robot, script: Script, clock: SampleMoment) -> None:
        """Play ``script`` in ``hearth`` with ``hands``, by the ``clock`` that both go by."""
        self._hearth, self._robot, self._script, self._clock = hearth, robot, script, clock
        self.community = ""
        self.workshop = ""

    def play(self) -> None:
        """From first click to charter, and to the renewal months later."""
        window, robot = self._hearth.window, self._robot
        window.resize(1440, 900)
        window.home()
        window.show()
        robot.bring_forward(window)
        robot.picture(window, "home-empty")
        self._begin()
        for name, go in (("home", window.home), ("settings", window.settings)):
            go()
            robot.picture(window, name)
        window.exercises()
        robot.picture(window, "exercises")
        for name, show in (("community", window.community), ("people", window.people)):
            show(self.community)
            robot.picture(window, name)
        window.design(self.workshop)
        robot.picture(window, "design")
        self._room()
        self._close()
        window.charter(self.community)
        robot.picture(window, "charter")
        window.community(self.community)
        robot.picture(window, "community-after")
        window.search()
        window.home()
        robot.picture(window, "home-after")
        day = self._hearth.library.reader.row(Workshop, self.workshop).date
        play_renewal(self._hearth, robot, self._clock, self.community, date.fromisoformat(day))

    def _begin(self) -> None:
        """The sample community, its launch planned for today so that the room can open."""
        hearth = self._hearth
        today = today_in(self._script.community.zone, hearth.library.moment.now())
        sample = import_sample(
            hearth.library,
            hearth.catalogue,
            resources_folder(),
            language=hearth.settings.language,
            launch=today,
        )
        self.community, self.workshop = sample.community.id, sample.workshop.id

    def _room(self) -> None:
        window, robot, library = self._hearth.window, self._robot, self._hearth.library
        self._clock.go_on(BEFORE)
        cockpit = open_room(window, self.workshop)
        cockpit.cockpit_actions.open_door()
        robot.press(cockpit.cockpit_actions.door.everyone)
        robot.picture(cockpit.cockpit_actions.door, "door")
        cockpit.cockpit_actions.door.accept()
        robot.bring_forward(window)
        row = library.reader.row(Workshop, self.workshop)
        playing = TypedPlay(self._hearth, robot, self._script, row, cockpit, self._clock)
        playing.play_room(date.fromisoformat(row.date))

    def _close(self) -> None:
        library = self._hearth.library
        row = library.reader.row(Workshop, self.workshop)
        ending = SamplePlay(library, self._script, row, lambda minutes: None)
        ending.play_ending(date.fromisoformat(row.date))
        close_workshop(self._hearth, self._robot, self.workshop)


class TypedPlay(SamplePlay):
    """The play with its notes, names and catches typed into the real capture line."""

    def __init__(
        self,
        hearth: Hearth,
        robot: Robot,
        script: Script,
        workshop: Workshop,
        cockpit: Cockpit,
        clock: SampleMoment,
    ) -> None:
        """Type into ``cockpit`` while ``clock`` goes on."""
        super().__init__(
            hearth.library, script, workshop, lambda minutes: pass_time(clock, cockpit, minutes)
        )
        self._hearth, self._robot, self._cockpit = hearth, robot, cockpit
        self._hands = TypingHands(robot, cockpit)
        self._seen: set[str] = set()

    def play_room(self, day: date) -> None:
        """Every block of the agenda, in the cockpit."""
        self.meet_people()
        blocks = blocks_of(self._library.reader, self._workshop.id)
        for number, block in enumerate(blocks):
            if number:
                self._robot.key(self._cockpit.bottom.line, Qt.Key.Key_PageDown, CONTROL)
            self._steps(block, day)

    def _steps(self, block: Block, day: date) -> None:
        """To the last step, where what was said is written down; then a picture of each kind."""
        robot, cockpit = self._robot, self._cockpit
        place = cockpit.controller.state().place
        if place is None:
            raise RuntimeError("the room did not begin")
        steps = place.part.recipe.steps
        for step in steps[:-1]:
            self.pass_minutes(step.minutes, place)
            robot.key(cockpit.bottom.line, Qt.Key.Key_PageDown)
        place = cockpit.controller.state().place or place
        if block.exercise == BREAK:
            self.pass_minutes(block.minutes, place)
            return
        last = steps[-1].minutes if steps else block.minutes
        # What was said is written down while the last step runs.
        self.pass_minutes(last * WRITTEN_AFTER, place)
        self.capture(place.running, day)
        self._take_pictures(block)
        self.pass_minutes(last * (1 - WRITTEN_AFTER), place)

    def _take_pictures(self, block: Block) -> None:
        robot, cockpit = self._robot, self._cockpit
        cockpit.show_time()
        robot.settle()
        if block.kind not in self._seen or block.exercise in ("questions-we-hold", "our-word"):
            self._seen.add(block.kind)
            picture_room(robot, self._hearth.window, cockpit, block)
        if block.exercise == "hopes-and-fears":
            cockpit.toggle_stand_back()
            robot.picture(self._hearth.window, "stand-back")
            cockpit.toggle_stand_back()

    def keep_notes(
        self, running: Running, exercise: str, gathered: SampleExercise
    ) -> dict[str, list[Note]]:
        """Type every note into its zone."""
        kept: dict[str, list[Note]] = {}
        for zone, notes in gathered.notes.items():
            self._hands.go_to(zone)
            for note in notes:
                self._hands.enter(note.text)
            found = notes_of(self._library.reader, running.run.id)
            kept[zone] = [note for note in found if note.zone == zone]
        return kept

    def catch_outcome(self, running: Running, form: Form, outcome: SampleOutcome) -> None:
        """Type it, and press its key."""
        self._hands.catch(form, outcome.text)
