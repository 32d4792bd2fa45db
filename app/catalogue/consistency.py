"""What must hold between entries, beyond the shape of each: the faults a writer is told of.

What an exercise sets up for its kind is held against that kind in :mod:`app.kinds.setups`.

Codes are spoken by ``catalogue.fault.<code>``. Nothing here stops a facilitator: it keeps what
Hearth itself proposes honest.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.catalogue.agenda_fit import most_planned
from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Agenda, Concept, Exercise, Section, Stage
from app.catalogue.errors import CatalogueError
from app.catalogue.faults import exercise_file, other_words, twice, unknown
from app.catalogue.register_check import check_register, register_file
from app.catalogue.setup import texts_in
from app.words import LANGUAGES

LONGEST_STRETCH = 90
"""Minutes: a proposed agenda goes on no longer without a break."""


def check_catalogue(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Every fault, in the order of the tables."""
    tables: tuple[tuple[str, Sequence[msgspec.Struct]], ...] = (
        ("concepts", catalogue.concepts),
        ("stages", catalogue.stages),
        ("roles", catalogue.roles),
        ("sections", catalogue.sections),
    )
    for table, entries in tables:
        file = f"catalogue/{table}.toml"
        for entry in entries:
            raw = msgspec.to_builtins(entry)
            yield from _check_words(file, f"{raw['id']}.", raw)
    for section in catalogue.sections:
        yield from _check_section(catalogue, section)
    for exercise in catalogue.exercises:
        yield from _check_exercise(catalogue, exercise)
    for agenda in catalogue.agendas:
        yield from _check_agenda(catalogue, agenda)
    for register in catalogue.registers:
        file = register_file(register.id)
        yield from unknown(file, "concepts", register.concepts, _ids(catalogue.concepts))
        yield from _check_words(file, "", msgspec.to_builtins(register))
        yield from check_register(register)


def _check_words(file: str, prefix: str, raw: Mapping[str, object]) -> Iterator[CatalogueError]:
    """Both languages there, of one shape, with nothing left empty."""
    words = raw["words"]
    assert isinstance(words, dict)
    for language in LANGUAGES:
        if language not in words:
            yield CatalogueError(file, f"{prefix}words.{language}", "language-missing")
    for language in words:
        if language not in LANGUAGES:
            yield CatalogueError(file, f"{prefix}words.{language}", "language-unknown")
    places = {code: texts_in(words[code]) for code in LANGUAGES if code in words}
    everywhere = {place for leaves in places.values() for place in leaves}
    for code, leaves in places.items():
        for place in sorted(everywhere - leaves.keys()):
            yield CatalogueError(file, f"{prefix}words.{code}{place}", "words-missing")
        for place, text in leaves.items():
            if text != text.strip() or not text:
                yield CatalogueError(file, f"{prefix}words.{code}{place}", "blank")


def _check_section(catalogue: Catalogue, section: Section) -> Iterator[CatalogueError]:
    file = "catalogue/sections.toml"
    if (section.form == "table") != bool(section.columns):
        yield CatalogueError(file, f"{section.id}.columns", "columns-and-form", form=section.form)
    yield from twice(file, f"{section.id}.columns", section.columns)
    for code, words in section.words.items():
        place = f"{section.id}.words.{code}.columns"
        yield from other_words(file, place, section.columns, words.columns)
    if section.parent is not None:
        before = []
        for other in catalogue.sections:
            if other.id == section.id:
                break
            before.append(other.id)
        if section.parent not in before:
            yield CatalogueError(file, f"{section.id}.parent", "unknown-id", id=section.parent)


def _check_exercise(catalogue: Catalogue, exercise: Exercise) -> Iterator[CatalogueError]:
    file = exercise_file(exercise.id)
    yield from unknown(file, "stages", exercise.stages, _ids(catalogue.stages))
    yield from unknown(file, "concepts", exercise.concepts, _ids(catalogue.concepts))
    yield from unknown(file, "sections", exercise.sections, _ids(catalogue.sections))
    yield from twice(file, "purposes", exercise.purposes)
    yield from twice(file, "lands", exercise.lands)
    yield from twice(file, "steps", [step.id for step in exercise.steps])
    for code, words in exercise.words.items():
        steps = [step.id for step in exercise.steps]
        yield from other_words(file, f"words.{code}.steps", steps, words.steps)
    yield from _check_words(file, "", msgspec.to_builtins(exercise))
    yield from _check_times(file, exercise)


def _check_times(file: str, exercise: Exercise) -> Iterator[CatalogueError]:
    minutes, people = exercise.minutes, exercise.people
    if not minutes.short <= minutes.usual <= minutes.long:
        yield CatalogueError(file, "minutes", "not-in-order")
    if people.least > people.most:
        yield CatalogueError(file, "people", "not-in-order")
    for index, step in enumerate(exercise.steps):
        if step.minutes < 1:
            yield CatalogueError(file, f"steps[{index}].minutes", "no-time")
    total = sum(step.minutes for step in exercise.steps)
    if total != minutes.usual:
        yield CatalogueError(file, "steps", "minutes-differ", total=total, usual=minutes.usual)
    if minutes.short < len(exercise.steps):
        yield CatalogueError(file, "minutes.short", "too-short", steps=len(exercise.steps))


def _check_agenda(catalogue: Catalogue, agenda: Agenda) -> Iterator[CatalogueError]:
    file = f"catalogue/agendas/{agenda.id}.toml"
    yield from _check_words(file, "", msgspec.to_builtins(agenda))
    limit = most_planned(agenda.minutes)
    if agenda.planned_minutes > limit:
        total = agenda.planned_minutes
        yield CatalogueError(file, "blocks", "nothing-to-spare", total=total, limit=limit)
    stretch = 0
    for index, block in enumerate(agenda.blocks):
        place = f"blocks[{index}]"
        stretch = 0 if block.pause else stretch + block.minutes
        if stretch > LONGEST_STRETCH:
            yield CatalogueError(file, place, "no-break", most=LONGEST_STRETCH)
        if block.pause == (block.exercise is not None):
            yield CatalogueError(file, place, "exercise-or-break")
        if block.exercise is None:
            continue
        exercise = catalogue.find_exercise(block.exercise)
        if exercise is None:
            yield CatalogueError(file, f"{place}.exercise", "unknown-id", id=block.exercise)
            continue
        short, long = exercise.minutes.short, exercise.minutes.long
        if not short <= block.minutes <= long:
            yield CatalogueError(file, f"{place}.minutes", "out-of-range", least=short, most=long)
        if not exercise.people.least <= agenda.people <= exercise.people.most:
            least, most = exercise.people.least, exercise.people.most
            yield CatalogueError(file, f"{place}.exercise", "out-of-range", least=least, most=most)
        if agenda.purpose not in exercise.purposes:
            yield CatalogueError(file, f"{place}.exercise", "other-purpose", id=exercise.id)


def _ids(entries: Sequence[Concept | Section | Stage]) -> set[str]:
    return {entry.id for entry in entries}
