"""One decision, action or parked thing: read as print, mended, owned, dated, turned, settled."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.entered import folded
from app.library.rows import Outcome, Person, Workshop
from app.workshop import outcomes
from app.workshop.outcomes import FORMS, Form
from ui.attempt import attempt
from ui.closing.owned import Owned
from ui.closing.printed import Edge, PrintedText, line_height
from ui.parts.buttons import IconButton
from ui.parts.later import later
from ui.parts.layouts import ShareLayout, holding
from ui.parts.pill import Pill
from ui.parts.striking import ask_and_strike
from ui.world import World

SOON = timedelta(days=14)
"""Where a due date begins when one is first asked for, from the day of the workshop."""
REST = 500
"""Milliseconds without a key after which what was typed is kept."""


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
        self._typed = self._away = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._autosave)
        self.text = PrintedText(look)
        self.text.setAccessibleName(words(f"closing.text-{outcome.form}"))
        self.text.edited.connect(self._touch)
        self.text.finished.connect(self._finish)
        self.text.left.connect(self._leave)
        self.owned: Owned | None = None
        if outcome.form == "action":
            self.owned = Owned(world, people, date.fromisoformat(workshop.date) + SOON)
            self.owned.said.connect(self._said)
        self.more = IconButton(look, "more", words("closing.more"))
        self.more.clicked.connect(self._offer)
        self.settled = Pill(look, words("closing.settled"), "teal")
        self._lay_out()
        self.show_outcome(outcome)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show it as it now is; what is being typed stays."""
        self.outcome = outcome
        words = self._world.words
        if not self._typed and self.text.text() != outcome.text:
            self.text.set_text(outcome.text)
        if self.owned is not None:
            due = date.fromisoformat(outcome.due) if outcome.due else None
            self.owned.show_owned(outcome.owner_name, due)
        self.more.setAccessibleName(words("closing.more-of", text=outcome.text))
        self.settled.setVisible(outcome.form == "parked" and outcome.state != "open")

    def keep(self) -> bool:
        """Keep what is being typed, wherever in the line; gives whether all of it is kept.

        An emptied text is no wish to lose it: it stays as it was.
        """
        kept = not self._typed or not self.text.text().strip() or self._write(self.text.text())
        if self.owned is None:
            return kept
        self.owned.due.interpretText()
        return self._assign(self.owned.owner.text(), self.owned.due.value) and kept

    def put_away(self) -> None:
        """The screen goes: what was typed is kept, or was let go."""
        self._away = True
        self._rest.stop()

    def menu(self) -> QMenu:
        """What else can be done with it."""
        words, menu = self._world.words, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def offer(key: str, act: Callable[[], object]) -> None:
            menu.addAction(words(f"closing.{key}")).triggered.connect(act)

        for form in FORMS:
            if form != self.outcome.form:
                offer(f"turn-{form}", partial(self._turn, form))
        if self.outcome.form == "parked":
            settled = self.outcome.state != "open"
            offer("unsettle" if settled else "settle", partial(self._settle, not settled))
        menu.addSeparator()
        offer("remove", self._remove)
        offer("strike", self._strike)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline that parts it from the next."""
        painter = QPainter(self)
        inset = self._world.look.px(8)
        foot = QRect(inset, self.height() - 1, self.width() - 2 * inset, 1)
        painter.fillRect(foot, QColor(self._world.look.tokens.line))
        painter.end()

    def _lay_out(self) -> None:
        look = self._world.look
        said = ShareLayout(look.px(4), 0)
        said.add(Edge(look, self.text, lambda: False), 3, look.size(230))
        if self.owned is not None:
            said.add(self.owned, 2, look.size(150) + self.owned.due.width())
        row = ShareLayout(look.px(4), 0)
        row.setContentsMargins(0, look.px(2), 0, look.px(2) + 1)
        row.add(holding(said), 1)
        row.add(self._in_first_line(self.settled), 0)
        row.add(self._in_first_line(self.more), 0)
        self.setLayout(row)

    def _in_first_line(self, widget: QWidget) -> QWidget:
        """A small thing at the height of the first line of words."""
        look, column = self._world.look, QVBoxLayout()
        column.setContentsMargins(0, (line_height(look) - widget.sizeHint().height()) // 2, 0, 0)
        column.addWidget(widget)
        return holding(column)

    # What a person does

    def _touch(self) -> None:
        self._typed = True
        self._rest.start()

    def _autosave(self) -> None:
        """Between two words; an emptied text may be about to be written anew."""
        if self.text.text().strip():
            self._write(self.text.text())

    def _finish(self) -> None:
        if self._typed:
            self._write(self.text.text())
        self._restore_emptied()

    def _leave(self) -> None:
        """Focus may go in the midst of a change, and for good: keep what is there now, later."""
        if self._typed and not self._away:
            later(self._world.library, partial(self._write, self.text.text()))
        self._restore_emptied()

    def _restore_emptied(self) -> None:
        """Nothing is taken away by emptying it: that is what the menu is for."""
        if not self.text.text().strip():
            self.text.set_text(self.outcome.text)

    def _write(self, text: str) -> bool:
        self._rest.stop()
        library, outcome = self._world.library, self.outcome
        if attempt(
            self._world, lambda: outcomes.edit_outcome(library, self._workshop, outcome, text)
        ):
            self._typed = False
        return not self._typed

    def _said(self) -> None:
        if self.owned is not None and not self._away:
            owner, due = self.owned.owner.text(), self.owned.due.value
            later(self._world.library, partial(self._assign, owner, due))

    def _assign(self, said: str, due: date | None) -> bool:
        named, day = " ".join(said.split()), due.isoformat() if due else None
        if (named, day) == (self.outcome.owner_name, self.outcome.due):
            return True
        same = [one for one in self._people if folded(one.name) == folded(named)]
        # Of two who bear the name nobody can tell which: then it is kept as it was said.
        person = same[0] if len(same) == 1 else None
        library, outcome = self._world.library, self.outcome
        return attempt(
            self._world,
            lambda: outcomes.assign(library, self._workshop, outcome, person, named, day),
        )

    def _offer(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _turn(self, form: Form) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(self._world, lambda: outcomes.turn_into(library, self._workshop, outcome, form))

    def _settle(self, settled: bool) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(
            self._world,
            lambda: outcomes.settle(
                library, self._workshop, outcome, "done" if settled else "open"
            ),
        )

    def _remove(self) -> None:
        library, outcome = self._world.library, self.outcome
        attempt(self._world, lambda: outcomes.remove_outcome(library, self._workshop, outcome))

    def _strike(self) -> None:
        place = ("outcome", self.outcome.id)
        ask_and_strike(self._world, self, (place,), self.outcome.text)
