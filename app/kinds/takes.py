"""What exercises declare to take from one another, held against the whole catalogue: for the build
step."""

from collections.abc import Iterator, Mapping

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise, Take
from app.catalogue.faults import exercise_file, twice, unknown
from app.catalogue.setup import read_setup
from app.workshop.zones import ZonesSetup


def take_faults(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Every fault in what exercises take: exercises, zones, sections, places there are not."""
    known = {one.id: one for one in catalogue.exercises}
    for exercise in catalogue.exercises:
        for index, take in enumerate(exercise.takes):
            file, place = exercise_file(exercise.id), f"takes[{index}]"
            yield from unknown(file, f"{place}.from", take.source, known)
            zones = {zone for one in take.source if one in known for zone in _zones(known[one])}
            yield from unknown(file, f"{place}.zones", take.zones, zones)
            yield from _into_faults(catalogue, exercise, take, f"{place}.in")
            for at, name in enumerate(take.drops):
                if any(name not in words.setup for words in exercise.words.values()):
                    yield CatalogueError(file, f"{place}.drops[{at}]", "unknown-id", id=name)


def _zones(exercise: Exercise) -> tuple[str, ...]:
    return tuple(zone.id for zone in read_setup(exercise.setup, ZonesSetup).zones)


def _into_faults(
    catalogue: Catalogue, exercise: Exercise, take: Take, place: str
) -> Iterator[CatalogueError]:
    """What is to become of it, and where: as many places as it can have, all of them there."""
    file = exercise_file(exercise.id)
    yield from twice(file, place, take.into)
    most = len(take.into) if take.form == "words" else 1
    if len(take.into) > most:
        yield CatalogueError(file, place, "too-many", most=most)
    if not take.into and (take.form != "notes" or _zones(exercise)):
        yield CatalogueError(file, place, "part-missing", kind=exercise.kind)
    if take.form == "notes":
        yield from unknown(file, place, take.into, _zones(exercise))
    elif take.form == "clauses":
        lists = {section.id for section in catalogue.sections if section.form == "list"}
        yield from unknown(file, place, take.into, lists)
    elif take.form == "items":
        there = [one for one in take.into if isinstance(exercise.setup.get(one), list | tuple)]
        yield from unknown(file, place, take.into, there)
    else:
        for words in exercise.words.values():
            there = [one for one in take.into if _found(words.setup, one)]
            yield from unknown(file, place, take.into, there)


def _found(setup: Mapping[str, object], place: str) -> bool:
    """Whether a setup's words have something at a place such as ``axes.energy``."""
    inner: object = setup
    for name in place.split("."):
        inner = inner.get(name) if isinstance(inner, Mapping) else None
    return inner is not None
