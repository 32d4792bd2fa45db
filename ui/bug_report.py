"""A bug: its report, saved where it can be, so that no traceback reaches a person."""

import platform
import traceback
from datetime import datetime
from itertools import count
from pathlib import Path

from app.library.owner_only import make_file
from app.library.reports import REPORT, report_folders


def save_bug_report(error: BaseException, beside: Path, now: datetime) -> Path | None:
    """Save what happened beside a library, else among temporary files; None where neither goes.

    An earlier report is never overwritten. Only its owner may read it: it may hold what was typed.
    """
    lines = [platform.platform(), platform.python_version(), *traceback.format_exception(error)]
    text = "\n".join(lines).encode(errors="backslashreplace")
    for folder in report_folders(beside):
        try:
            path = _free(folder, f"{REPORT}{now:%Y-%m-%d %H%M%S}")
            make_file(path)
            path.write_bytes(text)
        except (OSError, ValueError):
            continue
        return path
    return None


def _free(folder: Path, name: str) -> Path:
    """A file of this name in a folder that is not there yet."""
    ends = (f" {number}" if number > 1 else "" for number in count(1))
    return next(path for end in ends if not (path := folder / f"{name}{end}.txt").exists())
