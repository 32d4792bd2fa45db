"""What the design screen knows of a workshop, read anew after each change; no widgets."""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.stages import read_story
from app.library.library import Library
from app.library.rows import Block, Community, Workshop
from app.workshop.agenda import Layout, Slot, Spot, end_of
from app.workshop.agenda_order import layouts
from app.workshop.course import AgendaEntry, Course, course_of, entries, real_starts
from app.workshop.running import place_of


class Standing(msgspec.Struct, frozen=True):
    """How the blocks of a workshop stand that is under way or over, by their ids."""

    course: Course | None = None
    entries: Mapping[str, AgendaEntry] = {}

    def begun(self, block: str) -> bool:
        """Whether a block was begun: what was planned of it is past."""
        return block in self.entries and self.entries[block].state != "ahead"


class Plan(msgspec.Struct, frozen=True):
    """A workshop, its community, its sessions laid out, and the stages the community lives in."""

    workshop: Workshop
    community: Community
    layouts: tuple[Layout, ...]
    stages: tuple[str, ...]
    standing: Standing

    @property
    def closed(self) -> bool:
        """Whether it is over: its agenda stays as it was."""
        return self.workshop.state == "closed"

    @property
    def called_off(self) -> bool:
        """Whether it was said that it will not take place."""
        return self.workshop.called_off is not None

    @property
    def blocks(self) -> list[Block]:
        """All blocks, in order."""
        return [slot.block for layout in self.layouts for slot in layout.slots]

    def find(self, block: str) -> tuple[Layout, Slot] | None:
        """A block with its times, and the session it is in."""
        for layout in self.layouts:
            for slot in layout.slots:
                if slot.block.id == block:
                    return layout, slot
        return None

    def spot_after(self, block: str) -> Spot | None:
        """The place after a block; without one, the end of the agenda."""
        found = self.find(block)
        if found is None:
            return end_of(self.layouts)
        return Spot(found[0].session.id, block)

    def beside(self, block: str) -> str:
        """The id of the block after this one, else of the one before it; empty if there is none."""
        ids = [one.id for one in self.blocks]
        if block not in ids:
            return ""
        at = ids.index(block)
        others = ids[at + 1 :] or ids[:at][::-1]
        return others[0] if others else ""


def read_plan(library: Library, catalogue: Catalogue, workshop: str) -> Plan | None:
    """A workshop as it now is, or None when it is no longer there."""
    reader = library.reader
    row = reader.find(Workshop, workshop)
    if row is None:
        return None
    plans = tuple(layouts(reader, workshop))
    stages = [stage.id for stage in catalogue.stages]
    return Plan(
        row,
        reader.row(Community, row.community),
        plans,
        read_story(reader, row.community, stages).lit,
        read_standing(library, row, plans),
    )


def read_standing(library: Library, row: Workshop, plans: Sequence[Layout]) -> Standing:
    """How the blocks of a workshop stand now."""
    if row.state == "planned":
        return Standing()
    place = place_of(library.reader, row.id) if row.state == "running" else None
    real = real_starts(library, row, place)
    course = course_of(library, row, place, plans, real)
    found = entries(plans, place, real, course)
    return Standing(course, {one.block.id: one for one in found})
