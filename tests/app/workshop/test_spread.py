"""What answers on a scale may tell: nothing from which those of one or two people follow."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations, pairwise

import pytest

from app.workshop.scale_diagram import SCALE
from app.workshop.spread import (
    LEAST,
    UNKNOWN,
    Place,
    Spread,
    middle_of,
    places_of,
    spread_of,
    unknown_in,
)

ANSWERS = (*SCALE, UNKNOWN)


def ways(people: int, answers: int) -> Iterator[tuple[int, ...]]:
    """Every way in which people can answer a statement: how many gave each answer."""
    slots = people + answers - 1
    for bars in combinations(range(slots), answers - 1):
        yield tuple(end - start - 1 for start, end in pairwise((-1, *bars, slots)))


def recovered(
    people: int,
    told: Callable[[Mapping[str, int]], object],
    answers: tuple[str, ...] = ANSWERS,
) -> list[object]:
    """Those things told of which it follows that one person or two gave some answer."""
    possible: dict[object, list[set[int]]] = {}
    for way in ways(people, len(answers)):
        cells = possible.setdefault(
            told(dict(zip(answers, way, strict=True))), [set() for _ in answers]
        )
        for cell, number in zip(cells, way, strict=True):
            cell.add(number)
    return [one for one, cells in possible.items() if any(cell <= {1, 2} for cell in cells)]


@pytest.mark.parametrize("people", range(LEAST, 13))
def test_no_answer_of_one_or_two_can_be_worked_out(people: int) -> None:
    """By whoever knows how many answered, and all that is told: it may be none, or three."""
    assert (
        recovered(people, lambda told: (middle_of(told), spread_of(told), unknown_in(told))) == []
    )


def test_the_check_sees_a_rule_that_tells_too_much() -> None:
    """A middle between two answers; those who do not know, told beside the middle alone."""

    def halves(counts: Mapping[str, int]) -> float | None:
        values = sorted(int(one) for one in SCALE for _ in range(counts[one]))
        half = len(values) // 2
        return (values[half] + values[-half - 1]) / 2 if len(values) >= LEAST else None

    assert 4.5 in recovered(4, halves)
    assert recovered(7, lambda told: (middle_of(told), spread_of(told), told[UNKNOWN] >= LEAST))


@pytest.mark.parametrize(
    ("answers", "middle", "spread"),
    [
        ("55", None, None),
        ("155", 5, None),
        ("4455", 4, None),
        ("112455", 2, None),
        ("1124555", 4, Spread(1, 5)),
        ("3444455", 4, Spread(4, 5)),
    ],
)
def test_by_hand(answers: str, middle: int | None, spread: Spread | None) -> None:
    counts = {one: answers.count(one) for one in SCALE}
    assert (middle_of(counts), spread_of(counts)) == (middle, spread)


@pytest.mark.parametrize("people", range(LEAST, 11))
def test_no_place_of_one_or_two_can_be_worked_out(people: int) -> None:
    """Of people who stand in the room, each somewhere."""
    assert recovered(people, lambda told: places_of(told, 1, 5), SCALE) == []


@pytest.mark.parametrize(
    ("answers", "places"),
    [
        ("12", ()),
        ("155", (Place(1, 5, 3),)),
        ("11133555", (Place(1, 1, 3), Place(2, 5, 5))),
        ("1223335", (Place(1, 2, 3), Place(3, 5, 4))),
        ("111222333444555", tuple(Place(one, one, 3) for one in range(1, 6))),
    ],
)
def test_a_place_of_one_or_two_is_told_with_its_neighbours(
    answers: str, places: tuple[Place, ...]
) -> None:
    assert places_of({one: answers.count(one) for one in SCALE}, 1, 5) == places
