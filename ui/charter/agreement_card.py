"""How people stood to a version: the bar of counts, until when it is tried, what was reserved."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.charter.asked_sections import asked_sections
from app.charter.consent import rule_standing
from app.charter.people_asked import PeopleAsked, people_asked
from app.charter.replies import named_positions, not_yet, section_stances
from app.charter.versions import Agreement
from app.charter.whole_told import whole_told
from app.library.reader import Reader
from app.library.rows import Person, Version
from app.words import Words
from exports.agreement_words import (
    answered_sentence,
    named_sentence,
    not_yet_sentence,
    rule_sentence,
    section_lines,
)
from ui.look.look import Look
from ui.parts.agreement import reservation_said
from ui.parts.agreement_text import agreement_text, places_text
from ui.parts.buttons import link_button, quiet_button
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.keycaps import key_text
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import PillButton
from ui.parts.reading import for_reading
from ui.parts.stance_fields import stance_parts
from ui.parts.strips import AgreementBar
from ui.parts.text_block import TextRun

VERSIONS_KEY = "F4"


class AgreementCard(Card):
    """The agreement on one version. ``versions_asked`` is sent when all are to be listed; the
    others when people are to be asked from afar, their replies entered, a rule chosen."""

    versions_asked = Signal()
    ask_asked = Signal()
    enter_asked = Signal()
    rule_asked = Signal()

    def __init__(self, look: Look, words: Words, catalogue: Catalogue) -> None:
        """No version yet."""
        super().__init__(look, "", tight=True)
        self._words, self._catalogue = words, catalogue
        self.pill = for_reading(PillButton(look, "", "teal"))
        self.pill.clicked.connect(self.versions_asked)
        self.bar = AgreementBar(look)
        self.said = small(look, "")
        self.missing = small(look, "", "plain")
        self.rule = small(look, "", "plain")
        self.named = small(look, "", "plain")
        self.by_section = eyebrow(look, words("agreement.by-section"))
        self.sections = small(look, "", "plain")
        self.reason = small(look, "", "plain")
        self._quotes_place = QWidget()
        self._quotes = QVBoxLayout(self._quotes_place)
        self._quotes.setContentsMargins(0, look.px(4), 0, 0)
        self._quotes.setSpacing(look.px(6))
        self.quotes: list[WrapLabel] = []
        self.add(self.bar, self.said, self.missing, self.rule, self.named)
        self.add(self.by_section, self.sections, self.reason)
        self.add(self._quotes_place)
        self.ask_button = quiet_button(look, words("agreement.ask-by"), small=True)
        self.ask_button.clicked.connect(self.ask_asked)
        self.enter_button = quiet_button(look, words("agreement.enter"), small=True)
        self.enter_button.clicked.connect(self.enter_asked)
        self.rule_button = link_button(look, words("agreement.rule-choose"))
        self.rule_button.clicked.connect(self.rule_asked)
        acts = FlowLayout(look.px(8), look.px(6))
        for button in (self.ask_button, self.enter_button, self.rule_button):
            acts.addWidget(button)
        self.acts = holding(acts)
        self.body.addSpacing(look.px(4))
        self.add(self.acts)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignLeft)

    def show_version(
        self, version: Version, agreement: Agreement | None, versions: int, reader: Reader
    ) -> None:
        """Show how people stood to a version, of so many."""
        words = self._words
        self.set_title(words("charter.agreement-on", number=version.number))
        drawn = agreement is not None and agreement.counted > 0 and whole_told(agreement).exact
        self.bar.set_parts(stance_parts(words, agreement.counts) if agreement and drawn else ())
        self.bar.setVisible(drawn)
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
        self._show_answers(version, reader)
        versions_text = words("charter.versions", n=versions)
        key = key_text(words, VERSIONS_KEY)
        self.pill.set_text((TextRun(versions_text), TextRun(f"  {key}", tone="mute")))

    def _show_answers(self, version: Version, reader: Reader) -> None:
        """Who has not answered, how it stands to the rule, how people stand to each section."""
        words, proposed = self._words, version.status == "proposed"
        told, standing = not_yet(reader, version), rule_standing(reader, self._catalogue, version)
        sections = asked_sections(self._catalogue, words.language, version)
        people = {one.id: one.name for one in reader.rows(Person)}
        lines = section_lines(words, sections, section_stances(reader, version), people)
        answers = [answered_sentence(words, told), not_yet_sentence(words, told)]
        named = named_positions(reader, version)
        texts = {
            self.missing: " ".join(filter(None, answers)) if proposed and told.answered else "",
            self.rule: rule_sentence(words, standing) if standing is not None else "",
            self.named: named_sentence(words, named, people) if named else "",
            self.sections: "\n".join(lines),
        }
        for label, text in texts.items():
            label.setText(text)
            label.setVisible(bool(text))
        self.by_section.setVisible(bool(lines))
        self.acts.setVisible(proposed)


def status_of(
    words: Words, version: Version, agreement: Agreement | None, asked: PeopleAsked
) -> str:
    """Where a version stands, and how many of those ``asked`` agreed, as a sentence or two."""
    day = words.day(date.fromisoformat(version.date))
    until = words.day(date.fromisoformat(version.until)) if version.until else ""
    parts = [words(f"charter.status.{version.status}", day=day, until=until)]
    if agreement is None and version.status == "proposed":
        parts.append(words("charter.nobody-asked"))
    elif agreement is not None and version.status == "proposed" and _told_below(agreement):
        # How many of how many have answered stands in the sentence below, with who has not.
        if places := places_text(words, whole_told(agreement)):
            parts[0] = words("charter.agreed-by", said=parts[0], result=places)
    elif agreement is not None and (result := agreement_text(words, agreement, asked)):
        parts[0] = words("charter.agreed-by", said=parts[0], result=result)
    return " ".join(parts)


def _told_below(agreement: Agreement) -> bool:
    return agreement.counted > 0 and whole_told(agreement).agreeing is None
