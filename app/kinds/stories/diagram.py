"""The picture of a story: a chain of cycles from the left to the right, as far as it was told."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from app.diagram import LEADING, Colour, Diagram, Dot, Label, Shape, Stroke

RADIUS = 0.75
"""Half of a link's width, in parts of the size of the names."""
LINES = 3
"""The lines that the name of a cycle takes at the most."""


class Link(msgspec.Struct, frozen=True):
    """A cycle by its name, and whether anything was told of it."""

    name: str
    told: bool


def chain_diagram(links: Sequence[Link], width: float, size: float) -> Diagram:
    """The chain of ``links``, ``width`` wide, its names written ``size`` high.

    Between two that were told the chain holds; elsewhere it is broken, as nobody knows.
    """
    if not links:
        return Diagram(width, 0.0, ())
    radius, line = size * RADIUS, size * 0.16
    middle = radius + line
    each = width / len(links)
    places = [each * (at + 0.5) for at in range(len(links))]
    chain: list[Shape] = []
    for (left, one), (right, other) in pairwise(zip(places, links, strict=True)):
        holds = one.told and other.told
        chain.append(
            Stroke(
                left + radius,
                middle,
                right - radius,
                middle,
                "teal" if holds else "control",
                line,
                dashed=not holds,
            )
        )
    top = 2 * middle + size * 0.5
    for place, link in zip(places, links, strict=True):
        fill: Colour = "teal" if link.told else "paper"
        edge: Colour = "teal" if link.told else "control"
        chain.append(Dot(place, middle, radius, fill=fill, stroke=edge, line=line))
        chain.append(
            Label(
                place - each / 2 + size * 0.3,
                top,
                each - size * 0.6,
                link.name,
                size,
                strong=link.told,
                colour="ink" if link.told else "mute",
                align="centre",
                lines=LINES,
            )
        )
    return Diagram(width, top + _lines(links, each, size) * size * LEADING, tuple(chain))


def _lines(links: Sequence[Link], each: float, size: float) -> int:
    """How many lines the longest name takes, by about how wide letters are."""
    longest = max(len(link.name) for link in links)
    return min(LINES, 1 + int(longest * size * 0.58 / max(each - size * 0.6, 1)))
