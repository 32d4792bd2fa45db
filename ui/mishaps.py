"""Bugs: no traceback reaches a person; a report is saved beside the library, one sentence said."""

import logging
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType


class Mishaps:
    """Meets whatever nobody expected; ``tell`` is given the path of the report."""

    def __init__(self, library: Path) -> None:
        """Reports lie beside ``library``."""
        self._folder = library.parent
        self.tell: Callable[[Path | None], None] | None = None

    def meet(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Save a report and tell the person; the program goes on (``sys.excepthook``)."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        report = self._save("".join(traceback.format_exception(kind, error, trace)))
        if self.tell is not None:
            self.tell(report)

    def _save(self, text: str) -> Path | None:
        mark = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S")
        path = self._folder / f"hearth report {mark}.txt"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError:
            logging.getLogger("hearth").error("%s", text)
            return None
        return path
