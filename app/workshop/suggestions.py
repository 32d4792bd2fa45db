"""Which exercises to suggest for a workshop, each with its reasons. Facts, never a judgement."""

from collections.abc import Collection

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise


class Suggestion(msgspec.Struct, frozen=True):
    """An exercise, with what speaks for it: a purpose it is made for, a stage it is for, or both.

    ``stage`` is a stage the community lives in today; each is empty when it is no reason.
    """

    exercise: Exercise
    purpose: str = ""
    stage: str = ""


def suggest(
    catalogue: Catalogue,
    purpose: str,
    stages: Collection[str],
    used: Collection[str],
    people: int = 0,
) -> tuple[Suggestion, ...]:
    """What may be added to a workshop of ``purpose``, the best reasons first, then in order.

    ``stages`` are those the community recognises itself in, ``used`` the exercises already in
    the agenda, which are left out, as are those not made for so many ``people`` (0: not known).
    """
    found: list[Suggestion] = []
    for exercise in catalogue.exercises:
        lived = [stage for stage in exercise.stages if stage in stages]
        meant = purpose if purpose in exercise.purposes else ""
        if exercise.id in used or not (lived or meant) or not _serves(exercise, people):
            continue
        found.append(Suggestion(exercise, meant, lived[0] if lived else ""))
    return tuple(sorted(found, key=lambda one: (not one.purpose, not one.stage)))


def _serves(exercise: Exercise, people: int) -> bool:
    return not people or exercise.people.least <= people <= exercise.people.most
