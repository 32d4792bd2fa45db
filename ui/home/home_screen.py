"""Home: a greeting, what wants attention, the communities; or what to do first."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import msgspec
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.community.attention import Reminder, snooze
from app.community.overview import home_line
from app.community.today import today_of
from app.library.journal import Change, Scope
from app.library.rows import Community
from ui.attempt import attempt
from ui.home.community_line import community_line, home_columns
from ui.home.home_facts import FIRST, HomeFacts
from ui.home.home_signals import HomeSignals
from ui.home.reminder_card import ReminderCard
from ui.home.surroundings_cards import SurroundingsCards
from ui.parts.buttons import KeyButton, quiet_button
from ui.parts.card import Card
from ui.parts.column_list import ColumnListCard, ColumnListModel, ListLine, follow
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import ShareLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.reminder_text import reminder_text
from ui.parts.renew_link import is_first_to_renew
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.world import World


class HomeActs(msgspec.Struct, frozen=True, eq=False):
    """What is begun on Home and made elsewhere: what asks does so over the widget it is given, for
    the community of the id. ``add_sample`` imports the sample, and raises Trouble."""

    new_community: Callable[[QWidget], None]
    add_sample: Callable[[], None]
    plan_launch: Callable[[QWidget, str], None]
    bring_in: Callable[[QWidget], None]
    hand_over: Callable[[QWidget, str], None]


class HomeScreen(Screen):
    """The communities of the library, and what wants attention in them."""

    def __init__(self, world: World, acts: HomeActs) -> None:
        """``acts`` are what its buttons do."""
        super().__init__(world.words("home.title"))
        self._world, self._acts = world, acts
        self._show_ended = False
        look, words = world.look, world.words
        self.header = PageHeader(look)
        self.new_button = KeyButton(look, words, words("home.new"), "Ctrl+N")
        self.new_button.clicked.connect(self.ask_new)
        self.bring_button = KeyButton(look, words, words("handing.bring-in"), "Ctrl+I", "link")
        self.bring_button.clicked.connect(self.ask_bring_in)
        self.hand_button = for_reading(
            KeyButton(look, words, words("handing.hand-over"), "Ctrl+H", "link")
        )
        self.hand_button.clicked.connect(self.ask_hand_over)
        self.header.add_seldom(self.bring_button, self.hand_button)
        self.header.add(self.new_button)
        self._cards = ShareLayout(look.px(16), look.px(16), even=True)
        self._cards_place = holding(self._cards)
        self._listed: Sequence[Community] = ()
        self.facts = HomeFacts(world, self)
        self.facts.whole.connect(self._show_what_waits)
        self.signals = HomeSignals(world, self)
        self.signals.more.connect(self._add_signals)
        self.model = ColumnListModel(self)
        self.list_card = ColumnListCard(look, words("home.list"), self.model, home_columns(words))
        self.list_card.lines.asked.connect(world.navigator.community)
        self.list_card.lines.current_moved.connect(self._follow)
        self.ended_button = for_reading(PillButton(look, "", "teal", checkable=True))
        self.ended_button.clicked.connect(self._toggle_ended)
        self._empty = self._empty_card()
        self.surroundings = SurroundingsCards(world)
        self._column = ScrollColumn(look, page=True)
        self._column.add(
            self.header,
            self.surroundings,
            self._empty,
            self._cards_place,
            self.list_card,
            self.ended_button,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)

    def scope(self) -> Scope:
        """Founding a community is the library's own change."""
        return Scope()

    def touches(self, change: Change) -> bool:
        """Whatever is counted here; text half typed is not."""
        return not change.kept or change.touches("snooze", "standing")

    def refresh(self) -> None:
        """Show the library as it is now."""
        facts = self.facts
        facts.begin()
        there = bool(facts.every)
        self._empty.setVisible(not there)
        self.setFocusProxy(self.list_card.lines if there else self.first_button)
        self.list_card.setVisible(there)
        self.new_button.setVisible(there)
        self.hand_button.setVisible(there)
        self._show_list()
        ended = len(facts.every) - len(facts.living)
        self.ended_button.setVisible(ended > 0 and bool(facts.living))
        self.ended_button.setChecked(self._show_ended)
        self.ended_button.set_text(self._world.words("home.show-ended", n=ended))
        self._show_what_waits()

    def _show_what_waits(self) -> None:
        """The greeting and the cards; while there are communities to look at, nobody knows which
        come first, and the cards stay as they are."""
        facts = self.facts
        self._greet()
        self.signals.stop()
        if not facts.is_whole:
            return
        if facts.reminders or facts.ahead is None:
            shown = facts.reminders
            self._show_cards(shown)
        else:
            shown = [facts.ahead]
            self._show_cards(shown, waits=False)
        self.signals.begin(facts.of_living(), FIRST - len(shown))

    def ask_new(self) -> None:
        """Ask for a new community."""
        self._acts.new_community(self)

    def ask_bring_in(self) -> None:
        """Ask for a community that somebody handed over."""
        self._acts.bring_in(self)

    def ask_hand_over(self) -> None:
        """Ask how to hand over the community that is chosen in the list, else its first."""
        if self._listed:
            first = self._listed[0].id
            self._acts.hand_over(self, self.list_card.lines.current or first)

    @property
    def cards(self) -> list[ReminderCard]:
        """The cards shown, the most urgent first."""
        return [one for one in self._card_widgets() if isinstance(one, ReminderCard)]

    def _card_widgets(self) -> list[QWidget | None]:
        items = (self._cards.itemAt(at) for at in range(self._cards.count()))
        return [item.widget() for item in items if item is not None]

    def _greet(self) -> None:
        words, facts = self._world.words, self.facts
        hour = self._world.moment.now().astimezone().hour
        time = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
        self.header.set_title(words(f"home.{time}"))
        living, things = len(facts.living), facts.things
        communities = words("home.communities", n=living)
        if not living:
            sentence = ""
        elif not facts.is_whole:
            sentence = words("home.looking", communities=communities)
        elif not things:
            sentence = words("home.quiet", n=living)
        elif things <= FIRST:
            sentence = words("home.attention", n=things, communities=communities)
        else:
            sentence = words("home.attention-first", n=things - FIRST, communities=communities)
        self.header.set_sentence(sentence)

    def _show_cards(self, reminders: Sequence[Reminder], *, waits: bool = True) -> None:
        words, look = self._world.words, self._world.look
        today = self._world.moment.now().date()
        self._cards.clear()
        for at, reminder in enumerate(reminders):
            spoken = reminder_text(reminder, words, self._world.catalogue, today)
            purpose = reminder.facts.get("purpose")
            title = reminder.name
            if purpose:
                name = words(f"parts.purpose.{purpose}").lower()
                title = words("home.card", name=reminder.name, purpose=name)
            card = ReminderCard(look, words, reminder, spoken, title, first=at == 0, waits=waits)
            card.renew.setVisible(is_first_to_renew(reminders, at))
            card.asked.connect(self._lead)
            card.put_off.connect(self._put_off)
            card.renewal_asked.connect(self._world.navigator.renewal)
            self._cards.add(card, 1, look.size(270))
        self._cards_place.setVisible(bool(reminders))

    def _add_signals(self) -> None:
        """Put the signals that were found beside the reminders."""
        from ui.home.signal_card import SignalCard  # here: the first window shows none yet

        shown = sum(isinstance(one, SignalCard) for one in self._card_widgets())
        for found in self.signals.found[shown:]:
            card = SignalCard(self._world, found.community, found.given)
            self._cards.add(card, 1, self._world.look.size(270))
        self._cards_place.show()

    def _show_list(self) -> None:
        rows, facts = self.list_card.lines, self.facts
        before = rows.current
        self._listed = facts.every if self._show_ended or not facts.living else facts.living
        self.model.set_lines([one.id for one in self._listed], self._speak)
        rows.choose(before)

    def _speak(self, row: int) -> ListLine:
        line = home_line(self.facts.of(self._listed, row))
        return community_line(line, self._world.words, self._world.catalogue)

    def _empty_card(self) -> Card:
        """What to do first, with one filled button, and the offer of the sample."""
        words, look = self._world.words, self._world.look
        self.first_button = KeyButton(look, words, words("home.new"), "Ctrl+N", "primary")
        self.first_button.clicked.connect(self.ask_new)
        self.sample_button = quiet_button(look, words("home.add-sample"))
        self.sample_button.clicked.connect(self._take_sample)
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.setContentsMargins(0, look.px(16), 0, look.px(16))
        column.addWidget(heading(look, words("home.empty-title")))
        column.addWidget(WrapLabel(look, words("home.empty"), "body", "mute"))
        column.addSpacing(look.px(8))
        column.addWidget(self.first_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(look.px(28))
        column.addWidget(WrapLabel(look, words("home.sample"), "body", "mute"))
        column.addSpacing(look.px(8))
        column.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignLeft)
        # Lines short enough to read: the words take part of the card, empty space the rest.
        row = QHBoxLayout()
        row.addLayout(column, 3)
        row.addStretch(2)
        card = Card(look)
        card.body.addLayout(row)
        return card

    def _lead(self, reminder: Reminder) -> None:
        """Go where a reminder leads, or plan the launch here; what else is done on a community's
        page begins there."""
        go = self._world.navigator
        if reminder.place == "plan":
            self._acts.plan_launch(self, reminder.lead)
            return
        {
            "room": go.cockpit,
            "paper": go.type_in,
            "design": go.design,
            "charter": go.charter,
            "people": go.people,
            "renewal": go.renewal,
            "community": go.community,
        }[reminder.place](reminder.lead)

    def _put_off(self, reminder: Reminder, length: timedelta) -> None:
        world = self._world
        today = today_of(world.library, reminder.community)
        attempt(world, lambda: snooze(world.library, reminder, today + length))

    def _take_sample(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # five years take seconds
        try:
            attempt(self._world, self._acts.add_sample)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _toggle_ended(self) -> None:
        self._show_ended = self.ended_button.isChecked()
        self.refresh()

    def _follow(self, place: QRect) -> None:
        """Scroll the page to the row that has the focus."""
        follow(self._column, self.list_card.lines, place)
