"""Bugs: no traceback reaches a person; a report is saved beside the library, one sentence said."""

import logging
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from app.moment import Moment
from ui.report import save_report


class Mishaps:
    """Meets whatever nobody expected; ``tell`` is given the path of the report."""

    def __init__(self, library: Path, moment: Moment) -> None:
        """Reports lie beside ``library``."""
        self._library, self._moment = library, moment
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
        report = save_report(error.with_traceback(trace), self._library, self._moment.now())
        if report is None:
            logging.getLogger("hearth").error("unexpected", exc_info=error)
        if self.tell is not None:
            self.tell(report)
