"""What must hold in an agenda: it fits its time, people rest, and all it names is there."""

from collections.abc import Iterator

import msgspec

from app.catalogue.agenda_entries import Agenda, AgendaBlock
from app.catalogue.agenda_fit import minute_of, most_planned
from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import unknown
from app.catalogue.timing import least_minutes, within
from app.catalogue.word_check import check_words

LONGEST_STRETCH = 90
"""Minutes: a proposed agenda goes on no longer without a break."""


def check_agenda(catalogue: Catalogue, agenda: Agenda) -> Iterator[CatalogueError]:
    """Every fault in an agenda."""
    file = f"catalogue/agendas/{agenda.id}.toml"
    yield from check_words(file, "", msgspec.to_builtins(agenda))
    yield from unknown(file, "stages", agenda.stages, {one.id for one in catalogue.stages})
    yield from unknown(file, "makes", agenda.makes, {one.id for one in catalogue.sections})
    if agenda.follows is not None and catalogue.find_agenda(agenda.follows) is None:
        yield CatalogueError(file, "follows", "unknown-id", id=agenda.follows)
    if not agenda.least <= agenda.people <= agenda.most:
        yield CatalogueError(file, "people", "not-in-order")
    yield from _check_time(catalogue, agenda, file)
    for index, block in enumerate(agenda.blocks):
        yield from _check_block(catalogue, agenda, block, file, f"blocks[{index}]")
    yield from _check_drafts(catalogue, agenda, file)
    yield from _check_order(catalogue, agenda, file)


def _check_time(catalogue: Catalogue, agenda: Agenda, file: str) -> Iterator[CatalogueError]:
    """A tenth to spare, a break every ninety minutes, fixed starts that are kept."""
    limit = most_planned(agenda.minutes)
    if agenda.planned_minutes > limit:
        total = agenda.planned_minutes
        yield CatalogueError(file, "blocks", "nothing-to-spare", total=total, limit=limit)
    stretch, clock = 0, agenda.first_minute
    for index, block in enumerate(agenda.blocks):
        due = minute_of(block)
        if due is not None:
            if due < clock:
                yield CatalogueError(file, f"blocks[{index}].starts", "starts-too-soon")
            clock = due
        clock += block.minutes
        interlude = catalogue.find_interlude(block.interlude or "")
        rests = interlude is not None and interlude.pause
        stretch = 0 if rests else stretch + block.minutes
        if stretch > LONGEST_STRETCH:
            yield CatalogueError(file, f"blocks[{index}]", "no-break", most=LONGEST_STRETCH)


def _check_block(
    catalogue: Catalogue, agenda: Agenda, block: AgendaBlock, file: str, place: str
) -> Iterator[CatalogueError]:
    if (block.interlude is None) == (block.exercise is None):
        yield CatalogueError(file, place, "exercise-or-interlude")
    if block.interlude is not None and catalogue.find_interlude(block.interlude) is None:
        yield CatalogueError(file, f"{place}.interlude", "unknown-id", id=block.interlude)
    if block.exercise is None:
        return
    exercise = catalogue.find_exercise(block.exercise)
    if exercise is None:
        yield CatalogueError(file, f"{place}.exercise", "unknown-id", id=block.exercise)
        return
    known = [step.id for step in exercise.steps]
    yield from unknown(file, f"{place}.steps", block.steps, known)
    if agenda.purpose not in exercise.purposes:
        yield CatalogueError(file, f"{place}.exercise", "other-purpose", id=exercise.id)
    least, most = exercise.people.least, exercise.people.most
    if not least <= agenda.people <= most:
        yield CatalogueError(file, f"{place}.exercise", "out-of-range", least=least, most=most)
    minutes = minutes_of(agenda, exercise)
    least, most = exercise.minutes.short, exercise.minutes.long
    if not least <= minutes <= most:
        yield CatalogueError(file, f"{place}.minutes", "out-of-range", least=least, most=most)
    needed = least_minutes(exercise, within(agenda.people, exercise))
    if minutes < needed:
        people = agenda.people
        yield CatalogueError(
            file, f"{place}.minutes", "turns-too-long", needed=needed, people=people
        )


def minutes_of(agenda: Agenda, exercise: Exercise) -> int:
    """What an agenda gives an exercise, in however many parts."""
    return sum(block.minutes for block in agenda.blocks if block.exercise == exercise.id)


def _check_drafts(catalogue: Catalogue, agenda: Agenda, file: str) -> Iterator[CatalogueError]:
    """Each section that an agenda makes is drafted by one of its exercises."""
    entries = (catalogue.find_exercise(block.exercise or "") for block in agenda.blocks)
    drafted = {section for one in entries if one is not None for section in one.sections}
    for index, section in enumerate(agenda.makes):
        if section not in drafted:
            yield CatalogueError(file, f"makes[{index}]", "never-fed", id=section)


def _check_order(catalogue: Catalogue, agenda: Agenda, file: str) -> Iterator[CatalogueError]:
    """Steps of an exercise in two parts are in their order, and each is there once."""
    for exercise in dict.fromkeys(one.exercise for one in agenda.blocks if one.exercise):
        entry = catalogue.find_exercise(exercise)
        parts = [one.steps for one in agenda.blocks if one.exercise == exercise]
        if entry is None or not any(parts):
            continue
        said = [step for part in parts for step in part]
        if said != [step.id for step in entry.steps]:
            yield CatalogueError(file, "blocks", "parts-differ", id=exercise)
