"""The picture of a story: a chain of cycles from the top, those that were told and those that were
not."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import msgspec

from app.diagram import LEADING, Colour, Diagram, Dot, Label, Shape, Stroke

NAMES = 0.3
"""The part of the width that the names of the cycles take, behind the chain."""
LETTER = 0.5
"""About how wide a letter is, in parts of its size."""
MOST_LINES = 9
"""The lines of a cycle at the most: the chain stays on one page."""
GAP = 0.9
"""What stands free between two links, in parts of the size of their words."""


class Link(msgspec.Struct, frozen=True):
    """A cycle by its name, with what was told of it; ``instead`` stands where nothing was."""

    name: str
    text: str
    instead: str = ""


def chain_diagram(links: Sequence[Link], width: float, size: float) -> Diagram:
    """The chain of ``links``, ``width`` wide, its words written ``size`` high."""
    centre, radius, line = size * 0.8, size * 0.5, size * 0.12
    left = centre + size * 1.4
    words = left + width * NAMES
    room = width - words
    shapes: list[Shape] = []
    dots: list[Dot] = []
    top = 0.0
    for link in links:
        height = max(_lines(link.text, room, size), _lines(link.name, width * NAMES, size))
        middle = top + size * LEADING / 2
        told = bool(link.text)
        dots.append(
            Dot(
                centre,
                middle,
                radius,
                fill="teal" if told else "paper",
                stroke="teal" if told else "control",
                line=line,
            )
        )
        name_width = words - left - size
        tone: Colour = "ink" if told else "mute"
        shapes.append(Label(left, top, name_width, link.name, size, strong=told, colour=tone))
        shapes.append(
            Label(words, top, room, link.text or link.instead, size, colour=tone, lines=MOST_LINES)
        )
        top += size * LEADING * height + size * GAP
    chain = [
        # Broken where nothing was told: what lies between is not known.
        Stroke(
            centre,
            one.y + radius,
            centre,
            next_.y - radius,
            "teal" if one.fill == next_.fill == "teal" else "control",
            line,
            dashed=not one.fill == next_.fill == "teal",
        )
        for one, next_ in pairwise(dots)
    ]
    return Diagram(width, max(top - size * GAP, 0.0), (*chain, *dots, *shapes))


def is_cut(text: str, width: float, size: float) -> bool:
    """Whether a chain of that size has no room for all of a text."""
    room = width - width * NAMES - size * 2.2
    return _needed(text, room, size) > MOST_LINES


def _lines(text: str, width: float, size: float) -> int:
    return min(max(_needed(text, width, size), 1), MOST_LINES)


def _needed(text: str, width: float, size: float) -> int:
    letters = max(width / (size * LETTER), 1)
    return sum(max(ceil(len(line) / letters), 1) for line in text.split("\n"))
