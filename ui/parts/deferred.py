"""Saving after the focus was lost: deferred to the event loop, where writing is allowed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from app.library.library import Library


def run_later(library: Library, action: Callable[[], object]) -> None:
    """Do ``action`` when control is back in the event loop, if the library is still open then.

    Focus may go while the library tells what changed, and whoever is told never writes.
    """

    def act() -> None:
        if library.writable:
            action()

    application = QCoreApplication.instance()
    if application is not None:
        QTimer.singleShot(0, application, act)


def save_when_left(library: Library, canvas: QWidget, action: Callable[[], object]) -> None:
    """Save what was typed in a part of ``canvas`` that lost the focus, or went out of sight.

    A canvas is hidden in the midst of a change. When the whole window goes there is no later:
    then at once.
    """
    if canvas.isVisible() or canvas.isHidden():
        run_later(library, action)
    else:
        action()
