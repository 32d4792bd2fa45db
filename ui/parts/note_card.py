"""Sticky notes: what somebody said, on coloured paper, with the dots it was given."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.colours import NOTE_INK, NOTES, NoteColour
from app.words import Words
from ui.look.colour import mix
from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.parts.text_block import RichText, TextBlock, plain_text

_PAPERS = 100
"""Sizes and colours of notes that are kept: those of a screen, and some more."""

_MANY = 5  # nobody counts more dots than this: their number stands beside one dot


class Papers:
    """Empty notes of each size and colour, painted once: a round corner takes longer than words."""

    def __init__(self, look: Look) -> None:
        """None yet. What is ``behind`` them shows at their corners; by itself they are clear."""
        self._look = look
        self.behind = QColor(Qt.GlobalColor.transparent)
        self._kept: dict[tuple[int, int, NoteColour, str, str, float], QPixmap] = {}

    def paint(
        self, painter: QPainter, rect: QRectF, colour: NoteColour, ring: QColor | None
    ) -> None:
        """Paint an empty note into ``rect``; ``ring`` is drawn around it."""
        size, ratio = rect.size().toSize(), painter.device().devicePixelRatioF()
        behind = self.behind.name(QColor.NameFormat.HexArgb)
        named = ring.name() if ring else ""
        key = (size.width(), size.height(), colour, named, behind, ratio)
        paper = self._kept.get(key)
        if paper is None:
            if len(self._kept) >= _PAPERS:
                self._kept.clear()
            paper = self._kept[key] = self._make(size, ratio, colour, ring)
        painter.drawPixmap(rect.topLeft(), paper)

    def _make(self, size: QSize, ratio: float, colour: NoteColour, ring: QColor | None) -> QPixmap:
        paper = QPixmap(size * ratio)
        paper.setDevicePixelRatio(ratio)
        paper.fill(self.behind)
        painter = QPainter(paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_paper(painter, QRectF(QPointF(0, 0), size.toSizeF()), self._look, colour, ring)
        painter.end()
        return paper


def _paint_paper(
    painter: QPainter, rect: QRectF, look: Look, colour: NoteColour, ring: QColor | None
) -> None:
    tokens = look.theme
    width = float(tokens.ring if ring else 1)
    painter.setPen(QPen(ring or QColor(mix(NOTE_INK, NOTES[colour], tokens.note_edge)), width))
    painter.setBrush(QColor(NOTES[colour]))
    box = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(box, RADIUS_NOTE, RADIUS_NOTE)


class NotePainter:
    """A note set for one width: for widgets, for delegates, and for the wall."""

    def __init__(
        self, look: Look, text: RichText, dots: int = 0, font: QFont | None = None, pad: float = 0
    ) -> None:
        """Set a note in the look's own size, or in ``font`` with ``pad`` pixels around it."""
        self._look, self._dots = look, dots
        self._ink = QColor(NOTE_INK)
        self._block = TextBlock(look, text, "note", font=font)
        size = (font or look.font("note")).pixelSize()
        self._dot = max(4.0, size * 0.72)
        self._across = pad or look.px(12)
        self._down = pad or look.px(11)
        self._count = TextBlock(look, f"{dots}", "note", font=font) if dots > _MANY else None

    @property
    def natural_width(self) -> int:
        """The width that needs no line break."""
        dots = self._dots_width() + self._block.pitch * 0.3 if self._dots else 0
        return int(self._block.natural_width + 2 * self._across + dots) + 1

    def least_width(self) -> int:
        """As narrow as the longest word, within reason."""
        return int(self._block.least_width() + 2 * self._across)

    def height(self, width: float) -> int:
        """The height of the note in ``width`` pixels."""
        room = int(width - 2 * self._across)
        text = self._block.lay(max(1, room))
        return int(text + self._extra_lines(room) * self._block.pitch + 2 * self._down)

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        colour: NoteColour,
        *,
        ring: QColor | None = None,
        papers: "Papers | None" = None,
    ) -> None:
        """Paint the note into ``rect``; ``ring`` is drawn around it when it is the one meant.

        ``papers`` are kept for notes to come, where there are many.
        """
        painter.save()
        if papers is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_paper(painter, rect, self._look, colour, ring)
        else:
            papers.paint(painter, rect, colour, ring)
        room = int(rect.width() - 2 * self._across)
        self._block.lay(max(1, room))
        left, top = rect.left() + self._across, rect.top() + self._down
        self._block.draw(painter, left, top, self._ink)
        if self._dots:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_dots(painter, QPointF(left, top), room)
        painter.restore()

    def _dots_width(self) -> float:
        """The width of all dots in a row, or of their number and one dot."""
        if self._count is not None:
            return self._dot * 1.4 + self._count.natural_width
        return self._dots * self._dot * 1.12

    def _extra_lines(self, room: int) -> int:
        """Lines that the dots need below the text."""
        if not self._dots:
            return 0
        free = room - self._block.end().x() - self._dot * 0.5
        if self._dots_width() <= free:
            return 0
        if self._count is not None:
            return 1
        a_line = max(1, int(room / (self._dot * 1.12)))
        return -(-self._dots // a_line)

    def _paint_dots(self, painter: QPainter, corner: QPointF, room: int) -> None:
        """Paint the dots after the last word, or below it."""
        end = self._block.end()
        step = self._dot * 1.12
        below = self._extra_lines(room) > 0
        x = 0.0 if below else end.x() + self._dot * 0.5
        y = end.y() + (self._block.pitch if below else 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(NOTE_INK))
        radius = self._dot / 2
        if self._count is not None:
            top = corner.y() + y - self._count.pitch / 2
            self._count.lay(self._count.natural_width)
            self._count.draw(painter, corner.x() + x, top, QColor(NOTE_INK))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(NOTE_INK))
            x += self._count.natural_width + self._dot * 0.4
        for _ in range(1 if self._count is not None else self._dots):
            if x + self._dot > room + 1:
                x, y = 0.0, y + self._block.pitch
            painter.drawEllipse(corner + QPointF(x + radius, y), radius, radius)
            x += step


class NoteCard(QLabel):
    """A note on the window, as high as its text; where there are many, paint them instead."""

    def __init__(
        self,
        look: Look,
        words: Words,
        text: RichText,
        colour: NoteColour = "yellow",
        dots: int = 0,
    ) -> None:
        """Show what was said, on paper of a colour, with its dots."""
        super().__init__(plain_text(text))
        self._look, self._colour, self._chosen = look, colour, False
        self._note = NotePainter(look, text, dots)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font("note"))
        self.setAccessibleName(plain_text(text))
        if dots:
            self.setAccessibleDescription(words("parts.dots", n=dots))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the note as the one that is meant."""
        self._chosen = chosen
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels."""
        return self._note.height(width)

    def sizeHint(self) -> QSize:
        """A note of usual width, or narrower for a few words."""
        width = min(self._note.natural_width, self._look.size(158))
        return QSize(width, self._note.height(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        return QSize(self._note.least_width(), self._look.pitch("note") + 2 * self._look.px(11))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the note."""
        painter = QPainter(self)
        ring = QColor(self._look.theme.note_ring) if self._chosen else None
        self._note.paint(painter, QRectF(self.rect()), self._colour, ring=ring)
        painter.end()
