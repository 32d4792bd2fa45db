"""The facts of an agenda: its days, and what stands in them from when to when."""

from datetime import date, timedelta

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.library.audience import AUDIENCES, may_read
from app.library.reader import Reader
from app.library.rows import Block, Community, RoomGroup, Workshop
from app.workshop.agenda import DAY, Layout, Slot
from app.workshop.planning import BREAK, layouts, recipe_of
from app.workshop.titles import told_block
from exports.facts.workshop import WorkshopFacts, read_workshop


class SlotFacts(msgspec.Struct, frozen=True):
    """A block and when it starts, in minutes since the midnight of its session's day; ``day`` is
    the day it starts on, ``minutes`` its length, ``group`` the name of who is in it alone."""

    block: Block
    recipe: Recipe
    starts: int
    minutes: int
    day: date
    group: str = ""

    @property
    def is_break(self) -> bool:
        """Whether it is a break."""
        return self.block.exercise == BREAK


class DayFacts(msgspec.Struct, frozen=True):
    """A session: its day and place, the time there is (minutes since midnight), its blocks;
    ``hidden`` are those its readers do not get."""

    day: date
    place: str
    starts: int
    ends: int
    slots: tuple[SlotFacts, ...]
    hidden: int = 0


class RunSheetFacts(msgspec.Struct, frozen=True):
    """An agenda for an audience; ``whole`` for whoever runs it, with the remarks meant for them."""

    workshop: WorkshopFacts
    days: tuple[DayFacts, ...]
    whole: bool

    @property
    def slots(self) -> list[SlotFacts]:
        """Every slot, in order."""
        return [slot for one in self.days for slot in one.slots]

    @property
    def exercises(self) -> list[SlotFacts]:
        """Every slot that is not a break, in order."""
        return [slot for slot in self.slots if not slot.is_break]


def read_run_sheet(reader: Reader, workshop: str, audience: str) -> RunSheetFacts:
    """An agenda for an audience. Raises KeyError for a workshop there is not.

    Blocks that the audience may not read are left out; the times of the others stay as they are.
    A break hides nothing: it is everybody's, where anything else of its day is.
    """
    row = reader.row(Workshop, workshop)
    community = reader.row(Community, row.community)
    return RunSheetFacts(
        workshop=read_workshop(row, community),
        days=tuple(_day(reader, one, row, audience) for one in layouts(reader, workshop)),
        whole=audience == AUDIENCES[0],
    )


def told_run_sheet(facts: RunSheetFacts, catalogue: Catalogue, language: str) -> RunSheetFacts:
    """The same facts with the catalogue's own words in a language."""

    def told(slot: SlotFacts) -> SlotFacts:
        block = told_block(slot.block, catalogue, language)
        return msgspec.structs.replace(slot, block=block, recipe=recipe_of(block))

    days = tuple(
        msgspec.structs.replace(day, slots=tuple(told(slot) for slot in day.slots))
        for day in facts.days
    )
    return msgspec.structs.replace(facts, days=days)


def on_agenda(block: Block, audience: str) -> bool:
    """Whether an agenda names a block to an audience."""
    return block.exercise == BREAK or may_read(block.audience, audience)


def _day(reader: Reader, plan: Layout, workshop: Workshop, audience: str) -> DayFacts:
    session = plan.session
    day = date.fromisoformat(session.date)
    hidden = sum(not on_agenda(slot.block, audience) for slot in plan.slots)
    shown = [slot for slot in plan.slots if on_agenda(slot.block, audience)]
    if hidden and all(slot.block.exercise == BREAK for slot in shown):
        shown = []
    return DayFacts(
        day=day,
        place=session.place or workshop.place,
        starts=session.starts,
        ends=plan.limit,
        slots=tuple(_slot(reader, slot, day) for slot in shown),
        hidden=hidden,
    )


def _slot(reader: Reader, slot: Slot, day: date) -> SlotFacts:
    """A block where it stands; past midnight it is the next day's."""
    block = slot.block
    group = reader.find(RoomGroup, block.room_group) if block.room_group else None
    return SlotFacts(
        block=block,
        recipe=recipe_of(block),
        starts=slot.starts,
        minutes=block.minutes,
        day=day + timedelta(days=slot.starts // DAY),
        group=group.name if group else "",
    )
