"""Breaks a paragraph into lines of a given width, greedily."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.text_direction import self_contained
from exports.writers.typeset.bidi import visual_order
from exports.writers.typeset.shaping import GlyphRun, grapheme_runs
from exports.writers.typeset.typesetter import Paragraph, Part, StyledPart, TextStyle, Typesetter


@dataclass(slots=True)
class Line:
    """A line of a paragraph: its pieces in reading order; ``width`` in points, without the space
    that hangs over its end. ``from_right``: the paragraph runs from the right; ``ordered``: some
    of it may."""

    pieces: list[StyledPart]
    width: float
    from_right: bool = False
    ordered: bool = False

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(part.text + " " * (part.gap is not None) for _, part in self.pieces).rstrip()


_LONELY = 0.12
"""A last line shorter than this share of the measure looks forgotten."""
_MOST_LINES = 12
"""Longer paragraphs hide a short last line well enough."""


def break_lines(setter: Typesetter, paragraph: Paragraph, width: float) -> list[Line]:
    """The paragraph's lines, at most ``width`` points wide; always at least one.

    A word wider than a whole line is cut where the line ends. A last line of one short word is
    given company from the lines above it where that takes no further line.
    """
    lines = _fill(setter, paragraph, width)
    if 1 < len(lines) <= _MOST_LINES and lines[-1].width < _LONELY * width:
        for share in (0.97, 0.94, 0.91, 0.88):
            narrower = _fill(setter, paragraph, width * share)
            if len(narrower) == len(lines) and narrower[-1].width >= _LONELY * width:
                return narrower
    return lines


def even_lines(setter: Typesetter, paragraph: Paragraph, width: float) -> list[Line]:
    """The same number of lines, as equal as they can be: for headings."""
    lines = _fill(setter, paragraph, width)
    if not 1 < len(lines) <= _MOST_LINES:
        return lines
    narrow, wide = width / 2, width
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        found = _fill(setter, paragraph, middle)
        if len(found) == len(lines):
            lines, wide = found, middle
        else:
            narrow = middle
    return lines


def _fill(setter: Typesetter, paragraph: Paragraph, width: float) -> list[Line]:
    lines: list[Line] = []
    line: list[StyledPart] = []
    reach = 0.0  # where the line stands, with the space after its last piece
    safe = 0  # how many of its pieces stand before the last place it may end
    pending = list(reversed(paragraph.parts))
    while pending:
        item = pending.pop()
        if item is None:
            lines.append(_finished(line, paragraph))
            line, reach, safe = [], 0.0, 0
            continue
        style, part = item
        per = style.size / 1000
        needed = (part.width + _hyphen_room(setter, style, part)) * per
        if reach + needed > width + 0.01 and part.width:
            if safe:
                pending.append(item)
                pending.extend(reversed(line[safe:]))
                del line[safe:]
            else:
                room = max((width - reach) / per, 0)
                if line and room < part.width and room < 1500:
                    pending.append(item)
                else:
                    first, rest = setter.cut(style, part, room)
                    line.append((style, first))
                    if rest.text:
                        pending.append((style, rest))
            lines.append(_finished(line, paragraph, setter))
            line, reach, safe = [], 0.0, 0
            continue
        line.append(item)
        reach += part.reach * per
        if part.breaks:
            safe = len(line)
    lines.append(_finished(line, paragraph))
    return lines


def place_runs(line: Line, x: float) -> Iterator[tuple[float, TextStyle, GlyphRun]]:
    """Each run of a line that begins at ``x``, in reading order, with where its left end stands.

    What runs from the right comes sign by sign (see :func:`grapheme_runs`). The space that hangs
    over a line's end stands outside of it, on the side where the line ends.
    """
    pieces = line.pieces
    base = 1 if line.from_right else 0
    last = max((place for place, (_, part) in enumerate(pieces) if part.width), default=-1)
    reaches = [part.reach * style.size / 1000 for style, part in pieces]
    levels = [part.level if place <= last else base for place, (_, part) in enumerate(pieces)]
    starts = [0.0] * len(pieces)
    at = x - sum(reaches[last + 1 :]) if line.from_right else x
    for place in visual_order(levels):
        starts[place] = at
        at += reaches[place]
    for start, reach, (style, part) in zip(starts, reaches, pieces, strict=True):
        runs = part.runs if part.gap is None else (*part.runs, part.gap)
        pen = start + reach if part.level % 2 else start
        for sign in (one for run in runs for one in grapheme_runs(run)):
            width = sign.width * style.size / 1000
            pen -= width if part.level % 2 else 0
            yield pen, style, sign
            pen += 0 if part.level % 2 else width


def _hyphen_room(setter: Typesetter, style: TextStyle, part: Part) -> float:
    return hyphen(setter, style).width if part.hyphen else 0


def hyphen(setter: Typesetter, style: TextStyle) -> Part:
    """The hyphen shown where a line ends in a word."""
    parts = setter.paragraph([("-", style)]).parts
    assert parts[0] is not None
    return parts[0][1]


def _finished(
    line: list[StyledPart], paragraph: Paragraph, setter: Typesetter | None = None
) -> Line:
    if setter is not None and line and line[-1][1].hyphen:
        line = [*line, (line[-1][0], hyphen(setter, line[-1][0]))]
    reach = end = 0.0
    for style, part in line:
        if part.width:
            end = reach + part.width * style.size / 1000
        reach += part.reach * style.size / 1000
    return Line(line, end, paragraph.from_right, paragraph.ordered)


def shorten(setter: Typesetter, line: Line, style: TextStyle, width: float) -> Line:
    """The line with an ellipsis at its end, cut where it would be wider than ``width`` points."""
    text = line.text
    while text:
        paragraph = setter.paragraph([(self_contained(f"{text}…"), style)])
        found = break_lines(setter, paragraph, width)
        if len(found) == 1:
            return found[0]
        text = text[:-1].rstrip()
    return break_lines(setter, setter.paragraph([("…", style)]), width)[0]
