"""The facilitator's canvas of a pulse: open it, hand the laptop over, close it, look together."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.pulse.facts import PulseFacts
from app.kinds.pulse.rounds import FORM, FORMS
from app.kinds.pulse.setup import pulse_words, statements_of
from app.library.rows import Run
from app.words import Words
from app.workshop.running import Running, running_of
from app.workshop.scale_diagram import scale_diagram
from app.workshop.titles import prompt_language
from exports.kinds.pulse import pulse_rows
from ui.parts.ballot.ballot_panel import BallotPanel, BallotWays
from ui.parts.ballot.scale_form import ScaleForm, ScaleQuestion
from ui.parts.ballot.scale_sheets import scale_rule
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

WIDTH, SIZE = 900.0, 15.0
"""The width for which the picture is laid out, and how large its statements are written at 100 %
text."""
LARGEST = 22.0
"""How large they are written at the most: the longest still fits on two lines."""


class PulseCanvas(QObject):
    """The rounds of a run: the open one, or what the last one says.

    Tab looks at one statement at a time, in the cockpit and on the wall; then at all of them.
    """

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The canvas of a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self.kind, self.world, self.running = kind, world, running
        self._statement = ""
        ways = BallotWays(
            forms=FORMS,
            make_form=lambda words: ScaleForm(world.look, words, self._questions(words)),
            rule=lambda: scale_rule(world.words, self._questions(world.words)),
            not_yet=world.words("pulse.not-yet"),
        )
        self.panel = BallotPanel(world, running, ways)
        self.panel.changed.connect(self.refresh)
        self.widget.setFocusProxy(self.panel)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        # All of it scrolls as one: a column within a column that scrolls would have two bars.
        scroll = ScrollColumn(world.look, gap=10, by_click=False)
        scroll.add(self.panel)
        column.addWidget(scroll)
        self.refresh()

    def target(self) -> str:
        """The statement that is looked at by itself; empty for all of them."""
        return self._statement

    def target_name(self) -> str:
        """Empty, as there is no place for a typed line."""
        return ""

    def move_target(self, step: int) -> None:
        """To the next statement (1) or the one before (-1); all of them stand at the end."""
        places = ("", *statements_of(self.running.recipe))
        self._statement = places[(places.index(self._statement) + step) % len(places)]
        self.refresh()

    def go_to(self, target: str) -> None:
        """To this statement, when it is one."""
        if target in statements_of(self.running.recipe):
            self._statement = target
            self.refresh()

    def hint(self) -> str:
        """Empty: there is nothing to type."""
        return ""

    def next_place(self) -> str:
        """Nothing: no line is wanted."""
        return ""

    def counted(self, n: int) -> str:
        """That ``n`` people answered, in words."""
        return self.world.words("ballot.answered", n=n)

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
        reader = self.world.library.reader
        if reader.find(Run, self.running.run.id) is None:
            return
        self.running = running_of(reader, self.running.run.id)
        found = facts_of(self.kind.facts(reader, self.running), PulseFacts)
        self.panel.refresh(self.running, found[-1].answered if found else 0)
        if found:
            self._show_facts(found[-1])

    def _questions(self, words: Words) -> Sequence[ScaleQuestion]:
        wording = pulse_words(self.running.recipe, words.language)
        return [
            ScaleQuestion(FORM, one, wording.statements.get(one, one), wording.low, wording.high)
            for one in statements_of(self.running.recipe)
        ]

    def _show_facts(self, facts: PulseFacts) -> None:
        language = prompt_language(self.running.workshop, self.world.words.language)
        words, recipe = self.world.words_in(language), self.running.recipe
        ends = pulse_words(recipe, language)
        rows = pulse_rows(words, recipe, facts, self._statement)
        size = min(float(self.world.look.size(SIZE)), LARGEST)
        diagram = scale_diagram(rows, (ends.low, ends.high), WIDTH, size)
        text = "; ".join(f"{row.statement} {row.remark}" for row in rows)
        self.panel.show_diagram(diagram, words("pulse.alternative", said=text))
