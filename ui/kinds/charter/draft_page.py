"""The draft as a page: sections one after the other, each clause written where it stands."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.charter.changes import ClauseChange
from app.charter.versions import DraftStatus, frozen
from app.library.rows import Clause
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.card import paint_card
from ui.parts.clauses.clause_field import ClauseField, Manner
from ui.parts.clauses.drafting import Drafting
from ui.parts.clauses.marked import MarkedClause
from ui.parts.clauses.section_clauses import Entry, SectionClauses, SectionTold
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel, eyebrow, heading, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

EDIT_KEY = "F2"
"""Write in the current clause."""


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
    def heads(self) -> tuple[object, ...]:
        """What stands on the page besides the clauses."""
        return (self.id, self.name, self.heading, self.prompt, self.columns)


class SectionPart(QWidget):
    """A section of the page: its heads, its question while it is empty, its clauses."""

    def __init__(self, world: World, drafting: Drafting, section: PageSection) -> None:
        """No clauses yet."""
        super().__init__()
        look: Look = world.look
        side = look.px(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        self.name = eyebrow(look, section.name)
        heads = QVBoxLayout()
        heads.setContentsMargins(side, 0, side, 0)
        heads.setSpacing(0)
        heads.addWidget(self.name)
        heads.addWidget(heading(look, section.heading, 2))
        self.prompt = WrapLabel(look, section.prompt, "quote", "mute")
        heads.addWidget(self.prompt)
        shown = SectionTold(
            id=section.id, name=section.name, columns=section.columns, may_begin=False
        )
        self.clauses = SectionClauses(world, drafting, shown, Manner(in_room=True))
        self._world, self._heads = world, section.columns
        self._read: list[MarkedClause] = []
        self._sections = QVBoxLayout()
        self._sections.setContentsMargins(side, look.px(5), side, look.px(5))
        self._sections.setSpacing(look.px(8))
        column.addLayout(heads)
        column.addWidget(self.clauses)
        column.addLayout(self._sections)

    @property
    def fields(self) -> list[ClauseField]:
        """The clauses' fields, in order."""
        return self.clauses.fields

    def show_section(self, section: PageSection, *, current: bool, read: bool) -> None:
        """Show the clauses, to be written or only ``read``; the section where the next line goes
        has its name in ember."""
        self.name.set_tone("ember" if current else "teal")
        self.prompt.setVisible(not section.clauses)
        self.clauses.show_entries([Entry(clause) for clause in section.clauses])
        self.clauses.setVisible(bool(section.clauses) and not read)
        for old in self._read:
            self._sections.removeWidget(old)
            old.hide()
            delete_later(old)
        self._read = [self._as_read(clause) for clause in section.clauses if read]
        for clause in self._read:
            self._sections.addWidget(clause)

    def _as_read(self, clause: Clause) -> MarkedClause:
        same = frozen(clause)
        change, world = ClauseChange(same, same), self._world
        return MarkedClause(world.look, world.words, change, self._heads, marked=False)


class DraftPage(QFrame):
    """The page on its card."""

    entered = Signal(str)
    """Id of the clause one now writes in."""
    removed = Signal(str)
    """Id of a clause that is emptied once more: it is to go."""
    chosen_wording = Signal(str)
    """Id of a clause that is kept among several wordings of the same thing."""

    def __init__(self, world: World, drafting: Drafting) -> None:
        """An empty page, whose clauses are written through ``drafting``."""
        super().__init__()
        self._world, self._drafting, self._look = world, drafting, world.look
        self._heads: tuple[tuple[object, ...], ...] = ()
        self.parts: dict[str, SectionPart] = {}
        self.column = ScrollColumn(self._look, gap=20)
        self.column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = self._look.px(18)
        self.column.body.setContentsMargins(0, around, self._look.px(4), around)
        self.standing = small(self._look, "", "plain")
        self.begin = KeyButton(self._look, world.words, "", EDIT_KEY, small=True, bind=False)
        self.begin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = ShareLayout(self._look.px(10), self._look.px(6), middle=True)
        row.add(self.standing, 1, self._look.size(170))
        row.add(self.begin, 0)
        self._strip = holding(row)
        self._strip.hide()
        row.setContentsMargins(self._look.px(10), 0, self._look.px(10), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(around, 2, self._look.px(6), 2)
        column.setSpacing(0)
        # It goes along when the page is scrolled, so that little room is left to what is read.
        self.column.body.insertWidget(0, self._strip)
        column.addWidget(self.column)

    def fields(self) -> list[ClauseField]:
        """Every field, in order."""
        return [field for part in self.parts.values() for field in part.fields]

    def field_of(self, clause: str) -> ClauseField | None:
        """The field of a clause by its id."""
        return next((field for field in self.fields() if field.clause_id == clause), None)

    def show_standing(self, standing: DraftStatus, *, locked: bool) -> None:
        """Say how the draft stands to what was agreed; where that is ``locked``, which draft can be
        begun."""
        words, latest = self._world.words, standing.latest
        sentence = begin = ""
        if latest is not None and latest.status == "agreed":
            code = "agreed" if locked else "drafted"
            facts = {"n": latest.number, "next": standing.next}
            sentence = words(f"kinds.charter.stands-{code}", **facts)
            begin = words("kinds.charter.begin-draft", n=standing.next) if locked else ""
        self.standing.set_text(sentence)
        self.begin.setText(begin)
        self.begin.setVisible(bool(begin))
        self._strip.setVisible(bool(sentence))

    def show_sections(
        self, sections: Sequence[PageSection], current: str, *, read: bool = False
    ) -> None:
        """Show sections with their clauses; what one writes in stays under one's hands. ``read``:
        they are only read."""
        heads = tuple(section.heads for section in sections)
        if heads != self._heads:
            self._heads = heads
            self._build(sections)
        for section in sections:
            part = self.parts[section.id]
            part.show_section(section, current=section.id == current, read=read)

    def see(self, section: str) -> None:
        """Bring a section into sight, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._see(section))

    def to_top(self) -> None:
        """Show how the page stands, and its beginning."""
        self.column.verticalScrollBar().setValue(0)

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
        """Lay out the sections; those that stay keep their fields, and what is typed in them."""
        bar = self.column.verticalScrollBar().value()
        wanted = {section.id for section in sections}
        for gone in [one for one in self.parts if one not in wanted]:
            part = self.parts.pop(gone)
            self.column.body.removeWidget(part)
            part.hide()
            delete_later(part)
        known, self.parts = self.parts, {}
        for at, section in enumerate(sections, start=1):  # below how the page stands
            part = known.get(section.id) or self._part(section)
            self.parts[section.id] = part
            if self.column.body.indexOf(part) != at:
                self.column.body.insertWidget(at, part)
        self.column.verticalScrollBar().setValue(bar)

    def _part(self, section: PageSection) -> SectionPart:
        part = SectionPart(self._world, self._drafting, section)
        part.clauses.chosen.connect(self._enter)
        part.clauses.asked.connect(self._ask)
        return part

    def _enter(self, field: ClauseField) -> None:
        self.entered.emit(field.clause_id)

    def _ask(self, field: ClauseField, code: str) -> None:
        if code == "remove":
            self.removed.emit(field.clause_id)
        elif code == "choose":
            self.chosen_wording.emit(field.clause_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look)
        painter.end()
