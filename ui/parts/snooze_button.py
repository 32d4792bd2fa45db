"""A button that puts a reminder off: it asks for how long."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

WEEK, MONTH = timedelta(days=7), timedelta(days=30)


class SnoozeButton(Button):
    """Says "later". ``put_off`` is sent with for how long."""

    put_off = Signal(object)

    def __init__(self, look: Look, words: Words) -> None:
        """A button that offers a week and a month."""
        super().__init__(look, words("attention.later"), "link")
        self._words = words
        self.clicked.connect(self._offer)

    def menu_of_times(self) -> "QMenu":
        """The choice of when to be reminded."""
        # Here: the first window has no menu yet.
        from PySide6.QtGui import QAction
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        week = QAction(self._words("attention.later-week"), menu)
        month = QAction(self._words("attention.later-month"), menu)
        week.triggered.connect(self._in_a_week)
        month.triggered.connect(self._in_a_month)
        menu.addActions([week, month])
        return menu

    def _offer(self) -> None:
        self.menu_of_times().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _in_a_week(self) -> None:
        self.put_off.emit(WEEK)

    def _in_a_month(self) -> None:
        self.put_off.emit(MONTH)
