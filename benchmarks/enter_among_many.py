"""Enter on a board of five thousand notes, against Enter on a board of fifty.

The whole way, as in ``enter_painted``: two windows of the same program, each with its own library,
typed into in turn.
"""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.enter_painted import enter, fill_board, open_board, open_window
from benchmarks.libraries import sentences, with_notes
from benchmarks.measure import Measure

GOAL = 1.5
MANY, FEW, TYPED, WARM = 5000, 50, 40, 5


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    taken: dict[int, list[float]] = {MANY: [], FEW: []}
    with ExitStack() as stack:
        rooms = []
        for count in taken:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            workshop = with_notes(folder / "library.hearth", 0)
            hearth = stack.enter_context(
                closing(open_window(application, folder / "library.hearth"))
            )
            cockpit = open_board(hearth, workshop)
            fill_board(hearth, cockpit, count)
            rooms.append((count, hearth, cockpit))
        for text in sentences(WARM + TYPED):
            for count, hearth, cockpit in rooms:
                taken[count].append(enter(application, hearth, cockpit, text))
    many, few = (statistics.median(taken[count][WARM:]) for count in (MANY, FEW))
    yield Measure(
        name=f"Enter on a board of {MANY} notes against Enter on a board of {FEW}",
        value=many / few,
        unit="times",
        goal=GOAL,
        note=f"{many * 1000:.1f} ms against {few * 1000:.1f} ms",
    )
