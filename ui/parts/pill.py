"""Pills: a few words on a pale ground of their tone; status in words and in colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.push_button import PushButton
from ui.parts.text_block import RichText, TextBlock, plain_text


class Pill(QLabel):
    """A few words in a tone: "version 2", "6 min behind"."""

    def __init__(self, look: Look, text: RichText, tone: Tone = "plain") -> None:
        """Show words, or pieces of them, in a tone."""
        super().__init__()
        self._look, self._tone = look, tone
        self._rich_text: RichText | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font("small"))
        self.setSizePolicy(_policy())
        self.set_text(text, tone)

    def set_text(self, text: RichText, tone: Tone | None = None) -> None:
        """Show other words, in another tone if one is given. The same again costs nothing."""
        if (text, tone or self._tone) == (self._rich_text, self._tone):
            return
        self._rich_text, self._tone = text, tone or self._tone
        self._block = TextBlock(self._look, text, "small", align="left")
        super().setText(plain_text(text))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels."""
        return _pill_height(self._look, self._block, width)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        return _pill_size(self._look, self._block)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return _pill_least(self._look, self._block)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        rect = _middle(QRectF(self.rect()), self.heightForWidth(self.width()))
        paint_pill_ground(painter, rect, self._look, self._tone)
        _draw(painter, rect, self._look, self._block, self._look.colour(self._tone))
        painter.end()


class PillButton(PushButton):
    """A pill that can be pressed: a filter that is on or off, or a remark that opens a choice."""

    def __init__(
        self, look: Look, text: RichText, tone: Tone = "plain", *, checkable: bool = False
    ) -> None:
        """Show words in a tone; a checkable one wears its tone only while it is on."""
        super().__init__()
        self._look, self._tone = look, tone
        self.setProperty("role", "flat")
        self.setFont(look.font("small"))
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_policy())
        self.set_text(text, tone)

    def set_text(self, text: RichText, tone: Tone | None = None) -> None:
        """Show other words, in another tone if one is given."""
        self._tone = tone or self._tone
        self._block = TextBlock(self._look, text, "small")
        self.setAccessibleName(plain_text(text))
        self.updateGeometry()
        self.update()

    def fits(self) -> bool:
        """Whether the words stand whole on the pill."""
        return self.heightForWidth(self.width()) <= self.height() + 1

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels."""
        return _pill_height(self._look, self._block, width)

    def sizeHint(self) -> QSize:
        """The words on one line."""
        return _pill_size(self._look, self._block)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return _pill_least(self._look, self._block)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, its edge when pointed at or on, its ring when it has the focus."""
        painter = QPainter(self)
        rect = _middle(QRectF(self.rect()), self.heightForWidth(self.width()))
        tone: Tone = "plain" if self.isCheckable() and not self.isChecked() else self._tone
        paint_pill_ground(painter, rect, self._look, tone)
        tokens = self._look.theme
        ring = tokens.ring if self.hasFocus() else 1
        edge = QColor(tokens.ember) if self.hasFocus() else self._look.colour(tone)
        if not self.hasFocus() and not self.isChecked() and not self.underMouse():
            edge = QColor(tokens.control)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.drawRoundedRect(box, _radius(self._look, box), _radius(self._look, box))
        _draw(painter, rect, self._look, self._block, self._look.colour(tone))
        painter.end()


def paint_pill_ground(painter: QPainter, rect: QRectF, look: Look, tone: Tone) -> None:
    """Paint the pale ground of a pill."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edged = look.theme.name == "contrast"
    painter.setPen(QPen(look.colour(tone), 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(look.background(tone))
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5) if edged else rect
    painter.drawRoundedRect(box, _radius(look, box), _radius(look, box))
    painter.restore()


def _policy() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


def _middle(rect: QRectF, height: int) -> QRectF:
    """The part of a place that the pill takes: as high as its words, in the middle."""
    slack = max(0.0, rect.height() - height) / 2
    return rect.adjusted(0, slack, 0, -slack)


def _radius(look: Look, rect: QRectF) -> float:
    """Round ends for one line; the same corner when the words take several."""
    one = look.pitch("small") + 2 * look.px(2)
    return min(rect.height(), one) / 2


def _padding(look: Look) -> tuple[int, int]:
    return look.px(10), look.px(2)


def _pill_height(look: Look, block: TextBlock, width: int) -> int:
    across, down = _padding(look)
    return block.lay(max(1, width - 2 * across)) + 2 * down


def _pill_size(look: Look, block: TextBlock) -> QSize:
    across, down = _padding(look)
    return QSize(block.natural_width + 2 * across, block.pitch + 2 * down)


def _pill_least(look: Look, block: TextBlock) -> QSize:
    across, down = _padding(look)
    return QSize(block.least_width(9) + 2 * across, block.pitch + 2 * down)


def _draw(painter: QPainter, rect: QRectF, look: Look, block: TextBlock, colour: QColor) -> None:
    across, _ = _padding(look)
    room = int(rect.width()) - 2 * across
    height = block.lay(room)
    left = across + max(0, (room - block.natural_width) // 2)
    block.draw(painter, left, rect.top() + (rect.height() - height) / 2, colour)
