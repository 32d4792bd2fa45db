"""Help for drafting a section of the charter: how to, a good and a weak example; folded away."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.entries import Section
from app.catalogue.glossary_terms import GlossaryTerms
from app.catalogue.reading_pages import entry_key
from ui.parts.buttons import KeyButton, link_button
from ui.parts.card import Well
from ui.parts.explained_words import ExplainedWords
from ui.parts.labels import eyebrow, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.parts.sentences import QuoteLabel
from ui.world import World

HELP_KEY = "Ctrl+Shift+E"


class SectionHelp(QWidget):
    """The help of one section, under a button that unfolds it."""

    def __init__(self, world: World, section: Section) -> None:
        """Folded."""
        super().__init__()
        for_reading(self)
        look, words = world.look, world.words
        self._world, self.section = world, section
        told = section.in_language(words.language)
        self.button = KeyButton(look, words, words("charter.help-open"), HELP_KEY, "crumb")
        self.button.setObjectName("help")
        self.button.clicked.connect(self.turn)
        self.page_button = link_button(look, words("charter.help-page"))
        self.page_button.clicked.connect(self._open_page)
        self.told = Well(look)
        self.told.add(
            small(look, told.help, "plain"),
            eyebrow(look, words("reading.head.good"), "teal"),
            QuoteLabel(look, words, told.good),
            eyebrow(look, words("reading.head.weak")),
            QuoteLabel(look, words, told.weak, tone="mute"),
            self.page_button,
        )
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, look.px(6))
        column.setSpacing(look.px(6))
        row = FlowLayout(look.px(12), look.px(4))
        row.addWidget(self.button)
        column.addWidget(holding(row))
        column.addWidget(self.told)
        terms = GlossaryTerms(world.catalogue, words.language)
        explained = ExplainedWords(self, terms, words)
        explained.asked.connect(world.navigator.read_beside)
        self._explained = explained

    def turn(self) -> None:
        """Unfold, or fold away."""
        words, shown = self._world.words, self.told.isHidden()
        self.told.setVisible(shown)
        self.button.setText(words("charter.help-close" if shown else "charter.help-open"))
        if shown:
            self._explained.explain(self.told)

    def _open_page(self) -> None:
        self._world.navigator.read_beside(entry_key("section", self.section.id))
