"""Painting a diagram (:mod:`app.diagram`) in the window and on the wall."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.colours import NOTE_INK, NOTES
from app.diagram import LEADING, Box, Colour, Diagram, Dot, Label, NoColour, Shape, Stroke
from app.text_direction import runs_from_right
from ui.look.look import Look, elided

_ALIGNED = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""The share of a line's free room that stands before its text."""


class DiagramPainter:
    """Paints diagrams in a look."""

    def __init__(self, look: Look) -> None:
        """Paint with the colours and the fonts of ``look``."""
        self._look = look
        self._colours = _colours(look)

    def paint(self, painter: QPainter, diagram: Diagram, at: QPointF, scale: float) -> None:
        """Paint ``diagram`` with its top left corner ``at``, ``scale`` pixels to its unit."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(at)
        painter.scale(scale, scale)
        for shape in diagram.shapes:
            self._shape(painter, shape)
        painter.restore()

    def _shape(self, painter: QPainter, shape: Shape) -> None:
        match shape:
            case Box():
                self._outline(painter, shape.fill, shape.stroke, shape.line)
                area = QRectF(shape.x, shape.y, shape.width, shape.height)
                painter.drawRoundedRect(area, shape.radius, shape.radius)
            case Dot():
                self._outline(painter, shape.fill, shape.stroke, shape.line)
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
            case Stroke():
                pen = QPen(self._colour(shape.colour), shape.line)
                if shape.dashed:
                    pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            case Label():
                self._label(painter, shape)

    def _outline(
        self, painter: QPainter, fill: Colour | NoColour, stroke: Colour | NoColour, line: float
    ) -> None:
        painter.setBrush(QBrush(self._colour(fill)) if fill else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colour(stroke), line) if stroke else Qt.PenStyle.NoPen)

    def _label(self, painter: QPainter, label: Label) -> None:
        """The text line by line; the last one that there is room for ends with an ellipsis.

        Each stands on its baseline: letters of another font, which may be taller, are not cut.
        """
        font = self._look.font_of("sans", label.size, 700 if label.strong else 400)
        painter.setFont(font)
        painter.setPen(self._colour(label.colour))
        lines = _lines(label.text, font, label.width)
        if len(lines) > label.lines:
            rest = label.text[lines[label.lines - 1][0] :]
            cut = elided(rest, font, label.width)
            lines = [*lines[: label.lines - 1], (0, cut)]
        metrics, height = QFontMetricsF(font), label.size * LEADING
        align = _natural(label)
        for number, (_, text) in enumerate(lines):
            free = label.width - metrics.horizontalAdvance(text.rstrip())
            left = label.x + free * _ALIGNED[align]
            baseline = label.y + number * height + metrics.ascent()
            painter.drawText(QPointF(left, baseline), text.rstrip())

    def lines(self, text: str, width: float, size: float) -> int:
        """How many lines a label of this text takes."""
        return max(1, len(_lines(text, self._look.font_of("sans", size), width)))

    def _colour(self, colour: Colour | NoColour) -> QColor:
        return QColor(self._colours[colour])


class DiagramView(QWidget):
    """A diagram as wide as the widget, with words for whoever cannot see it."""

    def __init__(self, look: Look) -> None:
        """Nothing yet."""
        super().__init__()
        self._painter = DiagramPainter(look)
        self._diagram: Diagram | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_diagram(self, diagram: Diagram, alternative: str) -> None:
        """Show a diagram; ``alternative`` says what it shows."""
        self._diagram = diagram
        self.setAccessibleName(alternative)
        self._take_height()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the diagram is at this width."""
        if self._diagram is None:
            return QSize(0, 0)
        size = QSizeF(self._diagram.width, self._diagram.height) * self._scale
        return size.toSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Higher as it is wider."""
        super().resizeEvent(event)
        self._take_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The diagram."""
        if self._diagram is not None:
            painter = QPainter(self)
            self._painter.paint(painter, self._diagram, QPointF(0, 0), self._scale)

    @property
    def _scale(self) -> float:
        return self.width() / self._diagram.width if self._diagram is not None else 1.0

    def _take_height(self) -> None:
        if self._diagram is not None:
            self.setFixedHeight(round(self._diagram.height * self._scale))


def _lines(text: str, font: QFont, width: float) -> list[tuple[int, str]]:
    """The lines of a text, each with where it starts; a word longer than a line is broken."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[tuple[int, str]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        found.append((start, text[start : start + line.textLength()]))
    layout.endLayout()
    return found


def _natural(label: Label) -> Literal["left", "centre", "right"]:
    """Where a label's text stands: text that runs from the right begins at the right."""
    return "right" if label.align == "left" and runs_from_right(label.text) else label.align


def _colours(look: Look) -> Mapping[str, str]:
    tokens = look.theme
    return {
        **{str(name): value for name, value in NOTES.items()},
        "ink": tokens.ink,
        "mute": tokens.mute,
        "line": tokens.line,
        "control": tokens.control,
        "paper": tokens.paper,
        "note-ink": NOTE_INK,
        "teal": tokens.teal,
        "teal-pale": look.tint("teal").name(),
        "amber": tokens.amber_fill,
        "ember": tokens.ember,
        "put-to-work": tokens.put_to_work,
        "put-to-work-pale": look.tint("put-to-work").name(),
        "discover": tokens.discover,
        "grow": tokens.grow,
        "establish": tokens.establish,
        "renew": tokens.renew,
    }
