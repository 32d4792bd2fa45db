"""What the program does for the library while nobody waits: folds it together, copies it, looks it
over."""

from collections.abc import Callable, Sequence
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.library.backup import make_backup_if_changed
from app.library.journal import Change
from app.library.library import Library
from app.library.opening import Later
from app.library.rows import Standing
from app.library.trouble import Trouble
from app.moment import Moment

REST = 1000
"""Milliseconds without a change after which everything goes into the library's one file."""
LONGEST = 10_000
"""Milliseconds after which it does so even while somebody goes on typing."""
HOUR = 3_600_000
"""Milliseconds between two backups of a library that stays open and changes."""


class Upkeep(QObject):
    """Looks after an open library until :meth:`stop`."""

    copied = Signal()
    """The library was copied, or was copied already as it is."""
    _found = Signal(object, object)  # from the thread at work to the window's
    _copied = Signal()

    def __init__(
        self,
        library: Library,
        moment: Moment,
        later: Sequence[Later],
        say: Callable[[Trouble], None],
        recover: Callable[[Trouble], None],
    ) -> None:
        """``later``: what was left to do when the library was opened; begins with :meth:`start`.

        ``say`` is told what the person should know, ``recover`` that the library is not sound.
        """
        super().__init__()
        self._library, self._moment, self._later = library, moment, tuple(later)
        self._say, self._recover = say, recover
        self._found.connect(self._tell)
        self._copied.connect(self.copied)
        self._working: Thread | None = None
        self._rest = self._timer(REST, self.fold)
        self._longest = self._timer(LONGEST, self.fold)
        self._hour = self._timer(HOUR, self._back_up)
        # The first picture comes first.
        self._begin = self._timer(REST, self._begin_looking_after)
        self._stop_listening = library.subscribe(self._changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)

    def start(self) -> None:
        """Begin with what was left to do, behind the window."""
        if self._library.writable:
            self._hour.start()
        if self._later:
            self._begin.start()

    def stop(self) -> None:
        """Wait for what is at work, and do no more."""
        self._stop_listening()
        for timer in (self._rest, self._longest, self._hour, self._begin):
            timer.stop()
        if self._working is not None:
            self._working.join()

    def fold(self) -> None:
        """Put everything into the one file, so that whoever copies it has all of it."""
        self._longest.stop()
        if not self._library.folded and not self._library.fold():
            # Somebody is reading.
            self._rest.start()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _begin_looking_after(self) -> None:
        self._work(self._look_after)

    def _changed(self, change: Change) -> None:
        # At the end of a block at once; but not here, where the library tells of a change.
        self._rest.start(0 if Standing.table in change.tables else REST)
        if not self._longest.isActive():
            self._longest.start()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._rest.start(0)

    def _back_up(self) -> None:
        self._hour.start()
        self._work(self._copy)

    def _work(self, act: Callable[[], None]) -> None:
        if self._working is None or not self._working.is_alive():
            self._working = Thread(target=act, name="upkeep", daemon=True)
            self._working.start()

    def _look_after(self) -> None:
        try:
            for one in self._later:
                for trouble in one():
                    self._found.emit(self._say, trouble)
        except Exception as error:  # noqa: BLE001 - raised again where somebody is told of it
            self._found.emit(self._recover, error)

    def _copy(self) -> None:
        try:
            make_backup_if_changed(self._library.path, self._moment.now(), "hour")
        except Exception as error:  # noqa: BLE001 - raised again where somebody is told of it
            self._found.emit(self._say, error)
        else:
            self._copied.emit()

    def _tell(self, told: Callable[[Trouble], None], found: Exception) -> None:
        if not isinstance(found, Trouble):
            raise found
        told(found)
