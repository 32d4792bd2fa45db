"""Stand back: the cockpit seen from two metres. What to say, the time, what comes next."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.workshop.clock import Reading
from app.workshop.running import Place
from app.workshop.titles import told_in
from ui.parts.clock_face import ClockFace
from ui.parts.labels import WrapLabel
from ui.parts.typeset import Align, TextBlock
from ui.world import World

SAY = 64
DO = 28
SMALL = 21
CLOCK = 120
"""Pixels at 100 % text, on a window 1440 wide; less on a narrower one."""


class StandBack(QWidget):
    """Large words in place of the canvas; the capture line stays where it is."""

    def __init__(self, world: World) -> None:
        """Nothing to say yet."""
        super().__init__()
        look = world.look
        self._world, self._look = world, look
        self.where = LargeLabel(world, SMALL, "sans", mute=True)
        self.next = LargeLabel(world, SMALL, "sans", mute=True, align="right")
        self.say = LargeLabel(world, SAY, "serif", weight=600)
        self.do = LargeLabel(world, DO, "sans", mute=True)
        self.clock = ClockFace(look, world.words, round(CLOCK * min(look.scale, 1.3)))
        head = QHBoxLayout()
        head.addWidget(self.where, 1)
        head.addWidget(self.next, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(48), look.px(40), look.px(48), look.px(16))
        column.setSpacing(look.px(28))
        column.addLayout(head)
        column.addWidget(self.say)
        column.addWidget(self.do)
        column.addStretch(1)
        column.addLayout(foot)
        self.hide()

    def show_place(self, place: Place, title: str, onward: str) -> None:
        """Show a step of a block called ``title``, and what comes after it."""
        words, recipe = self._world.words, place.running.recipe
        steps = recipe.steps_in(told_in(place.running.workshop, words.language))
        if place.step + 1 < len(steps):
            after = steps[place.step + 1]
            onward = words("room.next-step-large", step=after.title, n=after.minutes)
        else:
            onward = words("room.next-large", what=onward)
        step = steps[min(place.step, len(steps) - 1)] if steps else None
        named = step is not None and len(steps) > 1
        self.where.show_text(
            words("room.step-large", block=title, n=place.step + 1, total=len(steps))
            if named
            else title
        )
        self.next.show_text(onward)
        self.say.show_text(words("room.quoted", say=step.say) if step and step.say else title)
        self.do.show_text(step.do if step else "")

    def show_clock(self, reading: Reading | None) -> None:
        """Show the time left."""
        self.clock.setVisible(reading is not None)
        if reading is not None:
            self.clock.set_seconds(reading.left)


class LargeLabel(WrapLabel):
    """A wrapping label of a size of its own."""

    def __init__(
        self,
        world: World,
        pixels: int,
        family: str,
        *,
        weight: int = 400,
        mute: bool = False,
        align: Align = "left",
    ) -> None:
        """Text of ``pixels`` at 100 %, in the serif or the sans family."""
        self._face = world.look.face(
            "serif" if family == "serif" else "sans",
            pixels * min(world.look.scale, 1.3),
            weight,
        )
        super().__init__(world.look, "", "body", "mute" if mute else "plain", align)

    def show_text(self, text: str) -> None:
        """Show other text."""
        self.say(text)
        self._block = TextBlock(self._look, text, "say", align=self._align, font=self._face)
        self.updateGeometry()
