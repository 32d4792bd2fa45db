"""The time axis of pictures over the years: where days stand on it, and the grid of its years."""

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

NUMBER = 3.0
"""The room that the number of a year takes, in parts of the size of the names."""


class YearAxis(msgspec.Struct, frozen=True):
    """Days from ``first`` to ``last``, laid from ``left`` to ``right`` in the diagram's unit."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Where a day begins; days outside lie on the edge, and in the middle where the axis is
        one day long."""
        whole = (self.last - self.first).days
        share = (day - self.first).days / whole if whole else 0.5
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

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

    def grid(self, top: float, foot: float, size: float, name: str = "") -> list[Shape]:
        """A hairline where each year begins, from ``top`` to ``foot``, and above them the years'
        numbers, as many as there is room for; before them what the axis is called."""
        above = top - size * LEADING
        shapes: list[Shape] = []
        if name:
            shapes.append(Label(0, above, self.left, name, size * SMALL, colour="mute", lines=1))
        begins = [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1)]
        shown = [day for day in begins if self.first <= day < self.last]
        wide = gap_of([self.at(day) for day in shown], size * NUMBER)
        step = max(1, ceil(size * NUMBER / wide))
        for number, day in enumerate(shown):
            at = self.at(day)
            shapes.append(Stroke(at, top, at, foot, "line", 0.6))
            room = min(max(wide * step, size * NUMBER), self.right - at)
            if number % step == 0 and room >= size * NUMBER * SMALL:
                shapes.append(
                    Label(at + 2, above, room, str(day.year), size * SMALL, colour="mute", lines=1)
                )
        return shapes


def gap_of(places: Sequence[float], most: float) -> float:
    """The least distance between neighbours, ``most`` where there are none."""
    return min((right - left for left, right in pairwise(places)), default=most)


def years_of(days: Sequence[date], left: float, right: float) -> YearAxis:
    """An axis of whole years that holds these days, one at least."""
    return YearAxis(date(min(days).year, 1, 1), date(max(days).year + 1, 1, 1), left, right)
