"""Counting how people stand: five numbers, the bar they make, and what is worth a second look."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charter.room import room_size
from app.charter.versions import Agreement
from app.library.rows import Version
from app.workshop.rounds import STANCES
from ui.charter.standing_card import parts_of
from ui.parts.controls import NumberBox
from ui.parts.labels import WrapLabel, small
from ui.parts.strips import AgreementBar
from ui.parts.typeset import Piece
from ui.world import World

MOST = 2000


class Counting(QWidget):
    """Five counts. ``edited`` is sent when the person changes one."""

    edited = Signal()

    def __init__(self, world: World, community: str) -> None:
        """Nobody counted yet."""
        super().__init__()
        self._world, self._community = world, community
        self._room = room_size(world.library.reader, community, None)
        self._reserved = 0
        self.dirty = False
        look = world.look
        self.boxes: dict[str, NumberBox] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(6))
        for stance in STANCES:
            whole.addLayout(self._row(stance))
        self.bar = AgreementBar(look)
        self.room = small(look, "", "plain")
        self.advice = small(look, "", "amber")
        whole.addSpacing(look.px(4))
        for widget in (self.bar, self.room, self.advice):
            whole.addWidget(widget)

    def show_version(self, version: Version, known: Agreement | None) -> None:
        """Show what was counted for a version."""
        self._room = room_size(self._world.library.reader, self._community, version)
        counts: Mapping[str, int] = known.counts if known is not None else {}
        for stance, box in self.boxes.items():
            blocked = box.blockSignals(True)
            box.setValue(counts.get(stance, 0))
            box.blockSignals(blocked)
        self._say()

    def set_reserved(self, number: int) -> None:
        """How many reservations are written down."""
        self._reserved = number
        self._say()

    def counts(self) -> dict[str, int]:
        """The counts by stance."""
        return {stance: box.value() for stance, box in self.boxes.items()}

    def begin(self) -> None:
        """Take the focus."""
        box = self.boxes[STANCES[0]]
        box.setFocus()
        box.selectAll()

    def _row(self, stance: str) -> QHBoxLayout:
        """A number, and what it counts."""
        look, words = self._world.look, self._world.words
        name, asks = words(f"charter.stance-name.{stance}"), words(f"charter.stance-asks.{stance}")
        box = NumberBox(look)
        box.setRange(0, MOST)
        box.setFixedWidth(look.size(84))
        box.setAccessibleName(name)
        box.setAccessibleDescription(asks)
        box.valueChanged.connect(self._edited)
        self.boxes[stance] = box
        said = (Piece(name, strong=True), Piece(f"  {asks}", tone="mute"))
        label = WrapLabel(look, said, "body")
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        label.setBuddy(box)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(box)
        row.addWidget(label, 1)
        return row

    def _edited(self) -> None:
        self.dirty = True
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """How many of the room have answered, and what is worth a second look."""
        words, agreement = self._world.words, Agreement(self.counts(), ())
        self.bar.set_parts(parts_of(words, agreement))
        counted, room = agreement.counted, self._room.people
        self.bar.setVisible(counted > 0)
        key = "in-room" if self._room.present else "of-members"
        self.room.setText(
            words(f"charter.{key}", n=counted, of=room)
            if room
            else words("charter.counted", n=counted)
        )
        advice = []
        if room and counted > room:
            advice.append(words("charter.more-than-room", n=counted - room))
        if agreement.counts["cannot"]:
            advice.append(words("charter.cannot", n=agreement.counts["cannot"]))
        unwritten = agreement.counts["reservation"] - self._reserved
        if unwritten > 0:
            advice.append(words("charter.not-written", n=unwritten))
        self.advice.setText(" ".join(advice))
        self.advice.setVisible(bool(advice))
