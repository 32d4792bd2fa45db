"""What must hold in an exercise, and between it and the rest of what is written."""

from collections.abc import Collection, Iterator
from typing import get_args

import msgspec

from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import WAYS, Exercise, ExerciseWords, Land
from app.catalogue.faults import exercise_file, other_words, twice, unknown
from app.catalogue.setup import texts_in
from app.catalogue.timing import (
    USUAL_PEOPLE,
    needed_minutes,
    spoken_minutes,
    step_minutes,
    within,
)
from app.catalogue.word_check import check_words

SIZES = (6, 15, 40)
"""Numbers of people an exercise is worked out for, as far as it is for so many."""

ALL = "all"
"""What ``feeds`` calls everything captured, where there are no zones."""

_PRIVATE_KINDS = frozenset(("pulse",))
"""Kinds in which every answer is private."""


class KnownIds(msgspec.Struct, frozen=True, kw_only=True):
    """The ids that an exercise may refer to."""

    stages: Collection[str]
    concepts: Collection[str]
    sections: Collection[str]
    exercises: Collection[str]


def check_exercise(known: KnownIds, exercise: Exercise) -> Iterator[CatalogueError]:
    """Every fault in an exercise."""
    file = exercise_file(exercise.id)
    yield from unknown(file, "stages", exercise.stages, known.stages)
    yield from unknown(file, "concepts", exercise.concepts, known.concepts)
    yield from unknown(file, "sections", exercise.sections, known.sections)
    yield from twice(file, "purposes", exercise.purposes)
    yield from twice(file, "lands", exercise.lands)
    yield from twice(file, "needs", exercise.needs)
    for place in ("before", "after", "instead"):
        others = getattr(exercise, place)
        yield from unknown(file, place, others, set(known.exercises) - {exercise.id})
    steps = [step.id for step in exercise.steps]
    yield from twice(file, "steps", steps)
    materials = [one.id for one in exercise.materials]
    yield from twice(file, "materials", materials)
    for code, words in exercise.words.items():
        yield from other_words(file, f"words.{code}.steps", steps, words.steps)
        yield from other_words(file, f"words.{code}.materials", materials, words.materials)
        yield from _check_ways(file, f"words.{code}", steps, words)
    yield from check_words(file, "", msgspec.to_builtins(exercise))
    yield from _check_feeds(file, known, exercise)
    yield from _check_groups(file, exercise)
    yield from _check_lengths(file, exercise)
    yield from _check_people(file, exercise)


def _check_ways(
    file: str, place: str, steps: Collection[str], words: ExerciseWords
) -> Iterator[CatalogueError]:
    """Each way there, as steps, and the figures of its sizes left to arithmetic."""
    yield from other_words(file, f"{place}.ways", WAYS, words.ways)
    for way in WAYS:
        for step in words.ways.get(way, {}):
            if step not in steps:
                yield CatalogueError(file, f"{place}.ways.{way}.{step}", "unknown-id", id=step)
    for size, text in msgspec.to_builtins(words.sizes).items():
        if "minute" in text.casefold():
            yield CatalogueError(file, f"{place}.sizes.{size}", "minutes-in-words")


def _check_feeds(file: str, known: KnownIds, exercise: Exercise) -> Iterator[CatalogueError]:
    """Where each zone goes, and every section and land that the exercise names fed by one."""
    named = texts_in(exercise.setup).items()
    zones = {ALL, *(text for place, text in named if not place.endswith(".colour"))}
    targets = {*known.sections, *known.exercises, *get_args(Land)}
    fed: set[str] = set()
    for zone, goes in exercise.feeds.items():
        if zone not in zones:
            yield CatalogueError(file, f"feeds.{zone}", "unknown-id", id=zone)
        yield from unknown(file, f"feeds.{zone}", goes, targets)
        fed |= set(goes)
    reached = fed | ({"charter"} if fed & set(exercise.sections) else set())
    for place in ("sections", "lands"):
        for index, one in enumerate(getattr(exercise, place)):
            if one not in reached:
                yield CatalogueError(file, f"{place}[{index}]", "never-fed", id=one)
    known_here = {*exercise.sections, *exercise.lands, *known.exercises}
    for one in sorted(fed & targets - known_here):
        yield CatalogueError(file, "feeds", "fed-in-vain", id=one)


def _check_groups(file: str, exercise: Exercise) -> Iterator[CatalogueError]:
    """Groups where steps or materials count them; what is asked in private said to be so."""
    needs = [step.id for step in exercise.steps if step.pace and step.pace.each != "person"]
    needs += [one.id for one in exercise.materials if one.each == "group"]
    if needs and exercise.groups is None:
        yield CatalogueError(file, "groups", "groups-missing", id=needs[0])
    if exercise.kind in _PRIVATE_KINDS and exercise.private is None:
        yield CatalogueError(file, "private", "part-missing", kind=exercise.kind)


def _check_lengths(file: str, exercise: Exercise) -> Iterator[CatalogueError]:
    """The steps add up, and what is said in each fits in it."""
    minutes = exercise.minutes
    if not minutes.short <= minutes.usual <= minutes.long:
        yield CatalogueError(file, "minutes", "not-in-order")
    total = sum(step.minutes for step in exercise.steps)
    if total != minutes.usual:
        yield CatalogueError(file, "steps", "minutes-differ", total=total, usual=minutes.usual)
    if minutes.short < len(exercise.steps):
        yield CatalogueError(file, "minutes.short", "too-short", steps=len(exercise.steps))
    for index, step in enumerate(exercise.steps):
        if step.minutes < 1:
            yield CatalogueError(file, f"steps[{index}].minutes", "no-time")
        for code, words in exercise.words.items():
            told = words.steps.get(step.id)
            if told is not None and spoken_minutes(told.say) > step.minutes:
                place = f"words.{code}.steps.{step.id}.say"
                yield CatalogueError(file, place, "says-too-much", minutes=step.minutes)


def _check_people(file: str, exercise: Exercise) -> Iterator[CatalogueError]:
    """What its turns take, with few people and with many, lies within its lengths."""
    people, minutes = exercise.people, exercise.minutes
    if people.least > people.most:
        yield CatalogueError(file, "people", "not-in-order")
        return
    usual = within(USUAL_PEOPLE, exercise)
    for index, step in enumerate(exercise.steps):
        needed = step_minutes(step, exercise.groups, usual)
        if needed > step.minutes:
            place = f"steps[{index}].minutes"
            yield CatalogueError(file, place, "turns-too-long", needed=needed, people=usual)
    for size in SIZES:
        asked = within(size, exercise)
        needed = needed_minutes(exercise, asked)
        if needed > minutes.long:
            yield CatalogueError(
                file, "minutes.long", "turns-too-long", needed=needed, people=asked
            )
