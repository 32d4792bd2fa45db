"""What an exercise sets up for a spectrum.

With ``positions`` people stand from 1 to 5 between the two ends of each question, in one form or in
several ("then" and "now"); reasons are noted under the question, which is a zone. A ``polarity`` is
a map of two poles that both matter: notes in zones of their own.
"""

from collections.abc import Mapping
from typing import Literal

from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.workshop.zones import ZonesSetup, ZonesWords

Time = Literal["then", "now"]

POLARITY_ZONES = (
    "gifts-left",
    "gifts-right",
    "overdone-left",
    "overdone-right",
    "signs",
    "safeguards",
)
"""The zones of a polarity map: what each pole gives, and what comes of too much of it; early signs
of that, and what is done about them."""

SAFEGUARDS = "safeguards"


class SpectrumSetup(ZonesSetup, frozen=True, kw_only=True):
    """Its questions (or the parts of its map) as zones, and when people stand on them."""

    mode: Literal["positions", "polarity"] = "positions"
    times: tuple[Time, ...] = ("now",)


class SpectrumWords(ZonesWords, frozen=True, kw_only=True):
    """The questions in one language, by id, with what stands at 1 (``low``) and at 5 (``high``).

    ``poles`` are the names of the two poles of a map: ``left`` and ``right``.
    """

    low: Mapping[str, str] = {}
    high: Mapping[str, str] = {}
    poles: Mapping[str, str] = {}


def spectrum_setup(recipe: Recipe) -> SpectrumSetup:
    """What a recipe sets up."""
    return read_setup(recipe.setup, SpectrumSetup)


def spectrum_words(recipe: Recipe, language: str) -> SpectrumWords:
    """Its questions and poles in a language."""
    return read_setup(recipe.in_language(language).setup, SpectrumWords)


def is_map(recipe: Recipe) -> bool:
    """Whether two poles are mapped, rather than people standing between them."""
    return spectrum_setup(recipe).mode == "polarity"


def questions_of(recipe: Recipe) -> tuple[str, ...]:
    """The ids of the questions people stand on; none for a map."""
    setup = spectrum_setup(recipe)
    return () if setup.mode == "polarity" else tuple(zone.id for zone in setup.zones)
