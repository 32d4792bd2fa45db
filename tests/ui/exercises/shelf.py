"""The exercises opened in the real window over a real library."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from tests.app.community.village import StandingClock
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.exercises.exercises_screen import ExercisesScreen


@dataclass
class Reading:
    """The window and its screen."""

    house: Opened
    screen: ExercisesScreen

    @property
    def library(self) -> Library:
        """The library."""
        return self.house.hearth.library

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue."""
        return self.house.hearth.catalogue

    def listed(self) -> list[str]:
        """The ids of the exercises that are listed."""
        return [line.id for line in self.screen.cards.cards.lines]

    def texts(self) -> list[str]:
        """Every text on the page at the right."""
        labels = self.screen.page.findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible()]


@contextmanager
def reading(
    application: QApplication,
    folder: Path,
    *,
    language: str = "en",
    text: int = 100,
    size: tuple[int, int] = (1440, 900),
) -> Iterator[Reading]:
    """The screen in a window of a size, its field having the focus."""
    with opened(application, folder, language=language, text=text, moment=StandingClock()) as house:
        window = house.hearth.window
        window.resize(*size)
        window.exercises()
        screen = window.screen_shown
        assert isinstance(screen, ExercisesScreen)
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        settle()
        yield Reading(house, screen)
