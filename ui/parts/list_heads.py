"""The names of a list's columns, above it; where lines can be sorted, a click on one sorts them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look.icons import IconName, paint_icon
from ui.look.look import Look, elided
from ui.parts.list_columns import ColumnPlace, ListColumn, lay_columns


class ListHeads(QWidget):
    """The heads. ``chosen`` is sent with the id of a column by which the lines are to be sorted."""

    chosen = Signal(str)

    def __init__(self, look: Look, columns: Sequence[ListColumn]) -> None:
        """The heads of these columns; none of them sorts before :meth:`set_order`."""
        super().__init__()
        self._look, self._columns = look, tuple(columns)
        self._sorting: frozenset[str] = frozenset()
        self._order, self._backwards = "", False
        self.setFixedHeight(look.pitch("eyebrow") + 2 * look.px(11))

    def set_order(self, sorting: Sequence[str], order: str, *, backwards: bool) -> None:
        """Let the columns of these ids sort; ``order`` is the one that does now, if any."""
        self._sorting = frozenset(sorting)
        self._order, self._backwards = order, backwards
        self.setMouseTracking(bool(sorting))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        over = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Sort by the column that was clicked."""
        place = self._at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(place.column.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the heads, the sign of the order beside its own, and the line under them."""
        painter = QPainter(self)
        look = self._look
        font = look.font("eyebrow")
        side = look.size(12)
        for place in lay_columns(look, self._columns, self.width()).places:
            sorts = place.column.id == self._order and self._order in self._sorting
            painter.setFont(font)
            painter.setPen(look.colour("plain" if sorts else "mute"))
            # Small capitals are wider than the letters they are measured by.
            room = place.width - (side + look.px(4)) * sorts
            text = elided(place.column.head.upper(), font, room)
            nudge = look.px(4) if place.column.stages else 0
            box = QRectF(place.left + nudge, 0, place.width, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            if sorts:
                left = place.left + QFontMetricsF(font).horizontalAdvance(text) + look.px(4)
                sign = QRectF(left, (self.height() - side) / 2, side, side)
                name: IconName = "down" if self._backwards else "up"
                paint_icon(painter, sign, name, look.colour("plain"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(look.theme.line))
        painter.end()

    def _at(self, point: QPointF) -> ColumnPlace | None:
        """The column under a point, where it sorts."""
        for place in lay_columns(self._look, self._columns, self.width()).places:
            within = place.left <= point.x() < place.left + place.width
            if within and place.column.id in self._sorting:
                return place
        return None
