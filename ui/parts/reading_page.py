"""A page of what the catalogue knows, set as in a book: one measure, serif prose, links below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.catalogue.glossary_terms import GlossaryTerms
from app.catalogue.reading_entries import PoleWords
from app.catalogue.reading_pages import Passage, ReadingEntry
from app.catalogue.reading_search import ReadingSearch
from app.words import Words
from ui.look.look import Look
from ui.look.themes import STAGES, Tone
from ui.parts.buttons import Button, link_button
from ui.parts.card import Card
from ui.parts.cell_rows import CellRows, Column
from ui.parts.deletion import clear_layout
from ui.parts.explained_words import ExplainedWords
from ui.parts.labels import WrapLabel, eyebrow, heading
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import QuoteLabel

MEASURE = 620
"""How wide lines are at most, pixels at 100 %."""


class ReadingPage(QFrame):
    """One page. ``exercise_asked`` is sent with the id of an exercise whose link is followed,
    ``entry_asked`` with the key of another page, ``shown`` when another page is."""

    exercise_asked = Signal(str)
    entry_asked = Signal(str)
    shown = Signal()

    def __init__(
        self, look: Look, words: Words, catalogue: Catalogue, search: ReadingSearch
    ) -> None:
        """Nothing to read yet."""
        super().__init__()
        for_reading(self)
        self._look, self._words = look, words
        self._catalogue, self._search = catalogue, search
        self.entry: ReadingEntry | None = None
        self.column = ScrollColumn(look, page=True, gap=0)
        self._above = WrapLabel(look, "", "small-strong")
        self.title = heading(look, "", 1)
        self.lead = WrapLabel(look, "", "charter")
        self.facts = WrapLabel(look, "", "small", "mute")
        self._passages = QVBoxLayout()
        self._passages.setContentsMargins(0, 0, 0, 0)
        self._passages.setSpacing(look.px(6))
        self.above_passages = QVBoxLayout()
        self.above_passages.setContentsMargins(0, 0, 0, 0)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(look.px(6))
        for widget in (self._above, self.title, self.lead, self.facts):
            inner.addWidget(widget)
        inner.addLayout(self.above_passages)
        inner.addLayout(self._passages)
        self._leaf = holding(inner)
        self._leaf.setMaximumWidth(look.size(MEASURE))
        self.column.add(self._leaf)
        self._terms = ExplainedWords(self, GlossaryTerms(catalogue, words.language), words)
        self._terms.asked.connect(self.entry_asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self.column)

    def show_entry(self, entry: ReadingEntry, passages: Sequence[Passage] | None = None) -> None:
        """Show a page from its top; ``passages`` stand for its own where they are given."""
        fresh = self.entry is None or entry.key != self.entry.key
        self.entry = entry
        words = self._words
        tone: Tone = next((stage for stage in STAGES if stage == entry.tone), "mute")
        self._above.set_text(words(f"reading.sort.{entry.sort}"))
        self._above.set_tone(tone)
        self.title.setText(entry.name)
        self.lead.setText(entry.lead)
        self.lead.setVisible(bool(entry.lead))
        facts = [words(f"reading.fact.{code}", n=n) for code, n in entry.facts.items()]
        self.facts.setText(" · ".join(facts))
        self.facts.setVisible(bool(facts))
        clear_layout(self._passages)
        for passage in entry.passages if passages is None else passages:
            self._passages.addWidget(self._passage(passage))
        if fresh:
            self.column.verticalScrollBar().setValue(0)
            self.shown.emit()
        self._terms.explain(self._leaf, entry.id if entry.sort == "term" else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, a card's, and the hairline at its left."""
        painter = QPainter(self)
        tokens = self._look.theme
        painter.fillRect(self.rect(), QColor(tokens.card))
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(tokens.line))
        painter.end()

    def _passage(self, passage: Passage) -> QWidget:
        """A head, what is said under it, and where it leads."""
        look, words = self._look, self._words
        column = QVBoxLayout()
        column.setContentsMargins(0, look.px(14), 0, 0)
        column.setSpacing(look.px(6))
        if passage.code:
            tone: Tone = "teal" if passage.voice == "good" else "mute"
            column.addWidget(eyebrow(look, words(f"reading.head.{passage.code}"), tone))
        elif passage.head:
            column.addWidget(heading(look, passage.head, 2))
        for text in passage.texts:
            quoted = passage.voice in {"quote", "good", "weak"}
            said = QuoteLabel(look, words, text) if quoted else WrapLabel(look, text, "quote")
            if passage.voice == "weak":
                said.set_tone("mute")
            column.addWidget(said)
        if passage.items:
            column.addWidget(self._list(passage.items))
        if passage.poles:
            column.addWidget(self._poles(passage.poles))
        links = self._links(passage)
        if links:
            flow = FlowLayout(look.px(14), look.px(4))
            for link in links:
                flow.addWidget(link)
            column.addWidget(holding(flow))
        return holding(column)

    def _list(self, items: Sequence[str]) -> QWidget:
        rows = CellRows(self._look, (Column(0, "quote", "mute"), Column(1, "quote")))
        for item in items:
            rows.add("•", item)
        return rows

    def _poles(self, poles: Sequence[PoleWords]) -> QWidget:
        """Both sides of a paradox as a map: what each gives, and what too much of it brings."""
        look, words = self._look, self._words
        both = ShareLayout(look.px(16), look.px(16), even=True)
        for pole in poles:
            card = Card(look, pole.name, tight=True)
            for code, texts in (("gifts", pole.gifts), ("too-much", pole.too_much)):
                card.body.addSpacing(look.px(6))
                tone: Tone = "teal" if code == "gifts" else "amber"
                card.add(eyebrow(look, words(f"reading.head.{code}"), tone))
                card.add(self._list(texts))
            card.body.addStretch(1)
            both.add(card, 1, look.size(220))
        return holding(both)

    def _links(self, passage: Passage) -> list[QWidget]:
        links: list[QWidget] = []
        for exercise_id in passage.exercises:
            exercise = self._catalogue.find_exercise(exercise_id)
            if exercise is not None:
                name = exercise.in_language(self._words.language).name
                link = self._link(self._words("reading.try", name=name), exercise_id)
                link.clicked.connect(self._ask_exercise)
                links.append(link)
        for key in passage.entries:
            entry = self._search.by_key.get(key)
            if entry is not None:
                link = self._link(entry.name, key)
                link.clicked.connect(self._ask_entry)
                links.append(link)
        return links

    def _link(self, text: str, leads: str) -> Button:
        link = link_button(self._look, text)
        link.setProperty("leads", leads)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return link

    def _ask_exercise(self) -> None:
        self.exercise_asked.emit(str(self.sender().property("leads")))

    def _ask_entry(self) -> None:
        self.entry_asked.emit(str(self.sender().property("leads")))
