"""What a recipe says beside its steps: what to bring, whether it is the right one, what follows."""

from app.catalogue.exercise_entries import Exercise
from app.catalogue.recipe import Recipe
from app.catalogue.timing import group_count
from app.workshop.history import times_used
from exports.recipe_words import (
    beforehand_words,
    concept_names,
    exercise_names,
    feeds_lines,
    groups_words,
    kept_words,
    things_to_bring,
)
from ui.parts.topics import Topics
from ui.world import World

LATEST = 3
"""As many runs are told with what they took."""


def show_beforehand(topics: Topics, world: World, exercise: Exercise) -> None:
    """What has to be there, the room, the groups, who helps, what is done the day before."""
    words = world.words
    wording = exercise.in_language(words.language)
    topics.clear()
    topics.add(words("recipe.before-you-begin"), beforehand_words(words, exercise))
    topics.add(words("recipe.prepare"), *wording.prepare)
    topics.add(words("parts.recipe.room"), wording.room)
    if exercise.groups is not None:
        topics.add(words("recipe.groups"), groups_words(words, exercise.groups))
    topics.add(words("recipe.helpers"), *wording.helpers)
    topics.add(words("recipe.handouts"), *wording.handouts)


def show_things(
    topics: Topics, world: World, exercise: Exercise, recipe: Recipe, people: int
) -> None:
    """What to bring for so many people."""
    words = world.words
    groups = group_count(exercise.groups, people)
    things = things_to_bring(words, recipe, words.language, people, groups)
    topics.clear()
    topics.add(words("recipe.bring-for", n=people), *things)


def show_meanwhile(topics: Topics, world: World, exercise: Exercise) -> None:
    """What to listen for, what to do where it goes wrong, how it ends."""
    words = world.words
    wording = exercise.in_language(words.language)
    topics.clear()
    topics.add(words("parts.recipe.listen"), wording.listen)
    topics.add(words("parts.recipe.fails"), wording.fails)
    topics.add(words("exercises.close"), wording.close)


def show_choosing(topics: Topics, world: World, exercise: Exercise) -> None:
    """When it fits and when not, and how it changes with people, time and energy."""
    words = world.words
    wording = exercise.in_language(words.language)
    sizes, varied = wording.sizes, wording.variations
    passages = (
        ("exercises.when", (wording.when,)),
        ("exercises.when-not", (wording.when_not,)),
        ("exercises.sizes", (sizes.small, sizes.middle, sizes.large)),
        ("exercises.less-time", (varied.less_time,)),
        ("exercises.low-energy", (varied.low_energy,)),
        ("recipe.access", (wording.access,)),
    )
    topics.clear()
    if any(text for _, texts in passages for text in texts):
        topics.title(words("recipe.choosing"))
    for head, texts in passages:
        topics.add(words(head), *texts)


def show_afterwards(topics: Topics, world: World, exercise: Exercise) -> None:
    """Where what is gathered goes, who reads it, what to do later, how it went before."""
    words, catalogue = world.words, world.catalogue
    wording = exercise.in_language(words.language)
    topics.clear()
    topics.title(words("recipe.afterwards"))
    goes = feeds_lines(words, catalogue, exercise)
    topics.add(words("parts.recipe.goes-into"), *goes, wording.captures)
    topics.add(words("recipe.kept"), kept_words(words, exercise))
    topics.add(words("recipe.follow-up"), wording.follow_up)
    used = times_used(world.library.reader, exercise.id)
    if used:
        runs = [words("exercises.run", took=one.took, planned=one.planned) for one in used]
        sentence = words("exercises.took", runs=words.series(runs[:LATEST]))
        topics.add(words("exercises.used", n=len(used)), sentence)


def show_neighbours(topics: Topics, world: World, exercise: Exercise) -> None:
    """What goes well before and after it, and what may stand in for it; links by exercise."""
    words, catalogue = world.words, world.catalogue
    topics.clear()
    for key in ("before", "after", "instead"):
        named = exercise_names(catalogue, getattr(exercise, key), words.language)
        topics.add_links(words(f"recipe.{key}"), named)


def show_concepts(topics: Topics, world: World, exercise: Exercise) -> None:
    """The ideas it serves; links by concept."""
    words = world.words
    topics.clear()
    named = concept_names(world.catalogue, exercise.concepts, words.language)
    topics.add_links(words("recipe.concepts"), named)
