"""The wall's pages, and text laid on them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.look.look import Look
from ui.look.themes import Tone as LookTone
from ui.parts.text_block import TextBlock
from ui.wall.wall_picture import WallText

HEADING = 38
GAP = 22
BETWEEN = 64
"""Between two texts that are held against each other."""


@dataclass(frozen=True)
class DrawnPiece:
    """Something with a place on a page."""

    paint: Callable[[QPainter], None]


@dataclass(frozen=True)
class WallPage:
    """A page: what is drawn on it, and how many notes that is."""

    pieces: tuple[DrawnPiece, ...]
    notes: int = 0


def lay_texts(
    look: Look, body: QRectF, texts: Sequence[WallText], pixels: float, unit: float
) -> list[WallPage]:
    """Text to be read together, from the top, over as many pages as it needs.

    A heading stands with what it heads. What is longer than a page goes on on the next. Texts that
    are held against each other begin at one height.
    """
    sheets: list[list[DrawnPiece]] = [[]]
    at = _Place(0, body.top())
    for text in texts:
        if not text.beside:
            at = _Column(look, sheets, body, pixels, unit).lay(text, at)
            continue
        wide = (body.width() - BETWEEN * unit) / 2
        ends = []
        halves = ((body.left(), (text, *text.below)), (body.right() - wide, text.beside))
        for left, column in halves:
            strip = QRectF(left, body.top(), wide, body.height())
            laid = _Column(look, sheets, strip, pixels, unit)
            end = laid.start(at)
            for one in column:
                end = laid.lay(one, end)
            ends.append(end)
        at = max(ends, key=lambda end: (end.sheet, end.top))
    return [WallPage(tuple(pieces)) for pieces in sheets]


@dataclass(frozen=True)
class _Place:
    """How far down on which page, in pixels from the wall's top."""

    sheet: int
    top: float


class _Column:
    """Sets text in a strip of the pages, as wide as ``body``."""

    def __init__(
        self, look: Look, sheets: list[list[DrawnPiece]], body: QRectF, pixels: float, unit: float
    ) -> None:
        self._look, self._sheets, self._body, self._unit = look, sheets, body, unit
        self._face = look.font_of("serif", pixels)
        self._head = look.font_of("sans", HEADING * unit, 600)

    def start(self, at: _Place) -> _Place:
        """Where a text begins that has another beside it: where half a page is left, or on the
        next one."""
        low = at.top - self._body.top() > self._body.height() / 2
        return self._turned(at) if low else at

    def lay(self, text: WallText, at: _Place) -> _Place:
        """Set a text from a place on, and give the place below it."""
        look, unit, body = self._look, self._unit, self._body
        width = int(body.width())
        heading = TextBlock(look, text.heading, "strong", font=self._head) if text.heading else None
        head = heading.lay(width) + 10 * unit if heading is not None else 0.0
        for number, line in enumerate(text.lines or ("",)):
            content = f"•\N{NO-BREAK SPACE}{line}" if text.listed and line else line
            block = TextBlock(look, content, "charter", font=self._face)
            above = head if number == 0 else 0.0
            if at.top + above + block.lay(width) > body.bottom() and at.top > body.top():
                at = self._turned(at)
            if heading is not None and number == 0:
                self._put(at, drawn_text(look, heading, body.left(), at.top, "teal"))
                at = _Place(at.sheet, at.top + head)
            for start, end in cuts(block, body.bottom() - at.top, body.height()):
                if start:
                    at = self._turned(at)
                place = QRectF(body.left(), at.top, width, end - start)
                self._put(at, _piece(look, block, place, start))
                at = _Place(at.sheet, at.top + end - start)
            at = _Place(at.sheet, at.top + 14 * unit)
        return _Place(at.sheet, at.top + GAP * unit)

    def _put(self, at: _Place, piece: DrawnPiece) -> None:
        self._sheets[at.sheet].append(piece)

    def _turned(self, at: _Place) -> _Place:
        """The top of the page after a place."""
        if at.sheet + 1 == len(self._sheets):
            self._sheets.append([])
        return _Place(at.sheet + 1, self._body.top())


def cuts(block: TextBlock, first: float, whole: float) -> Iterator[tuple[float, float]]:
    """Where each piece of a block starts and ends, in pixels from its top, cut between lines: the
    first piece within ``first`` pixels, the others within ``whole``."""
    start, before, room = 0.0, 0.0, first
    for bottom in block.bottoms():
        if bottom - start > room and before > start:
            yield start, before
            start, room = before, whole
        before = bottom
    yield start, before


def _piece(look: Look, block: TextBlock, place: QRectF, start: float) -> DrawnPiece:
    """The lines of a block from ``start`` pixels below its top, drawn in a place."""

    def paint(painter: QPainter) -> None:
        painter.save()
        if start or place.height() < block.lay(int(place.width())) - 1:
            painter.setClipRect(place)
        block.draw(painter, place.left(), place.top() - start, look.colour("plain"))
        painter.restore()

    return DrawnPiece(paint)


def drawn_text(look: Look, block: TextBlock, left: float, top: float, tone: LookTone) -> DrawnPiece:
    """A block of text with its corner at ``left`` and ``top`` pixels, in a tone."""
    return DrawnPiece(lambda painter: block.draw(painter, left, top, look.colour(tone)))
