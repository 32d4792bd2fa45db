"""Our word: the version that was read aloud, five counts, reservations, and until when."""

from collections.abc import Mapping
from datetime import date

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.charter.people_asked import PeopleAsked
from app.charter.versions import Agreement
from app.community.today import today_of
from app.library.journal import Scope
from app.library.rows import Version
from ui.parts.advice_card import AdviceCard
from ui.parts.agreement import Counting, Reservations
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Card
from ui.parts.labels import eyebrow, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.screen import give_back_keyboard
from ui.parts.scroll_column import ScrollColumn
from ui.parts.typed_fields import DateField
from ui.parts.version_reason import VersionReason
from ui.world import World

GO_ON_KEY = "Ctrl+Return"


class AgreementState(msgspec.Struct, frozen=True):
    """Everything the panel shows: the version (None before it is proposed), whether the draft was
    ``edited`` since it was proposed, whether it is ``ahead`` of the latest version at all, how
    people stand, how many are asked, the number a proposal has, why its renewal was ``planned``,
    and the ``sections`` that can be drafted here."""

    version: Version | None
    edited: bool
    ahead: bool
    agreement: Agreement | None
    asked: PeopleAsked
    next_number: int
    until: date
    planned: str = ""
    sections: tuple[str, ...] = ()


class AgreementPanel(ScrollColumn):
    """What is done to the version, from proposing it to giving one's word."""

    proposed = Signal()
    edits_taken = Signal()
    unreserved = Signal()
    """A reservation was taken back."""
    agreed = Signal(date)
    """Until when."""

    def __init__(self, world: World, scope: Scope, until: date) -> None:
        """Nothing proposed in ``scope``, of a community; ``until`` is the date that is offered."""
        look, words, community = world.look, world.words, scope.community or ""
        today = today_of(world.library, community)
        super().__init__(look, gap=12)
        self._words = words
        self._shown: AgreementState | None = None
        self.card = Card(look, tight=True)
        self.card.set_title(words("kinds.charter.our-word"))
        self.status = small(look, "", "plain")
        self.why = VersionReason(world, community, lines=2)
        self.why.hide()
        self.advice = AdviceCard(world, community)
        self.propose = KeyButton(look, words, "", GO_ON_KEY, small=True, wide=True, bind=False)
        self.propose.clicked.connect(self.proposed)
        self.edited = small(look, words("kinds.charter.edited-since"), "amber")
        self.take_edits = Button(look, words("kinds.charter.take-edits"), small=True, wide=True)
        self.take_edits.clicked.connect(self.edits_taken)
        self.counting = Counting(world, scope, compact=True)
        self.reserved = eyebrow(look, words("kinds.charter.reservations"))
        self.hint = small(look, words("kinds.charter.reserve-hint"))
        self.reservations = Reservations(world, scope, "small", look.px(4))
        self.reservations.taken_back.connect(self.unreserved)
        self.until = DateField(look, words, today, first=until)
        self.until.setAccessibleName(words("kinds.charter.until"))
        self.agree = KeyButton(
            look, words, words("kinds.charter.agree"), GO_ON_KEY, small=True, bind=False
        )
        self.agree.clicked.connect(self._agree)
        for key in (GO_ON_KEY, "Ctrl+Enter"):
            # Where one counts; in the capture line the key goes on once that is empty.
            going_on = QShortcut(QKeySequence(key), self)
            going_on.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            going_on.activated.connect(self.go_on)
        self._ends = self._until_row()
        self.card.add(self.status, self.why, self.propose)
        self.card.add(self.edited, self.take_edits, self.counting)
        self.card.add(self.reserved, self.hint, self.reservations, self._ends)
        self.add(self.card, self.advice)

    def show_word(self, shown: AgreementState) -> None:
        """Show where the version stands."""
        proposing = shown.version is None or (shown.version.status == "agreed" and shown.ahead)
        # What the draft leaves open changes with each word of it.
        self.advice.show_draft(shown=proposing, reached=shown.sections)
        if shown == self._shown:
            return
        if self._shown is None or shown.version != self._shown.version:
            self.verticalScrollBar().setValue(0)
        self._shown = shown
        focused = QApplication.focusWidget()
        version = shown.version
        agreed = version is not None and version.status == "agreed"
        open_now = version is not None and not agreed
        begins = proposing and not self.why.isVisibleTo(self)
        self._show(
            {
                self.propose: proposing,
                self.why: proposing,
                self.edited: open_now and shown.edited,
                self.take_edits: open_now and shown.edited,
                self.counting: version is not None,
                self._ends: open_now,
            }
        )
        if begins:
            self.why.offer("", shown.planned)
        self.propose.setText(self._words("kinds.charter.propose", n=shown.next_number))
        if version is not None:
            self.counting.show_version(version, shown.agreement, shown.asked, open_now=open_now)
        self._show_status(shown)
        reservations = shown.agreement.reservations if shown.agreement else ()
        self.reserved.setVisible(bool(reservations) or open_now)
        self.hint.setVisible(open_now and not reservations)
        self.reservations.show_reservations(reservations, may_go=open_now)
        if focused is not None and self.isAncestorOf(focused) and not focused.isVisible():
            give_back_keyboard(self)

    def _show(self, parts: Mapping[QWidget, bool]) -> None:
        """Show parts, or hide them: the focus leaves what goes before Qt leads it into a clause,
        where what is said next would go along."""
        focused = QApplication.focusWidget()
        gone = (one for one, on in parts.items() if not on)
        if focused is not None and any(one is focused or one.isAncestorOf(focused) for one in gone):
            give_back_keyboard(self)
        for one, on in parts.items():
            one.setVisible(on)

    def go_on(self) -> None:
        """Press the button that is there: propose, or give the word."""
        for button in (self.propose, self.agree):
            if button.isVisible():
                button.click()
                return

    def first_count(self) -> QWidget | None:
        """Where counting begins, while there is something to count."""
        boxes = self.counting.stances
        return boxes.first if boxes.isVisibleTo(self) else None

    def _show_status(self, shown: AgreementState) -> None:
        words, version = self._words, shown.version
        if version is None:
            self.status.set_text(words("kinds.charter.read-first"))
        elif version.status == "agreed" and version.until:
            day = words.day(date.fromisoformat(version.until))
            self.status.set_text(words("kinds.charter.agreed-until", n=version.number, day=day))
        else:
            key = "afar.proposed" if self.counting.gives_way else "kinds.charter.proposed"
            self.status.set_text(words(key, n=version.number))

    def _until_row(self) -> QWidget:
        look = self._look
        row = ShareLayout(look.px(8), look.px(6), even=True)
        label = small(look, self._words("kinds.charter.until"), "plain")
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.add(label, 1, look.size(190))
        row.add(self.until, 0)
        row.add(self.agree, 0)
        return holding(row)

    def _agree(self) -> None:
        day = self.until.value
        if self.until.settle() and day is not None:
            self.agreed.emit(day)
