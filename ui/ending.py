"""The program ends when the system asks it to, as cleanly as when its window is closed."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication

SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
"""By which an end is asked for: by the system, from a terminal, since the terminal closes."""


class Ending(QObject):
    """Hears what asks for the end of the program.

    A signal ends the event loop, whatever dialog is open, and what comes after the loop closes
    everything. Where the session ends, the system may end the process without coming back to it:
    what is typed is kept at once, and all is closed when Qt says that it is about to quit.
    """

    def __init__(
        self,
        application: QGuiApplication,
        *,
        keep: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        """``keep`` keeps what is typed, and goes on; ``close`` ends everything, once or twice."""
        super().__init__(application)
        self._application, self._keep, self._close = application, keep, close
        application.commitDataRequest.connect(keep)
        application.aboutToQuit.connect(close)
        self._signals = _Signals(application) if sys.platform != "win32" else None

    def forget(self) -> None:
        """Hear nothing more."""
        self._application.commitDataRequest.disconnect(self._keep)
        self._application.aboutToQuit.disconnect(self._close)
        if self._signals is not None:
            self._signals.forget()


class _Signals(QObject):
    """Ends the event loop at a signal. Windows has none: there, a session is all that ends."""

    def __init__(self, application: QGuiApplication) -> None:
        """Hear them from now on, but for those that the process was started to ignore."""
        super().__init__(application)
        self._application = application
        # Python hears a signal only when it has a turn: this gives it one while Qt waits.
        self._heard, self._told = os.pipe()
        for end in (self._heard, self._told):
            os.set_blocking(end, False)
        self._turn = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._turn.activated.connect(self._take_turn)
        self._before = signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        self._handled = {
            number: signal.signal(number, self._hear)
            for number in (signal.Signals[name] for name in SIGNALS)
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def forget(self) -> None:
        """Leave them to whoever had them before."""
        for number, handler in self._handled.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._turn.setEnabled(False)
        os.close(self._heard)
        os.close(self._told)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        # Whatever is being written now is written first.
        QTimer.singleShot(0, self._application, self._application.exit)

    def _take_turn(self) -> None:
        os.read(self._heard, 64)
