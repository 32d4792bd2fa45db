"""A field in which several of a few things are chosen: a row of pills, each on or off."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.fields import Value
from ui.parts.layouts import FlowLayout
from ui.parts.pill import PillButton

BETWEEN = ","
"""Between the ids of what is chosen, where they are one value."""


class SeveralPills(QWidget):
    """The pills. ``edited`` is sent when the person turns one on or off."""

    edited = Signal()

    def __init__(self, look: Look, options: Sequence[tuple[str, str, Tone]]) -> None:
        """``options``: an id, its words, and the tone it wears while it is on."""
        super().__init__()
        self.pills: dict[str, PillButton] = {}
        flow = FlowLayout(look.px(6), look.px(6))
        self.setLayout(flow)
        for value, text, tone in options:
            pill = self.pills[value] = PillButton(look, text, tone, checkable=True)
            pill.clicked.connect(self.edited)
            flow.addWidget(pill)
        if self.pills:
            self.setFocusProxy(next(iter(self.pills.values())))


class SeveralControl:
    """Which of them are on, by their ids in the order in which they are offered."""

    def __init__(self, look: Look, options: Sequence[tuple[str, str, Tone]]) -> None:
        """None of the ``options`` is chosen yet."""
        self.widget = SeveralPills(look, options)

    @property
    def edited(self) -> SignalInstance:
        """Sent when the person turns one on or off."""
        return self.widget.edited

    def value(self) -> Value:
        """The ids with a comma between them."""
        return BETWEEN.join(key for key, pill in self.widget.pills.items() if pill.isChecked())

    def set_value(self, value: Value) -> None:
        """Turn these on, and the others off."""
        chosen = str(value or "").split(BETWEEN)
        for key, pill in self.widget.pills.items():
            pill.setChecked(key in chosen)
