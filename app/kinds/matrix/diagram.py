"""The picture of a matrix: its two axes in words, and on them notes as cards or as numbers."""

from collections.abc import Sequence

from app.diagram import LEADING, Box, Diagram, Label, Shape, Stroke
from app.kinds.matrix.facts import reading_at
from app.kinds.matrix.setup import READINGS, Axes
from app.workshop.ground_pages import (
    DrawGround,
    GroundDrawn,
    Placed,
    ground_pages,
    on_numbers,
)
from app.workshop.ground_shapes import Area, Lines, lines_taken

AIR = 0.8
"""Between the words of two ends side by side, in parts of their size."""

NAMED = 0.4 + LEADING
"""How high the name of a reading stands in one line, with its air, in parts of its size."""


def word_lines(axes: Axes, width: float, size: float, lines: Lines = lines_taken) -> int:
    """One or two: the lines that the words at the ends take, side by side in a width."""
    ends = (axes.up.high, axes.up.low, axes.across.low, axes.across.high)
    return min(2, max(lines(f"← {end} ", width / 3 - size * AIR, size) for end in ends))


def _head_lines(axes: Axes, ground: Area, size: float, lines: Lines) -> int:
    """One or two: the lines that the names of the readings take."""
    room = ground.width / 2 - size
    return min(2, max(lines(axes.readings.get(one, ""), room, size) for one in READINGS))


def margins(size: float, lines: int) -> tuple[float, float]:
    """How much room the words above and below a ground take."""
    words = size * (LEADING * lines + 0.4)
    return words, words


def inside(width: float, height: float, size: float, lines: int) -> Area:
    """The part of a diagram in which notes have their places."""
    above, below = margins(size, lines)
    return Area(0, above, width, max(1.0, height - above - below))


def matrix_ground(
    axes: Axes, width: float, height: float, size: float, lines: int, heads: int = 1
) -> Diagram:
    """The ground: four fields, the words at both ends of each axis, the name of each reading."""
    ground = inside(width, height, size, lines)
    across, down = ground.left + ground.width / 2, ground.top + ground.height / 2
    line = size * 0.1
    shapes: list[Shape] = [
        Box(
            ground.left + line / 2,
            ground.top,
            ground.width - line,
            ground.height,
            stroke="control",
            radius=size * 0.4,
            line=line / 2,
        ),
        Stroke(ground.left, down, ground.right, down, "control", line),
        Stroke(across, ground.top, across, ground.bottom, "control", line),
        *_ends(axes, ground, size, lines),
    ]
    for reading, field in fields(ground).items():
        name, pad = axes.readings.get(reading, ""), size * 0.5
        shapes.append(
            Label(
                field.left + pad,
                field.top + size * 0.25,
                field.width - 2 * pad,
                name,
                size,
                colour="mute",
                align="right" if field.left > ground.left else "left",
                lines=heads,
            )
        )
    return Diagram(width, height, tuple(shapes))


def fields(ground: Area) -> dict[str, Area]:
    """The four parts of a ground, by their reading."""
    wide, high = ground.width / 2, ground.height / 2
    corners = {
        "up": (ground.left, ground.top),
        "both": (ground.left + wide, ground.top),
        "neither": (ground.left, ground.top + high),
        "across": (ground.left + wide, ground.top + high),
    }
    return {reading: Area(left, top, wide, high) for reading, (left, top) in corners.items()}


def _ends(axes: Axes, ground: Area, size: float, lines: int) -> list[Shape]:
    """The words at the ends: those of the axis upwards above and below its middle, those of the
    axis across below its ends."""
    third, air = ground.width / 3, size * AIR
    above, below = ground.top - margins(size, lines)[0], ground.bottom + size * 0.2

    def end(left: float, top: float, text: str, align: str) -> Label:
        return Label(
            left,
            top,
            third - air,
            text,
            size,
            strong=True,
            align="left" if align == "left" else "right" if align == "right" else "centre",
            lines=lines,
        )

    left = ground.left
    return [
        end(left + third + air / 2, above, f"↑ {axes.up.high}", "centre"),
        end(left, below, f"← {axes.across.low}", "left"),
        end(left + third + air / 2, below, f"↓ {axes.up.low}", "centre"),
        end(left + 2 * third + air, below, f"{axes.across.high} →", "right"),
    ]


def _fielded(shapes: tuple[Shape, ...], ground: Area, named: float = 0.0) -> GroundDrawn:
    """A ground whose notes stay in their readings."""
    parts = fields(ground)
    return GroundDrawn(shapes, ground, lambda note: parts[reading_at(note.x, note.y)], named)


def drawn(axes: Axes) -> DrawGround:
    """The ground as pages of notes need it: a note never leaves its reading."""

    def draw(width: float, height: float, size: float, lines: Lines) -> GroundDrawn:
        words = word_lines(axes, width, size, lines)
        ground = inside(width, height, size, words)
        heads = _head_lines(axes, ground, size, lines)
        shapes = matrix_ground(axes, width, height, size, words, heads).shapes
        return _fielded(shapes, ground, size * (NAMED + (heads - 1) * LEADING))

    return draw


def with_numbers(
    axes: Axes, notes: Sequence[Placed], width: float, height: float, size: float
) -> Diagram:
    """The ground with a number for each note, in their order; for paper."""
    words = word_lines(axes, width, size)
    ground = inside(width, height, size, words)
    shapes = matrix_ground(axes, width, height, size, words).shapes
    fielded = _fielded(shapes, ground, size * NAMED)
    return Diagram(width, height, tuple(on_numbers(fielded, notes, size)))


def matrix_pages(
    axes: Axes,
    notes: Sequence[Placed],
    waiting: tuple[str, Sequence[str]],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> list[Diagram]:
    """A matrix for the back row; what is ``waiting`` is not placed, and follows under its head."""
    return ground_pages(drawn(axes), notes, waiting, width, height, size, lines)
