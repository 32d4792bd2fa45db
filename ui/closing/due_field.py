"""A date that reads as people write it, until one changes it."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent

from app.words import Words
from ui.closing.print_fields import ACROSS, DOWN, line_height, paint_edge
from ui.look.look import Look
from ui.parts.controls import DateField
from ui.parts.text_block import TextBlock

_LETTERS, _AIR = 140, 28
"""Room for a date with its year, in the field it becomes; pixels at 100 %."""


class DueField(DateField):
    """When something is due. ``settled`` is sent when the person has chosen a day, or none."""

    settled = Signal()

    def __init__(self, look: Look, words: Words, first: date) -> None:
        """Empty; a date that is asked for begins at ``first``."""
        super().__init__(look, first, words("closing.due"))
        self._look, self._words = look, words
        self._settled: date | None = None
        self.setAccessibleName(words("closing.due"))
        # Told when it is chosen, stepped to, or typed to its end; not at each digit.
        self.setKeyboardTracking(False)
        self.setFixedSize(look.size(_LETTERS) + look.px(_AIR), line_height(look))
        self.dateChanged.connect(self._settle)
        self.lineEdit().hide()

    def show_day(self, day: date | None) -> None:
        """Show a date, or that there is none; nobody is told. One half typed stays."""
        self._settled = day
        if self._half_typed():
            return
        blocked = self.blockSignals(True)
        self.set_value(day)
        self.blockSignals(blocked)
        self._say()

    def fits(self) -> bool:
        """Whether the date can be read whole, as print and as a field."""
        line = self.lineEdit()
        written = line.fontMetrics().horizontalAdvance(line.text()) <= line.width()
        return written and self._block().natural_width <= self.width() - 2 * self._look.px(ACROSS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become a field."""
        self.lineEdit().show()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Become print again, unless the calendar is open."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.lineEdit().hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the edge."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the date as print, or the field."""
        if not self._at_rest():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_edge(painter, place, self._look, self.underMouse() or self.value is None, False)
        tone = self._look.colour("mute" if self.value is None else "plain")
        across, down = self._look.px(ACROSS), self._look.px(DOWN)
        self._block().draw_in(painter, place.adjusted(across, down, -across, 0), tone)
        painter.end()

    def _half_typed(self) -> bool:
        known = (self.textFromDateTime(self.dateTime()), self.specialValueText())
        return self.hasFocus() and self.lineEdit().text() not in known

    def _at_rest(self) -> bool:
        return self.lineEdit().isHidden()

    def _block(self) -> TextBlock:
        return TextBlock(self._look, self._said(), "body")

    def _said(self) -> str:
        return self._words("closing.due") if self.value is None else self._words.day(self.value)

    def _say(self) -> None:
        self.setAccessibleDescription("" if self.value is None else self._said())
        self.update()

    def _settle(self) -> None:
        self._say()
        if self.value != self._settled:
            self._settled = self.value
            self.settled.emit()
