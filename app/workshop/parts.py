"""An exercise in several parts: its steps shared out over blocks, as names on slips before a break
and the answers after it. What people say in any of them is kept in one run."""

from app.library.reader import Reader
from app.library.rows import Block, Run
from app.workshop.agenda_order import blocks_of
from app.workshop.new_blocks import recipe_of


def parts_of(reader: Reader, block: Block) -> list[Block]:
    """The blocks that share an exercise with this one, in the order of its steps; a block that has
    all the steps stands alone.

    Where an exercise is there in parts more than once, those that come first belong together.
    """
    mine = recipe_of(block).part
    if not mine:
        return [block]
    found: dict[int, list[Block]] = {}
    for one in blocks_of(reader, block.workshop):
        part = recipe_of(one).part if one.exercise == block.exercise else 0
        if part:
            found.setdefault(part, []).append(one)
    nth = [one.id for one in found[mine]].index(block.id)
    return [blocks[nth] for _, blocks in sorted(found.items()) if nth < len(blocks)]


def runs_of_parts(reader: Reader, block: Block) -> list[Run]:
    """The runs of a block and of those that share its exercise, in the order they began."""
    blocks = parts_of(reader, block)
    found = [run for one in blocks for run in reader.rows(Run, order="number", block=one.id)]
    # Ids follow one another in time.
    return sorted(found, key=lambda run: run.id)


def gathering_run(reader: Reader, run: Run) -> Run:
    """The run in which what people say is kept: of the parts of an exercise, the one that began
    first; otherwise the run itself."""
    block = reader.row(Block, run.block)
    if not recipe_of(block).part:
        return run
    return next(one for one in runs_of_parts(reader, block) if one.number == run.number)
