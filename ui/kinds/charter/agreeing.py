"""Our word: the version that was read aloud, five counts, reservations, and until when."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charter.versions import Agreement
from app.library.rows import Reservation, Version
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button, IconButton
from ui.parts.card import Card
from ui.parts.controls import DateField
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import SaidBox
from ui.parts.stances import StanceBoxes, stance_parts
from ui.parts.strips import AgreementBar

REST = 400
"""Milliseconds without a key after which counts are kept."""


class WordShown(msgspec.Struct, frozen=True):
    """Everything the panel shows: the version (None before it is proposed), whether the draft was
    edited since, how people stand, how many are in the room, and the number a proposal has."""

    version: Version | None
    edited: bool
    agreement: Agreement | None
    people: int
    next_number: int
    until: date


class Counts(StanceBoxes):
    """Five numbers that are kept a moment after the last one changed."""

    counted = Signal(dict)
    """Stances with their numbers, a moment after the last one changed."""
    left = Signal(dict)
    """The same when the focus or the whole canvas goes; perhaps amid a change."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nobody counted."""
        super().__init__(look, words, "small")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(lambda: self.counted.emit(self.counts()))
        self.edited.connect(self._rest.start)
        for box in self.boxes.values():
            box.installEventFilter(self)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show what is known; a number just typed stays."""
        if not self._rest.isActive():
            super().show_counts(counts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed a moment ago when the canvas goes."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.FocusOut) and self._rest.isActive():
            self._rest.stop()
            self.left.emit(self.counts())
        return super().eventFilter(watched, event)


class AgreementPanel(ScrollColumn):
    """What is done to the version, from proposing it to giving one's word."""

    proposed = Signal()
    edits_taken = Signal()
    counted = Signal(dict)
    counts_left = Signal(dict)
    unreserved = Signal(Reservation)
    agreed = Signal(date)
    """Until when."""

    def __init__(self, look: Look, words: Words, until: date) -> None:
        """Nothing proposed; ``until`` is the date that is offered."""
        super().__init__(look, gap=12)
        self._words = words
        self._shown: WordShown | None = None
        self.card = Card(look, tight=True)
        self.card.set_title(words("kinds.charter.our-word"))
        self.status = small(look, "", "plain")
        self.propose = Button(look, "", small=True, wide=True)
        self.propose.clicked.connect(self.proposed)
        self.edited = small(look, words("kinds.charter.edited-since"), "amber")
        self.take_edits = Button(look, words("kinds.charter.take-edits"), small=True, wide=True)
        self.take_edits.clicked.connect(self.edits_taken)
        self.counts = Counts(look, words)
        self.counts.counted.connect(self.counted)
        self.counts.left.connect(self.counts_left)
        self.sum = small(look, "")
        self.bar = AgreementBar(look)
        self.reserved = eyebrow(look, words("kinds.charter.reservations"))
        self.reservations = QWidget()
        self._list = QVBoxLayout(self.reservations)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(4))
        self.until = DateField(look, until)
        self.until.setAccessibleName(words("kinds.charter.until"))
        self.agree = Button(look, words("kinds.charter.agree"), small=True)
        self.agree.clicked.connect(self._agree)
        self._ends = self._until_row()
        self.card.add(self.status, self.propose, self.edited, self.take_edits, self.counts)
        self.card.add(self.sum, self.bar, self.reserved, self.reservations, self._ends)
        self.add(self.card)

    def show_word(self, shown: WordShown) -> None:
        """Show where the version stands."""
        if shown == self._shown:
            return
        self._shown = shown
        version = shown.version
        agreed = version is not None and version.status == "agreed"
        open_now = version is not None and not agreed
        self._show_status(shown)
        self.propose.setVisible(version is None)
        self.propose.setText(self._words("kinds.charter.propose", n=shown.next_number))
        self.edited.setVisible(open_now and shown.edited)
        self.take_edits.setVisible(open_now and shown.edited)
        for part in (self.counts, self.sum, self._ends):
            part.setVisible(open_now)
        counts = shown.agreement.counts if shown.agreement else {}
        self.counts.show_counts(counts)
        self._show_sum(shown)
        self.bar.set_parts(stance_parts(self._words, counts))
        self.bar.setVisible(any(counts.values()))
        self._show_reservations(shown.agreement.reservations if shown.agreement else (), open_now)

    def _show_status(self, shown: WordShown) -> None:
        words, version = self._words, shown.version
        if version is None:
            self.status.say(words("kinds.charter.read-first"))
        elif version.status == "agreed" and version.until:
            day = words.day(date.fromisoformat(version.until))
            self.status.say(words("kinds.charter.agreed-until", n=version.number, day=day))
        else:
            self.status.say(words("kinds.charter.proposed", n=version.number))

    def _show_sum(self, shown: WordShown) -> None:
        counts = shown.agreement.counts if shown.agreement else {}
        n = sum(counts.values())
        key = "kinds.charter.counted-of" if shown.people else "kinds.charter.counted"
        self.sum.say(self._words(key, n=n, total=shown.people))

    def _show_reservations(self, reservations: Sequence[Reservation], may_go: bool) -> None:
        words = self._words
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.reserved.setVisible(bool(reservations) or may_go)
        if not reservations and may_go:
            self._list.addWidget(small(self._look, words("kinds.charter.reserve-hint")))
        for reservation in reservations:
            self._list.addWidget(self._reservation(reservation, may_go))

    def _reservation(self, reservation: Reservation, may_go: bool) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        said: WrapLabel = SaidBox(self._look, self._words, reservation.text, "small")
        row.addWidget(said, 1)
        if may_go:
            button = IconButton(self._look, "close", self._words("kinds.charter.unreserve"))
            button.setAccessibleDescription(reservation.text)
            button.clicked.connect(lambda: self.unreserved.emit(reservation))
            row.addWidget(button)
        return place

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
        if day is not None:
            self.agreed.emit(day)
