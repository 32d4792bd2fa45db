"""Where those in rings stand: the rings as arcs around the core, which is at the foot.

As arcs over the whole width, like the rows of a theatre, rings leave room for names; full circles
would leave half of a screen empty. Everything here is in shares of a ground: ``x`` from the left,
``y`` from the foot, both from 0 to 1.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

BEND = 0.13
"""By how much of its height an arc is lower at its ends."""
EMPTY = 0.6
"""The height of a ring with nobody in it, in rows."""


class Spot(msgspec.Struct, frozen=True):
    """Where somebody stands."""

    x: float
    y: float


class Arcs(msgspec.Struct, frozen=True):
    """Rings as they are laid out: ``edges`` are the heights, in the middle, of the arcs between
    them (the outermost last), ``spots`` where everybody stands, by id."""

    edges: tuple[float, ...]
    spots: Mapping[str, Spot]

    def ring_at(self, x: float, y: float) -> int:
        """The ring at a place, by its number from the core; beyond the last arc, the last."""
        height = y / _bent(x)
        return sum(height > edge for edge in self.edges[:-1])

    def middle(self, ring: int) -> float:
        """The height of the middle of a ring, at the middle of the ground."""
        return (self.edges[ring] + (self.edges[ring - 1] if ring else 0.0)) / 2


def bent(height: float, x: float) -> float:
    """How high at ``x`` an arc is whose height in the middle is ``height``."""
    return height * _bent(x)


Width = Callable[[str], float]
"""How wide somebody's note is (by id), in shares of the ground, with the air around it."""


def in_rows(ring: Sequence[str], wide: Width) -> list[list[str]]:
    """Those of a ring in as few rows as they have room in. Neighbours stand in different rows, one
    after the other, so that they do not cover each other where there is little room."""
    for count in range(1, len(ring) + 1):
        rows = [list(ring[row::count]) for row in range(count)]
        if all(sum(wide(one) for one in row) <= 1 for row in rows):
            return rows
    return [[one] for one in ring]


def heights_of(rings: Sequence[Sequence[str]], wide: Width, least: float = EMPTY) -> list[float]:
    """How high each ring is, in rows; none is lower than ``least``."""
    return [max(least, len(in_rows(ring, wide))) for ring in rings]


def laid_out(rings: Sequence[Sequence[str]], wide: Width, least: float = EMPTY) -> Arcs:
    """Everybody (an id) on their ring, in its order from the left; the core is the first ring."""
    heights = heights_of(rings, wide, least)
    whole = sum(heights) or 1.0
    edges: list[float] = []
    spots: dict[str, Spot] = {}
    low = 0.0
    for ring, height in zip(rings, heights, strict=True):
        share, rows = height / whole, in_rows(ring, wide)
        for number, row in enumerate(rows):
            up = low + share * (number + 0.5) / len(rows)
            for one, x in zip(row, _apart(row, wide, number / len(rows)), strict=True):
                spots[one] = Spot(x, bent(up, x))
        low += share
        edges.append(low)
    return Arcs(tuple(edges), spots)


def _apart(row: Sequence[str], wide: Width, shift: float) -> Iterator[float]:
    """The middles of those in a row, with equal gaps. ``shift`` is the part of a gap by which a
    row begins further to the right, so that rows above one another are not in line."""
    gap = max(0.0, 1 - sum(wide(one) for one in row)) / len(row)
    left = gap * min(1.0, 0.5 + shift)
    for one in row:
        width = wide(one)
        yield min(1.0, left + width / 2)
        left += width + gap


def _bent(x: float) -> float:
    return 1.0 - BEND * (2 * x - 1) ** 2
