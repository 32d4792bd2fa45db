"""What is told before a renewal, a line each."""

from datetime import date

import msgspec

from app.catalogue.recipe import Recipe
from app.registers.cells import Party
from app.workshop.spread import Spread


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is told: a code, and the facts it needs.

    ``text`` is in people's own words. ``items`` are ids, each with the label it has here (or an
    empty one); of notes the id is empty. ``n`` is a number, with items how many more there
    are; ``most`` the other end where it is a range. ``source``: the id of the workshop or the entry
    it is from; empty where it is from the community's page or its charter.
    """

    code: str
    text: str = ""
    name: str = ""
    role: str = ""
    label: str = ""
    items: tuple[tuple[str, str], ...] = ()
    n: int = 0
    most: int = 0
    day: date | None = None
    source: str = ""


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody promised somebody; ``late`` where its day has gone by.

    ``source``: the id of its entry.
    """

    text: str
    giver: Party
    taker: Party | None
    due: date | None
    late: bool
    source: str


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a pulse by its id in ``recipe``: its middle and spread, those before, and the
    middles of ``earlier`` pulses, the earliest first.

    ``source``: the id of the workshop in which it was answered.
    """

    id: str
    recipe: Recipe
    middle: int
    spread: Spread | None
    before: int | None
    spread_before: Spread | None
    source: str
    earlier: tuple[int, ...] = ()


Line = Told | Promise | Statement
"""What a part may tell."""
