"""The five stages as marks: a ring for each, filled where the group reads itself today."""

from collections.abc import Collection, Sequence

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.look.themes import STAGES, Stage
from ui.parts.deletion import clear_layout
from ui.parts.labels import WrapLabel

_RING, _DISC, _STEP = 12, 17, 24  # small marks in a list: ring, disc and step, pixels
_BIG_RING, _BIG_DISC = 26, 36


class StageMark(msgspec.Struct, frozen=True):
    """A stage to show: its id, its name, since when it is lived, and whether it is today."""

    stage: Stage
    name: str
    since: str = ""
    lit: bool = False


def stage_marks_size(look: Look) -> QSize:
    """The room that :func:`paint_stage_marks` needs."""
    return QSize(look.size(_STEP * 5), look.size(_DISC) + 2)


def paint_stage_marks(painter: QPainter, rect: QRectF, lit: Collection[str], look: Look) -> None:
    """Paint the five small marks from the left of ``rect``, in the middle of its height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    step = look.size(_STEP)
    for at, stage in enumerate(STAGES):
        centre = QPointF(rect.left() + step * (at + 0.5), rect.center().y())
        side = look.size(_DISC if stage in lit else _RING)
        _paint_mark(painter, centre, side, look.colour(stage), stage in lit, look.size(2))
    painter.restore()


def _paint_mark(
    painter: QPainter, centre: QPointF, side: float, colour: QColor, lit: bool, pen: float
) -> None:
    """Paint a disc, or a ring with a pen of so many pixels."""
    if lit:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, side / 2, side / 2)
    else:
        painter.setPen(QPen(colour, pen))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, (side - pen) / 2, (side - pen) / 2)


class StageMarks(QWidget):
    """The five stages side by side, each a mark with its name and since when below it."""

    def __init__(self, look: Look, marks: Sequence[StageMark] = ()) -> None:
        """Show marks, one for each stage."""
        super().__init__()
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self.set_marks(marks)

    def set_marks(self, marks: Sequence[StageMark]) -> None:
        """Show other marks."""
        clear_layout(self._row)
        for mark in marks:
            self._row.addWidget(_Stage(self._look, mark), 1, Qt.AlignmentFlag.AlignTop)
        names = (f"{mark.name} {mark.since}".strip() for mark in marks if mark.lit)
        self.setAccessibleName(", ".join(names))


class _Stage(QWidget):
    """One stage: its mark, its name, since when."""

    def __init__(self, look: Look, mark: StageMark) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(_Mark(look, mark))
        role, tone = ("strong", mark.stage) if mark.lit else ("body", "mute")
        column.addWidget(WrapLabel(look, mark.name, role, tone, "centre"))  # type: ignore[arg-type]
        if mark.since:
            column.addWidget(WrapLabel(look, mark.since, "small", "mute", "centre"))


class _Mark(QWidget):
    """The mark alone."""

    def __init__(self, look: Look, mark: StageMark) -> None:
        super().__init__()
        self._look, self._mark = look, mark
        self.setFixedHeight(look.size(_BIG_DISC) + look.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc or the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.size(_BIG_DISC if self._mark.lit else _BIG_RING)
        centre = QPointF(self.width() / 2, self._look.size(_BIG_DISC) / 2 + 1)
        colour = self._look.colour(self._mark.stage)
        _paint_mark(painter, centre, side, colour, self._mark.lit, self._look.size(2.4))
        painter.end()
