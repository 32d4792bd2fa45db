"""Switching to a block of each kind with thirty things in it, against switching to an empty one.

From the click in the agenda until the canvas is painted; each block in turn with one of the kind
talk in which nothing was said.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.kinds.table import make_kinds
from app.library.rows import Workshop
from app.workshop.planning import add_exercise, add_own
from app.workshop.running import enter_block
from benchmarks.enter_painted import open_window
from benchmarks.libraries import sentences, with_notes
from benchmarks.measure import Measure, in_turn
from benchmarks.typist import Painted
from ui.application import Hearth
from ui.cockpit.cockpit import Cockpit

GOAL = 2.0
THINGS, TURNS = 30, 12


def measure() -> Iterator[Measure]:
    """The ratio of the medians, kind by kind."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.hearth"
        workshop = with_notes(library, 0)
        with closing(open_window(application, library)) as hearth:
            blocks, empty = _fill(hearth, workshop)
            hearth.window.cockpit(workshop)
            cockpit = hearth.window.screen_shown
            assert isinstance(cockpit, Cockpit)
            for kind, block in blocks.items():
                ours, theirs = in_turn(
                    _going(application, cockpit, block),
                    _going(application, cockpit, empty),
                    turns=TURNS,
                    warm=2,
                )
                yield Measure(
                    name=f"switching to a block of the kind {kind}, against an empty one",
                    value=ours / theirs,
                    unit="times",
                    goal=GOAL,
                    note=f"{ours * 1000:.1f} ms against {theirs * 1000:.1f} ms",
                )


def _fill(hearth: Hearth, workshop: str) -> tuple[dict[str, str], str]:
    """A block of each kind with things in it, by kind; and an empty one."""
    library, catalogue = hearth.library, hearth.catalogue
    row = library.reader.row(Workshop, workshop)
    kinds, blocks = make_kinds(catalogue), dict[str, str]()
    for kind in kinds.ids:
        exercise = next(one.id for one in catalogue.exercises if one.kind == kind)
        block = add_exercise(library, catalogue, row, exercise)
        running = enter_block(library, row, block).running
        for text in sentences(THINGS):
            targets = kinds[kind].targets(running, library.reader)
            if targets:
                kinds[kind].capture(library, running, targets[0], text)
        blocks[kind] = block.id
    return blocks, add_own(library, row, "Nothing was said here", 20).id


def _going(application: QApplication, cockpit: Cockpit, block: str) -> Callable[[], None]:
    def go() -> None:
        cockpit.side.block_asked.emit(block)
        assert cockpit.canvas is not None
        painted = Painted(cockpit.canvas.widget)
        while not painted.seen:
            application.processEvents()
        painted.deleteLater()

    return go
