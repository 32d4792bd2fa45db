"""Groups on the wall's pages: each on a card of its own, with its place, its brief, its people."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.look.themes import Tone
from ui.parts.text_block import TextBlock
from ui.wall.page_layout import GAP, DrawnPiece, WallPage
from ui.wall.wall_picture import WallGroup

SIZES = (72, 64, 58, 52, 48, 44)
"""Letters on a wall of 1080 pixels, largest first; then groups are paged."""
EMS = 9.5
"""The least width of a card, in its own letters: most names stand on one line."""
MOST_BESIDE = 4


@dataclass(frozen=True)
class _Card:
    """A group as it is set: its blocks of text with their tones, and how high it is."""

    blocks: Sequence[tuple[TextBlock, Tone, float]]
    height: float


def lay_groups(
    look: Look, body: QRectF, groups: Sequence[WallGroup], unit: float
) -> list[WallPage]:
    """The pages of groups, as large as lets all of them stand on one, else on several."""
    pages: list[WallPage] = []
    for size in SIZES:
        pages = _lay(look, body, groups, size * unit, unit)
        if len(pages) == 1:
            break
    return pages


def _lay(
    look: Look, body: QRectF, groups: Sequence[WallGroup], pixels: float, unit: float
) -> list[WallPage]:
    gap = GAP * unit
    most = min(MOST_BESIDE, len(groups), int((body.width() + gap) / (EMS * pixels + gap)))
    # Rows of equal length: five groups are three and two.
    rows = -(-len(groups) // max(1, most))
    across = -(-len(groups) // rows)
    width = (body.width() - gap * (across - 1)) / across
    sheets: list[list[DrawnPiece]] = [[]]
    top = body.top()
    for first in range(0, len(groups), across):
        cards = [_set(look, one, pixels, width, unit) for one in groups[first : first + across]]
        height = max(card.height for card in cards)
        if top + height > body.bottom() and sheets[-1]:
            sheets.append([])
            top = body.top()
        for at, card in enumerate(cards):
            place = QRectF(body.left() + at * (width + gap), top, width, height)
            sheets[-1].append(_piece(look, card, place, unit))
        top += height + gap
    return [WallPage(tuple(pieces)) for pieces in sheets]


def _set(look: Look, group: WallGroup, pixels: float, width: float, unit: float) -> _Card:
    pad = GAP * unit
    room = int(width - 2 * pad)
    plain, strong = look.font_of("sans", pixels), look.font_of("sans", pixels, 600)
    quiet, said = look.font_of("sans", pixels * 0.82), look.font_of("serif", pixels * 0.82)
    lines: list[tuple[str, Tone, QFont]] = [(group.name, "ember", strong)]
    lines += [(group.place, "mute", quiet)] if group.place else []
    lines += [(group.brief, "plain", said)] if group.brief else []
    lines += [(one, "plain", plain) for one in group.people]
    blocks: list[tuple[TextBlock, Tone, float]] = []
    at = pad * 0.8
    for text, tone, font in lines:
        block = TextBlock(look, text, "body", font=font)
        blocks.append((block, tone, at))
        at += block.lay(room) + pixels * 0.1
    return _Card(blocks, at + pad * 0.7)


def _piece(look: Look, card: _Card, place: QRectF, unit: float) -> DrawnPiece:
    """A white card with a hairline, and its words."""
    pad = GAP * unit

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(look.theme.line), max(1.0, 2 * unit)))
        painter.setBrush(QColor(look.theme.card))
        painter.drawRoundedRect(place, RADIUS_NOTE * 2 * unit, RADIUS_NOTE * 2 * unit)
        for block, tone, top in card.blocks:
            block.draw(painter, place.left() + pad, place.top() + top, look.colour(tone))

    return DrawnPiece(paint)
