"""The clauses of one section, one below the other, each in a field of its own."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.changes import ClauseChange
from app.charter.wordings import side_by_side
from app.library.drafts import places_with_drafts
from app.library.rows import Clause
from ui.parts.clauses.clause_field import ClauseField, Manner, Spot
from ui.parts.clauses.drafting import Drafting
from ui.parts.clauses.marked import MarkedClause
from ui.parts.clauses.wordings_row import WordingsRow
from ui.parts.deletion import delete_later
from ui.parts.text_places import new_clause_place
from ui.world import World

FORMS = ("text", "list", "table")
"""The forms a clause may have."""


class Entry(msgspec.Struct, frozen=True):
    """A clause of the draft (None when it is gone, or only read) and what happened to it."""

    clause: Clause | None
    change: ClauseChange | None = None


class SectionTold(msgspec.Struct, frozen=True, kw_only=True):
    """A section as its clauses need to know it: its id, what they are called by screen readers,
    the heads of its table, the form of a first clause. ``prompt`` stands in the first clause while
    it is empty, ``prompt_again`` in the others; without ``may_begin`` none is begun here."""

    id: str
    name: str
    columns: tuple[str, ...] = ()
    form: str = "text"
    prompt: str = ""
    prompt_again: str = ""
    may_begin: bool = True


class SectionClauses(QWidget):
    """The fields of a section's clauses. Fields that stay are kept, with what is typed in them."""

    chosen = Signal(object)
    """The clause field that took the focus."""
    asked = Signal(object, str)
    """A clause field, and what is to be done with it: a code of ``CLAUSE_KEYS``."""
    walked = Signal(QRect)
    """Where the cursor stands, in this widget's own pixels."""
    left_at = Signal(object, int)

    def __init__(
        self, world: World, drafting: Drafting, section: SectionTold, manner: Manner
    ) -> None:
        """No clauses yet."""
        super().__init__()
        self._world, self._drafting, self._manner = world, drafting, manner
        self.section = section
        self.fields: list[ClauseField] = []
        self._gone: list[QWidget] = []
        self._rows: dict[tuple[ClauseField, ...], WordingsRow] = {}
        self._shown = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(world.look.px(2 if manner.in_room else 14))

    @property
    def blank(self) -> ClauseField | None:
        """The place where a clause is begun, if there is one."""
        return next((field for field in self.fields if not field.clause_id), None)

    def field_of(self, clause: str) -> ClauseField | None:
        """The field of a clause by its id."""
        return next((one for one in self.fields if one.clause_id == clause), None)

    def add_blank(self, form: str) -> ClauseField:
        """A place to begin a clause of a form, at the end; the one there is, if of that form."""
        blank = self.blank
        if blank is not None and blank.spot.form == form:
            return blank
        if blank is not None:
            blank.flush()
        if blank is not None and not blank.clause_id:
            self._drop(blank)
        field = self._field(form)
        field.show_blank()
        self.fields.append(field)
        self._column.addWidget(field)
        return field

    def drop_blank(self) -> None:
        """Take the place where a clause is begun away, unless it is all there is."""
        blank = self.blank
        if blank is not None and len(self.fields) > 1:
            self._drop(blank)

    def show_entries(self, entries: Sequence[Entry], *, marking: bool = False) -> None:
        """Show the clauses as they now are."""
        wanted = {entry.clause.id for entry in entries if entry.clause is not None}
        for field in list(self.fields):
            if field.clause is not None and field.clause.id not in wanted:
                self._drop(field)
        self._remove(self._gone)
        self._gone = []
        blank, before = self.blank, dict(self._rows)
        clauses = [(one.clause, one.change) for one in entries if one.clause is not None]
        order = []
        for clause, change in clauses:
            field = self.field_of(clause.id) or self._field(clause.form)
            field.show_clause(clause)
            field.mark(change if marking else None)
            order.append(field)
        groups = side_by_side([clause for clause, _ in clauses])
        rows = self._wordings_rows(groups, {field.clause_id: field for field in order})
        at = 0
        for entry in entries:
            if entry.clause is not None:
                field = next(one for one in order if one.clause_id == entry.clause.id)
                at = self._put(rows.get(field, field), at)
            elif marking and entry.change is not None:
                gone = MarkedClause(
                    self._world.look,
                    self._world.words,
                    entry.change,
                    self.section.columns,
                    marked=True,
                )
                self._gone.append(gone)
                at = self._put(gone, at)
        # By now the fields that stay have left them.
        self._remove([row for row in before.values() if row not in self._rows.values()])
        self.fields = [*order, *([blank] if blank is not None else [])]
        if self.section.may_begin and blank is None:
            self._offer_blank()

    def show_read(self, changes: Sequence[ClauseChange], *, marking: bool) -> None:
        """Show clauses that are only read."""
        look, words = self._world.look, self._world.words
        for change in changes:
            if change.now is not None or marking:
                read = MarkedClause(look, words, change, self.section.columns, marked=marking)
                self._column.addWidget(read)

    def _offer_blank(self) -> None:
        """Offer a place for the first clause, or for one that was begun and could not be kept."""
        first, self._shown = not self._shown, True
        places = places_with_drafts(self._world.library.reader) if first else frozenset()
        community = self._drafting.scope.community or ""
        begun = [
            form for form in FORMS if new_clause_place(community, self.section.id, form) in places
        ]
        if begun:
            self.add_blank(begun[0])
        elif not self.fields:
            self.add_blank(self.section.form)

    def _wordings_rows(
        self, groups: Sequence[Sequence[Clause]], fields: Mapping[str, ClauseField]
    ) -> Mapping[ClauseField, WordingsRow]:
        """The row in which each field stands that is one of several wordings; rows that stay are
        kept, with the focus in them."""
        before, self._rows = self._rows, {}
        found: dict[ClauseField, WordingsRow] = {}
        for group in groups:
            beside = tuple(fields[one.id] for one in group)
            row = before.get(beside)
            if row is None:
                row = WordingsRow(self._world.look, self._world.words, beside)
                row.chosen.connect(lambda field: self.asked.emit(field, "choose"))
            self._rows[beside] = row
            found |= dict.fromkeys(beside, row)
        for field in fields.values():
            field.beside_others = field in found
        return found

    def _remove(self, widgets: Sequence[QWidget]) -> None:
        for widget in widgets:
            self._column.removeWidget(widget)
            widget.hide()
            delete_later(widget)

    def _put(self, widget: QWidget, at: int) -> int:
        """Put a widget at a place, unless it stands before it already; gives the place after it."""
        if 0 <= self._column.indexOf(widget) < at:
            return at
        if self._column.indexOf(widget) != at:
            self._column.removeWidget(widget)
            self._column.insertWidget(at, widget)
        return at + 1

    def _drop(self, field: ClauseField) -> None:
        self.fields.remove(field)
        self._column.removeWidget(field)
        field.hide()
        delete_later(field)

    def _field(self, form: str) -> ClauseField:
        section = self.section
        begun = any(field.clause is not None for field in self.fields)
        spot = Spot(
            section.id,
            form,
            section.columns if form == "table" else (),
            section.prompt_again if begun else section.prompt,
            section.name,
        )
        field = ClauseField(self._world, self._drafting, spot, self._manner)
        field.chosen.connect(lambda: self.chosen.emit(field))
        field.asked.connect(lambda code: self.asked.emit(field, code))
        field.left_at.connect(lambda by: self.left_at.emit(field, by))
        field.walked.connect(
            lambda place: self.walked.emit(QRect(field.mapTo(self, place.topLeft()), place.size()))
        )
        return field
