"""Blocks done on paper: what was written there waits to be typed in, also once all is over."""

from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Block, Workshop
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.agenda_order import blocks_of
from app.workshop.clock import start_step_clock
from app.workshop.planning import scope_of
from app.workshop.running import Place, enter_block

MOST = 2000
"""As many things as are ever expected from paper. More is a slip of the finger."""


def still_on_paper(block: Block) -> bool:
    """Whether something of a block is on paper, and not all of it was typed in."""
    return block.on_paper is not None and block.harvested is None


def blocks_on_paper(reader: Reader, workshop: str) -> list[Block]:
    """The blocks of a workshop (its id) of which something is still on paper, in order."""
    return [block for block in blocks_of(reader, workshop) if still_on_paper(block)]


def put_on_paper(library: Library, workshop: Workshop, block: Block, expected: int = 0) -> Block:
    """Say that a block is done on paper, and how many things are expected (0: nobody knows).

    Raises Trouble: ``paper-count`` (``most``), ``gone``.
    """
    if not 0 <= expected <= MOST:
        raise Trouble("paper-count", most=MOST)
    with library.change("block-on-paper", scope_of(workshop)) as writer:
        return writer.change(block, on_paper=expected, harvested=None)


def take_off_paper(library: Library, workshop: Workshop, block: Block) -> Block:
    """Say that nothing of a block is on paper after all. Raises Trouble (``gone``)."""
    with library.change("block-off-paper", scope_of(workshop)) as writer:
        return writer.change(block, on_paper=None, harvested=None)


def all_typed_in(library: Library, workshop: Workshop, block: Block) -> Block:
    """Say that all that was on paper is typed in: the block waits no more. Raises Trouble."""
    with library.change("block-harvested", scope_of(workshop)) as writer:
        return writer.change(block, harvested=stamp(library.moment.now()))


def enter_to_type(library: Library, block: Block) -> Place:
    """Go to a block in order to type in what is on paper, also when its workshop is over.

    Raises Trouble as :func:`app.workshop.running.enter_block` does.
    """
    workshop = library.reader.needed(Workshop, block.workshop)
    place = enter_block(library, workshop, block)
    if place.running.workshop.state == "running":
        start_step_clock(library, place)
    return place
