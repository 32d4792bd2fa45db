"""Where things go when a community splits or merges: asked for a group at once, or one by one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.registers.parting import Key, Piece
from exports.parting_words import piece_words
from ui.look.look import Look
from ui.parts.controls import Choice
from ui.parts.labels import WrapLabel
from ui.parts.layouts import ShareLayout, holding
from ui.world import World

STAYS, EACH, MIXED = "", "each", "mixed"
"""What a choice holds beside the place of a target."""
_MOST = 16
"""Letters of a name that a choice shows."""


class WayGroup(QWidget):
    """Things of one group, and where they go. ``changed`` is sent when a person chooses."""

    changed = Signal()

    def __init__(self, world: World, title: str, pieces: Sequence[Piece]) -> None:
        """None of them goes anywhere yet, and there is nowhere to go."""
        super().__init__()
        look, words = world.look, world.words
        self._words, self._pieces, self._targets = words, tuple(pieces), 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.choice = Choice(look)
        self.choice.setAccessibleName(title)
        self.choice.activated.connect(self._choose_all)
        column.addWidget(_beside(look, WrapLabel(look, title, "small-strong"), self.choice))
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(look.px(16), 0, 0, 0)
        rows.setSpacing(look.px(4))
        self.choices: list[Choice] = []
        for one in pieces:
            said, choice = piece_words(world.catalogue, words, one), Choice(look)
            choice.setAccessibleName(said)
            choice.activated.connect(self._choose_one)
            self.choices.append(choice)
            rows.addWidget(_beside(look, WrapLabel(look, said, "small", "mute"), choice))
        column.addWidget(self._rows)
        self.offer(())

    def offer(self, names: Sequence[str], *, merging: bool = False) -> None:
        """Offer these places to go to; what was chosen stays where it is still offered."""
        words = self._words
        self._targets = len(names)
        options = [(STAYS, words("parting.way-stays"))]
        if merging:
            options += [(str(at), words("parting.way-goes")) for at in range(len(names))]
        else:
            options += [(str(at), _numbered(name, at + 1)) for at, name in enumerate(names)]
        if len(names) > 1:
            options.append((EACH, words("parting.way-each")))
        for choice in self.choices:
            choice.set_options(options)
        self.choice.set_options([*options, (MIXED, words("parting.way-mixed"))])
        self._follow()

    def set_ways(self, ways: Mapping[Key, tuple[int, ...]]) -> None:
        """Show where things go; one that is not named stays."""
        for piece, choice in zip(self._pieces, self.choices, strict=True):
            at = ways.get(piece.key, ())
            choice.set_value(EACH if len(at) > 1 else str(at[0]) if at else STAYS)
        self._follow()

    def ways(self) -> dict[Key, tuple[int, ...]]:
        """Where things go, by their keys; one that stays is left out."""
        found = {}
        for piece, choice in zip(self._pieces, self.choices, strict=True):
            if choice.value == EACH:
                found[piece.key] = tuple(range(self._targets))
            elif choice.value != STAYS:
                found[piece.key] = (int(choice.value),)
        return found

    def _follow(self) -> None:
        """Say for the group what all of its things share; where they share nothing, show each."""
        values = {choice.value for choice in self.choices}
        alike = len(values) == 1
        self.choice.set_value(values.pop() if alike else MIXED)
        self._rows.setVisible(not alike)

    def _choose_all(self) -> None:
        value = self.choice.value
        self._rows.setVisible(value == MIXED)
        if value != MIXED:
            for choice in self.choices:
                choice.set_value(value)
            self.changed.emit()

    def _choose_one(self) -> None:
        # The rows stay: whoever goes through them is not done yet.
        values = {choice.value for choice in self.choices}
        self.choice.set_value(values.pop() if len(values) == 1 else MIXED)
        self.changed.emit()


def short_name(name: str, most: int) -> str:
    """A name of at most so many letters, for a choice; whatever is chosen is said whole beside."""
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _numbered(name: str, line: int) -> str:
    """A name that fits in a choice; a long one begins with the line on which it was typed."""
    return name if len(name) <= _MOST else f"{line}. {short_name(name, _MOST - 4)}"


def _beside(look: Look, label: WrapLabel, choice: Choice) -> QWidget:
    """A thing and where it goes, under one another where there is no room."""
    choice.setMinimumWidth(look.size(96))
    row = ShareLayout(look.px(12), look.px(2), middle=True)
    row.add(label, 1, look.size(110))
    row.add(choice, 1, look.size(204))
    return holding(row)
