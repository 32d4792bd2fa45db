"""The least that could be called a plane of notes: a QGraphicsScene of rounded rectangles with
wrapped text. What Hearth's boards and grounds show is held against it, at the same places."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
)

RADIUS, INSIDE = 6, 8


def bare_scene(notes: Iterable[tuple[QRect, str]], font: QFont) -> QGraphicsView:
    """A view of notes as plain items: where each lies, and what it says."""
    scene = QGraphicsScene()
    for place, text in notes:
        scene.addItem(_note(place, text, font))
    view = QGraphicsView(scene)
    scene.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setFrameShape(QGraphicsView.Shape.NoFrame)
    return view


def _note(place: QRect, text: str, font: QFont) -> QGraphicsItem:
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, place.width(), place.height()), RADIUS, RADIUS)
    item = QGraphicsPathItem(path)
    item.setBrush(QBrush(QColor("#FFF0B8")))
    item.setPen(QPen(QColor("#C9BD90")))
    item.setPos(place.left(), place.top())
    words = QGraphicsTextItem(text)
    words.setParentItem(item)
    words.setFont(font)
    words.setTextWidth(place.width() - 2 * INSIDE)
    words.setPos(INSIDE, INSIDE)
    return item
