"""Blocks as they are made for a workshop: of an agenda, of an exercise, of what stands between."""

from collections import Counter
from fractions import Fraction

import msgspec

from app.catalogue.agenda_entries import Interlude
from app.catalogue.agenda_fit import WHOLE, FittedBlock, fit_agenda, kept_starts
from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.recipe import (
    Recipe,
    decode_recipe,
    encode_recipe,
    interlude_recipe,
    make_recipe,
    own_recipe,
    part_of,
)
from app.library.library import Library
from app.library.rows import Block, Session, Workshop
from app.workshop.agenda import BREAK


def languages_of(workshop: Workshop) -> tuple[str, ...]:
    """The workshop's languages, the leading one first."""
    return tuple(workshop.languages.split(","))


def recipe_of(block: Block) -> Recipe:
    """The copy of the recipe that a block keeps."""
    return decode_recipe(block.recipe)


def agenda_blocks(
    library: Library, catalogue: Catalogue, workshop: Workshop, session: Session, agenda: str
) -> list[Block]:
    """The blocks of an agenda, fitted to a session and to those who are expected; as short as they
    can be where they do not fit."""
    fit = fit_agenda(catalogue, catalogue.agenda(agenda), session.minutes, workshop.expected)
    parts: Counter[str] = Counter()
    made: list[Block] = []
    for one, starts in zip(fit.blocks, kept_starts(fit, session.starts), strict=True):
        planned = one.block
        if planned.exercise is not None and planned.steps:
            parts[planned.exercise] += 1
        if one.minutes:
            part = parts[planned.exercise or ""]
            block = _proposed(library, catalogue, workshop, session, one, part)
            made.append(msgspec.structs.replace(block, starts=starts))
    return made


def _proposed(
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    session: Session,
    fitted: FittedBlock,
    part: int,
) -> Block:
    """One block of an agenda: an exercise or a part of it, or an interlude."""
    planned, minutes = fitted.block, fitted.minutes
    if planned.exercise is None:
        interlude = catalogue.interlude(planned.interlude or BREAK)
        made = interlude_block(library, workshop, session.id, interlude, minutes)
    else:
        exercise = catalogue.exercise(planned.exercise)
        made = exercise_block(library, workshop, session.id, exercise, minutes)
        if planned.steps:
            recipe = part_of(recipe_of(made), planned.steps, minutes, part)
            made = msgspec.structs.replace(made, recipe=encode_recipe(recipe))
    if planned.optional:
        made = msgspec.structs.replace(made, recipe=with_optional(made, optional=True))
    return made


def exercise_block(
    library: Library,
    workshop: Workshop,
    session: str,
    exercise: Exercise,
    minutes: int,
) -> Block:
    """A block for an exercise, with its copy of the recipe."""
    languages = languages_of(workshop)
    recipe = make_recipe(exercise, languages, minutes, workshop.expected)
    return Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session,
        position=0,
        exercise=exercise.id,
        kind=exercise.kind,
        title=recipe.in_language(languages[0]).title,
        minutes=minutes,
        audience=exercise.audience,
        recipe=encode_recipe(recipe),
    )


def share_of_exercise(catalogue: Catalogue, block: Block) -> Fraction:
    """How much of its exercise a block is: of a part, what its steps usually are of all."""
    entry, recipe = catalogue.find_exercise(block.exercise or ""), recipe_of(block)
    if entry is None or not recipe.part:
        return WHOLE
    ids = {step.id for step in recipe.steps}
    mine = sum(step.minutes for step in entry.steps if step.id in ids)
    return Fraction(mine, sum(step.minutes for step in entry.steps) or 1) or WHOLE


def with_optional(block: Block, *, optional: bool) -> str:
    """A block's recipe, as its row keeps it, that says whether it is left out first."""
    return encode_recipe(msgspec.structs.replace(recipe_of(block), optional=optional))


def interlude_block(
    library: Library, workshop: Workshop, session: str, interlude: Interlude, minutes: int
) -> Block:
    """A block for an interlude: a pause, or something with words of its own."""
    languages = languages_of(workshop)
    recipe = interlude_recipe(interlude, languages, minutes)
    return Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session,
        position=0,
        exercise=BREAK if interlude.pause else None,
        kind="talk",
        title="" if interlude.id == BREAK else recipe.in_language(languages[0]).title,
        minutes=minutes,
        audience="room" if interlude.pause else "community",
        recipe=encode_recipe(recipe),
    )


def own_block(
    library: Library, workshop: Workshop, session: str, title: str, minutes: int
) -> Block:
    """A block of somebody's own: the community's, as the workshop is, until somebody says
    otherwise."""
    return Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session,
        position=0,
        kind="talk",
        title=title,
        minutes=minutes,
        audience="community",
        recipe=encode_recipe(own_recipe(title, minutes, languages_of(workshop))),
    )


def break_block(library: Library, workshop: Workshop, session: str, minutes: int) -> Block:
    """A block for a break."""
    return Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session,
        position=0,
        exercise=BREAK,
        kind="talk",
        title="",
        minutes=minutes,
        recipe=encode_recipe(own_recipe("", minutes, languages_of(workshop))),
    )
