"""Notes on a ground, as shapes: places, numbered marks, cards, and the text that fits on them.

A ground is the part of a diagram in which a place means something. What lies on it is moved aside
by as little as lets it be read; nothing is ever moved out of its part of the ground.
"""

from collections.abc import Callable, Iterator, Sequence
from math import ceil

import msgspec

from app.colours import NoteColour
from app.diagram import LEADING, Box, Colour, Dot, Label, Shape, Stroke
from app.library.workshop_rows import PLACES

LETTER = 0.5
"""About how wide a letter is, in parts of its size: rather too wide than too narrow."""
NUMBER = 1.15
"""The size of a number, in parts of the radius of its mark."""
RINGS = 12
"""How many times its own size a mark may be moved aside."""
STEPS = 4
"""Quarters of its own size by which a card may be moved aside, each way."""


Lines = Callable[[str, float, float], int]
"""How many lines a text takes in a width, at a size of its letters."""


def tenths(place: int) -> int:
    """A place from 0 to 10, as it is told in words."""
    return round(place * 10 / PLACES)


class Area(msgspec.Struct, frozen=True):
    """A rectangle of a diagram."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def at(self, x: int, y: int) -> tuple[float, float]:
        """The point of a place on this ground."""
        return (
            self.left + self.width * x / PLACES,
            self.bottom - self.height * y / PLACES,
        )

    def within(self, area: "Area") -> "Area":
        """This rectangle, moved by as little as lets it lie within another, if it can."""
        left = max(area.left, min(self.left, area.right - self.width))
        top = max(area.top, min(self.top, area.bottom - self.height))
        return Area(left, top, self.width, self.height)

    def meets(self, other: "Area") -> bool:
        """Whether two rectangles share a part."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def spread_marks(
    points: Sequence[tuple[float, float]], radius: float, area: Area
) -> list[tuple[float, float]]:
    """The points of marks of one radius, so that none covers another as far as there is room."""
    apart = 2 * radius + 1
    taken: dict[tuple[int, int], list[tuple[float, float]]] = {}
    found = []
    for point in points:
        tried = (kept_in(one, radius, area) for one in _around(point, apart))
        free = (one for one in tried if not _covers(one, apart, taken))
        chosen = next(free, kept_in(point, radius, area))
        taken.setdefault(_cell(chosen, apart), []).append(chosen)
        found.append(chosen)
    return found


def _around(point: tuple[float, float], apart: float) -> Iterator[tuple[float, float]]:
    """The point itself, then those around it, nearest first."""
    yield point
    for ring in range(1, RINGS + 1):
        for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            yield point[0] + across * ring * apart, point[1] + up * ring * apart


def kept_in(point: tuple[float, float], radius: float, area: Area) -> tuple[float, float]:
    """A point, moved by as little as lets a mark around it lie within an area."""
    return (
        max(area.left + radius, min(point[0], area.right - radius)),
        max(area.top + radius, min(point[1], area.bottom - radius)),
    )


def _cell(point: tuple[float, float], apart: float) -> tuple[int, int]:
    return int(point[0] // apart), int(point[1] // apart)


def _covers(
    point: tuple[float, float],
    apart: float,
    taken: dict[tuple[int, int], list[tuple[float, float]]],
) -> bool:
    column, row = _cell(point, apart)
    near = (
        other
        for across in (-1, 0, 1)
        for down in (-1, 0, 1)
        for other in taken.get((column + across, row + down), ())
    )
    return any((x - point[0]) ** 2 + (y - point[1]) ** 2 < apart**2 * 0.98 for x, y in near)


def numbered_mark(
    point: tuple[float, float],
    radius: float,
    number: int,
    fill: Colour,
    ink: Colour = "note-ink",
) -> list[Shape]:
    """A disc with its number in it."""
    x, y = point
    size = radius * NUMBER * (1.0 if number < 100 else 0.75)
    # The letters stand a little below the middle of their line.
    top = y - size * LEADING * 0.52
    return [
        Dot(x, y, radius, fill=fill, stroke="control", line=radius * 0.1),
        Label(
            x - 2 * radius,
            top,
            4 * radius,
            str(number),
            size,
            strong=True,
            colour=ink,
            align="centre",
            lines=1,
        ),
    ]


def lines_taken(text: str, width: float, size: float) -> int:
    """About how many lines a text takes; a word that is longer than a line is broken."""
    letters = max(1, int(width / (size * LETTER)))
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > letters:
            lines, used = lines + 1, 0
        more = ceil(len(word) / letters) - 1 if len(word) > letters else 0
        lines += more
        used += len(word) - more * letters + (1 if used else 0)
    return lines


def card_height(text: str, width: float, size: float, most: int, lines: Lines) -> float:
    """How high a card with this text is, with so many lines at the most."""
    return min(most, lines(text, width - size, size)) * size * LEADING + size * 0.7


def card_shapes(area: Area, text: str, colour: NoteColour, size: float, most: int) -> list[Shape]:
    """A note as a card."""
    pad = size * 0.5
    return [
        Box(
            area.left,
            area.top,
            area.width,
            area.height,
            fill=colour,
            stroke="line",
            radius=size * 0.2,
            line=size * 0.04,
        ),
        Label(
            area.left + pad,
            area.top + size * 0.35,
            area.width - 2 * pad,
            text,
            size,
            colour="note-ink",
            lines=most,
        ),
    ]


def lay_cards(wanted: Sequence[tuple[Area, Area]], gap: float) -> list[Area] | None:
    """Cards where they are wanted, each within its part of the ground (card, part); moved aside
    by no more than their own size. None where they have no room without covering one another."""
    laid: list[Area] = []
    for card, part in wanted:
        if card.width > part.width or card.height > part.height:
            return None
        tried = (one.within(part) for one in _beside(card, gap))
        free = (one for one in tried if not any(_wider(one, gap).meets(other) for other in laid))
        chosen = next(free, None)
        if chosen is None:
            return None
        laid.append(chosen)
    return laid


def _wider(card: Area, gap: float) -> Area:
    return Area(card.left - gap, card.top - gap, card.width + 2 * gap, card.height + 2 * gap)


def _beside(card: Area, gap: float) -> Iterator[Area]:
    """A card, then the places around it within its own size, nearest first."""
    steps = sorted(
        (
            (across, down)
            for across in range(-STEPS, STEPS + 1)
            for down in range(-STEPS, STEPS + 1)
        ),
        key=lambda step: (abs(step[0]) + abs(step[1]), step),
    )
    for across, down in steps:
        yield Area(
            card.left + across * (card.width + gap) / STEPS,
            card.top + down * (card.height + gap) / STEPS,
            card.width,
            card.height,
        )


def lowered(shape: Shape, by: float) -> Shape:
    """A shape, so much farther down."""
    if isinstance(shape, Stroke):
        return msgspec.structs.replace(shape, y1=shape.y1 + by, y2=shape.y2 + by)
    return msgspec.structs.replace(shape, y=shape.y + by)
