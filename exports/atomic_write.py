"""Writes a file whole or not at all.

The bytes go to a new file in the same folder, are pushed to the disk, and only then take the
name. Whatever happens on the way, what stood under that name before is untouched. What stands
there is looked at first: only a file is replaced, and never one of the library's own.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from app.library import owner_only
from exports.file_names import is_file_name

Cause = Literal[
    "disk-full",
    "read-only",
    "no-such-place",
    "is-folder",
    "no-file",
    "of-library",
    "name-too-long",
    "name-not-allowed",
    "in-use",
    "disk-trouble",
]
"""Why a file could not be written. ``disk-full``: no room (or a quota, or a file too large for
that disk). ``read-only``: the folder, the disk or the file of that name may not be written.
``no-such-place``: the folder is not there, or its drive was taken away. ``is-folder``: a folder
has that name. ``no-file``: what has that name is no file that can be replaced (a pipe, a device).
``of-library``: it is the library, or one of its own files. ``name-not-allowed``: the disk takes no
such name. ``in-use``: another program holds the file. ``disk-trouble``: anything else the
system reports."""

_BY_ERRNO: dict[int, Cause] = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
    errno.EROFS: "read-only",
    errno.ENOENT: "no-such-place",
    errno.ENOTDIR: "no-such-place",
    errno.ELOOP: "no-file",
    errno.ENODEV: "no-such-place",
    errno.ENXIO: "no-such-place",
    errno.ESTALE: "no-such-place",
    errno.EISDIR: "is-folder",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EINVAL: "name-not-allowed",
    errno.EILSEQ: "name-not-allowed",
    errno.EBUSY: "in-use",
    errno.ETXTBSY: "in-use",
}
_BY_WINDOWS: dict[int, Cause] = {
    32: "in-use",  # another program has it open
    33: "in-use",  # another program has locked a part of it
    123: "name-not-allowed",
    206: "name-too-long",
}
# What a disk that cannot push a folder's entry answers; the file itself was pushed.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


Spared = Callable[[Path], bool]
"""Says of a path whether what stands there must stay, whoever asks for the name."""


def nothing_spared(path: Path) -> bool:
    """Where no library is near."""
    return False


class CannotWrite(Exception):
    """The file was not written; nothing of it is left, and what was there before still is.

    ``code`` names the cause, ``path`` is where the file should have gone.
    """

    def __init__(self, code: Cause, path: Path) -> None:
        """The cause and the place."""
        super().__init__(code, str(path))
        self.code = code
        self.path = path


def write_atomically(
    path: Path, data: bytes, spared: Spared = nothing_spared, *, private: bool = False
) -> None:
    """Write ``data`` to ``path`` so that a reader finds the old file or the new, never a half.

    A link is followed, and an existing file keeps its permissions. A file that is ``private`` can
    be read by its owner only; a stricter one stays so. What is ``spared`` is never written over.
    When this returns, the file is on the disk. Raises CannotWrite for what a person can meet.
    """
    if not is_file_name(path.name):
        raise CannotWrite("name-not-allowed", path)
    try:
        target = path.resolve()
        mode = _mode_of(target)
        _ask(path, target, mode, spared)
        if private:
            mode = stat.S_IRUSR | stat.S_IWUSR if mode is None else mode & stat.S_IRWXU
        _replace(target, data, mode)
    except ValueError as error:  # U+0000, or a lone surrogate, in the name
        raise CannotWrite("name-not-allowed", path) from error
    except RuntimeError as error:  # a link that leads to itself
        raise CannotWrite("no-file", path) from error
    except OSError as error:
        raise CannotWrite(_cause(error), path) from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those it lies in, where they are not there; only its owner may look in.

    Raises CannotWrite.
    """
    try:
        owner_only.make_folder(folder)
    except ValueError as error:
        raise CannotWrite("name-not-allowed", folder) from error
    except OSError as error:
        raise CannotWrite(_cause(error), folder) from error


def _mode_of(target: Path) -> int | None:
    """What stands under a name, as its mode; None where nothing does."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _ask(path: Path, target: Path, mode: int | None, spared: Spared) -> None:
    """Ask what stands there. Raises CannotWrite for what must stay."""
    if spared(target):
        raise CannotWrite("of-library", path)
    if mode is None:
        return
    if stat.S_ISDIR(mode):
        raise CannotWrite("is-folder", path)
    if not stat.S_ISREG(mode):
        raise CannotWrite("no-file", path)
    if not os.access(target, os.W_OK):
        # Replacing needs only the folder's leave; a file marked read-only stays as it is.
        raise CannotWrite("read-only", path)


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    # A short name of its own: a name the disk just takes must not fail for being made longer.
    new = target.parent / f".{os.urandom(6).hex()}.part"
    # Opened by hand: the person's own mask decides who may read a file of no mode of its own, and
    # nobody else reads one that has, not even while it is written.
    first = 0o666 if mode is None else stat.S_IRUSR | stat.S_IWUSR
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), first)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            # Some drives (FAT) know no permissions: there is then nothing to keep.
            with contextlib.suppress(OSError):
                new.chmod(stat.S_IMODE(mode))
        os.replace(new, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(new)
        raise
    _push_folder(target.parent)


def _push_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder one may write in but not look into
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def _cause(error: OSError) -> Cause:
    windows: int | None = getattr(error, "winerror", None)
    if windows in _BY_WINDOWS:
        return _BY_WINDOWS[windows]
    return _BY_ERRNO.get(error.errno or 0, "disk-trouble")
