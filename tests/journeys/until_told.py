"""Hearth as a person starts it, something half typed in it, until the system tells it to end.

    python -m tests.journeys.until_told LIBRARY PLACE TEXT

PLACE is ``line``, the capture line of the library's latest workshop; ``dialog``, the form of a new
community; ``question``, the line, under a question that waits for its answer; ``menu``, the line,
under an open menu. ``typed`` is said once TEXT stands there, before it was kept.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.rows import Workshop
from ui.application import run
from ui.cockpit.cockpit import Cockpit
from ui.community.community_dialog import CommunityDialog
from ui.parts.confirm_dialog import ConfirmDialog
from ui.window import Window
from ui.world import World


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def type_in_dialog(world: World, window: Window, text: str) -> None:
    """In the first field of a form."""
    window.home()
    dialog = CommunityDialog(world, window)
    dialog.open()
    QTest.qWaitForWindowActive(dialog)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)
    say("typed")


def type_in_line(world: World, window: Window, text: str) -> Cockpit:
    """In the room."""
    workshop = world.library.reader.rows(Workshop)[-1]
    window.cockpit(workshop.id)
    cockpit = window.screen_shown
    assert isinstance(cockpit, Cockpit)
    QTest.keyClicks(cockpit.bottom.line, text)
    return cockpit


def act(place: str, text: str) -> None:
    """Type, and say so."""
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    world = window.world
    assert world is not None
    if place == "dialog":
        type_in_dialog(world, window, text)
        return
    cockpit = type_in_line(world, window, text)
    QTimer.singleShot(0, cockpit, lambda: say("typed"))
    if place == "question":
        ConfirmDialog(world.look, world.words, window, "Is it so?", "Yes").exec()
    elif place == "menu":
        cockpit.top.more.click()


def main(library: str, place: str, text: str) -> int:
    """As ``hearth --library LIBRARY``."""
    application = QApplication(["hearth"])
    QTimer.singleShot(0, application, lambda: act(place, text))
    return run(application, Path(library))


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
