"""Finding an exercise by what one remembers of it, whatever the accents and capitals."""

from collections.abc import Iterator

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Exercise
from app.catalogue.setup import texts_in
from app.folding import fold

_NAME, _PURPOSE, _IDEA, _BODY, _OTHER = 16, 6, 4, 2, 1
"""What a word found there weighs: the other language's name counts, but least."""


def search_exercises(
    catalogue: Catalogue,
    text: str,
    language: str,
    *,
    stage: str | None = None,
    purpose: str | None = None,
    kind: str | None = None,
    longest_minutes: int | None = None,
) -> tuple[Exercise, ...]:
    """The exercises in which every word of ``text`` is found, best match first.

    A word matches where a word begins with it, or weighs half inside one. Filters are ids;
    ``longest_minutes`` keeps what can be done in that time. No text: all, in catalogue order.
    """
    kept = [
        exercise
        for exercise in catalogue.exercises
        if (stage is None or stage in exercise.stages)
        and (purpose is None or purpose in exercise.purposes)
        and (kind is None or kind == exercise.kind)
        and (longest_minutes is None or exercise.minutes.short <= longest_minutes)
    ]
    wanted = fold(text).split()
    if not wanted:
        return tuple(kept)
    ranked: list[tuple[int, int, Exercise]] = []
    for exercise in kept:
        weight = _weight(catalogue, exercise, wanted, language)
        if weight:
            ranked.append((-weight, len(ranked), exercise))
    return tuple(exercise for _weight, _place, exercise in sorted(ranked, key=lambda one: one[:2]))


def _weight(catalogue: Catalogue, exercise: Exercise, wanted: list[str], language: str) -> int:
    """How well an exercise fits: 0 when a word is nowhere."""
    places = [(f" {fold(said)}", weight) for said, weight in _said(catalogue, exercise, language)]
    total = 0
    for word in wanted:
        best = 0
        for said, weight in places:
            if f" {word}" in said:
                best = max(best, 2 * weight)
            elif word in said:
                best = max(best, weight)
        if not best:
            return 0
        total += best
    return total


def _said(catalogue: Catalogue, exercise: Exercise, language: str) -> Iterator[tuple[str, int]]:
    """What an exercise says, with its weight."""
    words = exercise.in_language(language)
    yield words.name, _NAME
    yield words.purpose, _PURPOSE
    yield words.question, _PURPOSE
    for concept_id in exercise.concepts:
        concept = catalogue.find_concept(concept_id)
        if concept is not None:
            yield concept.in_language(language), _IDEA
    yield from ((label, _IDEA) for label in texts_in(words.setup).values())
    yield from ((step.title, _IDEA) for step in words.steps.values())
    yield " ".join((words.when, words.listen, words.captures, *words.materials)), _BODY
    for code, other in exercise.words.items():
        if code != language:
            yield other.name, _OTHER
