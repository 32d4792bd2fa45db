"""Stand back: the cockpit seen from two metres. What to say, the time, what comes next."""

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.workshop.clock import Reading
from app.workshop.running import Place
from app.workshop.titles import prompt_language
from ui.cockpit.scaled_label import ScaledLabel
from ui.parts.buttons import KeyButton
from ui.parts.clock_display import ClockDisplay
from ui.parts.room_keys import STAND_BACK
from ui.parts.transparency import make_transparent
from ui.world import World

SAY = 64
DO = 28
SMALL = 21
CLOCK, LOW_CLOCK = 120, 60
"""Pixels at 100 % text, where there is room for them."""
LARGEST = 1.3
"""Letters as large as these need not follow the text size any further."""
HEAD_GAP = 24
"""Pixels at 100 % text between the parts of the head."""
BETWEEN = 28
"""Pixels at 100 % text between what to say and what to do."""
LEAST_DO = 0.8
"""What to do is never set smaller than this part of its size: it is left out before."""


class StandingLayout(msgspec.Struct, frozen=True):
    """How the parts stand: the share of its size that what to say is set in, the clock large at
    the foot or smaller at the head, what to do and what comes next shown."""

    share: float
    large_clock: bool = False
    do: bool = True
    onward: bool = True


LAYOUTS = (
    *(StandingLayout(share, large_clock=True) for share in (1.0, 0.9, 0.8)),
    *(StandingLayout(share) for share in (1.0, 0.9, 0.8, 0.7)),
    *(StandingLayout(share, do=False) for share in (0.8, 0.7, 0.6)),
    *(StandingLayout(share, do=False, onward=False) for share in (0.6, 0.5)),
)
"""Of these the first that shows everything is taken; where none does, the words scroll."""


class StandBack(QWidget):
    """Large words in place of the canvas; the capture line stays where it is."""

    back_asked = Signal()

    def __init__(self, world: World) -> None:
        """Nothing to say yet."""
        super().__init__()
        look, words = world.look, world.words
        self._world, self._look = world, look
        scale = min(look.scale, LARGEST)
        self.back = KeyButton(look, words, words("room.come-close"), STAND_BACK, "link", bind=False)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.back_asked)
        self.where = ScaledLabel(look, SMALL * scale, "sans", mute=True)
        self.next = ScaledLabel(look, SMALL * scale, "sans", mute=True, align="right")
        self.say = ScaledLabel(look, SAY * scale, "serif", weight=600)
        self.do = ScaledLabel(look, DO * scale, "sans", mute=True)
        self.clock = ClockDisplay(look, words, round(CLOCK * scale))
        self.low_clock = ClockDisplay(look, words, round(LOW_CLOCK * scale))
        self._timed = False
        self._layout = LAYOUTS[0]
        self.words = QScrollArea()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        look = self._look
        middle = Qt.AlignmentFlag.AlignVCenter
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(look.px(HEAD_GAP))
        head.addWidget(self.where, 1, middle)
        head.addWidget(self.next, 0, middle)
        head.addWidget(self.back, 0, middle)
        head.addWidget(self.low_clock, 0, middle)
        make_transparent(self.words)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setWidgetResizable(True)
        inner = QWidget()
        said = QVBoxLayout(inner)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(look.px(BETWEEN))
        said.addWidget(self.say)
        said.addWidget(self.do)
        said.addStretch(1)
        self.words.setWidget(inner)
        inner.setAutoFillBackground(False)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(look.px(48), look.px(24), look.px(48), look.px(8))
        column.setSpacing(look.px(20))
        column.addWidget(self._head)
        column.addWidget(self.words, 1)
        column.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignRight)

    def show_place(self, place: Place, title: str, say: str, onward: str) -> None:
        """Show a step of a block called ``title``: what to ``say``, and what comes after it."""
        words, recipe = self._world.words, place.part.recipe
        steps = recipe.steps_in(prompt_language(place.running.workshop, words.language))
        if place.step + 1 < len(steps):
            after = steps[place.step + 1]
            onward = words("room.next-step-large", step=after.title, n=after.minutes)
        step = steps[min(place.step, len(steps) - 1)] if steps else None
        named = step is not None and len(steps) > 1
        self.where.show_text(
            words("room.step-large", block=title, n=place.step + 1, total=len(steps))
            if named
            else title
        )
        self.next.show_text(onward)
        self.say.show_text(say)
        self.do.show_text(step.do if step else "")
        if self.isVisible():
            self._fit()

    def show_clock(self, reading: Reading | None) -> None:
        """Show the time left."""
        timed, self._timed = self._timed, reading is not None
        for clock in (self.clock, self.low_clock):
            if reading is not None:
                clock.set_seconds(reading.left)
        if timed != self._timed and self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Words that came while it was hidden."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words as large as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """No: it takes the place it is given, and its words follow."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Little, whatever it shows."""
        return QSize(200, 200)

    @property
    def scrolls(self) -> bool:
        """Whether the words have no room even in small letters."""
        return self.isVisible() and self.words.verticalScrollBar().maximum() > 0

    def scroll_on(self, by: int) -> None:
        """The words before (-1) or after (1) those in sight, where not all have room."""
        bar = self.words.verticalScrollBar()
        bar.setValue(bar.value() + by * self.say.line_height())

    def _fit(self) -> None:
        """The largest words there is room for; they come before all else."""
        room = self.contentsRect().marginsRemoved(self._column.contentsMargins()).size()
        self._layout = next((one for one in LAYOUTS if self._fits(one, room)), LAYOUTS[-1])
        # Words that fit never make room for a bar: in the narrower place they would not fit.
        bar = Qt.ScrollBarPolicy
        fits = self._fits(self._layout, room)
        self.words.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if fits else bar.ScrollBarAsNeeded
        )
        self.words.verticalScrollBar().setValue(0)
        self.say.set_share(self._layout.share)
        self.do.set_share(max(self._layout.share, LEAST_DO))
        self.do.setVisible(self._layout.do and bool(self.do.text()))
        self.next.setFixedWidth(self._next_width(self._layout, room.width()))
        self.next.setVisible(self._layout.onward)
        self._show_clocks()

    def _fits(self, layout: StandingLayout, room: QSize) -> bool:
        """Whether all has room so, by figures alone: while widgets come and go Qt lays out anew."""
        head, width = [self.back.sizeHint().height()], room.width()
        onward = self._next_width(layout, width)
        head.append(self.where.height_at(1.0, self._names_width(layout, width) - onward))
        if layout.onward:
            head.append(self.next.height_at(1.0, onward))
        needed = self.say.height_at(layout.share, width)
        if layout.do and self.do.text():
            share = max(layout.share, LEAST_DO)
            needed += self._look.px(BETWEEN) + self.do.height_at(share, width)
        if self._timed and layout.large_clock:
            needed += self.clock.sizeHint().height() + self._column.spacing()
        elif self._timed:
            head.append(self.low_clock.sizeHint().height())
        return max(head) + self._column.spacing() + needed <= room.height()

    def _names_width(self, layout: StandingLayout, width: int) -> int:
        """What the head leaves to where one is and what comes next, pixels."""
        gap = self._look.px(HEAD_GAP)
        clock = self._timed and not layout.large_clock
        taken = self.back.sizeHint().width() + gap * (1 + layout.onward + clock)
        return width - taken - (self.low_clock.sizeHint().width() if clock else 0)

    def _next_width(self, layout: StandingLayout, width: int) -> int:
        if not layout.onward:
            return 0
        return min(self.next.sizeHint().width(), self._names_width(layout, width) // 2)

    def _show_clocks(self) -> None:
        self.clock.setVisible(self._timed and self._layout.large_clock)
        self.low_clock.setVisible(self._timed and not self._layout.large_clock)
