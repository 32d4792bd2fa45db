"""The exception hook: a bug is reported in a file and said in one sentence."""

import logging
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from app.library.trouble import Trouble
from app.moment import Moment
from ui.bug_report import save_bug_report

AGAIN = 30.0
"""Seconds after which the same mishap is worth another sentence."""


class ExceptionHook:
    """Handles exceptions that nothing else handled: bugs, and troubles.

    ``tell`` is given the path of a bug's report, ``say`` a trouble. The same bug again, as from a
    clock that ticks, has one report; it is told again only after a while.
    """

    def __init__(self, library: Path, moment: Moment) -> None:
        """Reports lie beside ``library``."""
        self._library, self._moment = library, moment
        self._met: dict[object, tuple[Path | None, float]] = {}
        self.tell: Callable[[Path | None], None] | None = None
        self.say: Callable[[Trouble], None] | None = None

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Save a report and tell the person; the program goes on (``sys.excepthook``)."""
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(130)
        if isinstance(error, Trouble):
            if self.say is not None:
                self.say(error)
            return
        where = extract_tb(trace)[-1:] if trace is not None else []
        mark = (kind, *((frame.filename, frame.lineno) for frame in where))
        now = self._moment.monotonic()
        if mark not in self._met:
            report = save_bug_report(error.with_traceback(trace), self._library, self._moment.now())
            if report is None:
                logging.getLogger("hearth").error("unexpected", exc_info=error)
        elif now - self._met[mark][1] < AGAIN:
            return
        else:
            report = self._met[mark][0]
        self._met[mark] = (report, now)
        if self.tell is not None:
            self.tell(report)
