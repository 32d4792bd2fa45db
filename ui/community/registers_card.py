"""The registers of a community: each by its name, with how much of it is open; those in which
nothing is written yet below, as links."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.registers.glance import Glance
from app.words import Words
from ui.parts.buttons import Button, link_button
from ui.parts.card import Card
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.name_button import NameButton
from ui.parts.reading import for_reading
from ui.parts.text_block import TextRun
from ui.world import World


class RegistersCard(Card):
    """The registers. ``asked`` is sent with the id of the one that is to be opened."""

    asked = Signal(str)

    def __init__(self, world: World, glances: Sequence[Glance], community: str) -> None:
        """Show a line for each that says something, the names of the others, and the way to the
        portfolio of the ``community`` (its id)."""
        words, look = world.words, world.look
        super().__init__(look, words("registers.card"))
        rows = CellRows(look, (Column(share=3), Column(share=2, tone="mute", align="right")))
        said = [one for one in glances if one.counts.all]
        for glance in said:
            button = _RegisterButton(world, glance)
            button.clicked.connect(self._ask)
            rows.add(button, TonedCell(_counted(words, glance), "mute"))
        if said:
            self.add(rows)
            self.body.addSpacing(look.px(8))
        others = FlowLayout(look.px(12), look.px(2))
        for glance in glances:
            if glance not in said:
                link = _RegisterLink(world, glance)
                link.clicked.connect(self._ask)
                others.addWidget(link)
        if len(said) < len(glances):
            self.add(small(look, words("registers.card-empty")), holding(others))
            self.body.addSpacing(look.px(8))
        self.portfolio_button = for_reading(link_button(look, words("portfolio.from-community")))
        self.portfolio_button.clicked.connect(lambda: world.navigator.portfolio(community))
        self.add_action(self.portfolio_button)

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, _RegisterButton | _RegisterLink):
            self.asked.emit(button.register)


class _RegisterButton(NameButton):
    """The name of a register, which opens it."""

    def __init__(self, world: World, glance: Glance) -> None:
        name = glance.register.in_language(world.words.language).name
        super().__init__(world.look, name, strong=True)
        for_reading(self)
        self.register = glance.register.id
        self.setObjectName(f"register {self.register}")


class _RegisterLink(Button):
    """The name of a register in which nothing is written yet, which opens it."""

    def __init__(self, world: World, glance: Glance) -> None:
        name = glance.register.in_language(world.words.language).name
        super().__init__(world.look, name, "link", wide=True)
        for_reading(self)
        self.register = glance.register.id
        self.setObjectName(f"register {self.register}")


def _counted(words: Words, glance: Glance) -> tuple[TextRun, ...]:
    """How much is open, and what was due before today, as facts."""
    counts = glance.counts
    if not counts.open:
        return (TextRun(words("registers.card-closed", n=counts.all)),)
    parts = [TextRun(words("registers.card-open", n=counts.open))]
    if counts.past:
        parts.append(TextRun(f"\n{words('registers.card-past', n=counts.past)}", tone="amber"))
    return tuple(parts)
