"""A copy of the library that is thrown away, also by the next start after a crash."""

import shutil
import tempfile
from pathlib import Path

from app.library.backup import copy_library
from app.library.lock import WriteLock
from app.library.trouble import Trouble

_FOLDER = "hearth-rehearsal-"
_IN_USE = "in use"


class Throwaway:
    """A folder of its own among temporary files, locked for as long as somebody uses it."""

    def __init__(self, library: Path) -> None:
        """Copy ``library`` to :attr:`path`. Raises Trouble, and nothing is left then."""
        self._folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
        self._lock: WriteLock | None = None
        self.path = self._folder / library.name
        try:
            self._lock = WriteLock(self._folder / _IN_USE)
            copy_library(library, self.path)
        except BaseException:
            self.throw_away()
            raise

    def throw_away(self) -> None:
        """Leave nothing of it; once more does no harm."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        shutil.rmtree(self._folder, ignore_errors=True)


def throw_away_left() -> None:
    """Throw away the copies that a crash has left, and that nobody uses."""
    for left in Path(tempfile.gettempdir()).glob(f"{_FOLDER}*/{_IN_USE}.lock"):
        try:
            WriteLock(left.with_suffix("")).release()
        except Trouble:
            continue
        shutil.rmtree(left.parent, ignore_errors=True)
