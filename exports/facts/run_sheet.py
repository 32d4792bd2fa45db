"""The facts of an agenda: its days, and what stands in them from when to when."""

from datetime import date

import msgspec

from app.catalogue.recipe import Recipe
from app.library.audience import AUDIENCES, may_read
from app.library.reader import Reader
from app.library.rows import Block, Community, Workshop
from app.workshop.agenda import Layout
from app.workshop.planning import BREAK, layouts, recipe_of
from exports.facts.workshop import WorkshopFacts, read_workshop


class SlotFacts(msgspec.Struct, frozen=True):
    """A block and when it starts, in minutes since midnight; its length in minutes."""

    block: Block
    recipe: Recipe
    starts: int
    minutes: int

    @property
    def is_break(self) -> bool:
        """Whether it is a break."""
        return self.block.exercise == BREAK


class DayFacts(msgspec.Struct, frozen=True):
    """A session: its day and place, the time there is (minutes since midnight), its blocks."""

    day: date
    place: str
    starts: int
    ends: int
    slots: tuple[SlotFacts, ...]


class RunSheetFacts(msgspec.Struct, frozen=True):
    """An agenda for an audience; ``whole`` for whoever runs it, with the remarks meant for them."""

    workshop: WorkshopFacts
    days: tuple[DayFacts, ...]
    whole: bool

    @property
    def exercises(self) -> list[SlotFacts]:
        """Every slot that is not a break, in order."""
        return [slot for one in self.days for slot in one.slots if not slot.is_break]


def read_run_sheet(reader: Reader, workshop: str, audience: str) -> RunSheetFacts:
    """An agenda for an audience. Raises KeyError for a workshop there is not.

    Blocks that the audience may not read are left out; the times of the others stay as they are.
    """
    row = reader.row(Workshop, workshop)
    community = reader.row(Community, row.community)
    return RunSheetFacts(
        workshop=read_workshop(row, community),
        days=tuple(_day(one, row, audience) for one in layouts(reader, workshop)),
        whole=audience == AUDIENCES[0],
    )


def _day(plan: Layout, workshop: Workshop, audience: str) -> DayFacts:
    session = plan.session
    return DayFacts(
        day=date.fromisoformat(session.date),
        place=session.place or workshop.place,
        starts=session.starts,
        ends=plan.limit,
        slots=tuple(
            SlotFacts(one.block, recipe_of(one.block), one.starts, one.block.minutes)
            for one in plan.slots
            if may_read(one.block.audience, audience)
        ),
    )
