"""A bug: its report, saved where it can be, so that no traceback reaches a person."""

import platform
import tempfile
import traceback
from datetime import datetime
from pathlib import Path


def save_report(error: BaseException, beside: Path, now: datetime) -> Path | None:
    """Save what happened beside a library, else among temporary files; None where neither goes."""
    lines = [platform.platform(), platform.python_version(), *traceback.format_exception(error)]
    text = "\n".join(lines).encode(errors="backslashreplace")
    name = f"hearth report {now:%Y-%m-%d %H%M%S}.txt"
    for folder in (beside.parent, Path(tempfile.gettempdir())):
        try:
            (folder / name).write_bytes(text)
        except (OSError, ValueError):
            continue
        return folder / name
    return None
