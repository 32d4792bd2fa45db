"""What is still open before an ending: each a fact, its reason, and a button to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.today import today_of
from app.registers.before_ending import StillOpen, still_open
from exports.ending_words import open_sentence, why_open
from ui.parts.buttons import Button
from ui.parts.cell_rows import CellRows, Column
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import holding
from ui.parts.reading import for_reading
from ui.world import World


class StillOpenRows(CellRows):
    """The check-list. ``asked`` is sent with the one whose place is to be opened."""

    asked = Signal(object)

    def __init__(self, world: World, items: Sequence[StillOpen]) -> None:
        """Show these, in their order."""
        look, words = world.look, world.words
        super().__init__(look, (Column(share=7), Column(share=3)), lines=True)
        for one in items:
            told = QVBoxLayout()
            told.setContentsMargins(0, 0, 0, 0)
            told.setSpacing(0)
            told.addWidget(WrapLabel(look, open_sentence(words, one), "small-strong"))
            told.addWidget(small(look, why_open(words, one)))
            button = StepButton(world, one)
            button.clicked.connect(self._ask)
            self.add(holding(told), button)

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.asked.emit(button.one)


class StepButton(Button):
    """Opens the place where something that is open is settled."""

    def __init__(self, world: World, one: StillOpen) -> None:
        """For ``one`` thing."""
        super().__init__(world.look, world.words(f"ending.step-{one.code}"), "link", wide=True)
        for_reading(self)
        self.one = one
        self.setObjectName(f"still open {one.code}")


def what_is_open(world: World, community: str) -> tuple[StillOpen, ...]:
    """What is open today in a community (its id)."""
    library = world.library
    return still_open(library.reader, world.catalogue, community, today_of(library, community))


def open_said(world: World, items: Sequence[StillOpen]) -> QWidget:
    """How many things are open, and that they can stay so."""
    words = world.words
    text = words("ending.summary", n=len(items)) if items else words("ending.said-none")
    return WrapLabel(world.look, text, "body", "mute")
