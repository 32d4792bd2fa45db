"""What an exercise sets up for a matrix: its two axes with words at their ends, four readings."""

from collections.abc import Mapping

import msgspec

from app.catalogue.recipe import Recipe
from app.catalogue.setup import Setup, read_setup
from app.workshop.zones import both

READINGS = ("both", "across", "up", "neither")
"""The four readings, in the order in which they are told: high on both axes, on the one across
alone, on the one upwards alone, on neither."""


class MatrixSetup(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of the axes, such as the two criteria that an earlier exercise ended with."""

    across: str = ""
    up: str = ""


class AxisWords(msgspec.Struct, frozen=True, kw_only=True):
    """An axis in one language: its name, and what stands at both of its ends."""

    name: str = ""
    low: str = ""
    high: str = ""


class MatrixWords(msgspec.Struct, frozen=True, kw_only=True):
    """Axes and readings in one language, by id."""

    axes: Mapping[str, AxisWords] = {}
    readings: Mapping[str, str] = {}


class Axes(msgspec.Struct, frozen=True):
    """Both axes and the four readings, in the words in which they are shown."""

    across: AxisWords
    up: AxisWords
    readings: Mapping[str, str]


def axes_of(recipe: Recipe, languages: tuple[str, ...]) -> Axes:
    """A recipe's axes in all of ``languages``, said once where they agree."""
    setup = read_setup(recipe.setup, MatrixSetup)
    told = [read_setup(recipe.in_language(one).setup, MatrixWords) for one in languages]

    def axis(name: str) -> AxisWords:
        found = [words.axes.get(name, AxisWords()) for words in told]
        return AxisWords(
            name=both(one.name for one in found),
            low=both(one.low for one in found),
            high=both(one.high for one in found),
        )

    readings = {one: both(words.readings.get(one, "") for words in told) for one in READINGS}
    return Axes(axis(setup.across), axis(setup.up), readings)


def with_axes(
    recipe: Recipe,
    axes: Mapping[str, Mapping[str, AxisWords]],
    readings: Mapping[str, Mapping[str, str]],
) -> Recipe:
    """A recipe with other words for its axes and readings, by language.

    The keys of ``axes`` are ``across`` and ``up``: the axes keep their ids, notes their places.
    """
    setup = read_setup(recipe.setup, MatrixSetup)
    ids = {"across": setup.across or "across", "up": setup.up or "up"}
    told = {}
    for code, words in recipe.words.items():
        known = read_setup(words.setup, MatrixWords)
        other = {ids[way]: one for way, one in axes.get(code, {}).items()}
        named: Setup = {
            **words.setup,
            "axes": msgspec.to_builtins({**known.axes, **other}),
            "readings": {**known.readings, **readings.get(code, {})},
        }
        told[code] = msgspec.structs.replace(words, setup=named)
    placed: Setup = {**recipe.setup, **ids}
    return msgspec.structs.replace(recipe, setup=placed, words=told)
