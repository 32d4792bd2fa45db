"""A bug: its report, saved where it can be, so that no traceback reaches a person."""

import os
import platform
import tempfile
import traceback
from datetime import datetime
from itertools import count
from pathlib import Path


def save_bug_report(error: BaseException, beside: Path, now: datetime) -> Path | None:
    """Save what happened beside a library, else among temporary files; None where neither goes.

    An earlier report is never overwritten. Only its owner may read it: it may hold what was typed.
    """
    lines = [platform.platform(), platform.python_version(), *traceback.format_exception(error)]
    text = "\n".join(lines).encode(errors="backslashreplace")
    for folder in (beside.parent, Path(tempfile.gettempdir())):
        try:
            path = _free(folder, f"hearth report {now:%Y-%m-%d %H%M%S}")
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(text)
        except (OSError, ValueError):
            continue
        return path
    return None


def _free(folder: Path, name: str) -> Path:
    """A file of this name in a folder that is not there yet."""
    ends = (f" {number}" if number > 1 else "" for number in count(1))
    return next(path for end in ends if not (path := folder / f"{name}{end}.txt").exists())
