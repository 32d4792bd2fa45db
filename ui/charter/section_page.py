"""One section of the charter as a page: eyebrow, heading, clauses, and the sections under it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.types import Section
from app.charter.changes import ClauseChange
from app.charter.outline import SectionLine
from app.library.rows import Clause
from ui.charter.clause_field import ClauseField, Spot, focus_in
from ui.charter.drafting import Drafting
from ui.charter.holders import SECTION as ROLES
from ui.charter.marked import MarkedClause
from ui.parts.buttons import KeyButton
from ui.parts.labels import WrapLabel, eyebrow, heading
from ui.parts.layouts import FlowLayout, holding
from ui.world import World

ADD_KEYS: Mapping[str, str] = {
    "text": "Ctrl+Shift+P",
    "list": "Ctrl+Shift+L",
    "table": "Ctrl+Shift+T",
}
"""The keys that add a clause, by its form."""


BAR = 14
"""Pixels at the left of the page, where the bar beside the clause that is meant stands."""


class Entry(msgspec.Struct, frozen=True):
    """A clause of the draft (None when it is gone, or only read) and what happened to it."""

    clause: Clause | None
    change: ClauseChange | None


class SectionPart(QWidget):
    """A section's clauses, one below the other; ``head`` is the part's own heading, if any."""

    chosen = Signal(object)
    """The clause field that took the focus."""
    asked = Signal(object, str)
    """A clause field, and what is to be done with it: up, down, remove."""
    walked = Signal(QRect)
    """Where the cursor stands, in this part's own pixels."""
    left_at = Signal(object, int)

    def __init__(
        self, world: World, drafting: Drafting, section: str, known: Section | None
    ) -> None:
        """A section of the catalogue, or (``known`` None) one's own."""
        super().__init__()
        self._world, self._drafting = world, drafting
        self.section, self._known = section, known
        self.fields: list[ClauseField] = []
        self._gone: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(world.look.px(14))

    @property
    def form(self) -> str:
        """The form a first clause has here; the table of roles is drawn from who holds them."""
        if self._known is None or self.section == ROLES:
            return "text"
        return self._known.form

    @property
    def blank(self) -> ClauseField | None:
        """The place where a clause is begun, if there is one."""
        return next((field for field in self.fields if field.clause is None), None)

    def field_of(self, clause: str) -> ClauseField | None:
        """The field of a clause by its id."""
        return next((one for one in self.fields if one.clause and one.clause.id == clause), None)

    def add_blank(self, form: str) -> ClauseField:
        """A place to begin a clause of a form, at the end; the one there is, if of that form."""
        blank = self.blank
        if blank is not None and blank.spot.form == form:
            return blank
        if blank is not None:
            blank.flush()
        if blank is not None and blank.clause is None:
            self._drop(blank)
        field = self._field(form)
        self.fields.append(field)
        self._column.addWidget(field)
        return field

    def drop_blank(self) -> None:
        """Take the place where a clause is begun away, unless it is all there is."""
        blank = self.blank
        if blank is not None and len(self.fields) > 1:
            self._drop(blank)

    def show_entries(self, entries: Sequence[Entry], *, marking: bool) -> None:
        """Show the clauses as they now are. Fields that stay are kept, with what is typed."""
        wanted = {entry.clause.id for entry in entries if entry.clause is not None}
        for field in list(self.fields):
            lost = field.clause is not None and field.clause.id not in wanted
            if lost:
                self._drop(field)
        for widget in self._gone:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._gone = []
        blank = self.blank
        order: list[ClauseField] = []
        for at, entry in enumerate(entries):
            if entry.clause is not None:
                field = self.field_of(entry.clause.id) or self._field(entry.clause.form)
                field.show_clause(entry.clause)
                field.mark(entry.change if marking else None)
                order.append(field)
                self._put(field, at)
            elif marking and entry.change is not None:
                gone = MarkedClause(
                    self._world.look, self._world.words, entry.change, self._heads(), marked=True
                )
                self._gone.append(gone)
                self._put(gone, at)
        self.fields = [*order, *([blank] if blank is not None else [])]
        if not self.fields:
            self.add_blank(self.form)

    def show_read(self, changes: Sequence[ClauseChange], *, marking: bool) -> None:
        """Show clauses that are only read."""
        for change in changes:
            if change.now is not None or marking:
                read = MarkedClause(
                    self._world.look, self._world.words, change, self._heads(), marked=marking
                )
                self._column.addWidget(read)

    def _put(self, widget: QWidget, at: int) -> None:
        if self._column.indexOf(widget) != at:
            self._column.removeWidget(widget)
            self._column.insertWidget(at, widget)

    def _drop(self, field: ClauseField) -> None:
        self.fields.remove(field)
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _heads(self) -> tuple[str, ...]:
        if self._known is None:
            return ()
        said = self._known.in_language(self._world.words.language).columns
        return tuple(said.get(column, "") for column in self._known.columns)

    def _field(self, form: str) -> ClauseField:
        words = self._world.words
        if self._known is not None:
            said = self._known.in_language(words.language)
            name, prompt = said.heading, said.prompt
        else:
            name, prompt = self.section, words("charter.own-prompt")
        begun = any(field.clause is not None for field in self.fields)
        prompt = words("charter.write-here") if begun else prompt
        heads = self._heads() if form == "table" else ()
        spot = Spot(self.section, form, heads, prompt, name)
        field = ClauseField(self._world, self._drafting, spot)
        field.chosen.connect(lambda: self.chosen.emit(field))
        field.asked.connect(lambda code: self.asked.emit(field, code))
        field.left_at.connect(lambda by: self.left_at.emit(field, by))
        field.walked.connect(
            lambda place: self.walked.emit(QRect(field.mapTo(self, place.topLeft()), place.size()))
        )
        return field


class SectionPage(QWidget):
    """A section and those under it. Made anew for another section, or to be only read."""

    chosen = Signal(object)
    asked = Signal(object, str)
    walked = Signal(QRect)

    def __init__(
        self, world: World, drafting: Drafting, line: SectionLine, *, read_only: bool
    ) -> None:
        """A page without clauses yet."""
        super().__init__()
        self._world, self.line, self.read_only = world, line, read_only
        self._meant: ClauseField | None = None
        look, words = world.look, world.words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(BAR), 0, 0, 0)
        self._column.setSpacing(0)
        said = line.section.in_language(words.language) if line.section else None
        name = said.name if said else words("charter.own-section")
        self.title = heading(look, said.heading if said else line.id, 1)
        self._column.addWidget(eyebrow(look, name, "teal"))
        self._column.addWidget(self.title)
        self._column.addSpacing(look.px(12))
        self.prompt = WrapLabel(look, said.prompt if said else "", "charter", "mute")
        self.prompt.setContentsMargins(0, 0, 0, look.px(10))
        self.prompt.hide()
        self._column.addWidget(self.prompt)
        self.parts = [SectionPart(world, drafting, line.id, line.section)]
        self._column.addWidget(self.parts[0])
        self._adding = self._add_row()
        self._column.addWidget(self._adding)
        self._children: list[tuple[SectionPart, WrapLabel]] = []
        for child in line.children:
            head = WrapLabel(look, child.in_language(words.language).heading, "strong")
            part = SectionPart(world, drafting, child.id, child)
            self.parts.append(part)
            self._children.append((part, head))
            self._column.addSpacing(look.px(18))
            self._column.addWidget(head)
            self._column.addSpacing(look.px(6))
            self._column.addWidget(part)
        self._column.addStretch(1)
        for part in self.parts:
            part.chosen.connect(self.chosen)
            part.asked.connect(self.asked)
            part.left_at.connect(self._step)
            part.walked.connect(self._telling(part))

    def add_below(self, widget: QWidget) -> None:
        """Put something below the section's own clauses, such as who holds which role."""
        self._column.insertWidget(self._column.indexOf(self._adding) + 1, widget)

    @property
    def fields(self) -> list[ClauseField]:
        """Every clause's field, in the order of reading."""
        return [field for part in self.parts for field in part.fields]

    def part_of(self, field: ClauseField) -> SectionPart:
        """The part a field stands in."""
        return next(part for part in self.parts if field in part.fields)

    def show_entries(self, entries: dict[str, list[Entry]], *, marking: bool) -> None:
        """Show the clauses of each section, as they now are."""
        for part in self.parts:
            part.show_entries(entries.get(part.section, []), marking=marking)
        first = self.parts[0]
        empty = not entries.get(first.section)
        self.prompt.setVisible(empty and first.form == "table" and bool(self.prompt.text()))
        self._adding.setVisible(not empty)

    def show_read(self, changes: Sequence[ClauseChange], *, marking: bool) -> None:
        """Show what is only read; sections that say nothing are left out."""
        self._adding.hide()
        for part in self.parts:
            own = [one for one in changes if one.section == part.section]
            part.show_read(own, marking=marking)
        for part, head in self._children:
            head.setVisible(any(one.section == part.section for one in changes))

    def choose(self, meant: ClauseField | None) -> None:
        """Mark the clause that is meant."""
        self._meant = meant
        for field in self.fields:
            field.set_selected(field is meant)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar beside the clause that is meant."""
        field = self._meant
        if field is None or field not in self.fields:
            return
        tokens = self._world.look.tokens
        colour = tokens.ember if focus_in(field) else tokens.line
        top = field.mapTo(self, QPoint(0, 0)).y()
        painter = QPainter(self)
        painter.fillRect(QRect(0, top + 2, 3, max(0, field.height() - 4)), QColor(colour))
        painter.end()

    def _step(self, field: ClauseField, by: int) -> None:
        """An arrow led out of a clause: to the next or the one before."""
        fields = self.fields
        to = fields.index(field) + by
        if 0 <= to < len(fields):
            fields[to].begin(at_end=by < 0)

    def _telling(self, part: SectionPart) -> Callable[[QRect], None]:
        def tell(place: QRect) -> None:
            self.walked.emit(QRect(part.mapTo(self, place.topLeft()), place.size()))

        return tell

    def _add_row(self) -> QWidget:
        """What adds a clause to the section itself, each with its key."""
        look, words = self._world.look, self._world.words
        row = FlowLayout(look.px(12), look.px(4))
        row.setContentsMargins(0, look.px(14), 0, 0)
        forms = ["text", "list"]
        if self.line.section is not None and self.line.section.columns:
            forms.append("table")
        for form in forms:
            button = KeyButton(
                look, words, words(f"charter.add-{form}"), ADD_KEYS[form], "crumb", bind=False
            )
            button.setObjectName(f"add {form}")
            button.clicked.connect(partial(self.begin_clause, form))
            row.addWidget(button)
        return holding(row)

    def begin_clause(self, form: str) -> None:
        """Begin a clause of a form in the section itself."""
        if form == "table" and not (self.line.section and self.line.section.columns):
            return
        field = self.parts[0].add_blank(form)
        QTimer.singleShot(0, field, field.begin)
