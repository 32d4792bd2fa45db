"""Whether what the build step made of the resources still is what their sources say.

``resources/built`` holds the catalogue and the words as JSON that loads in a few milliseconds, and
a stamp with the size and time of every source it was made from.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

STAMP = "stamp.json"
_FOLDERS = (
    "catalogue",
    "catalogue/agendas",
    "catalogue/essays",
    "catalogue/exercises",
    "catalogue/registers",
    "catalogue/templates",
    "words",
)

Stamp = Mapping[str, tuple[int, int]]
"""Each source's path in ``resources`` to its size (bytes) and time of change (nanoseconds)."""


def built_folder(resources: Path) -> Path:
    """Where the build step leaves what it makes."""
    return resources / "built"


def take_stamp(resources: Path) -> Stamp:
    """The sources as they are now; empty where there are none, as in a bundle."""
    stamp: dict[str, tuple[int, int]] = {}
    for folder in _FOLDERS:
        try:
            entries = list(os.scandir(resources / folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.name.endswith(".toml"):
                facts = entry.stat()
                stamp[f"{folder}/{entry.name}"] = (facts.st_size, facts.st_mtime_ns)
    return stamp


def pack_stamp(stamp: Stamp) -> bytes:
    """The bytes of the stamp file."""
    return msgspec.json.encode(stamp)


def is_current(resources: Path) -> bool:
    """Whether something was built and no source was added, changed or removed since."""
    try:
        built = msgspec.json.decode(
            (built_folder(resources) / STAMP).read_bytes(), type=dict[str, tuple[int, int]]
        )
    except (OSError, msgspec.DecodeError):
        return False
    sources = take_stamp(resources)
    return not sources or sources == built
