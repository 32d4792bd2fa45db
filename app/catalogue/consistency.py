"""What must hold between entries, beyond the shape of each: the faults a writer is told of.

What an exercise sets up for its kind is held against that kind in :mod:`app.kinds.setups`.

Codes are spoken by ``catalogue.fault.<code>``. Nothing here stops a facilitator: it keeps what
Hearth itself proposes honest.
"""

from collections.abc import Iterator, Sequence

import msgspec

from app.catalogue.agenda_check import check_agenda
from app.catalogue.catalogue import Catalogue
from app.catalogue.coverage import check_coverage
from app.catalogue.entries import AgreementRule, Concept, Section, Stage
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_check import KnownIds, check_exercise
from app.catalogue.faults import other_words, twice, unknown
from app.catalogue.reading_check import check_reading
from app.catalogue.register_check import check_register, register_file
from app.catalogue.word_check import check_words


def check_catalogue(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Every fault, in the order of the tables."""
    tables: tuple[tuple[str, Sequence[msgspec.Struct]], ...] = (
        ("concepts", catalogue.concepts),
        ("stages", catalogue.stages),
        ("roles", catalogue.roles),
        ("sections", catalogue.sections),
        ("agreement_rules", catalogue.agreement_rules),
    )
    for table, entries in tables:
        file = f"catalogue/{table}.toml"
        for entry in entries:
            raw = msgspec.to_builtins(entry)
            yield from check_words(file, f"{raw['id']}.", raw)
    for section in catalogue.sections:
        yield from _check_section(catalogue, section)
    for rule in catalogue.agreement_rules:
        yield from _check_rule(rule)
    known = KnownIds(
        stages=_ids(catalogue.stages),
        concepts=_ids(catalogue.concepts),
        sections=_ids(catalogue.sections),
        exercises={exercise.id for exercise in catalogue.exercises},
    )
    for stage in catalogue.stages:
        file = "catalogue/stages.toml"
        yield from unknown(file, f"{stage.id}.exercises", stage.exercises, known.exercises)
    for exercise in catalogue.exercises:
        yield from check_exercise(known, exercise)
    for agenda in catalogue.agendas:
        yield from check_agenda(catalogue, agenda)
    yield from check_reading(catalogue)
    yield from check_coverage(catalogue)
    for register in catalogue.registers:
        file = register_file(register.id)
        yield from unknown(file, "concepts", register.concepts, _ids(catalogue.concepts))
        yield from check_words(file, "", msgspec.to_builtins(register))
        yield from check_register(register)


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


def _check_rule(rule: AgreementRule) -> Iterator[CatalogueError]:
    """A share of at most all, and one that can be met."""
    file = "catalogue/agreement_rules.toml"
    if rule.part > rule.whole or (rule.above and rule.part == rule.whole):
        part, whole = rule.part, rule.whole
        yield CatalogueError(file, f"{rule.id}.part", "share-never-met", part=part, whole=whole)
    yield from twice(file, f"{rule.id}.agrees", rule.agrees)
    if rule.part and not rule.agrees:
        yield CatalogueError(file, f"{rule.id}.agrees", "nobody-agrees")


def _ids(entries: Sequence[Concept | Section | Stage]) -> set[str]:
    return {entry.id for entry in entries}
