"""How people stand to a version of the charter: counted, and what was reserved word for word."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charter.consent import Consent, consent_to, rule_standing
from app.charter.people_asked import PeopleAsked
from app.charter.versions import (
    Agreement,
    agreement_of,
    record_stances,
    stances_round,
    unreserve,
)
from app.charter.whole_told import whole_told
from app.library.journal import Scope
from app.library.reader import Reader
from app.library.rows import Person, Reservation, Version
from app.words import Words
from exports.agreement_words import rule_sentence
from ui.attempt import attempt
from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.agreement_text import agreement_text
from ui.parts.autosave import Autosave
from ui.parts.buttons import IconButton
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel, small
from ui.parts.sentences import QuoteLabel
from ui.parts.stance_fields import StanceFields, stance_parts
from ui.parts.strips import AgreementBar
from ui.parts.text_fields import editor_field
from ui.parts.text_places import TextPlace
from ui.world import Speaker, World


class Counting(QWidget):
    """Five counts, kept while they are typed, the bar they make, how many have answered, and what
    is worth a second look. Where replies came in private the counts give way to what may be told.
    """

    def __init__(
        self, world: World, scope: Scope, *, compact: bool = False, speaker: Speaker | None = None
    ) -> None:
        """Nobody counted yet. ``compact`` sets small type, and the bar last. Trouble is said by
        ``speaker``, or else by the window."""
        super().__init__()
        self._world, self._scope, self._speaker = world, scope, speaker
        self._version: Version | None = None
        self._asked = PeopleAsked(0, False)
        self._known: Agreement | None = None
        self._written, self._closed, self._open = 0, False, False
        self._autosave: Autosave | None = None
        look = world.look
        self.stances = StanceFields(look, world.words, "small" if compact else "body")
        self.stances.edited.connect(self._show_sum)
        self.bar = AgreementBar(look)
        self.told = small(look, "", "mute" if compact else "plain")
        self.gave_way = small(look, world.words("afar.hands-closed"))
        self.gave_way.hide()
        self.advice = small(look, "", "amber")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))
        self._column.addWidget(self.stances)
        self._column.addSpacing(look.px(4))
        for widget in (self.told, self.bar) if compact else (self.bar, self.told):
            self._column.addWidget(widget)
        self._column.addWidget(self.gave_way)
        self._column.addWidget(self.advice)

    def show_version(
        self, version: Version, known: Agreement | None, asked: PeopleAsked, *, open_now: bool
    ) -> None:
        """Show what was counted for a version among those ``asked``; a number just typed stays,
        and is kept as a count of hands even where replies came meanwhile.

        Where it is not ``open_now``, only the result is left.
        """
        if self._autosave is None or self._version is None or self._version.id != version.id:
            if self._autosave is not None:
                self._autosave.release()
            # Nothing is kept aside: a draft has a time, and what is answered in private has none.
            place = TextPlace(key="", scope=self._scope, keep=self._write)
            field = editor_field(self.stances, self.stances)
            self._autosave = Autosave(self._world, field, place, self._speaker)
        self._version, self._asked, self._known = version, asked, known
        self._written = len(known.reservations) if known is not None else 0
        counted = stances_round(self._world.library.reader, version.id)
        self._closed = counted is not None and counted.closed is not None
        self._open = open_now
        # A count that was closed is followed by another, of hands again.
        self.stances.setVisible(open_now and not self.gives_way)
        self.gave_way.setVisible(open_now and self.gives_way)
        self._autosave.show(self.stances.text_of(known.hands if known is not None else {}))
        self._show_sum()

    @property
    def gives_way(self) -> bool:
        """Whether no hands are counted, since replies came in private."""
        return self._known is not None and self._known.in_private and not self._closed

    def show_written(self, number: int) -> None:
        """Say how many reservations are written down by now."""
        self._written = number
        self._show_sum()

    def flush(self) -> bool:
        """Keep the counts as they now are; gives whether the library has them."""
        if self._autosave is None:
            return True
        self._autosave.flush()
        return self._autosave.in_place

    def counts(self) -> dict[str, int]:
        """The counts by stance."""
        return self.stances.counts()

    def begin(self) -> None:
        """Take the focus, where hands are counted."""
        if not self.stances.isHidden():
            self.stances.begin()

    def _write(self, text: str) -> str:
        if self._version is not None:
            counts = self.stances.counts_of(text)
            record_stances(self._world.library, self._scope, self._version, counts)
        return text

    def _agreement(self) -> Agreement:
        """What is shown: hands as they stand in the boxes, or what came in private, until another
        count is begun."""
        known = self._known
        if known is not None and known.in_private:
            begun = self.stances.text() != self.stances.text_of(known.hands)
            if not (begun and self._open and self._closed):
                return known
        return Agreement(self.counts(), ())

    def _show_sum(self) -> None:
        words, agreement, asked = self._world.words, self._agreement(), self._asked
        told, cannot = whole_told(agreement), agreement.counts.get("cannot", 0)
        consent = Consent(agreement.counted, cannot, asked, told=told)
        self.bar.set_parts(stance_parts(words, agreement.counts) if told.exact else ())
        self.bar.setVisible(told.exact and any(agreement.counts.values()))
        if not self._open or agreement.in_private:
            self.told.set_text(agreement_text(words, agreement, asked))
        elif asked.people:
            key = "charter.in-room" if asked.present else "charter.of-members"
            self.told.set_text(words(key, n=consent.counted, of=asked.people))
        else:
            self.told.set_text(words("charter.counted", n=consent.counted))
        advice = []
        if self._closed:
            advice.append(words("charter.count-closed"))
        if consent.more:
            advice.append(words("charter.more-than-room", n=consent.more))
        if consent.objection == "somebody":
            advice.append(words("afar.cannot"))
        elif consent.objection in ("few", "many"):
            advice.append(words("charter.cannot", n=consent.cannot))
        unwritten = agreement.counts.get("reservation", 0) - self._written
        if unwritten > 0 and not agreement.in_private:
            advice.append(words("charter.not-written", n=unwritten))
        self.advice.set_text(" ".join(advice))
        self.advice.setVisible(bool(advice) and self._open)


def may_agree(world: World, parent: QWidget, version: Version) -> bool:
    """Whether the word is given to a version as it was counted; asked where somebody cannot yet, or
    many took no stance.

    What the charter says about deciding, and what the chosen rule still asks for, is read out with
    the question: the people decide.
    """
    consent, words = consent_to(world.library.reader, version), world.words
    question = []
    if consent.many_missing:
        asked = consent.asked
        question.append(words("charter.many-missing", n=consent.missing, of=asked.people))
    if consent.objection in ("somebody", "untold"):
        question.append(words(f"afar.all-the-same.{consent.objection}"))
    elif consent.objection != "none":
        key = f"charter.all-the-same.{consent.objection}"
        question.append(words(key, n=consent.cannot, of=consent.counted))
    elif question:
        question.append(words("charter.missing-all-the-same"))
    standing = rule_standing(world.library.reader, world.catalogue, version)
    if standing is not None and (question or standing.state != "reached"):
        if not question:
            question.append(words("charter.missing-all-the-same"))
        question.insert(0, rule_sentence(words, standing))
    if not question or not consent.counted:
        return True
    if consent.rule:
        question.insert(0, words("charter.rule-of-decision", rule=consent.rule))
    return world.dialogs.confirm(parent, "\n\n".join(question), words("charter.agree-all-the-same"))


def say_agreed(world: World, version: Version, until: date) -> None:
    """Say that a version is agreed to, by how many; and where more were counted than there are."""
    consent, words = consent_to(world.library.reader, version), world.words
    known = agreement_of(world.library.reader, version.id) or Agreement({}, ())
    said = words("charter.agreed", number=version.number, day=words.day(until))
    result = agreement_text(words, known, consent.asked)
    said = words("charter.agreed-by", said=said, result=result) if result else said
    if consent.more:
        more = words("charter.more-than-room", n=consent.more)
        world.notice.say(f"{said} {more}", "amber")
    else:
        world.notice.say(said)


class Reservations(QWidget):
    """What was reserved, word for word; each can be taken back while it ``may_go``."""

    taken_back = Signal()

    def __init__(self, world: World, scope: Scope, role: TextRole, gap: int) -> None:
        """None yet; the words in type of ``role``, ``gap`` pixels apart."""
        super().__init__()
        self.hide()
        self._world, self._scope, self._role = world, scope, role
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_reservations(self, reservations: Sequence[Reservation], *, may_go: bool) -> None:
        """Show them."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            delete_later(row)
        self._rows = [self._row(one, may_go=may_go) for one in reservations]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self._rows)

    def _row(self, reservation: Reservation, *, may_go: bool) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        world = self._world
        reader = world.library.reader
        label = reservation_said(world.look, world.words, reader, reservation, self._role)
        row.addWidget(label, 1)
        if may_go:
            name = world.words("charter.take-back", text=reservation.text)
            button = IconButton(world.look, "close", name)
            button.clicked.connect(partial(self._take_back, reservation))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return place

    def _take_back(self, reservation: Reservation) -> None:
        library, scope = self._world.library, self._scope
        if attempt(self._world, lambda: unreserve(library, scope, reservation)):
            self.taken_back.emit()


def reservation_said(
    look: Look,
    words: Words,
    reader: Reader,
    reservation: Reservation,
    role: TextRole = "quote",
    tone: Tone = "plain",
) -> WrapLabel:
    """A reservation in quotation marks, with the name of who said it where that is known."""
    label = QuoteLabel(look, words, reservation.text, role, tone)
    person = reader.find(Person, reservation.said_by) if reservation.said_by else None
    if person is not None:
        label.set_text(words("charter.said-by", text=reservation.text, name=person.name))
    return label
