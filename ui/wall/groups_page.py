"""Groups on the wall's pages: each on a card of its own, with its place, its brief, its people."""

from collections.abc import Iterator, Sequence
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
    """A group, or a part of one, as it is set: its blocks of text with their tones and tops."""

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
    setter = _CardSetter(look, pixels, width, body.height(), unit)
    cards = [card for group in groups for card in setter.cards(group)]
    sheets: list[list[DrawnPiece]] = [[]]
    top = body.top()
    for first in range(0, len(cards), across):
        row = cards[first : first + across]
        height = max(card.height for card in row)
        if top + height > body.bottom() + 1 and sheets[-1]:
            sheets.append([])
            top = body.top()
        for at, card in enumerate(row):
            place = QRectF(body.left() + at * (width + gap), top, width, height)
            sheets[-1].append(_piece(look, card, place, unit))
        top += height + gap
    return [WallPage(tuple(pieces)) for pieces in sheets]


class _CardSetter:
    """Sets groups on cards of one width, none higher than a page."""

    def __init__(
        self, look: Look, pixels: float, width: float, highest: float, unit: float
    ) -> None:
        """In letters of ``pixels``."""
        self._look, self._pixels, self._pad = look, pixels, GAP * unit
        self._room, self._highest = int(width - 2 * self._pad), highest

    def cards(self, group: WallGroup) -> Iterator[_Card]:
        """A group's card, and others for the people who have no room on it."""
        font, quiet = self._look.font_of("sans", self._pixels), self._pixels * 0.82
        head: list[tuple[str, Tone, QFont]] = [
            (group.name, "ember", self._name_font()),
            (group.place, "mute", self._look.font_of("sans", quiet)),
            (group.brief, "plain", self._look.font_of("serif", quiet)),
        ]
        blocks: list[tuple[TextBlock, Tone, float]] = []
        at = self._begin(blocks, head)
        began = len(blocks)
        for one in group.people:
            block = TextBlock(self._look, one, "body", font=font)
            high = block.lay(self._room) + self._pixels * 0.1
            if at + high + self._pad * 0.7 > self._highest and len(blocks) > began:
                yield _Card(blocks, at + self._pad * 0.7)
                blocks = []
                at = self._begin(blocks, [(group.goes_on, "ember", self._name_font())])
                began = len(blocks)
            blocks.append((block, "plain", at))
            at += high
        yield _Card(blocks, at + self._pad * 0.7)

    def _begin(
        self, blocks: list[tuple[TextBlock, Tone, float]], lines: Sequence[tuple[str, Tone, QFont]]
    ) -> float:
        """What stands above the people; gives where they begin."""
        at = self._pad * 0.8
        for text, tone, font in lines:
            if text:
                block = TextBlock(self._look, text, "body", font=font)
                blocks.append((block, tone, at))
                at += block.lay(self._room) + self._pixels * 0.1
        return at + self._pixels * 0.12

    def _name_font(self) -> QFont:
        return self._look.font_of("sans", self._pixels, 600)


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
