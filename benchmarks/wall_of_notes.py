"""The wall's picture of five hundred notes, set and painted, against the same text painted bare.

Bare: the words of the page that is shown, wrapped in the same letters, each where it stands, and
a plain rectangle behind it. Setting five hundred notes on pages is the wall's own affair.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.resources import resources_folder
from app.words import Words
from app.words_files import load_words
from benchmarks.libraries import sentences
from benchmarks.measure import Measure, in_turn
from ui.look.fonts import load_fonts
from ui.look.look import make_look
from ui.wall.scene import Scene
from ui.wall.scene_painter import ScenePainter
from ui.wall.wall_picture import WallColumn, WallNote, WallPicture

GOAL = 2.0
NOTES, TURNS, SIZE = 500, 12, (1920, 1080)
LETTERS, WIDE, HIGH = 44, 560, 190
"""Letters of a bare note, and the place of each, in pixels."""


def measure() -> Iterator[Measure]:
    """The ratio of the medians, the first picture of a scene that nobody has seen before."""
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    resources = resources_folder()
    load_fonts(resources / "fonts")
    look, words = make_look("light"), load_words(resources, "en")

    def speak(_: str) -> Words:
        return words

    def ours() -> None:
        painter = ScenePainter(look, speak)
        notes = tuple(WallNote(text) for text in sentences(NOTES))
        picture = WallPicture(columns=(WallColumn("Hopes", notes),))
        scene = Scene(("What do we hope for?",), picture, "Lanterns", ("en",))
        _on_image(lambda onto: painter.paint(onto, SIZE, scene, None, None))

    one, other = in_turn(ours, lambda: _on_image(_bare), turns=TURNS)
    yield Measure(
        name=f"the wall's picture of {NOTES} notes, against the same text painted bare",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.1f} ms against {other * 1000:.1f} ms",
    )


def _bare(painter: QPainter) -> None:
    """Each text once, wrapped, on a rectangle: as many on a page as there are, one over another."""
    font = QFont("Atkinson Hyperlegible Next")
    font.setPixelSize(LETTERS)
    painter.setFont(font)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    for at, text in enumerate(sentences(NOTES)):
        place = QRectF(at % 3 * WIDE, at // 3 % 5 * HIGH, WIDE, HIGH)
        painter.fillRect(place, QColor("#FFF0B8"))
        painter.drawText(place, int(flags), text)


def _on_image(paint: Callable[[QPainter], object]) -> None:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter)
    painter.end()
