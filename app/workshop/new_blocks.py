"""Blocks as they are made for a workshop: of an agenda, of an exercise, of what stands between."""

from collections import Counter

import msgspec

from app.catalogue.agenda_entries import AgendaBlock, Interlude
from app.catalogue.agenda_fit import fitted_minutes
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
    """The blocks of an agenda, fitted to a session and to those who are expected; as they are
    proposed where they do not fit."""
    proposed = catalogue.agenda(agenda)
    fitted = fitted_minutes(catalogue, proposed, session.minutes, workshop.expected)
    lengths = fitted or [planned.minutes for planned in proposed.blocks]
    parts: Counter[str] = Counter()
    made: list[Block] = []
    for planned, minutes in zip(proposed.blocks, lengths, strict=True):
        if planned.exercise is not None and planned.steps:
            parts[planned.exercise] += 1
        if minutes:
            part = parts[planned.exercise or ""]
            made.append(_proposed(library, catalogue, workshop, session, planned, minutes, part))
    return made


def _proposed(
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    session: Session,
    planned: AgendaBlock,
    minutes: int,
    part: int,
) -> Block:
    """One block of an agenda: an exercise or a part of it, or an interlude."""
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
    if planned.starts is not None:
        hours, past = planned.starts.split(":")
        made = msgspec.structs.replace(made, starts=int(hours) * 60 + int(past))
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
