"""The card of one signal on Home, in a place that no reminder takes."""

from datetime import timedelta

from app.community.today import today_of
from app.library.rows import Community
from app.signals.signals import Given, put_off
from ui.attempt import attempt
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.parts.snooze_button import SnoozeButton
from ui.world import World


class SignalCard(Card):
    """A fact, and why it may matter; it leads to where renewals are planned, or to the page of its
    community, where more is said of it."""

    def __init__(self, world: World, community: Community, given: Given) -> None:
        """A signal of a community."""
        look, words = world.look, world.words
        super().__init__(look, community.name)
        self._world, self._community, self._given = world, community.id, given
        told, fact = given.signal.in_language(words.language), given.fact(words.language)
        self.body.insertWidget(0, small(look, words("signals.on-home")))
        self.body.setSpacing(look.px(5))
        self.add(small(look, f"{fact} {told.why}", "plain"))
        self._renews = given.signal.leads is not None
        text = words("renewal.open") if self._renews else words("signals.open")
        self.button = for_reading(Button(look, text, small=True, wide=True))
        self.button.setAccessibleDescription(fact)
        self.button.clicked.connect(self._open)
        self.later = SnoozeButton(look, words)
        self.later.put_off.connect(self._put_off)
        row = FlowLayout(look.px(12), look.px(4))
        row.addWidget(self.button)
        row.addWidget(self.later)
        # As on the cards beside it: the buttons stand in one line.
        self.body.addStretch(1)
        self.body.addSpacing(look.px(5))
        self.add(holding(row))

    def _open(self) -> None:
        go = self._world.navigator
        (go.renewal if self._renews else go.community)(self._community)

    def _put_off(self, length: timedelta) -> None:
        library = self._world.library
        until = today_of(library, self._community) + length
        attempt(self._world, lambda: put_off(library, self._community, self._given, until))
