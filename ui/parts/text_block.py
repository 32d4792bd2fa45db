"""Text laid out in lines of a given width, for every widget that shows text.

Qt's own labels break lines only between words, know no line pitch, and read typed text as markup
when it looks like it. A :class:`TextBlock` sets plain text, or pieces of it in their own voices,
at the look's pitch, breaks a word that is wider than its place, and measures as it draws.
"""

from collections.abc import Sequence
from math import ceil
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.colours import NOTE_INK, NOTES
from app.text_direction import needs_ordering, self_contained
from ui.look.look import Look
from ui.look.text_styles import TEXT_STYLES, TextRole
from ui.look.themes import Tone

Align = Literal["left", "centre", "right"]

_FLAGS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}

# Where letters stand in a line, in parts of the text size: the ascent leaves room for an accent
# on a capital, the descent for a "g". The same for both families, so that they share baselines.
_ASCENT = 1.0
_BODY = 1.27


# Texts with letters beyond these are looked at letter by letter: Latin, punctuation, signs.
_LATIN, _SIGNS = "\u02af", ("\u2000", "\u2bff")

_ENDLESS = 1_000_000


class TextRun(msgspec.Struct, frozen=True):
    """A run of text with a style of its own.

    ``mark`` shows it as added or removed, or as a word that is explained, the one that is chosen
    among them.
    """

    text: str
    strong: bool = False
    tone: Tone | None = None
    role: TextRole | None = None
    mark: Literal["", "added", "removed", "explained", "chosen"] = ""


RichText = str | Sequence[TextRun]
"""Plain text, or pieces of it."""


def plain_text(text: RichText) -> str:
    """The text of pieces, without their voices."""
    return text if isinstance(text, str) else "".join(piece.text for piece in text)


def _contained(content: RichText) -> RichText:
    """The same, no piece of which turns the direction of the next, nor a line that of another."""
    if isinstance(content, str):
        return self_contained(content)
    if not needs_ordering(plain_text(content)):
        return content
    return [msgspec.structs.replace(one, text=self_contained(one.text)) for one in content]


class TextBlock:
    """Text laid out in lines of a given width."""

    def __init__(
        self,
        look: Look,
        content: RichText,
        role: TextRole = "body",
        *,
        align: Align = "left",
        font: QFont | None = None,
    ) -> None:
        """Set ``content`` in a role's face, or in ``font`` where a size of one's own is needed."""
        self._font = font or look.font(role)
        self._pitch = max(1.0, round(self._font.pixelSize() * TEXT_STYLES[role].pitch))
        self._em = self._font.pixelSize()
        content = _contained(content)
        text = plain_text(content).replace("\n", "\N{LINE SEPARATOR}")
        self._foreign = not text.isascii() and any(map(_may_stack, text))
        self._layout = QTextLayout(text, self._font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(_FLAGS[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        formats = [] if isinstance(content, str) else _formats(look, content, self._font)
        self._runs = [(one.start, one.length) for one in formats]
        if formats:
            self._layout.setFormats(formats)
        self._width = _ENDLESS  # what was asked for last
        self._broken = -1  # what the lines are broken for
        self._bottoms: list[float] = []  # where each of them ends
        self._heights: dict[int, int] = {}
        self._natural = -1
        self._leasts: dict[float, int] = {}

    @property
    def pitch(self) -> int:
        """The distance from one line to the next, pixels."""
        return int(self._pitch)

    @property
    def natural_width(self) -> int:
        """The width that needs no line break but those in the text."""
        if self._natural < 0:
            self._break(_ENDLESS)
            lines = (self._layout.lineAt(at) for at in range(self._layout.lineCount()))
            self._natural = ceil(max((line.naturalTextWidth() for line in lines), default=0)) + 1
        return self._natural

    def least_width(self, ems: float = 7) -> int:
        """The width of the longest word, but not more than ``ems`` times the text size."""
        if ems not in self._leasts:
            self._leasts[ems] = self._least(ceil(ems * self._em))
        return self._leasts[ems]

    def lay(self, width: int) -> int:
        """Set the text in lines of ``width`` pixels; gives the height it then has.

        Layouts ask for many widths before one is drawn: each is measured once, and lines are
        broken again only for drawing.
        """
        self._width = width
        if width not in self._heights:
            if 0 <= self._natural <= width:
                self._heights[width] = self._heights[_ENDLESS]
            else:
                self._break(width)
        return self._heights[width]

    def _least(self, bound: int) -> int:
        """The width of the longest word, or ``bound`` pixels where that is less."""
        if self.natural_width <= bound:
            return self.natural_width
        words = self._layout.text().split()
        if any(len(word) * self._em * 0.4 > bound for word in words):
            return bound
        advances = QFontMetricsF(self._font).horizontalAdvance
        return min(bound, ceil(max((advances(word) for word in words), default=0)) + 2)

    def _break(self, width: int) -> None:
        """Break the lines for a width, and note the height they take."""
        if width == self._broken:
            return
        self._broken = width
        self._bottoms = []
        top = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            above, below = self._overflow(line)
            baseline = top + above + (self._pitch - _BODY * self._em) / 2 + _ASCENT * self._em
            line.setPosition(QPointF(0, baseline - line.ascent()))
            top += self._pitch + above + below
            self._bottoms.append(top)
        self._layout.endLayout()
        self._heights[width] = ceil(top)

    def _overflow(self, line: QTextLine) -> tuple[float, float]:
        """What the letters of a line need above and below its pitch, pixels.

        Fonts behind the house's own declare tall lines even for a small sign, and Vietnamese
        stacks accents beyond any declared height: only outlines tell.
        """
        if not self._foreign:
            return 0.0, 0.0
        air = (self._pitch - _BODY * self._em) / 2
        over = below = 0.0
        for run in line.glyphRuns():
            font = run.rawFont()
            for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                outline = font.boundingRect(glyph)
                shift = place.y() - line.ascent()  # of a mark, from the baseline
                over = max(over, -outline.top() - shift - _ASCENT * self._em - air)
                below = max(below, outline.bottom() + shift - (_BODY - _ASCENT) * self._em - air)
        return ceil(over), ceil(below)

    def bottoms(self) -> Sequence[float]:
        """Where each line ends, pixels from the top."""
        self._break(self._width)
        return tuple(self._bottoms)

    def run_places(self, run: int) -> list[QRectF]:
        """Where a piece of the text stands, line by line, from the top left corner."""
        self._break(self._width)
        start, length = self._runs[run]
        places = []
        for at in range(self._layout.lineCount()):
            line = self._layout.lineAt(at)
            first = max(start, line.textStart())
            last = min(start + length, line.textStart() + line.textLength())
            if first < last:
                left, right = (_across(line, one) for one in (first, last))
                top = self._bottoms[at - 1] if at else 0.0
                places.append(QRectF(left, top, right - left, self._bottoms[at] - top))
        return places

    def end(self) -> QPointF:
        """Where the last line ends: the x after its last letter, the y of its middle."""
        self._break(self._width)
        count = self._layout.lineCount()
        if not count:
            return QPointF(0, self._pitch / 2)
        line = self._layout.lineAt(count - 1)
        return QPointF(line.naturalTextRect().right(), self._heights[self._width] - self._pitch / 2)

    def draw(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Draw the lines with their top left corner at ``x``, ``y``."""
        self._break(self._width)
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))

    def draw_in(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """Lay the lines into ``rect``'s width and draw them from its top."""
        self.lay(int(rect.width()))
        self.draw(painter, rect.x(), rect.y(), colour)


def _across(line: QTextLine, position: int) -> float:
    """How far from the left a position of a line is; PySide gives the position with it."""
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _may_stack(letter: str) -> bool:
    """Whether a letter may be drawn beyond the lines of the house's own fonts."""
    return letter > _LATIN and not _SIGNS[0] <= letter <= _SIGNS[1]


def _formats(look: Look, pieces: Sequence[TextRun], base: QFont) -> list[QTextLayout.FormatRange]:
    """How each piece is set, for Qt."""
    ranges = []
    start = 0
    for piece in pieces:
        # Qt counts UTF-16 units, Python counts characters.
        length = len(piece.text.encode("utf-16-le")) // 2
        form = QTextCharFormat()
        font = look.font(piece.role) if piece.role else QFont(base)
        if piece.strong:
            font.setWeight(QFont.Weight.DemiBold)
        form.setFont(font)
        if piece.tone is not None:
            form.setForeground(look.colour(piece.tone))
        if piece.mark in {"explained", "chosen"}:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(look.colour("teal"))
            if piece.mark == "chosen":
                form.setBackground(look.background("teal"))
                form.setForeground(look.colour("teal"))
        elif piece.mark:
            form.setBackground(QColor(NOTES["green" if piece.mark == "added" else "rose"]))
            form.setForeground(QColor(NOTE_INK))
            form.setFontStrikeOut(piece.mark == "removed")
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, length, form
        ranges.append(each)
        start += length
    return ranges
