"""A ballot in the cockpit: opened, handed over or counted, closed, looked at, shown to the room."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.diagram import Diagram
from app.library.rows import Person
from app.library.trouble import Trouble
from app.words import Words
from app.workshop.ballots import (
    Ballot,
    Given,
    cast,
    close_ballot,
    given,
    latest_ballot,
    open_ballot,
    open_ballot_of,
    remaining,
    show_ballot,
    still_to_give,
)
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from ui.attempt import attempt, trouble_sentence
from ui.parts.ballot.ballot_dialog import BallotDialog
from ui.parts.ballot.ballot_form import BallotForm
from ui.parts.ballot.sheets_dialog import SheetRule, SheetsDialog
from ui.parts.buttons import KeyButton
from ui.parts.diagram_painter import DiagramView
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
from ui.parts.text_block import TextRun
from ui.world import World

KEY = "Ctrl+B"
"""Opens the round, closes it, opens another."""
HAND_KEY = "Ctrl+N"
SHEETS_KEY = "Ctrl+Shift+N"
COUNT_KEY = "Ctrl+Shift+B"
"""Types in what is counted in the room, where that is a way."""
SHOW_KEY = "Ctrl+Shift+H"
"""Shows the room what was counted, and takes it off the wall."""


class BallotWays(msgspec.Struct, frozen=True):
    """How a kind asks: in which ``forms``, on what pages, with which lines from paper.

    ``count`` opens the window in which the facilitator types what is counted in the room, and
    ``count_label`` says so; None where nothing is.
    """

    forms: Sequence[str]
    make_form: Callable[[Words], BallotForm]
    rule: Callable[[], SheetRule]
    not_yet: str
    count: Callable[[Ballot], None] | None = None
    count_label: str = ""


class BallotPanel(QWidget):
    """Where the ballot of a run stands, and what can be done now."""

    changed = Signal()
    """Something was done: whoever holds the panel looks at the rows again."""

    def __init__(self, world: World, running: Running, ways: BallotWays) -> None:
        """The panel of a run; :meth:`refresh` shows where it stands."""
        super().__init__()
        self.world, self.running, self._ways = world, running, ways
        look, words = world.look, world.words
        self.said = WrapLabel(look, "", "body")
        self.turn = self._button("", KEY, self.turn_round)
        self.hand = self._button(words("ballot.hand"), HAND_KEY, self.ask_people)
        self.sheets = self._button(words("ballot.sheets"), SHEETS_KEY, self.take_sheets)
        counts = ways.count is not None
        self.count = self._button(ways.count_label, COUNT_KEY, self.count_room, heard=counts)
        self.show_it = self._button("", SHOW_KEY, self.turn_shown)
        self.view = DiagramView(look)
        self.note = WrapLabel(look, "", "small", "mute")
        buttons = FlowLayout(look.px(12), look.px(8))
        for button in (self.hand, self.sheets, self.show_it, self.count, self.turn):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        # What was found stands above what can be done next, also where there is little room.
        for widget in (self.said, self.view, self.note, holding(buttons)):
            column.addWidget(widget)

    def _button(
        self, text: str, key: str, act: Callable[[], None], *, heard: bool = True
    ) -> KeyButton:
        button = KeyButton(self.world.look, self.world.words, text, key, "quiet", bind=False)
        # The keyboard stays with the capture line.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        if heard:
            QShortcut(QKeySequence(key), self).activated.connect(act)
        return button

    def ballot(self) -> Ballot | None:
        """The latest ballot of the run."""
        return latest_ballot(self.world.library.reader, self.running.run.id, self._ways.forms)

    def refresh(self, running: Running, people: int) -> None:
        """Say where the ballot stands; once it is closed, ``people`` gave theirs."""
        self.running = running
        words, reader = self.world.words, self.world.library.reader
        ballot = self.ballot()
        opened = ballot is not None and ballot.open
        closed = ballot is not None and not ballot.open
        cast_in_private = ballot is not None and ballot.open and not ballot.counted
        if ballot is None:
            said, how, turn = "", self._ways.not_yet, "ballot.open"
        elif ballot.counted and ballot.open:
            said, how, turn = words("ballot.counting"), words("ballot.while-open"), "ballot.close"
        elif ballot.open:
            left = remaining(reader, running, ballot)
            said = words("ballot.answered", n=given(reader, ballot))
            said = f"{said} · {words('ballot.remaining', n=left)}" if left is not None else said
            how, turn = words("ballot.while-open"), "ballot.close"
        else:
            said = words("ballot.answered", n=people)
            how = words("ballot.shown" if ballot.shown else "ballot.only-you")
            turn = "ballot.again"
        fact = (TextRun(said, strong=True), TextRun("  ")) if said else ()
        self.said.set_text((*fact, TextRun(how, tone="mute")))
        self.turn.setText(words(turn))
        self.hand.setVisible(cast_in_private)
        self.sheets.setVisible(cast_in_private)
        self.count.setVisible(self._ways.count is not None and not cast_in_private)
        self.show_it.setVisible(closed)
        shown = ballot is not None and ballot.shown
        self.show_it.setText(words("ballot.hide" if shown else "ballot.show"))
        self.view.setVisible(closed and bool(people))
        self.note.setVisible(closed and bool(self.note.text()))
        self.setFocusProxy(self._next_button(opened=opened, cast_in_private=cast_in_private))

    def _next_button(self, *, opened: bool, cast_in_private: bool) -> KeyButton:
        """What is likely done next."""
        if cast_in_private:
            return self.hand
        return self.count if opened else self.turn

    def show_diagram(self, diagram: Diagram, alternative: str) -> None:
        """What the closed ballot says, as the room will see it."""
        self.view.show_diagram(diagram, alternative)

    def tell(self, note: str) -> None:
        """Say something more of it below, to the facilitator alone."""
        self.note.set_text(note)
        self.note.setVisible(bool(note))

    def turn_round(self) -> None:
        """Open a round, or close the one that is open: it is never opened again."""
        library, ballot = self.world.library, self.ballot()
        if ballot is not None and ballot.open:
            attempt(self.world, lambda: close_ballot(library, self.running, ballot))
        else:
            attempt(self.world, lambda: open_ballot(library, self.running, self._ways.forms))
        self.changed.emit()

    def turn_shown(self) -> None:
        """Show the room what was counted, or take it off the wall."""
        ballot = self.ballot()
        if ballot is None or ballot.open:
            return
        library, shown = self.world.library, not ballot.shown
        attempt(self.world, lambda: show_ballot(library, self.running, ballot, shown=shown))
        self.changed.emit()

    def count_room(self) -> None:
        """Type in what is counted in the room; begins a round where none is open."""
        count, library = self._ways.count, self.world.library
        ballot = self.ballot()
        if count is None or (ballot is not None and ballot.open and not ballot.counted):
            return
        forms = self._ways.forms
        found: list[Ballot] = []
        attempt(
            self.world,
            lambda: found.append(open_ballot(library, self.running, forms, counted=True)),
        )
        self.changed.emit()
        for opened in found:
            count(opened)

    def ask_people(self) -> None:
        """Hand the laptop over: one person after the other, until Escape."""
        if not self._takes_answers():
            return
        words = self._words_here()
        BallotDialog(
            self.world.look,
            words,
            self._ways.make_form(words),
            self._still,
            lambda one, person: self._cast([one], person),
            self.window(),
        ).open()

    def take_sheets(self) -> None:
        """Type in what was given on paper."""
        if self._takes_answers():
            SheetsDialog(self.world, self._ways.rule(), self._cast, self.window()).open()

    def _takes_answers(self) -> bool:
        ballot = self.ballot()
        return ballot is not None and ballot.open and not ballot.counted

    def _words_here(self) -> Words:
        language = prompt_language(self.running.workshop, self.world.words.language)
        return self.world.words_in(language)

    def _still(self) -> list[Person]:
        ballot = self.ballot()
        reader = self.world.library.reader
        return still_to_give(reader, self.running, ballot) if ballot is not None else []

    def _cast(self, people: Sequence[Given], person: str | None = None) -> str:
        """Count what people gave in the open ballot; gives a sentence on why not, or nothing.

        It is said in the window that is handed over: the facilitator's is behind it.
        """
        library = self.world.library
        try:
            ballot = open_ballot_of(library.reader, self.running.run.id, self._ways.forms)
            if ballot is None:
                raise Trouble("round-closed")
            cast(library, self.running, ballot, people, person)
        except Trouble as trouble:
            return trouble_sentence(self._words_here(), trouble)
        self.changed.emit()
        return ""
