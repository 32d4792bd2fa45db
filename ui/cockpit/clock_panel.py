"""The clock with what can be done about it, and the way on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from app.workshop.clock import Reading
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.clock_display import ClockDisplay
from ui.parts.keycaps import key_text
from ui.parts.labels import ElidedLabel, WrapLabel
from ui.parts.room_keys import NEXT_STEP, PAUSE, SET_CLOCK
from ui.world import World


class RoomClock(ClockDisplay):
    """The clock, which asks to be set when it is clicked (Ctrl+L does the same)."""

    asked = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        """A clock of the cockpit's size."""
        super().__init__(look, words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{words('room.set-clock')} ({key_text(words, SET_CLOCK)})")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        self.asked.emit()


class ClockPanel(QWidget):
    """The clock with what can be done about it, and the way on. It shows; the cockpit acts.

    Beside the words the clock stands over its buttons; in a row of its own it stands after them,
    with the step's name before.
    """

    next_asked = Signal()
    pause_asked = Signal()
    more_asked = Signal()
    clock_asked = Signal()
    changed = Signal()
    """A button or a remark has other words: it may need another place."""

    def __init__(self, world: World) -> None:
        """A clock that is not set."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words = look, words
        self._onward = ""
        self.names_step = False
        """Whether the step's name stands in the clock's row."""
        self.clock = RoomClock(look, words)
        self.clock.asked.connect(self.clock_asked)
        self.of = WrapLabel(look, "", "small", "mute", "right")
        self.pause = KeyButton(look, words, words("room.pause"), PAUSE, bind=False)
        self.more = Button(look, words("room.more"))
        self.more.setAccessibleName(words("room.more-name"))
        self.next = KeyButton(
            look, words, words("room.next-step"), NEXT_STEP, "primary", wide=True, bind=False
        )
        self.pause.clicked.connect(self.pause_asked)
        self.more.clicked.connect(self.more_asked)
        self.next.clicked.connect(self.next_asked)
        self.step = ElidedLabel(look, "", "eyebrow", "mute")
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(6))
        buttons.addWidget(self.step)
        buttons.addStretch(1)
        for button in (self.pause, self.more, self.next):
            # The capture line keeps the focus while people speak; the keys reach all of these.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        face = QVBoxLayout()
        face.setSpacing(look.px(2))
        face.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)
        face.addWidget(self.of)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(6))
        self._layout.addLayout(face)
        self._layout.addLayout(buttons)

    def lay(self, width: int, *, beside: bool) -> QSize:
        """Stand ``beside`` the words or in a row of its own, in at most ``width`` pixels where
        that can be; gives the size it then asks for.

        Where room is short, the caps with keys go, the longest first. The step's name stands here
        whole, or not at all (``names_step``).
        """
        # Words that never end would take the room from what is to be said.
        self.setMaximumWidth(width)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if beside else directions.RightToLeft)
        self.of.setVisible(beside)
        pause, onward = key_text(self._words, PAUSE), key_text(self._words, NEXT_STEP)
        step = 0 if beside else self.step.sizeHint().width()
        asked = QSize()
        for caps, named in (
            ((pause, onward), step),
            (("", onward), step),
            (("", ""), step),
            ((pause, onward), 0),
            (("", onward), 0),
            (("", ""), 0),
        ):
            self.pause.set_cap(caps[0])
            self.next.set_cap(caps[1])
            self.names_step = bool(named)
            self.step.setVisible(self.names_step)
            asked = self._asked(named, beside=beside)
            if asked.width() <= width:
                return asked
        # At last the words of the way on take a second line.
        hint = self.next.sizeHint()
        narrow = max(self.next.minimumSizeHint().width(), hint.width() - asked.width() + width)
        return QSize(width, asked.height() + self.next.heightForWidth(narrow) - hint.height())

    def _asked(self, named: int, *, beside: bool) -> QSize:
        """The size of the whole, with ``named`` pixels for the step's name. Not asked of the
        layout, which only learns at its next turn that a button has another width."""
        gap, clock = self._look.px(6), self.clock.sizeHint()
        hints = [button.sizeHint() for button in (self.pause, self.more, self.next)]
        row = sum(hint.width() for hint in hints) + gap * (len(hints) - 1)
        high = max(hint.height() for hint in hints)
        if beside:
            of = self.of.sizeHint()
            wide = max(clock.width(), of.width(), row)
            return QSize(wide, clock.height() + self._look.px(2) + of.height() + gap + high)
        return QSize(named + row + clock.width() + 2 * gap, max(high, clock.height()))

    def show_step(self, text: str) -> None:
        """Name the block and its step, for where the words leave that out."""
        self.step.setText(text)

    def show_next(self, onward: str) -> None:
        """What the way on leads to."""
        if onward != self._onward:
            self._onward = onward
            self.next.setText(onward)
            self.changed.emit()

    def show_clock(self, reading: Reading | None, ends: str) -> None:
        """Show the clock, and when the block ends."""
        words = self._words
        self.clock.setVisible(reading is not None)
        before = (self.of.text(), self.pause.accessibleName())
        if reading is None:
            self.of.set_text("")
        else:
            self.clock.set_seconds(reading.left)
            self.of.set_text(words("room.of-minutes", n=round(reading.length / 60), time=ends))
            self.pause.setText(words("room.pause" if reading.runs else "room.resume"))
        if before != (self.of.text(), self.pause.accessibleName()):
            self.changed.emit()
