"""The charter's three panes: its sections, the page of one of them, and what stands beside it."""

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.clauses import sources_of
from app.charter.note_groups import NoteGroup, grouped, ranked
from app.charter.outline import SectionLine, rest_of
from app.charter.unused_notes import Unused, unused_notes
from app.charter.versions import agreement_of
from app.library.rows import Note
from ui.charter.agreement_card import AgreementCard
from ui.charter.charter_reshaping import RESHAPES, reshape
from ui.charter.charter_view import CharterView
from ui.charter.paper import Paper
from ui.charter.role_holders import SECTION as ROLES
from ui.charter.role_holders import RoleHolders, count_roles
from ui.charter.section_list import SectionList
from ui.charter.section_page import SectionPage
from ui.charter.sources_card import SourcesCard
from ui.parts.advice_card import AdviceCard
from ui.parts.clauses.clause_field import ClauseField, focus_in
from ui.parts.clauses.drafting import Drafting
from ui.parts.scroll_column import ScrollColumn
from ui.parts.tabbed_panes import TabbedPane, TabbedPanes
from ui.world import World

SECTIONS, PAGE, SIDE = 0, 1, 2
"""The panes, in the order of reading."""


class CharterPanes(QWidget):
    """Shows a view of the charter, one section at a time; writes its clauses through drafting.

    ``opened`` is sent with the id of the section a person goes to.
    """

    opened = Signal(str)

    def __init__(self, world: World, drafting: Drafting, community: str) -> None:
        """Nothing shown yet."""
        super().__init__()
        self._world, self._drafting, self._community = world, drafting, community
        self._view: CharterView | None = None
        self._unused = Unused()
        self.section = ""
        self.field: ClauseField | None = None
        """The clause that is meant: the one written in last."""
        look, words = world.look, world.words
        self.sections = SectionList(world, community)
        self.paper = Paper(look)
        self.page: SectionPage | None = None
        self.sources = SourcesCard(look, words)
        self.agreement_card = AgreementCard(look, words, world.catalogue)
        self.advice = AdviceCard(world, community)
        self.side = ScrollColumn(look, gap=14)
        self.side.add(self.sources, self.advice, self.agreement_card)
        self.panes = TabbedPanes(
            look,
            (
                TabbedPane(self.sections, words("charter.sections"), 190, 0),
                TabbedPane(self.paper, words("charter.page"), 430, 3),
                TabbedPane(self.side, words("charter.beside"), 300, 1),
            ),
            PAGE,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.sections.chosen.connect(self.opened)
        self.sources.tied.connect(self._tie)
        self.sources.untied.connect(self._untie)
        self.sources.taken.connect(self._take)
        self.advice.list.opened.connect(self.opened)

    # What it shows

    def show_view(self, view: CharterView, today: date) -> None:
        """Show the charter; what is being typed stays as it is."""
        self._view = view
        line = view.line_of(self.section) or _first(view)
        self.section = line.id if line is not None else ""
        tended = count_roles(self._world, self._community, today)
        rest = rest_of(self._world.catalogue.sections, view.lines)
        read_only = view.shown is not None
        self.sections.show_lines(view.lines, self.section, tended, rest, read_only=read_only)
        self._show_page(view, today)
        self._show_side(view)
        self.panes.lay_out()

    def open_section(self, section: str) -> None:
        """Go to a section; it is shown with the next view."""
        self.section, self.field = section, None
        self.sources.others_shown = False

    def _show_page(self, view: CharterView, today: date) -> None:
        line = view.line_of(self.section)
        if line is None:
            return
        page, read_only = self.page, view.shown is not None
        shown = (page.line.shaped, page.line.children) if page is not None else None
        same = shown == (line.shaped, line.children)
        if page is None or read_only or page.read_only or not same:
            page = self._new_page(view, today)
        page.show_standing(view.head)
        if read_only:
            page.show_read(view.read_of(line), marking=view.marking)
            return
        page.show_entries(view.entries_of(line), marking=view.marking)
        if self.field not in page.fields:
            self.field = page.fields[0] if page.fields else None
        page.choose(self.field)

    def _new_page(self, view: CharterView, today: date) -> SectionPage:
        line = view.line_of(self.section)
        assert line is not None
        read_only = view.shown is not None
        page = SectionPage(self._world, self._drafting, line, read_only=read_only)
        if line.id == ROLES and not read_only:
            holders = RoleHolders(self._world, self._community, today)
            holders.asked.connect(self._go_to_roles)
            page.add_below(holders)
        page.chosen.connect(self._choose)
        page.asked.connect(self._do)
        page.cursor_moved.connect(self.paper.see)
        self.page, self.field = page, None
        self.paper.show_page(page)
        return page

    def _show_side(self, view: CharterView) -> None:
        reader, line = self._world.library.reader, view.line_of(self.section)
        self._unused = Unused()
        if line is not None and view.shown is not None:
            told = [note for one in view.read_of(line) if one.now for note in one.now.sources]
            found = (reader.find(Note, one) for one in dict.fromkeys(told))
            notes = [one for one in found if one is not None]
            self.sources.show_sources(ranked(grouped(reader, notes)), read_only=True)
        elif line is not None:
            clause = self.field.clause if self.field is not None else None
            self._unused = unused_notes(reader, self._community, line.ids)
            notes = sources_of(reader, clause.id) if clause is not None else []
            tied = ranked(grouped(reader, notes))
            self.sources.show_sources(tied, self._unused, blank=clause is None)
        self.advice.show_draft(shown=view.shown is None)
        version = view.agreed_on
        self.agreement_card.setVisible(version is not None)
        if version is not None:
            agreement = agreement_of(reader, version.id)
            self.agreement_card.show_version(version, agreement, len(view.versions), reader)

    # What a person does

    def flush(self, *, again: bool = False) -> bool:
        """Keep everything typed so far; gives whether the library has all of it. What was refused
        is tried ``again`` only when that is asked for; it is said once more then."""
        if self.page is None or self.page.read_only:
            return True
        # Every one of them, also when an earlier one met trouble.
        kept = [field.flush(again=again) for field in self.page.fields]
        return all(kept)

    def may_turn(self) -> bool:
        """Keep everything typed so far; whether another page may take this one's place.

        Not while a text is on the screen alone: it would be lost.
        """
        self.flush()
        page = self.page
        return page is None or page.read_only or all(field.safe for field in page.fields)

    def begin_writing(self) -> None:
        """Take the focus in the clause that is meant, or in the first one."""
        self.panes.show_pane(PAGE)
        page = self.page
        if page is None or page.read_only or not page.fields:
            self.paper.column.setFocus()
            return
        field = self.field if self.field in page.fields else page.fields[0]
        if field is not None:
            QTimer.singleShot(0, field, field.begin)

    def add_clause(self, form: str) -> None:
        """Begin a clause of a form in the section shown."""
        if self.page is not None and not self.page.read_only:
            self.panes.show_pane(PAGE)
            self.page.begin_clause(form)

    def offer_sections(self) -> None:
        """Offer the sections that are not there yet, where one may be added."""
        if self._view is not None and self._view.shown is None:
            self.panes.show_pane(SECTIONS)
            self.sections.offer()

    def turn_notes(self) -> None:
        """Turn to what was said but not taken, and back."""
        self.panes.show_pane(SIDE)
        self.sources.toggle_others()

    def act(self, code: str) -> None:
        """Do something with the clause that is meant: heading, up, down, remove."""
        if self.field is None or self.page is None or self.page.read_only:
            return
        self.field.do(code)

    def next_pane(self) -> None:
        """From the sections to the page, to what stands beside it, and around."""
        here = [focus_in(pane) is not None for pane in (self.sections, self.paper, self.side)]
        at = (here.index(True) + 1) % len(here) if any(here) else PAGE
        self.panes.show_pane(at)
        if at == SECTIONS:
            self.sections.list.setFocus()
        elif at == PAGE:
            self.begin_writing()
        elif self.sources.notes:
            (self.sources.chosen or self.sources.notes[0]).setFocus()
        else:
            beside: QWidget = self.sources.link
            (beside if beside.isVisible() else self.agreement_card.pill).setFocus()

    def _choose(self, field: ClauseField) -> None:
        if self._view is None or self.page is None:
            return
        before, self.field = self.field, field
        self.page.choose(field)
        if before is not field:
            self._show_side(self._view)

    def _do(self, field: ClauseField, code: str) -> None:
        """Move or remove a clause; a place where nothing was written is just taken away."""
        page = self.page
        if page is None or field not in page.fields:
            return
        if not field.flush() and code != "remove":
            return
        at = page.fields.index(field)
        if field.clause is None:
            field.let_go()
            page.part_of(field).drop_blank()
        elif code in RESHAPES:
            if self.flush():
                reshape(self._drafting, page, field, field.clause, code)
            return
        elif code == "remove":
            self._drafting.remove(field.clause)
        else:
            self._drafting.move(field.clause, -1 if code == "up" else 1)
        if code != "remove":
            field.begin()
        elif page.fields:
            page.fields[max(0, min(at - 1, len(page.fields) - 1))].begin(at_end=True)

    def _tie(self, note: str) -> None:
        """A note to the clause that is meant; without one, it is where a clause begins."""
        field = self.field
        if field is None or not field.flush():
            return
        if field.clause is not None:
            self._drafting.tie(field.clause, note)
            return
        text = next((one.note.text for one in self._unused.notes if one.note.id == note), "")
        self._drafting.begin_with(field.spot.section, field.spot.form, text, note)

    def _take(self, group: NoteGroup, apart: bool) -> None:
        """Notes that lie together, as one clause or one each, where one is writing."""
        page = self.page
        if page is None or not self.flush():
            return
        part = page.part_of(self.field) if self.field in page.fields else page.parts[0]
        if self._drafting.take(part.section.id, group, apart=apart):
            part.drop_blank()

    def _untie(self, note: str) -> None:
        if self.field is not None and self.field.clause is not None:
            self._drafting.untie(self.field.clause, note)

    def _go_to_roles(self) -> None:
        self._world.navigator.community(self._community)


def _first(view: CharterView) -> SectionLine | None:
    """Where to begin: what was edited, else the first section that says something."""
    for states in (("edited", "new"), ("kept", "written"), ("empty",)):
        found = next((line for line in view.lines if line.state in states), None)
        if found is not None:
            return found
    return None
