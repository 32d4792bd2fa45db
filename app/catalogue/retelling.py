"""A recipe told in a language it was not copied in, as far as the catalogue speaks it.

Text by text: what is still word for word what the catalogue says at that place, in any language, is
said in the catalogue's own words; what people wrote, or the catalogue has changed since, stays.
"""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.agenda_entries import Interlude
from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.recipe import Recipe, RecipeWords, interlude_words, recipe_words

Origin = Exercise | Interlude
"""What a recipe is a copy of."""


def origin_of(catalogue: Catalogue, recipe: Recipe) -> Origin | None:
    """What a recipe is a copy of, as far as the catalogue still has it."""
    if recipe.interlude is not None:
        return catalogue.find_interlude(recipe.interlude)
    return catalogue.find_exercise(recipe.exercise or "")


def told_in(recipe: Recipe, language: str, origin: Origin | None) -> Recipe:
    """The same recipe with its words in a language; ``origin`` is what it was copied from."""
    words = _retold(recipe.in_language(language), language, origin)
    return msgspec.structs.replace(recipe, words={**recipe.words, language: words})


def with_languages(
    recipe: Recipe, languages: Sequence[str], origin: Origin | None = None
) -> Recipe:
    """The same recipe told in these languages, the first leading.

    Words it has are kept as they are; words it lacks are the leading ones, retold.
    """
    told = {
        code: recipe.words[code]
        if code in recipe.words
        else _retold(recipe.in_language(code), code, origin)
        for code in languages
    }
    return msgspec.structs.replace(recipe, words=told)


def _retold(words: RecipeWords, language: str, origin: Origin | None) -> RecipeWords:
    """Words with each text that is the catalogue's in its own words of ``language``."""
    told = _words_of(origin)
    if language not in told:
        return words
    said: object = msgspec.to_builtins(words)
    for code, others in told.items():
        if code != language:
            said = _exchanged(
                said, msgspec.to_builtins(others), msgspec.to_builtins(told[language])
            )
    return msgspec.convert(said, RecipeWords)


def _words_of(origin: Origin | None) -> dict[str, RecipeWords]:
    """The catalogue's own words by language, as a recipe keeps them."""
    if origin is None:
        return {}
    if isinstance(origin, Interlude):
        return {code: interlude_words(one) for code, one in origin.words.items()}
    return {code: recipe_words(one) for code, one in origin.words.items()}


def _exchanged(said: object, theirs: object, own: object) -> object:
    """What is ``said``, each of its texts exchanged for that of ``own`` where ``theirs`` has it.

    Texts stand where they stand by their names; in a list wherever they are, for people take some
    away.
    """
    if isinstance(said, Mapping) and isinstance(theirs, Mapping) and isinstance(own, Mapping):
        return {
            name: _exchanged(inner, theirs[name], own[name])
            if name in theirs and name in own
            else inner
            for name, inner in said.items()
        }
    if isinstance(said, list | tuple) and isinstance(theirs, list | tuple):
        if isinstance(own, list | tuple):
            told = list(zip(theirs, own, strict=False))
            return [next((new for old, new in told if old == one), one) for one in said]
        return said
    return own if said == theirs else said
