"""What an exercise sets up for a journey: kinds of moments, and words for time and energy."""

from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.workshop.zones import ZonesSetup, ZonesWords, both


class JourneySetup(ZonesSetup, frozen=True, kw_only=True):
    """The zones are kinds of moments; ``absences`` is the id of the one for what was missing."""

    absences: str = ""


class JourneyWords(ZonesWords, frozen=True, kw_only=True):
    """The kinds of moments in one language, and what the ends of time and energy are called."""

    begins: str = ""
    ends: str = ""
    low: str = ""
    high: str = ""


def absences_zone(recipe: Recipe) -> str:
    """Id of the zone for what was missing; empty where there is none."""
    return read_setup(recipe.setup, JourneySetup).absences


def ends_of(recipe: Recipe, languages: tuple[str, ...]) -> JourneyWords:
    """What a recipe calls the ends of time and energy, in all of ``languages``."""
    told = [read_setup(recipe.in_language(one).setup, JourneyWords) for one in languages]
    return JourneyWords(
        begins=both(one.begins for one in told),
        ends=both(one.ends for one in told),
        low=both(one.low for one in told),
        high=both(one.high for one in told),
    )
