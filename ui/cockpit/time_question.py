"""Asks once, quietly, how long the step has really lasted, where two clocks do not agree."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.workshop.clock import gone_by
from app.workshop.clock_watch import ClockDoubt, ClockWatch
from ui.attempt import attempt
from ui.cockpit.workshop_controller import WorkshopController
from ui.parts.keycaps import is_enter, key_text
from ui.parts.room_keys import GONE_BY
from ui.parts.sentences import SentenceBar
from ui.parts.typed_fields import MinutesField
from ui.world import World

LOOK = 1000
"""Milliseconds between two looks at the clocks."""
LONGEST = 24 * 60
"""Minutes that a step can have lasted."""


class TimeQuestion(SentenceBar):
    """A strip with the minutes of the step that have gone by, as measured, to be corrected.

    The countdown goes on meanwhile. It is there while the machine's clock, set ahead or back, is
    more than a minute off what was measured, and after the machine slept; it never takes the
    keyboard by itself. Answered or dismissed, it does not come back for the same reason.
    """

    def __init__(self, world: World, controller: WorkshopController) -> None:
        """Nothing to ask yet."""
        self.minutes = MinutesField(world.look, world.words, 0, LONGEST, step=1)
        super().__init__(world.look, world.words, self.minutes)
        self._world, self._controller = world, controller
        self._watch = ClockWatch(world.moment)
        self._asked: ClockDoubt | None = None
        self._corrected = False
        self._about = ("", 0)
        self.minutes.setAccessibleName(world.words("room.gone-by"))
        self.minutes.changed.connect(self._correct)
        self.answered.connect(self._set_right)
        self.dismissed.connect(self._leave_as_measured)
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK)
        self._looks.timeout.connect(self.look)
        self._looks.start()

    def answer(self) -> None:
        """Take the keyboard into the strip, if it is there."""
        if not self.isHidden():
            self.minutes.setFocus()
            self.minutes.selectAll()

    def put_away(self) -> None:
        """Take the strip away; the keyboard goes from it back to the room."""
        focus, room = QApplication.focusWidget(), self.parentWidget()
        if focus is not None and room is not None and self.isAncestorOf(focus):
            room.setFocus()
        super().put_away()

    def stop(self) -> None:
        """Look no more."""
        self._looks.stop()

    def look(self) -> None:
        """Ask, go on asking, or ask no more, as the clocks are now."""
        doubt = self._watch.look()
        if doubt is None or self._controller.state().place is None:
            if self._asked is not None:
                self._asked = None
                self.clear()
            return
        if self._asked is not None and self._step() != self._about:
            # What was asked is of a step that is over: it is asked no more.
            self._about = self._step()
            self._watch.settle()
            self.clear()
        if doubt != self._asked:
            self._about = self._step()
            self._asked, self._corrected = doubt, False
            words = self._world.words
            key = key_text(words, GONE_BY)
            sentence = words(f"room.clock-{doubt.what}", n=doubt.minutes, key=key)
            self.say(sentence, "amber", words("room.set-right"))
        if not self._corrected:
            minutes = max(1, self._measured() // 60)
            if self.minutes.value != minutes:
                self.minutes.set_value(minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Escape leaves it as measured."""
        if is_enter(event):
            self._set_right()
        else:
            super().keyPressEvent(event)

    def _step(self) -> tuple[str, int]:
        """Which step of which run is gone through now."""
        place = self._controller.state().place
        return ("", 0) if place is None else (place.part.run.id, place.step)

    def _correct(self) -> None:
        self._corrected = True

    def _measured(self) -> int:
        place = self._controller.state().place
        return 0 if place is None else gone_by(self._world.library, place)

    def _set_right(self) -> None:
        if not self._corrected:
            self._settle(self._measured())
        elif self.minutes.settle() and self.minutes.value is not None:
            self._settle(self.minutes.value * 60)

    def _leave_as_measured(self) -> None:
        self._settle(self._measured())

    def _settle(self, seconds: int) -> None:
        if attempt(self._world, lambda: self._controller.set_right(seconds)):
            self._watch.settle()
            self.clear()
        self._asked = None
        self.look()  # what could not be kept is asked again
