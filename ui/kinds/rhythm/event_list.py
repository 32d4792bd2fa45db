"""What recurs, as a list below the notes: how often, and the next dates."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.words import Words
from ui.look.look import Look
from ui.parts.keycaps import ENTER
from ui.parts.recurrence.dates_dialog import DATES_KEY
from ui.parts.state_list import StateLine, StateList
from ui.parts.told_keys import tell_keys

LINES = 4
"""Lines that it asks room for; more are scrolled to."""
REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class EventList(StateList):
    """Enter opens the one that is current; a key more its dates; Delete takes it out."""

    asked = Signal(str)
    """Id of an event that is to be changed."""
    dates_asked = Signal(str)
    """Id of an event of which a date is to be otherwise."""
    removed = Signal(str)
    """Id of an event that is to go."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nothing yet."""
        super().__init__(look, words("rhythm.list"))
        self.doubleClicked.connect(self._ask)
        keys = (("Return", "change"), (DATES_KEY, "dates"), ("Del", "remove"))
        tell_keys(self, words("rhythm.list"), [(key, words(f"rhythm.{one}")) for key, one in keys])

    def show_events(self, lines: Sequence[StateLine]) -> None:
        """Show events; the one that was current stays so."""
        self.show_lines(lines, self.current_id() or (lines[0].id if lines else ""))

    def sizeHint(self) -> QSize:
        """Room for a few lines: the notes above need theirs."""
        hint = super().sizeHint()
        return QSize(hint.width(), min(hint.height(), LINES * self._line_height()))

    def _line_height(self) -> int:
        return self.minimumSizeHint().height() // 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete are for the one that is current."""
        current = self.current_id()
        if current and event.key() in ENTER:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.dates_asked if shift else self.asked).emit(current)
        elif current and event.key() in REMOVE_KEYS:
            self.removed.emit(current)
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        if self.current_id():
            self.asked.emit(self.current_id())
