"""Notes on a ground, whatever the kind: put there by keys and by mouse, moved, taken off again."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.diagram import Box, Diagram
from app.kinds.kind import CaptureKind
from app.kinds.ranked import arranged
from app.kinds.table import make_kinds
from app.library.rows import Note
from app.workshop.notes import add_notes, notes_of
from app.workshop.placing import place_notes
from app.workshop.planning import scope_of
from app.workshop.running import Running
from app.workshop.zones import NamedZone
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, HOPES, Room
from ui.kinds.board import BoardCanvas
from ui.parts.notes.ground import GROUND, Ground
from ui.parts.notes.ground_canvas import GroundCanvas
from ui.parts.notes.ground_controller import TRAY
from ui.parts.notes.model import NoteItem
from ui.parts.notes.view import NotesView
from ui.world import World


def _picture(width: float, height: float) -> Diagram:
    return Diagram(width, height, (Box(0, 0, width, height, stroke="control"),))


class _Ground(GroundCanvas):
    """A board's notes on an empty ground."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        ground = Ground(_picture, (20, 20, 20, 20))
        super().__init__(kind, world, running, ground, parent, tray=True, keypad=True)
        self.refresh()

    def dressed(self, note: Note, item: NoteItem) -> NoteItem:
        return NoteItem(note.id, note.text, item.colour, x=note.x, y=note.y, place="somewhere")

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        reader = self.world.library.reader
        self.show_ground(zones, arranged(reader, self.running.run.id))


class _Placed:
    """The ground over the hopes that were typed in the room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.window = QWidget()
        self.window.resize(1000, 620)
        canvas = room.cockpit.canvas
        assert isinstance(canvas, BoardCanvas)
        world = canvas.world
        kind = make_kinds(world.catalogue)["board"]
        self.canvas = _Ground(kind, world, room.running, self.window)
        self.canvas.widget.resize(1000, 620)
        self.window.show()
        settle()

    def view(self, zone: str) -> NotesView:
        return self.canvas.zones_view.view(zone)

    def texts(self, zone: str) -> list[str]:
        return [item.text for item in self.view(zone).notes.items]

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        view = next(self.view(one) for one in (GROUND, TRAY) if self.view(one).hasFocus())
        QTest.keyClick(view, key, held or Qt.KeyboardModifier.NoModifier)
        settle()

    def note(self, text: str) -> Note:
        notes = notes_of(self.room.library.reader, self.room.running.run.id)
        return next(note for note in notes if note.text == text)


@pytest.fixture
def placed(board: Room) -> _Placed:
    """Three hopes, none of which has a place yet."""
    found = _Placed(board)
    found.window.activateWindow()
    found.view(TRAY).setFocus()
    found.view(TRAY).make_current(0)
    return found


def test_a_digit_a_note_puts_them_where_it_stands_on_a_keypad(placed: _Placed) -> None:
    assert (placed.texts(TRAY), placed.texts(GROUND)) == (list(HOPES), [])
    for key in (Qt.Key.Key_7, Qt.Key.Key_3, Qt.Key.Key_5):
        placed.press(key)
    assert (placed.texts(TRAY), placed.texts(GROUND)) == ([], list(HOPES))
    places = [(placed.note(text).x, placed.note(text).y) for text in HOPES]
    assert places == [(166, 833), (833, 166), (500, 500)]
    placed.room.library.undo(scope_of(placed.room.workshop))
    placed.canvas.refresh()
    assert placed.texts(TRAY) == [HOPES[2]], "one gesture, one undo"


def test_ctrl_and_arrows_move_a_note_up_to_the_edge(placed: _Placed) -> None:
    placed.press(Qt.Key.Key_Right, CONTROL)
    assert placed.texts(GROUND) == [HOPES[0]]
    placed.view(GROUND).setFocus()
    placed.press(Qt.Key.Key_Up, CONTROL)
    placed.press(Qt.Key.Key_Left, CONTROL)
    moved = placed.note(HOPES[0])
    assert (moved.x, moved.y) == (450, 550)
    for _ in range(40):
        placed.press(Qt.Key.Key_Up, CONTROL)
    assert placed.note(HOPES[0]).y == 1000
    QTest.keyClick(placed.view(GROUND), Qt.Key.Key_0)
    assert placed.texts(TRAY) == list(HOPES), "0 takes it off again"


def test_letting_go_somewhere_puts_a_note_there(placed: _Placed) -> None:
    ground, note = placed.view(GROUND), placed.note(HOPES[1])
    size = ground.viewport().size()
    drop = ground.drop_at(QPoint(size.width() - 20, 20), [note.id])
    ground.dropped.emit([note.id], drop)
    put = placed.note(HOPES[1])
    assert (put.x or 0) >= 995
    assert (put.y or 0) >= 995
    seen = ground.visualRect(ground.notes.index(0))
    assert ground.viewport().rect().contains(seen), "all of it is on the ground"


def test_notes_in_one_place_give_way_to_one_another(placed: _Placed) -> None:
    for _ in HOPES:
        placed.press(Qt.Key.Key_5)
    ground = placed.view(GROUND)
    places = [ground.visualRect(ground.notes.index(row)) for row in range(3)]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(ground.viewport().rect().contains(place) for place in places)


def test_where_there_are_many_the_current_one_lies_on_top(placed: _Placed) -> None:
    library, running = placed.room.library, placed.room.running
    notes = add_notes(library, running, "hopes", [f"Hope {number}" for number in range(60)])
    place_notes(library, running, [(note, 500, 500) for note in notes])
    placed.canvas.refresh()
    settle()
    ground = placed.view(GROUND)
    places = [ground.visualRect(ground.notes.index(row)) for row in range(2)]
    assert len({(place.x(), place.y()) for place in places}) == 2
    ground.make_current(0)
    shared = places[0].intersected(places[1]).center()
    assert ground.indexAt(shared).row() == 0
    ground.make_current(1)
    assert ground.indexAt(shared).row() == 1


def test_a_note_becomes_of_the_next_zone_where_it_lies(placed: _Placed) -> None:
    placed.press(Qt.Key.Key_9)
    placed.view(GROUND).setFocus()
    placed.view(GROUND).make_current(0)
    placed.canvas.next_kind()
    note = placed.note(HOPES[0])
    assert (note.zone, note.x) == ("fears", 833)
    assert placed.canvas.chips.chip("fears").text().endswith("1")
    placed.canvas.move_target(1)
    assert placed.canvas.target() == "fears"
    placed.canvas.enter("A late worry")
    assert placed.note("A late worry").zone == "fears"


def test_a_screen_reader_is_told_where_a_note_lies(placed: _Placed) -> None:
    placed.press(Qt.Key.Key_5)
    model = placed.view(GROUND).notes
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{HOPES[0]}, somewhere"
