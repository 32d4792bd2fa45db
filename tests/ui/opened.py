"""Hearth opened as a person opens it, over its own library, the machine's edge in hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.moment import MachineMoment, Moment
from app.resources import resources_folder
from app.words import Words
from ui.application import Hearth, Recover, start
from ui.look.look import Look
from ui.machine import Machine
from ui.parts.deletion import delete_later
from ui.settings import Settings, Theme, save_settings


class Answers:
    """Dialogs answered by the test: the paths to give, and whether to say yes."""

    def __init__(self) -> None:
        """No path, and no."""
        self.path: Path | None = None
        self.yes = False
        self.asked: list[str] = []
        self.opened: list[Path] = []
        self.opens = True

    def for_words(self, words: Words, look: Look) -> "Answers":
        """The same answers, in any language."""
        return self

    def save_as(self, parent: QWidget, title: str, suggested: str, endings: str) -> Path | None:
        """The path the test gave."""
        self.asked.append(suggested)
        return self.path

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """The path the test gave."""
        return self.path

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The path the test gave."""
        return self.path

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """What the test said."""
        self.asked.append(question)
        return self.yes

    def open_written(self, path: Path) -> bool:
        """What the system was asked to open, and whether the test lets it."""
        self.opened.append(path)
        return self.opens


class Screens(QObject):
    """The screens of the machine, as they are whenever one asks."""

    settled = Signal()

    def all(self) -> list[QScreen]:
        """Those that are plugged in: what PySide knew of a screen goes with the window on it."""
        return list(QGuiApplication.screens())


class Saver:
    """What the machine was told of its screen."""

    def __init__(self) -> None:
        """It may sleep."""
        self._reason = ""

    def hold(self, reason: str) -> None:
        """It stays awake."""
        self._reason = reason

    def let_go(self) -> None:
        """It may sleep."""
        self._reason = ""

    def why_awake(self) -> str:
        """Why it stays awake; nothing when it may sleep."""
        return self._reason


class Opened:
    """A running Hearth with its answers, its screens, and what their saver was told."""

    def __init__(self, hearth: Hearth, answers: Answers, screens: Screens, saver: Saver) -> None:
        """Hold them together."""
        self.hearth, self.answers, self.screens, self.saver = hearth, answers, screens, saver


@contextmanager
def opened(
    application: QApplication,
    folder: Path,
    *,
    language: str = "en",
    theme: Theme = "light",
    text: int = 100,
    moment: Moment | None = None,
    library: Path | None = None,
    recover: Recover = lambda trouble: False,
) -> Iterator[Opened]:
    """Hearth in its window, closed at the end.

    Its settings lie in ``folder``, its library.hearth there too unless ``library`` is another
    folder.
    """
    settings = folder / "settings.json"
    chosen = Settings(language="fr" if language == "fr" else "en", theme=theme, text=text)
    save_settings(settings, chosen)
    answers, screens, saver = Answers(), Screens(), Saver()
    machine = Machine(
        moment=moment or MachineMoment(),
        dialogs=answers.for_words,
        monitors=screens,
        awake=saver,
        settings_file=settings,
        resources=resources_folder(),
    )
    path = (library or folder) / "library.hearth"
    hearth = start(application, path, machine, recover)
    assert hearth is not None
    hearth.window.resize(1440, 900)
    hearth.window.show()
    # Qt gives shortcuts only to the window that is active.
    hearth.window.activateWindow()
    assert QTest.qWaitForWindowActive(hearth.window)
    try:
        yield Opened(hearth, answers, screens, saver)
    finally:
        end(hearth)


def end(hearth: Hearth) -> None:
    """Close Hearth and have Qt delete its window now: not by Python's garbage collection, amid
    whatever comes next."""
    hearth.close()
    delete_later(hearth.window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
