"""Diagrams as neutral shapes: made once from what is known, painted in the window, on the wall and
in every export.

Lengths are in the unit that a diagram was laid out for (pixels on a screen, points on paper), with
the origin at the top left, y growing downwards. Colours are names: each surface has its own values.
"""

from typing import Literal

import msgspec

from app.colours import NoteColour

Colour = (
    NoteColour
    | Literal[
        "ink",
        "mute",
        "line",
        "control",
        "paper",
        "note-ink",
        "teal",
        "teal-pale",
        "amber",
        "ember",
        "put-to-work",
        "put-to-work-pale",
        "discover",
        "grow",
        "establish",
        "renew",
    ]
)
"""``ink`` and ``mute`` write on the surface's ground (``paper``), ``note-ink`` on a note; ``line``
is a hairline, ``control`` a line that must be seen; the others are tones of the look."""

NoColour = Literal[""]


class Box(msgspec.Struct, frozen=True, tag=True):
    """A rectangle, perhaps with round corners."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | NoColour = ""
    stroke: Colour | NoColour = ""
    radius: float = 0
    line: float = 0.75


class Stroke(msgspec.Struct, frozen=True, tag=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Colour
    line: float = 0.75
    dashed: bool = False


class Dot(msgspec.Struct, frozen=True, tag=True):
    """A disc, centred at x, y."""

    x: float
    y: float
    radius: float
    fill: Colour | NoColour = ""
    stroke: Colour | NoColour = ""
    line: float = 0.75


class Label(msgspec.Struct, frozen=True, tag=True):
    """Text, wrapped to ``width`` from its top left corner (x, y).

    ``lines`` caps the number of lines; what does not fit ends with an ellipsis.
    """

    x: float
    y: float
    width: float
    text: str
    size: float = 8
    strong: bool = False
    colour: Colour = "ink"
    align: Literal["left", "centre", "right"] = "left"
    lines: int = 3


Shape = Box | Stroke | Dot | Label

LEADING = 1.28
"""From one line of a label to the next, in parts of its size."""


class Diagram(msgspec.Struct, frozen=True):
    """Shapes on a ground of ``width`` by ``height``, each drawn over those before it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
