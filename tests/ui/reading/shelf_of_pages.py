"""What the catalogue knows, opened in the real window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.app.community.village import StandingClock
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.reading.reading_screen import ReadingScreen


@contextmanager
def reading_room(
    application: QApplication,
    folder: Path,
    *,
    language: str = "en",
    text: int = 100,
    size: tuple[int, int] = (1440, 900),
) -> Iterator[tuple[Opened, ReadingScreen]]:
    """The screen in a window of a size, its field having the focus."""
    with opened(application, folder, language=language, text=text, moment=StandingClock()) as house:
        window = house.hearth.window
        window.resize(*size)
        window.reading()
        screen = window.screen_shown
        assert isinstance(screen, ReadingScreen)
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        settle()
        yield house, screen


def texts_on(widget: QWidget) -> list[str]:
    """Every text that is in sight on a widget."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
