"""What an exercise sets up for a matrix: its two axes with words at their ends, four readings."""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.recipe import Recipe, encode_recipe
from app.catalogue.setup import Setup, read_setup
from app.library.library import Library
from app.library.rows import Block
from app.text_direction import join_isolated
from app.typed_text import required_line
from app.workshop.planning import recipe_of, scope_of
from app.workshop.running import Running
from app.workshop.zones import both, for_each

READINGS = ("both", "across", "up", "neither")
"""The four readings, in the order in which they are told: high on both axes, on the one across
alone, on the one upwards alone, on neither."""


class MatrixSetup(msgspec.Struct, frozen=True, kw_only=True):
    """The ids of the axes, such as the two criteria that an earlier exercise ended with.

    ``portfolio``: whether what is placed can be kept as domains of knowledge, judged by where they
    lie: across how alive they are, upwards how much depends on them.
    """

    across: str = ""
    up: str = ""
    portfolio: bool = False


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

    across, up = axis(setup.across), axis(setup.up)
    named = {one: both(words.readings.get(one, "") for words in told) for one in READINGS}
    ends = {
        "both": (across.high, up.high),
        "across": (across.high, up.low),
        "up": (across.low, up.high),
        "neither": (across.low, up.low),
    }
    # Without a name of its own a reading is called after the ends that it lies between.
    readings = {one: name or join_isolated(ends[one]) for one, name in named.items()}
    return Axes(across, up, readings)


def with_axes(
    recipe: Recipe, across: Mapping[str, AxisWords], up: Mapping[str, AxisWords]
) -> Recipe:
    """A recipe whose axes say something else, in each language; notes keep their places.

    The readings are then called after the ends of the axes: their names were about others.
    """
    setup = read_setup(recipe.setup, MatrixSetup)
    ids = {"across": setup.across or "across", "up": setup.up or "up"}
    told = {}
    for code, words in recipe.words.items():
        axes = {ids["across"]: across[code], ids["up"]: up[code]}
        named: Setup = {**words.setup, "axes": msgspec.to_builtins(axes), "readings": {}}
        told[code] = msgspec.structs.replace(words, setup=named)
    placed: Setup = {**recipe.setup, **ids}
    return msgspec.structs.replace(recipe, setup=placed, words=told)


def name_axes(library: Library, running: Running, across: AxisWords, up: AxisWords) -> None:
    """Say something else of the axes, in the block's own copy of its recipe.

    In a workshop of two languages "many / beaucoup" says it in both. Raises Trouble (``empty``,
    ``too-long``).
    """
    with library.change("axes-name", scope_of(running.workshop)) as writer:
        block = writer.row(Block, running.block.id)
        recipe = recipe_of(block)
        each = [_in_each(axis, recipe.languages) for axis in (across, up)]
        writer.change(block, recipe=encode_recipe(with_axes(recipe, *each)))


def _in_each(axis: AxisWords, languages: Sequence[str]) -> dict[str, AxisWords]:
    parts = {
        part: for_each(required_line(getattr(axis, part)), languages)
        for part in AxisWords.__struct_fields__
    }
    return {
        code: AxisWords(**{part: said[code] for part, said in parts.items()}) for code in languages
    }
