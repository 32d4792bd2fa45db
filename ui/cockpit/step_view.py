"""The words of a step: what to say (the largest text in the cockpit), to do, to listen for."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalogue.recipe import StepInLanguage
from app.workshop.planning import BREAK
from app.workshop.running import Place
from app.workshop.titles import prompt_language
from ui.cockpit.scaled_label import ScaledLabel
from ui.look.text_styles import TEXT_STYLES
from ui.parts.buttons import KeyButton
from ui.parts.labels import ElidedLabel, eyebrow, small
from ui.parts.room_keys import UNFOLD
from ui.parts.text_block import TextRun, plain_text
from ui.world import World

GAP = 10
"""Pixels at 100 % text between what to do and what opens it."""


class StepView(QWidget):
    """Where the room is, what to say, what to do, what to listen for.

    Where room is short, what to do is one line that can be opened, and what to say is smaller.
    What to do if it goes wrong is quiet until it is asked for.
    """

    changed = Signal()
    """Other words, or opened or closed: it needs another height."""

    def __init__(self, world: World) -> None:
        """Nothing to say yet."""
        super().__init__()
        look = self._look = world.look
        self._words = world.words
        self.opened = False
        self.back = ""
        self._do: tuple[TextRun, ...] = ()
        self._fails: tuple[TextRun, ...] = ()
        self.eyebrow = eyebrow(look, "")
        style = TEXT_STYLES["say"]
        self.say = ScaledLabel(look, style.pixels * look.scale, style.family, weight=style.weight)
        self.do = small(look, "")
        self.line = ElidedLabel(look, "", "small", "mute")
        self.unfold = KeyButton(look, world.words, "", UNFOLD, "link", bind=False)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unfold.clicked.connect(self.toggle)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(GAP))
        row.addWidget(self.line, 1)
        row.addWidget(self.unfold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        for widget in (self.eyebrow, self.say, self._row, self.do):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def toggle(self) -> None:
        """Open what to do, or fold it again."""
        self.opened = not self.opened
        self._show_do()
        self.changed.emit()

    @property
    def more(self) -> bool:
        """Whether something is known of what may go wrong."""
        return bool(self._fails)

    def height_for(self, width: int, *, named: bool, share: float, whole: bool, brief: bool) -> int:
        """Pixels that the words take, folded in that way (see :meth:`fold`)."""
        heights = [self.say.height_at(share, width)]
        if named and not brief:
            heights.append(self.eyebrow.heightForWidth(width))
        if self.do.text() and (whole or self.opened):
            heights.append(self.do.heightForWidth(width))
        if self.do.text() and not whole:
            heights.append(self._row.sizeHint().height())
        return sum(heights) + self._column.spacing() * (len(heights) - 1)

    def can_be_brief(self, width: int) -> bool:
        """Whether the step's name has room, whole, on the line of what to do."""
        line = width - self.unfold.sizeHint().width() - self._look.px(GAP)
        named = self._look.metrics("small").horizontalAdvance(self.eyebrow.text())
        return bool(self.do.text()) and ceil(named) < line

    def whole_within(self, height: int, width: int, *, named: bool, share: float) -> int:
        """The most of ``height`` pixels that ends below a whole line of what is said, so that none
        is cut through its middle; never less than the first line."""
        above = self.eyebrow.heightForWidth(width) + self._column.spacing() if named else 0
        ends = [above + bottom for bottom in self.say.bottoms_at(share, width)]
        if not ends:
            return height
        return max([ends[0], *(end for end in ends if end <= height)])

    def fold(self, *, named: bool, share: float, whole: bool, brief: bool) -> None:
        """Take less room: without the step's name, in smaller letters, what to do on a line; or,
        to be ``brief``, that name there, and what to do only once it is asked for."""
        there = bool(self.do.text())
        self.eyebrow.setVisible(named and not brief)
        self.say.set_share(share)
        self.do.setVisible(there and (whole or self.opened))
        self._row.setVisible(there and not whole)
        told = self.eyebrow.text() if brief else plain_text(self._do)
        self.line.setText("" if self.opened and not brief else told)
        self.unfold.setText(self._words("room.fold" if self.opened else "room.unfold"))

    def show_place(self, place: Place, title: str, ends: str, *, opens: bool = False) -> None:
        """Show a step of the block called ``title``; ``ends`` says when a break does, which where
        it ``opens`` the session is when people begin."""
        words, recipe = self._words, place.part.recipe
        language = prompt_language(place.running.workshop, words.language)
        steps = recipe.steps_in(language)
        self.back = ""
        if place.part.block.exercise == BREAK:
            self.back = words("room.arrive-say" if opens else "room.break-say", time=ends)
            self._show_pause(title, self.back, steps)
            return
        step = steps[min(place.step, len(steps) - 1)] if steps else None
        named = (
            words("room.step", block=title, n=place.step + 1, total=len(steps), step=step.title)
            if step is not None and len(steps) > 1
            else words("room.block-only", block=title)
        )
        if place.running.run.hidden:
            named = f"{named} · {words('room.hidden')}"
        wording = recipe.in_language(language)
        listen = wording.listen
        pieces = [TextRun(step.do)] if step is not None and step.do else []
        if listen:
            heard = words("parts.recipe.label", label=words("parts.recipe.listen"))
            before = " " if pieces else ""
            pieces.append(TextRun(f"{before}{heard} ", strong=True, tone="plain"))
            pieces.append(TextRun(listen))
        say = words("room.quoted", say=step.say) if step and step.say else title
        self.show_words(named, say, pieces, wording.fails)

    def _show_pause(self, title: str, back: str, steps: Sequence[StepInLanguage]) -> None:
        """Show when people are back, and what is said and done in a pause that says it."""
        step = steps[0] if steps else None
        do = [TextRun(step.do)] if step is not None and step.do else []
        if step is None or not step.say:
            self.show_words(title, back, do)
            return
        named = self._words("room.pause-until", title=title, back=back)
        self.show_words(named, self._words("room.quoted", say=step.say), do)

    def show_words(self, named: str, say: str, do: list[TextRun], fails: str = "") -> None:
        """Show the words of one step, folded: ``named`` over it, what to ``say`` aloud, what to
        ``do``, and what helps if it ``fails``, which opens with the rest."""
        helps = self._words("parts.recipe.label", label=self._words("parts.recipe.fails"))
        head = "\n" * bool(do) + helps + " "
        more = (TextRun(head, strong=True, tone="plain"), TextRun(fails)) if fails else ()
        known = (self.eyebrow.text(), self.say.text(), self._do, self._fails)
        if (named, say, tuple(do), more) == known:
            return
        self.opened, self._do, self._fails = False, tuple(do), more
        self.eyebrow.set_text(named)
        self.say.show_text(say)
        self._show_do()
        self.changed.emit()

    def _show_do(self) -> None:
        self.do.set_text((*self._do, *self._fails) if self.opened else self._do)
