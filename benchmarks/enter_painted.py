"""From Enter in the capture line until the note is on the disk and on the screen.

In the real window, the cockpit open, ten thousand notes in the library and fifty on the board;
against a bare window that does the least that could be called the same (``bare_board``), with the
same notes, turn by turn in one run. A hand feels a delay from about 16 milliseconds on.
"""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.rows import Note
from app.moment import MachineMoment
from app.resources import resources_folder
from app.workshop.notes import add_notes
from app.workshop.running import place_of
from benchmarks.bare_board import BareProcess
from benchmarks.libraries import sentences, with_notes
from benchmarks.measure import Measure
from benchmarks.typist import Painted, type_note
from ui.application import Hearth, start
from ui.awake import MachineAwake
from ui.cockpit.cockpit import Cockpit
from ui.demo.scripted_dialogs import ScriptedDialogs
from ui.kinds.board import BoardCanvas
from ui.machine import Machine
from ui.wall.monitors import MachineMonitors

GOAL = 3.0
NOTES, BOARD = 10_000, 50
"""Notes in the library, and on the board: half of ``TYPED`` fewer before they are typed."""
RUNS, TYPED, WARM = 20, 20, 1
"""Boards that count, notes typed on each, and boards before that do not count."""
EXERCISE = "hopes-and-fears"


def measure() -> Iterator[Measure]:
    """The ratios of the medians, and of the slowest in a hundred."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.hearth"
        workshop = with_notes(library, NOTES)
        hearth = open_window(application, library)
        with closing(hearth):
            cockpit = open_board(hearth, workshop)
            view = board_of(cockpit).zones_view.view(board_of(cockpit).target())
            with BareProcess(Path(folder) / "bare.db", view.size()) as bare:
                ours, theirs = _type_all(application, hearth, cockpit, bare)
    name = f"Enter to a note durable and painted, {NOTES} in the library, {BOARD} on the board"
    yield _ratio(f"{name}: median", statistics.median(ours), statistics.median(theirs))
    yield _ratio(f"{name}: slowest in 100", _slowest(ours), _slowest(theirs))


def open_window(application: QApplication, library: Path) -> Hearth:
    """The program as a person starts it, over a library; its window has the keys."""
    machine = Machine(
        moment=MachineMoment(),
        dialogs=ScriptedDialogs,
        monitors=MachineMonitors(application),
        awake=MachineAwake(),
        settings_file=library.with_name("settings.json"),
        resources=resources_folder(),
    )
    hearth = start(application, library, machine, lambda trouble: False)
    assert hearth is not None
    hearth.window.resize(1440, 900)
    hearth.window.show()
    hearth.window.activateWindow()
    QTest.qWaitForWindowActive(hearth.window)
    return hearth


def open_board(hearth: Hearth, workshop: str) -> Cockpit:
    """The cockpit of a workshop, at its board of hopes and fears."""
    hearth.window.cockpit(workshop)
    cockpit = hearth.window.screen_shown
    assert isinstance(cockpit, Cockpit)
    lines = cockpit.controller.state().lines
    block = next(one.block for one in lines if one.block.exercise == EXERCISE)
    cockpit.side.block_asked.emit(block.id)
    return cockpit


def board_of(cockpit: Cockpit) -> BoardCanvas:
    """The board on the screen."""
    assert isinstance(cockpit.canvas, BoardCanvas)
    return cockpit.canvas


def fill_board(hearth: Hearth, cockpit: Cockpit, count: int) -> list[str]:
    """Put so many notes where Enter puts the next one; gives their texts."""
    place = place_of(hearth.library.reader, cockpit.controller.state().workshop.id)
    assert place is not None
    texts = list(sentences(count))
    add_notes(hearth.library, place.running, board_of(cockpit).target(), texts)
    return texts


def enter(application: QApplication, hearth: Hearth, cockpit: Cockpit, text: str) -> float:
    """Type a note into the capture line, rest as somebody does who listens, and press Enter.

    Gives the seconds from Enter until the note is kept and painted, the line empty, and "saved"
    said. What was half typed at the rest was kept, and is let go of by Enter.
    """
    view = board_of(cockpit).zones_view.view(board_of(cockpit).target())
    painted = Painted(view.viewport())
    count = hearth.library.reader.count(Note)
    line = cockpit.bottom.line
    taken = type_note(application, line, painted, text, cockpit.capturing.autosave.flush)
    assert hearth.library.reader.count(Note) == count + 1
    assert cockpit.top.saved.text() == cockpit._world.words("room.saved")
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    assert view.viewport().rect().contains(last)
    painted.deleteLater()
    return taken


def _type_all(
    application: QApplication, hearth: Hearth, cockpit: Cockpit, bare: BareProcess
) -> tuple[list[float], list[float]]:
    """Board after board, filled and then typed on in turn; the seconds of each note."""
    ours: list[float] = []
    theirs: list[float] = []
    for run in range(WARM + RUNS):
        if run:
            cockpit.cockpit_actions.run_again()
        bare.put(fill_board(hearth, cockpit, BOARD - TYPED // 2))
        for text in sentences(BOARD + TYPED)[BOARD:]:
            one, other = enter(application, hearth, cockpit, text), bare.enter(text)
            if run >= WARM:
                ours.append(one)
                theirs.append(other)
    return ours, theirs


def _slowest(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=100)[98]


def _ratio(name: str, ours: float, theirs: float) -> Measure:
    note = f"{ours * 1000:.1f} ms against {theirs * 1000:.1f} ms"
    return Measure(name=name, value=ours / theirs, unit="times", goal=GOAL, note=note)
