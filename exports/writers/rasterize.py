"""A diagram as a picture of 300 dots an inch, for formats that take no shapes.

Letters are drawn glyph by glyph from the house's fonts, so that every script is set as in print,
whatever the machine has. Upright edges stand on whole dots, round ones are smoothed.
"""

from collections.abc import Iterator
from io import BytesIO
from math import ceil, floor, hypot
from typing import TYPE_CHECKING

import uharfbuzz as hb

from app.diagram import LEADING, Box, Diagram, Dot, Label, Stroke
from exports.writers.print_colours import print_colour
from exports.writers.typeset.font_folder import Weight
from exports.writers.typeset.line_breaking import Line, break_lines, place_runs, shorten
from exports.writers.typeset.typesetter import TextStyle, Typesetter

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 300
_SMOOTHING = 4


def draw_png(diagram: Diagram, setter: Typesetter, dots_per_inch: int = DOTS_PER_INCH) -> bytes:
    """The diagram on white, as PNG. ``setter`` learns which characters no font has."""
    from PIL import Image

    scale = dots_per_inch / 72
    size = (max(round(diagram.width * scale), 1), max(round(diagram.height * scale), 1))
    canvas = _FigurePainter(Image.new("RGB", size, "white"), scale, setter)
    for shape in diagram.shapes:
        match shape:
            case Box():
                canvas.box(shape)
            case Stroke():
                canvas.stroke(shape)
            case Dot():
                canvas.dot(shape)
            case Label():
                canvas.label(shape)
    data = BytesIO()
    canvas.image.save(data, "PNG", dpi=(dots_per_inch, dots_per_inch), compress_level=4)
    return data.getvalue()


class _FigurePainter:
    """Draws shapes, given in points, on an image with ``scale`` dots to the point."""

    def __init__(self, image: "Image", scale: float, setter: Typesetter) -> None:
        self.image = image
        self._scale = scale
        self._setter = setter

    def box(self, box: Box) -> None:
        """A rectangle; its line runs along the middle of its edge, as in print."""
        from PIL import Image, ImageChops

        scale = self._scale
        left, top = box.x * scale, box.y * scale
        right, bottom = left + box.width * scale, top + box.height * scale
        radius = min(box.radius * scale, (right - left) / 2, (bottom - top) / 2)
        if box.fill:
            self._round((left, top, right, bottom), radius, print_colour(box.fill))
        if box.stroke:
            line = max(round(box.line * scale), 1)
            # A frame around the whole figure stays inside it.
            x, y = max(round(left - line / 2), 0), max(round(top - line / 2), 0)
            width = min(round(right + line / 2), self.image.width) - x
            height = min(round(bottom + line / 2), self.image.height) - y
            ring = _rounded(width, height, radius + line / 2)
            inner = Image.new("L", ring.size)
            hole = _rounded(width - 2 * line, height - 2 * line, max(radius - line / 2, 0))
            inner.paste(hole, (line, line))
            self.image.paste(print_colour(box.stroke), (x, y), ImageChops.subtract(ring, inner))

    def dot(self, dot: Dot) -> None:
        """A disc; its line runs along the middle of its edge."""
        scale, half = self._scale, dot.line / 2
        x, y = dot.x * scale, dot.y * scale
        if dot.fill:
            self._disc(x, y, dot.radius * scale, 0, print_colour(dot.fill))
        if dot.stroke:
            outer, inner = (dot.radius + half) * scale, (dot.radius - half) * scale
            self._disc(x, y, outer, inner, print_colour(dot.stroke))

    def stroke(self, stroke: Stroke) -> None:
        """A straight line, whole or in dashes."""
        scale = self._scale
        thick = max(stroke.line * scale, 1.0)
        start = (stroke.x1 * scale, stroke.y1 * scale)
        end = (stroke.x2 * scale, stroke.y2 * scale)
        for one, other in _dashes(start, end, thick) if stroke.dashed else [(start, end)]:
            if one[0] == other[0] or one[1] == other[1]:
                half = round(thick) / 2
                upright, level = (half, 0.0) if one[0] == other[0] else (0.0, half)
                corners = (
                    min(one[0], other[0]) - upright,
                    min(one[1], other[1]) - level,
                    max(one[0], other[0]) + upright,
                    max(one[1], other[1]) + level,
                )
                self._round(corners, 0, print_colour(stroke.colour))
            else:
                self._slanted(one, other, thick, print_colour(stroke.colour))

    def label(self, label: Label) -> None:
        """Text in its lines, the last shortened where there may be no more."""
        weight: Weight = "semibold" if label.strong else "regular"
        style = TextStyle(
            "sans", weight, label.size, label.size * LEADING, print_colour(label.colour)
        )
        setter = self._setter
        lines = break_lines(setter, setter.paragraph([(label.text, style)]), label.width)
        most = max(label.lines, 1)
        if len(lines) > most:
            lines = [*lines[: most - 1], shorten(setter, lines[most - 1], style, label.width)]
        face = setter.main_face(style)
        rise, fall = face.ascent * style.size / 1000, face.descent * style.size / 1000
        baseline = label.y + (style.leading - (rise - fall)) / 2 + rise
        for line in lines:
            free = label.width - line.width
            share = {"left": 1.0 if line.from_right else 0.0, "centre": 0.5, "right": 1.0}
            self._line(
                line, label.x + free * share[label.align], baseline, print_colour(label.colour)
            )
            baseline += style.leading

    def _line(self, line: Line, x: float, baseline: float, colour: str) -> None:
        from PIL import Image

        drawing = hb.RasterDraw()
        scale, drawn = self._scale, False
        for at, style, run in place_runs(line, x):
            per = style.size / 1000 * scale
            size = per * run.face.scale
            pen = at * scale + (run.width * per if run.from_right else 0)
            for glyph in run.glyphs:
                pen -= glyph.advance * per if run.from_right else 0
                across, up = pen + glyph.across * per, baseline * scale - glyph.up * per
                drawing.transform = (size, 0, 0, -size, across, up)
                drawing.draw_glyph(run.face.font, glyph.number)
                pen += 0 if run.from_right else glyph.advance * per
                drawn = True
        ink = drawing.render() if drawn else None
        if ink is None or not ink.extents.width or not ink.extents.height:
            return
        found = ink.extents
        size_of_ink = (found.width, found.height)
        mask = Image.frombuffer("L", size_of_ink, ink.buffer, "raw", "L", found.stride, 1)
        self.image.paste(colour, (found.x_origin, found.y_origin), mask)

    def _round(
        self, corners: tuple[float, float, float, float], radius: float, colour: str
    ) -> None:
        left, top, right, bottom = (round(corner) for corner in corners)
        mask = _rounded(right - left, bottom - top, radius)
        self.image.paste(colour, (left, top), mask)

    def _disc(self, x: float, y: float, radius: float, inner: float, colour: str) -> None:
        from PIL import Image, ImageDraw

        left, top, side = floor(x - radius), floor(y - radius), ceil(2 * radius) + 2
        mask = Image.new("L", (side * _SMOOTHING, side * _SMOOTHING))
        drawing = ImageDraw.Draw(mask)
        for reach, ink in ((radius, 255), (inner, 0)):
            if reach > 0:
                drawing.ellipse(_around(x - left, y - top, reach), fill=ink)
        self.image.paste(colour, (left, top), mask.reduce(_SMOOTHING))

    def _slanted(
        self, start: tuple[float, float], end: tuple[float, float], thick: float, colour: str
    ) -> None:
        from PIL import Image, ImageDraw

        left = floor(min(start[0], end[0]) - thick)
        top = floor(min(start[1], end[1]) - thick)
        width = ceil(abs(end[0] - start[0]) + 3 * thick)
        height = ceil(abs(end[1] - start[1]) + 3 * thick)
        mask = Image.new("L", (width * _SMOOTHING, height * _SMOOTHING))
        length = hypot(end[0] - start[0], end[1] - start[1])
        across = (end[1] - start[1]) / length * thick / 2
        along = (end[0] - start[0]) / length * thick / 2
        corners = [
            ((x - left + side * across) * _SMOOTHING, (y - top - side * along) * _SMOOTHING)
            for (x, y), side in ((start, 1), (end, 1), (end, -1), (start, -1))
        ]
        ImageDraw.Draw(mask).polygon(corners, fill=255)
        self.image.paste(colour, (left, top), mask.reduce(_SMOOTHING))


def _rounded(width: int, height: int, radius: float) -> "Image":
    """A mask of a rectangle with round corners."""
    from PIL import Image, ImageDraw

    mask = Image.new("L", (max(width, 1), max(height, 1)), 255)
    side = ceil(radius)
    if side < 1:
        return mask
    corner = Image.new("L", (side * 2 * _SMOOTHING, side * 2 * _SMOOTHING))
    ImageDraw.Draw(corner).ellipse(_around(radius, radius, radius), fill=255)
    quarter = corner.reduce(_SMOOTHING).crop((0, 0, side, side))
    right, bottom = mask.width - side, mask.height - side
    for turn, place in ((0, (0, 0)), (90, (0, bottom)), (180, (right, bottom)), (270, (right, 0))):
        mask.paste(quarter.rotate(turn), place)
    return mask


def _around(x: float, y: float, radius: float) -> tuple[float, float, float, float]:
    """The corners of a disc's box, smoothed; the far ones belong to it."""
    near, far = radius * _SMOOTHING, radius * _SMOOTHING - 1
    return (
        x * _SMOOTHING - near,
        y * _SMOOTHING - near,
        x * _SMOOTHING + far,
        y * _SMOOTHING + far,
    )


def _dashes(
    start: tuple[float, float], end: tuple[float, float], thick: float
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The dashes of a line: four times as long as thick, three times as far apart."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    at = 0.0
    while at < length:
        until = min(at + 4 * thick, length)
        yield (
            (
                start[0] + (end[0] - start[0]) * at / length,
                start[1] + (end[1] - start[1]) * at / length,
            ),
            (
                start[0] + (end[0] - start[0]) * until / length,
                start[1] + (end[1] - start[1]) * until / length,
            ),
        )
        at += 7 * thick
