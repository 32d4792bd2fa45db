"""Five thousand notes panned, and all in view, in a process of its own.

    python -m benchmarks.panned

One line of JSON: seconds of a step of panning, and of a picture of all, of Hearth's own views and
of a bare scene of as many rounded rectangles with wrapped text, at the same places.
"""

import json
from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from app.diagram import Diagram
from app.resources import resources_folder
from app.words_files import load_words
from benchmarks.bare_scene import bare_scene
from benchmarks.libraries import sentences
from benchmarks.measure import in_turn
from benchmarks.typist import Painted
from ui.look.apply import apply_look
from ui.look.fonts import load_fonts
from ui.look.look import make_look
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.ground import Ground, GroundView
from ui.parts.notes.model import NoteItem
from ui.parts.notes.view import NotesView

COUNT, WIDTH, HEIGHT = 5000, 1100, 800
STEP, TURNS = 97, 60
"""Pixels of a step of panning, and how often each is done."""


def main() -> None:
    """Measure, and say what was measured."""
    application = QApplication.instance() or QApplication(["panned"])
    assert isinstance(application, QApplication)
    resources = resources_folder()
    load_fonts(resources / "fonts")
    look = make_look("light")
    apply_look(application, look, resources / "icons")
    words, texts = load_words(resources, "en"), list(sentences(COUNT))

    board = NotesView(look, words, sticky_notes(look))
    _show(board)
    board.show_items([NoteItem(str(at), text) for at, text in enumerate(texts)])
    bare = bare_scene(_lying(board, texts), board.font())
    _show(bare)
    panned = in_turn(_panning(board), _panning(bare), turns=TURNS, warm=5)
    for one in (board, bare):
        one.hide()

    ground = GroundView(look, words, Ground(lambda width, height: Diagram(width, height, ())))
    _show(ground)
    across = 100
    ground.show_items(
        [
            NoteItem(str(at), text, x=at % across * 10, y=at // across * 20)
            for at, text in enumerate(texts)
        ]
    )
    whole = bare_scene(
        _lying(ground, [item.text[:60] for item in ground.notes.items]), board.font()
    )
    _show(whole)
    all_seen = in_turn(_repainting(ground), _repainting(whole), turns=8)
    print(json.dumps({"panned": panned, "all": all_seen}), flush=True)


def _show(view: QAbstractScrollArea) -> None:
    view.resize(WIDTH, HEIGHT)
    view.show()
    QApplication.processEvents()


def _lying(view: NotesView, texts: list[str]) -> list[tuple[QRect, str]]:
    """Where each note of a view lies, from its top."""
    view.verticalScrollBar().setValue(0)
    return [(view.visualRect(view.notes.index(row)), text) for row, text in enumerate(texts)]


def _panning(view: QAbstractScrollArea) -> Callable[[], None]:
    bar, painted = view.verticalScrollBar(), Painted(view.viewport())

    def step() -> None:
        painted.seen = False
        at = bar.value() + STEP
        bar.setValue(at if at < bar.maximum() else 0)
        while not painted.seen:
            QApplication.processEvents()

    return step


def _repainting(view: QAbstractScrollArea) -> Callable[[], None]:
    painted = Painted(view.viewport())

    def paint() -> None:
        painted.seen = False
        view.viewport().update()
        while not painted.seen:
            QApplication.processEvents()

    return paint


if __name__ == "__main__":
    main()
