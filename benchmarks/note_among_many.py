"""One more note on a board of three thousand, against one more on a board of thirty.

Put into the same view and painted where it lies, at the end: what a full board costs at each Enter
must not grow with what is already on it.
"""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from app.resources import resources_folder
from app.words_files import load_words
from benchmarks.libraries import sentences
from benchmarks.measure import Measure, in_turn
from benchmarks.typist import Painted
from ui.look.apply import apply_look
from ui.look.fonts import load_fonts
from ui.look.look import make_look
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.model import NoteItem
from ui.parts.notes.view import NotesView

GOAL = 1.5
MANY, FEW, TURNS = 3000, 30, 40
WIDTH, HEIGHT = 1100, 900


def measure() -> Iterator[Measure]:
    """The ratio of the medians; both boards are shown in windows of the same size."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    resources = resources_folder()
    load_fonts(resources / "fonts")
    look = make_look("light")
    apply_look(application, look, resources / "icons")
    words = load_words(resources, "en")

    def adding(count: int) -> Callable[[], None]:
        view = NotesView(look, words, sticky_notes(look))
        view.resize(WIDTH, HEIGHT)
        items = [NoteItem(str(at), text) for at, text in enumerate(sentences(count))]
        view.show_items(items)
        view.show()
        application.processEvents()
        painted = Painted(view.viewport())

        def add() -> None:
            at = len(items)
            items.append(NoteItem(str(at), f"What somebody said after all that, number {at}"))
            painted.seen = False
            view.show_items(items)
            view.scrollTo(view.notes.index(at))
            while not painted.seen:
                application.processEvents()

        return add

    one, other = in_turn(adding(MANY), adding(FEW), turns=TURNS, warm=3)
    yield Measure(
        name=f"one more among {MANY} notes laid out and painted, against one more among {FEW}",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.1f} ms against {other * 1000:.1f} ms",
    )
