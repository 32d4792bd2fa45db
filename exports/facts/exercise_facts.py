"""The facts of an exercise, as it is fitted to some people, a length and a way."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.recipe import Recipe, make_recipe
from app.catalogue.timing import group_count, within
from exports.request import ExportRequest

MIDDLE = 15
"""The people an exercise is counted for unless another number is asked for."""


class ExerciseFacts(msgspec.Struct, frozen=True):
    """An exercise, with its recipe fitted to so many people who make so many groups."""

    exercise: Exercise
    recipe: Recipe
    people: int
    groups: int


def read_exercise(catalogue: Catalogue, request: ExportRequest) -> ExerciseFacts:
    """An exercise as it is asked for. Raises KeyError for one there is not."""
    exercise = catalogue.find_exercise(request.subject)
    if exercise is None:
        raise KeyError(request.subject)
    minutes = request.minutes or exercise.minutes.usual
    people = request.people or within(MIDDLE, exercise)
    recipe = make_recipe(exercise, tuple(exercise.words), minutes, request.people)
    held = msgspec.structs.replace(recipe, way=request.way)
    return ExerciseFacts(exercise, held, people, group_count(exercise.groups, people))
