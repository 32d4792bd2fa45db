"""Until when somebody takes a role on: asked where the yes is given, the usual term proposed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.kinds.roles import Candidate
from app.kinds.terms import read_term
from app.library.journal import Scope
from app.moment import months_after
from ui.kinds.roles.role_text import length_of
from ui.parts.autosave import Autosave
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout
from ui.parts.naming_line import NamingLine
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, term_place
from ui.world import World


class TermEdit(NamingLine):
    """The line for the term. ``walked``: up (-1) or down (1), to another role."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows up and down go on."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class TermLine(QWidget):
    """The question, a line for the answer, and the day that comes of it."""

    given = Signal(int)
    """The term is to be kept; and then to this other role (1, -1), or 0."""
    let_be = Signal()
    """The usual term is as it should be."""

    def __init__(self, world: World) -> None:
        """Nothing asked."""
        super().__init__()
        self.hide()
        look, words = world.look, world.words
        self._world, self._words = world, words
        self._candidate: Candidate | None = None
        self._usual = ""
        self._autosave: Autosave | None = None
        self.question = WrapLabel(look, "", "small-strong")
        self.question.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.line = TermEdit()
        self.line.setFont(look.font("body"))
        self.line.setPlaceholderText(words("kinds.roles.term-shows"))
        self.line.setMinimumWidth(look.size(170))
        self.line.given.connect(lambda: self.given.emit(0))
        self.line.walked.connect(self.given)
        self.line.let_be.connect(self.let_be)
        self.line.textChanged.connect(self._show_day)
        self.told = WrapLabel(look, "", "small", "teal")
        self.told.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.question.setBuddy(self.line)
        row = ShareLayout(look.px(10), look.px(4), middle=True)
        row.add(self.question, 0)
        row.add(self.line, 0)
        row.add(self.told, 1, look.size(150))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(4))
        asking = QWidget()
        asking.setLayout(row)
        column.addWidget(asking)
        column.addWidget(small(look, words("kinds.roles.term-keys")))

    @property
    def candidate(self) -> Candidate | None:
        """Whose term is asked for."""
        return self._candidate

    def ask(self, candidate: Candidate, months: int, scope: Scope) -> None:
        """Ask for the term of somebody who said yes, ``months`` being usual, and take the focus.

        The term they have stands there: the usual one, until another was said.
        """
        self.put_away()
        self._candidate, self._usual = candidate, self._present(candidate, months)
        question = self._words("kinds.roles.term-asked", name=candidate.person.name)
        self.question.setText(question)
        self.line.setAccessibleName(question)
        place = TextPlace(key=term_place(candidate.naming.id), scope=scope)
        self._autosave = Autosave(self._world, line_field(self.line), place)
        self._autosave.show(self._usual)
        self._show_day()
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        # Once it has its place.
        QTimer.singleShot(0, self, self._come_into_sight)

    def ends(self) -> date | None:
        """The day that was said; None where it is not understood."""
        if self._candidate is None or self._candidate.holding is None:
            return None
        starts = date.fromisoformat(self._candidate.holding.starts)
        return read_term(self.line.text() or self._usual, self._words, starts)

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do something with what was said; where it is refused, that is said of it."""
        return self._autosave is not None and self._autosave.attempt(action)

    def put_away(self, *, kept: bool = False) -> None:
        """Ask nothing more; what was half typed is ``kept``, or waits until it is asked again."""
        if self._autosave is not None:
            if kept:
                self._autosave.let_go()
            self._autosave.release()
        self._autosave, self._candidate = None, None
        self.hide()

    def _present(self, candidate: Candidate, months: int) -> str:
        held = candidate.holding
        usual = length_of(months, self._words)
        if held is None or held.ends is None:
            return usual
        starts, ends = date.fromisoformat(held.starts), date.fromisoformat(held.ends)
        return usual if ends == months_after(starts, months) else self._words.day(ends)

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self, 0, self._world.look.px(8))
            around = around.parentWidget()

    def _show_day(self) -> None:
        ends = self.ends()
        if ends is not None:
            self.told.set_tone("teal")
            self.told.setText(self._words("kinds.roles.until", day=self._words.day(ends)))
        else:
            self.told.set_tone("amber")
            self.told.setText(self._words("kinds.roles.term-odd"))
