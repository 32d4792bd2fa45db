"""A copy of the written knowledge that a test may spoil."""

import shutil
from pathlib import Path

from app.resources import resources_folder


def copy_of_sources(folder: Path) -> Path:
    """The catalogue's and the words' sources, copied under ``folder``; nothing built."""
    for name in ("catalogue", "words"):
        shutil.copytree(resources_folder() / name, folder / name)
    return folder


def change(resources: Path, file: str, old: str, new: str) -> None:
    """Replace the first ``old`` in a file, which must have it."""
    path = resources / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not say {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
