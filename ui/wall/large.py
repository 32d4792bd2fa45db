"""One thing alone on the wall, in letters as large as fit: a note, a text, a message, an image."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from app.colours import note_colour
from ui.look.look import Look
from ui.parts.note_card import NotePainter
from ui.parts.text_block import TextBlock
from ui.wall.note_pages import said_on
from ui.wall.page_layout import DrawnPiece, WallPage, drawn_text, lay_texts
from ui.wall.wall_picture import WallNote, WallPicture

SIZES = (200, 176, 156, 138, 122, 108, 96, 84, 74)
"""Letters on a wall of 1080 pixels, largest first; beyond the last it is set as all else is."""
LONGEST = 60
"""How many times its own letters a word may be wide, to be kept whole."""


def lay_large(look: Look, body: QRectF, picture: WallPicture, unit: float) -> WallPage | None:
    """The page with one thing on it; None where it does not fit in letters larger than others'."""
    if picture.image is not None:
        return WallPage((_image(body, picture.image),))
    for pixels in (size * unit for size in SIZES):
        page = None
        if picture.said:
            page = _said(look, body, picture.said, pixels)
        elif picture.columns:
            notes = picture.columns[0].notes
            page = _note(look, body, notes[0], pixels) if len(notes) == 1 else None
        elif picture.texts:
            pages = lay_texts(look, body, picture.texts, pixels, unit)
            page = pages[0] if len(pages) == 1 else None
        if page is not None:
            return page
    return None


def _note(look: Look, body: QRectF, note: WallNote, pixels: float) -> WallPage | None:
    """A note in the middle, as wide as its words ask."""
    font, pad = look.font_of("sans", pixels), pixels * 0.5
    painter = NotePainter(look, said_on(note), 0, font, pad)
    width = min(body.width(), float(painter.natural_width))
    word = TextBlock(look, said_on(note), "note", font=font).least_width(LONGEST)
    height = float(painter.height(width))
    if height > body.height() or word > width - 2 * pad + 1:
        return None
    box = QRectF(0, 0, width, height)
    box.moveCenter(body.center())
    colour = note_colour(note.colour)
    return WallPage((DrawnPiece(lambda canvas: painter.paint(canvas, box, colour)),), note.holds)


def _said(look: Look, body: QRectF, text: str, pixels: float) -> WallPage | None:
    """Words to everybody, in the middle."""
    font = look.font_of("serif", pixels, 600)
    block = TextBlock(look, text, "say", font=font, align="centre")
    height = block.lay(int(body.width()))
    if height > body.height() or block.least_width(LONGEST) > body.width():
        return None
    top = body.top() + (body.height() - height) / 2
    return WallPage((drawn_text(look, block, body.left(), top, "plain"),))


def _image(body: QRectF, image: QImage) -> DrawnPiece:
    """An image in the middle, as large as it goes, no larger than twice its own pixels."""
    size = QSizeF(image.size()).scaled(body.size(), Qt.AspectRatioMode.KeepAspectRatio)
    size = size.boundedTo(QSizeF(image.size()) * 2)
    box = QRectF(0, 0, size.width(), size.height())
    box.moveCenter(body.center())

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, image)

    return DrawnPiece(paint)
