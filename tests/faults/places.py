"""Disks that are full, read-only, or gone: real ones where the machine lets us make them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """A disk of so many megabytes, mounted at ``folder``; skips where none can be mounted."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        unmount(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """``folder`` as a place where nothing may be written, even by the administrator."""
    if os.geteuid() != 0:
        modes = [(path, path.stat().st_mode) for path in (folder, *folder.iterdir())]
        for path, mode in modes:
            path.chmod(mode & ~0o222)
        try:
            yield
        finally:
            for path, mode in modes:
                path.chmod(mode)
        return
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,ro,bind", str(folder))
        yield
    finally:
        unmount(folder)


def unmount(folder: Path) -> None:
    """Take a disk away, even while somebody has a file on it open, as pulling a cable does."""
    subprocess.run(["umount", "--lazy", str(folder)], capture_output=True)


def _mount(*options: str) -> None:
    try:
        done = subprocess.run(["mount", *options], capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("this machine has no mount")
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
