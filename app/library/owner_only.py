"""Files and folders that only their owner reads: what people said is nobody else's business.

On Windows a person's own folders are closed to others already, and modes say nothing.
"""

import errno
import os
from contextlib import suppress
from pathlib import Path

FILE = 0o600
FOLDER = 0o700


def make_file(path: Path) -> None:
    """Make an empty file that only its owner reads. Raises OSError; FileExistsError if it is there.

    Made so from the start: what is closed afterwards was open for a moment.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE))


def make_folder(path: Path) -> None:
    """Make a folder, and those it lies in, where they are not there; only its owner enters them.

    Raises OSError.
    """
    missing = [one for one in (path, *path.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=FOLDER, exist_ok=True)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))


def close_to_others(*paths: Path) -> None:
    """Take others' rights away from what is there; a stricter mode stays. Best effort.

    Somebody else's file, or a disk without modes, stays as it is.
    """
    for path in paths:
        with suppress(OSError):
            mode = path.stat().st_mode
            if mode & 0o077:
                path.chmod(mode & 0o700)
