"""Stand back: the cockpit seen from two metres. What to say, the time, what comes next."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.workshop.clock import Reading
from app.workshop.running import Place
from app.workshop.titles import prompt_language
from ui.cockpit.scaled_label import ScaledLabel
from ui.parts.clock_display import ClockDisplay
from ui.world import World

SAY = 64
DO = 28
SMALL = 21
CLOCK, LOW_CLOCK = 120, 60
"""Pixels at 100 % text, where there is room for them."""
SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Of these parts of the sizes the largest that shows everything is taken."""
WORDS_FIRST = 0.8
"""Under this part the words need the room that the large clock takes."""
LARGEST = 1.3
"""Letters as large as these need not follow the text size any further."""


class StandBack(QWidget):
    """Large words in place of the canvas; the capture line stays where it is."""

    def __init__(self, world: World) -> None:
        """Nothing to say yet."""
        super().__init__()
        look = world.look
        self._world, self._look = world, look
        scale = min(look.scale, LARGEST)
        self.where = ScaledLabel(look, SMALL * scale, "sans", mute=True)
        self.next = ScaledLabel(look, SMALL * scale, "sans", mute=True, align="right")
        self.say = ScaledLabel(look, SAY * scale, "serif", weight=600)
        self.do = ScaledLabel(look, DO * scale, "sans", mute=True)
        self.clock = ClockDisplay(look, world.words, round(CLOCK * scale))
        self.low_clock = ClockDisplay(look, world.words, round(LOW_CLOCK * scale))
        self._timed = self._low = False
        self._labels = (self.where, self.next, self.say, self.do)
        head = QHBoxLayout()
        head.addWidget(self.where, 1)
        head.addWidget(self.next, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.clock)
        foot.addWidget(self.low_clock)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(48), look.px(40), look.px(48), look.px(16))
        self._column.setSpacing(look.px(28))
        self._column.addLayout(head)
        self._column.addWidget(self.say)
        self._column.addWidget(self.do)
        self._column.addStretch(1)
        self._column.addLayout(foot)
        self.hide()

    def show_place(self, place: Place, title: str, say: str, onward: str) -> None:
        """Show a step of a block called ``title``: what to ``say``, and what comes after it."""
        words, recipe = self._world.words, place.running.recipe
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
        self._timed = reading is not None
        for clock in (self.clock, self.low_clock):
            if reading is not None:
                clock.set_seconds(reading.left)
        self._show_clocks()

    def showEvent(self, event: QShowEvent) -> None:
        """Words that came while it was hidden."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words as large as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The largest words there is room for; they come before a large clock."""
        for self._low in (False, True):
            self._show_clocks()
            for share in SHARES:
                if share < WORDS_FIRST and not self._low:
                    break
                for label in self._labels:
                    label.set_share(share)
                if self._column.totalHeightForWidth(self.width()) <= self.height():
                    return

    def _show_clocks(self) -> None:
        self.clock.setVisible(self._timed and not self._low)
        self.low_clock.setVisible(self._timed and self._low)
