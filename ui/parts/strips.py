"""Strips: a workshop's blocks by their minutes, and how a group stands to a proposal."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ui.look.colour import mix
from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.labels import WrapLabel


class StripBlock(msgspec.Struct, frozen=True):
    """A block on the strip: its minutes, its tone (``rest`` for a break), its name."""

    minutes: int
    tone: Tone
    name: str = ""


class BlockStrip(QWidget):
    """The agenda as one strip in proportion to its minutes; a thick line marks where time ends."""

    def __init__(self, look: Look) -> None:
        """A strip without blocks."""
        super().__init__()
        self._look = look
        self._blocks: tuple[StripBlock, ...] = ()
        self._available = 0
        self._chosen: int | None = None
        self.setFixedHeight(look.size(24) + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_blocks(self, blocks: Sequence[StripBlock], available: int, sentence: str = "") -> None:
        """Show blocks within ``available`` minutes; ``sentence`` tells screen readers the sum."""
        self._blocks, self._available = tuple(blocks), available
        self.setAccessibleName(sentence)
        self.update()

    def set_chosen(self, at: int | None) -> None:
        """Mark the block at a place as the one that is meant."""
        self._chosen = at
        self.update()

    def places(self) -> list[QRectF]:
        """Where each block stands on the strip."""
        total = max(1, self._available, sum(block.minutes for block in self._blocks))
        left = 0.0
        found = []
        for block in self._blocks:
            width = self.width() * block.minutes / total
            found.append(QRectF(left, 0, width, self.height()))
            left += width
        return found

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(self._look.size(120), self.height())

    def event(self, event: QEvent) -> bool:
        """Tell the name of the block under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.block_at(event.pos())
            QToolTip.showText(event.globalPos(), self._blocks[at].name if at is not None else "")
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the blocks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, 8, 8)
        tokens = self._look.theme
        painter.save()
        painter.setClipPath(shape)
        painter.fillPath(shape, QColor(tokens.card))
        places = self.places()
        for block, place in zip(self._blocks, places, strict=True):
            painter.fillRect(place, self._look.tint(block.tone))
        painter.setPen(QPen(QColor(tokens.card), 1))
        for place in places[1:]:
            painter.drawLine(place.topLeft(), place.bottomLeft())
        if self._chosen is not None and self._chosen < len(places):
            foot = places[self._chosen].adjusted(0, self.height() - 4, 0, 0)
            painter.fillRect(foot, self._look.colour(self._blocks[self._chosen].tone))
        self._mark_end(painter)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawPath(shape)
        painter.end()

    def _mark_end(self, painter: QPainter) -> None:
        """Mark where the time available ends, when the blocks go beyond it."""
        planned = sum(block.minutes for block in self._blocks)
        if self._available and planned > self._available:
            x = self.width() * self._available / planned
            painter.fillRect(QRectF(x - 1.5, 0, 3, self.height()), self._look.colour("amber"))

    def block_at(self, point: QPoint) -> int | None:
        """The place of the block at a point of the strip, or None."""
        for at, place in enumerate(self.places()):
            if place.contains(point):
                return at
        return None


class AgreementPart(msgspec.Struct, frozen=True):
    """How many stand so, in words ("9 wholehearted"), with a tone; ``soft`` is its paler half.

    What is not ``counted`` (who was away) is said but takes no room on the bar.
    """

    n: int
    said: str
    tone: Tone
    soft: bool = False
    counted: bool = True


class AgreementBar(QWidget):
    """How a group stands to a proposal: one bar of counts, and the same in words below it."""

    def __init__(self, look: Look, parts: Sequence[AgreementPart] = ()) -> None:
        """Show parts in their order."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        self._bar = _Bar(look)
        self._words = WrapLabel(look, "", "small")
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[AgreementPart]) -> None:
        """Show other parts; those of nobody are left out."""
        some = tuple(part for part in parts if part.n)
        text = " · ".join(part.said for part in some)
        self._bar.set_parts(tuple(part for part in some if part.counted))
        self._words.setText(text)
        self.setAccessibleName(text)


class _Bar(QWidget):
    """The bar alone."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._parts: tuple[AgreementPart, ...] = ()
        self.setFixedHeight(look.size(20))

    def set_parts(self, parts: tuple[AgreementPart, ...]) -> None:
        self._parts = parts
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(shape)
        tokens = self._look.theme
        painter.fillPath(shape, QColor(tokens.sunk))
        total = sum(part.n for part in self._parts)
        left = 0.0
        for part in self._parts:
            width = self.width() * part.n / total
            full = self._look.fill(part.tone)
            colour = QColor(mix(full.name(), tokens.card, 0.55)) if part.soft else full
            painter.fillRect(QRectF(left, 0, width, self.height()), colour)
            if left:
                painter.fillRect(QRectF(left, 0, 1, self.height()), QColor(tokens.card))
            left += width
        painter.end()
