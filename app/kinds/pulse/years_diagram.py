"""Pulses over the years as a picture: a row for each statement, a mark for each time."""

from collections.abc import Sequence

import msgspec

from app.diagram import LEADING, Box, Diagram, Dot, Label, Shape, Stroke
from app.kinds.pulse.years import Answers, PulseTaken
from app.workshop.scale_diagram import SCALE
from app.year_axis import SMALL, YearAxis, gap_of, years_of

TEXT_SHARE = 0.36
"""The part of the width that the statements take."""
STEP = 0.95
"""From one place of the scale to the next, in parts of the size of the statements."""
ROW = STEP * (len(SCALE) - 1) + 1.3
APART = 1.35
"""How far apart marks stand where the axis lets them, in the same parts."""


class PulseYearsSaid(msgspec.Struct, frozen=True):
    """What is written in the picture: the axis of years, how many answered and that too few did,
    the names of the marks below, and what the ends of the scale mean."""

    years: str
    answered: str
    few: str
    middle: str
    half: str
    low: str
    high: str


class _Times(msgspec.Struct, frozen=True):
    """Where the marks of each time stand, and how large they are."""

    taken: tuple[PulseTaken, ...]
    places: tuple[float, ...]
    apart: float
    size: float

    @property
    def radius(self) -> float:
        """That of a middle."""
        return min(self.size * 0.34, self.apart * 0.3)


def pulse_years_diagram(
    taken: Sequence[PulseTaken],
    rows: Sequence[tuple[str, str]],
    width: float,
    size: float,
    said: PulseYearsSaid,
) -> Diagram:
    """The picture of ``rows`` (the id of a statement and its words), ``width`` wide, its statements
    written ``size`` high. Nothing joins two times between which one is not told."""
    left = width * TEXT_SHARE
    axis = years_of([one.day for one in taken], left + size, width)
    places = axis.places([one.day for one in taken], size * APART)
    times = _Times(tuple(taken), places, gap_of(places, size * APART), size)
    head = size * LEADING * 1.2
    foot = head + len(rows) * ROW * size
    shapes: list[Shape] = axis.grid(head, foot + size * 1.6, size, said.years)
    for number, (statement, text) in enumerate(rows):
        top = head + number * ROW * size
        shapes.append(Label(0, top + size * 0.4, left - size * 1.2, text, size, lines=3))
        shapes += _scale(top, axis, size)
        shapes += _marks(statement, top, times)
    shapes += _answered(foot, left, times, width, said)
    legend, height = _legend(foot + size * 2.6, width, size, said)
    return Diagram(width, height, (*shapes, *legend))


def _level(top: float, value: int, size: float) -> float:
    """Where a value of the scale stands in a row that begins at ``top``: five is above."""
    return top + size * (0.65 + STEP * (int(SCALE[-1]) - value))


def _scale(top: float, axis: YearAxis, size: float) -> list[Shape]:
    shapes: list[Shape] = []
    small = size * 0.7
    for value in (int(SCALE[0]), int(SCALE[-1])):
        y = _level(top, value, size)
        shapes.append(Stroke(axis.left, y, axis.right, y, "line", 0.6))
        beside = axis.left - size * 1.2
        shapes.append(
            Label(beside, y - small * 0.66, size, str(value), small, False, "mute", "right", 1)
        )
    return shapes


def _marks(statement: str, top: float, times: _Times) -> list[Shape]:
    size, radius = times.size, times.radius
    lines: list[Shape] = []
    marks: list[Shape] = []
    before: tuple[float, float] | None = None
    for pulse, x in zip(times.taken, times.places, strict=True):
        told = pulse.answers.get(statement)
        if told is None or told.middle is None:
            before = None
            if told is not None:
                high, low = _level(top, 5, size), _level(top, 1, size)
                marks.append(Stroke(x, high, x, low, "control", 0.9, dashed=True))
            continue
        y = _level(top, told.middle, size)
        marks += _spread(told, x, top, times)
        marks.append(Dot(x, y, radius, fill="put-to-work"))
        if before is not None:
            lines.append(Stroke(*before, x, y, "put-to-work", size * 0.1))
        before = (x, y)
    # The lines over the spreads, so that they are seen from one middle to the next.
    boxes = [one for one in marks if isinstance(one, Box)]
    return [*boxes, *lines, *(one for one in marks if not isinstance(one, Box))]


def _spread(told: Answers, x: float, top: float, times: _Times) -> list[Shape]:
    if told.spread is None:
        return []
    half = times.radius * 1.5
    high, low = (_level(top, one, times.size) for one in (told.spread.high, told.spread.low))
    return [
        Box(
            x - half,
            high - half,
            2 * half,
            low - high + 2 * half,
            fill="put-to-work-pale",
            stroke="put-to-work",
            radius=half,
            line=times.size * 0.04,
        )
    ]


def _answered(
    top: float, left: float, times: _Times, width: float, said: PulseYearsSaid
) -> list[Shape]:
    """How many answered each time, a number below each mark where there is room for it."""
    size = times.size
    small, y = size * SMALL, top + size * 0.3
    shapes: list[Shape] = [
        Stroke(0, top, width, top, "line", 0.6),
        Label(0, y, left - size * 0.6, said.answered, small, colour="mute", lines=1),
    ]
    free = 0.0
    for pulse, x in zip(times.taken, times.places, strict=True):
        text = "–" if pulse.answered is None else str(pulse.answered)
        half = max(len(text) * small * 0.31, small * 0.31)
        if x - half < free:
            continue
        free = x + half + size * 0.15
        room = half * 2 + size
        shapes.append(Label(x - room / 2, y, room, text, small, False, "ink", "centre", 1))
    return shapes


def _legend(
    top: float, width: float, size: float, said: PulseYearsSaid
) -> tuple[list[Shape], float]:
    """What each mark and each end of the scale means; gives also where it ends."""
    small = size * SMALL
    third, mark = width / 3, size * 2.2
    middle = top + small * 0.62
    radius = size * 0.34
    shapes: list[Shape] = [
        Dot(radius, middle, radius, fill="put-to-work"),
        Box(third, middle - radius * 1.5, size * 1.5, radius * 3, "put-to-work-pale",
            "put-to-work", radius * 1.5, size * 0.04),
        Stroke(third * 2 + size * 0.5, top - size * 0.2, third * 2 + size * 0.5,
               top + small * 1.4, "control", 0.9, dashed=True),
    ]  # fmt: skip
    for number, text in enumerate((said.middle, said.half, said.few)):
        beside = size if number != 1 else mark
        room = third - beside - size
        shapes.append(
            Label(number * third + beside, top, room, text, small, False, "mute", "left", 2)
        )
    below = top + small * LEADING * 2.3
    for number, text in enumerate((said.low, said.high)):
        half = width / 2
        shapes.append(
            Label(number * half, below, half - size, text, small, False, "mute", "left", 2)
        )
    return shapes, below + small * LEADING * 2.2
