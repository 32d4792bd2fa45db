"""What a library gets at its opening: it is looked over, mended where that is safe, backed up."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.library import backup
from app.library.soundness import check_sound, in_memory, make_indexes_anew, only_indexes_differ
from app.library.trouble import Trouble
from app.moment import Moment


def look_after(
    path: Path, moment: Moment, looked: Callable[[], None] | None, *, replayed: bool
) -> tuple[Trouble, ...]:
    """Look a library over, then back it up. Gives what the person should know.

    ``looked`` waits for somebody who looks it over already; ``replayed``: a crash left a log, so
    that everything is held against everything, before a backup is made of it. Raises
    :class:`Trouble` (``damaged``) when it is not sound and its indexes alone are not to blame.
    """
    met: list[Trouble] = []
    try:
        (looked or (lambda: check_sound(path)))()
    except Trouble as trouble:
        if trouble.code != "damaged" or not _mended(path):
            raise
        met.append(Trouble("indexes-mended", path=str(path)))
    if replayed:
        # Here and below, because it takes memory that no usual start needs.
        from app.library import library_check

        faults = len(library_check.check(path, opened=True).findings)
        if faults:
            # It opens, since it can be read; but no good backup makes way for one of it.
            return (*met, Trouble("faults-found", path=str(path), number=faults))
    try:
        backup.make_backup_if_changed(path, moment.now(), "start")
    except Trouble as trouble:
        # A full or read-only disk must not keep anyone from opening what is already there.
        met.append(trouble)
    return tuple(met)


def _mended(path: Path) -> bool:
    """Make the indexes anew, where that is all there is to mend. Gives whether it was."""
    from app.library import library_check

    with closing(in_memory(path)) as copy:
        if not only_indexes_differ(copy) or library_check.findings_in(copy):
            return False
    make_indexes_anew(path)
    return True
