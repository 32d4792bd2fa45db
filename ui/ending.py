"""The program ends when the system asks it to, as cleanly as when its window is closed."""

import signal
import socket
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
        # Python hears a signal only when it has a turn: this gives it one while Qt waits.
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._turn = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._turn.activated.connect(self._take_turn)
        self._before = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        self._handled = {
            number: signal.signal(number, self._hear)
            for number in (getattr(signal, name, None) for name in SIGNALS)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN
        }

    def forget(self) -> None:
        """Hear nothing more; signals are left to whoever had them before."""
        self._application.commitDataRequest.disconnect(self._keep)
        self._application.aboutToQuit.disconnect(self._close)
        for number, handler in self._handled.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._before)
        self._turn.setEnabled(False)
        self._heard.close()
        self._told.close()

    def _hear(self, number: int, frame: FrameType | None) -> None:
        # Whatever is being written now is written first.
        QTimer.singleShot(0, self._application, self._application.exit)

    def _take_turn(self) -> None:
        self._heard.recv(64)
