"""The closing: decisions and actions read back, owners and dates, the next meeting, what leaves."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.library.backup import copy_library, make_backup
from app.library.journal import Change, Scope
from app.library.rows import Community, Workshop
from app.workshop import closing
from app.workshop.attendance import who_came
from app.workshop.outcomes import Form, outcomes_of
from app.workshop.planning import scope_of
from ui.attempt import attempt
from ui.closing.meeting import MeetingCard
from ui.closing.outcomes import OutcomesCard
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Card
from ui.parts.labels import body, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.pill import Pill
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

Export = Callable[[QWidget, str, str], None]
FORMS: tuple[Form, ...] = ("decision", "action", "parked")
REST = 500
"""Milliseconds without a key after which the thanks are kept."""


class ClosingScreen(Screen):
    """The end of a workshop; and afterwards, what it left."""

    def __init__(self, world: World, workshop: str, export: Export) -> None:
        """The closing of ``workshop`` (its id); ``export`` opens the export dialog."""
        row = world.library.reader.row(Workshop, workshop)
        super().__init__(world.words("closing.title", workshop=row.title))
        self._world, self._id, self._export = world, workshop, export
        look, words = world.look, world.words
        community = world.library.reader.row(Community, row.community)
        self.header = PageHeader(look, row.title, crumb=community.name)
        self.header.back.connect(partial(world.go.community, row.community))
        self.room_button = Button(look, words("closing.back-to-room"))
        self.room_button.clicked.connect(self._back)
        self.close_button = KeyButton(look, words, words("closing.close"), "Ctrl+Return", "primary")
        self.close_button.clicked.connect(self._close)
        self.header.add(self.room_button, self.close_button)
        self.loose = Pill(look, "", "amber")
        self.cards = {form: OutcomesCard(world, workshop, form) for form in FORMS}
        self.meeting = MeetingCard(world, workshop)
        self.thanks = self._thanks_field()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._keep_thanks)
        self.thanks.textChanged.connect(self._rest.start)
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
        day = words.day(date.fromisoformat(row.date), "long")
        came = words("closing.came", n=who_came(reader, row.id))
        self.header.set_sentence(" · ".join(part for part in (day, row.place, came) if part))
        for form, card in self.cards.items():
            card.show_outcomes(outcomes_of(reader, row.id, form))
        ends = closing.loose_ends(reader, row)
        self.loose.say(
            words("closing.loose", n=ends.count) if ends.count else words("closing.all-tied"),
            "amber" if ends.count else "teal",
        )
        self.meeting.show_meeting(closing.next_meeting(reader, row))
        if not self.thanks.hasFocus() and self.thanks.toPlainText() != row.thanks:
            self.thanks.blockSignals(True)
            self.thanks.setPlainText(row.thanks)
            self.thanks.blockSignals(False)
        closed = row.state == "closed"
        self.close_button.setVisible(not closed)
        self.room_button.setText(words("closing.reopen" if closed else "closing.back-to-room"))

    def leave(self) -> None:
        """Keep the thanks half typed."""
        if self._rest.isActive():
            self._keep_thanks()

    def _workshop(self) -> Workshop:
        return self._world.library.reader.row(Workshop, self._id)

    def _thanks_field(self) -> QPlainTextEdit:
        look, words = self._world.look, self._world.words
        field = QPlainTextEdit()
        field.setFont(look.font("body"))
        field.setTabChangesFocus(True)
        field.setAccessibleName(words("closing.thanks"))
        field.setPlaceholderText(words("closing.thanks-shows"))
        field.setFixedHeight(look.size(84))
        return field

    def _lay_out(self) -> None:
        look, words = self._world.look, self._world.words
        thanks = Card(look, words("closing.thanks"))
        thanks.add(small(look, words("closing.thanks-sentence")), self.thanks)
        leaving = Card(look, words("closing.leaving"))
        leaving.add(body(look, words("closing.leaving-sentence")))
        buttons = FlowLayout(look.px(8), look.px(8))
        for name, action in (
            ("closing.export-summary", partial(self._ask_export, "summary")),
            ("closing.export-charter", partial(self._ask_export, "charter")),
            ("closing.save-copy", self._save_copy),
        ):
            button = Button(look, words(name), small=True)
            button.clicked.connect(action)
            buttons.addWidget(button)
        leaving.add(holding(buttons))
        scroll = ScrollColumn(look, page=True)
        scroll.add(self.header, self.loose)
        scroll.add(self.cards["decision"], self.cards["action"], self.cards["parked"])
        scroll.add_row((self.meeting, thanks, leaving), (1, 1, 1), least=300)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _keep_thanks(self) -> None:
        self._rest.stop()
        library, row, text = self._world.library, self._workshop(), self.thanks.toPlainText()
        attempt(self._world, lambda: closing.give_thanks(library, row, text))

    def _ask_export(self, document: str) -> None:
        subject = self._workshop().community if document == "charter" else self._id
        self._export(self, document, subject)

    def _save_copy(self) -> None:
        """The whole library, as one file, to another drive."""
        world, words = self._world, self._world.words
        name = f"{world.library.path.stem} {date.fromisoformat(self._workshop().date)}.hearth"
        target = world.dialogs.save_as(self, words("closing.save-copy"), name, "hearth")
        if target is not None and attempt(world, lambda: copy_library(world.library.path, target)):
            world.notice.say(words("closing.copied", path=str(target)))

    def _back(self) -> None:
        row, library = self._workshop(), self._world.library
        if row.state == "closed" and not attempt(
            self._world, lambda: closing.reopen_workshop(library, row)
        ):
            return
        self._world.go.room(self._id)

    def _close(self) -> None:
        self._keep_thanks()
        world, row = self._world, self._workshop()
        if not attempt(world, lambda: closing.close_workshop(world.library, row)):
            return
        now = world.moment.now()
        # Closed is closed, also when the disk has no room for a copy; that is said, not hidden.
        if attempt(world, lambda: make_backup(world.library.path, now, "workshop")):
            world.notice.say(world.words("closing.closed"))
