"""How many came to gatherings over time, as a picture: a line and a dot for each that was held."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from app.community.gatherings import GatheringLine
from app.diagram import LEADING, Box, Diagram, Dot, Label, Shape, Stroke
from app.year_axis import SMALL, YearAxis

FEWEST = 2
"""Gatherings from which there is something to compare."""
STEPS = (1, 2, 5)
"""Numbers of people that stand between two lines of the scale, and ten times those, and so on."""
LINES = 4
"""Lines of the scale above nought, at the most."""
TALL = 9.0
"""How high the ground of the picture is, in parts of the size of its words."""


class Counted(msgspec.Struct, frozen=True):
    """How many came to a gathering, on its day."""

    day: date
    came: int


class AttendanceSaid(msgspec.Struct, frozen=True):
    """What is written in the picture: what the two axes count, and days and years as they are
    said there."""

    people: str
    days: str
    day: Callable[[date], str]


def counted_gatherings(lines: Iterable[GatheringLine]) -> tuple[Counted, ...]:
    """The gatherings held at which somebody was counted, by their days."""
    found = [
        Counted(date.fromisoformat(one.gathering.date), one.gathering.came)
        for one in lines
        if one.gathering.state == "held" and one.gathering.came
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def attendance_diagram(
    counted: Sequence[Counted], width: float, size: float, said: AttendanceSaid
) -> Diagram:
    """The picture, ``width`` wide, its words written ``size`` high.

    ``counted`` are gatherings by their days, ``FEWEST`` or more; raises ValueError for fewer.
    Days lie as far apart as they do in the calendar; the scale of people begins at nought.
    """
    if len(counted) < FEWEST:
        raise ValueError("a picture over time needs more than one gathering")
    step = _step(max(one.came for one in counted))
    most = -(-max(one.came for one in counted) // step) * step
    left = size * (1 + 0.62 * len(str(most)))
    top = size * LEADING * 2.2
    foot = top + size * TALL
    days = YearAxis(counted[0].day, counted[-1].day, left + size, width - size)
    axes = _Axes(days, most, top, foot)
    shapes: list[Shape] = [
        Label(0, 0, width, said.people, size * SMALL, colour="mute", lines=1),
        *_people(axes, step, left, width, size),
        *days.grid(top, foot, size),
        *_gatherings(counted, axes, size),
        *_ends(axes, width, size, said),
    ]
    return Diagram(width, foot + size * LEADING * 2.6, tuple(shapes))


class _Axes(msgspec.Struct, frozen=True):
    """Days over a width, people over a height."""

    days: YearAxis
    most: int
    top: float
    foot: float

    def height(self, people: int) -> float:
        """Where a number of people lies."""
        return self.foot - (self.foot - self.top) * people / self.most


def _step(most: int) -> int:
    """How many people lie between two lines of the scale."""
    ten = 1
    while True:
        for one in STEPS:
            if most <= one * ten * LINES:
                return one * ten
        ten *= 10


def _people(axes: _Axes, step: int, left: float, width: float, size: float) -> list[Shape]:
    """The lines of the scale, each with its number."""
    shapes: list[Shape] = []
    for people in range(0, axes.most + 1, step):
        at = axes.height(people)
        shapes.append(
            Stroke(left, at, width, at, "line" if people else "control", 0.6 if people else 1.0)
        )
        shapes.append(
            Label(0, at - size * 0.6, left - size * 0.4, str(people), size * SMALL, colour="mute",
                  align="right", lines=1)
        )  # fmt: skip
    return shapes


def _gatherings(counted: Sequence[Counted], axes: _Axes, size: float) -> list[Shape]:
    """A line from nought to a dot for each; its number above, where they are far enough apart."""
    shapes: list[Shape] = []
    room = axes.days.left - size * 2
    for one in counted:
        at, height = axes.days.at(one.day), axes.height(one.came)
        shapes.append(Stroke(at, axes.foot, at, height, "teal", 1.2))
        shapes.append(Dot(at, height, size * 0.32, fill="teal"))
    for one in counted:
        at, height = axes.days.at(one.day), axes.height(one.came)
        if at - room >= size * 1.6:
            # On the ground of the paper, so that no line of the scale goes through the number.
            wide = size * 0.62 * len(str(one.came)) + size * 0.2
            shapes.append(Box(at - wide / 2, height - size * 1.5, wide, size * 1.05, fill="paper"))
            shapes.append(
                Label(at - size, height - size * 1.55, size * 2, str(one.came), size * SMALL, True,
                      align="centre", lines=1)
            )  # fmt: skip
            room = at
    return shapes


def _ends(axes: _Axes, width: float, size: float, said: AttendanceSaid) -> list[Shape]:
    """The first and the last day under the scale, and what it counts."""
    left, below, small = axes.days.left - size, axes.foot + size * 0.4, size * SMALL
    half = (width - left) / 2
    first, last = said.day(axes.days.first), said.day(axes.days.last)
    return [
        Label(left, below, half, first, small, lines=1),
        Label(width - half, below, half, last, small, align="right", lines=1),
        Label(
            left, below + size * LEADING, width - left, said.days, small, colour="mute",
            align="centre", lines=1,
        ),
    ]  # fmt: skip
