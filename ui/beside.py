"""What is read beside the work: one window, made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from ui.parts.screen import Screen

if TYPE_CHECKING:
    from ui.reading.reading_window import ReadingWindow


class Work(Protocol):
    """The window it stands beside."""

    closed: SignalInstance

    @property
    def screen_shown(self) -> Screen | None:
        """The screen in it now."""


class Beside:
    """Opens the window for reading, and closes it with the one it stands beside."""

    def __init__(self, work: Work, make: "Callable[[], ReadingWindow]") -> None:
        """There is none yet."""
        self._work, self._make = work, make
        self._window: ReadingWindow | None = None

    def open(self, entry: str) -> None:
        """Show it, at the page of a key; without one at the page that fits the screen in sight, or
        as it was left."""
        if self._window is None:
            self._window = self._make()
            self._work.closed.connect(self._window.close)
        screen = self._work.screen_shown
        self._window.read(entry or (screen.reads() if screen is not None else ""))
