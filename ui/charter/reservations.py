"""Reservations word for word: written as they are said, and named only if the person wishes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.versions import agreement_of, reserve
from app.library.journal import Scope
from app.library.rows import Version
from app.workshop.attendance import members_of
from ui.parts.agreement import Reservations
from ui.parts.autosave import Autosave
from ui.parts.buttons import quiet_button
from ui.parts.controls import Choice
from ui.parts.keycaps import is_enter
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, reservation_place
from ui.world import Speaker, World

NOBODY = ""


class ReservationsEditor(QWidget):
    """The reservations to a version, and a line for the next one.

    ``kept`` is sent after one was added or taken back.
    """

    kept = Signal()

    def __init__(self, world: World, community: str, scope: Scope, speaker: Speaker) -> None:
        """No version yet."""
        super().__init__()
        self._world, self._scope, self._speaker = world, scope, speaker
        self._version: Version | None = None
        self._autosave: Autosave | None = None
        look, words = world.look, world.words
        label = WrapLabel(look, words("charter.reservations"), "small-strong")
        self.list = Reservations(world, scope, "quote", look.px(6))
        self.list.taken_back.connect(self._take_back)
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
        whole.addWidget(self.list)
        whole.addWidget(holding(row))

    def show_version(self, version: Version) -> None:
        """Show the reservations to a version."""
        if self._autosave is None:
            place = TextPlace(key=reservation_place(version.id), scope=self._scope)
            self._autosave = Autosave(self._world, line_field(self.line), place, self._speaker)
            self._autosave.show("")
        self._version = version
        known = agreement_of(self._world.library.reader, version.id)
        self.list.show_reservations(known.reservations if known else (), may_go=True)

    def count(self) -> int:
        """How many are written down."""
        return self.list.number

    def add(self) -> None:
        """Keep what stands in the line."""
        if not self.line.text().strip():
            self.line.setFocus()
            return
        self.flush()
        self.line.setFocus()

    def flush(self) -> bool:
        """Keep what stands in the line, if anything; gives whether nothing is left there."""
        text, version, autosave = self.line.text(), self._version, self._autosave
        if version is None or autosave is None or not text.strip():
            return True
        library, scope, who = self._world.library, self._scope, self.who.value or None
        if not autosave.attempt(lambda: reserve(library, scope, version, text, who)):
            return False
        self.line.clear()
        autosave.let_go()
        self.who.set_value(NOBODY)
        self.show_version(version)
        self.kept.emit()
        return True

    def _take_back(self) -> None:
        if self._version is not None:
            self.show_version(self._version)
        self.kept.emit()


class _ReservationLine(LineEdit):
    """Enter keeps the reservation and nothing else: it never presses the window's button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
