"""The charter's paper: a white card as high as there is room, its page scrolled on it."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.card import paint_card
from ui.parts.deletion import delete_later
from ui.parts.scroll_column import ScrollColumn

_WIDEST = 660
"""How wide the text is at most at 100 %, pixels: longer lines are hard to read."""


class Paper(QFrame):
    """Holds one page at a time, in lines that are not too long."""

    def __init__(self, look: Look) -> None:
        """No page yet."""
        super().__init__()
        self._look = look
        self._page: QWidget | None = None
        self._inner = QWidget()
        self._inner.setMaximumWidth(look.size(_WIDEST))
        self._pages = QVBoxLayout(self._inner)
        self._pages.setContentsMargins(0, look.px(30), 0, look.px(30))
        place = QWidget()
        self._row = QHBoxLayout(place)
        self._row.addWidget(self._inner, 1)
        self.column = ScrollColumn(look)
        self.column.body.setStretch(0, 0)
        self.column.add(place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 6, 1, 6)
        whole.addWidget(self.column)

    def show_page(self, page: QWidget) -> None:
        """Show another page from its top; the one before is deleted."""
        if self._page is not None:
            self._pages.removeWidget(self._page)
            self._page.hide()
            delete_later(self._page)
        self._page = page
        self._pages.addWidget(page)
        self.column.verticalScrollBar().setValue(0)

    def see(self, place: QRect) -> None:
        """Scroll to a place of the page."""
        inner = self.column.widget()
        if self._page is None or inner is None:
            return
        top = self._page.mapTo(inner, place.topLeft()).y()
        self.column.ensureVisible(0, top + place.height() // 2, 0, place.height() // 2 + 24)

    def minimumSizeHint(self) -> QSize:
        """Room for a few lines."""
        inner = self.column.minimumSizeHint()
        return QSize(inner.width() + 2, self._look.size(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave wide margins where there is room for them."""
        side = max(self._look.px(16), min(self._look.px(54), self.width() // 11))
        # The page has margins of its own: a bar at the left, a button at the right.
        around = side - self._look.px(14)
        self._row.setContentsMargins(around, 0, around, 0)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look)
        painter.end()
