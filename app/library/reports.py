"""Where reports of mishaps lie: beside the library, else among temporary files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

REPORT = "hearth report "
"""How the name of a report begins."""


def report_folders(library: Path) -> tuple[Path, ...]:
    """Where a report is written, the first folder that takes it."""
    return (library.parent, Path(tempfile.gettempdir()))


def saved_reports(library: Path) -> Iterator[Path]:
    """The reports that lie there."""
    for folder in report_folders(library):
        yield from sorted(folder.glob(f"{REPORT}*.txt"))
