"""One decision, action or parked thing: read as print, mended, owned, dated, turned, settled."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.community.today import today_of
from app.folding import fold
from app.library.audience import AUDIENCES
from app.library.rows import Outcome, Person, Workshop
from app.working_days import working_day
from app.workshop import outcomes
from app.workshop.outcomes import FORMS, Form
from app.workshop.planning import scope_of
from ui.attempt import attempt
from ui.closing.owner_and_due import OwnerAndDue
from ui.closing.print_fields import FieldEdge, PrintTextEdit, line_height
from ui.parts.autosave import Autosave
from ui.parts.buttons import IconButton
from ui.parts.deferred import run_later
from ui.parts.layouts import ShareLayout, holding
from ui.parts.pill import Pill
from ui.parts.strike_text import ask_and_strike
from ui.parts.text_fields import editor_field, line_field
from ui.parts.text_places import TextPlace, new_outcome_place, outcome_place, owner_place
from ui.world import World

SOON = timedelta(days=14)
"""Where a due date begins when one is first asked for, from the day of the workshop."""


class OutcomeLine(QWidget):
    """A line of the reading back. What could not be kept stays as it was typed."""

    def __init__(
        self, world: World, workshop: Workshop, outcome: Outcome, people: Sequence[Person]
    ) -> None:
        """Show ``outcome`` of ``workshop``; any of ``people`` may own it."""
        super().__init__()
        look, words = world.look, world.words
        self._world, self._workshop, self._people = world, workshop, people
        self.outcome = outcome
        self.text = PrintTextEdit(look)
        self.text.setAccessibleName(words(f"closing.text-{outcome.form}"))
        self.text.finished.connect(self._finish)
        self.text.left.connect(self._restore_emptied)
        self._saves_text = Autosave(world, editor_field(self.text, self.text), self._text_place())
        self.owner_and_due: OwnerAndDue | None = None
        self._saves_owner: Autosave | None = None
        if outcome.form == "action":
            today = today_of(world.library, workshop.community)
            soon = working_day(date.fromisoformat(workshop.date) + SOON)
            self.owner_and_due = OwnerAndDue(world, people, today, soon)
            owner = line_field(self.owner_and_due.owner)
            self._saves_owner = Autosave(world, owner, self._owner_place())
            self.owner_and_due.owner.returnPressed.connect(self._keep_owner)
            self.owner_and_due.named.connect(self._keep_owner)
            self.owner_and_due.due.given.connect(self._keep_due_later)
        self.more = IconButton(look, "more", words("closing.more"))
        self.more.clicked.connect(self._offer)
        self.became = Pill(look, "", "teal")
        self._lay_out()
        self.show_outcome(outcome)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show it as it now is; what is being typed stays."""
        self.outcome = outcome
        words = self._world.words
        self._saves_text.show(outcome.text)
        if self.owner_and_due is not None and self._saves_owner is not None:
            self._saves_owner.show(outcome.owner_name)
            self.owner_and_due.due.show_day(
                date.fromisoformat(outcome.due) if outcome.due else None
            )
        self.more.setAccessibleName(words("closing.more-of", text=outcome.text))
        self.became.set_text(words(f"outcomes.{outcome.form}-{outcome.state}"))
        self.became.setVisible(outcome.state != "open")

    def keep_due(self) -> bool:
        """Keep a date that is half typed; gives whether it is kept, or there is none."""
        if self.owner_and_due is None:
            return True
        due = self.owner_and_due.due
        return due.settle() and self._keep_due(due.value)

    def menu(self) -> QMenu:
        """What else can be done with it."""
        words, menu = self._world.words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def offer(key: str, act: Callable[[], object]) -> None:
            menu.addAction(words(f"closing.{key}")).triggered.connect(act)

        for form in FORMS:
            if form != self.outcome.form:
                offer(f"turn-{form}", partial(self._turn, form))
        if self.outcome.state != "open":
            offer("take-up", partial(self._settle, "open"))
        else:
            if self.outcome.form == "parked":
                offer("settle", partial(self._settle, "done"))
            offer(f"drop-{self.outcome.form}", partial(self._settle, "dropped"))
        self._offer_readers(menu.addMenu(words("closing.readers")))
        menu.addSeparator()
        offer("remove", self._remove)
        offer("strike", self._strike)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline that parts it from the next."""
        painter = QPainter(self)
        inset = self._world.look.px(8)
        foot = QRect(inset, self.height() - 1, self.width() - 2 * inset, 1)
        painter.fillRect(foot, QColor(self._world.look.theme.line))
        painter.end()

    def _lay_out(self) -> None:
        look = self._world.look
        labels = ShareLayout(look.px(4), 0)
        labels.add(FieldEdge(look, self.text, lambda: False), 3, look.size(230))
        if self.owner_and_due is not None:
            labels.add(self.owner_and_due, 2, look.size(150) + self.owner_and_due.due.width())
        row = ShareLayout(look.px(4), 0)
        row.setContentsMargins(0, look.px(2), 0, look.px(6) + 1)
        row.add(holding(labels), 1)
        row.add(self._in_first_line(self.became), 0)
        row.add(self._in_first_line(self.more), 0)
        self.setLayout(row)

    def _in_first_line(self, widget: QWidget) -> QWidget:
        """A small thing at the height of the first line of words."""
        look, column = self._world.look, QVBoxLayout()
        column.setContentsMargins(0, (line_height(look) - widget.sizeHint().height()) // 2, 0, 0)
        column.addWidget(widget)
        return holding(column)

    # What a person does

    def _finish(self) -> None:
        if self.text.text().strip():
            self._saves_text.flush(again=True)
        else:
            attempt(self._world, lambda: self._write(""))
            self._restore_emptied()

    def _restore_emptied(self) -> None:
        """Nothing is taken away by emptying it: that is what the menu is for."""
        if not self.text.text().strip():
            self.text.set_text(self.outcome.text)

    def _keep_owner(self) -> None:
        if self._saves_owner is not None:
            self._saves_owner.flush(again=True)

    def _keep_due_later(self) -> None:
        # A date may be settled in the midst of a change, as when its field is left.
        if self.owner_and_due is not None:
            run_later(self._world.library, partial(self._keep_due, self.owner_and_due.due.value))

    def _keep_due(self, due: date | None) -> bool:
        day = due.isoformat() if due else None
        if day == self.outcome.due:
            return True
        library, outcome = self._world.library, self._latest()
        owner = library.reader.find(Person, outcome.owner) if outcome.owner else None
        name, workshop = outcome.owner_name, self._workshop
        return attempt(
            self._world, lambda: outcomes.assign(library, workshop, outcome, owner, name, day)
        )

    def _latest(self) -> Outcome:
        """The outcome as the library has it: a name and a date are kept one after the other."""
        return self._world.library.reader.find(Outcome, self.outcome.id) or self.outcome

    def _text_place(self) -> TextPlace:
        workshop, outcome = self._workshop, self.outcome
        return TextPlace(
            key=outcome_place(outcome.id),
            scope=scope_of(workshop),
            keep=self._write,
            instead=new_outcome_place(workshop.id, outcome.form),
            row=outcome,
        )

    def _owner_place(self) -> TextPlace:
        """A name is kept once it is whole: half of one may be somebody else's."""
        workshop, outcome = self._workshop, self.outcome
        return TextPlace(
            key=owner_place(outcome.id),
            scope=scope_of(workshop),
            keep=self._write_owner,
            instead=new_outcome_place(workshop.id, outcome.form),
            row=outcome,
            may_be_empty=True,
            when_left=True,
        )

    def _write(self, text: str) -> str:
        return outcomes.edit_outcome(self._world.library, self._workshop, self.outcome, text).text

    def _write_owner(self, text: str) -> str:
        named = " ".join(text.split())
        same = [one for one in self._people if fold(one.name) == fold(named)]
        # Of two who bear the name nobody can tell which: then it is kept as it was said.
        person = same[0] if len(same) == 1 else None
        outcome = self._latest()
        return outcomes.assign(
            self._world.library, self._workshop, outcome, person, named, outcome.due
        ).owner_name

    def _offer(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _offer_readers(self, menu: QMenu) -> None:
        """Who may read it, the one that is so ticked."""
        for audience in AUDIENCES:
            action = menu.addAction(self._world.words(f"design.audience-{audience}"))
            action.setCheckable(True)
            action.setChecked(audience == self.outcome.audience)
            action.triggered.connect(partial(self._set_readers, audience))

    def _set_readers(self, audience: str) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(
            self._world, lambda: outcomes.set_readers(library, self._workshop, outcome, audience)
        )

    def _turn(self, form: Form) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(self._world, lambda: outcomes.turn_into(library, self._workshop, outcome, form))

    def _settle(self, state: outcomes.State) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(self._world, lambda: outcomes.settle(library, self._workshop, outcome, state))

    def _remove(self) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(self._world, lambda: outcomes.remove_outcome(library, self._workshop, outcome))

    def _strike(self) -> None:
        place = ("outcome", self.outcome.id)
        ask_and_strike(self._world, self, (place,), self.outcome.text)
