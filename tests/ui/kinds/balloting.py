"""A ballot as the tests of its kinds meet it: keys from the line, the window handed over."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.workshop.ballots import given, open_ballot_of
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, Room
from ui.parts.ballot.ballot_dialog import BallotDialog


def at_ballot(room: Room, exercise: str) -> Room:
    """The room at an exercise that is added to its agenda."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, exercise)
    settle()
    room.go_to(exercise)
    return room


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """A key from the capture line."""
    # Off the screen a window that was closed does not give the keys back to the one below.
    room.house.hearth.window.activateWindow()
    settle()
    room.cockpit.bottom.line.setFocus()
    QTest.keyClick(room.cockpit.bottom.line, key, modifier)
    settle()


def gave(room: Room, forms: Sequence[str]) -> int:
    """How many people gave theirs in the open round; -1 while none is open."""
    ballot = open_ballot_of(room.library.reader, room.running.run.id, forms)
    return given(room.library.reader, ballot) if ballot else -1


def asking(room: Room) -> BallotDialog:
    """The window that is handed over."""
    press(room, Qt.Key.Key_N)
    (dialog,) = room.house.hearth.window.findChildren(BallotDialog)
    return dialog
