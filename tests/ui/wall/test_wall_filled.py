"""A wall of notes is filled: letters as large as they can be; and all notes at a glance."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.colours import NOTES
from app.resources import resources_folder
from app.words_files import load_words
from tests.ui.dress import dress
from ui.look.look import make_look
from ui.wall.scene import Scene
from ui.wall.scene_painter import ScenePainter
from ui.wall.wall_picture import WallColumn, WallNote, WallPicture

HALL = (1920, 1080)
SHORT = ("One person to call", "Shorelines that agree", "Friends in the regions", "A shared map")
LONG = "Somebody told us at some length what happens in spring when the river and the map disagree"


def face() -> ScenePainter:
    """A face in the light look."""
    return ScenePainter(
        make_look("light"), lambda language: load_words(resources_folder(), language)
    )


def scene_of(count: int, zones: int = 1, text: str = "") -> Scene:
    """So many notes shared out among zones."""
    notes = [WallNote(text or SHORT[at % len(SHORT)], "green") for at in range(count)]
    columns = tuple(
        WallColumn("Hopes" if zones > 1 else "", tuple(notes[at::zones]), "teal")
        for at in range(zones)
    )
    return Scene(("What do you hope for?",), WallPicture(columns), "Water Quality", ("en",))


def filled(wall: ScenePainter, scene: Scene, page: int) -> float:
    """The share of the height for notes that is above the lowest edge of any on a page."""
    image = QImage(*HALL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall.paint(painter, HALL, scene, None, page)
    painter.end()
    body = wall.body(HALL, scene, wall.pages(HALL, scene).share)
    paper = QColor(NOTES["green"]).rgb()
    rows = range(int(body.bottom()), int(body.top()), -1)
    columns = range(int(body.left()) + 20, int(body.right()), 40)
    lowest = next(y for y in rows if any(image.pixel(x, y) == paper for x in columns))
    return (lowest - body.top()) / body.height()


@pytest.mark.parametrize("zones", [1, 4])
@pytest.mark.parametrize("text", ["", LONG])
@pytest.mark.parametrize("count", [3, 8, 30])
def test_the_whole_height_is_used(qapp: QApplication, count: int, text: str, zones: int) -> None:
    """By few notes and by thirty, on every page but perhaps the last."""
    dress(qapp)
    wall, scene = face(), scene_of(count, zones, text)
    shown = wall.pages(HALL, scene)
    read = len(shown.pages) - shown.glance
    for page in range(read - 1 if read > 1 else 1):
        assert filled(wall, scene, page) > 0.75


def test_what_stands_on_one_page_is_not_shown_once_more(qapp: QApplication) -> None:
    """Columns that have room on one page as soon as the question is smaller: no page more."""
    dress(qapp)
    said = {
        "Hopes of the first day": ("Knowing who to call", "Being asked before it is bought",
                                   "Finding the mistake before the public does"),
        "Worries of the first day": (),
        "What became of them": ("We do know who to call: the page is on eleven walls",
                                "Two mistakes found before the public found them"),
        "Still with us": ("The same four people still prepare everything",
                          "The northern office hears half of it by telephone"),
    }  # fmt: skip
    columns = tuple(
        WallColumn(heading, tuple(WallNote(text, "green") for text in texts), "teal")
        for heading, texts in said.items()
    )
    questions = ("What became of our hopes and our worries?", "Que sont devenus nos espoirs?")
    scene = Scene(questions, WallPicture(columns), "Water Quality", ("en", "fr"))
    shown = face().pages(HALL, scene)
    assert len(shown.pages) == 1
    assert not shown.glance


def test_thirty_short_notes_fill_both_their_pages(qapp: QApplication) -> None:
    """And all of them are on one page more, that is only seen when it is asked for."""
    dress(qapp)
    wall, scene = face(), scene_of(30)
    shown = wall.pages(HALL, scene)
    assert shown.glance
    assert [page.notes for page in shown.pages][-1] == 30
    assert sum(page.notes for page in shown.pages[:-1]) == 30
    assert all(filled(wall, scene, page) > 0.85 for page in range(len(shown.pages)))


def image_of(wall: ScenePainter, scene: Scene, page: int | None = None) -> QImage:
    """A page as the room sees it; the one it sees first."""
    image = QImage(*HALL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall.paint(painter, HALL, scene, None, page)
    painter.end()
    return image


def test_the_glance_is_never_what_is_shown_first(qapp: QApplication) -> None:
    """That is the page with the newest notes."""
    dress(qapp)
    wall, scene = face(), scene_of(30)
    last = len(wall.pages(HALL, scene).pages) - 1
    newest = image_of(wall, scene, last - 1)
    assert image_of(wall, scene) == newest
    assert image_of(wall, scene, last) != newest


def test_the_newest_of_thirty_longer_notes_fill_their_page(qapp: QApplication) -> None:
    """Some stand on the page before as well; the question gives way."""
    dress(qapp)
    wall, scene = face(), scene_of(30, 2, "Nobody knows yet who can call whom before the spring")
    shown = wall.pages(HALL, scene)
    newest = len(shown.pages) - 1 - shown.glance
    assert newest > 0
    assert shown.opens == newest
    assert filled(wall, scene, newest) > 0.85
    assert shown.share < 1
    assert wall.pages(HALL, scene_of(3)).share == 1


def test_what_would_be_too_small_has_no_glance(qapp: QApplication) -> None:
    """Eighty long notes are read page by page, as ever; so are hundreds of short ones."""
    dress(qapp)
    for scene in (scene_of(80, text=LONG), scene_of(400)):
        shown = face().pages(HALL, scene)
        assert not shown.glance
        assert sum(page.notes for page in shown.pages) >= shown.notes


@pytest.mark.parametrize("zones", [1, 4])
def test_a_growing_wall_is_set_as_one_that_saw_no_other(qapp: QApplication, zones: int) -> None:
    """What it remembers of the notes before never shows."""
    dress(qapp)
    wall = face()
    for count in (2, 7, 12, 19, 24, 31, 38, 45, 61, 90):
        scene = scene_of(count, zones)
        shown, anew = wall.pages(HALL, scene), face()
        assert len(shown.pages) == len(anew.pages(HALL, scene).pages)
        for page in (0, 10_000, len(shown.pages) - 1):
            assert image_of(wall, scene, page) == image_of(anew, scene, page)
