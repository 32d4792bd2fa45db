"""The closing: decisions and actions read back, owners and dates, the next meeting, what leaves."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.backup import make_backup
from app.library.journal import Change, Scope
from app.library.rows import Workshop
from app.library.trouble import Trouble
from app.moment import instant
from app.words import Words, capitalized
from app.workshop import closing
from app.workshop.attendance import who_came
from app.workshop.closing import LooseEnds
from app.workshop.on_paper import blocks_on_paper
from app.workshop.outcomes import FORMS, outcomes_of
from app.workshop.planning import scope_of
from ui.attempt import attempt, trouble_sentence
from ui.closing.meeting_card import MeetingCard
from ui.closing.outcomes_card import OutcomesCard
from ui.closing.thanks_card import ThanksCard
from ui.parts.autosave import keep_all
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.pill import Pill
from ui.parts.reading import for_reading
from ui.parts.room_keys import TYPE_IN
from ui.parts.save_copy import save_copy
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.parts.state_named import state_named
from ui.world import World

Export = Callable[[QWidget, str, str], None]


class ClosingScreen(Screen):
    """The end of a workshop; and afterwards, what it left."""

    def __init__(self, world: World, workshop: str, export: Export) -> None:
        """The closing of ``workshop`` (its id); ``export`` opens the export dialog."""
        row = world.library.reader.row(Workshop, workshop)
        super().__init__(world.words("closing.title", workshop=row.title))
        self._world, self._id, self._export = world, workshop, export
        look, words = world.look, world.words
        self.header = PageHeader(
            look, row.title, crumb=state_named(world.library.reader, words, row.community)
        )
        self.header.back.connect(partial(world.navigator.community, row.community))
        self.room_button = KeyButton(look, words, words("closing.back-to-room"), "Ctrl+R")
        self.room_button.clicked.connect(self._back)
        self.close_button = KeyButton(look, words, words("closing.close"), "Ctrl+Return", "primary")
        self.close_button.clicked.connect(self._close)
        self.paper_button = KeyButton(look, words, words("on_paper.type-in"), TYPE_IN)
        self.paper_button.clicked.connect(self._type_in)
        self.header.add(self.paper_button, self.room_button, self.close_button)
        self.state = Pill(look, "", "amber")
        self.loose = small(look, "")
        self.cards = {form: OutcomesCard(world, row, form) for form in FORMS}
        self.meeting = MeetingCard(world, row)
        self.thanks = ThanksCard(world, row)
        self._lay_out()

    def scope(self) -> Scope:
        """This workshop's own changes."""
        return scope_of(self._workshop())

    def touches(self, change: Change) -> bool:
        """Whatever happens in this workshop."""
        return change.workshop in (None, self._id) and not change.touches("heartbeat", "draft")

    def refresh(self) -> None:
        """Read everything back as it now is."""
        words, reader = self._world.words, self._world.library.reader
        row = self._workshop()
        day = capitalized(words.day(date.fromisoformat(row.date), "long"))
        count = who_came(reader, row.id)
        came = words("closing.came", n=count) if count else ""
        self.header.set_sentence(" · ".join(part for part in (day, row.place, came) if part))
        for form, card in self.cards.items():
            card.show_outcomes(outcomes_of(reader, row.id, form))
        self._show_state(row, closing.loose_ends(reader, row))
        self.meeting.show_meeting(closing.next_meeting(reader, row), closed=row.state == "closed")
        self.thanks.show_thanks(row.thanks)
        closed = row.state == "closed"
        if row.state == "running":  # the room is still there, and reads along
            self._world.awake.hold(words("room.under-way"))
        else:
            self._world.awake.let_go()
        if closed and self.close_button.hasFocus():
            self.summary_button.setFocus()
        self.close_button.setVisible(not closed)
        # What is left to do then is to give people the summary.
        self.summary_button.set_filled(closed)
        self.setFocusProxy(self.summary_button if closed else self.close_button)
        self.room_button.setText(words("closing.reopen" if closed else "closing.back-to-room"))

    def leave(self) -> None:
        """The screen of the machine may sleep."""
        self._world.awake.let_go()

    def may_leave(self) -> bool:
        """Keep what stands in a line that adds, and dates half typed."""
        # Every one of them, also when an earlier one met trouble.
        kept = [card.keep() for card in self.cards.values()]
        return all(kept)

    def _workshop(self) -> Workshop:
        return self._world.library.reader.row(Workshop, self._id)

    def _show_state(self, row: Workshop, ends: LooseEnds) -> None:
        """Whether it is closed, and what is still loose."""
        words = self._world.words
        waits = blocks_on_paper(self._world.library.reader, row.id)
        self.paper_button.setVisible(bool(waits))
        paper = [words("on_paper.waits", n=len(waits))] if waits else []
        sentence = " · ".join([*loose_ends_text(words, ends), *paper])
        if row.closed is not None:
            day = words.day(instant(row.closed).astimezone().date())
            self.state.set_text(words("closing.closed-on", day=day), "teal")
        elif ends.count:
            self.state.set_text(words("closing.loose", n=ends.count), "amber")
        else:
            self.state.set_text(words("closing.all-tied"), "teal")
        self.loose.set_text(sentence)
        self.loose.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        look = self._world.look
        state = FlowLayout(look.px(12), look.px(4))
        state.addWidget(self.state)
        state.addWidget(self.loose)
        read, ahead = (
            self._column(*self.cards.values()),
            self._column(self.meeting, self.thanks, self._leaving()),
        )
        scroll = ScrollColumn(look, page=True)
        scroll.add(self.header, holding(state))
        scroll.add_row((read, ahead), (17, 8), least=340)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _column(self, *cards: Card) -> QWidget:
        column = ShareLayout(0, self._world.look.px(16))
        for card in cards:
            column.add(card, 1, 1 << 20)
        return holding(column)

    def _leaving(self) -> Card:
        """What leaves the room: papers for people, the whole file."""
        look, words = self._world.look, self._world.words
        card = for_reading(Card(look, words("closing.leaving")))
        card.add(small(look, words("closing.leaving-sentence")))
        self.summary_button = KeyButton(
            look, words, words("closing.export-summary"), "Ctrl+P", small=True
        )
        self.summary_button.clicked.connect(partial(self._ask_export, "summary"))
        self.charter_button = KeyButton(
            look, words, words("closing.export-charter"), "Ctrl+Shift+P", small=True
        )
        self.charter_button.clicked.connect(partial(self._ask_export, "charter"))
        self.copy_button = KeyButton(look, words, words("closing.save-copy"), "Ctrl+S", small=True)
        self.copy_button.clicked.connect(self._save_copy)
        card.add_action(self.summary_button, self.charter_button, self.copy_button)
        return card

    def _ask_export(self, document: str) -> None:
        kept = self.may_leave()
        if keep_all(self._world.window) and kept:
            subject = self._workshop().community if document == "charter" else self._id
            self._export(self, document, subject)

    def _save_copy(self) -> None:
        """The whole library, as one file, to another drive."""
        world, words = self._world, self._world.words
        name = f"{world.library.path.stem} {self._workshop().date}.hearth"
        save_copy(world, self, words("closing.save-copy"), name)

    def _back(self) -> None:
        row, library = self._workshop(), self._world.library
        if row.state == "closed" and not attempt(
            self._world, lambda: closing.reopen_workshop(library, row)
        ):
            return
        self._world.navigator.cockpit(self._id)

    def _type_in(self) -> None:
        waits = blocks_on_paper(self._world.library.reader, self._id)
        if waits and self.may_leave():
            self._world.navigator.type_in(waits[0].id)

    def _close(self) -> None:
        world, words = self._world, self._world.words
        library, row = world.library, self._workshop()
        kept = self.may_leave()
        if not keep_all(world.window) or not kept:
            return
        if not attempt(world, lambda: closing.close_workshop(library, row)):
            return
        try:
            make_backup(library.path, world.moment.now(), "workshop")
        except Trouble as trouble:
            # Closed is closed, also when the disk has no room for a copy; that is said, not hidden.
            reason = trouble_sentence(words, trouble)
            world.notice.say(words("closing.closed-not-copied", reason=reason), "amber")
        else:
            world.notice.say(words("closing.closed"))


def loose_ends_text(words: Words, ends: LooseEnds) -> list[str]:
    """What is still open, each with its number beside its meaning."""
    counts = (
        ("unowned", len(ends.unowned)),
        ("undated", len(ends.undated)),
        ("parked", len(ends.parked)),
    )
    parts = [words(f"closing.loose-{what}", n=number) for what, number in counts if number]
    return [*parts, words("closing.loose-meeting")] if ends.no_next_meeting else parts
