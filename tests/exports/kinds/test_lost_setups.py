"""A block whose recipe lost what it set up: what was said is still told, whatever its kind."""

import msgspec
import pytest

from app.catalogue.recipe import encode_recipe
from app.words import Words
from app.workshop.planning import recipe_of
from tests.exports.making import House
from tests.exports.telling import texts

SAID_IN_ZONES = (
    "case-on-the-table",
    "hopes-and-fears",
    "how-often-we-meet",
    "near-and-far",
    "our-road-so-far",
    "promises-both-ways",
    "ten-tokens",
    "then-and-now",
    "which-challenge",
)
"""An exercise of each kind in which notes lie in places of the recipe."""


@pytest.mark.parametrize("exercise", SAID_IN_ZONES)
def test_what_was_said_outlives_the_setup(house: House, words: Words, exercise: str) -> None:
    """As where another Hearth wrote the recipe: no zones, axes or ends, and no words for any."""
    running = house.enter(house.plan(exercise))
    house.say(running, "Zkept", zone="a-zone-of-before")
    recipe = recipe_of(running.block)
    bare = {code: msgspec.structs.replace(one, setup={}) for code, one in recipe.words.items()}
    lost = msgspec.structs.replace(recipe, setup={}, words=bare)
    house.change(running.block, recipe=encode_recipe(lost))
    assert "Zkept" in "".join(texts(house.reported(running, words)))
    house.reports[running.block.kind].worksheet(lost, house.catalogue, words)
