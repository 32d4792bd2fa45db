"""Giving one's word in the room: proposing the draft, taking corrections in, agreeing to it."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.charter.offered_reason import offered_reason
from app.charter.people_asked import people_asked
from app.charter.sections import draft_sections
from app.charter.versions import (
    agree,
    agreement_of,
    draft_clauses,
    draft_status,
    update_proposed,
    usual_until,
)
from app.kinds.charter import edited_since, proposal_of, propose_here, sections_of
from app.library.trouble import Trouble
from app.workshop.history import held_on
from app.workshop.planning import scope_of
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from ui.attempt import attempt
from ui.kinds.charter.agreement_panel import AgreementPanel, AgreementState
from ui.parts.agreement import may_agree, say_agreed
from ui.world import World


class WordGiving(QObject):
    """What is done to the version in a workshop, and the panel it is done in."""

    changed = Signal()
    """Something was done: what is shown may be another."""
    section_asked = Signal(str)
    """The id of a section to which the advice on the draft leads."""
    refused = Signal()
    """The draft could not be proposed as it is; the window said why."""

    def __init__(self, world: World, running: Running, parent: QObject) -> None:
        """In a run."""
        super().__init__(parent)
        self._world, self._running = world, running
        self._scope = scope_of(running.workshop)
        self.panel = AgreementPanel(world, self._scope, self._usual_until())
        self.panel.proposed.connect(self.propose)
        self.panel.edits_taken.connect(self._take_edits)
        self.panel.unreserved.connect(self.changed)
        self.panel.agreed.connect(self.agree)
        self.panel.advice.list.opened.connect(self.section_asked)
        self.panel.advice.list.changed.connect(self.changed)

    def show_running(self, running: Running) -> None:
        """Show where the version stands in a run as it now is."""
        self._running = running
        reader, community = self._world.library.reader, running.community.id
        version = proposal_of(reader, running)
        standing = draft_status(reader, community)
        held = held_on(self._world.library, running.workshop)
        self.panel.show_word(
            AgreementState(
                version,
                version is not None and edited_since(reader, version),
                standing.changed,
                agreement_of(reader, version.id) if version else None,
                people_asked(reader, community, version),
                standing.next,
                self._usual_until(),
                offered_reason(reader, community, held, running.workshop.id),
                sections_of(reader, running),
            )
        )

    @property
    def open_now(self) -> bool:
        """Whether a version is proposed, and asked about."""
        version = proposal_of(self._world.library.reader, self._running)
        return version is not None and version.status == "proposed"

    def go_on(self) -> None:
        """What is to be done next: propose what was read, or give the word to it."""
        self.panel.go_on()

    def propose(self) -> None:
        """Freeze the draft as the next version."""
        library, running = self._world.library, self._running
        reason = self.panel.why.reason()
        if attempt(self._world, lambda: propose_here(library, running, reason)):
            self.panel.why.let_go()
        else:
            self.refused.emit()
        self.changed.emit()

    def propose_for_reservation(self) -> None:
        """Before the first reservation: ask whether what was read is to be proposed.

        Raises Trouble: ``charter-empty``, ``not-proposed`` when it is not to be.
        """
        library, running, words = self._world.library, self._running, self._world.words
        if proposal_of(library.reader, running) is not None:
            return
        community = running.community.id
        drafted = dict.fromkeys(one.section for one in draft_clauses(library.reader, community))
        if not drafted:
            raise Trouble("charter-empty")
        number = draft_status(library.reader, community).next
        names = words.series(self._section_names(community, drafted))
        question = words("kinds.charter.propose-first", n=number, sections=names)
        yes = words("kinds.charter.propose-yes")
        if not self._world.dialogs.confirm(self._over(), question, yes):
            raise Trouble("not-proposed")
        propose_here(library, running, self.panel.why.reason())
        self.panel.why.let_go()

    def agree(self, until: date) -> None:
        """Record that the version is to be tried until a day, unless it is thought over."""
        world, version = self._world, proposal_of(self._world.library.reader, self._running)
        if (
            version is not None
            and self.panel.counting.flush()
            and may_agree(world, self._over(), version)
        ):
            day = until.isoformat()
            if attempt(world, lambda: agree(world.library, self._scope, version, day)):
                say_agreed(world, version, until)
        self.changed.emit()

    def _take_edits(self) -> None:
        library, scope = self._world.library, self._scope
        version = proposal_of(library.reader, self._running)
        if version is not None:
            if not attempt(self._world, lambda: update_proposed(library, scope, version)):
                self.refused.emit()
        self.changed.emit()

    def _usual_until(self) -> date:
        return usual_until(held_on(self._world.library, self._running.workshop))

    def _section_names(self, community: str, sections: Iterable[str]) -> list[str]:
        named, known = list(sections), self._world.catalogue.sections
        language = prompt_language(self._running.workshop, self._world.words.language)
        told = draft_sections(self._world.library.reader, known, community, named)
        return [told[one].name(language) for one in named]

    def _over(self) -> QWidget:
        """What a question stands over."""
        return self.panel.window()
