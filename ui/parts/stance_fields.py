"""How people stand to a charter: five numbers to fill in, and the bar that they make."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from app.workshop.rounds import STANCES
from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.controls import NumberBox
from ui.parts.keycaps import is_enter
from ui.parts.labels import WrapLabel
from ui.parts.strips import AgreementPart
from ui.parts.text_block import TextRun

MOST = 2000
"""Hands that can be counted."""

_TONES: Mapping[str, tuple[Tone, bool]] = {
    "wholehearted": ("teal", False),
    "fine": ("teal", True),
    "reservation": ("amber", False),
    "cannot": ("ember", False),
    "away": ("mute", True),
}
"""The tone of each stance on the bar, and whether its paler half."""


def stance_parts(words: Words, counts: Mapping[str, int]) -> tuple[AgreementPart, ...]:
    """The counts as parts of a bar, each said in words."""
    return tuple(
        AgreementPart(
            counts.get(stance, 0),
            words(f"stances.count.{stance}", n=counts.get(stance, 0)),
            *_TONES[stance],
            stance != "away",
        )
        for stance in STANCES
    )


class StanceFields(QWidget):
    """Five numbers, each with what it counts. ``edited`` is sent when a person changes one,
    ``left`` when one gives the focus away. As a text they stand apart by spaces."""

    edited = Signal()
    left = Signal()

    def __init__(self, look: Look, words: Words, role: TextRole = "body") -> None:
        """Nobody counted; the words in type of ``role``."""
        super().__init__()
        self.boxes: dict[str, NumberBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for stance in STANCES:
            column.addLayout(self._row(look, words, stance, role))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show what is known; nobody is told."""
        for stance, box in self.boxes.items():
            blocked = box.blockSignals(True)
            box.setValue(counts.get(stance, 0))
            box.blockSignals(blocked)

    def counts(self) -> dict[str, int]:
        """The numbers as they stand in the boxes, by stance."""
        return {stance: box.value() for stance, box in self.boxes.items()}

    def text(self) -> str:
        """The numbers as :meth:`text_of` writes them."""
        return self.text_of(self.counts())

    def set_text(self, text: str) -> None:
        """Show other numbers; nobody is told."""
        self.show_counts(self.counts_of(text))

    @staticmethod
    def text_of(counts: Mapping[str, int]) -> str:
        """Counts as a text: a number for each stance, in the order of the stances."""
        return " ".join(str(counts.get(stance, 0)) for stance in STANCES)

    @staticmethod
    def counts_of(text: str) -> dict[str, int]:
        """The counts by stance that :meth:`text_of` wrote."""
        return {stance: int(n) for stance, n in zip(STANCES, text.split(), strict=True)}

    @property
    def first(self) -> NumberBox:
        """Where counting begins."""
        return self.boxes[STANCES[0]]

    def begin(self) -> None:
        """Take the focus."""
        self.first.setFocus()
        self.first.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number that is come to is typed over; Enter goes on to the next, as Tab does."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, NumberBox):
            QTimer.singleShot(0, watched, watched.selectAll)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if is_enter(event) and isinstance(watched, NumberBox):
                watched.interpretText()
                watched.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    def _row(self, look: Look, words: Words, stance: str, role: TextRole) -> QHBoxLayout:
        """A number, and what it counts."""
        name, asks = words(f"stances.name.{stance}"), words(f"stances.asks.{stance}")
        box = NumberBox(look)
        box.setRange(0, MOST)
        box.setFixedWidth(look.size(84))
        box.setAccessibleName(name)
        box.setAccessibleDescription(asks)
        box.valueChanged.connect(self.edited)
        box.editingFinished.connect(self.left)
        box.installEventFilter(self)
        self.boxes[stance] = box
        parts = (TextRun(name, strong=True), TextRun(f"  {asks}", tone="mute"))
        label = WrapLabel(look, parts, role)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(box)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(box)
        row.addWidget(label, 1)
        return row
