"""Each exercise's setup held against the struct that its kind declares: for the build step."""

from collections.abc import Iterator

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file
from app.catalogue.read import locate
from app.catalogue.setup import Setup, texts_in
from app.kinds.kind import CaptureKinds


def setup_faults(catalogue: Catalogue, kinds: CaptureKinds) -> Iterator[CatalogueError]:
    """Every fault in what exercises set up for their kinds."""
    for exercise in catalogue.exercises:
        if exercise.kind in kinds.ids:
            yield from _exercise_faults(exercise, catalogue, kinds)
        else:
            file = exercise_file(exercise.id)
            yield CatalogueError(file, "kind", "unknown-id", id=exercise.kind)


def _exercise_faults(
    exercise: Exercise, catalogue: Catalogue, kinds: CaptureKinds
) -> Iterator[CatalogueError]:
    file, kind = exercise_file(exercise.id), kinds[exercise.kind]
    found = list(_shape_faults(file, "setup", exercise.setup, kind.setup, exercise.kind))
    for code, words in exercise.words.items():
        place = f"words.{code}.setup"
        found += _shape_faults(file, place, words.setup, kind.setup_words, exercise.kind)
    yield from found or kind.faults(exercise, catalogue)


def _shape_faults(
    file: str, place: str, raw: Setup, form: type[msgspec.Struct], kind: str
) -> Iterator[CatalogueError]:
    """What does not fit the struct, and what the struct has no place for."""
    try:
        taken = msgspec.convert(raw, form)
    except msgspec.ValidationError as error:
        field, detail = locate(raw, form, str(error))
        yield CatalogueError(file, f"{place}.{field}", "shape", detail=detail)
        return
    known = texts_in(msgspec.to_builtins(taken)).keys()
    vain = [f".{name}" for name in raw if name not in form.__struct_fields__]
    for path in vain or [path for path in texts_in(raw) if path not in known]:
        yield CatalogueError(file, f"{place}{path}", "part-in-vain", kind=kind)
