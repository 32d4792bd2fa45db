"""A board whose notes lie where people put them: by keys, by the mouse, on the wall, on paper."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.catalogue.recipe import encode_recipe
from app.kinds.table import make_kinds
from app.library.rows import Block, Note
from app.workshop.ground_shapes import lines_taken
from app.workshop.note_marks import mark_audience
from app.workshop.notes import notes_of
from app.workshop.planning import recipe_of, scope_of
from exports.kinds.board import BoardReport
from exports.kinds.report import ReportedRun
from exports.page import Bullets, Figure
from tests.journeys.hands import Hands
from tests.journeys.person import CONTROL, settle
from tests.ui.kinds.room import HOPES, open_room
from tests.ui.opened import opened
from ui.kinds.board import FreeBoardCanvas
from ui.parts.notes.ground import GROUND
from ui.parts.notes.ground_controller import TRAY

Key = Qt.Key


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """On a board that is free, with three hopes typed, none of which has a place yet."""
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        lines = room.cockpit.controller.state().lines
        block = next(one.block for one in lines if one.block.exercise == "hopes-and-fears")
        recipe = recipe_of(block)
        setup = {**recipe.setup, "free": True}
        setup.pop("dots", None)
        recipe = msgspec.structs.replace(recipe, setup=setup)
        with room.library.change("block-recipe", scope_of(room.workshop)) as writer:
            writer.change(writer.row(Block, block.id), recipe=encode_recipe(recipe))
        room.go_to("hopes-and-fears")
        room.say(*HOPES)
        yield Hands(room, "en")


def canvas_of(hands: Hands) -> FreeBoardCanvas:
    """The board on screen."""
    canvas = hands.room.cockpit.canvas
    assert isinstance(canvas, FreeBoardCanvas)
    return canvas


def shown(hands: Hands, zone: str) -> list[str]:
    """The notes beside the ground, or on it."""
    return [item.text for item in canvas_of(hands).zones_view.view(zone).notes.items]


def rows(hands: Hands) -> list[Note]:
    """The run's notes as the library has them."""
    return notes_of(hands.room.library.reader, hands.room.running.run.id)


def place_all(hands: Hands) -> None:
    """A digit a note, from the first on."""
    view = canvas_of(hands).zones_view.view(TRAY)
    hands.look_at_window()
    view.setFocus()
    view.make_current(0)
    for digit in (Key.Key_7, Key.Key_7, Key.Key_3):
        hands.key(digit)


def test_a_key_a_note(hands: Hands) -> None:
    """Two at one place lie beside one another; each is taken back by one undo."""
    assert (shown(hands, TRAY), shown(hands, GROUND)) == (list(HOPES), [])
    place_all(hands)
    assert hands.keys == 3
    assert (shown(hands, TRAY), shown(hands, GROUND)) == ([], list(HOPES))
    places = [(note.x, note.y) for note in rows(hands)]
    assert len(set(places)) == 3
    assert places[0] == (166, 833)
    items = canvas_of(hands).zones_view.view(GROUND).notes.items
    assert {item.colour for item in items} == {"green"}, "that of its zone"
    hands.key(Key.Key_Z, CONTROL)
    assert shown(hands, TRAY) == [HOPES[2]]


def test_by_the_mouse_and_by_arrows(hands: Hands) -> None:
    """Let go somewhere it lies there; Ctrl and an arrow moves it on."""
    canvas, note = canvas_of(hands), rows(hands)[0]
    ground = canvas.zones_view.view(GROUND)
    middle = QPoint(ground.viewport().width() // 2, ground.viewport().height() // 2)
    ground.dropped.emit([note.id], ground.drop_at(middle, [note.id]))
    settle()
    put = rows(hands)[0]
    assert abs((put.x or 0) - 500) < 10
    ground.setFocus()
    hands.key(Key.Key_Up, CONTROL)
    assert (rows(hands)[0].y or 0) > (put.y or 0)


def test_merged_and_split_on_the_ground(hands: Hands) -> None:
    """In the place of the first; the parts of one lie below one another."""
    place_all(hands)
    canvas_of(hands).zones_view.view(GROUND).setFocus()
    hands.key(Key.Key_A, CONTROL)
    hands.key(Key.Key_M, CONTROL)
    (one,) = rows(hands)
    assert (one.x, one.y) == (166, 833)
    hands.key(Key.Key_M, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    parts = rows(hands)
    assert [note.text for note in parts] == list(HOPES)
    assert [note.y for note in parts] == [833, 783, 733]


def test_the_wall_shows_them_where_they_lie(hands: Hands) -> None:
    """First as they come, then on the ground; what the room may not read is on neither."""
    room = hands.room
    assert [note.text for note in room.picture().columns[0].notes] == list(HOPES)
    place_all(hands)
    mark_audience(room.library, room.running, rows(hands)[1:2], "facilitator")
    settle()
    picture = room.picture()
    assert picture.pages is not None
    (page,) = picture.pages(1100.0, 500.0, 40.0, lines_taken)
    assert HOPES[0] in repr(page)
    assert HOPES[2] in repr(page)
    assert HOPES[1] not in repr(page)
    hands.key(Key.Key_H, CONTROL)
    settle()
    assert "2 notes" in repr(room.cockpit.wall.state().scene)


@pytest.mark.parametrize("number", [0, 1, 18, 500])
def test_however_many(hands: Hands, number: int) -> None:
    """On the ground, on the wall's pages, on paper: with a long word, and from the right."""
    room = hands.room
    kind = make_kinds(room.house.hearth.catalogue)["board"]
    texts = ["Donau" + "dampfschiff" * 12, "لا أحد ينتظر وحده"]
    texts += [f"Note {at}, of which there are many" for at in range(number)]
    if number:
        kind.capture(room.library, room.running, "hopes", "\n".join(texts[:number]))
    with room.library.change("note-place", scope_of(room.workshop)) as writer:
        for at, note in enumerate(rows(hands)):
            writer.change(note, x=at * 37 % 1001, y=at * 91 % 1001)
    settle()
    assert len(shown(hands, GROUND)) == number + 3
    ground = room.picture().pages
    assert ground is not None
    assert ground(1100.0, 500.0, 30.0, lines_taken)
    hearth = room.house.hearth
    run = ReportedRun(
        room.library.reader, hearth.catalogue, hearth.speech("en"), "room", room.running
    )
    figure, listed = BoardReport(kind).pieces(run)
    assert isinstance(figure, Figure)
    assert isinstance(listed, Bullets)
    assert len(listed.items) == number + 3


def test_a_screen_reader_hears_where_a_note_lies(hands: Hands) -> None:
    """In words, from the left and from the bottom."""
    place_all(hands)
    QAccessible.setActive(True)
    view = canvas_of(hands).zones_view.view(GROUND)
    face = QAccessible.queryAccessibleInterface(view)
    said = face.child(0).text(QAccessible.Text.Name)
    QAccessible.setActive(False)
    assert said == f"{HOPES[0]}, 2 of 10 from the left, 8 of 10 from the bottom"
