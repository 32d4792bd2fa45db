"""Fitting the agenda of a planned workshop again, once it has other people or another time."""

from collections.abc import Sequence

import msgspec

from app.catalogue.agenda_fit import fit_lengths, lengths_for, most_planned, share
from app.catalogue.catalogue import Catalogue
from app.catalogue.timing import USUAL_PEOPLE
from app.library.library import Library
from app.library.rows import Block, Run, Workshop
from app.workshop.agenda_order import layouts
from app.workshop.new_blocks import recipe_of, share_of_exercise
from app.workshop.planning import scope_of, set_minutes


class Refit(msgspec.Struct, frozen=True):
    """What would be changed: blocks with the minutes they would have, and those left out.

    ``over``: by how many minutes it would still be too long.
    """

    resized: tuple[tuple[Block, int], ...]
    left_out: tuple[Block, ...]
    over: int

    @property
    def changes(self) -> bool:
        """Whether anything would be."""
        return bool(self.resized or self.left_out)


def refit(library: Library, catalogue: Catalogue, workshop: Workshop, before: int) -> Refit:
    """How the blocks of a workshop, as long as they are now for the ``before`` who were expected,
    would fit those who are expected now and the time of each session.

    What is missing is taken as from a proposed agenda. Where there is time to spare, blocks that
    are shorter than usual have what they lack. What was begun stays as it is.
    """
    resized: list[tuple[Block, int]] = []
    left_out: list[Block] = []
    over = 0
    for layout in layouts(library.reader, workshop.id):
        blocks = [slot.block for slot in layout.slots]
        time = layout.session.minutes
        lengths, too_long = _fitted(library, catalogue, blocks, workshop, before, time)
        over += too_long
        for block, minutes in zip(blocks, lengths, strict=True):
            if not minutes:
                left_out.append(block)
            elif minutes != block.minutes:
                resized.append((block, minutes))
    return Refit(tuple(resized), tuple(left_out), over)


def take_refit(library: Library, workshop: Workshop, fit: Refit) -> None:
    """Have the agenda so: one change. Raises Trouble (``gone``) where a block is gone meanwhile."""
    with library.change("agenda-fit", scope_of(workshop)) as writer:
        for block, minutes in fit.resized:
            set_minutes(library, workshop, block, minutes)
        for block in fit.left_out:
            writer.remove(writer.row(Block, block.id))


def _fitted(
    library: Library,
    catalogue: Catalogue,
    blocks: Sequence[Block],
    workshop: Workshop,
    before: int,
    minutes: int,
) -> tuple[tuple[int, ...], int]:
    """Minutes for each block of a session, 0 for one that is left out."""
    asked, usual = [], []
    for block in blocks:
        entry, recipe = catalogue.find_exercise(block.exercise or ""), recipe_of(block)
        begun = library.reader.count(Run, block=block.id) > 0
        part, people = share_of_exercise(catalogue, block), (before, workshop.expected)
        optional = recipe.optional and not begun
        asked.append(
            lengths_for(None if begun else entry, block.minutes, people, part, optional=optional)
        )
        long = block.minutes
        if entry is not None and not begun:
            crowd = (USUAL_PEOPLE, workshop.expected)
            long = lengths_for(entry, int(entry.minutes.usual * part), crowd, part).asked
        usual.append(long)
    most = most_planned(minutes)
    lengths, over = fit_lengths(asked, most)
    room = [max(0, want - has) if has else 0 for has, want in zip(lengths, usual, strict=True)]
    more = share(room, room, max(0, most - sum(lengths)))
    return tuple(has + some for has, some in zip(lengths, more, strict=True)), over
