"""What the design screen knows of a workshop, read anew after each change; no widgets."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.stages import read_story
from app.library.reader import Reader
from app.library.rows import Block, Community, Workshop
from app.workshop.agenda import Layout, Slot, Spot, end_of
from app.workshop.agenda_order import layouts


class Plan(msgspec.Struct, frozen=True):
    """A workshop, its community, its sessions laid out, and the stages the community lives in."""

    workshop: Workshop
    community: Community
    layouts: tuple[Layout, ...]
    stages: tuple[str, ...]

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


def read_plan(reader: Reader, catalogue: Catalogue, workshop: str) -> Plan | None:
    """A workshop as it now is, or None when it is no longer there."""
    row = reader.find(Workshop, workshop)
    if row is None:
        return None
    stages = [stage.id for stage in catalogue.stages]
    return Plan(
        row,
        reader.row(Community, row.community),
        tuple(layouts(reader, workshop)),
        read_story(reader, row.community, stages).lit,
    )
