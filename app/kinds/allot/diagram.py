"""The picture of what was shared out: for each thing a bar as it is now and one as it is wanted."""

from collections.abc import Mapping, Sequence
from math import ceil

import msgspec

from app.diagram import LEADING, Box, Colour, Diagram, Label, NoColour, Shape, Stroke

TEXT_SHARE = 0.38
"""The part of the width that things take; the bars have the rest."""
BAR, GAP = 0.85, 0.9
"""How high a bar is, and what stands free between two things, in parts of the text's size."""
LETTER = 0.48
"""About how wide a letter is, in parts of its size."""
NUMBER = 2.2
"""The room of a number beside its bar, in parts of the text's size."""

_FILLS: Mapping[bool, tuple[Colour | NoColour, Colour]] = {
    True: ("put-to-work", "put-to-work"),
    False: ("put-to-work-pale", "put-to-work"),
}
"""Fill and edge of a bar; True for the last profile."""


class AllotRow(msgspec.Struct, frozen=True):
    """A thing in the picture; ``tokens`` is what it has in each profile, in their order."""

    thing: str
    tokens: tuple[int, ...]


def allot_diagram(
    rows: Sequence[AllotRow], profiles: Sequence[str], tokens: int, width: float, size: float
) -> Diagram:
    """The picture of ``rows``, ``width`` wide, its things written ``size`` high; the longest bar
    may have ``tokens``. ``profiles`` names the bars of a thing, in their order."""
    left = width * TEXT_SHARE
    room = width - left - size * NUMBER
    # All bars to one measure, and the longest as long as there is room.
    most = max((number for row in rows for number in row.tokens), default=0) or tokens
    shapes: list[Shape] = []
    top = 0.0
    for row in rows:
        bars = len(row.tokens) * size * BAR * 1.2
        lines = min(3, max(1, ceil(len(row.thing) * size * LETTER / (left - size))))
        height = max(bars, size * LEADING * lines)
        words = top + (height - size * LEADING * lines) / 2
        shapes.append(Label(0, words, left - size, row.thing, size, lines=lines))
        y = top + (height - bars) / 2
        shapes.append(Stroke(left, y - size * 0.15, left, y + bars, "control", size * 0.07))
        for at, number in enumerate(row.tokens):
            last = at == len(row.tokens) - 1
            shapes += _bar(
                left, y + at * size * BAR * 1.2, room * number / most, size, last, number
            )
        top += height + size * GAP
    return Diagram(width, *_legend(shapes, profiles, left, top, size))


def _bar(
    left: float, top: float, length: float, size: float, last: bool, number: int
) -> list[Shape]:
    fill, stroke = _FILLS[last]
    bar: list[Shape] = []
    if number:
        bar.append(
            Box(left, top, length, size * BAR, fill, stroke, radius=size * 0.12, line=size * 0.05)
        )
    x, y = left + length + size * 0.35, top - size * 0.2
    bar.append(Label(x, y, size * NUMBER, str(number), size * 0.9, strong=last, lines=1))
    return bar


def _legend(
    shapes: list[Shape], profiles: Sequence[str], left: float, top: float, size: float
) -> tuple[float, tuple[Shape, ...]]:
    """What the bars mean, below them, where there is more than one profile."""
    if len(profiles) < 2:
        return max(top - size * GAP, size), tuple(shapes)
    x, small = left, size * 0.75
    for at, name in enumerate(profiles):
        fill, stroke = _FILLS[at == len(profiles) - 1]
        side = small * 0.9
        shapes.append(Box(x, top + small * 0.2, side, side, fill, stroke, radius=side * 0.15))
        wide = (len(name) + 2) * small * 0.62
        shapes.append(Label(x + side * 1.5, top, wide, name, small, colour="mute", lines=1))
        x += side * 1.5 + wide + small
    return top + small * LEADING * 1.2, tuple(shapes)
