"""A section as it was agreed, beside the draft, and what becomes of it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.reviewing import (
    UNDECIDED,
    changed_sections,
    give_verdict,
    old_clauses,
    reviews_of,
    say_of_section,
    verdicts_for,
)
from app.community.today import today_of
from app.kinds.charter import sections_of
from app.library.charter_rows import VERDICTS
from app.text_direction import join_isolated
from app.workshop.planning import scope_of
from app.workshop.running import Running
from ui.attempt import attempt
from ui.parts.autosave import flush_all
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.parts.text_places import TextPlace, review_place
from ui.parts.word_field import WordField
from ui.world import World

KEYS = {"keep": "Ctrl+1", "change": "Ctrl+2", "retire": "Ctrl+3", "add": "Ctrl+4"}
WHY = "why"
ACTS = 170
"""The height in which the acts are in sight, pixels at 100 %."""


class ReviewPanel(QWidget):
    """The old text with the acts above, and the notes it is read beside below."""

    decided = Signal()
    """A verdict was given."""
    drafting = Signal()
    """The section is to be written in."""

    def __init__(self, world: World, notes: QWidget | None) -> None:
        """No section yet; ``notes`` is what people said, where that is shown too."""
        super().__init__()
        look, words = world.look, world.words
        self._world = world
        self._running: Running | None = None
        self._section, self._name = "", ""
        self.card = Card(look, tight=True)
        self.card.set_title(words("reviewing.title"))
        self.old = WrapLabel(look, "", "body")
        self.standing = small(look, "")
        self.progress = small(look, "")
        self.word: WordField | None = None
        self.acts = {
            verdict: KeyButton(
                look, words, words(f"reviewing.act.{verdict}"), KEYS[verdict], small=True
            )
            for verdict in VERDICTS
        }
        row = FlowLayout(look.px(8), look.px(6))
        for verdict, button in self.acts.items():
            button.clicked.connect(partial(self._act, verdict))
            row.addWidget(button)
        # What is decided comes first: it stays in sight where an old section is long.
        self.card.add(holding(row), self.standing, self.old, self.progress)
        above = ScrollColumn(look, gap=0)
        above.setMinimumHeight(look.px(ACTS))
        above.add(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(10))
        column.addWidget(above, 1)
        if notes is not None:
            column.addWidget(notes, 1)

    @property
    def workshop(self) -> str:
        """The id of the workshop that decides; empty before a section is shown."""
        return self._running.workshop.id if self._running is not None else ""

    def show_section(self, running: Running, section: str, name: str) -> None:
        """Show a section, called ``name``, as it was, and what was decided about it."""
        self._running, self._section, self._name = running, section, name
        reader, words = self._world.library.reader, self._world.words
        old = old_clauses(reader, running)
        lines = [
            join_isolated(line.split("\t"))
            for clause in old.get(section, ())
            for line in (clause.heading, *clause.text.split("\n"))
            if line.strip()
        ]
        self.old.set_text("\n".join(lines) or words("reviewing.none"))
        offered = verdicts_for(old, section)
        for verdict, button in self.acts.items():
            button.setVisible(verdict in offered)
        reviews = reviews_of(reader, running.workshop.id)
        review = reviews.get(section)
        if not offered:
            self.standing.set_text("")
        elif review is None:
            self.standing.set_text(words("reviewing.undecided"))
        else:
            self.standing.set_text(words(f"reviewing.verdict.{review.verdict}"))
        self._show_word(review.word if review is not None else None)
        sections = [one for one in sections_of(reader, running) if one not in UNDECIDED]
        done = sum(one in reviews for one in sections)
        self.progress.set_text(words("reviewing.progress", done=done, n=len(sections)))

    def _show_word(self, word: str | None) -> None:
        """Show what is said of the section in a field of its own; None: nothing is decided yet."""
        assert self._running is not None
        workshop, section = self._running.workshop, self._section
        key = review_place(workshop.id, section)
        if self.word is not None and (word is None or self.word.place != key):
            self.word.hide()
            delete_later(self.word)
            self.word = None
        if word is None:
            return
        if self.word is None:
            world, running, words = self._world, self._running, self._world.words
            place = TextPlace(
                key=key,
                scope=scope_of(workshop),
                keep=lambda text: say_of_section(world.library, running, section, text),
                may_be_empty=True,
            )
            label, empty = words("reviewing.said"), words("reviewing.said-empty")
            self.word = WordField(world, label, empty, place)
            self.card.add(self.word)
        self.word.autosave.show(word)

    def _act(self, verdict: str) -> None:
        if verdict == "retire":
            self._ask_why()
        else:
            self.give(verdict)

    def give(self, verdict: str) -> None:
        """Keep what was decided; what is changed is written in at once."""
        running, section = self._running, self._section
        if running is None:
            return
        library, world = self._world.library, self._world
        flush_all(world.window)  # what is typed was written before it is decided about
        undone = verdict == "keep" and section in changed_sections(library.reader, running)
        if attempt(world, lambda: give_verdict(library, running, section, verdict)) and undone:
            world.notice.say(world.words("reviewing.kept-again", section=self._name))
        self.decided.emit()
        if verdict == "change":
            self.drafting.emit()

    def _ask_why(self) -> None:
        if self._running is not None:
            dialog = RetireDialog(self._world, self, self._running, self._section, self._name)
            dialog.accepted.connect(self.decided)
            dialog.open()


class RetireDialog(FormDialog):
    """What people say of a section that is retired."""

    def __init__(
        self, world: World, parent: QWidget, running: Running, section: str, name: str
    ) -> None:
        """For a section called ``name``, in a run."""
        words = world.words
        super().__init__(
            world,
            parent,
            words("reviewing.retire-title", section=name),
            words("reviewing.retire-said"),
            words("reviewing.retire-keep"),
            (Field(key=WHY, kind="text", label="reviewing.retire-why"),),
            today_of(world.library, running.community.id),
        )
        self._running, self._section = running, section
        self.begin(f"retire:{running.workshop.id}:{section}")

    def keep(self) -> None:
        """Retire it, with the word. Raises Trouble."""
        word = self.form.text(WHY)
        give_verdict(self.world.library, self._running, self._section, "retire", word)


def above(review: ReviewPanel, other: QWidget) -> QWidget:
    """The panel above another one, each with half of the height."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(review, 1)
    column.addWidget(other, 1)
    return place
