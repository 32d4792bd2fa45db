"""What each column of a pasted list was understood as, and a drop-down each to say otherwise."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.pasting import Pasted
from app.community.table_columns import PastedColumn
from app.community.table_headings import USES
from ui.look.look import elided
from ui.parts.buttons import Button
from ui.parts.controls import Choice
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.world import World

_WIDEST = 200
"""Pixels at 100 % of what is shown of a column over its drop-down."""


class ColumnChoices(QWidget):
    """The columns of a list, in words; ``changed`` is sent when a person says what they hold."""

    changed = Signal()

    def __init__(self, world: World) -> None:
        """No columns yet: nothing is shown."""
        super().__init__()
        self._world = world
        self._shown: tuple[tuple[str, str], ...] = ()
        self._columns: tuple[PastedColumn, ...] = ()
        self._said: dict[int, str] | None = None
        self.sentence = WrapLabel(world.look, "", "body")
        self.right_button = Button(world.look, world.words("people.columns-right"), small=True)
        self.right_button.clicked.connect(self._agree)
        self.choices: dict[int, Choice] = {}
        self._flow = FlowLayout(world.look.px(16), world.look.px(8), middle=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(world.look.px(8))
        column.addWidget(self.sentence)
        column.addWidget(holding(self._flow))
        answer = FlowLayout(world.look.px(12))
        answer.addWidget(self.right_button)
        self._answer = holding(answer)
        column.addWidget(self._answer)
        self.hide()

    @property
    def said(self) -> Mapping[int, str] | None:
        """What the person says that the columns hold, by their place; None before they do."""
        return self._said

    def forget(self) -> None:
        """Another list: what was said of the last one is not said of this."""
        self._said = None

    def show_list(self, pasted: Pasted) -> None:
        """Show the columns of a list as they were understood."""
        words = self._world.words
        self._columns = pasted.columns
        filled = [at for at, column in enumerate(pasted.columns) if column.sample]
        shown = tuple((pasted.columns[at].head, pasted.columns[at].sample) for at in filled)
        if shown != self._shown:
            self._shown = shown
            self._build(filled)
        for at, choice in self.choices.items():
            choice.set_value(pasted.columns[at].use)
        code = "asks" if pasted.asks else "headings" if pasted.headings else "lines"
        self.sentence.set_text(words(f"people.columns-{code}"))
        self.sentence.set_tone("amber" if pasted.asks else "plain")
        self._answer.setVisible(pasted.asks)
        self.setVisible(len(filled) > 1 or (pasted.headings and bool(filled)))

    def _build(self, filled: Sequence[int]) -> None:
        words, look = self._world.words, self._world.look
        self._flow.clear()
        self.choices = {}
        options = [(use, words(f"people.use.{use}")) for use in USES]
        options.append(("", words("people.use.none")))
        for at in filled:
            column = self._columns[at]
            name = column.head or words("people.column-like", sample=column.sample)
            short = elided(name, look.font("small"), look.size(_WIDEST))
            choice = Choice(look, options)
            choice.setAccessibleName(words("people.column-holds", column=name))
            choice.activated.connect(self._agree)
            label = small(look, short)
            label.setToolTip(column.sample)
            box = QVBoxLayout()
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(look.px(4))
            box.addWidget(label)
            box.addWidget(choice)
            self._flow.addWidget(holding(box))
            self.choices[at] = choice

    def _agree(self) -> None:
        """The person says what a column holds; the others are then as they are shown."""
        uses = {at: column.use for at, column in enumerate(self._columns)}
        uses.update({at: choice.value for at, choice in self.choices.items()})
        self._said = uses
        self.changed.emit()
