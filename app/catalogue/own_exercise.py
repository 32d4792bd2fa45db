"""A facilitator's own exercises: the catalogue's struct, read leniently.

One may be told in one language only and be empty wherever nothing is needed to lead it. It is an
:class:`~app.catalogue.exercise_entries.Exercise` like any other, so that whoever reads exercises
asks nothing; its id says that it is somebody's own.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from app.catalogue.entries import Audience, Purpose
from app.catalogue.exercise_entries import (
    Arrangement,
    Doing,
    Exercise,
    ExerciseWords,
    Land,
    Material,
    Minutes,
    Pace,
    People,
    Sizes,
    Step,
    StepWords,
    Variations,
)

OWN = "own-"
"""What the id of an own exercise begins with; the key of its row follows."""


class UnreadableExercise(ValueError):
    """Text that is no exercise."""


class LenientStep(Step, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """A step of an own exercise."""

    id: str
    minutes: int = 0
    does: Doing = "together"
    pace: Pace | None = None


class LenientMaterial(Material, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """Something to bring; a ``count`` of 0 where nobody counted it."""

    id: str
    each: Literal["person", "group", "room"] = "room"
    count: int = 0


class LenientStepWords(StepWords, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """The words of a step; what to do and to say may be empty."""

    title: str = ""
    do: str = ""
    say: str = ""


class LenientSizes(Sizes, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """How it changes with how many there are, as far as somebody said so."""

    small: str = ""
    middle: str = ""
    large: str = ""


class LenientVariations(Variations, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """How it changes when something is short, as far as somebody said so."""

    less_time: str = ""
    low_energy: str = ""


class LenientWords(ExerciseWords, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """An own exercise in a language: any of it may be empty but its name, question and steps."""

    name: str = ""
    purpose: str = ""
    when: str = ""
    when_not: str = ""
    question: str = ""
    room: str = ""
    materials: Mapping[str, str] = {}
    prepare: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    listen: str = ""
    close: str = ""
    captures: str = ""
    follow_up: str = ""
    fails: str = ""
    access: str = ""
    sizes: LenientSizes = LenientSizes()
    variations: LenientVariations = LenientVariations()
    ways: Mapping[str, Mapping[str, str]] = {}
    setup: Mapping[str, object] = {}
    steps: Mapping[str, LenientStepWords] = {}


class LenientExercise(Exercise, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """An exercise of somebody's own."""

    id: str = ""
    kind: str = "talk"
    stages: tuple[str, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    concepts: tuple[str, ...] = ()
    minutes: Minutes = Minutes(short=1, usual=1, long=1)
    people: People = People(least=2, most=40)
    lands: tuple[Land, ...] = ("summary",)
    audience: Audience = "room"
    anonymous: bool = False
    arrangement: Arrangement = "circle"
    feeds: Mapping[str, tuple[str, ...]] = {}
    materials: tuple[LenientMaterial, ...] = ()
    steps: tuple[LenientStep, ...] = ()
    words: Mapping[str, LenientWords] = {}


def is_own(exercise: str) -> bool:
    """Whether an exercise's id is that of somebody's own."""
    return exercise.startswith(OWN)


def encode_own(exercise: Exercise) -> str:
    """An own exercise as JSON, for its row or a file."""
    return msgspec.json.encode(exercise).decode("utf-8")


def decode_own(text: str | bytes) -> LenientExercise:
    """The own exercise in a row or a file. Raises UnreadableExercise."""
    try:
        found = msgspec.json.decode(text, type=LenientExercise)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableExercise(str(error)) from error
    if not found.words or not found.steps:
        raise UnreadableExercise("without words or steps")
    return found


def own_copy(exercise: Exercise, language: str) -> LenientExercise:
    """A copy of an exercise in one language, or in the one it has, to be changed."""
    known = language if language in exercise.words else next(iter(exercise.words))
    told = msgspec.structs.replace(exercise, words={known: exercise.in_language(known)})
    return msgspec.convert(msgspec.to_builtins(told), LenientExercise)
