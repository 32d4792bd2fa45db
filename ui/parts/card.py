"""Cards: white paper with a hairline, as tall as what they hold; and wells, which are sunk."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.look.scaling import RADIUS_CARD
from ui.look.themes import Tone
from ui.parts.labels import heading, small
from ui.parts.layouts import FlowLayout

_STRIP = 5  # width of the coloured edge, pixels


class Card(QFrame):
    """A card with an optional title, a remark at the right of it, and a coloured left edge.

    ``body`` is the column that holds what the card is about; ``title_row`` takes a pill or a
    button at the right of the title.
    """

    def __init__(
        self,
        look: Look,
        title: str = "",
        *,
        note: str = "",
        edge: Tone | None = None,
        tight: bool = False,
    ) -> None:
        """``note`` is the small remark at the right of the title; ``tight`` is for cards in a
        column beside others."""
        super().__init__()
        self._look, self._edge, self._chosen = look, edge, False
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        around = look.px(14 if tight else 20)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(around + (4 if edge else 0), around - 2, around, around)
        self.body.setSpacing(look.px(4))
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(look.px(12))
        self.title = heading(look, title, 3)
        self.note = small(look, note)
        self.title_row.addWidget(self.title, 1)
        self.title_row.addWidget(self.note, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self.title_row)
        # Once they have a parent: shown without one, they would flash as windows of their own.
        self.title.setVisible(bool(title))
        self.note.setVisible(bool(note))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets to the body, one below the other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def add_action(self, *buttons: QWidget) -> None:
        """Add buttons below what the card says, side by side, with air above them."""
        row = FlowLayout(self._look.px(8))
        for button in buttons:
            row.addWidget(button)
        self.body.addSpacing(self._look.px(8))
        self.body.addLayout(row)

    def set_title(self, title: str, note: str = "") -> None:
        """Give the card another title and remark."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(title)

    def set_chosen(self, chosen: bool) -> None:
        """Mark the card as the one that is meant: a ring of ember around it."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look, self._edge, chosen=self._chosen)
        painter.end()


class Well(QFrame):
    """A sunk place with some words in it: a word of advice, a remark worth reading."""

    def __init__(self, look: Look) -> None:
        """An empty well; ``body`` is its column."""
        super().__init__()
        self._look = look
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self.body.setSpacing(look.px(4))

    def add(self, *widgets: QWidget) -> None:
        """Add widgets, one below the other."""
        for widget in widgets:
            self.body.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = self._look.theme.name == "contrast"
        painter.setPen(QPen(QColor(self._look.theme.line)) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.sunk))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.end()


def paint_card(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    edge: Tone | None = None,
    *,
    chosen: bool = False,
    radius: float = RADIUS_CARD,
) -> None:
    """Paint a card's ground and edges into ``rect``, as delegates of lists need it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    line = look.theme.ring if chosen else 1
    outer = _rounded(rect, radius, radius)
    painter.fillPath(outer, QColor(look.theme.ember if chosen else look.theme.line))
    left = _STRIP if edge else line
    if edge:
        painter.save()
        painter.setClipRect(QRectF(rect.left(), rect.top(), _STRIP + 4, rect.height()))
        painter.fillPath(outer, look.colour(edge))
        painter.restore()
    inside = rect.adjusted(left, line, -line, -line)
    painter.fillPath(
        _rounded(inside, max(0.0, radius - left), radius - line, radius - line),
        QColor(look.theme.card),
    )
    painter.restore()


def _rounded(rect: QRectF, left: float, right: float, height: float | None = None) -> QPainterPath:
    """A rectangle whose left corners are ``left`` wide, the right ones ``right``."""
    tall = height if height is not None else right
    path = QPainterPath()
    path.moveTo(rect.left() + left, rect.top())
    path.lineTo(rect.right() - right, rect.top())
    path.arcTo(rect.right() - 2 * right, rect.top(), 2 * right, 2 * tall, 90, -90)
    path.lineTo(rect.right(), rect.bottom() - tall)
    path.arcTo(rect.right() - 2 * right, rect.bottom() - 2 * tall, 2 * right, 2 * tall, 0, -90)
    path.lineTo(rect.left() + left, rect.bottom())
    path.arcTo(rect.left(), rect.bottom() - 2 * tall, 2 * left, 2 * tall, 270, -90)
    path.lineTo(rect.left(), rect.top() + tall)
    path.arcTo(rect.left(), rect.top(), 2 * left, 2 * tall, 180, -90)
    path.closeSubpath()
    return path
