"""The charter in short: its purpose as a quote, its version, how people stood to it."""

from datetime import date

from PySide6.QtCore import Qt, Signal

from app.charter.charter_overview import CharterOverview
from app.charter.versions import Agreement
from ui.look.themes import Tone
from ui.parts.agreement_text import agreement_text
from ui.parts.buttons import quiet_button
from ui.parts.card import Card
from ui.parts.labels import hairline, small
from ui.parts.pill import Pill
from ui.parts.reading import for_reading
from ui.parts.sentences import QuoteLabel
from ui.parts.text_block import TextRun
from ui.world import World


class CharterCard(Card):
    """The charter. ``asked`` is sent when it is to be opened."""

    asked = Signal()

    def __init__(self, world: World, overview: CharterOverview) -> None:
        """Show a glance at it."""
        words, look = world.words, world.look
        super().__init__(look, words("community.charter"))
        version = overview.version
        if version is not None:
            tone: Tone = "teal" if version.status == "agreed" else "amber"
            key = "version" if version.status == "agreed" else "version-proposed"
            sentence = words(f"community.{key}", number=version.number)
            self.title_row.addWidget(Pill(look, sentence, tone), 0, Qt.AlignmentFlag.AlignTop)
        if overview.quote:
            self.add(QuoteLabel(look, words, overview.quote))
        if version is None:
            key = "drafted" if overview.drafted else "charter-none"
            self.add(small(look, words(f"community.{key}", n=overview.drafted)))
        else:
            if version.status == "agreed" and version.until:
                day = words.day(date.fromisoformat(version.until))
                self.add(small(look, words("community.tried-until", day=day)))
            agreement = overview.agreement or Agreement({}, ())
            if stood := agreement_text(words, agreement, overview.asked):
                self.add(small(look, stood))
            if version.reason:
                since = words("community.since-version", number=overview.since)
                over = [TextRun(f"{since} ", strong=True)] if overview.since is not None else []
                said = small(look, [*over, TextRun(version.reason)], "plain")
                self.add(hairline(look), said)
        self.body.addSpacing(look.px(4))
        self.button = for_reading(quiet_button(look, words("community.open-charter"), small=True))
        self.button.setObjectName("open charter")
        self.button.clicked.connect(self.asked)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
