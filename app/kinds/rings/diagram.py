"""The picture of rings: arcs around the core with their names, everybody on theirs, the links.

One picture for paper and for the wall, as high as its rows ask; and the ground alone, which fills a
view on which notes lie.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from math import hypot
from unicodedata import east_asian_width

import msgspec

from app.colours import NoteColour
from app.diagram import LEADING, Box, Colour, Diagram, Label, Shape, Stroke
from app.kinds.rings.arcs import BEND, EMPTY, Arcs, Spot, Width, bent, heights_of, laid_out
from app.kinds.rings.untangling import Links, untangled

NAMES = 0.26
"""The part of the width that the names of rings take at the most, at the left."""
BOLD = 1.06
"""How much longer a text is in a strong face."""
SMALLER = 0.82
"""The size of the names of rings, in parts of the others'."""
NARROW, WIDE = frozenset("iljtfrI.,;:!|'’()/ "), frozenset("mwMW@")
"""Letters that are much narrower or wider than others."""
LONGEST = 12.5
"""How wide one line of a name is at the most, in parts of its size; a longer one has two lines."""
AIR = 0.25
"""What is free between two rows where there is little room, in parts of the size of text."""
PIECES = 24
"""The strokes that make an arc."""
LINE = 0.08
"""How thick an arc is, in parts of the size of text."""


class RingPlace(msgspec.Struct, frozen=True):
    """Somebody in a ring, by id."""

    id: str
    text: str


class RingRow(msgspec.Struct, frozen=True):
    """A ring: its name, the colour of those in it, and those in it; ``beyond`` the community. In a
    picture it is at least ``high`` rows high."""

    name: str
    colour: NoteColour
    people: tuple[RingPlace, ...]
    beyond: bool = False
    high: int = 0


class _Ground(msgspec.Struct, frozen=True):
    """A rectangle in which shares of a ground become lengths."""

    left: float
    top: float
    width: float
    height: float

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a spot is, from the top left corner of the diagram."""
        return self.left + spot.x * self.width, self.top + (1 - spot.y) * self.height


def rings_diagram(
    rings: Sequence[RingRow],
    links: Links,
    width: float,
    size: float,
    *,
    air: float = AIR,
    least: float = 0,
) -> Diagram:
    """The picture, ``width`` wide, its names written ``size`` high; everybody is named whole, on
    two lines at the most. ``air`` is what is free between two rows, in parts of that size; it is at
    ``least`` so high."""
    small = size * SMALLER
    named = max((length(ring.name) for ring in rings), default=0) * small * BOLD + size * 0.6
    left = min(named, width * NAMES)
    # Two lines where any name asks for them: rows are alike.
    lines = max((_lines(one.text) for ring in rings for one in ring.people), default=1)
    high = lines * size * LEADING + size * 0.2
    pitch = high + size * air
    inside = width - left
    sizes = {one.id: _note_width(one, size, inside) for ring in rings for one in ring.people}
    of_name = (2 if named > left else 1) * small * LEADING / pitch

    def wide(one: str) -> float:
        return min(1.0, (sizes[one] + size * 0.4) / inside)

    thin = max(of_name, *(ring.high for ring in rings), EMPTY)
    arcs = arranged_arcs(rings, links, wide, thin)
    rows = heights_of([[one.id for one in ring.people] for ring in rings], wide, thin)
    # Arcs are lower at their ends, and notes are to have room there as well.
    height = max(sum(rows) * pitch / (1 - BEND), least)
    ground = _Ground(left, size * 0.2, inside, height)
    shapes: list[Shape] = [
        *_arcs(arcs, rings, ground, size * LINE),
        *_names(arcs, rings, ground, small),
        *_links(arcs, links, ground, size),
    ]
    for ring in rings:
        for one in ring.people:
            x, y = ground.at(arcs.spots[one.id])
            half = sizes[one.id] / 2
            x = min(max(x, left + half), width - half)
            area = (x - half, y - high / 2, 2 * half, high)
            shapes += _note(area, size, ring.colour, one.text)
    return Diagram(width, height + size * 0.4, tuple(shapes))


def rings_ground(
    rings: Sequence[RingRow], links: Links, arcs: Arcs, size: float, area: tuple[float, ...]
) -> tuple[Shape, ...]:
    """What lies behind notes: arcs, names, links. ``area`` is the inside of the ground: its left,
    top, width and height; names stand at its left."""
    ground = _Ground(*area)
    return (
        *_arcs(arcs, rings, ground, size * LINE),
        *_names(arcs, rings, ground, size),
        *_links(arcs, links, ground, size),
    )


def arranged_arcs(
    rings: Sequence[RingRow], links: Links, wide: Width, least: float = EMPTY
) -> Arcs:
    """Everybody on their arc, in the order in which links cross least."""
    given = [[one.id for one in ring.people] for ring in rings]
    lay = partial(laid_out, wide=wide, least=least)
    return lay(untangled(given, links, lay))


def _lines(text: str) -> int:
    return 2 if length(text) > LONGEST else 1


def length(text: str) -> float:
    """About how long a text is on one line, in parts of its size."""
    return sum(map(_letter, text))


def _letter(letter: str) -> float:
    if letter in NARROW:
        return 0.31
    if letter in WIDE:
        return 0.84
    if east_asian_width(letter) in "WF":
        return 1.0
    return 0.66 if letter.isupper() else 0.53


def _note_width(one: RingPlace, size: float, most: float) -> float:
    """How wide a note is, as its words ask."""
    letters = min(length(one.text), LONGEST)
    return min(most, letters * size + size)


def _arcs(arcs: Arcs, rings: Sequence[RingRow], ground: _Ground, line: float) -> Iterator[Shape]:
    """The arcs between rings; fainter where those beyond the community stand."""
    for number, edge in enumerate(arcs.edges):
        beyond = rings[number].beyond
        points = [ground.at(Spot(at / PIECES, bent(edge, at / PIECES))) for at in range(PIECES + 1)]
        colour: Colour = "line" if beyond else "control"
        for (x1, y1), (x2, y2) in pairwise(points):
            yield Stroke(x1, y1, x2, y2, colour, line)
    foot = ground.top + ground.height
    yield Stroke(ground.left, foot, ground.left + ground.width, foot, "control", line)


def _names(arcs: Arcs, rings: Sequence[RingRow], ground: _Ground, size: float) -> Iterator[Shape]:
    """The name of each ring at its left end."""
    width = max(1.0, ground.left - size * 0.4)
    for number, ring in enumerate(rings):
        lines = 2 if length(ring.name) * size * BOLD > width else 1
        middle = ground.at(Spot(0.0, bent(arcs.middle(number), 0.0)))[1]
        top = middle - lines * size * LEADING / 2
        yield Label(0, top, width, ring.name, size, strong=True, lines=2)


def _links(
    arcs: Arcs, links: Iterable[tuple[str, str]], ground: _Ground, size: float
) -> Iterator[Shape]:
    """A line for each link, with its head halfway: its ends are under notes."""
    for who, whom in links:
        if who not in arcs.spots or whom not in arcs.spots:
            continue
        (x1, y1), (x2, y2) = ground.at(arcs.spots[who]), ground.at(arcs.spots[whom])
        yield Stroke(x1, y1, x2, y2, "put-to-work", size * LINE)
        length = hypot(x2 - x1, y2 - y1)
        if length:
            along, head = ((x2 - x1) / length, (y2 - y1) / length), size * 0.42
            tip = ((x1 + x2) / 2 + along[0] * head / 2, (y1 + y2) / 2 + along[1] * head / 2)
            for side in (0.6, -0.6):
                back = (
                    tip[0] - head * (along[0] - side * along[1]),
                    tip[1] - head * (along[1] + side * along[0]),
                )
                yield Stroke(back[0], back[1], tip[0], tip[1], "put-to-work", size * LINE * 1.4)


def _note(
    area: tuple[float, float, float, float], size: float, colour: NoteColour, text: str
) -> Iterator[Shape]:
    left, top, wide, high = area
    yield Box(*area, fill=colour, stroke="line", radius=size * 0.3, line=size * 0.05)
    lines = _lines(text)
    pad = size * 0.25
    yield Label(
        left + pad,
        top + (high - lines * size * LEADING) / 2,
        wide - 2 * pad,
        text,
        size,
        colour="note-ink",
        align="centre",
        lines=lines,
    )
