"""What recurs in a community: its next dates, and how often each thing takes place."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.community.rhythm_events import fields_of, next_dates
from app.library.rows import RhythmEvent
from app.words import capitalized
from exports.rhythm_words import event_words
from ui.parts.buttons import quiet_button
from ui.parts.card import Card
from ui.parts.cell_rows import CellRows, Column
from ui.parts.labels import hairline, small
from ui.parts.layouts import holding
from ui.parts.name_button import NameButton
from ui.parts.reading import for_reading
from ui.world import World

NEXT = 3
"""Dates that are shown."""
MOST = 12
"""Things that recur, shown by name; more are counted."""


class RhythmCard(Card):
    """The next dates; each name opens how often it recurs. ``asked`` is sent with an event."""

    asked = Signal(object)
    exported = Signal()
    """The rhythm is to leave as a file."""

    def __init__(
        self, world: World, events: Sequence[RhythmEvent], today: date, *, over: bool = False
    ) -> None:
        """Show what is next, then how often each thing takes place; where all is ``over``, nobody
        is told to come."""
        words, look = world.words, world.look
        super().__init__(look, words("rhythm.title"))
        ahead = () if over else next_dates(events, today, NEXT)
        dates = CellRows(look, (Column(share=0, tone="mute"), Column(share=3)))
        for one in ahead:
            day = words.near_day(one.day, today, "medium")
            if one.event.starts is not None:
                day = words("attention.at", day=day, time=words.clock(one.event.starts))
            dates.add(day, one.event.title)
        self.add(dates if ahead else small(look, words("rhythm.over")))
        self.add(hairline(look))
        for event in events[:MOST]:
            self._add_event(world, event)
        if len(events) > MOST:
            self.add(small(look, words("rhythm.more", n=len(events) - MOST)))
        self.button = for_reading(quiet_button(look, words("rhythm.export"), small=True))
        self.button.setObjectName("export rhythm")
        self.button.clicked.connect(self.exported)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_event(self, world: World, event: RhythmEvent) -> None:
        button = NameButton(world.look, event.title, strong=True)
        button.setObjectName(f"rhythm {event.id}")
        button.clicked.connect(lambda: self.asked.emit(event))
        said = small(world.look, capitalized(event_words(world.words, fields_of(event))))
        # What is said of it stands closer to it than to the next.
        together = QVBoxLayout()
        together.setContentsMargins(0, 0, 0, 0)
        together.setSpacing(0)
        for part in (button, said):
            together.addWidget(part)
        self.add(holding(together))
