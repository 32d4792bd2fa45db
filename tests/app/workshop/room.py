"""A launch under way: its library, its clock, and the shortest ways to what happens in the room."""

from dataclasses import dataclass

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Block, Community, Workshop
from app.workshop.agenda_order import blocks_of
from app.workshop.clock import Reading, read_clock, start_step_clock
from app.workshop.running import Place, Running, enter_block, enter_step, place_of
from tests.app.community.village import StandingClock
from tests.app.workshop.plans import WHOLE_DAY, planned


@dataclass
class Room:
    """The workshop, and whoever moves through it."""

    library: Library
    workshop: Workshop

    @property
    def clock(self) -> StandingClock:
        """The clock on the wall."""
        assert isinstance(self.library.moment, StandingClock)
        return self.library.moment

    def community(self) -> Community:
        """Whose workshop it is."""
        return self.library.reader.row(Community, self.workshop.community)

    def blocks(self) -> list[Block]:
        """The agenda."""
        return blocks_of(self.library.reader, self.workshop.id)

    def block(self, exercise: str) -> Block:
        """The block of an exercise."""
        return next(one for one in self.blocks() if one.exercise == exercise)

    def enter(self, exercise: str, *, again: bool = False) -> Place:
        """Go to a block, its clock running."""
        place = enter_block(self.library, self.workshop, self.block(exercise), again=again)
        start_step_clock(self.library, place)
        return place

    def step(self, number: int) -> Place:
        """Go to a step of the block, its clock running."""
        place = enter_step(self.library, self.place(), number)
        start_step_clock(self.library, place)
        return place

    def place(self) -> Place:
        """Where the room stands."""
        found = place_of(self.library.reader, self.workshop.id)
        assert found is not None
        return found

    def running(self) -> Running:
        """The run it stands in."""
        return self.place().running

    def left(self) -> int:
        """Seconds left on the clock."""
        return self.reading().left

    def reading(self) -> Reading:
        """What the clock shows."""
        found = read_clock(self.library, self.place())
        assert found is not None
        return found

    def row(self) -> Workshop:
        """The workshop as it now is."""
        return self.library.reader.row(Workshop, self.workshop.id)


def make_room(library: Library, catalogue: Catalogue) -> Room:
    """A launch of a whole day, planned and not begun."""
    return Room(library, planned(library, catalogue, agenda=WHOLE_DAY)[1])
