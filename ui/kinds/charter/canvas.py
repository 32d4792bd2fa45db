"""The facilitator's canvas of the charter: sections, the draft, sources or stances beside it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.catalogue.entries import Section
from app.charter.clauses import clauses_of, sources_of
from app.charter.sources import offered_in, sources_of_clause
from app.charter.versions import agree, agreement_of, update_proposed, usual_until, versions_of
from app.kinds.charter import (
    RESERVATIONS,
    agrees,
    edited_since,
    proposal_of,
    propose_here,
    take_note,
)
from app.kinds.kind import CaptureKind
from app.library.rows import Clause, Reservation, Run
from app.workshop.attendance import in_the_room
from app.workshop.planning import scope_of
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from app.workshop.zones import remember_target
from ui.attempt import attempt
from ui.kinds.charter.agreement_panel import AgreementPanel, AgreementState
from ui.kinds.charter.draft_page import DraftPage, PageSection
from ui.kinds.charter.sources_panel import SourcesPanel
from ui.look.themes import Tone
from ui.parts.clauses.drafting import Drafting
from ui.parts.deferred import run_later
from ui.parts.panes import Panes
from ui.parts.state_list import StateLine, StateList
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
        look, words = world.look, world.words
        self.list = StateList(look, words("kinds.charter.sections"))
        self.list.chosen.connect(self._choose)
        self._scope = scope_of(running.workshop)
        line = capture_place(running.workshop.id)
        self.drafting = Drafting(world, self._scope, instead=line)
        self.page = DraftPage(world, self.drafting)
        self.page.entered.connect(self._enter_clause)
        self.page.removed.connect(self._remove_clause)
        self.sources: SourcesPanel | None = None
        self.word: AgreementPanel | None = None
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
        """How a reservation is kept; elsewhere the section's name says enough."""
        key = "kinds.charter.hint-reservation"
        return self._world.words(key) if self._target == RESERVATIONS else ""

    def counted(self, n: int) -> str:
        """That ``n`` clauses were drafted, in words."""
        return self._world.words("kinds.charter.clauses-n", n=n)

    def completions(self, typed: str) -> list[str]:
        """No completions: the words are the room's."""
        return []

    def enter(self, text: str) -> None:
        """A paragraph, an item, or a reservation. Raises Trouble."""
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

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self._world.library.reader
        if reader.find(Run, self._running.run.id) is None:
            return
        self._running = running_of(reader, self._running.run.id)
        if self._target not in self._targets():
            self._target = self._targets()[0]
        clauses = clauses_of(reader, self._running.community.id)
        sections = self._sections(clauses)
        self.page.show_sections(sections, self._target)
        self.list.show_lines(self._lines(clauses), self._target)
        if self.sources is not None:
            self._show_sources(self.sources)
        if self.word is not None:
            self._show_word(self.word)
        here = self.page.parts.get(self._target)
        fields: list[QWidget] = [*(here.fields if here else ()), *self.page.fields()]
        self.widget.setFocusProxy(fields[0] if fields else self.list)

    # What is shown

    def _lay_out(self, beside: QWidget) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        panes = Panes(self._world.look, gap=14)
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
            return self.sources
        self.word = AgreementPanel(self._world, self._scope, self._usual_until())
        self.word.proposed.connect(self._propose)
        self.word.edits_taken.connect(self._take_edits)
        self.word.unreserved.connect(self.refresh)
        self.word.agreed.connect(self._agree)
        return self.word

    def _sections(self, clauses: Sequence[Clause]) -> list[PageSection]:
        """The sections being drafted; where the word is given, every section that has words."""
        ids = [target for target in self._targets() if target != RESERVATIONS]
        if agrees(self._running):
            known = [section.id for section in self._world.catalogue.sections]
            used = {clause.section for clause in clauses}
            ids = [one for one in known if one in used or one in ids]
            ids += sorted(used.difference(known))
        return [self._section(one, clauses) for one in ids]

    def _section(self, section: str, clauses: Sequence[Clause]) -> PageSection:
        here = tuple(clause for clause in clauses if clause.section == section)
        known = self._world.catalogue.find_section(section)
        if known is None:
            return PageSection(section, section, section, "", (), here)
        wording = known.in_language(
            prompt_language(self._running.workshop, self._world.words.language)
        )
        heads = tuple(wording.columns.get(column, "") for column in known.columns)
        return PageSection(section, wording.name, wording.heading, wording.prompt, heads, here)

    def _lines(self, clauses: Sequence[Clause]) -> list[StateLine]:
        words, reader = self._world.words, self._world.library.reader
        lines = []
        for target in self._targets():
            if target == RESERVATIONS:
                version = proposal_of(reader, self._running)
                n = reader.count(Reservation, version=version.id) if version else 0
                state = words("kinds.charter.reservations-n", n=n) if n else "—"
            else:
                written = any(one.section == target and one.text for one in clauses)
                state = words("kinds.charter.drafted") if written else "—"
            tone: Tone = "mute" if state == "—" else "teal"
            lines.append(StateLine(target, self._name(target), state, tone))
        return lines

    def _show_sources(self, panel: SourcesPanel) -> None:
        reader = self._world.library.reader
        clause = self._current_clause()
        tied = sources_of_clause(reader, clause.id) if clause is not None else []
        offered = offered_in(reader, self._running.workshop.id, self._target)
        panel.show_sources(tied, offered, clause=clause is not None)

    def _show_word(self, panel: AgreementPanel) -> None:
        reader = self._world.library.reader
        version = proposal_of(reader, self._running)
        known = versions_of(reader, self._running.community.id)
        panel.show_word(
            AgreementState(
                version,
                version is not None and edited_since(reader, version),
                agreement_of(reader, version.id) if version else None,
                in_the_room(reader, self._running.workshop.id),
                known[0].number + 1 if known else 1,
                self._usual_until(),
            )
        )

    def _usual_until(self) -> date:
        return usual_until(date.fromisoformat(self._running.workshop.date))

    def _targets(self) -> tuple[str, ...]:
        return self._kind.targets(self._running, self._world.library.reader)

    def _name(self, target: str) -> str:
        words = self._world.words
        if target == RESERVATIONS:
            return words("kinds.charter.reservations")
        known: Section | None = self._world.catalogue.find_section(target)
        language = prompt_language(self._running.workshop, words.language)
        return known.in_language(language).name if known else target

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
        library, running, target = self._world.library, self._running, self._target
        clause = self._current_clause()
        if clause is None:
            form = self._form(target)
            attempt(self._world, lambda: take_note(library, running, target, form, note))
        elif any(one.id == note for one in sources_of(library.reader, clause.id)):
            self.drafting.untie(clause, note)
        else:
            self.drafting.tie(clause, note)
        self.refresh()

    def _form(self, section: str) -> str:
        known = self._world.catalogue.find_section(section)
        return "text" if known is None or known.form == "text" else "list"

    def _propose(self) -> None:
        library, running = self._world.library, self._running
        attempt(self._world, lambda: propose_here(library, running))
        self.refresh()

    def _take_edits(self) -> None:
        library, scope = self._world.library, self._scope
        version = proposal_of(library.reader, self._running)
        if version is not None:
            attempt(self._world, lambda: update_proposed(library, scope, version))
        self.refresh()

    def _agree(self, until: date) -> None:
        library, running = self._world.library, self._running
        scope, version = self._scope, proposal_of(library.reader, running)
        if version is not None and self.word is not None and self.word.counting.flush():
            day = until.isoformat()
            attempt(self._world, lambda: agree(library, scope, version, day))
        self.refresh()
