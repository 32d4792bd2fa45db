"""The day's agenda on the wall's pages: times, titles, and where the room stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.look.style_sheet import pressed_background
from ui.look.themes import Tone
from ui.parts.text_block import TextBlock
from ui.wall.page_layout import DrawnPiece, WallPage, drawn_text
from ui.wall.wall_picture import WallBlock

SIZES = (58, 52, 48, 44, 40, 36, 33, 30)
"""Letters on a wall of 1080 pixels, largest first; then the day is paged."""


@dataclass(frozen=True)
class _Line:
    """A block as it is set: its title in lines, and the height it takes with the air around it."""

    block: WallBlock
    title: TextBlock
    height: float


def lay_agenda(
    look: Look, body: QRectF, blocks: Sequence[WallBlock], unit: float
) -> tuple[list[WallPage], int]:
    """The pages of a day, and the number of the one on which the room stands."""
    pages: list[WallPage] = []
    opens = 0
    for size in SIZES:
        pages, opens = _lay(look, body, blocks, size * unit)
        if len(pages) == 1:
            break
    return pages, opens


def _lay(
    look: Look, body: QRectF, blocks: Sequence[WallBlock], pixels: float
) -> tuple[list[WallPage], int]:
    font = look.font_of("sans", pixels)
    bold = look.font_of("sans", pixels, 600)
    advance = QFontMetricsF(bold).horizontalAdvance
    pad = pixels * 0.5
    times = max((advance(one.time) for one in blocks), default=0.0) + pixels
    marks = max((advance(one.mark) for one in blocks), default=0.0) + pixels * 0.5
    width = int(body.width() - 2 * pad - times - marks)
    sheets: list[list[DrawnPiece]] = [[]]
    opens, top = 0, body.top()
    for block in blocks:
        title = TextBlock(look, block.title, font=bold if block.state == "now" else font)
        line = _Line(block, title, title.lay(width) + pixels * 0.36)
        if top + line.height > body.bottom() and sheets[-1]:
            sheets.append([])
            top = body.top()
        if block.state == "now":
            opens = len(sheets) - 1
        place = QRectF(body.left(), top, body.width(), line.height)
        sheets[-1] += _pieces(look, line, place, pad + times, pixels)
        top += line.height
    return [WallPage(tuple(pieces)) for pieces in sheets], opens


def _pieces(
    look: Look, line: _Line, place: QRectF, indent: float, pixels: float
) -> list[DrawnPiece]:
    """A line: where the room stands has a ground, a bar at its left, and says so at its right."""
    now = line.block.state == "now"
    tone: Tone = "mute" if line.block.state == "done" else "plain"
    font = look.font_of("sans", pixels, 600 if now else 400)
    above, pad = place.top() + pixels * 0.18, pixels * 0.5
    head = QRectF(place.left() + pad, above, place.width() - 2 * pad, float(line.title.pitch))

    def paint(painter: QPainter) -> None:
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(pressed_background(look.theme)))
            painter.drawRoundedRect(place, RADIUS_NOTE, RADIUS_NOTE)
            painter.fillRect(
                QRectF(place.left(), place.top(), pixels * 0.16, place.height()),
                look.colour("ember"),
            )
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | middle, line.block.time)
        if line.block.mark:
            painter.setPen(look.colour("ember"))
            painter.drawText(head, Qt.AlignmentFlag.AlignRight | middle, line.block.mark)

    title = drawn_text(look, line.title, place.left() + indent, above, tone)
    return [DrawnPiece(paint), title]
