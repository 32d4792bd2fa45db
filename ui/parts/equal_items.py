"""How much of a sequence is as it was: what is equal need not be made, laid or painted again."""

from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import ne


def equal_first(before: Sequence[object], after: Sequence[object]) -> int:
    """How many items at the beginning of both are equal."""
    return _equal(before, after, min(len(before), len(after)))


def equal_last(before: Sequence[object], after: Sequence[object]) -> int:
    """How many items at the end of both are equal."""
    return _equal(reversed(before), reversed(after), min(len(before), len(after)))


def _equal(before: Iterable[object], after: Iterable[object], most: int) -> int:
    # No loop in Python: there may be thousands, looked at after every key.
    return next(compress(count(), map(ne, before, after)), most)
