"""Talk: a few things worth keeping, large and calm."""

from PySide6.QtCore import Qt

from app.library.rows import Block, Note
from tests.ui.kinds.room import Room, texts_shown


def test_an_empty_talk_says_what_to_type(room: Room) -> None:
    """One sentence, gone with the first note."""
    room.go_to("opening-round")
    view = room.zones_view().view("came-for")
    assert "worth keeping" in view.empty_text
    room.say("I came to listen")
    assert texts_shown(view) == ["I came to listen"]
    assert room.cockpit.canvas is not None
    assert room.cockpit.canvas.target_name() == ""
    assert room.zones_view().card("came-for").title.text() == "What made us come"


def test_notes_are_edited_and_removed_but_not_gathered(room: Room) -> None:
    """The same keys as on a board; no groups, no dots."""
    room.go_to("opening-round")
    room.say("I came to listne", "I was told to come")
    room.into_canvas()
    room.press(Qt.Key.Key_F2)
    room.write("I came to listen")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert room.zones_view().view("came-for").hasFocus()
    room.press(Qt.Key.Key_Right)
    room.press(Qt.Key.Key_Delete)
    assert room.notes() == ["I came to listen"]
    said = [action.data() for action in room.notes_canvas().controller.menu("came-for").actions()]
    assert {"edit", "earlier", "later", "decision", "remove", "strike"} <= set(said)
    assert "gather" not in said


def test_a_break_has_a_quiet_canvas(room: Room) -> None:
    """It is a talk of no zone: something said over coffee can be kept."""
    room.go_to("break")
    room.say("Somebody asked about drones")
    assert room.notes("") == ["Somebody asked about drones"]
    assert room.zones_view().card("").title.text() == ""


def test_the_wall_shows_what_the_room_may_see(room: Room) -> None:
    """The notes as they come, without a heading; none of the facilitator's."""
    room.go_to("opening-round")
    assert room.picture().columns == ()
    room.say("One", "Two")
    (column,) = room.picture().columns
    assert (column.heading, [note.text for note in column.notes]) == ("", ["One", "Two"])
    assert [note.dots for note in column.notes] == [None, None]
    with room.library.change("note-edit") as writer:
        first, _ = writer.rows(Note, order="position")
        writer.change(first, audience="facilitator")
    (column,) = room.picture().columns
    assert [note.text for note in column.notes] == ["Two"]
    with room.library.change("block-audience") as writer:
        writer.change(writer.row(Block, room.running.block.id), audience="facilitator")
    assert room.picture().columns == ()
