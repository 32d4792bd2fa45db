"""How long an exercise takes with so many people: the turns of its steps, added up.

A voice reads 140 words a minute aloud, and a note takes eight seconds to type: figures that
facilitators measured in rooms, below what one hopes for.
"""

from math import ceil

from app.catalogue.exercise_entries import Exercise, Groups, Pace, Step

WORDS_A_MINUTE = 140
TYPING = 8
"""Seconds to type a note."""

USUAL_PEOPLE = 18
"""An exercise's usual length is enough for as many people."""


def group_count(groups: Groups | None, people: int) -> int:
    """How many groups so many people make; one where they stay together."""
    if groups is None or people < groups.least:
        return 1
    return max(1, ceil(people / groups.size))


def turns(pace: Pace, groups: Groups | None, people: int) -> int:
    """How many turns a step has, one after the other."""
    if pace.each == "person":
        return people
    count = group_count(groups, people)
    if pace.each == "member":
        return ceil(people / count)
    return min(count, groups.report) if groups is not None and groups.report else count


def turn_seconds(pace: Pace) -> int:
    """What one turn costs."""
    read = ceil(pace.reads * 60 / WORDS_A_MINUTE)
    return pace.seconds + read + pace.types * TYPING + pace.handover


def step_minutes(step: Step, groups: Groups | None, people: int) -> int:
    """Whole minutes that a step needs with so many people, at least one."""
    if step.pace is None:
        return max(1, step.minutes)
    seconds = step.pace.plus + turns(step.pace, groups, people) * turn_seconds(step.pace)
    return max(1, ceil(seconds / 60))


def needed_minutes(exercise: Exercise, people: int) -> int:
    """Whole minutes that an exercise needs with so many people, as it is written."""
    return sum(step_minutes(step, exercise.groups, people) for step in exercise.steps)


def least_minutes(exercise: Exercise, people: int) -> int:
    """Whole minutes below which so many people would have to cut each other short.

    Turns keep their length; what has none can be done in half its time.
    """
    return sum(
        step_minutes(step, exercise.groups, people) if step.pace else ceil(step.minutes / 2)
        for step in exercise.steps
    )


def spoken_minutes(text: str) -> float:
    """How long it takes to say a text aloud."""
    return len(text.split()) / WORDS_A_MINUTE


def within(people: int, exercise: Exercise) -> int:
    """The number of people nearest to ``people`` that an exercise is for."""
    return min(max(people, exercise.people.least), exercise.people.most)
