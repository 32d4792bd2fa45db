"""A facilitator's own exercises: kept in the library, and among the catalogue's wherever these are.

The catalogue's own are never written over: an own exercise has an id of its own. What a workshop
has copied of it stays as it was, whatever becomes of it.
"""

from collections.abc import Callable

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.own_exercise import (
    OWN,
    LenientExercise,
    UnreadableExercise,
    decode_own,
    encode_own,
)
from app.catalogue.packed import Joined
from app.library.journal import Change, Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import OwnExercise
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.own_check import checked_own

IN_LIBRARY = Scope()
"""Own exercises belong to no community."""


def exercise_of(row: OwnExercise) -> LenientExercise | None:
    """The exercise in a row, under the row's own id; None where it cannot be read."""
    try:
        found = decode_own(row.exercise)
    except UnreadableExercise:
        return None
    return msgspec.structs.replace(found, id=OWN + row.id)


def own_row(reader: Reader, exercise: str) -> OwnExercise | None:
    """The row of an own exercise, by the exercise's id."""
    return reader.find(OwnExercise, exercise.removeprefix(OWN))


def own_exercises(reader: Reader) -> tuple[LenientExercise, ...]:
    """The library's own exercises that can be read, the newest first."""
    rows = reader.rows(OwnExercise, order="created")
    return tuple(found for row in reversed(rows) if (found := exercise_of(row)) is not None)


def with_own(catalogue: Catalogue, reader: Reader) -> Catalogue:
    """The catalogue with the library's own exercises before its own, the newest first."""
    own = own_exercises(reader)
    if not own:
        return catalogue
    return msgspec.structs.replace(catalogue, exercises=Joined(own, catalogue.exercises))


class CatalogueWithOwn:
    """The catalogue with one's own exercises as they now are; made anew when one has changed."""

    def __init__(self, catalogue: Catalogue, library: Library) -> None:
        """``catalogue`` as it was shipped. To be made before whoever shows it hears of changes."""
        self._catalogue, self._library = catalogue, library
        self._known: Catalogue | None = None
        self.stop: Callable[[], None] = library.subscribe(self._hear)

    def __call__(self) -> Catalogue:
        """The catalogue of this moment; the same one until an own exercise changes."""
        if self._known is None:
            self._known = with_own(self._catalogue, self._library.reader)
        return self._known

    def _hear(self, change: Change) -> None:
        if change.touches(OwnExercise.table):
            self._known = None


def add_own_exercise(
    library: Library,
    exercise: LenientExercise,
    copied_from: str = "",
    scope: Scope = IN_LIBRARY,
) -> LenientExercise:
    """Keep an exercise as one's own, under a new id; it is taken back in a ``scope``.

    Raises Trouble as :func:`checked_own`.
    """
    key, now = library.moment.new_id(), stamp(library.moment.now())
    kept = msgspec.structs.replace(checked_own(exercise), id=OWN + key)
    with library.change("own-exercise-add", scope) as writer:
        writer.add(
            OwnExercise(
                id=key,
                name=name_of(kept),
                exercise=encode_own(kept),
                copied_from=copied_from,
                created=now,
                changed=now,
            )
        )
    return kept


def change_own_exercise(library: Library, exercise: LenientExercise) -> LenientExercise:
    """Keep an own exercise as it is now. Raises Trouble (``gone``) and as :func:`checked_own`."""
    kept = checked_own(exercise)
    with library.change("own-exercise-edit", IN_LIBRARY) as writer:
        row = own_row(writer, exercise.id)
        if row is None:
            raise Trouble("gone")
        if exercise_of(row) != kept:
            now = stamp(library.moment.now())
            writer.change(row, name=name_of(kept), exercise=encode_own(kept), changed=now)
    return kept


def remove_own_exercise(library: Library, exercise: str) -> None:
    """Delete an own exercise; workshops keep what they copied. Raises Trouble (``gone``)."""
    with library.change("own-exercise-remove", IN_LIBRARY) as writer:
        row = own_row(writer, exercise)
        if row is None:
            raise Trouble("gone")
        writer.remove(row)


def name_of(exercise: LenientExercise) -> str:
    """What it is called, in the first of its languages."""
    return next(iter(exercise.words.values())).name
