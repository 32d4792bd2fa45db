"""What every writer returns, and how it reports progress and is cancelled."""

from collections.abc import Callable, Mapping

import msgspec

Progress = Callable[[float], None]
"""Told the share of the work that is done, from 0 to 1."""

IsCancelled = Callable[[], bool]
"""Whether the person has asked to stop."""


class Cancelled(Exception):
    """The person asked to stop: nothing was given, nothing is left behind."""


class Warning(msgspec.Struct, frozen=True):  # noqa: A001 - the field's word; no writer warns Python
    """Something the reader of the result should know: a code and the facts of its sentence.

    ``no-glyph``: no font has ``character``, which is printed as ``shown`` (``U+XXXX``).
    ``control-characters``: ``count`` characters that no page can show were left out.
    ``cells-cut``: ``count`` texts are longer than a cell of a spreadsheet; their end was left out.
    """

    code: str
    values: Mapping[str, str]


class WriterResult(msgspec.Struct, frozen=True):
    """The bytes of a whole file, and what its reader should know."""

    data: bytes
    warnings: tuple[Warning, ...] = ()


def report_progress(
    done: int, total: int, progress: Progress | None, cancelled: IsCancelled | None
) -> None:
    """Between two pieces of work: say how far it is, and raise Cancelled when asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled
    if progress is not None:
        progress(done / total if total else 1.0)
