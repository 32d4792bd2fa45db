"""When a library cannot be opened because it is damaged: what is left, and the ways on.

Nothing here overwrites anything: what stood in the library's place is set aside under a name that
says when, and stays there.
"""

from datetime import datetime
from pathlib import Path

import msgspec

from app.library import backup
from app.library.backup import Backup
from app.library.lock import WriteLock
from app.library.migrations import version_of
from app.library.soundness import check_sound
from app.library.trouble import Trouble


class Choices(msgspec.Struct, frozen=True):
    """What can be done about a library: its good backups, newest first, and those that are not."""

    library: Path
    good: tuple[Backup, ...]
    unsound: tuple[Backup, ...]

    @property
    def last_good(self) -> Backup | None:
        """The backup to offer first."""
        return self.good[0] if self.good else None


def last_good(library: Path) -> Backup | None:
    """The newest backup that is sound: what to offer first, without reading all the others."""
    found = backup.backups(library.resolve())
    return next((one for one in found if is_good(one.path)), None)


def choices(library: Path) -> Choices:
    """Look through the library's backups; each is read to its end, none is touched."""
    library = library.resolve()
    good: list[Backup] = []
    unsound: list[Backup] = []
    for one in backup.backups(library):
        (good if is_good(one.path) else unsound).append(one)
    return Choices(library, tuple(good), tuple(unsound))


def is_good(path: Path) -> bool:
    """Whether a library file is sound and of a schema this Hearth can open."""
    try:
        version_of(path)
        check_sound(path)
    except Trouble:
        return False
    return True


def take_back(library: Path, chosen: Backup, now: datetime) -> Path | None:
    """Put a backup in the library's place. Gives where what stood there was set aside.

    Raises :class:`Trouble` with everything as it was.
    """
    return backup.restore(library.resolve(), chosen.path, now)


def start_empty(library: Path, now: datetime) -> Path | None:
    """Set the library aside, so that opening makes an empty one. Gives its new path.

    Raises :class:`Trouble` with everything as it was; ``open-elsewhere`` while another process
    has it open.
    """
    library = library.resolve()
    lock = WriteLock(library)
    try:
        return backup.set_aside(library, now)
    finally:
        lock.release()
