"""The laptop goes from hand to hand: one person fills in a ballot, then the next.

Nothing is kept before the person has given all of it, and nothing shows what others gave. Escape
ends it; what the person on turn had filled in so far is forgotten.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.library.rows import Person
from app.words import Words
from app.workshop.ballots import Given
from ui.look.look import Look
from ui.parts.ballot.ballot_form import BallotForm
from ui.parts.buttons import Button, KeyButton
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
from ui.parts.scroll_column import ScrollColumn

WIDTH = 900
"""How wide the column of text is at most, pixels at 100 %."""

Keep = Callable[[Given, str | None], str]
"""Counts what one person gave, who may be known (id); gives a sentence on why it was not, or
nothing. What was not counted stays, to be tried again."""


class BallotDialog(QDialog):
    """Asks one person after the other. ``still`` gives those of the room, by name, who have not
    given theirs: each may choose their name, and nobody has to."""

    def __init__(
        self,
        look: Look,
        words: Words,
        form: BallotForm,
        still: Callable[[], Sequence[Person]],
        keep: Keep,
        parent: QWidget,
    ) -> None:
        """Begin with the page that is handed to the first person."""
        super().__init__(parent)
        self._look, self._words = look, words
        self._still, self._keep = still, keep
        self.form = form
        self._begun = False
        self._person: str | None = None
        self.setWindowTitle(words("ballot.title"))
        self.setAccessibleName(words("ballot.title"))
        self.eyebrow = WrapLabel(look, "", "small", "mute")
        self.text = WrapLabel(look, "", "say")
        self.hint = WrapLabel(look, "", "body", "mute")
        self.who = WrapLabel(look, words("ballot.who"), "body", "mute")
        self.names: list[Button] = []
        self._flow = FlowLayout(look.px(8), look.px(8))
        self.name_row = holding(self._flow)
        self.back = KeyButton(look, words, words("ballot.back"), form.back_key, "link", bind=False)
        self.back.clicked.connect(self._go_back)
        self.onward = KeyButton(look, words, "", "Return", "primary", bind=False)
        self.onward.clicked.connect(self._go_on)
        self.stop = KeyButton(look, words, words("ballot.stop"), "Esc", "link", bind=False)
        self.stop.clicked.connect(self.reject)
        for button in (self.back, self.onward, self.stop):
            # Enter is heard by the window, wherever the keyboard is.
            button.setAutoDefault(False)
        form.turned.connect(self._show)
        self._lay_out(look)
        self._hand_on(thanks=False)
        self.resize(parent.size())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The form has keys of its own; Backspace goes back, Enter goes on."""
        key = event.key()
        if self._begun and not self.form.complete and self.form.take_key(event):
            return
        if QKeySequence(event.keyCombination()) == QKeySequence(self.form.back_key):
            self._go_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Nobody's name has the keyboard before somebody goes there."""
        super().showEvent(event)
        self.setFocus()

    def _enter(self) -> None:
        chosen = next((one for one in self.names if one.hasFocus()), None)
        if chosen is not None:
            chosen.click()
        elif self.onward.isVisible() and self.onward.isEnabled():
            self._go_on()

    def _lay_out(self, look: Look) -> None:
        column = QWidget()
        column.setMaximumWidth(look.size(WIDTH))
        scroll = ScrollColumn(look, gap=16, by_click=False)
        scroll.body.insertStretch(0, 1)
        scroll.add(self.eyebrow, self.text, self.hint, self.form, self.who, self.name_row)
        foot = FlowLayout(look.px(12), look.px(8))
        for one in (self.stop, self.back, self.onward):
            foot.addWidget(one)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(16))
        inside.addWidget(scroll, 1)
        inside.addWidget(holding(foot))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(look.px(32), look.px(32), look.px(32), look.px(32))
        whole.addStretch(1)
        whole.addWidget(column, 100)
        whole.addStretch(1)

    def _go_back(self) -> None:
        if self._begun and not self.form.go_back():
            self._hand_on(thanks=False)

    def _go_on(self) -> None:
        """From the page that is handed on into the form, through it, and at the end: count."""
        if not self._begun:
            self._begin(None)
        elif not self.form.complete:
            self.form.go_on()
        else:
            why_not = self._keep(self.form.given(), self._person)
            if why_not:
                self.hint.set_text(why_not)
                self.hint.set_tone("ember")
                return
            self._hand_on(thanks=True)

    def _begin(self, person: str | None) -> None:
        self._begun, self._person = True, person
        self.form.begin()

    def _hand_on(self, *, thanks: bool) -> None:
        """The page between two people: nothing on it is anybody's."""
        words = self._words
        self._begun, self._person = False, None
        self.eyebrow.set_text(words("ballot.thanks") if thanks else "")
        self.text.set_text(words("ballot.hand-on" if thanks else "ballot.hand-over"))
        self._show_rest(words("ballot.private-here"), words("ballot.begin"))
        self.form.hide()
        self.back.hide()
        self._offer_names(self._still())

    def _show(self) -> None:
        """A page of the form, or the one before what was given is counted."""
        words, form = self._words, self.form
        if not self._begun:
            return
        self._offer_names(())
        form.setVisible(not form.complete)
        self.back.show()
        if form.complete:
            self.eyebrow.set_text("")
            self.text.set_text(words("ballot.all-answered"))
            self._show_rest(words("ballot.count-me-hint"), words("ballot.count-me"))
            return
        self.eyebrow.set_text(form.eyebrow)
        self.text.set_text(form.asked)
        self._show_rest(form.hint, form.onward, may=form.may_go_on)

    def _show_rest(self, hint: str, onward: str, *, may: bool = True) -> None:
        self.hint.set_tone("mute")
        self.hint.set_text(hint)
        self.onward.setVisible(bool(onward))
        self.onward.setText(onward)
        self.onward.setEnabled(may)
        self.form.take_keyboard(self)

    def _offer_names(self, people: Sequence[Person]) -> None:
        for button in self.names:
            self._flow.removeWidget(button)
            button.hide()
            delete_later(button)
        self.names = []
        for person in people:
            button = Button(self._look, person.name)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._begin, person.id))
            self._flow.addWidget(button)
            self.names.append(button)
        self.who.setVisible(bool(people))
        self.name_row.setVisible(bool(people))
