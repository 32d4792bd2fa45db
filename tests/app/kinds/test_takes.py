"""What exercises take from one another is held against the whole catalogue; each fault is told."""

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Take
from app.kinds.takes import take_faults
from tests.app.kinds.test_carrying import taking

QUESTIONS = ("questions-we-hold",)


def faults(catalogue: Catalogue, exercise: str, take: Take) -> list[tuple[str, str]]:
    """What is wrong where an exercise takes this: field and code."""
    found = take_faults(taking(catalogue, exercise, take))
    return [(fault.field, fault.code) for fault in found]


def test_what_ships_is_sound(catalogue: Catalogue) -> None:
    """And something is taken."""
    assert list(take_faults(catalogue)) == []
    assert any(one.takes for one in catalogue.exercises)


@pytest.mark.parametrize(
    ("exercise", "take", "expected"),
    [
        ("hopes-and-fears", Take(source=QUESTIONS, form="notes", into=("hopes",)), []),
        ("our-word", Take(source=QUESTIONS, form="clauses", into=("questions",)), []),
        ("taking-the-pulse", Take(source=QUESTIONS, form="items", into=("statements",)), []),
        ("taking-the-pulse", Take(source=QUESTIONS, form="words", into=("low", "high")), []),
        (
            "hopes-and-fears",
            Take(source=("no-such-exercise",), form="notes", into=("hopes",)),
            [("takes[0].from[0]", "unknown-id")],
        ),
        (
            "hopes-and-fears",
            Take(source=QUESTIONS, zones=("hopes",), form="notes", into=("hopes",)),
            [("takes[0].zones[0]", "unknown-id")],
        ),
        (
            "hopes-and-fears",
            Take(source=QUESTIONS, form="notes", into=("joys",)),
            [("takes[0].in[0]", "unknown-id")],
        ),
        (
            "hopes-and-fears",
            Take(source=QUESTIONS, form="notes", into=("hopes", "fears")),
            [("takes[0].in", "too-many")],
        ),
        (
            "hopes-and-fears",
            Take(source=QUESTIONS, form="notes"),
            [("takes[0].in", "part-missing")],
        ),
        (
            "our-word",
            Take(source=QUESTIONS, form="clauses", into=("purpose",)),
            [("takes[0].in[0]", "unknown-id")],
        ),
        (
            "taking-the-pulse",
            Take(source=QUESTIONS, form="items", into=("questions",)),
            [("takes[0].in[0]", "unknown-id")],
        ),
        (
            "taking-the-pulse",
            Take(source=QUESTIONS, form="words", into=("low",), drops=("middle",)),
            [("takes[0].drops[0]", "unknown-id")],
        ),
    ],
)
def test_each_fault_is_told(
    catalogue: Catalogue, exercise: str, take: Take, expected: list[tuple[str, str]]
) -> None:
    """Exercises, zones, sections and places there are not."""
    assert faults(catalogue, exercise, take) == expected


def test_words_are_looked_for_in_both_languages(catalogue: Catalogue) -> None:
    """A place that only the English has is a fault."""
    take = Take(source=QUESTIONS, form="words", into=("low",))
    changed = taking(catalogue, "taking-the-pulse", take)
    pulse = changed.exercise("taking-the-pulse")
    french = msgspec.structs.replace(pulse.words["fr"], setup={})
    spoilt = msgspec.structs.replace(pulse, words={**pulse.words, "fr": french})
    others = tuple(one for one in changed.exercises if one.id != spoilt.id)
    found = take_faults(msgspec.structs.replace(changed, exercises=(*others, spoilt)))
    assert [(fault.field, fault.code) for fault in found] == [("takes[0].in[0]", "unknown-id")]
