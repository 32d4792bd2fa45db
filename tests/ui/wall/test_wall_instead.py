"""One note large on the wall, a message, an image or the agenda there; and the room back again."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library.rows import Attachment
from app.workshop.closing import close_workshop
from app.workshop.notes import add_notes
from app.workshop.outcomes import catch_lines, set_readers
from app.workshop.planning import set_audience
from tests.ui.fitting import settle
from tests.ui.kinds.room import HOPES, Room, click_item, open_room
from tests.ui.opened import opened
from ui.wall.closing_view import ClosingView
from ui.wall.image_file import HEIGHT, WIDTH, read_image
from ui.wall.instead_dialog import AGAIN_KEY, AGENDA_KEY, IMAGE_KEY, InsteadDialog
from ui.wall.scene import Scene
from ui.wall.wall import Wall


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """Hopes and fears, with three hopes typed."""
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        room.go_to("hopes-and-fears")
        room.say(*HOPES)
        yield room


def key(room: Room, name: str) -> None:
    """Press a key in the capture line."""
    room.house.hearth.window.activateWindow()
    settle()
    QTest.keySequence(room.cockpit.bottom.line, QKeySequence(name))
    settle()


def scene(room: Room) -> Scene:
    """What the wall shows."""
    wall = room.cockpit.wall
    assert isinstance(wall, Wall)
    return wall.scene


def notes(room: Room) -> list[str]:
    """The notes on the wall."""
    return [note.text for column in scene(room).picture.columns for note in column.notes]


def lines(room: Room) -> list[str]:
    """The texts on the wall, headings included."""
    texts = scene(room).picture.texts
    return [line for text in texts for line in (text.heading, *text.lines) if line]


def ask(room: Room) -> InsteadDialog:
    """Shift+F8, and the dialog it opens."""
    key(room, "Shift+F8")
    dialog = room.house.hearth.window.findChild(InsteadDialog)
    assert isinstance(dialog, InsteadDialog)
    dialog.activateWindow()
    settle()
    return dialog


def press(dialog: InsteadDialog, name: str) -> None:
    """Press a key in the dialog's field."""
    QTest.keySequence(dialog.message, QKeySequence(name))
    settle()


def test_the_newest_note_is_large_and_all_come_back_by_the_same_key(room: Room) -> None:
    """Also when more notes come meanwhile: the one shown stays, and the line keeps the keys."""
    key(room, "F12")
    assert notes(room) == [HOPES[-1]]
    assert scene(room).picture.large
    room.say("Something new")
    assert notes(room) == [HOPES[-1]]
    key(room, "F12")
    assert notes(room) == [*HOPES, "Something new"]
    assert room.cockpit.bottom.line.hasFocus()


def test_the_chosen_note_is_large_as_it_now_reads(room: Room) -> None:
    """And the wall goes back when it is taken away."""
    view = room.zones_view().view("hopes")
    click_item(view, HOPES[0])
    QTest.keySequence(view, QKeySequence("F12"))
    assert notes(room) == [HOPES[0]]
    QTest.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert notes(room) == list(HOPES[1:])
    assert room.cockpit.wall.shows == "room"


def test_a_group_is_large_under_its_title(room: Room) -> None:
    """With what it holds."""
    view = room.zones_view().view("hopes")
    click_item(view, HOPES[0])
    click_item(view, HOPES[1], Qt.KeyboardModifier.ControlModifier)
    room.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    room.write("Together")
    room.press(Qt.Key.Key_Return)
    click_item(view, "Together")
    QTest.keySequence(view, QKeySequence("F12"))
    assert lines(room) == ["Together", HOPES[0], HOPES[1]]


def test_what_is_for_the_facilitator_alone_is_never_large(room: Room) -> None:
    """Neither a note of one's own, nor any of a block for oneself: that is said."""
    add_notes(room.library, room.running, "hopes", ["For me"], audience="facilitator")
    settle()
    key(room, "F12")
    assert notes(room) == [HOPES[-1]]
    key(room, "F12")
    view = room.zones_view().view("hopes")
    click_item(view, "For me")
    QTest.keySequence(view, QKeySequence("F12"))
    assert "that the room may read" in room.said()
    assert notes(room) == list(HOPES)
    key(room, "F12")
    set_audience(room.library, room.workshop, room.running.block, "facilitator")
    assert notes(room) == []
    key(room, "F12")
    assert notes(room) == []


def test_the_next_block_brings_the_room_back(room: Room) -> None:
    """Nobody looks at the note of a block that is over; going back does not bring it again."""
    key(room, "F12")
    key(room, "Ctrl+PgDown")
    assert room.cockpit.wall.shows == "room"
    assert notes(room) == []
    key(room, "Ctrl+PgUp")
    assert notes(room) == list(HOPES)


def test_blank_and_freeze_go_with_it(room: Room) -> None:
    """F8 blanks in one key whatever is shown, and again shows that; the last thing asked for is
    what is seen."""
    key(room, "F12")
    key(room, "F8")
    assert room.cockpit.wall.blank
    key(room, "F8")
    assert notes(room) == [HOPES[-1]]
    key(room, "F12")
    key(room, "F7")
    key(room, "F12")
    assert notes(room) == [HOPES[-1]]
    assert not room.cockpit.wall.frozen


def test_roles_and_clauses_are_large_too(room: Room) -> None:
    """The role people are named for; the section that is drafted, once there is something in it."""
    room.go_to("who-tends-what")
    key(room, "F12")
    assert len(scene(room).picture.texts) == 1
    assert lines(room)[0] == "Coordinator / Coordination"
    room.go_to("what-we-take-care-of")
    key(room, "F12")
    assert "that the room may read" in room.said()
    room.say("The shorelines of three rivers")
    key(room, "F12")
    assert lines(room)[-1] == "The shorelines of three rivers"
    assert scene(room).picture.large


def test_a_message_is_kept_as_it_is_typed_and_shown_when_asked(room: Room) -> None:
    """Letter by letter nobody reads it; it is there when the dialog is opened again."""
    dialog = ask(room)
    press(dialog, "Ctrl+Return")
    assert "no message yet" in dialog.bar.sentence.text()
    QTest.keyClicks(dialog.message, "Back at 10:45")
    assert notes(room) == list(HOPES)
    press(dialog, "Ctrl+Return")
    assert scene(room).picture.said == "Back at 10:45"
    assert scene(room).questions == ()
    key(room, "Shift+F8")
    assert notes(room) == list(HOPES)
    dialog = ask(room)
    assert dialog.message.toPlainText() == "Back at 10:45"
    QTest.keyClicks(dialog.message, "Lunch is here")
    press(dialog, "Esc")
    assert notes(room) == list(HOPES)
    assert ask(room).message.toPlainText() == "Lunch is here"


def test_a_message_is_there_after_a_restart(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    """Half typed, never shown, and Hearth ended: its words are in the dialog again."""
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        QTest.keyClicks(ask(room).message, "Coffee is in the hall")
        workshop = room.workshop.id
    with opened(qapp, tmp_path) as house:
        house.hearth.window.cockpit(workshop)
        again = open_again(house.hearth.window.screen_shown, room, house)
        assert ask(again).message.toPlainText() == "Coffee is in the hall"


def open_again(screen: object, before: Room, house: object) -> Room:
    """The room in another session."""
    return Room(house, screen, before.workshop)  # type: ignore[arg-type]


def test_the_agenda_marks_where_the_room_is(room: Room) -> None:
    """By a word, not by a colour alone; blocks for the facilitator are not in it."""
    dialog = ask(room)
    press(dialog, AGENDA_KEY)
    agenda = scene(room).picture.agenda
    assert [one.title for one in agenda if one.state == "now"] == [
        "Hopes and fears / Espoirs et craintes"
    ]
    assert [one.mark for one in agenda if one.mark] == ["now / en cours"]
    count = len(agenda)
    other = next(
        line.block
        for line in room.cockpit.controller.state().lines
        if line.block.exercise == "who-tends-what"
    )
    set_audience(room.library, room.workshop, other, "facilitator")
    assert len(scene(room).picture.agenda) == count - 1


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[int, int], Path]:
    """Makes a file with an image of so many pixels."""

    def make(width: int, height: int) -> Path:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        path = tmp_path / f"map {width}.jpg"
        assert image.save(str(path))
        return path

    return make


def test_an_image_is_kept_and_shown_again_without_its_file(
    room: Room, picture: Callable[[int, int], Path]
) -> None:
    """It lies in the library from then on; another takes its place, and undo brings it back."""
    path = picture(300, 200)
    room.house.answers.path = path
    press(ask(room), IMAGE_KEY)
    shown = scene(room).picture.image
    assert shown is not None
    assert shown.size() == QSize(300, 200)
    key(room, "Shift+F8")
    path.unlink()
    press(ask(room), AGAIN_KEY)
    shown = scene(room).picture.image
    assert shown is not None
    assert shown.size() == QSize(300, 200)
    key(room, "Shift+F8")
    room.house.answers.path = picture(64, 64)
    press(ask(room), IMAGE_KEY)
    names = [one.name for one in room.library.reader.rows(Attachment)]
    assert names == ["map 64.jpg"]
    room.house.hearth.window.undo()
    assert [one.name for one in room.library.reader.rows(Attachment)] == ["map 300.jpg"]


def test_what_is_no_image_is_met_with_one_sentence(room: Room, tmp_path: Path) -> None:
    """Text, half an image, a folder, nothing at all: the dialog stays, and nothing is kept."""
    whole = tmp_path / "whole.png"
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(whole))
    half, text, empty = tmp_path / "half.png", tmp_path / "text.png", tmp_path / "empty.jpg"
    half.write_bytes(whole.read_bytes()[:60])
    text.write_text("not an image")
    empty.touch()
    dialog = ask(room)
    for path in (half, text, empty, tmp_path, tmp_path / "gone.png"):
        room.house.answers.path = path
        press(dialog, IMAGE_KEY)
        assert f"{path.name} is not an image, or it is damaged" in dialog.bar.sentence.text()
        dialog.bar.clear()
    assert dialog.isVisible()
    assert not room.library.reader.rows(Attachment)
    assert room.cockpit.wall.shows == "room"


def test_a_huge_image_is_shown_no_larger_than_a_wall(
    picture: Callable[[int, int], Path],
) -> None:
    """Forty megapixels of a photograph, in the library at the size of a wall."""
    image = read_image(picture(8000, 5000))
    assert image.width() <= WIDTH
    assert image.height() <= HEIGHT


def test_a_message_for_what_the_room_has_left_stays_and_says_so(room: Room) -> None:
    """The room went on under the dialog: nothing is on the wall, and a second time it is."""
    dialog = ask(room)
    dialog.message.setPlainText("Back at three")
    room.cockpit.cockpit_actions.run_again()
    settle()
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.isVisible()
    assert "nothing was put on the wall" in dialog.bar.sentence.text()
    assert room.cockpit.wall.shows == "room"
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    settle()
    assert scene(room).picture.said == "Back at three"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have pipes in folders")
def test_a_pipe_in_place_of_an_image_is_refused_at_once(room: Room, tmp_path: Path) -> None:
    """Nobody writes into it: it would be waited for, and the window with it."""
    path = tmp_path / "pipe.png"
    os.mkfifo(path)
    dialog = ask(room)
    room.house.answers.path = path
    press(dialog, IMAGE_KEY)
    assert dialog.isVisible()
    assert "pipe.png" in dialog.bar.sentence.text()
    assert room.cockpit.wall.shows == "room"


def test_an_image_of_two_hundred_megapixels_is_refused_with_its_size(
    room: Room, tmp_path: Path
) -> None:
    """As PNG it would have to be unpacked whole; nothing is, and that is said at once."""
    path = tmp_path / "scan.png"
    path.write_bytes(huge_png(20_000, 10_000))
    dialog = ask(room)
    room.house.answers.path = path
    press(dialog, IMAGE_KEY)
    assert "200 megapixels" in dialog.bar.sentence.text()


def huge_png(width: int, height: int) -> bytes:
    """A whole PNG of one colour, small as a file."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    packer = zlib.compressobj(1)
    row = b"\0" * (1 + width * 3)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


def test_the_closing_reads_back_what_the_room_may_read(room: Room) -> None:
    """Decided, who does what, for another day; as it is mended; and still when it is closed."""
    wall = room.cockpit.wall
    assert wall.show_view(ClosingView(room.workshop.id))
    assert "No decision" in lines(room)[0]
    catch_lines(room.library, room.workshop, "decision", "We meet on Thursdays")
    (secret,) = catch_lines(room.library, room.workshop, "decision", "Between us")
    catch_lines(room.library, room.workshop, "action", "Book the hall")
    set_readers(room.library, room.workshop, secret, "facilitator")
    assert lines(room) == [
        "Decided / Décidé",
        "We meet on Thursdays",
        "Who does what / Qui fait quoi",
        "Book the hall",
    ]
    close_workshop(room.library, room.workshop)
    assert "Book the hall" in lines(room)
