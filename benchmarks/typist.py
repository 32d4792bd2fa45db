"""Typing a note into a line as a person does, and noticing when it is painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

REST = 80
"""Milliseconds before Enter, in which what the note before left to do is done: nobody types
faster. (The wall's preview follows its note after 60.)"""


class Painted(QObject):
    """Notices when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch ``widget``."""
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture is made."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


def type_note(
    application: QApplication,
    line: QLineEdit,
    painted: Painted,
    text: str,
    rested: Callable[[], object] = lambda: None,
) -> float:
    """Type a note; seconds from Enter until it is kept and painted.

    ``rested`` is what follows when nothing is typed for a while, before Enter.
    """
    line.window().activateWindow()
    line.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    for letter in text:
        # Not keyClicks, which knows no accents.
        application.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, none, letter))
    rested()
    QTest.qWait(REST)
    painted.seen = False
    began = time.perf_counter()
    QTest.keyClick(line, Qt.Key.Key_Return)
    while not painted.seen:
        application.processEvents()
    ended = time.perf_counter()
    assert not line.text()
    return ended - began
