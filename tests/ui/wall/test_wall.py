"""The wall: large first, then smaller, then paged; on a monitor by name; never what it must not."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QScreen
from PySide6.QtWidgets import QApplication

from app.catalogue.catalogue import Catalogue
from app.exchange.sample import import_sample
from app.library.rows import Note, Workshop
from app.resources import resources_folder
from app.words_files import load_words
from app.workshop.notes import add_notes
from app.workshop.planning import add_break, blocks_of, rename_block, set_audience
from app.workshop.running import Running, enter_block, place_of
from tests.ui.dress import dress
from tests.ui.opened import Opened, opened
from ui.kind_tables import make_views
from ui.look.look import make_look
from ui.parts.text_block import TextBlock
from ui.wall.monitors import identity, separate
from ui.wall.note_pages import NotePages
from ui.wall.page_layout import cuts
from ui.wall.scene import NOTHING, Scene, read_scene
from ui.wall.scene_painter import ScenePainter
from ui.wall.wall import Wall
from ui.wall.wall_picture import Pictures, WallColumn, WallNote, WallPicture, WallText
from ui.window import Window

HALL = (1920, 1080)


def pictures(catalogue: Catalogue) -> Pictures:
    """What the wall shows of each kind."""
    return make_views(catalogue).map(lambda view: view.picture)


class StandInScreen:
    """A monitor as the wall sees it."""

    def __init__(self, name: str, x: int, y: int, width: int, height: int) -> None:
        """A monitor of that name and place."""
        self._name, self._area = name, QRect(x, y, width, height)

    def name(self) -> str:
        """Its name."""
        return self._name

    def manufacturer(self) -> str:
        """Nobody's."""
        return ""

    def model(self) -> str:
        """A model."""
        return "P-1"

    def serialNumber(self) -> str:
        """A serial number."""
        return "7"

    def geometry(self) -> QRect:
        """Where it is."""
        return self._area


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, its window open."""
    with opened(qapp, tmp_path) as hearth:
        yield hearth


def monitor(name: str, x: int, y: int, width: int, height: int) -> QScreen:
    """A monitor that is not there."""
    return cast(QScreen, StandInScreen(name, x, y, width, height))


def scene_of(count: int) -> Scene:
    """A scene with two zones of ``count`` notes each."""
    notes = tuple(WallNote(f"What we hope for, number {at}", "green") for at in range(count))
    columns = (WallColumn("Hopes", notes, "teal"), WallColumn("Fears", notes, "ember"))
    return Scene(("What do you hope for?",), WallPicture(columns), "Water Quality", ("en",))


def face(qapp: QApplication) -> ScenePainter:
    """A face in the light look."""
    return ScenePainter(
        make_look("light"), lambda language: load_words(resources_folder(), language)
    )


def test_few_notes_are_on_one_page_and_many_on_several(qapp: QApplication) -> None:
    """Nothing is ever shrunk below what the back row reads."""
    wall = face(qapp)
    assert wall.page_count(HALL, scene_of(3)) == 1
    assert wall.page_count(HALL, scene_of(40)) > 1


def test_every_note_is_on_some_page(qapp: QApplication) -> None:
    """Paging loses nobody's words."""
    wall = face(qapp)
    shown = wall.pages(HALL, scene_of(40))
    assert shown.notes == 80
    assert sum(page.notes for page in shown.pages) >= 80


def test_what_it_remembers_of_a_picture_never_shows_in_the_next(qapp: QApplication) -> None:
    """Notes come, go and come again: each picture is set as by a wall that saw no other."""
    dress(qapp)
    wall = face(qapp)
    for count in (1, 3, 5, 9, 20, 40, 4, 0, 12, 2):
        for size in (HALL, (1280, 720)):
            scene = scene_of(count)
            assert image_of(wall, size, scene) == image_of(face(qapp), size, scene)
    texts = (WallText("Purpose", tuple(f"We write it down, {at}" for at in range(40))),)
    for picture in (
        WallPicture(texts=texts),
        WallPicture(texts=(WallText("", ("Short",)),)),
        WallPicture(),
    ):
        scene = Scene((), picture, "Water Quality")
        assert image_of(wall, HALL, scene) == image_of(face(qapp), HALL, scene)


def image_of(wall: ScenePainter, size: tuple[int, int], scene: Scene) -> QImage:
    """What a wall shows of a scene, on its last page."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall.paint(painter, size, scene, None, 99)
    painter.end()
    return image


def test_it_paints_ink_on_paper(qapp: QApplication) -> None:
    """A painted wall has the question's ink at its top left and paper at its edge."""
    image = QImage(*HALL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    face(qapp).paint(painter, HALL, scene_of(4), 522, 0)
    painter.end()
    assert image.pixelColor(10, 10).name() == "#faf7f2"
    head = image.copy(54, 54, 900, 90)
    dark = sum(
        head.pixelColor(x, y).lightness() < 90
        for x in range(0, head.width(), 4)
        for y in range(0, head.height(), 4)
    )
    assert dark > 100


def test_screens_of_equal_or_overlapping_place_count_as_one() -> None:
    """A mirrored projector is no second screen; an extended one is."""
    laptop = monitor("LAPTOP", 0, 0, 1440, 900)
    mirrored = monitor("HALL", 0, 0, 1440, 900)
    overlapping = monitor("HALL", 700, 0, 1920, 1080)
    beside = monitor("HALL", 1440, 0, 1920, 1080)
    assert separate(screens(laptop, mirrored), laptop) == []
    assert separate(screens(laptop, overlapping), laptop) == []
    assert separate(screens(laptop, beside), laptop) == [beside]
    assert identity(beside) == "HALL P-1 7"


def screens(*plugged: QScreen) -> list[QScreen]:
    """Screens in a list."""
    return list(plugged)


def test_with_one_screen_it_does_not_open_and_says_how_to_extend(house: Opened) -> None:
    """One screen: no wall over the cockpit; the facilitator is told what to do."""
    hearth = house.hearth
    workshop = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
    world = hearth.window.world
    assert world is not None
    wall = Wall(world, workshop.id, pictures(hearth.catalogue))
    assert wall.monitor == ""
    wall.choose(hearth.window)
    assert "extend the desktop" in notice(hearth.window)
    wall.close()


def notice(window: Window) -> str:
    """The sentence the window shows."""
    return window.notice.sentence.text()


def enter(house: Opened, exercise: str) -> Running:
    """The sample launch at an exercise's block."""
    hearth = house.hearth
    workshop = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
    block = next(
        block
        for block in blocks_of(hearth.library.reader, workshop.id)
        if block.exercise == exercise
    )
    return enter_block(hearth.library, workshop, block).running


def test_it_follows_the_library_until_frozen(house: Opened) -> None:
    """Notes come as they are kept; frozen, they wait; a blank wall shows none of it."""
    hearth = house.hearth
    running = enter(house, "hopes-and-fears")
    world = hearth.window.world
    assert world is not None
    wall = Wall(world, running.workshop.id, pictures(hearth.catalogue))
    add_notes(hearth.library, running, "hopes", ["Shared tools"])
    assert texts(wall.scene) == ["Shared tools"]
    wall.toggle_freeze()
    add_notes(hearth.library, running, "hopes", ["Later"])
    assert texts(wall.scene) == ["Shared tools"]
    wall.toggle_freeze()
    assert texts(wall.scene) == ["Shared tools", "Later"]
    wall.toggle_blank()
    image = QImage(*HALL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall.paint(painter, HALL)
    painter.end()
    assert {image.pixelColor(x, 500).name() for x in range(0, 1920, 16)} == {"#faf7f2"}
    wall.close()


def texts(scene: Scene) -> list[str]:
    """Every note in a scene."""
    return [note.text for column in scene.picture.columns for note in column.notes]


def test_it_never_shows_what_is_for_the_facilitator(house: Opened) -> None:
    """Neither a block for the facilitator alone, nor a single note marked so."""
    hearth = house.hearth
    running = enter(house, "hopes-and-fears")
    add_notes(hearth.library, running, "hopes", ["For all"])
    add_notes(hearth.library, running, "hopes", ["For me alone"], audience="facilitator")
    world = hearth.window.world
    assert world is not None
    scene = read_scene(
        world, place_of(hearth.library.reader, running.workshop.id), pictures(hearth.catalogue)
    )
    assert texts(scene) == ["For all"]
    assert hearth.library.reader.count(Note) == 2
    row = hearth.library.reader.row(Workshop, running.workshop.id)
    set_audience(hearth.library, row, running.block, "facilitator")
    assert (
        texts(
            read_scene(
                world,
                place_of(hearth.library.reader, running.workshop.id),
                pictures(hearth.catalogue),
            )
        )
        == []
    )


def test_a_break_is_called_by_the_name_it_was_given(house: Opened) -> None:
    """In the room too, with when it is over."""
    hearth = house.hearth
    running = enter(house, "hopes-and-fears")
    pause = add_break(hearth.library, running.workshop, 20)
    world = hearth.window.world
    assert world is not None
    place = enter_block(hearth.library, running.workshop, pause)
    (said, *_) = read_scene(world, place, pictures(hearth.catalogue)).questions
    assert said.startswith("Break. Back at")
    rename_block(hearth.library, running.workshop, pause, "Soup")
    place = enter_block(hearth.library, running.workshop, pause)
    (said, *_) = read_scene(world, place, pictures(hearth.catalogue)).questions
    assert said.startswith("Soup. Back at")


def test_before_the_first_block_it_shows_nothing(house: Opened) -> None:
    """A planned workshop has no scene yet."""
    hearth = house.hearth
    workshop = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
    world = hearth.window.world
    assert world is not None
    assert (
        read_scene(world, place_of(hearth.library.reader, workshop.id), pictures(hearth.catalogue))
        == NOTHING
    )


def test_the_small_print_speaks_the_workshops_languages(qapp: QApplication) -> None:
    """Both, where they stand beside the name; else the leading one; never the window's own."""
    wall = face(qapp)
    two = msgspec.structs.replace(scene_of(40), languages=("fr", "en"))
    shown = wall.pages(HALL, two)
    here, pages = shown.pages[0].notes, len(shown.pages)
    assert wall.small_print(two, shown, 0) == [
        f"{here} notes sur 80 · page 1 sur {pages}",
        f"{here} of 80 notes · page 1 of {pages}",
    ]
    dots = msgspec.structs.replace(two.picture, small=("54 points", "54 dots"))
    texts = wall.small_print(msgspec.structs.replace(two, picture=dots), shown, 0)
    assert [text.split(" · ")[0] for text in texts] == ["54 points", "54 dots"]


def test_gathered_notes_are_counted_one_by_one(qapp: QApplication) -> None:
    """A group is one card on the wall, but not one note."""
    group = WallNote("One\nTwo\nThree", "green", title="Together", holds=3)
    column = WallColumn("Hopes", (group, WallNote("Alone", "green")))
    scene = Scene(("What do you hope for?",), WallPicture((column,)), "Water Quality", ("en",))
    shown = face(qapp).pages(HALL, scene)
    assert (shown.notes, shown.pages[0].notes) == (4, 4)


def test_the_question_gives_way_before_pages_are_turned(qapp: QApplication) -> None:
    """Never smaller for a few notes; smaller where that saves pages, and no note is lost by it."""
    dress(qapp)
    wall = face(qapp)
    assert wall.pages(HALL, scene_of(3)).share == 1.0
    asked = ("What do you hope for, and what worries you?", "Qu’espérez-vous, et après?")
    long = "A worry that takes more than one line, and then another one, number"
    notes = tuple(WallNote(f"{long} {at}") for at in range(16))
    columns = (WallColumn("Hopes", notes), WallColumn("Worries", notes))
    scene = Scene(asked, WallPicture(columns), "Water Quality", ("en",))
    shown = wall.pages(HALL, scene)
    assert shown.share < 1.0
    whole = wall.body(HALL, scene, 1.0)
    in_full = NotePages(make_look("light")).lay(whole, columns, 44, 1.0)
    assert len(shown.pages) < len(in_full)
    assert sum(page.notes for page in shown.pages) == shown.notes == 32


def reading(*texts: WallText) -> Scene:
    """A scene of text to be read together."""
    return Scene(("Do we give our word?",), WallPicture(texts=texts), "Water Quality", ("en",))


def last_ink(wall: ScenePainter, scene: Scene, page: int) -> tuple[int, bool]:
    """The lowest row of a page's body with ink on it, and whether that is a heading's."""
    image = QImage(*HALL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wall.paint(painter, HALL, scene, None, page)
    painter.end()
    look = make_look("light")
    paper, teal = QColor(look.theme.paper).rgb(), QColor(look.theme.teal).rgb()
    body = wall.body(HALL, scene, wall.pages(HALL, scene).share)
    above_the_foot = int(body.bottom()) + 14
    for row in range(above_the_foot, int(body.top()), -1):
        found = {image.pixel(at, row) for at in range(int(body.left()), int(body.right()), 2)}
        if found - {paper}:
            return row - int(body.bottom()), teal in found
    raise AssertionError("an empty page")


@pytest.mark.parametrize("words", [40, 90, 130, 160, 190, 900])
def test_a_heading_stands_with_its_text_and_nothing_runs_off_the_wall(
    qapp: QApplication, words: int
) -> None:
    """However long what comes before it is, and though one text be longer than a page."""
    dress(qapp)
    wall = face(qapp)
    first = WallText("Why now", ("together " * words,))
    second = WallText("Why we exist", ("So that maps can be trusted, explained and found. " * 4,))
    scene = reading(first, second)
    for page in range(wall.page_count(HALL, scene)):
        below, heading = last_ink(wall, scene, page)
        assert below <= 1
        assert not heading


def test_a_text_longer_than_a_page_is_shown_to_its_end(qapp: QApplication) -> None:
    """Each line on one page and no other."""
    dress(qapp)
    block = TextBlock(make_look("light"), "together " * 2000, "charter")
    height = block.lay(900)
    pieces = list(cuts(block, 100, 450))
    assert len(pieces) > 3
    assert [start for start, _ in pieces[1:]] == [end for _, end in pieces[:-1]]
    assert (pieces[0][0], round(pieces[-1][1])) == (0, height)
    assert all(end - start <= (450 if start else 100) for start, end in pieces)


@pytest.mark.parametrize(
    "text", ["A worry told at length, and nobody stopped them. " * 30, "w" * 1900]
)
def test_a_note_longer_than_a_page_goes_on_on_the_next(qapp: QApplication, text: str) -> None:
    """All its words, over the whole width; it is one note, and the others are there too."""
    dress(qapp)
    wall = face(qapp)
    notes = (WallNote("Before"), WallNote(text.strip(), dots=3), WallNote("After"))
    scene = Scene(("What worries you?",), WallPicture((WallColumn("", notes),)), "WQ", ("en",))
    shown = wall.pages(HALL, scene)
    assert len(shown.pages) > 1
    read = shown.pages[: len(shown.pages) - shown.glance]
    assert (shown.notes, sum(page.notes for page in read)) == (3, 3)
    for page in range(len(shown.pages)):
        assert last_ink(wall, scene, page)[0] <= 1
    pages, body = NotePages(make_look("light")), wall.body(HALL, scene, shown.share)
    pieces = list(pages.cut(notes[1], body.width(), body.height(), 44))
    told = "".join(piece.text.strip("… ") for piece in pieces)
    assert told.replace(" ", "") == text.replace(" ", "")
    assert [piece.dots for piece in pieces] == [None] * (len(pieces) - 1) + [3]
