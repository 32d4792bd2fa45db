"""What stands between exercises: arrivals, a meal, a goodbye; and what is left out first."""

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Block, Workshop
from app.library.trouble import Trouble
from app.workshop.agenda import Spot
from app.workshop.agenda_order import end_spot, put_blocks
from app.workshop.new_blocks import interlude_block, recipe_of, with_optional
from app.workshop.planning import scope_of

MINUTES = 15
"""Of an interlude that no agenda of the catalogue has."""


def usual_minutes(catalogue: Catalogue, interlude: str) -> int:
    """How long an interlude usually is: what most agendas of the catalogue give it."""
    given = sorted(
        block.minutes
        for agenda in catalogue.agendas
        for block in agenda.blocks
        if block.interlude == interlude
    )
    return given[len(given) // 2] if given else MINUTES


def add_interlude(
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    interlude: str,
    spot: Spot | None = None,
) -> Block:
    """Put an interlude of the catalogue at ``spot`` (None: at the end), as long as it usually is.

    Raises Trouble (``gone``) where the catalogue has none of that id.
    """
    entry = catalogue.find_interlude(interlude)
    if entry is None:
        raise Trouble("gone")
    with library.change("interlude-add", scope_of(workshop)) as writer:
        at = spot or end_spot(writer, workshop.id)
        minutes = usual_minutes(catalogue, interlude)
        made = interlude_block(library, workshop, at.session, entry, minutes)
        return put_blocks(writer, workshop.id, [made], at)[0]


def is_optional(block: Block) -> bool:
    """Whether a block is left out first where time is short."""
    return recipe_of(block).optional


def set_optional(library: Library, workshop: Workshop, block: Block, *, optional: bool) -> Block:
    """Say whether a block is left out first where time is short. Raises Trouble (``gone``)."""
    with library.change("block-optional", scope_of(workshop)) as writer:
        current = writer.find(Block, block.id)
        if current is None:
            raise Trouble("gone")
        return writer.change(current, recipe=with_optional(current, optional=optional))
