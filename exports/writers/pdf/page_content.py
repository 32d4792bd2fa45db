"""One page being drawn: shapes and lines of text, each tagged for what it is.

Lengths are points from the page's top left corner; PDF's own count from below is made here.
"""

from collections.abc import Iterable

from exports.page import Photograph
from exports.writers.pdf.document_fonts import DocumentFonts
from exports.writers.pdf.document_images import DocumentImages
from exports.writers.pdf.objects import colour, number
from exports.writers.pdf.tags import Node, Tags
from exports.writers.typeset.font_face import Face
from exports.writers.typeset.line_breaking import Line, place_runs
from exports.writers.typeset.shaping import GlyphRun
from exports.writers.typeset.typesetter import StyledPart, TextStyle

# How far the handles of a quarter circle reach, for a radius of 1.
_ROUND = 0.5523


class PageContent:
    """A page. Everything on it is drawn between :meth:`mark` or :meth:`decor` and the next."""

    def __init__(
        self,
        size: tuple[float, float],
        tags: Tags,
        fonts: DocumentFonts,
        images: DocumentImages,
        scale: float = 1.0,
    ) -> None:
        """An empty page of that width and height, drawn at a ``scale``."""
        self.width, self.height = size
        self.place = tags.new_page()
        self._tags = tags
        self._fonts, self._images = fonts, images
        self._ops: list[str] = []
        if scale != 1.0:
            self._ops.append(f"{number(scale)} 0 0 {number(scale)} 0 0 cm")
        self._open: Node | str | None = None
        self._font: tuple[Face, float] | None = None
        self._rise = 0.0
        self._fill = ""
        self._discs: dict[tuple[float, str, str, float], str] = {}

    def mark(self, node: Node) -> None:
        """What is drawn next belongs to this element."""
        if self._open is node:
            return
        self._close()
        self._ops.append(f"/{node.kind} <</MCID {self._tags.mark(node, self.place)}>> BDC")
        self._open = node

    def decor(self, kind: str = "/Type /Layout") -> None:
        """What is drawn next says nothing: a hairline, a background, the running foot."""
        if self._open == kind:
            return
        self._close()
        self._ops.append(f"/Artifact <<{kind}>> BDC")
        self._open = kind

    def finish(self) -> bytes:
        """The drawing of the whole page, as the bytes of its content stream."""
        self._close()
        return "\n".join(self._ops).encode("ascii") + b"\n"

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        stroke: str = "",
        radius: float = 0,
        line: float = 0.75,
    ) -> None:
        """A rectangle; colours are ``#RRGGBB``, empty for none."""
        self._paint(
            _rectangle(x, self.height - y - height, width, height, radius), fill, stroke, line
        )

    def photograph(
        self, piece: Photograph, x: float, y: float, width: float, height: float
    ) -> None:
        """A photograph in a rectangle."""
        place = " ".join(number(one) for one in (width, 0, 0, height, x, self.height - y - height))
        self._ops.append(f"q {place} cm /{self._images.name(piece)} Do Q")

    def disc(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str = "",
        stroke: str = "",
        line: float = 0.75,
    ) -> None:
        """A disc around x, y."""
        key = (radius, fill, stroke, line)
        drawn = self._discs.get(key)
        if drawn is None:
            # Drawn around the origin once, then moved: a board has hundreds of the same dots.
            outline = _rectangle(-radius, -radius, 2 * radius, 2 * radius, radius)
            drawn = self._discs[key] = _painted(outline, fill, stroke, line)
        if drawn:
            self._ops.append(f"q 1 0 0 1 {number(x)} {number(self.height - y)} cm {drawn} Q")

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        stroke: str,
        line: float,
        dashed: bool = False,
    ) -> None:
        """A straight line."""
        path = " ".join(
            f"{number(x)} {number(self.height - y)} {way}"
            for (x, y), way in ((start, "m"), (end, "l"))
        )
        dash = f"[{number(line * 4)} {number(line * 3)}] 0 d " if dashed else ""
        self._ops.append(f"q {colour(stroke)} RG {number(line)} w {dash}{path} S Q")

    def text(
        self, line: Line, x: float, baseline: float, limit: float = 0, align: str = ""
    ) -> None:
        """A line of text whose room begins at x and is ``limit`` wide.

        ``align`` is left, centre or right; empty follows the text's own direction.
        """
        if not line.pieces:
            return
        free = limit - line.width
        if align == "centre":
            x += free / 2
        elif align == "right" or (not align and line.from_right and limit):
            x += free
        down = self.height - baseline
        if line.ordered:
            self._ops.append("BT")
            for left, style, run in place_runs(line, x):
                self._ops.append(f"1 0 0 1 {number(left)} {number(down)} Tm")
                self._show_runs(style, (run,))
            self._ops.append("ET")
        else:
            self._ops.append(f"BT 1 0 0 1 {number(x)} {number(down)} Tm")
            self._show(line.pieces)
            self._ops.append("ET")

    def _show(self, pieces: list[StyledPart]) -> None:
        """Show pieces one after the other from where the pen stands."""
        runs: list[GlyphRun] = []
        before: TextStyle | None = None
        for style, part in pieces:
            if style is not before:
                if before is not None:
                    self._show_runs(before, runs)
                runs, before = [], style
            runs.extend(part.runs)
            if part.gap is not None:
                runs.append(part.gap)
        if before is not None:
            self._show_runs(before, runs)

    def _show_runs(self, style: TextStyle, runs: Iterable[GlyphRun]) -> None:
        """Show runs of one type one after the other from where the pen stands."""
        if style.colour != self._fill:
            self._fill = style.colour
            self._ops.append(f"{colour(style.colour)} rg")
        waiting: list[str] = []
        face: Face | None = None
        for run in runs:
            strokes = self._fonts.show(run)
            if run.face is face and len(strokes) == 1 and strokes[0][0] == self._rise:
                waiting.append(strokes[0][1])
                continue
            face = run.face
            for rise, shown in strokes:
                if (face, style.size) != self._font or rise != self._rise:
                    self._flush(waiting)
                    self._choose((face, style.size), rise)
                waiting.append(shown)
        self._flush(waiting)

    def _choose(self, font: tuple[Face, float], rise: float) -> None:
        if font != self._font:
            self._font = font
            self._ops.append(f"/{self._fonts.name(font[0])} {number(font[1])} Tf")
        if rise != self._rise:
            self._rise = rise
            self._ops.append(f"{number(rise * font[1] / 1000)} Ts")

    def _flush(self, waiting: list[str]) -> None:
        if waiting:
            self._ops.append(f"[{''.join(waiting)}] TJ")
            waiting.clear()

    def _paint(self, path: str, fill: str, stroke: str, line: float) -> None:
        drawn = _painted(path, fill, stroke, line)
        if drawn:
            self._ops.append(f"q {drawn} Q")

    def _close(self) -> None:
        if self._open is not None:
            self._ops.append("EMC")
        self._open = None


def _painted(path: str, fill: str, stroke: str, line: float) -> str:
    """The operators that paint a path; nothing without a colour."""
    if not fill and not stroke:
        return ""
    ways = (f"{colour(fill)} rg " if fill else "") + (
        f"{colour(stroke)} RG {number(line)} w " if stroke else ""
    )
    how = "B" if fill and stroke else "f" if fill else "S"
    return f"{ways}{path} {how}"


def _rectangle(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The outline of a rectangle whose lower left corner is x, y, in PDF's own directions."""
    radius = min(radius, width / 2, height / 2)
    if radius <= 0:
        return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
    right, top, near = x + width, y + height, radius * (1 - _ROUND)
    steps = (
        ("m", (x + radius, y)),
        ("l", (right - radius, y)),
        ("c", (right - near, y), (right, y + near), (right, y + radius)),
        ("l", (right, top - radius)),
        ("c", (right, top - near), (right - near, top), (right - radius, top)),
        ("l", (x + radius, top)),
        ("c", (x + near, top), (x, top - near), (x, top - radius)),
        ("l", (x, y + radius)),
        ("c", (x, y + near), (x + near, y), (x + radius, y)),
    )
    path = " ".join(
        " ".join(f"{number(across)} {number(up)}" for across, up in points) + f" {way}"
        for way, *points in steps
    )
    return f"{path} h"
