"""One's own exercises as a file: written, read and brought in; nothing here is overwritten."""

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec

from app.catalogue.own_exercise import OWN, LenientExercise, encode_own
from app.exchange.file_check import fault
from app.exchange.repeated import Repeated, check_once
from app.library.columns import KEY
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import OwnExercise
from app.library.trouble import Trouble
from app.moment import stamp
from app.words import LANGUAGES
from app.workshop.own_check import checked_own
from app.workshop.own_exercises import IN_LIBRARY, exercise_of, name_of

FORMAT = 1
"""The format this Hearth writes, and the latest it reads."""


EVER = "2000-01-01T00:00:00.000Z"
"""An instant that stands in a row that is only looked at."""


class _Header(msgspec.Struct, frozen=True, kw_only=True):
    """What marks the file as one of exercises."""

    exercises: int


class KeptExercise(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise in a file, and the id of the one it was copied from."""

    exercise: LenientExercise
    copied_from: str = ""

    @property
    def key(self) -> str:
        """The key of its row."""
        return self.exercise.id.removeprefix(OWN)


class ExerciseFile(msgspec.Struct, frozen=True, kw_only=True):
    """Exercises that somebody wrote."""

    hearth: _Header
    exercises: Annotated[tuple[KeptExercise, ...], msgspec.Meta(min_length=1)]


class _Marked(msgspec.Struct, frozen=True):
    """Any file of Hearth, as far as its mark."""

    hearth: dict[str, object]


class _Listed(msgspec.Struct, frozen=True):
    """A file as far as its list."""

    exercises: list[msgspec.Raw]


Fate = Literal["new", "same", "beside"]
"""What becomes of an exercise that comes: it is ``new`` here; here in the ``same`` words, and left
as it is; or here otherwise, and kept ``beside`` that one."""


class ComingExercise(msgspec.Struct, frozen=True):
    """An exercise of a file, and what becomes of it in a library."""

    kept: KeptExercise
    fate: Fate

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.kept.exercise)


def encode_exercises(rows: Sequence[OwnExercise]) -> bytes:
    """The bytes of a file with these exercises; those that cannot be read are left out."""
    kept = [
        KeptExercise(exercise=found, copied_from=row.copied_from)
        for row in rows
        if (found := exercise_of(row)) is not None
    ]
    file = ExerciseFile(hearth=_Header(exercises=FORMAT), exercises=tuple(kept))
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def is_exercise_file(data: bytes) -> bool:
    """Whether it says of itself that it holds exercises."""
    try:
        return "exercises" in msgspec.json.decode(_bare(data), type=_Marked).hearth
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False


def decode_exercises(data: bytes) -> tuple[KeptExercise, ...]:
    """The exercises in a file, each of them as it may be kept.

    Raises Trouble: ``exercise-file-unreadable`` (it is none, or damaged), ``exercise-file-newer``
    (``format``), ``exercise-file-malformed`` (``n``, its number in the file, from 1).
    """
    if not is_exercise_file(data):
        raise Trouble("exercise-file-unreadable")
    made = msgspec.json.decode(_bare(data), type=_Marked).hearth["exercises"]
    if isinstance(made, int) and made > FORMAT:
        raise Trouble("exercise-file-newer", format=min(made, 10**9))
    try:
        check_once(_bare(data))
        found = msgspec.json.decode(_bare(data), type=_Listed).exercises
    except (msgspec.DecodeError, Repeated, RecursionError) as error:
        raise Trouble("exercise-file-unreadable") from error
    if made != FORMAT or not found:
        raise Trouble("exercise-file-unreadable")
    kept = [_kept(bytes(one), number) for number, one in enumerate(found, start=1)]
    keys = [one.key for one in kept]
    for number, key in enumerate(keys, start=1):
        if key in keys[: number - 1]:
            raise Trouble("exercise-file-malformed", n=number)
    return tuple(kept)


def coming(reader: Reader, kept: Sequence[KeptExercise]) -> tuple[ComingExercise, ...]:
    """What would become of exercises in a library."""
    return tuple(ComingExercise(one, _fate(reader, one)) for one in kept)


def import_exercises(
    library: Library, kept: Sequence[KeptExercise], source: str
) -> list[LenientExercise]:
    """Bring exercises in, in one change; gives those that were. ``source`` is what the file is
    called: it marks those that stand beside another. Raises Trouble as the library does."""
    now = stamp(library.moment.now())
    brought: list[LenientExercise] = []
    with library.change("own-exercise-import", IN_LIBRARY) as writer:
        for one in coming(writer, kept):
            if one.fate == "same":
                continue
            beside = one.fate == "beside"
            key = library.moment.new_id() if beside else one.kept.key
            exercise = msgspec.structs.replace(one.kept.exercise, id=OWN + key)
            writer.add(
                OwnExercise(
                    id=key,
                    name=one.name,
                    exercise=encode_own(exercise),
                    copied_from=one.kept.copied_from,
                    came_with=source if beside else "",
                    created=now,
                    changed=now,
                )
            )
            brought.append(exercise)
    return brought


def _bare(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf")


def _kept(data: bytes, number: int) -> KeptExercise:
    """An exercise of a file. Raises Trouble."""
    try:
        found = msgspec.json.decode(data, type=KeptExercise)
        exercise = found.exercise
        whole = exercise.id.startswith(OWN) and KEY.fits(found.key) and exercise.steps
        if not whole or not exercise.words or not set(exercise.words) <= set(LANGUAGES):
            raise Trouble("exercise-file-malformed", n=number)
        clean = msgspec.structs.replace(found, exercise=checked_own(exercise))
        row = OwnExercise(
            id=found.key,
            name=name_of(clean.exercise),
            exercise=encode_own(clean.exercise),
            copied_from=found.copied_from,
            created=EVER,
            changed=EVER,
        )
    except (msgspec.DecodeError, UnicodeError, RecursionError, Trouble) as error:
        raise Trouble("exercise-file-malformed", n=number) from error
    if fault(row) is not None:
        raise Trouble("exercise-file-malformed", n=number)
    return clean


def _fate(reader: Reader, one: KeptExercise) -> Fate:
    if reader.find(OwnExercise, one.key) is None:
        return "new"
    # Also where it already came a first time, and stands beside that one.
    here = (exercise_of(row) for row in reader.rows(OwnExercise))
    alike = (msgspec.structs.replace(found, id=one.exercise.id) for found in here if found)
    return "same" if one.exercise in alike else "beside"
