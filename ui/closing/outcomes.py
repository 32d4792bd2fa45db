"""Decisions, actions and parked things read back: each can be mended, owned, dated, turned."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QDateEdit, QLineEdit, QMenu, QVBoxLayout, QWidget

from app.library.rows import Outcome, Person, Workshop
from app.workshop import outcomes
from app.workshop.attendance import members_of
from app.workshop.outcomes import Form
from ui.attempt import attempt
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.growing import GrowingText
from ui.parts.labels import small
from ui.parts.layouts import ShareLayout, holding
from ui.world import World

SOON = timedelta(days=14)
"""Where a due date begins when one is first asked for."""
TURNS: dict[Form, Form] = {"decision": "action", "action": "decision", "parked": "action"}


class OutcomesCard(Card):
    """The outcomes of one form, a line each, and a line to add one."""

    def __init__(self, world: World, workshop: str, form: Form) -> None:
        """What ``workshop`` (its id) caught of ``form``."""
        look, words = world.look, world.words
        super().__init__(look, words(f"closing.{form}s"))
        self._world, self._id, self._form = world, workshop, form
        self._shown: tuple[Outcome, ...] | None = None
        self._lines: list[OutcomeLine] = []
        self.nothing = small(look, words(f"closing.no-{form}"))
        self.field = QLineEdit()
        self.field.setFont(look.font("body"))
        self.field.setPlaceholderText(words(f"closing.add-{form}"))
        self.field.setAccessibleName(words(f"closing.add-{form}"))
        self.field.returnPressed.connect(self._add)
        self.add(self.nothing, self.field)

    def show_outcomes(self, found: Sequence[Outcome]) -> None:
        """Show them; lines that are the same stay as they are, so that nobody loses their place."""
        if tuple(found) == self._shown:
            return
        same = self._shown is not None and [one.id for one in found] == [
            one.id for one in self._shown
        ]
        self._shown = tuple(found)
        self.nothing.setVisible(not found)
        if same:
            for line, outcome in zip(self._lines, found, strict=True):
                line.show_outcome(outcome)
            return
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        people = members_of(self._world.library.reader, self._workshop().community)
        self._lines = [OutcomeLine(self._world, self._id, one, people) for one in found]
        for line in self._lines:
            self.body.insertWidget(self.body.count() - 1, line)

    def _workshop(self) -> Workshop:
        return self._world.library.reader.row(Workshop, self._id)

    def _add(self) -> None:
        library, row, text = self._world.library, self._workshop(), self.field.text()
        if attempt(self._world, lambda: outcomes.catch(library, row, self._form, text)):
            self.field.clear()
        self.field.setFocus()


class OutcomeLine(QWidget):
    """One decision, action or parked thing."""

    def __init__(
        self, world: World, workshop: str, outcome: Outcome, people: Sequence[Person]
    ) -> None:
        """Show ``outcome`` of ``workshop`` (its id); ``people`` may own it."""
        super().__init__()
        look, words = world.look, world.words
        self._world, self._id, self._people = world, workshop, people
        self._outcome = outcome
        row = ShareLayout(look.px(8), look.px(6))
        self.text = GrowingText(look, outcome.text)
        self.text.setAccessibleName(words(f"closing.text-{outcome.form}"))
        self.text.finished.connect(self._write)
        row.add(self.text, 6, look.size(260))
        self.owner = QLineEdit()
        self.due = QDateEdit()
        self.dated = Button(look, words("closing.date-it"), small=True)
        if outcome.form == "action":
            self._add_owner(row)
        more = Button(look, words("closing.more"), "flat", small=True)
        more.setAccessibleName(words("closing.more-of", text=outcome.text))
        menu = QMenu(more)
        turn = menu.addAction(words(f"closing.turn-{outcome.form}"))
        turn.triggered.connect(partial(self._turn, TURNS[_form(outcome)]))
        menu.addAction(words("closing.remove")).triggered.connect(self._remove)
        more.setMenu(menu)
        row.add(more, 0, look.size(56))
        self.setLayout(row)
        self.show_outcome(outcome)

    def _add_owner(self, row: ShareLayout) -> None:
        look, words = self._world.look, self._world.words
        self.owner.setFont(look.font("body"))
        self.owner.setPlaceholderText(words("closing.owner"))
        self.owner.setAccessibleName(words("closing.owner"))
        names = QStringListModel([person.name for person in self._people], self)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.owner.setCompleter(completer)
        self.owner.editingFinished.connect(self._assign)
        self.due.setFont(look.font("body"))
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("yyyy-MM-dd")
        self.due.setAccessibleName(words("closing.due"))
        self.due.editingFinished.connect(self._assign)
        self.due.userDateChanged.connect(self._assign)
        self.dated.clicked.connect(self._date_it)
        row.add(self.owner, 2, look.size(150))
        when = QVBoxLayout()
        when.setContentsMargins(0, 0, 0, 0)
        when.addWidget(self.due)
        when.addWidget(self.dated)
        row.add(holding(when), 2, look.size(150))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show it as it now is; what is being typed stays."""
        self._outcome = outcome
        if not self.text.hasFocus():
            self.text.setText(outcome.text)
        if outcome.form != "action":
            return
        if not self.owner.hasFocus():
            self.owner.setText(outcome.owner_name)
        self.due.setVisible(outcome.due is not None)
        self.dated.setVisible(outcome.due is None)
        if outcome.due is not None:
            self.due.blockSignals(True)
            self.due.setDate(QDate.fromString(outcome.due, Qt.DateFormat.ISODate))
            self.due.blockSignals(False)

    def _workshop(self) -> Workshop:
        return self._world.library.reader.row(Workshop, self._id)

    def _write(self) -> None:
        library, row, text = self._world.library, self._workshop(), self.text.text()
        if text.strip() != self._outcome.text and not attempt(
            self._world, lambda: outcomes.edit_outcome(library, row, self._outcome, text)
        ):
            self.text.setText(self._outcome.text)

    def _assign(self) -> None:
        day = self.due.date().toString(Qt.DateFormat.ISODate)
        self._assign_until(day if self._outcome.due is not None else None)

    def _date_it(self) -> None:
        first = date.fromisoformat(self._workshop().date) + SOON
        self._assign_until(first.isoformat())
        self.due.setFocus()

    def _assign_until(self, due: str | None) -> None:
        named = " ".join(self.owner.text().split())
        person = next(
            (one for one in self._people if one.name.casefold() == named.casefold()), None
        )
        if (named, due) == (self._outcome.owner_name, self._outcome.due):
            return
        library, row = self._world.library, self._workshop()
        attempt(
            self._world,
            lambda: outcomes.assign(library, row, self._outcome, person, named, due),
        )

    def _turn(self, form: Form) -> None:
        library, row = self._world.library, self._workshop()
        attempt(self._world, lambda: outcomes.turn_into(library, row, self._outcome, form))

    def _remove(self) -> None:
        library, row = self._world.library, self._workshop()
        attempt(self._world, lambda: outcomes.remove_outcome(library, row, self._outcome))


def _form(outcome: Outcome) -> Form:
    return next(form for form in TURNS if form == outcome.form)
