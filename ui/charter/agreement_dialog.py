"""Asking for agreement: the draft becomes a version, five counts, reservations, a date."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.charter.people_asked import people_asked
from app.charter.versions import (
    DraftStatus,
    agree,
    agreement_of,
    propose,
    usual_until,
    withdraw,
)
from app.library.journal import Scope
from app.library.rows import Community, Version
from app.library.trouble import Trouble
from ui.attempt import trouble_sentence
from ui.charter.proposal_form import DayLine, ProposalForm
from ui.charter.reservations import ReservationsEditor
from ui.parts.advice_card import AdviceCard
from ui.parts.agreement import Counting, may_agree, say_agreed
from ui.parts.buttons import KeyButton, link_button, quiet_button
from ui.parts.column_dialog import ColumnDialog
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.window_bar import WindowBar
from ui.world import World


class AgreementDialog(ColumnDialog):
    """First the version is proposed; then people are asked, for as long as it takes.

    What is counted and reserved is kept as it is typed: the window can be closed and opened
    again at any time ("not yet"), also after a power cut.
    """

    section_asked = Signal(str)
    """The id of a section to which a person goes before asking."""

    def __init__(
        self,
        world: World,
        community: Community,
        standing: DraftStatus,
        today: date,
        parent: QWidget,
    ) -> None:
        """Over ``parent``. A version that is proposed already goes on where it stood."""
        super().__init__(world.look, parent, world.words("charter.ask"))
        self._world, self._community, self._today = world, community, today
        self._standing = standing
        self._scope = Scope(community.id)
        self.version: Version | None = None
        look, words = world.look, world.words
        self.bar = WindowBar(look, words)
        self.title = heading(look, "")
        self.said = WrapLabel(look, "", "body", "mute")
        self.proposing = ProposalForm(world, community.id, standing, today, self.bar)
        self.counting = Counting(world, self._scope, speaker=self.bar)
        self.reserving = ReservationsEditor(world, community.id, self._scope, self.bar)
        self.until = DayLine(world, words("charter.until"), usual_until(today), today)
        self.reserving.kept.connect(self._kept)
        self.column.add(self.title, self.said)
        self.advice = AdviceCard(world, community.id)
        self.advice.list.opened.connect(self._leave_for)
        self.advice.list.changed.connect(self._show_advice)
        for widget in (self.proposing, self.advice, self.counting, self.reserving, self.until):
            self.column.add(widget)
        self.main_button = KeyButton(
            look, words, words("charter.agree"), "Ctrl+Return", "primary", bind=False
        )
        self.main_button.clicked.connect(self.go_on)
        self.not_yet_button = quiet_button(look, "")
        self.not_yet_button.clicked.connect(self.reject)
        self.withdraw_button = link_button(look, words("charter.withdraw"))
        self.withdraw_button.clicked.connect(self.set_aside)
        self._place_buttons()
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.go_on)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer()
        if standing.asking is not None and not (standing.changed and standing.answered):
            # It goes on; what was put right since is taken in while nobody has answered.
            self.propose()

    def first(self) -> QWidget:
        """The reason; once people are asked, where counting begins."""
        if self.version is None:
            return self.proposing.text
        return self.reserving.line if self.counting.gives_way else self.counting.stances.first

    def _place_buttons(self) -> None:
        look = self._world.look
        left = FlowLayout(look.px(12))
        left.addWidget(self.withdraw_button)
        right = FlowLayout(look.px(12), look.px(8))
        right.addWidget(self.not_yet_button)
        right.addWidget(self.main_button)
        buttons = ShareLayout(look.px(16), look.px(12))
        buttons.add(holding(left), 1, look.size(120))
        buttons.add(holding(right), 0)
        # Below, so that neither the fields nor the buttons move when something is said.
        self.lay_out(self.bar, holding(buttons))

    def go_on(self) -> None:
        """Propose the version; or, once it is, record that it was agreed to."""
        if self.version is None:
            self.propose()
        else:
            self.agree()

    def propose(self) -> None:
        """Freeze the draft as the next version and ask people."""
        if not self.proposing.ready():
            return
        world, day = self._world, self.proposing.day()
        try:
            version = propose(
                world.library,
                self._scope,
                date=day.isoformat(),
                language=self._community.language,
                reason=self.proposing.reason(),
            )
        except Trouble as trouble:
            self._say(trouble_sentence(world.words, trouble))
            return
        self.proposing.let_go()
        self._open(version)

    def agree(self) -> None:
        """Record that the version is to be tried, and close."""
        if self.version is None or not self.reserving.flush() or not self.counting.flush():
            return
        if not self.until.ready():
            return
        world = self._world
        if not may_agree(world, self, self.version):
            return
        try:
            until = self.until.day().isoformat()
            version = agree(world.library, self._scope, self.version, until)
        except Trouble as trouble:
            self._say(trouble_sentence(world.words, trouble))
            return
        self.accept()
        say_agreed(world, version, self.until.day())

    def set_aside(self) -> None:
        """Set the version aside, after asking; its number is not used again."""
        version, words = self.version, self._world.words
        if version is None or not self._world.dialogs.confirm(
            self,
            words("charter.withdraw-question", number=version.number),
            words("charter.withdraw-yes"),
        ):
            return
        if not self.reserving.flush():
            return
        self.counting.flush()
        try:
            withdraw(self._world.library, self._scope, version)
        except Trouble as trouble:
            self._say(trouble_sentence(words, trouble))
            return
        self.version = None
        self.accept()
        self._world.notice.say(words("charter.withdrawn", number=version.number))

    def reject(self) -> None:
        """Not yet: what was counted or begun stays, and can be gone on with."""
        if self.version is None and not self.proposing.flush():
            return
        if self.version is not None and not (self.counting.flush() and self.reserving.flush()):
            return
        super().reject()

    def _offer(self) -> None:
        """Show what is to be proposed."""
        words, number = self._world.words, self._standing.next
        self.title.setText(words("charter.propose-title", number=number))
        before = self._standing.asking
        if before is not None:
            sentence = words("charter.propose-anew", before=before.number, number=number)
        else:
            sentence = words("charter.propose-said", number=number)
        self.said.setText(sentence)
        for later in (self.counting, self.reserving, self.until, self.withdraw_button):
            later.hide()
        self._show_advice()
        self.not_yet_button.setText(words("parts.not-now"))
        self.main_button.setText(words("charter.propose", number=number))
        self.proposing.begin()
        self.take_room()

    def _open(self, version: Version) -> None:
        """Ask how people stand to a version."""
        self.version = version
        words, number = self._world.words, version.number
        reader = self._world.library.reader
        self.title.setText(words("charter.ask-title", number=number))
        self.proposing.hide()
        self.advice.hide()
        asked = people_asked(reader, self._community.id, version)
        known = agreement_of(reader, version.id)
        self.counting.show_version(version, known, asked, open_now=True)
        key = "afar.ask-said" if self.counting.gives_way else "charter.ask-said"
        self.said.setText(words(key))
        self.until.show_day(usual_until(max(date.fromisoformat(version.date), self._today)))
        self.reserving.show_version(version)
        for now in (self.counting, self.reserving, self.until, self.withdraw_button):
            now.show()
        self.not_yet_button.setText(words("charter.not-yet"))
        self.main_button.setText(words("charter.agree"))
        self.first().setFocus()
        self.counting.begin()
        self.take_room()

    def _show_advice(self) -> None:
        """Say what the draft leaves open, while it is no version yet."""
        self.advice.show_draft(shown=self.version is None)
        self.take_room()

    def _leave_for(self, section: str) -> None:
        """Leave the question for a section where something could be done first."""
        self.reject()
        if not self.isVisible():
            self.section_asked.emit(section)

    def _kept(self) -> None:
        self.bar.clear()
        self.counting.show_written(self.reserving.count())
        self.take_room()

    def _say(self, sentence: str) -> None:
        self.bar.say(sentence, "ember")
