"""The zones of a ground in a row: the colour of each, its name, how many notes it has."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.colours import NOTE_INK, NOTES
from app.workshop.zones import NamedZone
from ui.look.colour import mix
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.parts.deletion import delete_later
from ui.parts.layouts import FlowLayout
from ui.parts.text_block import TextBlock


class ZoneChip(QAbstractButton):
    """A zone by its colour and its name; ringed where Enter puts the next line."""

    def __init__(self, look: Look, zone: NamedZone) -> None:
        """The chip of a zone."""
        super().__init__()
        self._look, self._zone, self._count = look, zone, 0
        self._block = TextBlock(look, "", "small")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_count(zone.label, 0)

    def show_count(self, label: str, count: int) -> None:
        """Show its name, and how many notes it has."""
        text = f"{label} {count}" if count else label
        self.setText(text)
        self.setAccessibleName(text)
        self._block = TextBlock(self._look, text, "small")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The colour and the words on one line."""
        pad, side = self._look.px(8), self._look.size(12)
        wide = side + 3 * pad + self._block.natural_width
        return QSize(int(wide) + 1, int(self._block.pitch) + 2 * self._look.px(3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        look, tokens, pad = self._look, self._look.theme, self._look.px(8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.ember), tokens.ring))
            painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)
        side = look.size(12)
        colour = NOTES[self._zone.colour]
        painter.setPen(QColor(mix(NOTE_INK, colour, tokens.note_edge)))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(pad, (self.height() - side) / 2, side, side), 3, 3)
        self._block.lay(self._block.natural_width)
        top = (self.height() - self._block.pitch) / 2
        self._block.draw(painter, side + 2 * pad, top, look.colour("plain"))
        painter.end()


class ZoneChips(QWidget):
    """The chips of all zones."""

    asked = Signal(str)
    """Id of a zone whose chip was pressed."""

    def __init__(self, look: Look) -> None:
        """No zones yet."""
        super().__init__()
        self._look = look
        self._chips: dict[str, ZoneChip] = {}
        self._inside = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout(look.px(8), look.px(4))
        self._inside.setLayout(self._flow)
        column.addWidget(self._inside)

    def show_zones(
        self, zones: Sequence[NamedZone], counts: Mapping[str, int], target: str
    ) -> None:
        """Show zones with how many notes each has; ``target`` is where Enter puts the next."""
        if [zone.id for zone in zones] != list(self._chips):
            for chip in self._chips.values():
                self._flow.removeWidget(chip)
                delete_later(chip)
            self._chips = {zone.id: self._chip(zone) for zone in zones}
        for zone in zones:
            chip = self._chips[zone.id]
            chip.show_count(zone.label, counts.get(zone.id, 0))
            chip.setChecked(zone.id == target)

    def chip(self, zone: str) -> ZoneChip:
        """The chip of a zone."""
        return self._chips[zone]

    def _chip(self, zone: NamedZone) -> ZoneChip:
        chip = ZoneChip(self._look, zone)
        chip.clicked.connect(lambda: self.asked.emit(zone.id))
        self._flow.addWidget(chip)
        return chip
