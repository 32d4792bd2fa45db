"""Wordings of the same thing side by side, each with what chooses it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.parts.buttons import Button, quiet_button
from ui.parts.clauses.clause_field import ClauseField
from ui.parts.labels import small
from ui.parts.layouts import ShareLayout

LEAST = 200
"""Pixels that a wording needs beside another; in less they stand one above the other."""


class WordingsRow(QWidget):
    """The fields of several wordings, until one is chosen."""

    chosen = Signal(object)
    """The field of the wording to be kept."""

    def __init__(self, look: Look, words: Words, fields: Sequence[ClauseField]) -> None:
        """Of fields that stand elsewhere until now."""
        super().__init__()
        self._look = look
        self.fields = tuple(fields)
        self.buttons: list[Button] = []
        around = look.px(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(around, look.px(8), around, around)
        whole.setSpacing(look.px(8))
        self.said = small(look, words("drafting.wordings", n=len(fields)))
        whole.addWidget(self.said)
        row = ShareLayout(look.px(20), look.px(14))
        for number, field in enumerate(fields, start=1):
            place = QWidget()
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(6))
            button = quiet_button(look, words("drafting.wording-choose"), small=True)
            button.setAccessibleDescription(words("drafting.wording", n=number, of=len(fields)))
            button.clicked.connect(partial(self.chosen.emit, field))
            self.buttons.append(button)
            column.addWidget(field)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addStretch(1)
            row.add(place, 1, look.size(LEAST))
        whole.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline around what belongs together."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()
