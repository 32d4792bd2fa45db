"""Putting a pasted agenda among the blocks of a workshop, in one change."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Block, Session, Workshop
from app.workshop.agenda import Spot, minute_near
from app.workshop.agenda_order import end_spot, layouts, put_blocks
from app.workshop.new_blocks import exercise_block, interlude_block, own_block
from app.workshop.pasted_agenda import PastedRow
from app.workshop.planning import scope_of


def paste_agenda(
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    rows: Sequence[PastedRow],
    spot: Spot | None = None,
) -> list[Block]:
    """Put the rows that are taken at ``spot`` (None: at the end).

    A time that was given is kept as a fixed start where the block would not begin then by itself.
    Raises Trouble (``gone``).
    """
    with library.change("agenda-paste", scope_of(workshop)) as writer:
        at = spot or end_spot(writer, workshop.id)
        clock = _free_at(writer, workshop, at)
        made: list[Block] = []
        for row in (one for one in rows if one.taken):
            block = _block(library, catalogue, workshop, at.session, row)
            if row.starts is not None and (starts := minute_near(row.starts, clock)) > clock:
                block, clock = msgspec.structs.replace(block, starts=row.starts), starts
            made.append(block)
            clock += row.minutes
        return put_blocks(writer, workshop.id, made, at)


def _block(
    library: Library, catalogue: Catalogue, workshop: Workshop, session: str, row: PastedRow
) -> Block:
    """A row as the block it names, or one of somebody's own."""
    exercise = catalogue.find_exercise(row.exercise)
    if exercise is not None:
        return exercise_block(library, workshop, session, exercise, row.minutes)
    interlude = catalogue.find_interlude(row.interlude)
    if interlude is not None:
        return interlude_block(library, workshop, session, interlude, row.minutes)
    return own_block(library, workshop, session, row.title, row.minutes)


def _free_at(reader: Reader, workshop: Workshop, spot: Spot) -> int:
    """The minute of the day at which what stands before a place is over."""
    for layout in layouts(reader, workshop.id):
        if layout.session.id == spot.session:
            ends = [slot.ends for slot in layout.slots if slot.block.id == spot.after]
            return ends[0] if ends else layout.session.starts
    return reader.row(Session, spot.session).starts
