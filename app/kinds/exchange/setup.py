"""What an exercise sets up for an exchange: its zones, and which of them give and which ask."""

from collections.abc import Mapping
from typing import Literal

from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.library.rows import Note
from app.workshop.zones import ZonesSetup

Side = Literal["gives", "asks"]
SIDES: tuple[Side, ...] = ("gives", "asks")


class ExchangeSetup(ZonesSetup, frozen=True, kw_only=True):
    """The zones in which something is given and those in which something is asked, by their ids.

    Each says whose it is: a party of the register of promises, or nothing where anybody's notes lie
    there. What a party gives never answers what it asks itself. ``reads_back``: first of all, what
    was promised last time is read, and what became of it is written down.
    """

    gives: Mapping[str, str] = {}
    asks: Mapping[str, str] = {}
    reads_back: bool = False


def exchange_setup(recipe: Recipe) -> ExchangeSetup:
    """What a recipe sets up."""
    return read_setup(recipe.setup, ExchangeSetup)


def side_of(setup: ExchangeSetup, note: Note) -> Side | None:
    """The side a note lies on; None in a zone of neither, as the room may have added one."""
    return "gives" if note.zone in setup.gives else "asks" if note.zone in setup.asks else None


def answers(setup: ExchangeSetup, give: Note, ask: Note) -> bool:
    """Whether a note that gives can answer one that asks: another party's, where both say whose
    they are."""
    if side_of(setup, give) != "gives" or side_of(setup, ask) != "asks":
        return False
    giver, asker = setup.gives[give.zone], setup.asks[ask.zone]
    return not giver or giver != asker
