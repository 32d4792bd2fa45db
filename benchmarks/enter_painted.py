"""From Enter in the capture line until the note is on the disk and on the screen.

In the real window, the cockpit open, ten thousand notes in the library: the time the slowest one
in a hundred takes. A screen shows sixty pictures a second; a note should be in the next one.
"""

import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.library.rows import Note
from app.moment import MachineMoment
from app.resources import resources_folder
from benchmarks.libraries import SAID, with_notes
from benchmarks.measure import Measure
from ui.application import Hearth, Machine, start
from ui.demo.quiet import QuietDialogs
from ui.room.cockpit import Cockpit
from ui.wall.monitors import MachineMonitors

GOAL = 16.0
NOTES, RUNS, EACH, WARM = 10_000, 12, 50, 10
BOARD = "hopes-and-fears"


class Painted(QObject):
    """Notices when a widget, or anything in it, is painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch ``widget`` and all that is in it."""
        super().__init__()
        self.seen = False
        for one in [widget, *widget.findChildren(QWidget)]:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture is made."""
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


def measure() -> Measure:
    """The 99th percentile, in milliseconds."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.hearth"
        workshop = with_notes(library, NOTES)
        hearth = _open(application, library, Path(folder) / "settings.json")
        with closing(hearth):
            taken = _type_all(application, hearth, workshop)
    worst = statistics.quantiles(taken, n=100)[98]
    return Measure(
        name=f"Enter to a note durable and painted, {NOTES} notes in the library, slowest in 100",
        value=worst * 1000,
        unit="ms",
        goal=GOAL,
        note=f"half of them within {statistics.median(taken) * 1000:.1f} ms",
    )


def _open(application: QApplication, library: Path, settings: Path) -> Hearth:
    machine = Machine(
        moment=MachineMoment(),
        dialogs=QuietDialogs,
        monitors=MachineMonitors(application),
        settings_file=settings,
        resources=resources_folder(),
    )
    hearth = start(application, library, machine, lambda trouble: False)
    assert hearth is not None
    hearth.window.resize(1440, 900)
    hearth.window.show()
    hearth.window.activateWindow()
    QTest.qWaitForWindowActive(hearth.window)
    return hearth


def _type_all(application: QApplication, hearth: Hearth, workshop: str) -> list[float]:
    """Twelve boards of fifty notes, one after the other; the times of all but the first few."""
    hearth.window.room(workshop)
    cockpit = hearth.window.screen_shown
    assert isinstance(cockpit, Cockpit)
    lines = cockpit.driver.moment().lines
    cockpit.side.block_asked.emit(
        next(one.block.id for one in lines if one.block.exercise == BOARD)
    )
    taken: list[float] = []
    for run in range(RUNS):
        if run:
            cockpit.acts.run_again()
        application.processEvents()
        assert cockpit.canvas is not None
        painted = Painted(cockpit.canvas.widget)
        for number in range(EACH):
            taken.append(_type(application, hearth, cockpit, painted, f"{SAID[0]}, {run} {number}"))
    return taken[WARM:]


def _type(
    application: QApplication, hearth: Hearth, cockpit: Cockpit, painted: Painted, text: str
) -> float:
    """Type a note; seconds from Enter until it is saved, said to be, and painted."""
    line = cockpit.bottom.line
    QTest.keyClicks(line, text)
    application.processEvents()
    count = hearth.library.reader.count(Note)
    painted.seen = False
    began = time.perf_counter()
    QTest.keyClick(line, Qt.Key.Key_Return)
    while not painted.seen:
        application.processEvents()
    ended = time.perf_counter()
    assert hearth.library.reader.count(Note) == count + 1
    assert cockpit.top.saved.text() == cockpit._world.words("room.saved")
    assert not line.text()
    return ended - began
