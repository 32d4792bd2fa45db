"""Diagrams on the wall: one as large as the wall lets it be, or one a page."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF

from app.diagram import Diagram
from app.workshop.ground_shapes import Lines
from ui.look.look import Look
from ui.parts.diagram_painter import DiagramPainter
from ui.wall.page_layout import DrawnPiece, WallPage

SIZES = (64, 58, 52, 48, 44, 40, 36, 32, 28)
"""Text of a diagram on a wall of 1080 pixels, largest first; what is still too high is drawn
smaller as a whole."""


def lay_diagram(
    look: Look, body: QRectF, make: Callable[[float, float], Diagram], unit: float
) -> WallPage:
    """A page with the diagram that ``make`` lays out, in the largest text for which it fits."""
    diagram = make(body.width(), SIZES[-1] * unit)
    for size in SIZES:
        diagram = make(body.width(), size * unit)
        if diagram.height <= body.height():
            break
    return draw_diagram(look, body, diagram)


def draw_diagram(look: Look, body: QRectF, diagram: Diagram) -> WallPage:
    """A page with a diagram; one that is too high is drawn smaller as a whole."""
    scale = min(1.0, body.height() / diagram.height)
    at = QPointF(body.left(), body.top())
    paint = partial(DiagramPainter(look).paint, diagram=diagram, at=at, scale=scale)
    return WallPage((DrawnPiece(paint),))


def lay_pages(
    look: Look,
    body: QRectF,
    make: Callable[[float, float, float, Lines], Sequence[Diagram]],
    pixels: float,
) -> list[WallPage]:
    """The pages that ``make`` lays out, in letters of ``pixels``."""
    lines = DiagramPainter(look).lines
    return [
        draw_diagram(look, body, one) for one in make(body.width(), body.height(), pixels, lines)
    ]
