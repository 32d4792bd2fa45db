"""The card of one reminder: when, where, why, and a button that goes there."""

from datetime import timedelta

from PySide6.QtCore import Signal

from app.community.attention import Reminder
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reminder_text import ReminderText
from ui.parts.renew_link import renew_link
from ui.parts.snooze_button import SnoozeButton


class ReminderCard(Card):
    """One reminder. ``asked`` is sent with it, ``put_off`` with it and for how long;
    ``renewal_asked`` with the id of the community whose renewal is to be planned."""

    renewal_asked = Signal(str)
    asked = Signal(object)
    put_off = Signal(object, object)

    def __init__(
        self,
        look: Look,
        words: Words,
        reminder: Reminder,
        spoken: ReminderText,
        title: str,
        *,
        first: bool,
        waits: bool = True,
    ) -> None:
        """``first`` fills the button: the one thing to do next. What waits can be put off."""
        super().__init__(look, title, edge=spoken.tone)
        self._reminder = reminder
        self.body.insertWidget(0, small(look, spoken.when))
        self.body.setSpacing(look.px(5))
        self.add(small(look, spoken.why, "plain"))
        # Above the buttons, so that those of cards side by side stay in one line.
        self.renew = renew_link(look, words, reminder)
        self.renew.clicked.connect(self._renew)
        self.add(self.renew)
        self.button = Button(
            look, spoken.do, "primary" if first else "quiet", small=True, wide=True
        )
        self.button.clicked.connect(self._ask)
        self.later = SnoozeButton(look, words)
        self.later.put_off.connect(self._later)
        row = FlowLayout(look.px(12), look.px(4))
        row.addWidget(self.button)
        row.addWidget(self.later)
        if not waits:
            self.later.hide()
        # The buttons of cards side by side stand in one line, however many lines are above them.
        self.body.addStretch(1)
        self.body.addSpacing(look.px(5))
        self.add(holding(row))

    def _ask(self) -> None:
        self.asked.emit(self._reminder)

    def _renew(self) -> None:
        self.renewal_asked.emit(self._reminder.community)

    def _later(self, length: timedelta) -> None:
        self.put_off.emit(self._reminder, length)
