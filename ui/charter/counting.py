"""Counting how people stand: five numbers, the bar they make, and what is worth a second look."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.room import room_size
from app.charter.versions import Agreement
from app.library.rows import Version
from ui.parts.labels import small
from ui.parts.stances import StanceBoxes, stance_parts
from ui.parts.strips import AgreementBar
from ui.world import World


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
        self.stances = StanceBoxes(look, world.words)
        self.stances.edited.connect(self._edited)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(6))
        whole.addWidget(self.stances)
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
        self.stances.show_counts(counts)
        self._say()

    def set_reserved(self, number: int) -> None:
        """How many reservations are written down."""
        self._reserved = number
        self._say()

    def counts(self) -> dict[str, int]:
        """The counts by stance."""
        return self.stances.counts()

    def begin(self) -> None:
        """Take the focus."""
        self.stances.begin()

    def _edited(self) -> None:
        self.dirty = True
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        """How many of the room have answered, and what is worth a second look."""
        words, agreement = self._world.words, Agreement(self.counts(), ())
        self.bar.set_parts(stance_parts(words, agreement.counts))
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
