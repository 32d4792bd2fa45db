"""What a block is called and says, in whichever language it is told."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import decode_recipe, encode_recipe
from app.catalogue.retelling import origin_of, told_in
from app.library.rows import Block, Workshop
from app.words import Words


def title_in(block: Block, language: str) -> str:
    """A block's title in a language: its exercise's own name there, unless people renamed it."""
    recipe = decode_recipe(block.recipe)
    if not recipe.languages or block.title != recipe.in_language(recipe.languages[0]).title:
        return block.title
    return recipe.in_language(language).title


def block_name(words: Words, block: Block) -> str:
    """What a block is called in the language of ``words``: a break need not have a title of its
    own, and a later part of an exercise says that it goes on."""
    title = title_in(block, words.language) or words("parts.break")
    later = decode_recipe(block.recipe).part > 1
    return words("parts.continued", title=title) if later else title


def told_block(block: Block, catalogue: Catalogue, language: str) -> Block:
    """A block whose recipe has words in a language, the catalogue's own wherever it has kept them.

    What people named or wrote stays as they wrote it. For whatever leaves the house in a language
    of its own.
    """
    recipe = decode_recipe(block.recipe)
    told = told_in(recipe, language, origin_of(catalogue, recipe))
    return msgspec.structs.replace(block, recipe=encode_recipe(told))


def prompt_language(workshop: Workshop, language: str) -> str:
    """The language a facilitator is prompted in: their own where the workshop speaks it."""
    spoken = workshop.languages.split(",")
    return language if language in spoken else spoken[0]
