"""In which way a block is held: as it is written, online, where trust is thin, seated."""

import msgspec

from app.catalogue.recipe import encode_recipe
from app.library.library import Library
from app.library.rows import Block, Workshop
from app.library.trouble import Trouble
from app.workshop.planning import recipe_of, scope_of


def set_way(library: Library, workshop: Workshop, block: Block, way: str) -> Block:
    """Hold a block in a way that its recipe knows; an empty one is as written.

    The steps that this way changes say so from then on, in the cockpit and on paper. Raises
    Trouble (``gone``).
    """
    with library.change("block-way", scope_of(workshop)) as writer:
        current = writer.find(Block, block.id)
        if current is None:
            raise Trouble("gone")
        recipe = msgspec.structs.replace(recipe_of(current), way=way)
        return writer.change(current, recipe=encode_recipe(recipe))
