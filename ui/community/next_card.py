"""What to do next: up to three reminders side by side, each with its reason and where it leads;
under them, quietly, what is next in the calendar."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.attention import Reminder
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import link_button
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reminder_text import ReminderText
from ui.parts.renew_link import is_first_to_renew, renew_link
from ui.parts.snooze_button import SnoozeButton

FIRST = 3
"""Reminders shown at most."""


class ReminderStep(QWidget):
    """One reminder on the page. ``asked`` is sent with it, ``put_off`` with it and for how long;
    ``renewal_asked``: to plan a renewal."""

    renewal_asked = Signal()
    asked = Signal(object)
    put_off = Signal(object, object)

    def __init__(
        self,
        look: Look,
        words: Words,
        reminder: Reminder,
        spoken: ReminderText,
        *,
        waits: bool = True,
    ) -> None:
        """Say what one could do, and why. What waits can be put off."""
        super().__init__()
        self.reminder = reminder
        self.setAccessibleName(spoken.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        column.addWidget(WrapLabel(look, spoken.ask, "strong"))
        column.addWidget(small(look, spoken.why))
        self.button = link_button(look, spoken.do)
        self.button.setObjectName(f"reminder {reminder.snooze_key}")
        self.button.clicked.connect(self._ask)
        self.later = SnoozeButton(look, words)
        self.later.put_off.connect(self._later)
        row = FlowLayout(look.px(8), look.px(2))
        row.addWidget(self.button)
        self.renew = renew_link(look, words, reminder)
        self.renew.clicked.connect(self.renewal_asked)
        row.addWidget(self.renew)
        row.addWidget(self.later)
        if not waits:
            self.later.hide()
        column.addWidget(holding(row))

    def _ask(self) -> None:
        self.asked.emit(self.reminder)

    def _later(self, length: timedelta) -> None:
        self.put_off.emit(self.reminder, length)


class NextCard(Card):
    """The reminders of a community. ``asked``, ``put_off`` and ``renewal_asked`` are sent on from
    each."""

    renewal_asked = Signal()
    asked = Signal(object)
    put_off = Signal(object, object)

    def __init__(
        self,
        look: Look,
        words: Words,
        reminders: Sequence[tuple[Reminder, ReminderText]],
        ahead: tuple[Reminder, ReminderText] | None = None,
    ) -> None:
        """Show the first ones of ``reminders``, each with its words, and what is ``ahead``: a line
        under them, or the one step there is."""
        super().__init__(look, edge="ember")
        self.setAccessibleName(words("community.next"))
        self.body.insertWidget(0, eyebrow(look, words("community.next")))
        self.body.insertSpacing(1, look.px(6))
        self.steps: list[ReminderStep] = []
        row = ShareLayout(look.px(24), look.px(16))
        shown = reminders[:FIRST]
        told = shown or [one for one in (ahead,) if one is not None]
        for at, (reminder, spoken) in enumerate(told):
            step = ReminderStep(look, words, reminder, spoken, waits=bool(shown))
            step.renew.setVisible(is_first_to_renew([one for one, _ in told], at))
            step.asked.connect(self.asked)
            step.renewal_asked.connect(self.renewal_asked)
            step.put_off.connect(self.put_off)
            self.steps.append(step)
            row.add(step, 1, look.size(250))
        self.add(holding(row))
        self.later: WrapLabel | None = None
        if shown and ahead is not None:
            spoken = ahead[1]
            self.later = small(
                look, words("community.next-ahead", when=spoken.when, what=spoken.ask)
            )
            self.add(self.later)
