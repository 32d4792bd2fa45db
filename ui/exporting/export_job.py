"""An export at work, beside the window: read, laid out, written whole, or stopped."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.library.library import Library
from app.library.own_files import OwnFiles
from app.library.reader import Reader
from exports.atomic_write import write_atomically
from exports.writers.result import Cancelled, IsCancelled, Progress, WriterResult

WriteFile = Callable[[Progress, IsCancelled], WriterResult]
"""Makes the bytes of a file from what was read. Raises Cancelled when it is to stop."""
ReadFile = Callable[[Reader], WriteFile]
"""Reads what a file is made of, from the rows as they stand at one instant."""


class ExportJob(QObject):
    """Makes one file in a thread of its own; the rows are read in one transaction."""

    progressed = Signal(float)
    """The share that is done, from 0 to 1."""
    ended = Signal()
    """It is over, one way or another: :meth:`result` tells which."""

    def __init__(
        self,
        library: Library,
        read: ReadFile,
        target: Path,
        parent: QObject,
        *,
        private: bool,
    ) -> None:
        """Work on the file ``target``; begins with :meth:`start`. A ``private`` one is its owner's
        alone."""
        super().__init__(parent)
        self._library, self._read = library, read
        self._target, self._private = target, private
        self._asked = Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="export")
        self._future: Future[WriterResult] | None = None

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._future is not None and not self._future.done()

    def start(self) -> None:
        """Begin."""
        self._future = self._pool.submit(self._make)
        self._future.add_done_callback(self._tell)
        self._pool.shutdown(wait=False)

    def stop(self) -> None:
        """Ask it to stop; nothing of the file is left then."""
        self._asked.set()

    def result(self) -> WriterResult:
        """What was written; waits for the end.

        Raises :class:`Cancelled` when it was stopped, :class:`exports.atomic_write.CannotWrite` and
        :class:`app.library.trouble.Trouble` for what a person can meet; anything else is a bug.
        """
        if self._future is None:
            raise Cancelled
        return self._future.result()

    def _make(self) -> WriterResult:
        with self._library.snapshot() as reader:
            write = self._read(reader)
        written = write(self.progressed.emit, self._asked.is_set)
        if self._asked.is_set():
            raise Cancelled
        held = OwnFiles(self._library.path).hold
        write_atomically(self._target, written.data, held, private=self._private)
        return written

    def _tell(self, future: Future[WriterResult]) -> None:
        self.ended.emit()
