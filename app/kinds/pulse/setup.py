"""What an exercise sets up for a pulse: its statements, and the ends of its scale."""

from collections.abc import Mapping

import msgspec

from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.workshop.scale_diagram import SCALE
from app.workshop.spread import UNKNOWN

ANSWERS = (*SCALE, UNKNOWN)
MOST_STATEMENTS = 12


class PulseSetup(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of the statements, in the order in which they are asked."""

    statements: tuple[str, ...] = ()


class PulseWords(msgspec.Struct, frozen=True, kw_only=True):
    """The statements in one language, by id, and what 1 (``low``) and 5 (``high``) mean."""

    low: str = ""
    high: str = ""
    statements: Mapping[str, str] = {}


def statements_of(recipe: Recipe) -> tuple[str, ...]:
    """The ids of a recipe's statements, in their order."""
    return read_setup(recipe.setup, PulseSetup).statements


def pulse_words(recipe: Recipe, language: str) -> PulseWords:
    """A recipe's statements and the ends of its scale in a language."""
    return read_setup(recipe.in_language(language).setup, PulseWords)
