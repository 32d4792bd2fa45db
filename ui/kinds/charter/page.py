"""The draft as a page: sections one after the other, each clause written where it stands."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.library.rows import Clause
from app.words import Words
from ui.kinds.charter.clause_field import ClauseField
from ui.look.look import Look
from ui.parts.card import paint_card
from ui.parts.labels import WrapLabel, eyebrow, heading
from ui.parts.scroll_column import ScrollColumn


class PageSection(msgspec.Struct, frozen=True):
    """A section on the page: what it is called, its heading, the question where it is empty, the
    heads of a table, and its clauses."""

    id: str
    name: str
    heading: str
    prompt: str
    columns: tuple[str, ...]
    clauses: tuple[Clause, ...]

    @property
    def shape(self) -> tuple[object, ...]:
        """What the page is built from; only words may differ between two of one shape."""
        known = tuple((one.id, one.form, one.heading) for one in self.clauses)
        return (self.id, self.name, self.heading, known)


class SectionPart(QWidget):
    """A section of the page."""

    def __init__(self, look: Look, words: Words, section: PageSection) -> None:
        """Its heads and its clauses."""
        super().__init__()
        self._look, self._words = look, words
        self.fields: dict[str, ClauseField] = {}
        side = look.px(10)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self.name = eyebrow(look, section.name)
        heads = QVBoxLayout()
        heads.setContentsMargins(side, 0, side, 0)
        heads.setSpacing(0)
        heads.addWidget(self.name)
        heads.addWidget(heading(look, section.heading, 2))
        self.prompt = WrapLabel(look, section.prompt, "quote", "mute")
        heads.addWidget(self.prompt)
        self._column.addLayout(heads)
        # Only now: shown before it has its place, it would be a window for an instant.
        self.prompt.setVisible(not section.clauses)
        for number, clause in enumerate(section.clauses, start=1):
            self._add(section, clause, number)

    def show_words(self, section: PageSection, *, current: bool) -> None:
        """Show the clauses' words; the section where the next line goes has its name in ember."""
        self.name.set_tone("ember" if current else "teal")
        for clause in section.clauses:
            if clause.id in self.fields:
                self.fields[clause.id].show_text(clause.text)

    def _add(self, section: PageSection, clause: Clause, number: int) -> None:
        if clause.heading:
            head = WrapLabel(self._look, clause.heading, "strong")
            head.setContentsMargins(self._look.px(10), 0, 0, 0)
            self._column.addWidget(head)
        name = self._words("kinds.charter.clause-name", section=section.name, n=number)
        field = ClauseField(self._look, self._words, clause.id, clause.form, section.columns, name)
        field.show_text(clause.text)
        self.fields[clause.id] = field
        self._column.addWidget(field)


class DraftPage(QFrame):
    """The page on its card."""

    typed = Signal(str, str)
    """Id of a clause, and its words."""
    entered = Signal(str)
    """Id of the clause one now writes in."""
    left = Signal(str, str)
    """Id of the clause one has left, and its words; perhaps in the midst of a change."""

    def __init__(self, look: Look, words: Words) -> None:
        """An empty page."""
        super().__init__()
        self._look, self._words = look, words
        self._shape: tuple[object, ...] = ()
        self.parts: dict[str, SectionPart] = {}
        self.column = ScrollColumn(look, gap=20)
        self.column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = look.px(18)
        self.column.body.setContentsMargins(0, around, look.px(4), around)
        column = QVBoxLayout(self)
        column.setContentsMargins(around, 2, look.px(6), 2)
        column.addWidget(self.column)

    def field(self, clause: str) -> ClauseField | None:
        """The field of a clause, if it is on the page."""
        found = (part.fields.get(clause) for part in self.parts.values())
        return next((field for field in found if field is not None), None)

    def fields(self) -> list[ClauseField]:
        """Every field, in order."""
        return [field for part in self.parts.values() for field in part.fields.values()]

    def show_sections(self, sections: Sequence[PageSection], current: str) -> None:
        """Show sections with their clauses; what one writes in stays under one's hands."""
        shape = tuple(section.shape for section in sections)
        if shape != self._shape:
            self._shape = shape
            self._build(sections)
        for section in sections:
            self.parts[section.id].show_words(section, current=section.id == current)

    def see(self, section: str) -> None:
        """Bring a section into sight, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._see(section))

    def _see(self, section: str) -> None:
        part = self.parts.get(section)
        if part is None:
            return
        bar, page = self.column.verticalScrollBar(), self.column.viewport().height()
        top, bottom = part.geometry().top(), part.geometry().bottom()
        if bottom - top > page or top < bar.value():
            bar.setValue(top - self._look.px(18))
        elif bottom > bar.value() + page:
            bar.setValue(bottom - page + self._look.px(18))

    def _build(self, sections: Sequence[PageSection]) -> None:
        held = next((field for field in self.fields() if field.writing), None)
        at = held.place if held else 0
        unsaved = {field.clause: field.unsaved() for field in self.fields()}
        for field in self.fields():
            field.blockSignals(True)
        bar = self.column.verticalScrollBar().value()
        self.column.clear()
        self.parts = {}
        for section in sections:
            part = SectionPart(self._look, self._words, section)
            self.parts[section.id] = part
            self.column.add(part)
            for field in part.fields.values():
                field.typed.connect(self.typed)
                field.entered.connect(self.entered)
                field.left.connect(self.left)
        self.column.verticalScrollBar().setValue(bar)
        for field in self.fields():
            words = unsaved.get(field.clause)
            if words is not None:
                field.go_on_with(words)
        again = self.field(held.clause) if held else None
        if again is not None:
            again.begin(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look)
        painter.end()
