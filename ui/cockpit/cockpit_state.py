"""What the cockpit shows of the running workshop, read again after each change; no widgets."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.reading_pages import entry_key
from app.library.library import Library
from app.library.rows import Block, Workshop
from app.workshop.agenda import Layout, Pace
from app.workshop.course import AgendaEntry, Course, course_of, entries, real_starts
from app.workshop.planning import layouts
from app.workshop.running import Place, place_of


class CockpitState(msgspec.Struct, frozen=True):
    """Everything the cockpit shows besides the canvas, at one instant."""

    workshop: Workshop
    place: Place | None
    lines: tuple[AgendaEntry, ...]
    layouts: tuple[Layout, ...]
    course: Course | None

    def line_of(self, block: str) -> AgendaEntry | None:
        """The agenda line of a block."""
        return next((line for line in self.lines if line.block.id == block), None)

    @property
    def pace(self) -> Pace | None:
        """Ahead or behind by the real time of day; None before the first block and on other
        days."""
        return self.course.pace if self.course is not None else None

    @property
    def ends(self) -> int:
        """The minute when the current block ends if it takes its time; 0 before the first."""
        if self.place is None:
            return 0
        block = self.place.part.block
        line = self.line_of(block.id)
        began = 0 if line is None else line.planned if line.real is None else line.real
        return began + block.minutes

    def neighbour(self, by: int) -> Block | None:
        """The block after (1) or before (-1) the current one, in the agenda's order."""
        blocks = [line.block for line in self.lines]
        if self.place is None:
            return blocks[0] if blocks and by > 0 else None
        here = next((at for at, one in enumerate(blocks) if one.id == self.place.part.block.id), -1)
        to = here + by
        return blocks[to] if 0 <= to < len(blocks) else None


def read_state(library: Library, workshop: str) -> CockpitState:
    """Where a workshop stands now."""
    reader = library.reader
    row = reader.row(Workshop, workshop)
    place = place_of(reader, workshop)
    real = real_starts(library, row, place)
    plans = tuple(layouts(reader, workshop))
    course = course_of(library, row, place, plans, real)
    return CockpitState(row, place, entries(plans, place, real, course), plans, course)


def page_of(catalogue: Catalogue, state: CockpitState) -> str:
    """The key of the page of the charter section that the exercise in the room feeds; or empty."""
    block = state.place.part.block if state.place is not None else None
    exercise = catalogue.find_exercise(block.exercise or "") if block is not None else None
    return entry_key("section", exercise.sections[0]) if exercise and exercise.sections else ""
