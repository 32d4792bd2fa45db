"""A block of an agenda kept as an exercise of one's own, as people changed it."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_check import ALL
from app.catalogue.exercise_entries import Exercise, Minutes
from app.catalogue.own_exercise import (
    LenientExercise,
    LenientMaterial,
    LenientStep,
    LenientStepWords,
    LenientWords,
    own_copy,
)
from app.catalogue.recipe import Recipe, RecipeWords
from app.library.library import Library
from app.library.rows import Block, Workshop
from app.typed_text import one_line
from app.workshop.agenda import BREAK
from app.workshop.new_blocks import recipe_of
from app.workshop.own_check import longest_question
from app.workshop.own_exercises import add_own_exercise
from app.workshop.planning import scope_of

EACH: Mapping[str, Literal["person", "group", "room"]] = {
    "person": "person",
    "group": "group",
    "room": "room",
}
"""For whom things are counted."""


def may_be_kept(block: Block) -> bool:
    """Whether a block can become an exercise: a break is none."""
    return block.exercise != BREAK and bool(recipe_of(block).steps)


def keep_block_as_own(
    library: Library, catalogue: Catalogue, workshop: Workshop, block: Block, language: str
) -> LenientExercise:
    """Keep a block, with its words in a language, as one's own exercise; taken back where the
    agenda is.

    Raises Trouble as :func:`app.workshop.own_check.checked_own`.
    """
    origin = catalogue.find_exercise(block.exercise or "")
    made = _exercise_of(block, recipe_of(block), origin, language)
    copied_from = origin.id if origin is not None else ""
    return add_own_exercise(library, made, copied_from, scope_of(workshop))


def _exercise_of(
    block: Block, recipe: Recipe, origin: Exercise | None, language: str
) -> LenientExercise:
    told = recipe.in_language(language)
    code = language if language in recipe.words else next(iter(recipe.words), language)
    base = own_copy(origin, code) if origin is not None else LenientExercise()
    minutes = max(block.minutes, len(recipe.steps), 1)
    known = base.minutes if origin is not None else Minutes(short=minutes, usual=1, long=minutes)
    before = {step.id: step for step in base.steps}
    steps = tuple(
        msgspec.structs.replace(
            before.get(step.id, LenientStep(id=step.id)), minutes=max(1, step.minutes)
        )
        for step in recipe.steps
    )
    total = sum(step.minutes for step in steps)
    return msgspec.structs.replace(
        base,
        kind=block.kind,
        audience=block.audience,
        anonymous=recipe.anonymous,
        hidden=recipe.hidden,
        setup=recipe.setup,
        feeds=base.feeds or {ALL: ("summary",)},
        minutes=Minutes(short=min(known.short, total), usual=total, long=max(known.long, total)),
        materials=tuple(
            LenientMaterial(id=one.id, each=EACH.get(one.each, "room"), count=one.count)
            for one in recipe.materials
        ),
        steps=steps,
        words={code: _words_of(block, told, base)},
    )


def _words_of(block: Block, told: RecipeWords, base: LenientExercise) -> LenientWords:
    """What the block says; of what a recipe does not keep, such as when it fits, what was there."""
    words = next(iter(base.words.values()), LenientWords())
    title = one_line(block.title) or told.title
    same = {one for one in told.__struct_fields__ if one not in ("title", "question", "steps")}
    return msgspec.structs.replace(
        words,
        **{one: getattr(told, one) for one in same},
        name=title,
        # What everybody sees, where nothing else was asked.
        question=told.question or title[: longest_question()].rstrip(),
        steps={
            step: LenientStepWords(title=one.title or title, do=one.do, say=one.say)
            for step, one in told.steps.items()
        },
    )
