"""Screens as people know them: by name, model and serial, never by index or coordinates."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

SETTLE = 350
"""Milliseconds for plug events to settle: one cable makes several of them."""


class Monitor(msgspec.Struct, frozen=True):
    """A screen other than the laptop's own, and how it is told again tomorrow."""

    identity: str
    name: str
    geometry: tuple[int, int, int, int]


class MachineMonitors(QObject):
    """The machine's screens; says when they have changed and settled."""

    settled = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        """Watch the screens of ``application``."""
        super().__init__(application)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SETTLE)
        self._wait.timeout.connect(self.settled)
        application.screenAdded.connect(self._watch)
        application.screenAdded.connect(self._plugged)
        application.screenRemoved.connect(self._plugged)
        application.primaryScreenChanged.connect(self._plugged)
        for screen in application.screens():
            self._watch(screen)

    def all(self) -> list[QScreen]:
        """Every screen, the primary one first."""
        primary = QGuiApplication.primaryScreen()
        others = [screen for screen in QGuiApplication.screens() if screen is not primary]
        return [primary, *others]

    def _watch(self, screen: QScreen) -> None:
        # Between mirrored and extended nothing is plugged: a screen only moves.
        screen.geometryChanged.connect(self._plugged)

    def _plugged(self) -> None:
        self._wait.start()


def identity(screen: QScreen) -> str:
    """Name, model and serial in one line."""
    parts = (screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(part for part in parts if part)


def separate(screens: Sequence[QScreen], here: QScreen) -> list[QScreen]:
    """The screens on which something else than on ``here`` can be shown.

    Screens with equal or overlapping geometry show the same picture (mirrored): they count as one.
    """
    found: list[QScreen] = []
    taken = [QRect(here.geometry())]
    for screen in screens:
        if screen is here:
            continue
        area = QRect(screen.geometry())
        if not any(area.intersects(other) for other in taken):
            found.append(screen)
            taken.append(area)
    return found


def shown_name(screen: QScreen) -> str:
    """What a person reads: the name, and the model where it says more."""
    model = screen.model().strip()
    return f"{screen.name()} · {model}" if model and model != screen.name() else screen.name()
