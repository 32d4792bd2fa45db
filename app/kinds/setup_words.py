"""Words of a block's own copy of a recipe, put in place of those that the catalogue has."""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.recipe import Recipe
from app.catalogue.setup import Setup

LESS, MORE = "\N{MINUS SIGN}\N{NO-BREAK SPACE}", "+\N{NO-BREAK SPACE}"
"""At the ends of something that people said: in any language."""

CARRIED = "carried-{n}"
"""The ids of items that were taken along, counted from 1."""


def with_words(
    recipe: Recipe, places: Sequence[str], texts: Sequence[str], drops: Sequence[str] = ()
) -> Recipe:
    """A recipe with texts at places of its setup's words (``axes.energy``), one each, in every
    language: what people said is not translated. At a place of two ends both are named by it, less
    of it and more. ``drops`` are words that say nothing any more then.
    """
    told = {}
    for code, words in recipe.words.items():
        setup: Setup = {name: one for name, one in words.setup.items() if name not in drops}
        for place, text in zip(places, texts, strict=False):
            setup = _put(setup, place.split("."), text)
        told[code] = msgspec.structs.replace(words, setup=setup)
    return msgspec.structs.replace(recipe, words=told)


def with_items(recipe: Recipe, place: str, texts: Sequence[str]) -> Recipe:
    """A recipe whose list at a place of its setup (``statements``) is these texts: ids of their own
    in the list, and each text as its words. Whatever else is said of every item, there or in the
    words, is said of each as of the first one before."""
    ids = [CARRIED.format(n=number) for number, _ in enumerate(texts, start=1)]
    before = recipe.setup.get(place)
    old = [_id(one) for one in before] if isinstance(before, list | tuple) else []
    first = before[0] if isinstance(before, list | tuple) and before else ""
    items = [{**first, "id": one} if isinstance(first, Mapping) else one for one in ids]
    named = dict(zip(ids, texts, strict=True))
    told = {}
    for code, words in recipe.words.items():
        setup = {
            name: dict.fromkeys(ids, one[old[0]])
            if isinstance(one, Mapping) and old and set(one) == set(old)
            else one
            for name, one in words.setup.items()
        }
        told[code] = msgspec.structs.replace(words, setup={**setup, place: named})
    return msgspec.structs.replace(recipe, setup={**recipe.setup, place: items}, words=told)


def _id(item: object) -> str:
    return str(item["id"] if isinstance(item, Mapping) else item)


def _put(setup: Setup, path: Sequence[str], text: str) -> Setup:
    name, *rest = path
    inner = setup.get(name)
    if rest:
        return {**setup, name: _put(inner if isinstance(inner, Mapping) else {}, rest, text)}
    if isinstance(inner, Mapping) and {"low", "high"} <= set(inner):
        return {**setup, name: {"name": text, "low": LESS + text, "high": MORE + text}}
    return {**setup, name: text}
