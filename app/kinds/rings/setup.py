"""What an exercise sets up for rings: its zones, from the core outwards, and which lie beyond."""

from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.workshop.zones import ZonesSetup


class RingsSetup(ZonesSetup, frozen=True, kw_only=True):
    """The zones are the rings, the core first. ``beyond`` are the ids of those in which nobody
    takes part yet: outside, or missing. Whoever stands there could be invited."""

    beyond: tuple[str, ...] = ()


def rings_setup(recipe: Recipe) -> RingsSetup:
    """What a recipe sets up."""
    return read_setup(recipe.setup, RingsSetup)


def ring_of(setup: RingsSetup, zone: str) -> str:
    """The ring in which a note of a zone stands: the first where the recipe lost its zone."""
    ids = [one.id for one in setup.zones] or [""]
    return zone if zone in ids else ids[0]
