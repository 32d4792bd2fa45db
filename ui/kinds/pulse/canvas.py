"""The facilitator's canvas of a pulse: open it, hand the laptop over, close it, look together."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.pulse.diagram import pulse_diagram
from app.kinds.pulse.facts import PulseFacts
from app.kinds.pulse.rounds import (
    answer_pulse,
    answered,
    close_pulse,
    open_pulse,
    open_round_of,
)
from app.kinds.pulse.setup import pulse_words, statements_of
from app.library.rows import Run
from app.library.trouble import Trouble
from app.text_direction import join_isolated
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from exports.kinds.pulse import pulse_rows
from ui.attempt import attempt, trouble_sentence
from ui.kinds.pulse.answering import AnswerDialog
from ui.kinds.pulse.sheets import SheetsDialog
from ui.parts.buttons import KeyButton
from ui.parts.diagram_painter import DiagramView
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

KEY = "Ctrl+B"
"""Opens the round, closes it, opens another."""
HAND_KEY = "Ctrl+N"
SHEETS_KEY = "Ctrl+Shift+N"
WIDTH, SIZE = 900.0, 15.0
"""The width for which the picture is laid out, and how large its statements are written at 100 %
text."""
LARGEST = 22.0
"""How large they are written at the most: the longest still fits on two lines."""


class PulseCanvas(QObject):
    """The rounds of a run: the open one, or what the last one says."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The canvas of a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self.kind, self.world, self.running = kind, world, running
        look, words = world.look, world.words
        self.said = WrapLabel(look, "", "strong")
        self.how = WrapLabel(look, "", "body", "mute")
        self.turn = KeyButton(look, words, "", KEY, "quiet", bind=False)
        self.turn.clicked.connect(self.turn_round)
        self.hand = KeyButton(look, words, words("pulse.hand"), HAND_KEY, bind=False)
        self.hand.clicked.connect(self.ask_people)
        self.sheets = KeyButton(look, words, words("pulse.sheets"), SHEETS_KEY, bind=False)
        self.sheets.clicked.connect(self.take_sheets)
        for key, act in (
            (KEY, self.turn_round),
            (HAND_KEY, self.ask_people),
            (SHEETS_KEY, self.take_sheets),
        ):
            QShortcut(QKeySequence(key), self.widget).activated.connect(act)
        self.view = DiagramView(look)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        look = self.world.look
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = FlowLayout(look.px(12), look.px(8))
        for button in (self.hand, self.sheets, self.turn):
            # The keyboard stays with the capture line.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        # All of it scrolls as one: a column within a column that scrolls would have two bars.
        scroll = ScrollColumn(look, gap=10, by_click=False)
        scroll.add(self.said, self.how, holding(buttons), self.view)
        column.addWidget(scroll)

    def target(self) -> str:
        """Empty: a typed line has no place here."""
        return ""

    def target_name(self) -> str:
        """Empty, as there is no place for a typed line."""
        return ""

    def move_target(self, step: int) -> None:
        """There is nowhere to go."""

    def go_to(self, target: str) -> None:
        """There is nowhere to go."""

    def hint(self) -> str:
        """Empty: there is nothing to type."""
        return ""

    def next_place(self) -> str:
        """Nothing: no line is wanted."""
        return ""

    def counted(self, n: int) -> str:
        """That ``n`` people answered, in words."""
        return self.world.words("pulse.answered", n=n)

    def completions(self, typed: str) -> list[str]:
        """No completions: there is nothing to type."""
        return []

    def enter(self, text: str) -> None:
        """Never asked for: there are no targets."""
        raise RuntimeError("a pulse takes no typed line")

    def enter_strongly(self, text: str) -> None:
        """As Enter."""
        self.enter(text)

    def large(self) -> str:
        """Empty: answers are private, and the picture of all is as large as it can be."""
        return ""

    def go_on(self) -> None:
        """Nothing: what comes next is a line."""

    def refresh(self) -> None:
        """Say where the round stands; show what the last one says once none is open."""
        reader, words = self.world.library.reader, self.world.words
        if reader.find(Run, self.running.run.id) is None:
            return
        self.running = running_of(reader, self.running.run.id)
        opened = open_round_of(reader, self.running.run.id)
        found = facts_of(self.kind.facts(reader, self.running), PulseFacts)
        last = found[-1] if found and opened is None else None
        if opened is not None:
            self.said.set_text(words("pulse.answered", n=answered(reader, opened)))
            self.how.set_text(words("pulse.while-open"))
            turn = "pulse.close"
        else:
            seen = words("pulse.answered", n=last.answered) if last else ""
            self.said.set_text(
                join_isolated((seen, words("pulse.what-do-you-see"))) if last else ""
            )
            self.how.set_text(words("pulse.not-yet"))
            turn = "pulse.again" if last else "pulse.open"
        self.how.setVisible(last is None)
        self.said.setVisible(opened is not None or last is not None)
        self.turn.setText(words(turn))
        self.hand.setVisible(opened is not None)
        self.sheets.setVisible(opened is not None)
        self.widget.setFocusProxy(self.hand if opened is not None else self.turn)
        self.view.setVisible(last is not None)
        if last is not None:
            self._show_facts(last)

    def _show_facts(self, facts: PulseFacts) -> None:
        language = prompt_language(self.running.workshop, self.world.words.language)
        words, recipe = self.world.words_in(language), self.running.recipe
        ends, rows = pulse_words(recipe, language), pulse_rows(words, recipe, facts)
        size = min(float(self.world.look.size(SIZE)), LARGEST)
        diagram = pulse_diagram(rows, (ends.low, ends.high), WIDTH, size)
        text = "; ".join(f"{row.statement} {row.remark}" for row in rows)
        self.view.show_diagram(diagram, words("pulse.alternative", said=text))

    def turn_round(self) -> None:
        """Open a round, or close the one that is open: it is never opened again."""
        library = self.world.library
        opened = open_round_of(library.reader, self.running.run.id)
        if opened is None:
            attempt(self.world, lambda: open_pulse(library, self.running))
        else:
            attempt(self.world, lambda: close_pulse(library, self.running, opened))
        self.refresh()

    def ask_people(self) -> None:
        """Hand the laptop over: one person answers after the other, until Escape."""
        if open_round_of(self.world.library.reader, self.running.run.id) is None:
            return
        language = prompt_language(self.running.workshop, self.world.words.language)
        AnswerDialog(
            self.world.look,
            self.world.words_in(language),
            statements_of(self.running.recipe),
            pulse_words(self.running.recipe, language),
            lambda answers: self._count([answers]),
            self.widget.window(),
        ).open()

    def take_sheets(self) -> None:
        """Type in what was answered on paper."""
        if open_round_of(self.world.library.reader, self.running.run.id) is None:
            return
        SheetsDialog(
            self.world,
            statements_of(self.running.recipe),
            self._count,
            self.widget.window(),
        ).open()

    def _count(self, people: Sequence[Mapping[str, str]]) -> str:
        """Count people's answers in the open round; gives a sentence on why not, or nothing.

        It is said in the window that is handed over: the facilitator's is behind it.
        """
        library = self.world.library
        try:
            opened = open_round_of(library.reader, self.running.run.id)
            if opened is None:
                raise Trouble("round-closed")
            answer_pulse(library, self.running, opened, people)
        except Trouble as trouble:
            language = prompt_language(self.running.workshop, self.world.words.language)
            return trouble_sentence(self.world.words_in(language), trouble)
        self.refresh()
        return ""
