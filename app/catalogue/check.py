"""What must hold between entries, beyond the shape of each: the faults a writer is told of.

Codes are spoken by ``catalogue.fault.<code>``. Nothing here stops a facilitator: it keeps what
Hearth itself proposes honest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.types import Agenda, Exercise, Section
from app.words import LANGUAGES

SPARE = 10
"""A proposed agenda leaves one minute in this many free."""

NEEDS: Mapping[str, tuple[str, ...]] = {"board": ("zones",), "roles": ("roles",)}
"""What the exercises of a kind cannot do without: places for notes, roles to offer."""

MAY_HAVE: Mapping[str, tuple[str, ...]] = {
    "talk": ("zones",),
    "board": ("zones", "dots"),
    "roles": ("roles",),
}
"""What the exercises of a kind can use; elsewhere it would be written in vain."""


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
    places = {code: dict(_leaves(words[code])) for code in LANGUAGES if code in words}
    everywhere = {place for leaves in places.values() for place in leaves}
    for code, leaves in places.items():
        for place in sorted(everywhere - leaves.keys()):
            yield CatalogueError(file, f"{prefix}words.{code}{place}", "words-missing")
        for place, text in leaves.items():
            if text != text.strip() or not text:
                yield CatalogueError(file, f"{prefix}words.{code}{place}", "blank")


def _leaves(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text under a value, with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{place}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{place}[{index}]")
    else:
        yield place, str(value)


def _check_section(catalogue: Catalogue, section: Section) -> Iterator[CatalogueError]:
    file = "catalogue/sections.toml"
    if (section.form == "table") != bool(section.columns):
        yield CatalogueError(file, f"{section.id}.columns", "columns-and-form", form=section.form)
    yield from _check_twice(file, f"{section.id}.columns", section.columns)
    for code, words in section.words.items():
        place = f"{section.id}.words.{code}.columns"
        yield from _check_same(file, place, section.columns, words.columns)
    if section.parent is not None:
        before = []
        for other in catalogue.sections:
            if other.id == section.id:
                break
            before.append(other.id)
        if section.parent not in before:
            yield CatalogueError(file, f"{section.id}.parent", "unknown-id", id=section.parent)


def _check_exercise(catalogue: Catalogue, exercise: Exercise) -> Iterator[CatalogueError]:
    file = f"catalogue/exercises/{exercise.id}.toml"
    yield from _check_known(file, "stages", exercise.stages, catalogue.stages)
    yield from _check_known(file, "concepts", exercise.concepts, catalogue.concepts)
    yield from _check_known(file, "sections", exercise.sections, catalogue.sections)
    yield from _check_known(file, "roles", exercise.roles, catalogue.roles)
    yield from _check_twice(file, "purposes", exercise.purposes)
    yield from _check_twice(file, "lands", exercise.lands)
    yield from _check_twice(file, "zones", [zone.id for zone in exercise.zones])
    yield from _check_twice(file, "steps", [step.id for step in exercise.steps])
    for code, words in exercise.words.items():
        zones = [zone.id for zone in exercise.zones]
        yield from _check_same(file, f"words.{code}.zones", zones, words.zones)
        steps = [step.id for step in exercise.steps]
        yield from _check_same(file, f"words.{code}.steps", steps, words.steps)
    yield from _check_words(file, "", msgspec.to_builtins(exercise))
    yield from _check_times(file, exercise)
    yield from _check_kind(file, exercise)


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


def _check_kind(file: str, exercise: Exercise) -> Iterator[CatalogueError]:
    """What goes with a kind: zones where notes go, roles to offer, dots to vote with."""
    kind = exercise.kind
    for part in ("zones", "roles", "dots"):
        there = bool(getattr(exercise, part))
        if not there and part in NEEDS.get(kind, ()):
            yield CatalogueError(file, part, "part-missing", kind=kind)
        if there and part not in MAY_HAVE.get(kind, ()):
            yield CatalogueError(file, part, "part-in-vain", kind=kind)
    if exercise.dots is None:
        return
    if not any(step.does == "vote" for step in exercise.steps):
        yield CatalogueError(file, "dots", "dots-without-vote")
    if exercise.dots.cap > exercise.dots.each:
        yield CatalogueError(file, "dots.cap", "not-in-order")


def _check_agenda(catalogue: Catalogue, agenda: Agenda) -> Iterator[CatalogueError]:
    file = f"catalogue/agendas/{agenda.id}.toml"
    yield from _check_words(file, "", msgspec.to_builtins(agenda))
    limit = agenda.minutes * (SPARE - 1) // SPARE
    if agenda.planned_minutes > limit:
        total = agenda.planned_minutes
        yield CatalogueError(file, "blocks", "nothing-to-spare", total=total, limit=limit)
    for index, block in enumerate(agenda.blocks):
        place = f"blocks[{index}]"
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


def _check_known(
    file: str, place: str, ids: Sequence[str], entries: Iterable[msgspec.Struct]
) -> Iterator[CatalogueError]:
    """Every id named is one of the entries', and none is named twice."""
    known = {getattr(entry, "id", "") for entry in entries}
    for index, one in enumerate(ids):
        if one not in known:
            yield CatalogueError(file, f"{place}[{index}]", "unknown-id", id=one)
    yield from _check_twice(file, place, ids)


def _check_twice(file: str, place: str, ids: Sequence[str]) -> Iterator[CatalogueError]:
    for index, one in enumerate(ids):
        if one in ids[:index]:
            yield CatalogueError(file, f"{place}[{index}]", "named-twice", id=one)


def _check_same(
    file: str, place: str, ids: Sequence[str], words: Mapping[str, object]
) -> Iterator[CatalogueError]:
    """Words for exactly these ids."""
    for one in ids:
        if one not in words:
            yield CatalogueError(file, f"{place}.{one}", "words-missing")
    for one in words:
        if one not in ids:
            yield CatalogueError(file, f"{place}.{one}", "unknown-id", id=one)
