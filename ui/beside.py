"""What is read beside the work: one window, made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.reading.reading_window import ReadingWindow


class Beside:
    """Opens the window for reading, and closes it with the one it stands beside."""

    def __init__(self, make: "Callable[[], ReadingWindow]") -> None:
        """There is none yet."""
        self._make = make
        self._window: ReadingWindow | None = None

    def open(self, entry: str) -> None:
        """Show it, at the page of a key, or where it was."""
        if self._window is None:
            self._window = self._make()
        self._window.read(entry)

    def close(self) -> None:
        """Close it, if it is there."""
        if self._window is not None:
            self._window.close()
