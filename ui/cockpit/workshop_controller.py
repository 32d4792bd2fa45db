"""Carries out what a facilitator does in a running workshop; no widgets."""

from app.library.rows import Block
from app.library.trouble import Trouble
from app.workshop import clock, running
from app.workshop.closing import was_run
from app.workshop.outcomes import Form, catch_lines
from app.workshop.running import Place
from app.workshop.starting import take_start_back
from ui.cockpit.cockpit_state import CockpitState, read_state
from ui.world import World


class WorkshopController:
    """Acts on one running workshop. Every method reads anew where the room stands."""

    def __init__(self, world: World, workshop: str) -> None:
        """Drive ``workshop`` (its id)."""
        self._world = world
        self._library = world.library
        self.workshop = workshop

    def state(self) -> CockpitState:
        """The state of the workshop now."""
        return read_state(self._library, self.workshop)

    def open(self) -> bool:
        """Begin, or go on where it stopped. True when silent time was taken off the clock."""
        moment = self.state()
        if moment.workshop.state == "closed" or not moment.lines:
            return False
        if moment.place is None or moment.place.part.run.ended is not None:
            self._library.moment.agree()  # nothing is being measured yet
        place = running.start(self._library, moment.workshop)
        if place is None:
            return False
        woken = clock.wake(self._library, place)
        clock.start_step_clock(self._library, place)
        self.record_heartbeat()
        return woken

    def take_start_back(self) -> None:
        """Have the workshop not begun after all. Raises Trouble once something was written down."""
        take_start_back(self._library, self.state().workshop)

    def record_heartbeat(self) -> None:
        """Record that the workshop is on screen now; on a full disk the next call tries again."""
        moment = self.state()
        if moment.workshop.state == "running":
            running.record_heartbeat(self._library, moment.workshop)

    def enter_block(self, block: Block, *, again: bool = False) -> None:
        """Go to a block."""
        place = running.enter_block(self._library, self.state().workshop, block, again=again)
        self._start_clock(place)

    def enter_step(self, by: int) -> None:
        """To the next step (1) or the one before (-1), and over the block's edge."""
        moment = self.state()
        place = moment.place
        if place is None:
            return
        to = place.step + by
        if 0 <= to < len(place.part.recipe.steps):
            self._start_clock(running.enter_step(self._library, place, to))
            return
        self.enter_neighbour(by)

    def enter_neighbour(self, by: int) -> None:
        """To the next block (1) or the one before (-1)."""
        block = self.state().neighbour(by)
        if block is not None:
            self.enter_block(block)

    def is_last(self) -> bool:
        """Whether the room is at the last step of the last block."""
        moment = self.state()
        place = moment.place
        if place is None:
            return False
        return place.step >= len(place.part.recipe.steps) - 1 and moment.neighbour(1) is None

    def read_clock(self, moment: CockpitState) -> clock.Reading | None:
        """What the clock shows; None where all is over, and what is typed in takes its time."""
        if moment.place is None or moment.workshop.state == "closed":
            return None
        return clock.read_clock(self._library, moment.place)

    def toggle_clock(self) -> None:
        """Hold the clock, or let it run on."""
        place, state = self._place(), self.read_clock(self.state())
        if state is None:
            return
        if state.runs:
            clock.pause(self._library, place)
        else:
            clock.resume(self._library, place)

    def add_minute(self) -> None:
        """One minute more."""
        clock.add_time(self._library, self._place(), 60)

    def set_clock(self, minutes: int) -> None:
        """Set the clock to any length and let it run."""
        clock.set_clock(self._library, self._place(), minutes * 60)

    def set_right(self, seconds: int) -> None:
        """Have so many seconds of the step gone by, by the machine's clock as it now is."""
        clock.set_right(self._library, self._place(), seconds)

    def remember_zone(self, zone: str) -> None:
        """Remember where the next line goes, for the wall and for after a crash."""
        place = self._place()
        if place.zone != zone:
            running.enter_zone(self._library, place, zone)

    def catch(self, form: Form, text: str) -> None:
        """Keep decisions, actions or parked things, one a line. Raises Trouble."""
        moment = self.state()
        run = moment.place.running.run.id if moment.place else None
        catch_lines(self._library, moment.workshop, form, text, run=run)

    def began(self) -> bool:
        """Whether any block has begun."""
        return was_run(self._library.reader, self.workshop)

    def _start_clock(self, place: Place) -> None:
        """Let the step's clock run; where all is over there is none."""
        if place.running.workshop.state != "closed":
            clock.start_step_clock(self._library, place)

    def _place(self) -> Place:
        place = self.state().place
        if place is None:
            raise Trouble("room-not-begun")
        return place
