"""What is read back line by line, and answered by a key each, with a word."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from app.catalogue.register_shapes import Register
from app.registers.answering import AnswerLine, line_meant, next_waiting
from app.workshop.planning import scope_of
from app.workshop.running import Running
from exports.answer_words import standing_words
from exports.register_words import state_words
from ui.attempt import attempt
from ui.look.themes import Tone
from ui.parts.autosave import flush_all
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.parts.state_list import StateLine, StateList
from ui.parts.text_places import TextPlace, answer_place
from ui.parts.word_field import WordField
from ui.world import World


class Answering(msgspec.Struct, frozen=True):
    """How lines are answered: by the ``states`` of a ``register`` (None: it is not known here);
    ``give`` writes one down for a line (its id), ``say`` keeps the word on it; both raise Trouble.
    ``sided`` says in words which side a line is of."""

    title: str
    register: Register | None
    states: tuple[str, ...]
    give: Callable[[str, str], object]
    say: Callable[[str, str], str]
    sided: Callable[[str], str]


NEXT = "Ctrl+0"
"""Beside the digits that answer."""


class AnswerPanel(ScrollColumn):
    """The lines with what became of each; the keys answer the one that is marked."""

    def __init__(self, world: World, answering: Answering, changed: Callable[[], object]) -> None:
        """No lines yet; ``changed`` is called once something was answered."""
        look, words = world.look, world.words
        super().__init__(look, gap=0)
        self._world, self._answering, self._changed = world, answering, changed
        self._running: Running | None = None
        self._lines: Sequence[AnswerLine] = ()
        register = answering.register
        self._current = ""
        self.word: WordField | None = None
        self.card = Card(look, tight=True)
        self.card.set_title(answering.title)
        self.progress = small(look, "")
        self.list = StateList(look, answering.title)
        self.list.chosen.connect(self._choose)
        self.side = small(look, "", "teal")
        self.meant = WrapLabel(look, "", "strong")
        self.acts = {
            state: KeyButton(
                look, words, state_words(words, register, state), f"Ctrl+{number}", small=True
            )
            for number, state in enumerate(answering.states, start=1)
            if register is not None
        }
        row = FlowLayout(look.px(8), look.px(6))
        for state, button in self.acts.items():
            button.clicked.connect(partial(self.answer, state))
            row.addWidget(button)
        self.next_button = KeyButton(look, words, words("inroom.next-unanswered"), NEXT, small=True)
        self.next_button.clicked.connect(self.go_on)
        row.addWidget(self.next_button)
        self.card.add(self.progress, self.side, self.meant, holding(row))
        self.add(self.card)
        self.add(self.list)

    def show_lines(self, running: Running, lines: Sequence[AnswerLine]) -> None:
        """Show lines as they now stand; hidden while there are none."""
        self._running, self._lines = running, lines
        self.setVisible(bool(lines))
        if not lines:
            self._show_word(None)
            return
        self._current = line_meant(lines, self._current)
        done = sum(bool(one.state) for one in lines)
        self.progress.set_text(self._world.words("inroom.answered", done=done, n=len(lines)))
        self.next_button.setVisible(len(lines) > 1)
        self._show_rows()

    def answer(self, state: str) -> None:
        """Write down what became of the line that is marked."""
        current, world = self._current, self._world
        if not current:
            return
        flush_all(world.window)
        if attempt(world, lambda: self._answering.give(current, state)):
            self._changed()

    def go_on(self) -> None:
        """Mark the next line that waits for its answer."""
        flush_all(self._world.window)
        self._current = next_waiting(self._lines, self._current)
        self._show_rows()

    def _standing(self, line: AnswerLine) -> tuple[str, Tone]:
        """What became of a line in words; that it is late, while nobody said."""
        register = self._answering.register
        said = standing_words(self._world.words, register, line) if register else ""
        tone: Tone = "teal" if line.state else "amber" if line.late else "mute"
        return said or "—", tone

    def _told(self, line: AnswerLine) -> tuple[str, str]:
        """Which side the line is of, and how it stands."""
        standing, tone = self._standing(line)
        return self._answering.sided(line.side), "" if tone == "mute" else standing

    def _show_rows(self) -> None:
        shown = [StateLine(one.id, one.text, *self._standing(one)) for one in self._lines]
        self.list.show_lines(shown, self._current)
        self._show_meant()

    def _choose(self, line: str) -> None:
        self._current = line
        self._show_meant()

    def _show_meant(self) -> None:
        line = next(one for one in self._lines if one.id == self._current)
        self.side.set_text(" · ".join(filter(None, self._told(line))))
        self.meant.set_text(line.text)
        self._show_word(line if line.state else None)

    def _show_word(self, line: AnswerLine | None) -> None:
        """A field for the word on a line; None: there is nothing yet to say a word on."""
        key = answer_place(self._running.run.id, line.id) if line and self._running else ""
        if self.word is not None and self.word.place != key:
            self.word.hide()
            delete_later(self.word)
            self.word = None
        if line is None or self._running is None:
            return
        if self.word is None:
            words, answering, meant = self._world.words, self._answering, line.id
            place = TextPlace(
                key=key,
                scope=scope_of(self._running.workshop),
                keep=lambda text: answering.say(meant, text),
                may_be_empty=True,
            )
            label, empty = words("inroom.word"), words("inroom.word-empty")
            self.word = WordField(self._world, label, empty, place)
            self.card.add(self.word)
        self.word.autosave.show(line.word)
