"""What an exercise sets up for sharing out: the things, how many tokens each person has, and when.

The things are zones: reasons are noted under them.
"""

from typing import Annotated, Literal

from msgspec import Meta

from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.workshop.zones import ZonesSetup, ZonesWords

Form = Literal["now", "wanted"]


class AllotSetup(ZonesSetup, frozen=True, kw_only=True):
    """``tokens`` each person shares out, at most ``cap`` on one thing (0: no such limit); in each
    of the ``forms``."""

    tokens: Annotated[int, Meta(ge=1, le=100)] = 10
    cap: Annotated[int, Meta(ge=0, le=100)] = 0
    forms: tuple[Form, ...] = ("now", "wanted")

    @property
    def most(self) -> int:
        """The most tokens of one person on one thing."""
        return self.cap or self.tokens


class AllotWords(ZonesWords, frozen=True, kw_only=True):
    """The things in one language, by id."""


def allot_setup(recipe: Recipe) -> AllotSetup:
    """What a recipe sets up."""
    return read_setup(recipe.setup, AllotSetup)


def things_of(recipe: Recipe) -> tuple[str, ...]:
    """The ids of the things, in their order."""
    return tuple(zone.id for zone in allot_setup(recipe).zones)
