"""Groups on walls of three sizes: whole, never over the foot, paged where there are many."""

import pytest
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QApplication

from app.resources import resources_folder
from app.words_files import load_words
from ui.look.look import Look, make_look
from ui.wall.scene import Scene
from ui.wall.scene_painter import ScenePainter
from ui.wall.wall_picture import WallGroup, WallPicture

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    """The wall's look."""
    return make_look("light", 100)


def group(number: int, people: int, name: str = "Ann Lee") -> WallGroup:
    """A group of so many people."""
    everyone = tuple(f"{name} {n}" for n in range(people))
    return WallGroup(f"Group {number}", "Room 2", "What is missing?", everyone, "Group, continued")


def pages(look: Look, size: tuple[int, int], *groups: WallGroup) -> int:
    """How many pages they need."""
    painter = ScenePainter(look, lambda code: load_words(resources_folder(), code))
    scene = Scene(("In groups, back together at 10:40",), WallPicture(groups=groups), "Us", ("en",))
    return painter.page_count(size, scene)


@pytest.mark.parametrize("size", SIZES)
def test_eight_small_groups_stand_on_two_pages_at_most(look: Look, size: tuple[int, int]) -> None:
    assert pages(look, size, *(group(n, 3) for n in range(8))) <= 2


@pytest.mark.parametrize("size", SIZES)
def test_few_groups_stand_on_one_page(look: Look, size: tuple[int, int]) -> None:
    assert pages(look, size, group(1, 0), group(2, 1)) == 1
    assert pages(look, size, *(group(n, 4) for n in range(3))) == 1


@pytest.mark.parametrize("name", ["Ann Lee", "w" * 90, "محمد عبد الله"])
def test_what_is_painted_ends_above_the_foot(look: Look, name: str) -> None:
    size = (1920, 1080)
    painter = ScenePainter(look, lambda code: load_words(resources_folder(), code))
    groups = tuple(group(n, 62, name) for n in range(8))
    scene = Scene(("In groups",), WallPicture(groups=groups), "", ())
    shown = painter.pages(size, scene)
    body = painter.body(size, scene, shown.share)
    for page in shown.pages:
        drawn = QPicture()
        canvas = QPainter(drawn)
        for piece in page.pieces:
            piece.paint(canvas)
        canvas.end()
        assert drawn.boundingRect().bottom() <= body.bottom() + 3
