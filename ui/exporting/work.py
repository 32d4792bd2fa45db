"""An export at work, beside the window: read, laid out, written whole, or stopped."""

from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.trouble import Trouble
from app.words import Words
from exports.export import Order, make_page, write_page
from exports.files import CannotWrite, write_whole
from exports.kinds.telling import Tellings
from exports.writers.written import Cancelled, Written


class Work(QThread):
    """Exports one document in a thread of its own; the rows are read in one transaction."""

    progressed = Signal(float)
    """The share that is done, from 0 to 1."""
    done = Signal(Written)
    """The file is on the disk; what its reader should know."""
    failed = Signal(Trouble)
    """It could not be written; nothing of it is left."""
    stopped = Signal()
    """The person asked to stop; nothing of it is left."""

    def __init__(
        self,
        order: Order,
        target: Path,
        library: Library,
        catalogue: Catalogue,
        tellings: Tellings,
        words: Words,
        fonts: Path,
        parent: QObject,
    ) -> None:
        """Work on ``order`` for the file ``target``; begins with :meth:`start`."""
        super().__init__(parent)
        self._order, self._target = order, target
        self._library, self._catalogue = library, catalogue
        self._tellings, self._words, self._fonts = tellings, words, fonts

    def run(self) -> None:
        """What the thread does."""
        order = self._order
        try:
            with self._library.snapshot() as reader:
                page = make_page(order, reader, self._catalogue, self._tellings, self._words)
            written = write_page(
                page, order, self._fonts, self.progressed.emit, self.isInterruptionRequested
            )
            write_whole(self._target, written.data)
        except Cancelled:
            self.stopped.emit()
        except CannotWrite as error:
            self.failed.emit(Trouble(f"export-{error.code}", path=str(self._target)))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.done.emit(written)
