"""Reservations word for word: written as they are said, and named only if the person wishes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.charter.versions import agreement_of, reserve, unreserve
from app.library.journal import Scope
from app.library.rows import Person, Reservation, Version
from app.library.trouble import Trouble
from app.workshop.attendance import members_of
from ui.attempt import sentence
from ui.parts.buttons import IconButton, quiet_button
from ui.parts.controls import Choice
from ui.parts.keys import is_enter
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.sentences import SaidBox
from ui.world import World

NOBODY = ""


class Reserving(QWidget):
    """The reservations to a version, and a line for the next one.

    ``kept`` is sent after one was added or taken back, ``trouble`` with a sentence.
    """

    kept = Signal()
    trouble = Signal(str)

    def __init__(self, world: World, community: str, scope: Scope) -> None:
        """No version yet."""
        super().__init__()
        self._world, self._scope = world, scope
        self._version: Version | None = None
        self._rows: list[QWidget] = []
        look, words = world.look, world.words
        label = WrapLabel(look, words("charter.reservations"), "small-strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(6))
        self.line = _ReservationLine()
        self.line.setFont(look.font("body"))
        self.line.setPlaceholderText(words("charter.reservation-shows"))
        self.line.setAccessibleName(words("charter.reservation"))
        self.line.entered.connect(self.add)
        label.setBuddy(self.line)
        people = [(one.id, one.name) for one in members_of(world.library.reader, community)]
        self.who = Choice(look, [(NOBODY, words("charter.said-by-nobody")), *people])
        self.who.setAccessibleName(words("charter.said-by-whom"))
        self.add_button = quiet_button(look, words("charter.add-reservation"), small=True)
        self.add_button.clicked.connect(self.add)
        row = ShareLayout(look.px(8), look.px(8), middle=True)
        row.add(self.line, 1, look.size(240))
        row.add(self.who, 0)
        row.add(self.add_button, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look.px(6))
        whole.addWidget(label)
        whole.addWidget(small(look, words("charter.reservations-said")))
        whole.addLayout(self._list)
        whole.addWidget(holding(row))

    def show_version(self, version: Version) -> None:
        """Show the reservations to a version."""
        self._version = version
        known = agreement_of(self._world.library.reader, version.id)
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(one) for one in (known.reservations if known else ())]
        for row in self._rows:
            self._list.addWidget(row)

    def count(self) -> int:
        """How many are written down."""
        return len(self._rows)

    def add(self) -> None:
        """Keep what stands in the line."""
        if not self.line.text().strip():
            self.line.setFocus()
            return
        self.flush()
        self.line.setFocus()

    def flush(self) -> bool:
        """Keep what stands in the line, if anything; gives whether nothing is left there."""
        text, version = self.line.text(), self._version
        if version is None or not text.strip():
            return True
        try:
            reserve(self._world.library, self._scope, version, text, self.who.value or None)
        except Trouble as trouble:
            self.trouble.emit(sentence(self._world.words, trouble))
            return False
        self.line.clear()
        self.who.set_value(NOBODY)
        self.show_version(version)
        self.kept.emit()
        return True

    def _take_back(self, reservation: Reservation) -> None:
        try:
            unreserve(self._world.library, self._scope, reservation)
        except Trouble as trouble:
            self.trouble.emit(sentence(self._world.words, trouble))
            return
        if self._version is not None:
            self.show_version(self._version)
        self.kept.emit()

    def _row(self, reservation: Reservation) -> QWidget:
        look, words = self._world.look, self._world.words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        said = SaidBox(look, words, reservation.text)
        reader = self._world.library.reader
        person = reader.find(Person, reservation.said_by) if reservation.said_by else None
        if person is not None:
            said.say(words("charter.said-by", text=reservation.text, name=person.name))
        line.addWidget(said, 1)
        remove = IconButton(look, "close", words("charter.take-back", text=reservation.text))
        remove.clicked.connect(lambda: self._take_back(reservation))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row


class _ReservationLine(QLineEdit):
    """Enter keeps the reservation and nothing else: it never presses the window's button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
