"""What an own exercise needs to be led, said as trouble that a person can mend; all else is theirs.

What comes out is clean: lines on one line, nothing in words or setup of steps that are gone.
"""

from collections.abc import Mapping
from typing import get_args

import msgspec
from msgspec import Meta

from app.catalogue.entries import WallText
from app.catalogue.exercise_check import ALL
from app.catalogue.exercise_entries import Minutes
from app.catalogue.own_exercise import LenientExercise, LenientStepWords, LenientWords
from app.catalogue.setup import read_setup, texts_in
from app.library.trouble import Trouble
from app.typed_text import LONGEST_NAME, name_line, one_line, several_lines, visible
from app.workshop.zones import ZonesSetup

FREE_ZONES: Mapping[str, int] = {"talk": 0, "board": 1}
"""Kinds whose zones people may add and take away, and how many there are at least; those of the
others mean something."""
MOST_STEPS = 20
MOST_MINUTES = 600
"""Minutes: ten hours. More is a slip of the finger."""


def longest_question() -> int:
    """Letters that can be read from the back of the room."""
    return next(one.max_length or 0 for one in get_args(WallText) if isinstance(one, Meta))


def checked_own(exercise: LenientExercise) -> LenientExercise:
    """An own exercise as it may be kept; its usual length is what its steps add up to.

    Raises Trouble: ``own-unnamed``, ``own-question-missing``, ``own-question-long`` (``most``),
    ``own-steps-missing``, ``own-steps-many`` (``most``), ``own-step-unnamed`` (``n``),
    ``own-step-minutes`` (``n``, ``most``), ``own-minutes`` (``total``), ``own-people``,
    ``own-zones-missing``, and ``too-long``.
    """
    steps = exercise.steps
    if not steps:
        raise Trouble("own-steps-missing")
    if len(steps) > MOST_STEPS:
        raise Trouble("own-steps-many", most=MOST_STEPS)
    for number, step in enumerate(steps, start=1):
        if not 1 <= step.minutes <= MOST_MINUTES:
            raise Trouble("own-step-minutes", n=number, most=MOST_MINUTES)
    total = sum(step.minutes for step in steps)
    minutes = Minutes(short=exercise.minutes.short, usual=total, long=exercise.minutes.long)
    if not 1 <= minutes.short <= minutes.usual <= minutes.long:
        raise Trouble("own-minutes", total=total)
    if not 1 <= exercise.people.least <= exercise.people.most:
        raise Trouble("own-people")
    zones = read_setup(exercise.setup, ZonesSetup).zones
    if len(zones) < FREE_ZONES.get(exercise.kind, 0):
        raise Trouble("own-zones-missing")
    order = [step.id for step in steps]
    words = {code: _checked_words(told, order) for code, told in exercise.words.items()}
    known = {ALL, *texts_in(exercise.setup).values()}
    feeds = {zone: goes for zone, goes in exercise.feeds.items() if zone in known}
    return msgspec.structs.replace(exercise, minutes=minutes, words=words, feeds=feeds)


def _checked_words(words: LenientWords, order: list[str]) -> LenientWords:
    most = longest_question()
    name, question = name_line(words.name), one_line(words.question)
    if not visible(name):
        raise Trouble("own-unnamed")
    if not visible(question):
        raise Trouble("own-question-missing")
    if len(question) > most:
        raise Trouble("own-question-long", most=most)
    steps: dict[str, LenientStepWords] = {}
    for number, step in enumerate(order, start=1):
        told = words.steps.get(step, LenientStepWords())
        title = one_line(told.title, LONGEST_NAME)
        if not visible(title):
            raise Trouble("own-step-unnamed", n=number)
        steps[step] = LenientStepWords(
            title=title, do=several_lines(told.do), say=several_lines(told.say)
        )
    fields: dict[str, object] = {
        one: several_lines(text)
        for one in words.__struct_fields__
        if isinstance(text := getattr(words, one), str)
    }
    ways = {
        way: kept
        for way, instead in words.ways.items()
        if (kept := {step: text for step, text in instead.items() if step in order})
    }
    fields |= {"name": name, "question": question, "steps": steps, "ways": ways}
    fields["materials"] = _lines(words.materials)
    return msgspec.structs.replace(words, **fields)


def _lines(texts: Mapping[str, str]) -> dict[str, str]:
    """Texts that stand on a line each, without those that say nothing."""
    lines = {key: one_line(text) for key, text in texts.items()}
    return {key: line for key, line in lines.items() if visible(line)}
