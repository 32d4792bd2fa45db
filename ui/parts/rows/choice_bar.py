"""What stands above the rows: what can be chosen in the current cell, and what helps to fill it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.registers.cells import Value
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding

MOST = 9
"""Choices that have a key."""
NEW_KEY = "Ctrl+Return"


class ChoiceBar(QWidget):
    """The choices of a cell as buttons, with Ctrl and a digit; a hint; and a new row."""

    def __init__(
        self,
        look: Look,
        words: Words,
        new: str,
        choose: Callable[[Value], None],
        begin: Callable[[], None],
    ) -> None:
        """Nothing to choose yet. ``choose`` is told what was chosen; ``begin`` begins a row, which
        is called ``new``."""
        super().__init__()
        self._choose = choose
        self._offered: Sequence[tuple[Value, str]] = ()
        self.hint = small(look, "")
        self.begin = KeyButton(look, words, new, NEW_KEY, small=True, bind=False)
        self.begin.clicked.connect(begin)
        self.buttons = [
            KeyButton(look, words, "", f"Ctrl+{at}", small=True) for at in range(1, MOST + 1)
        ]
        flow = FlowLayout(look.px(8), look.px(8))
        for at, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._take, at))
            button.hide()
            flow.addWidget(button)
        flow.addWidget(self.begin)
        for button in (*self.buttons, self.begin):
            # The keyboard stays with the capture line.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Beside the buttons: what a line of its own would take, the rows have.
        flow.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holding(flow))

    def show_cell(self, offered: Sequence[tuple[Value, str]], hint: str) -> None:
        """Offer these choices with their names, and say how the cell is filled."""
        self._offered = tuple(offered[:MOST])
        for at, button in enumerate(self.buttons):
            if at < len(self._offered):
                button.setText(self._offered[at][1])
            button.setVisible(at < len(self._offered))
        # One row of buttons: Ctrl+Enter begins a row all the same.
        self.begin.setVisible(not self._offered)
        self.hint.set_text(hint)

    def _take(self, at: int) -> None:
        if at < len(self._offered):
            self._choose(self._offered[at][0])
