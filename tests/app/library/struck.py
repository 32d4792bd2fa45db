"""What tests of striking share: whether anything of what was struck is left in a file."""

from pathlib import Path

from app.library.library import Library


def files_of(library: Library) -> list[Path]:
    """Every file of the library: itself, its log, what lies beside it, its backups."""
    return [path for path in library.path.parent.rglob("*") if path.is_file()]


def holding(library: Library, *needles: str | bytes) -> list[str]:
    """The files that still hold one of the needles."""
    wanted = [one.encode() if isinstance(one, str) else one for one in needles]
    return [
        path.name
        for path in files_of(library)
        if any(needle in path.read_bytes() for needle in wanted)
    ]
