"""Lines in which a date, a time of day or a length of time is typed, in whatever form one writes.

What is typed is read at each key; on leaving, it is written out as Hearth writes it. What cannot be
read is said at the field and stays as typed. Nothing jumps: the arrow keys go a step up or down.
"""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from app.typed_dates import FIRST, LAST, Lean, read_day, read_minutes, read_time
from app.words import DAY, Words
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.calendar_popup import CalendarPopup
from ui.parts.field_note import FieldNote, mark_wrong
from ui.parts.keycaps import key_text
from ui.parts.text_edits import LineEdit

TIME_STEP = 5
"""Minutes that an arrow key goes up or down."""
CALENDAR_KEY = "Alt+Down"

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_RELEASE = 60
"""Milliseconds until it is looked again whether the mouse was let go."""
_LETTERS = 17
"""As many letters wide Qt makes a line."""


class TypedLine(LineEdit):
    """A line that holds a value of its kind, read from what is typed.

    ``needed`` is the sentence where it may not be empty; without one it may.
    """

    changed = Signal()
    """The person changed what stands there; it may not be readable."""
    given = Signal()
    """The person has settled on another value: Enter, leaving, an arrow key, the calendar."""

    def __init__(self, look: Look, words: Words, shows: str = "", needed: str = "") -> None:
        """Empty; ``shows`` stands there meanwhile."""
        super().__init__()
        self.look, self.words = look, words
        self._needed, self._clicked = needed, False
        self._value: date | int | None = None
        self._settled: date | int | None = None
        self._note: FieldNote | None = None
        self._tell: Callable[[str], None] | None = None
        self.setFont(look.font("body"))
        self.setPlaceholderText(shows)
        policy = self.sizePolicy()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy.verticalPolicy())
        self.textEdited.connect(self._read_typed)
        self.editingFinished.connect(self.settle)

    # What each kind of line has of its own

    def read_text(self, text: str) -> date | int | None:
        """The value that a text means, or None."""
        raise NotImplementedError

    def written(self, value: date | int) -> str:
        """How a value is written out."""
        raise NotImplementedError

    def stepped(self, value: date | int | None, steps: int) -> date | int:
        """The value so many steps further; where there is none, the first."""
        raise NotImplementedError

    def unread(self) -> str:
        """What is said of a text that cannot be read."""
        raise NotImplementedError

    def widest(self) -> str:
        """The widest that is ever written out."""
        raise NotImplementedError

    # What it holds

    def show_value(self, value: date | int | None) -> None:
        """Hold a value, written out; nobody is told."""
        self._value = self._settled = value
        self.setText("" if value is None else self.written(value))
        self._say("")

    def problem(self) -> str:
        """What is wrong with what stands there, as a sentence; nothing where it can be used."""
        if self._value is not None:
            return ""
        return self.unread() if self.text().strip() else self._needed

    @property
    def half_typed(self) -> bool:
        """Whether what stands there is not yet written out."""
        return self.text() != ("" if self._value is None else self.written(self._value))

    def settle(self) -> bool:
        """Take what is typed as what is meant; says so where it cannot be read. Gives whether it
        can be used."""
        wrong = self.problem()
        if wrong and QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # What is said may move the page: not between the press of a button and its release.
            QTimer.singleShot(_RELEASE, self, self.settle)
            return False
        self._say(wrong)
        if wrong:
            return False
        if self.half_typed:
            self.setText("" if self._value is None else self.written(self._value))
        if self._value != self._settled:
            self._settled = self._value
            self.given.emit()
        return True

    def take(self, value: date | int) -> None:
        """The person chose a value, in the calendar or by an arrow key."""
        self._value = value
        self.setText(self.written(value))
        self.changed.emit()
        self.settle()

    def take_text(self, text: str) -> None:
        """Stand there as if it were typed: what was kept aside is given back so."""
        self.setText(text)
        self._read_typed(text)

    def tell_of_problems(self, say: Callable[[str], None]) -> None:
        """Hand what is wrong, or that nothing is, to whoever says it, such as a form."""
        self._tell = say

    # What a person does

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it: what is typed takes its place."""
        super().focusInEvent(event)
        reason = event.reason()
        self._clicked = reason == Qt.FocusReason.MouseFocusReason
        kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if reason not in kept:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A first click chooses all of it, as Tab does; a second one goes between its letters."""
        super().mouseReleaseEvent(event)
        if self._clicked and not self.hasSelectedText():
            self.selectAll()
        self._clicked = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down are steps; the rest is typing."""
        steps = _STEPS.get(Qt.Key(event.key()), 0)
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not steps or plain != Qt.KeyboardModifier.NoModifier or self.isReadOnly():
            super().keyPressEvent(event)
        elif self._value is not None or not self.text().strip():
            self.take(self.stepped(self._value, steps))
            self.selectAll()

    # Its size

    def sizeHint(self) -> QSize:
        """As wide as what is written there asks."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        least = max(map(metrics.horizontalAdvance, (self.widest(), self.placeholderText())))
        room = hint.width() - _LETTERS * metrics.horizontalAdvance("x")
        return QSize(least + room + self._look_room() + self.look.px(4), hint.height())

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def fits(self) -> bool:
        """Whether what is written there can be read whole."""
        room = super().sizeHint().width() - _LETTERS * self.fontMetrics().horizontalAdvance("x")
        wide = self.fontMetrics().horizontalAdvance(self.text())
        return wide <= self.width() - room - self._look_room()

    def _look_room(self) -> int:
        return self.textMargins().right()

    def _read_typed(self, text: str) -> None:
        self._value = self.read_text(text) if text.strip() else None
        self._say("")
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        if self._tell is not None:
            self._tell(sentence)
            return
        mark_wrong(self, bool(sentence))
        self.setAccessibleDescription(sentence)
        if self._note is None and sentence:
            self._note = FieldNote(self.look, self)
        if self._note is not None:
            self._note.say(sentence)


class DateField(TypedLine):
    """A date. Alt+Down opens a calendar. ``lean`` says which is meant where no year is typed."""

    def __init__(
        self,
        look: Look,
        words: Words,
        today: date,
        empty: str = "",
        lean: Lean = "ahead",
        first: date | None = None,
    ) -> None:
        """``empty`` is what an empty date reads as; without it a date is always there, and begins
        at ``first``, which is ``today`` unless it is another."""
        needed = "" if empty else words("typed_dates.unread.needed")
        super().__init__(look, words, empty, needed)
        self._today, self._lean, self._first = today, lean, first or today
        keys = key_text(words, CALENDAR_KEY)
        self.calendar_button = IconButton(look, "calendar", words("parts.calendar.open", key=keys))
        self.calendar_button.setParent(self)
        self.calendar_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar_button.clicked.connect(self.open_calendar)
        self.setTextMargins(0, 0, self.calendar_button.sizeHint().width() - look.px(6), 0)
        self.calendar: CalendarPopup | None = None
        """The calendar that was opened last; it is gone once it is closed."""
        if not empty:
            self.show_value(self._first)

    @property
    def value(self) -> date | None:
        """The date, or None."""
        return self._value if isinstance(self._value, date) else None

    def set_value(self, day: date | None) -> None:
        """Show a date; None empties the field, or shows the first where it cannot be empty."""
        self.show_value(self._first if day is None and self._needed else day)

    def read_text(self, text: str) -> date | None:
        """A day in any form."""
        return read_day(text, self.words, self._today, self._lean)

    def written(self, value: date | int) -> str:
        """With its day of the week and its year."""
        return self.words.day(value, "dated") if isinstance(value, date) else ""

    def stepped(self, value: date | int | None, steps: int) -> date:
        """Day by day."""
        if not isinstance(value, date):
            return self._first
        return max(FIRST, min(LAST, value + timedelta(days=steps)))

    def unread(self) -> str:
        """How a date is written."""
        return self.words("typed_dates.unread.date")

    def widest(self) -> str:
        """The longest of the months."""
        texts = [self.written(date(2028, month, 28)) for month in range(1, 13)]
        return max(texts, key=self.fontMetrics().horizontalAdvance)

    def open_calendar(self) -> None:
        """Choose in a calendar."""
        if self.isReadOnly() or not self.isEnabled():
            return
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        shown = self.value or self._first
        self.calendar = CalendarPopup(self.look, self.words, self, shown, self._today)
        self.calendar.chosen.connect(self.take)
        self.calendar.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The calendar's button stands at the right."""
        super().resizeEvent(event)
        button = self.calendar_button
        button.resize(button.sizeHint())
        edge = (self.height() - button.height()) // 2
        button.move(self.width() - button.width() - max(1, min(edge, self.look.px(4))), edge)

    def changeEvent(self, event: QEvent) -> None:
        """What is only read has no calendar."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ReadOnlyChange, QEvent.Type.EnabledChange):
            self.calendar_button.setVisible(self.isEnabled() and not self.isReadOnly())


class TimeField(TypedLine):
    """A time of day."""

    def __init__(self, look: Look, words: Words, empty: str = "") -> None:
        """``empty`` is what an empty time reads as; without it a time is always there, midnight
        to begin with."""
        needed = "" if empty else words("typed_dates.unread.needed-time")
        super().__init__(look, words, empty, needed)
        if not empty:
            self.show_value(0)

    @property
    def value(self) -> int | None:
        """Minutes since midnight, or None."""
        return self._value if isinstance(self._value, int) else None

    def set_value(self, minutes: int | None) -> None:
        """Show minutes since midnight as a time; None empties the field where that may be."""
        if minutes is None and self._needed:
            minutes = 0
        self.show_value(None if minutes is None else minutes % DAY)

    def read_text(self, text: str) -> int | None:
        """A time in any form."""
        return read_time(text, self.words)

    def written(self, value: date | int) -> str:
        """As the clock is written."""
        return self.words.clock(value) if isinstance(value, int) else ""

    def stepped(self, value: date | int | None, steps: int) -> int:
        """Five minutes by five minutes, on the five."""
        if not isinstance(value, int):
            return 0
        return _next_step(value, steps, TIME_STEP) % DAY

    def unread(self) -> str:
        """How a time is written."""
        return self.words("typed_dates.unread.time")

    def widest(self) -> str:
        """Late in the evening."""
        return self.words.clock(22 * 60 + 50)


class MinutesField(TypedLine):
    """A length of time, in minutes."""

    def __init__(
        self, look: Look, words: Words, least: int, most: int, *, step: int = TIME_STEP,
        empty: str = "",
    ) -> None:  # fmt: skip
        """From ``least`` to ``most`` minutes; ``empty`` is what an empty one reads as, and without
        it there always is one."""
        needed = "" if empty else words("typed_dates.unread.needed-minutes")
        super().__init__(look, words, empty, needed)
        self._least, self._most, self._step = least, most, step
        if not empty:
            self.show_value(least)

    @property
    def value(self) -> int | None:
        """The minutes, or None."""
        return self._value if isinstance(self._value, int) else None

    def set_value(self, minutes: int | None) -> None:
        """Show minutes; None empties the field where that may be."""
        self.show_value(self._least if minutes is None and self._needed else minutes)

    def read_text(self, text: str) -> int | None:
        """A length of time in any form, if it is neither too short nor too long."""
        found = read_minutes(text, self.words)
        return found if found is not None and self._least <= found <= self._most else None

    def written(self, value: date | int) -> str:
        """In minutes."""
        return self.words("parts.minutes", n=value)

    def stepped(self, value: date | int | None, steps: int) -> int:
        """On whole steps."""
        if not isinstance(value, int):
            return self._least
        return max(self._least, min(self._most, _next_step(value, steps, self._step)))

    def unread(self) -> str:
        """How a length is written, or between what it lies."""
        if read_minutes(self.text(), self.words) is None:
            return self.words("typed_dates.unread.minutes")
        return self.words("typed_dates.unread.range", least=self._least, most=self._most)

    def widest(self) -> str:
        """The longest."""
        return self.written(max(self._most, 100))


def _next_step(value: int, steps: int, step: int) -> int:
    """The next multiple of a step above or below a value."""
    return (value // step + steps) * step if steps > 0 else -((-value) // step - steps) * step
