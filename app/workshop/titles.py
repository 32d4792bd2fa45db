"""What a block is called, in whichever language it is told."""

from app.catalogue.recipe import decode_recipe
from app.library.rows import Block, Workshop


def title_in(block: Block, language: str) -> str:
    """A block's title in a language: its exercise's own name there, unless people renamed it."""
    recipe = decode_recipe(block.recipe)
    if not recipe.languages or block.title != recipe.in_language(recipe.languages[0]).title:
        return block.title
    return recipe.in_language(language).title


def prompt_language(workshop: Workshop, language: str) -> str:
    """The language a facilitator is prompted in: their own where the workshop speaks it."""
    spoken = workshop.languages.split(",")
    return language if language in spoken else spoken[0]
