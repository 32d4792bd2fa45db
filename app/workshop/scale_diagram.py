"""Answers on a scale from 1 to 5 as a picture: the middle of each line and its spread."""

from collections.abc import Sequence
from math import ceil

import msgspec

from app.diagram import LEADING, Box, Diagram, Dot, Label, Shape, Stroke
from app.workshop.spread import Spread

SCALE = ("1", "2", "3", "4", "5")
"""The places of a scale, as they are counted."""

TEXT_SHARE = 0.44
"""The part of the width that statements take at most; the scales have the rest."""
SMALLER = 0.7
"""The size of what is said beside a statement, in parts of the statement's own."""
LETTER = 0.46
"""About how wide a letter is, in parts of its size."""
GAP = 0.75
"""What stands free between two statements, in parts of their size."""


class ScaleRow(msgspec.Struct, frozen=True):
    """A statement in the picture, in words: ``remark`` stands below it.

    Without a ``middle`` the remark says why there is none.
    """

    statement: str
    remark: str
    middle: int | None
    spread: Spread | None
    before: int | None


class _Measures(msgspec.Struct, frozen=True):
    """Lengths in the diagram's unit: where scales begin and end, and how large text is."""

    left: float
    right: float
    size: float

    @property
    def room(self) -> float:
        """How wide a statement is at the most."""
        return self.left - self.size * 1.8

    def at(self, value: float) -> float:
        """Where a value of the scale stands."""
        first, last = float(SCALE[0]), float(SCALE[-1])
        return self.left + (self.right - self.left) * (value - first) / (last - first)


def scale_diagram(
    rows: Sequence[ScaleRow],
    ends: tuple[str, str],
    width: float,
    size: float,
    title: str = "",
) -> Diagram:
    """The picture of ``rows``, ``width`` wide, its statements written ``size`` high.

    ``ends`` say what the lowest and the highest answer mean; ``title`` stands above.
    """
    margin = size * 0.9
    measures = _Measures(_text_width(rows, width, size) + margin, width - margin, size)
    shapes: list[Shape] = []
    top = 0.0
    if title:
        lines = min(3, _lines_in(title, width, size))
        shapes.append(Label(0, top, width, title, size, strong=True, lines=lines))
        top += size * LEADING * lines + size * GAP
    for row in rows:
        height = _height(row, measures)
        shapes += _row(row, top, height, measures)
        top += height + size * GAP
    small = size * SMALLER
    wide = (measures.right - measures.left) / 2
    low, high = (f"{end} {text}" for end, text in zip((SCALE[0], SCALE[-1]), ends, strict=True))
    room = wide - small
    lines = min(3, max(_lines_in(one, room, small) for one in (low, high)))
    shapes.append(Label(measures.left, top, room, low, small, colour="mute", lines=lines))
    right = width - room
    shapes.append(Label(right, top, room, high, small, colour="mute", align="right", lines=lines))
    return Diagram(width, top + small * LEADING * (lines + 0.4), tuple(shapes))


def _text_width(rows: Sequence[ScaleRow], width: float, size: float) -> float:
    """What the statements take: as much as the longest line, and never more than their share."""
    texts = [(row.statement, 1.0) for row in rows] + [(row.remark, SMALLER) for row in rows]
    longest = max((len(text) * part for text, part in texts), default=0)
    wide = (longest * LETTER + 2.5) * size if longest else 0
    return min(width * TEXT_SHARE, wide)


def _lines_in(text: str, width: float, size: float) -> int:
    """About how many lines a text takes, one at least."""
    return max(1, ceil(len(text) * size * LETTER / width))


def _lines(row: ScaleRow, measures: _Measures) -> int:
    """The lines that a statement takes: one or two."""
    return min(2, _lines_in(row.statement, measures.room, measures.size))


def _height(row: ScaleRow, measures: _Measures) -> float:
    remark = measures.size * SMALLER * LEADING if row.remark else 0.0
    return measures.size * LEADING * _lines(row, measures) + remark


def _row(row: ScaleRow, top: float, height: float, measures: _Measures) -> list[Shape]:
    size = measures.size
    middle = top + height / 2
    shapes: list[Shape] = []
    if row.statement:
        shapes.append(Label(0, top, measures.room, row.statement, size, lines=2))
    if row.remark:
        below, small = top + size * LEADING * _lines(row, measures), size * SMALLER
        shapes.append(Label(0, below, measures.room, row.remark, small, colour="mute", lines=1))
    return [*shapes, *_scale(middle, measures), *_answers(row, middle, measures)]


def _scale(middle: float, measures: _Measures) -> list[Shape]:
    line, tick = measures.size * 0.07, measures.size * 0.3
    shapes: list[Shape] = [
        Stroke(measures.left, middle, measures.right, middle, "control", line),
    ]
    for value in SCALE:
        x = measures.at(float(value))
        shapes.append(Stroke(x, middle - tick, x, middle + tick, "control", line))
    return shapes


def _answers(row: ScaleRow, middle: float, measures: _Measures) -> list[Shape]:
    radius, line = measures.size * 0.42, measures.size * 0.07
    shapes: list[Shape] = []
    if row.spread is not None:
        left, right = measures.at(row.spread.low), measures.at(row.spread.high)
        half = radius * 0.8
        shapes.append(
            Box(
                left - half,
                middle - half,
                right - left + 2 * half,
                2 * half,
                fill="put-to-work-pale",
                stroke="put-to-work",
                radius=half,
                line=line / 2,
            )
        )
    if row.middle is not None:
        shapes.append(Dot(measures.at(row.middle), middle, radius, fill="put-to-work"))
    if row.before is not None:
        shapes.append(
            Dot(measures.at(row.before), middle, radius * 1.25, stroke="ink", line=line * 0.8)
        )
    return shapes
