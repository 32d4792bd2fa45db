"""A map of two poles as a picture: side by side what each gives and what comes of too much of it,
then the early signs and the safeguards."""

from collections.abc import Sequence
from math import ceil

import msgspec

from app.colours import NoteColour
from app.diagram import LEADING, Box, Diagram, Label, Shape

LETTER = 0.48
"""About how wide a letter is, in parts of its size."""
MOST_NOTES, MOST_LINES = 5, 3
"""The notes that a part shows, and the lines of each; the lists beside the picture have all."""
PAD, GAP = 0.8, 1.0
"""Around what a part holds, and between two parts, in parts of the text's size."""


class MapPart(msgspec.Struct, frozen=True):
    """A part of the map: its name, the colour of its notes, and what they say."""

    label: str
    colour: NoteColour
    notes: tuple[str, ...]


def map_diagram(
    poles: tuple[str, str],
    rows: Sequence[tuple[MapPart | None, MapPart | None]],
    width: float,
    size: float,
) -> Diagram:
    """The picture, ``width`` wide, written ``size`` high: each of ``rows`` has a part for the left
    pole and one for the right; one that is missing leaves its place free."""
    gap, wide = size * GAP, (width - size * GAP) / 2
    shapes: list[Shape] = [
        Label(left, 0, wide, pole, size * 1.15, strong=True, lines=1)
        for left, pole in zip((0, wide + gap), poles, strict=True)
    ]
    top = size * 1.15 * LEADING + gap * 0.6
    for row in rows:
        height = max((_height(part, wide, size) for part in row if part is not None), default=0)
        for left, part in zip((0, wide + gap), row, strict=True):
            if part is not None:
                shapes += _part(part, left, top, wide, height, size)
        top += height + gap if height else 0
    return Diagram(width, max(top - gap, size), tuple(shapes))


def _lines(text: str, wide: float, size: float) -> int:
    """About how many lines a note takes, three at the most."""
    return min(MOST_LINES, max(1, ceil(len(text) * size * LETTER / (wide - 2 * size * PAD))))


def _height(part: MapPart, wide: float, size: float) -> float:
    lines = sum(_lines(text, wide, size) for text in part.notes[:MOST_NOTES])
    gaps = 0.35 * len(part.notes[:MOST_NOTES])
    return size * (2 * PAD + LEADING * (1 + lines) + gaps)


def _part(
    part: MapPart, left: float, top: float, wide: float, height: float, size: float
) -> list[Shape]:
    room, x = wide - 2 * size * PAD, left + size * PAD
    shapes: list[Shape] = [
        # An edge: in black and white the colour of a note is no more than the paper's.
        Box(left, top, wide, height, part.colour, "line", radius=size * 0.4),
        Label(x, top + size * PAD, room, part.label, size, True, "note-ink", lines=1),
    ]
    y = top + size * (PAD + LEADING + 0.35)
    for text in part.notes[:MOST_NOTES]:
        lines = _lines(text, wide, size)
        shapes.append(Label(x, y, room, text, size, colour="note-ink", lines=lines))
        y += size * (LEADING * lines + 0.35)
    return shapes
