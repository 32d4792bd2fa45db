"""One more note on a board of three hundred, against one more on a board of thirty.

Laid out and painted anew in the same view: what a full wall costs at each Enter.
"""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from app.resources import resources_folder
from app.speech import load_words
from benchmarks.measure import Measure, in_turn
from ui.look.fonts import load_fonts
from ui.look.look import make_look
from ui.look.wear import wear
from ui.parts.notes.items import NoteItem
from ui.parts.notes.view import NotesView

GOAL = 5.0
"""Ten times the notes for half of ten times the work."""
MANY, FEW, TURNS = 300, 30, 40
SIZE = QRect(0, 0, 1100, 900)


def measure() -> Measure:
    """The ratio of the medians; both boards are painted in a window of the same size."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    resources = resources_folder()
    load_fonts(resources / "fonts")
    look = make_look("light")
    wear(application, look, resources / "icons")
    view = NotesView(look, load_words(resources, "en"))
    view.resize(SIZE.size())

    def one_more(notes: list[NoteItem]) -> None:
        view.show_items(notes[:-1])
        view.viewport().grab(SIZE)
        view.show_items(notes)
        view.viewport().grab(SIZE)

    many, few = _notes(MANY), _notes(FEW)
    one, other = in_turn(lambda: one_more(many), lambda: one_more(few), turns=TURNS, warm=3)
    return Measure(
        name=f"one more among {MANY} notes laid out and painted, against one more among {FEW}",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.1f} ms against {other * 1000:.1f} ms",
    )


def _notes(count: int) -> list[NoteItem]:
    return [NoteItem(str(at), f"What somebody said, number {at}") for at in range(count + 1)]
