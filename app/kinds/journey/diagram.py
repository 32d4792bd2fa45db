"""The picture of a journey: a line through the moments, from left to right as time went by."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from app.colours import NoteColour, note_colour
from app.diagram import LEADING, Box, Colour, Diagram, Dot, Label, Shape, Stroke
from app.kinds.journey.moments import MIDDLE
from app.kinds.journey.setup import JourneyWords
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.ground_shapes import (
    Area,
    Lines,
    card_height,
    card_shapes,
    lay_cards,
    lowered,
    numbered_mark,
    spread_marks,
)
from app.workshop.zones import NamedZone

CARD = 7.8
"""How wide a card is, in parts of the size of its letters."""
CARD_LINES = 6
"""The most lines of a card."""
SMALLER = 0.8
"""The size of what names time and energy, in parts of that of moments."""
STRIP = 2.2
"""The height of the whole line, seen small below a part of it, in parts of the size of letters."""

Point = tuple[float, float]


class Moment(msgspec.Struct, frozen=True):
    """A moment in the picture: its text, its place, the colour of its kind.

    One that something was ``missing`` at is drawn hollow where it is a mark.
    """

    text: str
    x: int
    y: int
    colour: NoteColour
    missing: bool = False


def drawn_moments(notes: Sequence[Note], zones: Sequence[NamedZone], missing: str) -> list[Moment]:
    """Moments as they are drawn, each in the colour of its kind; ``missing`` is the zone of what
    was missing."""
    colours: dict[str, NoteColour] = {zone.id: zone.colour for zone in zones}
    first: NoteColour = next(iter(colours.values()), "yellow")
    return [
        Moment(
            note.text,
            note.x if note.x is not None else PLACES,
            note.y if note.y is not None else MIDDLE,
            note_colour(note.colour) if note.colour else colours.get(note.zone, first),
            bool(missing) and note.zone == missing,
        )
        for note in notes
    ]


class Kind(msgspec.Struct, frozen=True):
    """A kind of moments in the legend."""

    name: str
    colour: NoteColour
    missing: bool = False


def kinds_of(zones: Sequence[NamedZone], missing: str) -> tuple[Kind, ...]:
    """The kinds of moments that have names."""
    return tuple(Kind(zone.label, zone.colour, zone.id == missing) for zone in zones if zone.label)


def with_legend(
    diagram: Diagram, kinds: Sequence[Kind], size: float, *, hollow: bool = False
) -> Diagram:
    """A diagram under the names of the kinds, each behind a mark in its colour; ``hollow`` leaves
    that of what was missing empty, as numbered marks have it."""
    row, slot = legend_height(kinds, size), diagram.width / max(1, len(kinds))
    shapes: list[Shape] = []
    for at, kind in enumerate(kinds):
        left, side = at * slot, size * 0.9
        fill: Colour = "paper" if hollow and kind.missing else kind.colour
        shapes += [
            Box(left, size * 0.25, side, side, fill=fill, stroke="control", radius=side * 0.25),
            Label(left + side * 1.5, 0, slot - side * 2, kind.name, size, lines=1),
        ]
    return Diagram(
        diagram.width,
        diagram.height + row,
        (*shapes, *(lowered(shape, row) for shape in diagram.shapes)),
    )


def legend_height(kinds: Sequence[Kind], size: float) -> float:
    """How high the row with the names of the kinds is."""
    return size * (LEADING + 0.5) if kinds else 0.0


def margins(size: float) -> tuple[float, float]:
    """How much room the words above and below the ground take."""
    return size * (LEADING + 0.4), size * (2 * LEADING + 0.7)


def inside(width: float, height: float, size: float) -> Area:
    """The part of a diagram in which moments have their places."""
    above, below = margins(size)
    return Area(0, above, width, max(1.0, height - above - below))


def line_of_time(ends: JourneyWords, width: float, height: float, size: float) -> Diagram:
    """The empty ground: time along its foot, energy upwards, a dashed line halfway."""
    ground = inside(width, height, size)
    middle, line = ground.top + ground.height / 2, size * 0.1
    half, head = width / 2, size * 0.35
    low = ground.bottom + size * 0.1
    time = low + size * (LEADING + 0.2)

    def word(left: float, top: float, text: str, *, right: bool = False) -> Label:
        return Label(
            left, top, half, text, size, strong=True, align="right" if right else "left", lines=1
        )

    return Diagram(
        width,
        height,
        (
            Stroke(0, middle, width, middle, "line", line, dashed=True),
            Stroke(0, time, width, time, "control", line),
            Stroke(width, time, width - head, time - head, "control", line),
            Stroke(width, time, width - head, time + head, "control", line),
            word(0, 0, f"↑ {ends.high}"),
            word(0, low, f"↓ {ends.low}"),
            word(0, time + size * 0.2, ends.begins),
            word(half, time + size * 0.2, f"{ends.ends} →", right=True),
        ),
    )


def through(points: Sequence[Point], line: float) -> list[Shape]:
    """The line through moments."""
    return [Stroke(*one, *other, "put-to-work", line) for one, other in pairwise(points)]


def line_on_ground(
    ends: JourneyWords, moments: Sequence[Moment], width: float, height: float, size: float
) -> Diagram:
    """The ground with the line through the moments, for a canvas on which they lie themselves."""
    ground = inside(width, height, size)
    points = [ground.at(one.x, one.y) for one in moments]
    empty = line_of_time(ends, width, height, size)
    return Diagram(width, height, (*empty.shapes, *through(points, size * 0.14)))


def numbered_line(
    ends: JourneyWords,
    moments: Sequence[Moment],
    first: int,
    width: float,
    height: float,
    size: float,
) -> Diagram:
    """A stretch of the line with numbered moments, the first of them numbered ``first``; its own
    time fills the width. For paper."""
    ground = inside(width, height, size)
    radius = size * 0.9
    begin, end = moments[0].x, max(moments[-1].x, moments[0].x + 1)
    whole = first == 1 and begin < end
    begin = 0 if whole else begin
    points = [ground.at(round((one.x - begin) * PLACES / (end - begin)), one.y) for one in moments]
    marks = spread_marks(points, radius, ground)
    shapes = [*line_of_time(ends, width, height, size).shapes, *through(marks, size * 0.14)]
    for number, (point, one) in enumerate(zip(marks, moments, strict=True), start=first):
        fill: Colour = "paper" if one.missing else one.colour
        shapes += numbered_mark(point, radius, number, fill, "ink" if one.missing else "note-ink")
    return Diagram(width, height, tuple(shapes))


def journey_pages(
    ends: JourneyWords,
    kinds: Sequence[Kind],
    moments: Sequence[Moment],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> list[Diagram]:
    """A journey for the back row: the whole line where its moments have room on it, else a page
    for as many moments as stand side by side, over the whole line seen small."""
    small = size * SMALLER
    room = height - legend_height(kinds, small)
    whole = _whole(ends, moments, width, room, size, lines)
    pages = [whole] if whole is not None else _parts(ends, moments, width, room, size, lines)
    return [with_legend(one, kinds, small) for one in pages]


def _parts(
    ends: JourneyWords,
    moments: Sequence[Moment],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> list[Diagram]:
    """A page for as many moments as stand side by side."""
    small, wide = size * SMALLER, size * CARD
    each = max(1, min(len(moments), int(width // (wide + size * 0.4))))
    strip = size * STRIP if each < len(moments) else 0.0
    ground = inside(width, height - strip, small)
    pages = []
    for first in range(0, len(moments), each):
        part = range(first, min(first + each, len(moments)))
        shapes = list(line_of_time(ends, width, height - strip, small).shapes)
        slot = ground.width / each
        # The line comes from the moment before the page, and goes on to the one after it.
        reach = [at for at in range(first - 1, part.stop + 1) if 0 <= at < len(moments)]
        points = [
            (ground.left + (at - first + 0.5) * slot, ground.at(0, moments[at].y)[1])
            for at in reach
        ]
        shapes += through([_cut(one, points, ground) for one in points], size * 0.14)
        for at in part:
            middle = points[reach.index(at)]
            shapes += _card_at(moments[at], middle, ground, wide, size, lines)
        if strip:
            shapes += _strip(moments, part, width, height - strip * 0.8, strip * 0.8, size)
        pages.append(Diagram(width, height, tuple(shapes)))
    return pages


def _cut(point: Point, points: Sequence[Point], ground: Area) -> Point:
    """A point of the line, or where the line leaves the page on its way to it."""
    if ground.left <= point[0] <= ground.right:
        return point
    at = points.index(point)
    other = points[at + 1] if at == 0 else points[at - 1]
    edge = ground.left if point[0] < ground.left else ground.right
    share = (edge - other[0]) / (point[0] - other[0])
    return edge, other[1] + (point[1] - other[1]) * share


def _whole(
    ends: JourneyWords,
    moments: Sequence[Moment],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> Diagram | None:
    """All moments as cards where they lie; None where they have no room."""
    small, wide = size * SMALLER, size * CARD
    ground = inside(width, height, small)
    wanted = []
    for one in moments:
        if lines(one.text, wide - size, size) > CARD_LINES:
            return None
        high = card_height(one.text, wide, size, CARD_LINES, lines)
        x, y = ground.at(one.x, one.y)
        wanted.append((Area(x - wide / 2, y - high / 2, wide, high), ground))
    laid = lay_cards(wanted, size * 0.2)
    if laid is None:
        return None
    middles = [(card.left + card.width / 2, card.top + card.height / 2) for card in laid]
    shapes = [*line_of_time(ends, width, height, small).shapes, *through(middles, size * 0.14)]
    for card, one in zip(laid, moments, strict=True):
        shapes += card_shapes(card, one.text, one.colour, size, CARD_LINES)
    return Diagram(width, height, tuple(shapes))


def _card_at(
    one: Moment, middle: Point, ground: Area, wide: float, size: float, lines: Lines
) -> list[Shape]:
    high = min(card_height(one.text, wide, size, CARD_LINES, lines), ground.height)
    card = Area(middle[0] - wide / 2, middle[1] - high / 2, wide, high).within(ground)
    most = max(1, int((high - size * 0.7) / (size * LEADING) + 0.01))
    return card_shapes(card, one.text, one.colour, size, most)


def _strip(
    moments: Sequence[Moment], part: range, width: float, top: float, height: float, size: float
) -> list[Shape]:
    """The whole line seen small, with the moments of a part marked on it."""
    radius = size * 0.2
    ground = Area(radius, top + radius, width - 2 * radius, height - 2 * radius)
    points = [ground.at(one.x, one.y) for one in moments]
    shapes: list[Shape] = through(points, size * 0.06)
    for at, point in enumerate(points):
        here = at in part
        shapes.append(Dot(*point, radius if here else radius * 0.6, "ember" if here else "control"))
    return shapes
