"""How many of a thing to bring, for so many people."""

from math import ceil


def how_many(each: str, count: int, people: int, groups: int) -> int:
    """``count`` for each ``person``, for each ``group`` of so many, or for the ``room``.

    0 where it is not known: of what was written before quantities were.
    """
    return count * {"person": people, "group": groups}.get(each, 1)


def groups_of(size: int, people: int) -> int:
    """How many groups of up to ``size`` so many people make; one where they stay together."""
    return max(1, ceil(people / size)) if size else 1
