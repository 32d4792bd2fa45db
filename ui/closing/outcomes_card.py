"""Decisions, actions and parked things read back: a card for each form, a line for each thing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from app.library.rows import Outcome, Workshop
from app.workshop import outcomes
from app.workshop.attendance import members_of
from app.workshop.outcomes import Form
from app.workshop.planning import scope_of
from ui.closing.outcome_line import OutcomeLine
from ui.closing.print_fields import AddLineEdit, indented, stand_out
from ui.parts.autosave import Autosave
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.labels import small
from ui.parts.layouts import holding
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, new_outcome_place
from ui.world import World


class OutcomesCard(Card):
    """The outcomes of one form, a line each, and a line to add one."""

    def __init__(self, world: World, workshop: Workshop, form: Form) -> None:
        """What ``workshop`` caught of ``form``."""
        look, words = world.look, world.words
        super().__init__(look, words(f"closing.{form}s"))
        self._world, self._workshop, self._form = world, workshop, form
        self.lines: list[OutcomeLine] = []
        stand_out(self, look)
        self.nothing = small(look, words(f"closing.no-{form}"))
        self._listed = QVBoxLayout()
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(0)
        self.field = AddLineEdit(look, words(f"closing.add-{form}"))
        self.field.returnPressed.connect(self._add)
        key = new_outcome_place(workshop.id, form)
        place = TextPlace(key=key, scope=scope_of(workshop))
        self._autosave = Autosave(world, line_field(self.field), place)
        self.add(indented(look, self.nothing), holding(self._listed))
        self.body.addSpacing(look.px(6))
        self.add(indented(look, self.field))

    def show_outcomes(self, found: Sequence[Outcome]) -> None:
        """Show them. Lines that are still there stay, so that nobody loses their place."""
        known = {line.outcome.id: line for line in self.lines}
        if list(known) != [one.id for one in found]:
            self._list(found, known)
        for line, outcome in zip(self.lines, found, strict=True):
            line.show_outcome(outcome)
        self.nothing.setVisible(not found)
        self._autosave.show("")

    def keep(self) -> bool:
        """Keep what stands in the line that adds, and dates half typed; gives whether the dates
        are kept. What is typed elsewhere is kept by itself."""
        if self.field.text().strip():
            self._catch()
        kept = [line.keep_due() for line in self.lines]
        return all(kept)

    def _list(self, found: Sequence[Outcome], known: dict[str, OutcomeLine]) -> None:
        people = members_of(self._world.library.reader, self._workshop.community)
        self.lines = [
            known.pop(one.id)
            if one.id in known
            else OutcomeLine(self._world, self._workshop, one, people)
            for one in found
        ]
        for gone in known.values():
            self._take_out(gone)
        for place, line in enumerate(self.lines):
            if self._listed.indexOf(line) != place:
                self._listed.insertWidget(place, line)

    def _take_out(self, line: OutcomeLine) -> None:
        if line.isAncestorOf(self.focusWidget()):
            self.field.setFocus()
        self._listed.removeWidget(line)
        line.hide()
        delete_later(line)

    def _add(self) -> None:
        self._catch()
        self.field.setFocus()

    def _catch(self) -> None:
        library, text = self._world.library, self.field.text()
        workshop, form = self._workshop, self._form
        if self._autosave.attempt(lambda: outcomes.catch_lines(library, workshop, form, text)):
            self.field.clear()
            self._autosave.let_go()
