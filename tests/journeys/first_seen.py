"""Hearth as a person starts it: says what is in front, presses Enter, says what was kept.

    python -m tests.journeys.first_seen LIBRARY

A line each: the name of the screen, what has the keyboard and what stands there; then, after Enter,
the notes there are. Then it goes on until it is told to end.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.library.rows import Note
from tests.journeys.until_told import say
from ui.application import run
from ui.window import Window

PATIENCE = 10_000
"""Milliseconds until the window must have the keyboard."""


def look() -> None:
    """Say what is in front, and go on with Enter."""
    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Window))
    assert QTest.qWaitForWindowActive(window, PATIENCE)
    focused, world = QApplication.focusWidget(), window.world
    assert world is not None
    say(type(window.screen_shown).__name__)
    name = focused.accessibleName() if focused is not None else ""
    say(f"{name}: {focused.text() if isinstance(focused, QLineEdit) else ''}")
    if isinstance(focused, QLineEdit):
        QTest.keyClick(focused, Qt.Key.Key_Return)
    say("; ".join(note.text for note in world.library.reader.rows(Note)))


def main(library: str) -> int:
    """As ``hearth --library LIBRARY``."""
    application = QApplication(["hearth"])
    QTimer.singleShot(0, application, look)
    return run(application, Path(library))


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
