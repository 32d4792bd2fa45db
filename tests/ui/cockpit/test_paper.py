"""Paper in the room: a block marked, counted, typed in; photographs beside the line."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.attachments import contents
from app.library.rows import Attachment, Block
from app.workshop.photographs import photographs_of
from tests.ui.cockpit.pictures import enormous, let_go, photograph, see_through, turned
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, open_room
from tests.ui.opened import Opened
from ui.parts.paper_dialog import PaperDialog

BOARD = "hopes-and-fears"


@pytest.fixture
def room(house: Opened) -> Room:
    """The room at its board."""
    found = open_room(house)
    found.go_to(BOARD)
    return found


def kept(room: Room) -> list[Attachment]:
    """The photographs of the run on screen."""
    return photographs_of(room.library.reader, room.running.run)


def image_of(room: Room, one: Attachment) -> QImage:
    """What is kept of a photograph."""
    return QImage.fromData(contents(room.library.reader, one))


def wait(room: Room, qtbot: QtBot) -> None:
    """Until nothing is being read."""
    qtbot.waitUntil(lambda: not room.cockpit.cockpit_actions.paper.intake.busy, timeout=20000)
    settle()


def add(room: Room, qtbot: QtBot, *paths: Path) -> None:
    """Drop files on the canvas, and wait until they were read."""
    assert let_go(room.cockpit.centre, *paths)
    wait(room, qtbot)


def block(room: Room) -> Block:
    """The block on screen, as it now is."""
    return room.library.reader.row(Block, room.running.block.id)


def mark(room: Room, expected: int) -> None:
    """Mark the block as done on paper, by keys."""
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_F1, CONTROL | SHIFT)
    (dialog,) = room.cockpit.findChildren(PaperDialog)
    dialog.fill({"expected": expected or None})
    room.press(Qt.Key.Key_Return, CONTROL)
    back(room)


def back(room: Room) -> None:
    """Back in the line: off the screen no window gives the keyboard to the one below."""
    settle()
    room.house.hearth.window.activateWindow()
    settle()
    room.cockpit.bottom.line.setFocus()


def test_a_block_is_marked_counted_and_typed_in_by_keys(room: Room) -> None:
    bar = room.cockpit.bottom.harvest
    assert not bar.isVisible()
    mark(room, 3)
    assert block(room).on_paper == 3
    assert "0 of 3" in bar.paper.text()
    room.say("One person to call", "A list that stays true")
    assert "2 of 3" in bar.paper.text()
    room.press(Qt.Key.Key_F5, CONTROL | SHIFT)
    assert block(room).harvested is not None
    assert not bar.isVisible()
    room.press(Qt.Key.Key_Z, CONTROL)
    assert block(room).harvested is None
    assert "2 of 3" in bar.paper.text()


def test_how_many_are_expected_may_be_left_out(room: Room) -> None:
    mark(room, 0)
    assert block(room).on_paper == 0
    assert "0 typed in" in room.cockpit.bottom.harvest.paper.text()


def test_a_mark_is_taken_off_again(room: Room) -> None:
    mark(room, 3)
    room.press(Qt.Key.Key_F1, CONTROL | SHIFT)
    room.press(Qt.Key.Key_Backspace, CONTROL)
    assert block(room).on_paper is None


def test_a_photograph_stands_upright_and_small_enough_beside_the_canvas(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    add(room, qtbot, photograph(tmp_path / "wall.jpg", 4000, 3000), turned(tmp_path / "side.jpg"))
    first, second = (image_of(room, one) for one in kept(room))
    assert (first.width(), first.height()) == (2400, 1800)
    assert (second.width(), second.height()) == (800, 1200)
    assert second.pixelColor(780, 20).green() < 100  # the corner was at the left
    pane = room.cockpit.cockpit_actions.paper.pane
    assert pane.isVisible()
    assert pane.said.text() == "Photograph 1 of 2"
    room.press(Qt.Key.Key_F7, SHIFT)
    assert pane.said.text() == "Photograph 2 of 2"
    room.press(Qt.Key.Key_F7, CONTROL | SHIFT)
    assert pane.said.text() == "Photograph 1 of 2"
    assert "Hopes and fears" in pane.view.accessibleName()


def test_nothing_of_where_it_was_taken_is_kept(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.setText("Comment", "taken in the garden")
    path = tmp_path / "told.png"
    image.save(str(path))
    add(room, qtbot, path, turned(tmp_path / "side.jpg"))
    for one in kept(room):
        data = contents(room.library.reader, one)
        assert b"Exif" not in data
        assert b"garden" not in data


def test_what_is_seen_through_is_white(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    add(room, qtbot, see_through(tmp_path / "ink.png"))
    (one,) = kept(room)
    assert image_of(room, one).pixelColor(100, 100).lightness() > 250


def test_undo_takes_a_photograph_back_and_brings_one_back(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    add(room, qtbot, photograph(tmp_path / "wall.jpg"))
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_F11, CONTROL | SHIFT)
    assert not kept(room)
    assert not room.cockpit.cockpit_actions.paper.pane.isVisible()
    room.press(Qt.Key.Key_Z, CONTROL)
    assert len(kept(room)) == 1
    room.press(Qt.Key.Key_Z, CONTROL)
    assert not kept(room)
    room.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert room.cockpit.cockpit_actions.paper.pane.isVisible()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.jpg", b"", "is not a photograph, or it is damaged"),
        ("list.jpg", b"Milk, bread and salt", "is not a photograph, or it is damaged"),
        ("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
    ],
)
def test_what_is_no_photograph_gets_one_sentence(
    room: Room, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    add(room, qtbot, path)
    assert said in room.said()
    assert name in room.said()
    assert not kept(room)


def test_one_that_is_broken_or_huge_keeps_nothing_else_out(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    whole = photograph(tmp_path / "whole.jpg")
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(turned(tmp_path / "side.jpg").read_bytes()[:-4000])
    add(room, qtbot, cut)
    assert "cut.jpg is not a photograph, or it is damaged" in room.said()
    broken = tmp_path / "broken.png"
    broken.write_bytes(see_through(tmp_path / "ink.png").read_bytes()[:60])
    huge = enormous(tmp_path / "huge.png")
    add(room, qtbot, broken, huge, whole, tmp_path / "gone.jpg")
    assert [one.name for one in kept(room)] == ["whole.jpg"]
    assert "1 photograph is kept. broken.png" in room.said()
    add(room, qtbot, huge)
    assert "huge.png has 202 megapixels" in room.said()


def test_forty_photographs_are_one_change(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [photograph(tmp_path / f"{n}.jpg", 300, 200) for n in range(40)]
    add(room, qtbot, *paths)
    assert [one.name for one in kept(room)] == [path.name for path in paths]
    assert room.cockpit.cockpit_actions.paper.pane.said.text() == "Photograph 1 of 40"
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_Z, CONTROL)
    assert not kept(room)


def test_an_image_is_pasted_in_the_line_and_words_stay_words(room: Room, qtbot: QtBot) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    line = room.cockpit.bottom.line
    line.setFocus()
    room.press(Qt.Key.Key_V, CONTROL)
    wait(room, qtbot)
    assert len(kept(room)) == 1
    QGuiApplication.clipboard().setText("only words")
    room.press(Qt.Key.Key_V, CONTROL)
    assert line.text() == "only words"
    assert len(kept(room)) == 1


def test_a_file_is_chosen_by_its_key(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    room.house.answers.path = photograph(tmp_path / "wall.jpg")
    room.cockpit.bottom.line.setFocus()
    room.press(Qt.Key.Key_O, CONTROL)
    wait(room, qtbot)
    assert [one.name for one in kept(room)] == ["wall.jpg"]


def test_a_large_one_has_the_canvas_place_and_scrolls_from_the_line(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    add(room, qtbot, photograph(tmp_path / "chart.jpg", 900, 1600))
    line = room.cockpit.bottom.line
    line.setFocus()
    room.press(Qt.Key.Key_F11, SHIFT)
    assert not room.canvas_widget.isVisible()
    bar = room.cockpit.cockpit_actions.paper.pane.scrolled.verticalScrollBar()
    assert bar.maximum() > 0
    room.press(Qt.Key.Key_Down)
    assert bar.value() > 0
    assert line.hasFocus()
    room.say("Read from the photograph")
    assert room.notes() == ["Read from the photograph"]
    room.press(Qt.Key.Key_F11, SHIFT)
    assert room.canvas_widget.isVisible()


def test_photographs_being_read_are_kept_when_the_room_is_left(room: Room, tmp_path: Path) -> None:
    run = room.running.run
    assert let_go(room.cockpit.centre, photograph(tmp_path / "wall.jpg"))
    room.house.hearth.window.home()
    settle()
    assert len(photographs_of(room.library.reader, run)) == 1


def test_the_room_goes_on_without_any_photograph(room: Room, qapp: QApplication) -> None:
    assert not room.cockpit.cockpit_actions.paper.pane.isVisible()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_F11):
        room.cockpit.bottom.line.setFocus()
        room.press(key, SHIFT)
    assert room.canvas_widget.isVisible()
