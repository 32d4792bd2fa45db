"""Own exercises leave as a file and come back the same; a bad file is one clear trouble."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.catalogue.own_exercise import LenientExercise, own_copy
from app.exchange.exercise_file import (
    coming,
    decode_exercises,
    encode_exercises,
    import_exercises,
    is_exercise_file,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import OwnExercise
from app.library.trouble import Trouble
from app.workshop.own_draft import draft_of, drafted
from app.workshop.own_exercises import (
    add_own_exercise,
    change_own_exercise,
    own_exercises,
    remove_own_exercise,
)
from tests.app.workshop.own import written


def file_of(library: Library) -> bytes:
    """All own exercises of a library as a file."""
    return encode_exercises(library.reader.rows(OwnExercise))


def by_id(exercises: Iterable[LenientExercise]) -> dict[str, LenientExercise]:
    """Exercises by their ids."""
    return {one.id: one for one in exercises}


def test_every_exercise_comes_back_the_same(empty: Library, catalogue: Catalogue) -> None:
    """Copied from the catalogue, exported, deleted, imported."""
    for exercise in catalogue.exercises:
        add_own_exercise(empty, own_copy(exercise, "fr"), exercise.id)
    data, before = file_of(empty), own_exercises(empty.reader)
    copied = {one.copied_from for one in empty.reader.rows(OwnExercise)}
    for one in before:
        remove_own_exercise(empty, one.id)
    assert own_exercises(empty.reader) == ()
    assert is_exercise_file(data)
    brought = import_exercises(empty, decode_exercises(data), "a file")
    assert by_id(brought) == by_id(own_exercises(empty.reader)) == by_id(before)
    assert {one.copied_from for one in empty.reader.rows(OwnExercise)} == copied
    empty.undo(Scope())
    assert own_exercises(empty.reader) == ()


def test_what_is_here_is_never_overwritten(empty: Library) -> None:
    """The same once more changes nothing; what differs stands beside it, marked."""
    kept = add_own_exercise(empty, written())
    data = file_of(empty)
    found = decode_exercises(data)
    assert [one.fate for one in coming(empty.reader, found)] == ["same"]
    assert import_exercises(empty, found, "a file") == []
    typed = draft_of(kept, "fr")
    mine = change_own_exercise(
        empty, drafted(kept, type(typed)(name="Ma version", question="Et vous?", steps=typed.steps,
                                         long=60), "fr")
    )  # fmt: skip
    assert [one.fate for one in coming(empty.reader, found)] == ["beside"]
    (came,) = import_exercises(empty, found, "a file")
    assert by_id(own_exercises(empty.reader)) == by_id([mine, came])
    assert came.id != mine.id
    marks = {one.name: one.came_with for one in empty.reader.rows(OwnExercise)}
    assert marks == {"Ma version": "", "La marche des lampes": "a file"}
    # Brought in once more, it is here already.
    assert [one.fate for one in coming(empty.reader, found)] == ["same"]
    assert import_exercises(empty, found, "a file") == []


def spoilt(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """A file with something else in it."""
    root = json.loads(data)
    change(root)
    return json.dumps(root).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda root: root["hearth"].update(exercises=2), "exercise-file-newer"),
        (lambda root: root["hearth"].update(exercises="1"), "exercise-file-unreadable"),
        (lambda root: root.update(exercises=[]), "exercise-file-unreadable"),
        (lambda root: root.update(exercises=3), "exercise-file-unreadable"),
        (lambda root: root["exercises"].append(3), "exercise-file-malformed"),
        (lambda root: root["exercises"].append(root["exercises"][0]), "exercise-file-malformed"),
        (lambda root: root["exercises"][0]["exercise"].update(id="x"), "exercise-file-malformed"),
        (lambda root: root["exercises"][0]["exercise"].update(steps=[]), "exercise-file-malformed"),
        (lambda root: root["exercises"][0]["exercise"].update(words={}), "exercise-file-malformed"),
        (lambda root: root["exercises"][0].update(copied_from="X Y"), "exercise-file-malformed"),
        (
            lambda root: root["exercises"][0]["exercise"]["words"]["fr"].update(question="x" * 61),
            "exercise-file-malformed",
        ),
        (
            lambda root: root["exercises"][0]["exercise"]["words"]["fr"].update(name="\0"),
            "exercise-file-malformed",
        ),
    ],
)
def test_a_bad_file_is_refused_whole(
    empty: Library, change: Callable[[dict[str, Any]], object], code: str
) -> None:
    add_own_exercise(empty, written())
    with pytest.raises(Trouble) as met:
        decode_exercises(spoilt(file_of(empty), change))
    assert met.value.code == code


def test_a_file_that_breaks_off_is_refused(empty: Library) -> None:
    add_own_exercise(empty, written())
    data = file_of(empty)
    for end in range(0, len(data) - 2, 37):
        with pytest.raises(Trouble) as met:
            decode_exercises(data[:end])
        assert met.value.code == "exercise-file-unreadable"


@given(st.binary(max_size=60))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(Trouble):
        decode_exercises(data)
