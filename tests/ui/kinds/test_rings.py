"""Rings in the room: typed into a ring, moved by keys and mouse, tied by who asks whom."""

import pytest
from PySide6.QtCore import QPoint, Qt

from app.kinds.rings.kind import ASKS
from app.library.rows import Note, Tie
from app.workshop.notes import add_notes
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, SHIFT, Room, click_item, texts_shown
from ui.kinds.rings import RingsCanvas
from ui.parts.notes.ground import GROUND
from ui.parts.notes.view import NotesView

pytestmark = pytest.mark.qt_log_ignore("does not support")

Key = Qt.Key


@pytest.fixture
def rings(room: Room) -> Room:
    """Near and far, with somebody in the first two rings."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "near-and-far")
    settle()
    room.go_to("near-and-far")
    room.say("The mappers", "The archive")
    room.tab()
    room.say("The flood team")
    return room


def canvas(room: Room) -> RingsCanvas:
    """The canvas on screen."""
    assert isinstance(room.cockpit.canvas, RingsCanvas)
    return room.cockpit.canvas


def ground(room: Room) -> NotesView:
    """The ground on which they stand."""
    return room.zones_view().view(GROUND)


def go_to(room: Room, text: str) -> None:
    """The keyboard to somebody."""
    ground(room).setFocus()
    ground(room).make_current(texts_shown(ground(room)).index(text))
    settle()


def asked(room: Room) -> list[tuple[str, str]]:
    """Who asks whom."""
    reader = room.library.reader
    ties = reader.rows(Tie, run=room.running.run.id, form=ASKS)
    return [(reader.row(Note, t.from_note).text, reader.row(Note, t.to_note).text) for t in ties]


def spoken(room: Room, text: str) -> str:
    """What a screen reader says of somebody."""
    notes = ground(room).notes
    index = notes.index(texts_shown(ground(room)).index(text))
    return str(notes.data(index, Qt.ItemDataRole.AccessibleTextRole))


def middle(room: Room, text: str) -> QPoint:
    """Where somebody stands on the ground."""
    view = ground(room)
    return view.visualRect(view.notes.index(texts_shown(view).index(text))).center()


def test_lines_go_into_the_ring_that_is_chosen(rings: Room) -> None:
    """Tab leads from ring to ring; those further out stand higher."""
    assert rings.notes("core") == ["The mappers", "The archive"]
    assert rings.notes("active") == ["The flood team"]
    assert canvas(rings).target_name() == "Active"
    assert middle(rings, "The flood team").y() < middle(rings, "The mappers").y()
    assert spoken(rings, "The mappers") == "The mappers, ring “Core”"


def test_keys_move_from_ring_to_ring_and_undo_brings_back(rings: Room) -> None:
    """Up is further out; beyond the outermost there is nothing."""
    go_to(rings, "The mappers")
    rings.press(Key.Key_Up, CONTROL)
    assert rings.notes("core") == ["The archive"]
    for _ in range(9):
        rings.press(Key.Key_Up, CONTROL)
    assert rings.notes("missing") == ["The mappers"]
    rings.press(Key.Key_Down, CONTROL)
    assert rings.notes("outside") == ["The mappers"]
    rings.press(Key.Key_Z, CONTROL)
    assert rings.notes("missing") == ["The mappers"]


def test_who_is_let_go_over_a_ring_is_in_it(rings: Room) -> None:
    """Wherever over it: where exactly they stand is laid out."""
    view = ground(rings)
    item = next(one for one in view.notes.items if one.text == "The mappers")
    high = QPoint(view.viewport().width() // 2, 20)
    view.dropped.emit([item.id], view.drop_at(high, [item.id]))
    settle()
    assert rings.notes("missing") == ["The mappers"]
    beside = middle(rings, "The flood team") + QPoint(90, 0)
    view.dropped.emit([item.id], view.drop_at(beside, [item.id]))
    settle()
    assert rings.notes("active") == ["The flood team", "The mappers"]


def test_who_asks_whom_is_tied_by_keys_alone(rings: Room) -> None:
    """The first one waits; the second is the one who is asked. Untied by the same two."""
    go_to(rings, "The flood team")
    rings.press(Key.Key_J, CONTROL)
    assert "whom they ask" in rings.said()
    go_to(rings, "The archive")
    rings.press(Key.Key_J, CONTROL)
    assert asked(rings) == [("The flood team", "The archive")]
    assert "asks The archive" in spoken(rings, "The flood team")
    assert "1 link" in canvas(rings).bar.said.text()
    rings.press(Key.Key_J, CONTROL | SHIFT)
    assert asked(rings) == []
    rings.press(Key.Key_Z, CONTROL)
    assert asked(rings) == [("The flood team", "The archive")]


def test_two_chosen_with_the_mouse_are_tied(rings: Room) -> None:
    click_item(ground(rings), "The archive")
    click_item(ground(rings), "The mappers", CONTROL)
    rings.press(Key.Key_J, CONTROL)
    assert asked(rings) == [("The archive", "The mappers")]


def test_nothing_tied_is_said(rings: Room) -> None:
    go_to(rings, "The archive")
    rings.press(Key.Key_J, CONTROL | SHIFT)
    assert "Nothing was changed" in rings.said()


def test_the_wall_draws_rings_until_they_are_too_many(rings: Room) -> None:
    """Then it lists them, by ring; never whom the room may not read."""
    with rings.library.change("note-edit") as writer:
        (note,) = [one for one in writer.rows(Note) if one.text == "The archive"]
        writer.change(note, audience="facilitator")
    seen = rings.picture()
    assert seen.diagram is not None
    assert "The archive" not in repr(seen.diagram(1728, 44).shapes)
    assert "The mappers" in repr(seen.diagram(1728, 44).shapes)
    add_notes(rings.library, rings.running, "occasional", [f"Group {n}" for n in range(80)])
    many = rings.picture()
    assert many.diagram is None
    assert [text.heading for text in many.texts] == ["Core", "Active", "Now and then"]
    assert many.texts[-1].lines[-1].endswith("Group\N{NO-BREAK SPACE}79")


def test_five_hundred_and_odd_ones(rings: Room) -> None:
    """All are there; one with a name that never ends, one read from the right."""
    add_notes(rings.library, rings.running, "active", ["قسم الخرائط", "x" * 400])
    add_notes(rings.library, rings.running, "missing", [f"Group {n}" for n in range(500)])
    settle()
    canvas(rings).refresh()
    assert len(texts_shown(ground(rings))) == 505
    go_to(rings, "Group 499")
    rings.press(Key.Key_Down, CONTROL)
    assert rings.notes("outside") == ["Group 499"]


def test_where_nobody_is_missing_links_are_counted(room: Room) -> None:
    """Nobody is said to take part where no ring lies beyond; and what is done is not asked for."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, "who-asks-whom")
    settle()
    room.go_to("who-asks-whom")
    room.say("Field work", "Mapping")
    assert room.picture().small == ()
    go_to(room, "Field work")
    room.press(Key.Key_J, CONTROL)
    assert room.said()
    go_to(room, "Mapping")
    room.press(Key.Key_J, CONTROL)
    assert not room.said()
    assert room.picture().small == (room.words("rings.links-n", n=1),)
