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

    A heading stands with what it heads. What is longer than a page goes on on the next.
    """
    sheets: list[list[DrawnPiece]] = [[]]
    top, width = body.top(), int(body.width())
    face = look.font_of("serif", pixels)
    for text in texts:
        font = look.font_of("sans", HEADING * unit, 600)
        heading = TextBlock(look, text.heading, "strong", font=font) if text.heading else None
        head = heading.lay(width) + 10 * unit if heading is not None else 0.0
        for number, line in enumerate(text.lines or ("",)):
            content = f"•\N{NO-BREAK SPACE}{line}" if text.listed and line else line
            block = TextBlock(look, content, "charter", font=face)
            above = head if number == 0 else 0.0
            if top + above + block.lay(width) > body.bottom() and sheets[-1]:
                sheets.append([])
                top = body.top()
            if heading is not None and number == 0:
                sheets[-1].append(drawn_text(look, heading, body.left(), top, "teal"))
                top += head
            for start, end in cuts(block, body.bottom() - top, body.height()):
                if start:
                    sheets.append([])
                    top = body.top()
                place = QRectF(body.left(), top, width, end - start)
                sheets[-1].append(_piece(look, block, place, start))
                top += end - start
            top += 14 * unit
        top += GAP * unit
    return [WallPage(tuple(pieces)) for pieces in sheets]


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
