"""What to say, the largest text in the cockpit; what to do; and the clock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from app.workshop.clock import Reading
from app.workshop.planning import BREAK
from app.workshop.running import Place
from app.workshop.titles import told_in
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.clock_face import ClockFace
from ui.parts.keys import key_text
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.typeset import Piece
from ui.world import World


class Telling(QWidget):
    """The words of a step: where the room is, what to say, what to do, what to listen for."""

    def __init__(self, world: World) -> None:
        """Nothing to say yet."""
        super().__init__()
        look = world.look
        self._words = world.words
        self.eyebrow = eyebrow(look, "")
        self.say = WrapLabel(look, "", "say")
        self.do = small(look, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for label in (self.eyebrow, self.say, self.do):
            column.addWidget(label)

    def show_place(self, place: Place, title: str, back_at: str) -> None:
        """Show a step of the block called ``title``; ``back_at`` is when a break ends."""
        words, recipe = self._words, place.running.recipe
        language = told_in(place.running.workshop, words.language)
        steps = recipe.steps_in(language)
        if place.running.block.exercise == BREAK:
            self.eyebrow.say(title)
            self.say.say(words("room.break-say", time=back_at))
            self.do.say("")
            return
        step = steps[min(place.step, len(steps) - 1)] if steps else None
        self.eyebrow.say(
            words("room.step", block=title, n=place.step + 1, total=len(steps), step=step.title)
            if step is not None and len(steps) > 1
            else words("room.block-only", block=title)
        )
        self.say.say(words("room.quoted", say=step.say) if step and step.say else title)
        listen = recipe.in_language(language).listen
        pieces = [Piece((step.do if step else "") + " ")]
        if listen:
            pieces += [
                Piece(words("parts.recipe.listen") + " ", strong=True, tone="plain"),
                Piece(listen),
            ]
        self.do.say(pieces)


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


class Timing(QWidget):
    """The clock with what can be done about it, and the way on. It shows; the cockpit acts."""

    next_asked = Signal()
    pause_asked = Signal()
    more_asked = Signal()
    clock_asked = Signal()

    def __init__(self, world: World) -> None:
        """A clock that is not set."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words = look, words
        self._onward = ""
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
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(6))
        buttons.addStretch(1)
        for button in (self.pause, self.more, self.next):
            # The capture line keeps the focus while people speak; the keys reach all of these.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        face = QVBoxLayout()
        face.setSpacing(look.px(2))
        face.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)
        face.addWidget(self.of)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(6))
        self._layout.addLayout(face)
        self._layout.addLayout(buttons)

    def fold(self, tight: bool) -> None:
        """Lay the clock beside its buttons, in one row, where height is short."""
        sideways = QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(sideways if tight else QBoxLayout.Direction.TopToBottom)
        self.of.setHidden(tight)
        self.pause.set_cap("" if tight else key_text(self._words, "Ctrl+Space"))
        self._fit()

    def show_next(self, onward: str) -> None:
        """What the way on leads to."""
        if onward != self._onward:
            self._onward = onward
            self.next.setText(onward)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for the key, or no longer."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the key out where its cap would take the room of the words."""
        self.next.set_cap(key_text(self._words, "PgDown"))
        if self._layout.minimumSize().width() > self.width():
            self.next.set_cap("")

    def show_clock(self, reading: Reading | None, ends: str) -> None:
        """Show the clock, and when the block ends."""
        words = self._words
        self.clock.setVisible(reading is not None)
        if reading is None:
            self.of.say("")
            return
        self.clock.set_seconds(reading.left)
        self.of.say(words("room.of-minutes", n=round(reading.length / 60), time=ends))
        self.pause.setText(words("room.pause" if reading.runs else "room.resume"))
