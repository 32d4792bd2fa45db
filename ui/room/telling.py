"""What to say, the largest text in the cockpit; what to do; the clock beside them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from app.workshop.clock import Reading
from app.workshop.planning import BREAK, languages_of
from app.workshop.running import Place
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.clock_face import ClockFace
from ui.parts.keys import key_text
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.typeset import Piece
from ui.world import World

NARROW = 760
"""Pixels (at 100 % text) under which the clock stands above the words instead of beside them."""


class RoomClock(ClockFace):
    """The clock, which asks to be set when it is clicked (Ctrl+L does the same)."""

    asked = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        """A clock of the cockpit's size."""
        super().__init__(look, words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{words('room.set-clock')} ({key_text(words, 'Ctrl+L')})")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click."""
        self.asked.emit()


class Telling(QWidget):
    """The head of the cockpit. It shows; the cockpit acts on its signals."""

    next_asked = Signal()
    pause_asked = Signal()
    more_asked = Signal()
    clock_asked = Signal()

    def __init__(self, world: World) -> None:
        """An empty head."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words = look, words
        self.eyebrow = eyebrow(look, "")
        self.say = WrapLabel(look, "", "say")
        self.do = small(look, "")
        self.clock = RoomClock(look, words)
        self.clock.asked.connect(self.clock_asked)
        self.of = WrapLabel(look, "", "small", "mute", "right")
        self.pause = KeyButton(look, words, words("room.pause"), "Ctrl+Space", bind=False)
        self.more = Button(look, words("room.more"))
        self.more.setAccessibleName(words("room.more-name"))
        self.next = KeyButton(look, words, words("room.next-step"), "PgDown", "primary", bind=False)
        self.pause.clicked.connect(self.pause_asked)
        self.more.clicked.connect(self.more_asked)
        self.next.clicked.connect(self.next_asked)
        for button in (self.pause, self.more, self.next):
            # The capture line keeps the focus while people speak; the keys reach all of these.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        for label in (self.eyebrow, self.say, self.do):
            words.addWidget(label)
        words.addStretch(1)
        time = QVBoxLayout()
        time.setSpacing(look.px(2))
        time.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)
        time.addWidget(self.of)
        row = QHBoxLayout()
        row.setSpacing(look.px(6))
        row.addStretch(1)
        for button in (self.pause, self.more, self.next):
            row.addWidget(button)
        time.addLayout(row)
        time.addStretch(1)
        self._both = QHBoxLayout(self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(look.px(24))
        self._both.addLayout(words, 1)
        self._both.addLayout(time)

    def fold(self, width: int) -> None:
        """Put the clock above the words where both do not fit side by side."""
        narrow = width < self._look.size(NARROW)
        direction = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        self._both.setDirection(direction)

    def show_place(self, place: Place, title: str, last_name: str, back_at: str) -> None:
        """Show a step: ``title`` of its block, what the next button says, when a break ends."""
        words, recipe = self._words, place.running.recipe
        language = told_in(words, place)
        steps = recipe.steps_in(language)
        self.next.setText(last_name)
        if place.running.block.exercise == BREAK:
            self.eyebrow.say(title)
            self.say.say(words("room.break-say", time=back_at))
            self.do.say("")
            return
        step = steps[min(place.step, len(steps) - 1)] if steps else None
        named = step is not None and len(steps) > 1
        self.eyebrow.say(
            words(
                "room.step",
                block=title,
                n=place.step + 1,
                total=len(steps),
                step=step.title,
            )
            if step is not None and named
            else words("room.block-only", block=title)
        )
        self.say.say(words("room.quoted", say=step.say) if step and step.say else title)
        listen = recipe.in_language(language).listen
        pieces = [Piece((step.do if step else "") + " ")]
        if listen:
            pieces += [Piece(words("room.listen") + " ", strong=True, tone="plain"), Piece(listen)]
        self.do.say(pieces)

    def show_clock(self, reading: Reading | None, ends: str) -> None:
        """Show the clock, and when the block ends."""
        words = self._words
        if reading is None:
            self.clock.hide()
            self.of.say("")
            return
        self.clock.show()
        self.clock.set_seconds(reading.left)
        self.of.say(words("room.of-minutes", n=round(reading.length / 60), time=ends))
        self.pause.setText(words("room.pause" if reading.runs else "room.resume"))


def told_in(words: Words, place: Place) -> str:
    """The language the facilitator is prompted in: the window's when the workshop speaks it."""
    spoken = languages_of(place.running.workshop)
    return words.language if words.language in spoken else spoken[0]
