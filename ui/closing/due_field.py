"""A date that reads as print, until one changes it."""

from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent

from app.words import Words
from ui.closing.print_fields import ACROSS, DOWN, line_height, paint_edge
from ui.look.look import Look
from ui.parts.text_block import TextBlock
from ui.parts.typed_fields import DateField


class DueField(DateField):
    """When something is due. ``given`` is sent when the person has chosen a day, or none."""

    def __init__(self, look: Look, words: Words, today: date, first: date) -> None:
        """Empty; a date that is asked for begins at ``first``."""
        super().__init__(look, words, today, words("closing.due"), first=first)
        self._left = True
        self.setAccessibleName(words("closing.due"))
        self.setFixedSize(self.sizeHint().width(), line_height(look))
        self.calendar_button.hide()

    def written(self, value: date | int) -> str:
        """As print has it: a line is short."""
        return self.words.day(value) if isinstance(value, date) else ""

    def show_day(self, day: date | None) -> None:
        """Show a date, or that there is none; nobody is told. One half typed stays."""
        if self.half_typed:
            return
        self.set_value(day)
        self._describe()

    def settle(self) -> bool:
        """Take what is typed, and say it as print does."""
        able = super().settle()
        if able:
            self._describe()
        return able

    def fits(self) -> bool:
        """Whether the date can be read whole, as print and as a field."""
        return super().fits() and (
            self._block().natural_width <= self.width() - 2 * self.look.px(ACROSS)
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become a field."""
        self._left = False
        self.calendar_button.setVisible(not self.isReadOnly())
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Become print again, unless the calendar is open or the date cannot be read."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.problem():
            self._left = True
            self.calendar_button.hide()
            self.update()

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
        if not self._left or self.problem():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_edge(painter, place, self.look, self.underMouse() or self.value is None, False)
        tone = self.look.colour("mute" if self.value is None else "plain")
        across, down = self.look.px(ACROSS), self.look.px(DOWN)
        self._block().draw_in(painter, place.adjusted(across, down, -across, 0), tone)
        painter.end()

    def _block(self) -> TextBlock:
        return TextBlock(self.look, self._said(), "body")

    def _said(self) -> str:
        return self.words("closing.due") if self.value is None else self.words.day(self.value)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self.value is None else self._said())
        self.update()
