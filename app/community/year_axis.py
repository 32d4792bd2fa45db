"""An axis of years under a picture: where days stand on it, and its grid."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from math import ceil

import msgspec

from app.diagram import LEADING, Label, Shape, Stroke

SMALL = 0.85
"""The size of what stands beside the names of a picture, in parts of the names' own."""

CROWDED = 0.75
"""How far apart marks stand at the most, in parts of what they would have spread out evenly."""


class YearAxis(msgspec.Struct, frozen=True):
    """Years from the first of January of ``first`` to the last day of ``last``, laid from ``left``
    to ``right`` in the diagram's unit."""

    first: int
    last: int
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins; days outside lie on the edge."""
        begins = date(self.first, 1, 1)
        whole = (date(self.last + 1, 1, 1) - begins).days
        share = min(1.0, max(0.0, (day - begins).days / whole))
        return self.left + (self.right - self.left) * share

    def places(self, days: Sequence[date], apart: float) -> tuple[float, ...]:
        """Where marks of these days stand, the earliest first: on their day, moved only as far as
        they need to stand ``apart``; where there are so many that this would move them far from
        their days, less far apart."""
        if not days:
            return ()
        edge = apart / 2
        room = self.right - self.left - apart
        apart = min(apart, CROWDED * room / max(len(days) - 1, 1))
        found: list[float] = []
        for day in days:
            least = found[-1] + apart if found else self.left + edge
            found.append(max(self.at(day), least))
        most = self.right - edge
        for number in range(len(found) - 1, -1, -1):
            found[number] = min(found[number], most)
            most = found[number] - apart
        return tuple(found)

    def grid(self, top: float, foot: float, size: float) -> list[Shape]:
        """A hairline where each year begins, from ``top`` to ``foot``, and its number above, where
        there is room for it."""
        wide = (self.right - self.left) / (self.last - self.first + 1)
        step = max(1, ceil(size * 3 / wide))
        shapes: list[Shape] = []
        for number, year in enumerate(range(self.first, self.last + 1)):
            at = self.at(date(year, 1, 1))
            shapes.append(Stroke(at, top, at, foot, "line", 0.6))
            if number % step == 0:
                above = top - size * LEADING
                room = max(wide * step, size * 3)
                shapes.append(
                    Label(at + 2, above, room, str(year), size * SMALL, colour="mute", lines=1)
                )
        return shapes


def gap_of(places: Sequence[float], most: float) -> float:
    """The least distance between neighbours, ``most`` where there are none."""
    return min((right - left for left, right in pairwise(places)), default=most)


def years_of(days: Sequence[date], left: float, right: float) -> YearAxis:
    """An axis that holds these days, one at least."""
    return YearAxis(min(days).year, max(days).year, left, right)
