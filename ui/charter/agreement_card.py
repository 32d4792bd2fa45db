"""How people stood to a version: the bar of counts, until when it is tried, what was reserved."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.people_asked import PeopleAsked, people_asked
from app.charter.versions import Agreement
from app.library.reader import Reader
from app.library.rows import Version
from app.words import Words
from ui.look.look import Look
from ui.parts.agreement import reservation_said
from ui.parts.agreement_text import agreement_text
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.keycaps import key_text
from ui.parts.labels import WrapLabel, small
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.stance_fields import stance_parts
from ui.parts.strips import AgreementBar
from ui.parts.text_block import TextRun

VERSIONS_KEY = "F4"


class AgreementCard(Card):
    """The agreement on one version. ``versions_asked`` is sent when all are to be listed."""

    versions_asked = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        """No version yet."""
        super().__init__(look, "", tight=True)
        self._words = words
        self.pill = for_reading(PillButton(look, "", "teal"))
        self.pill.clicked.connect(self.versions_asked)
        self.bar = AgreementBar(look)
        self.said = small(look, "")
        self.reason = small(look, "", "plain")
        self._quotes_place = QWidget()
        self._quotes = QVBoxLayout(self._quotes_place)
        self._quotes.setContentsMargins(0, look.px(4), 0, 0)
        self._quotes.setSpacing(look.px(6))
        self.quotes: list[WrapLabel] = []
        self.add(self.bar, self.said, self.reason, self._quotes_place)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)

    def show_version(
        self, version: Version, agreement: Agreement | None, versions: int, reader: Reader
    ) -> None:
        """Show how people stood to a version, of so many."""
        words = self._words
        self.set_title(words("charter.agreement-on", number=version.number))
        self.bar.set_parts(stance_parts(words, agreement.counts) if agreement else ())
        self.bar.setVisible(agreement is not None and agreement.counted > 0)
        asked = people_asked(reader, version.community, version)
        self.said.setText(status_of(words, version, agreement, asked))
        self.reason.setText(version.reason)
        self.reason.setVisible(bool(version.reason))
        for old in self.quotes:
            self._quotes.removeWidget(old)
            old.hide()
            delete_later(old)
        self.quotes = []
        for reservation in agreement.reservations if agreement else ():
            quote = reservation_said(self._look, words, reader, reservation, "small", "mute")
            self._quotes.addWidget(quote)
            self.quotes.append(quote)
        self._quotes_place.setVisible(bool(agreement and agreement.reservations))
        versions_text = words("charter.versions", n=versions)
        key = key_text(words, VERSIONS_KEY)
        self.pill.set_text((TextRun(versions_text), TextRun(f"  {key}", tone="mute")))


def status_of(
    words: Words, version: Version, agreement: Agreement | None, asked: PeopleAsked
) -> str:
    """Where a version stands, and how many of those ``asked`` agreed, as a sentence or two."""
    day = words.day(date.fromisoformat(version.date))
    until = words.day(date.fromisoformat(version.until)) if version.until else ""
    parts = [words(f"charter.status.{version.status}", day=day, until=until)]
    if agreement is None and version.status == "proposed":
        parts.append(words("charter.nobody-asked"))
    elif agreement is not None and (result := agreement_text(words, agreement, asked)):
        parts[0] = words("charter.agreed-by", said=parts[0], result=result)
    return " ".join(parts)
