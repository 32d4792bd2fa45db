"""The current role on its card: what it asks, who was named, and what is written down of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.kinds.roles import Candidate
from app.words import Words
from ui.kinds.roles.names import ACT_KEYS, NameColumns, acts_on
from ui.kinds.roles.term_line import TermLine
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, body, heading, small
from ui.parts.layouts import FlowLayout
from ui.world import World


class AnswerRow(QWidget):
    """What can be written down about the name that is meant, each with its key."""

    asked = Signal(str)
    """An answer, or ``term``."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nobody meant."""
        super().__init__()
        row = FlowLayout(look.px(2), look.px(2))
        self.name = WrapLabel(look, "", "small-strong")
        row.addWidget(self.name)
        self.buttons = {code: self._button(look, words, code) for code in ACT_KEYS}
        for button in self.buttons.values():
            row.addWidget(button)
        self.setLayout(row)
        self.hide()

    def show_candidate(self, candidate: Candidate | None) -> None:
        """Offer what can be written down about somebody; nothing of nobody."""
        self.setVisible(candidate is not None)
        if candidate is not None:
            self.name.setText(candidate.person.name)
            offered = acts_on(candidate)
            for code, button in self.buttons.items():
                button.setVisible(code in offered)

    def _button(self, look: Look, words: Words, code: str) -> KeyButton:
        text = words(f"kinds.roles.do.{code}")
        button = KeyButton(look, words, text, ACT_KEYS[code], "flat", small=True, bind=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.asked.emit(code))
        return button


class RoleCard(Card):
    """The current role: what it asks, for how long, and who was named."""

    def __init__(self, world: World) -> None:
        """A card of no role."""
        super().__init__(world.look)
        look, words = world.look, world.words
        self._words = words
        self.set_chosen(True)
        self.name = heading(look, "", 2)
        self.term = WrapLabel(look, "", "body", "mute", "right")
        self.asks = body(look, "")
        self.holders = small(look, "", "plain")
        self.asking = TermLine(world)
        self.names = NameColumns(look, words)
        self.answers = AnswerRow(look, words)
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(self.name, 1)
        head.addWidget(self.term, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self.asks)
        self.body.addWidget(self.holders)
        self.body.addWidget(self.asking)
        self.body.addSpacing(look.px(12))
        self.body.addWidget(self.names)
        self.body.addWidget(self.answers)
        self.body.addSpacing(look.px(6))
        self.body.addWidget(small(look, words("kinds.roles.on-the-wall")))

    def show_role(
        self, name: str, asks: str, takes: str, named: Sequence[Candidate], current: str
    ) -> None:
        """Show a role, the time it ``takes``, and who was named for it; ``current`` is the id of
        the naming meant."""
        words = self._words
        self.name.setText(name)
        self.setAccessibleName(name)
        self.asks.setText(asks or words("kinds.roles.asks-own"))
        self.term.setText(takes)
        self.names.show_names(named, current)
        self.show_current(named, current)

    def show_holders(self, told: str) -> None:
        """Say who holds the role today; nothing where nobody does."""
        self.holders.set_text(told)
        self.holders.setVisible(bool(told))

    def show_current(self, named: Sequence[Candidate], current: str) -> None:
        """Show whom the keys mean."""
        self.names.show_current(current)
        meant = [one for one in named if one.naming.id == current]
        self.answers.show_candidate(meant[0] if meant else None)
