"""What private answers on a scale may tell: their middle and their spread, never a count.

The rule, for the answers to one question, each a whole number:

- fewer than three: nothing;
- three to six: the middle alone, the lower of two where there are two;
- seven or more: the middle, and where the middle half lies; and how many do not know, where those
  are at least three.

No count of a value is ever told. Whoever knows how many people answered, and all that is told, can
not say of any value, nor of those who do not know, that one person or two gave that answer: it may
always have been nobody, or three and more. Nothing of this may be loosened by eye: a middle of 4½
of four answers says that two people answered 5. A test goes through all cases.
"""

from collections.abc import Mapping

import msgspec

UNKNOWN = "unknown"
"""The answer of somebody who does not know, or would rather not say."""

LEAST = 3
"""The fewest answers of which anything is told, and the fewest who do not know."""

ENOUGH = 7
"""The fewest answers of which more than the middle is told."""


class Spread(msgspec.Struct, frozen=True):
    """Where the middle half of the answers lies, from ``low`` to ``high``."""

    low: int
    high: int


class Place(msgspec.Struct, frozen=True):
    """How many stand from ``low`` to ``high``: one place of a scale, or several taken together."""

    low: int
    high: int
    number: int


def middle_of(counts: Mapping[str, int]) -> int | None:
    """The median of the answers, the lower where there are two; None for too few of them."""
    values = _values(counts)
    return values[(len(values) - 1) // 2] if len(values) >= LEAST else None


def spread_of(counts: Mapping[str, int]) -> Spread | None:
    """Where the middle half of the answers lies; None where too few people answered."""
    values = _values(counts)
    if len(values) < ENOUGH:
        return None
    outer = (len(values) - 1) // 4
    return Spread(values[outer], values[-1 - outer])


def unknown_in(counts: Mapping[str, int]) -> int:
    """How many do not know; 0 where that may not be told."""
    number = counts.get(UNKNOWN, 0)
    return number if number >= LEAST and len(_values(counts)) >= ENOUGH else 0


def places_of(counts: Mapping[str, int], low: int, high: int) -> tuple[Place, ...]:
    """How many stand where, from ``low`` to ``high``; nothing for fewer than three.

    A place with fewer than three, an empty one too, is told together with its neighbours: what is
    left over at the end belongs to the one before. So nobody stands alone, and each group may just
    as well be of people who all stand at one place.
    """
    found: list[Place] = []
    first, number = low, 0
    for value in range(low, high + 1):
        number += counts.get(str(value), 0)
        if number >= LEAST:
            found.append(Place(first, value, number))
            first, number = value + 1, 0
    if found and first <= high:
        found[-1] = Place(found[-1].low, high, found[-1].number + number)
    return tuple(found)


def _values(counts: Mapping[str, int]) -> list[int]:
    """The answers that are numbers, each as often as it was given, in order."""
    return sorted(
        int(one) for one, number in counts.items() if one != UNKNOWN for _ in range(number)
    )
