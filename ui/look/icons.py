"""Icons, drawn as strokes on a square of 24 and painted in any colour.

The signs that the style sheet needs as files (tick, arrows) stand in ``resources/icons``.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

IconName = Literal[
    "communities",
    "portfolio",
    "exercises",
    "reading",
    "search",
    "settings",
    "folder",
    "new-folder",
    "file",
    "computer",
    "list",
    "table",
    "hearth",
    "close",
    "tick",
    "left",
    "right",
    "up",
    "down",
    "more",
    "drag",
    "calendar",
    "keys",
]
"""The signs there are."""

Point = tuple[float, float]


class Drawing(msgspec.Struct, frozen=True):
    """A sign on a square of 24: open lines, rings (centre x, y and radius), and filled dots."""

    lines: tuple[tuple[Point, ...], ...] = ()
    rings: tuple[tuple[float, float, float], ...] = ()
    dots: tuple[tuple[float, float, float], ...] = ()
    curves: tuple[tuple[Point, Point, Point, Point], ...] = ()


_FOLDER: tuple[Point, ...] = (
    (3.5, 6),
    (9.5, 6),
    (11.5, 8.5),
    (20.5, 8.5),
    (20.5, 18.5),
    (3.5, 18.5),
    (3.5, 6),
)

_DRAWINGS: Mapping[IconName, Drawing] = {
    "communities": Drawing(rings=((8, 9, 3.5), (16, 9, 3.5), (12, 16, 3.5))),
    "portfolio": Drawing(
        lines=(((4, 4), (4, 20), (20, 20)),),
        rings=((10, 13, 2.5),),
        dots=((16, 8, 3),),
    ),
    "exercises": Drawing(
        lines=(
            ((5, 4), (19, 4), (19, 20), (5, 20), (5, 4)),
            ((9, 9), (15, 9)),
            ((9, 13), (15, 13)),
        )
    ),
    "reading": Drawing(
        lines=(
            ((12, 6.5), (12, 20)),
            ((12, 6.5), (9, 5), (4, 5), (4, 18.5), (9, 18.5), (12, 20)),
            ((12, 6.5), (15, 5), (20, 5), (20, 18.5), (15, 18.5), (12, 20)),
        )
    ),
    "search": Drawing(rings=((10.5, 10.5, 6),), lines=(((15, 15), (20, 20)),)),
    "settings": Drawing(
        lines=(((4, 8), (9, 8)), ((15, 8), (20, 8)), ((4, 16), (7, 16)), ((13, 16), (20, 16))),
        rings=((12, 8, 2.6), (10, 16, 2.6)),
    ),
    "folder": Drawing(lines=(_FOLDER,)),
    "new-folder": Drawing(lines=(_FOLDER, ((12, 10.5), (12, 16.5)), ((9, 13.5), (15, 13.5)))),
    "file": Drawing(
        lines=(
            ((6, 3.5), (14, 3.5), (18, 7.5), (18, 20.5), (6, 20.5), (6, 3.5)),
            ((14, 3.5), (14, 7.5), (18, 7.5)),
        )
    ),
    "computer": Drawing(
        lines=(
            ((4, 5), (20, 5), (20, 16), (4, 16), (4, 5)),
            ((12, 16), (12, 19.5)),
            ((8, 19.5), (16, 19.5)),
        )
    ),
    "list": Drawing(lines=(((5, 7), (19, 7)), ((5, 12), (19, 12)), ((5, 17), (19, 17)))),
    "table": Drawing(
        lines=(
            ((4, 6), (20, 6), (20, 18), (4, 18), (4, 6)),
            ((4, 10.5), (20, 10.5)),
            ((11, 6), (11, 18)),
        )
    ),
    "hearth": Drawing(
        curves=(
            ((12, 3), (13, 8), (18, 10), (18, 15)),
            ((18, 15), (18, 19), (15, 21), (12, 21)),
            ((12, 21), (9, 21), (6, 19), (6, 15)),
            ((6, 15), (6, 12), (8, 11), (9, 9)),
            ((9, 9), (11, 9), (12, 6), (12, 3)),
        )
    ),
    "close": Drawing(lines=(((6, 6), (18, 18)), ((18, 6), (6, 18)))),
    "tick": Drawing(lines=(((5, 12.5), (10, 17.5), (19, 7)),)),
    "left": Drawing(lines=(((14.5, 6), (8.5, 12), (14.5, 18)),)),
    "right": Drawing(lines=(((9.5, 6), (15.5, 12), (9.5, 18)),)),
    "up": Drawing(lines=(((6, 14.5), (12, 8.5), (18, 14.5)),)),
    "down": Drawing(lines=(((6, 9.5), (12, 15.5), (18, 9.5)),)),
    "calendar": Drawing(
        lines=(
            ((4.5, 6), (19.5, 6), (19.5, 19.5), (4.5, 19.5), (4.5, 6)),
            ((4.5, 10.5), (19.5, 10.5)),
            ((8.5, 3.5), (8.5, 7.5)),
            ((15.5, 3.5), (15.5, 7.5)),
        )
    ),
    "more": Drawing(dots=((6, 12, 1.6), (12, 12, 1.6), (18, 12, 1.6))),
    "drag": Drawing(
        dots=((9, 7, 1.4), (15, 7, 1.4), (9, 12, 1.4), (15, 12, 1.4), (9, 17, 1.4), (15, 17, 1.4))
    ),
    "keys": Drawing(
        lines=(((3, 6), (21, 6), (21, 18), (3, 18), (3, 6)), ((8, 14.5), (16, 14.5))),
        dots=((7, 10, 1.2), (12, 10, 1.2), (17, 10, 1.2)),
    ),
}


def paint_icon(painter: QPainter, rect: QRectF, name: IconName, colour: QColor) -> None:
    """Paint a sign into the square that fits in the middle of ``rect``."""
    side = min(rect.width(), rect.height())
    drawing = _DRAWINGS[name]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 24, side / 24)
    pen = QPen(colour, 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(drawing))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x, y, radius in drawing.dots:
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def icon(name: IconName, colour: QColor, side: int, ratio: float = 2.0) -> QIcon:
    """A sign as an icon of ``side`` pixels, drawn at ``ratio`` device pixels to one."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, side, side), name, colour)
    painter.end()
    return QIcon(pixmap)


def _path(drawing: Drawing) -> QPainterPath:
    """The lines, rings and curves of a drawing as one path."""
    path = QPainterPath()
    for points in drawing.lines:
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
    for x, y, radius in drawing.rings:
        path.addEllipse(QPointF(x, y), radius, radius)
    for index, (start, one, other, end) in enumerate(drawing.curves):
        if index == 0:
            path.moveTo(*start)
        path.cubicTo(QPointF(*one), QPointF(*other), QPointF(*end))
    return path
