"""The picture of a portfolio: what depends on each domain upwards, how alive it is across.

Both were judged in five steps, so that the ground has twenty-five fields. In a field stand the
numbers of its domains with their names, as long as there is room; then the numbers alone; then how
many more there are. A domain that nobody tends is a square, the others are discs: that is also
seen without colours.
"""

from collections.abc import Sequence

import msgspec

from app.diagram import LEADING, Box, Diagram, Dot, Label, Shape, Stroke
from app.registers.portfolio import FRAIL, HEAVY, Portfolio
from app.workshop.ground_shapes import NUMBER, Area, lines_taken

STEPS = 5
"""Of a weight and of a vitality."""
RADIUS, ROW, STEP = 0.68, 1.5, 1.6
"""A mark, a line with a name, and from one mark to the next, in parts of the size of letters."""
HEAD, FOOT, SIDE = 1.9, 3.4, 1.7
"""Room above, below and at the left of the ground, in parts of the size of letters."""


class PortfolioSaid(msgspec.Struct, frozen=True):
    """What is written beside the axes: what each is, and what its ends mean."""

    up: str
    across: str


class Mark(msgspec.Struct, frozen=True):
    """A domain as it is drawn: its number in the table and its name."""

    number: int
    name: str
    tended: bool


def portfolio_diagram(
    portfolio: Portfolio, said: PortfolioSaid, width: float, height: float, size: float
) -> Diagram:
    """The picture, its letters of that ``size``; only what was judged has a place on it."""
    above, below = (_lines(one, width, size) for one in (said.up, said.across))
    top = size * (HEAD + LEADING * (above - 1))
    foot = size * (FOOT + LEADING * (below - 1))
    ground = Area(size * SIDE, top, width - size * (SIDE + 0.1), height - top - foot)
    shapes = [*_ground(ground, size), *_axes(ground, said, size, (above, below))]
    for (weight, vitality), marks in _fields(portfolio).items():
        shapes += _field(_area(ground, weight, vitality, size * 0.2), marks, size)
    return Diagram(width, height, tuple(shapes))


def _lines(said: str, width: float, size: float) -> int:
    """One or two: the lines that the words of an axis take."""
    return min(2, lines_taken(f"→ {said}", width, size))


def _fields(portfolio: Portfolio) -> dict[tuple[int, int], list[Mark]]:
    found: dict[tuple[int, int], list[Mark]] = {}
    for number, one in enumerate(portfolio.domains, start=1):
        if one.placed:
            mark = Mark(number, one.name, one.tender is not None)
            found.setdefault((one.weight, one.vitality), []).append(mark)
    return found


def _area(ground: Area, weight: int, vitality: int, pad: float) -> Area:
    wide, high = ground.width / STEPS, ground.height / STEPS
    left, top = ground.left + wide * (vitality - 1), ground.bottom - high * weight
    return Area(left + pad, top + pad, wide - 2 * pad, high - 2 * pad)


def _ground(ground: Area, size: float) -> list[Shape]:
    """The fields, and around those of much weight and little life a frame."""
    wide, high = ground.width / STEPS, ground.height / STEPS
    shapes: list[Shape] = []
    for at in range(1, STEPS):
        x, y = ground.left + wide * at, ground.top + high * at
        shapes.append(Stroke(x, ground.top, x, ground.bottom, "line", size * 0.06))
        shapes.append(Stroke(ground.left, y, ground.right, y, "line", size * 0.06))
    whole, frame = size * 0.08, size * 0.16
    shapes.append(
        Box(
            ground.left,
            ground.top,
            ground.width,
            ground.height,
            stroke="control",
            line=whole,
        )
    )
    shapes.append(
        Box(
            ground.left,
            ground.top,
            wide * FRAIL,
            high * (STEPS - HEAVY + 1),
            stroke="amber",
            line=frame,
        )
    )
    return shapes


def _axes(ground: Area, said: PortfolioSaid, size: float, lines: tuple[int, int]) -> list[Shape]:
    """The degrees along both axes, and what they are degrees of."""
    wide, high = ground.width / STEPS, ground.height / STEPS
    whole = ground.right
    shapes: list[Shape] = [
        Label(0, 0, whole, f"↑ {said.up}", size, strong=True, lines=lines[0]),
        Label(
            0,
            ground.bottom + size * 1.8,
            whole,
            f"{said.across} →",
            size,
            strong=True,
            align="right",
            lines=lines[1],
        ),
    ]
    for at in range(1, STEPS + 1):
        middle = ground.bottom - high * (at - 0.5) - size * LEADING / 2
        shapes.append(Label(0, middle, size * 1.2, str(at), size, colour="mute", align="right"))
        left = ground.left + wide * (at - 1)
        below = ground.bottom + size * 0.3
        shapes.append(Label(left, below, wide, str(at), size, colour="mute", align="centre"))
    return shapes


def _field(area: Area, marks: Sequence[Mark], size: float) -> list[Shape]:
    """The marks of one field: with their names, without, or as many as there is room for."""
    each = area.height / len(marks)
    if each >= size * ROW:
        return _named(area, marks, min(each, size * LEADING * 3.2), size)
    step = size * STEP
    across, down = max(1, int(area.width / step)), max(1, int(area.height / step))
    room = across * down
    # How many more there are takes the place of two marks.
    shown = marks if len(marks) <= room else marks[: max(0, room - 2)]
    shapes: list[Shape] = []
    for at, mark in enumerate(shown):
        x = area.left + step * (at % across + 0.5)
        y = area.top + step * (at // across + 0.5)
        shapes += _mark(x, y, mark, size)
    if len(shown) < len(marks):
        left = area.left + step * max(0, across - 2)
        top = area.top + step * (down - 0.5) - size * LEADING / 2
        more = f"+{len(marks) - len(shown)}"
        shapes.append(Label(left, top, step * 2, more, size, strong=True, align="centre", lines=1))
    return shapes


def _named(area: Area, marks: Sequence[Mark], each: float, size: float) -> list[Shape]:
    shapes: list[Shape] = []
    radius = size * RADIUS
    aside = 2 * radius + size * 0.4
    for at, mark in enumerate(marks):
        top = area.top + each * at
        shapes += _mark(area.left + radius + size * 0.1, top + radius + size * 0.1, mark, size)
        shapes.append(
            Label(
                area.left + aside,
                top + size * 0.1,
                area.width - aside,
                mark.name,
                size,
                lines=max(1, int(each / (size * LEADING))),
            )
        )
    return shapes


def _mark(x: float, y: float, mark: Mark, size: float) -> list[Shape]:
    """A disc with its number; a square where nobody tends the domain."""
    radius = size * RADIUS
    letters = radius * NUMBER * (1.0 if mark.number < 100 else 0.75)
    number = Label(
        x - 2 * radius,
        y - letters * LEADING * 0.52,
        4 * radius,
        str(mark.number),
        letters,
        strong=True,
        align="centre",
        colour="note-ink" if mark.tended else "ink",
        lines=1,
    )
    if mark.tended:
        return [Dot(x, y, radius, fill="blue", stroke="control", line=size * 0.08), number]
    side = radius * 1.8
    square = Box(
        x - side / 2, y - side / 2, side, side, fill="paper", stroke="ember", line=size * 0.12
    )
    return [square, number]
