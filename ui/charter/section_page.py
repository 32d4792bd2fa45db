"""One section of the charter as a page: eyebrow, heading, clauses, and the sections under it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.changes import ClauseChange
from app.charter.outline import SectionLine
from app.charter.sections import ShapedSection
from app.library.charter_rows import FrozenHead
from app.words import Words
from exports.change_words import standing_lines
from ui.charter.role_holders import SECTION as ROLES
from ui.charter.section_help import SectionHelp
from ui.parts.buttons import KeyButton
from ui.parts.clauses.clause_field import ClauseField, Manner, focus_in
from ui.parts.clauses.drafting import Drafting
from ui.parts.clauses.section_clauses import Entry, SectionClauses, SectionTold
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


def section_told(shaped: ShapedSection, words: Words) -> SectionTold:
    """What the clauses of a section need to know, of the catalogue's or of one's own. The table of
    roles is drawn from who holds them, so that a first clause there is a text."""
    known, shape, language = shaped.section, shaped.shape, words.language
    form: str = known.form if known is not None else "text"
    if shape is not None and (shape.form or shape.columns):
        form = shape.form or "table"
    return SectionTold(
        id=shaped.id,
        name=shaped.heading(language),
        columns=shaped.columns(language),
        form="text" if shaped.id == ROLES else form,
        prompt=known.in_language(language).prompt if known else words("charter.own-prompt"),
        prompt_again=words("charter.write-here"),
    )


class SectionPage(QWidget):
    """A section and those under it. Made anew for another section, or to be only read."""

    chosen = Signal(object)
    asked = Signal(object, str)
    cursor_moved = Signal(QRect)

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
        wording = line.section.in_language(words.language) if line.section else None
        name = wording.name if wording else words("charter.own-section")
        self.title = heading(look, line.shaped.heading(words.language), 1)
        self._column.addWidget(eyebrow(look, name, "teal"))
        self._column.addWidget(self.title)
        self._column.addSpacing(look.px(12))
        self._standing = [self._standing_label(line.shaped)]
        self.prompt = WrapLabel(look, wording.prompt if wording else "", "charter", "mute")
        self.prompt.setContentsMargins(0, 0, 0, look.px(10))
        self.prompt.hide()
        self._column.addWidget(self.prompt)
        first = section_told(line.shaped, words)
        self.parts = [SectionClauses(world, drafting, first, Manner())]
        self._column.addWidget(self.parts[0])
        self._adding = self._add_row()
        self._column.addWidget(self._adding)
        self.help = SectionHelp(world, line.section) if line.section and not read_only else None
        if self.help is not None:
            self._column.addWidget(self.help)
        self._children: list[tuple[SectionClauses, WrapLabel]] = []
        for child in line.children:
            head = WrapLabel(look, child.heading(words.language), "strong")
            section = section_told(child, words)
            part = SectionClauses(world, drafting, section, Manner())
            self.parts.append(part)
            self._children.append((part, head))
            self._column.addSpacing(look.px(18))
            self._column.addWidget(head)
            self._column.addSpacing(look.px(6))
            self._standing.append(self._standing_label(child))
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

    def part_of(self, field: ClauseField) -> SectionClauses:
        """The part a field stands in."""
        return next(part for part in self.parts if field in part.fields)

    def show_entries(self, entries: dict[str, list[Entry]], *, marking: bool) -> None:
        """Show the clauses of each section, as they now are."""
        for part in self.parts:
            part.show_entries(entries.get(part.section.id, []), marking=marking)
        first = self.parts[0]
        empty = not entries.get(first.section.id)
        self.prompt.setVisible(empty and first.section.form == "table" and bool(self.prompt.text()))
        self._adding.setVisible(not empty)

    def show_standing(self, head: FrozenHead) -> None:
        """Say how each section stands to the rules of the body above, which ``head`` names, and
        where a heading is kept with nothing under it."""
        words = self._world.words
        for label, one in self._standing:
            lines = standing_lines(words, head, one)
            if one.shape is not None and one.shape.left_empty:
                lines.append(words("reshaped.standing.left-empty"))
            label.set_text("\n".join(lines))
            label.setVisible(bool(lines))

    def show_read(self, changes: Sequence[ClauseChange], *, marking: bool) -> None:
        """Show what is only read; sections that say nothing are left out."""
        self._adding.hide()
        for part in self.parts:
            own = [one for one in changes if one.section == part.section.id]
            part.show_read(own, marking=marking)
        told = {one.id for _, one in self._standing if one.told}
        for part, head in self._children:
            said = any(one.section == part.section.id for one in changes)
            head.setVisible(said or part.section.id in told)

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
        tokens = self._world.look.theme
        colour = tokens.ember if focus_in(field) else tokens.line
        at = field.mapTo(self, QPoint(0, 0))
        # Beside another wording, it stands where that field begins.
        left = max(0, at.x() - self._world.look.px(BAR))
        painter = QPainter(self)
        painter.fillRect(QRect(left, at.y() + 2, 3, max(0, field.height() - 4)), QColor(colour))
        painter.end()

    def _standing_label(self, shaped: ShapedSection) -> tuple[WrapLabel, ShapedSection]:
        """Where it is said how a section stands, once that is known."""
        label = WrapLabel(self._world.look, "", "body", "mute")
        label.setContentsMargins(0, 0, 0, self._world.look.px(10))
        label.hide()
        self._column.addWidget(label)
        return label, shaped

    def _step(self, field: ClauseField, by: int) -> None:
        """An arrow led out of a clause: to the next or the one before."""
        fields = self.fields
        to = fields.index(field) + by
        if 0 <= to < len(fields):
            fields[to].begin(at_end=by < 0)

    def _telling(self, part: SectionClauses) -> Callable[[QRect], None]:
        def tell(place: QRect) -> None:
            self.cursor_moved.emit(QRect(part.mapTo(self, place.topLeft()), place.size()))

        return tell

    def _add_row(self) -> QWidget:
        """What adds a clause to the section itself, each with its key."""
        look, words = self._world.look, self._world.words
        row = FlowLayout(look.px(12), look.px(4))
        row.setContentsMargins(0, look.px(14), 0, 0)
        forms = ["text", "list"]
        if self.line.shaped.columns(words.language):
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
        if form == "table" and not self.line.shaped.columns(self._world.words.language):
            return
        field = self.parts[0].add_blank(form)
        QTimer.singleShot(0, field, field.begin)
