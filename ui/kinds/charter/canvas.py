"""The facilitator's canvas of the charter: sections, the draft, sources or stances beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.charter.clauses import clauses_of, sources_of
from app.charter.note_groups import NoteGroup
from app.charter.reviewing import UNDECIDED
from app.charter.sources import sources_of_clause
from app.charter.taking import take_together
from app.charter.unused_notes import offered_in
from app.charter.versions import draft_status
from app.kinds.charter import (
    RESERVATIONS,
    agrees,
    begin_clause,
    reviews_sections,
    take_note,
)
from app.kinds.kind import CaptureKind
from app.library.rows import Clause, Run
from app.library.trouble import Trouble
from app.workshop.planning import scope_of
from app.workshop.running import Running, running_of
from app.workshop.zones import remember_target
from ui.attempt import attempt
from ui.kinds.charter.draft_page import EDIT_KEY, DraftPage
from ui.kinds.charter.page_sections import page_sections, place_name, section_lines
from ui.kinds.charter.review_panel import ReviewPanel, above
from ui.kinds.charter.room_wordings import RoomWordings
from ui.kinds.charter.sources_panel import SourcesPanel
from ui.kinds.charter.word_giving import WordGiving
from ui.parts.clauses.drafting import Drafting
from ui.parts.clauses.rhythm_table import rhythm_table
from ui.parts.deferred import run_later
from ui.parts.panes import Panes
from ui.parts.state_list import StateList
from ui.parts.text_places import capture_place
from ui.world import World


class CharterCanvas(QObject):
    """Drafting a charter, or giving one's word (``ui.kinds.canvas.Canvas``)."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The charter in a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self._kind, self._world, self._running = kind, world, running
        self._target = self._targets()[0]
        self._clause = ""
        self._standing = draft_status(world.library.reader, running.community.id)
        self._begun = 0
        look, words = world.look, world.words
        self.list = StateList(look, words("kinds.charter.sections"))
        self.list.chosen.connect(self._choose)
        self._scope = scope_of(running.workshop)
        line = capture_place(running.workshop.id)
        self.drafting = Drafting(world, self._scope, instead=line)
        self.page = DraftPage(world, self.drafting)
        self.page.entered.connect(self._enter_clause)
        self.page.removed.connect(self._remove_clause)
        self.page.begin.clicked.connect(self.edit)
        editing = QShortcut(QKeySequence(EDIT_KEY), self.widget)
        editing.setWhatsThis(world.words("kinds.act.edit"))
        editing.activated.connect(self.edit)
        self.wordings = RoomWordings(
            world, self.drafting, self.page, lambda: None if self.locked else self._current_clause()
        )
        self.wordings.changed.connect(self.refresh)
        self.sources: SourcesPanel | None = None
        self.review: ReviewPanel | None = None
        self.word: WordGiving | None = None
        self._lay_out(self._beside())
        self.refresh()
        self.page.see(self._target)

    def target(self) -> str:
        """The section where Enter puts the next line, or the reservations."""
        return self._target

    def target_name(self) -> str:
        """Its name."""
        return self._name(self._target)

    def move_target(self, step: int) -> None:
        """To the next section, or the one before."""
        targets = self._targets()
        at = targets.index(self._target) if self._target in targets else 0
        self.go_to(targets[(at + step) % len(targets)])

    def go_to(self, target: str) -> None:
        """To this section, or the reservations."""
        if target in self._targets():
            self._target = target
            self.refresh()
            self.page.see(target)

    def hint(self) -> str:
        """How a reservation is kept, or the next draft begun; else the section's name is enough."""
        latest, words = self._standing.latest, self._world.words
        if self.locked and latest is not None:
            return words("kinds.charter.hint-agreed", n=latest.number)
        if self.word is None or self._target != RESERVATIONS:
            return ""
        if self.word.open_now and self.word.panel.counting.gives_way:
            return words("afar.hint")
        return words(f"kinds.charter.hint-{'counting' if self.word.open_now else 'proposing'}")

    def next_place(self) -> str:
        """The next section."""
        return self._world.words("kinds.charter.next-section")

    def counted(self, n: int) -> str:
        """That ``n`` clauses were drafted, in words."""
        return self._world.words("kinds.charter.clauses-n", n=n)

    def completions(self, typed: str) -> list[str]:
        """No completions: the words are the room's."""
        return []

    def enter(self, text: str) -> None:
        """A paragraph, an item, or a reservation. Raises Trouble."""
        latest = self._standing.latest
        if self.locked and latest is not None:
            raise Trouble("charter-agreed", number=latest.number)
        if self._target == RESERVATIONS and self.word is not None:
            self.word.propose_for_reservation()
        self._kind.capture(self._world.library, self._running, self._target, text)
        self._clause = ""
        self.refresh()
        self.page.see(self._target)

    def enter_strongly(self, text: str) -> None:
        """As Enter."""
        self.enter(text)

    def large(self) -> str:
        """The clause one is writing in, else the current section."""
        writing = self.page.isAncestorOf(QApplication.focusWidget() or self.list)
        if writing and self._clause:
            return self._clause
        return "" if self._target == RESERVATIONS else self._target

    def go_on(self) -> None:
        """Where the word is given: propose what was read, or give it."""
        if self.word is not None:
            if not self.word.panel.isVisible():
                self.go_to(RESERVATIONS)
            self.word.go_on()

    @property
    def locked(self) -> bool:
        """Whether what is shown was agreed to, and nobody has begun the next draft."""
        latest = self._standing.latest
        agreed = latest is not None and latest.status == "agreed" and not self._standing.changed
        return agreed and self._begun != self._standing.next

    def edit(self) -> None:
        """F2: write in the current clause; where it was agreed, that begins the next draft."""
        if self.locked:
            self._begun = self._standing.next
            self.refresh()
        clause = self._current_clause()
        part = self.page.parts.get(clause.section) if clause is not None else None
        field = (
            part.clauses.field_of(clause.id) if part is not None and clause is not None else None
        )
        if field is None and self.page.fields():
            field = self.page.fields()[0]
        if field is not None:
            field.begin(at_end=True)

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self._world.library.reader
        if reader.find(Run, self._running.run.id) is None:
            return
        self._running = running_of(reader, self._running.run.id)
        if self._target not in self._targets():
            self._target = self._targets()[0]
        clauses = clauses_of(reader, self._running.community.id)
        before, self._standing = self._standing, draft_status(reader, self._running.community.id)
        self._show_page(clauses)
        names = {one: self._name(one) for one in self._targets()}
        self.list.show_lines(
            section_lines(self._world, self._running, names, clauses), self._target
        )
        if self.sources is not None:
            self._show_sources(self.sources)
        if self.word is not None:
            self.word.show_running(self._running)
        if self.review is not None:
            self._show_review(self.review)
        self.widget.setFocusProxy(self._first_field())
        if self.locked and self._standing.latest != before.latest:
            # What was just agreed is read from its beginning; where one counted is gone.
            QTimer.singleShot(0, self.widget, self._panes.to_top)
            QTimer.singleShot(0, self.page, self.page.to_top)

    # What is shown

    def _show_page(self, clauses: Sequence[Clause]) -> None:
        """The draft; what was agreed is read, until somebody begins the next draft."""
        self.page.show_standing(self._standing, locked=self.locked)
        sections = page_sections(self._world, self._running, self._targets(), clauses)
        self.page.show_sections(sections, self._target, read=self.locked)

    def _first_field(self) -> QWidget:
        """Where F6 leads: to what is counted now, or else to what is written here."""
        panel = self.word.panel if self.word is not None else None
        counted = panel.first_count() if panel is not None and not panel.isHidden() else None
        here = self.page.parts.get(self._target)
        fields: list[QWidget] = [*(here.fields if here else ()), *self.page.fields()]
        return counted or (fields[0] if fields and not self.locked else self.list)

    def _lay_out(self, beside: QWidget) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        panes = self._panes = Panes(self._world.look, gap=14)
        panes.add(left, 0, least=176, high=120, late=True)
        panes.add(self.page, 3, least=330, high=300)
        panes.add(beside, 2, least=264, high=280)
        whole = QVBoxLayout(self.widget)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panes)

    def _beside(self) -> QWidget:
        """What stands beside the draft: where it came from, or the word given to it."""
        look, words = self._world.look, self._world.words
        if not agrees(self._running):
            self.sources = SourcesPanel(look, words)
            self.sources.picked.connect(self._pick)
            self.sources.gathered.connect(self._take)
            return self._reviewing(self.sources) or self.sources
        self.word = WordGiving(self._world, self._running, self)
        self.word.changed.connect(self.refresh)
        self.word.section_asked.connect(self._choose)
        self.word.refused.connect(lambda: self.wordings.see(self._running.community.id))
        review = self._reviewing(None)
        return above(review, self.word.panel) if review is not None else self.word.panel

    def _reviewing(self, notes: QWidget | None) -> ReviewPanel | None:
        """Where the charter there was is gone through: a section as it was, above the notes."""
        if not reviews_sections(self._running.recipe):
            return None
        self.review = ReviewPanel(self._world, notes)
        self.review.decided.connect(self.refresh)
        self.review.drafting.connect(self.edit)
        return self.review

    def _show_review(self, panel: ReviewPanel) -> None:
        """The section as it was; where the word is given, in place of it while one is there and
        nothing is agreed yet."""
        panel.show_section(self._running, self._target, self.target_name())
        if self.word is not None:
            latest = self._standing.latest
            given = self.locked and latest is not None and latest.workshop == panel.workshop
            here = self._target != RESERVATIONS and self._target not in UNDECIDED
            panel.setVisible(here and not given)
            self.word.panel.setVisible(not here or given)

    def _show_sources(self, panel: SourcesPanel) -> None:
        reader = self._world.library.reader
        clause = self._current_clause()
        tied = sources_of_clause(reader, clause.id) if clause is not None else []
        offered = offered_in(reader, self._running.workshop.id, self._target)
        panel.show_sources(tied, offered, clause=clause is not None)

    def _targets(self) -> tuple[str, ...]:
        return self._kind.targets(self._running, self._world.library.reader)

    def _name(self, target: str) -> str:
        return place_name(self._world, self._running, target)

    def _current_clause(self) -> Clause | None:
        """The clause one wrote in last, else the latest of the current section."""
        reader = self._world.library.reader
        here = clauses_of(reader, self._running.community.id, self._target)
        chosen = [clause for clause in here if clause.id == self._clause]
        return (chosen or here or [None])[-1]  # type: ignore[list-item]

    # What is done

    def _choose(self, target: str) -> None:
        self.go_to(target)
        self._remember()

    def _remember(self) -> None:
        library, running, target = self._world.library, self._running, self._target
        attempt(self._world, lambda: remember_target(library, running, target))

    def _enter_clause(self, clause: str) -> None:
        """Where one writes is where the next line goes too."""
        self._clause = clause
        row = self._world.library.reader.find(Clause, clause)
        if row is not None and row.section in self._targets() and row.section != self._target:
            self._target = row.section
            run_later(self._world.library, self._remember)
        if self.sources is not None:
            self._show_sources(self.sources)

    def _remove_clause(self, clause: str) -> None:
        row = self._world.library.reader.find(Clause, clause)
        if row is not None:
            self.drafting.remove(row)

    def _pick(self, note: str) -> None:
        """Tie a note to the clause, untie it, or begin the section's first clause with it."""
        clause = self._current_clause()
        if clause is None and self.locked:
            self.edit()
        if clause is None:
            form = self._form(self._target)
            attempt(
                self._world,
                lambda: _begin(self._world, self._running, self._target, form, note),
            )
        elif any(one.id == note for one in sources_of(self._world.library.reader, clause.id)):
            self.drafting.untie(clause, note)
        else:
            self.drafting.tie(clause, note)
        self.refresh()

    def _take(self, group: NoteGroup) -> None:
        """Take a cluster's notes in as one clause of the current section."""
        if self.locked:
            self.edit()
        library, scope, run = self._world.library, self._scope, self._running.run.id
        attempt(self._world, lambda: take_together(library, scope, self._target, group, run=run))
        self.refresh()

    def _form(self, section: str) -> str:
        known = self._world.catalogue.find_section(section)
        return "text" if known is None or known.form == "text" else "list"


def _begin(world: World, running: Running, section: str, form: str, note: str) -> None:
    """Begin a section with a note; with the table of what recurs, where the note does."""
    table = rhythm_table(world, section, note)
    if table is None:
        take_note(world.library, running, section, form, note)
    else:
        begin_clause(world.library, running, section, "table", table.text, table.sources)
