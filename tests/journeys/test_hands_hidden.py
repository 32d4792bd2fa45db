"""Hidden until revealed, for every kind; and each new note large on the wall for a while."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.library.rows import Run
from app.workshop.note_marks import mark_audience
from app.workshop.notes import add_notes, notes_of
from app.workshop.planning import BREAK
from app.workshop.running import running_of
from tests.journeys.hands import Hands
from tests.journeys.person import CONTROL, SHIFT, settle
from tests.ui.kinds.room import HOPES, Room, open_room
from tests.ui.opened import opened
from ui.wall.wall import Wall
from ui.wall.wall_view import MessageView

Key = Qt.Key


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """On the board of hopes and fears, with three hopes typed."""
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        room.go_to("hopes-and-fears")
        room.say(*HOPES)
        yield Hands(room, "en")


def wall_of(room: Room) -> Wall:
    """The room's screen."""
    wall = room.cockpit.wall
    assert isinstance(wall, Wall)
    return wall


def shown(room: Room) -> str:
    """What the wall shows: the room's picture, or what else."""
    return wall_of(room).shows


def on_wall(room: Room) -> str:
    """All that the wall shows now, as text."""
    settle()
    return repr(wall_of(room).scene)


def shows_none_of(room: Room, texts: tuple[str, ...]) -> bool:
    """Whether the wall shows the question and none of these."""
    shown = on_wall(room)
    return room.running.recipe.in_language("en").question in shown and not any(
        text in shown for text in texts
    )


def test_hidden_the_wall_shows_the_question_and_a_count(hands: Hands) -> None:
    """Ctrl+H; what is typed then is counted; Ctrl+H reveals; Ctrl+Z hides again."""
    room = hands.room
    assert HOPES[0] in on_wall(room)
    hands.key(Key.Key_H, CONTROL)
    assert shows_none_of(room, HOPES)
    assert "3 notes" in on_wall(room)
    room.say("One more")
    assert shows_none_of(room, (*HOPES, "One more"))
    assert "4 notes" in on_wall(room)
    hands.key(Key.Key_H, CONTROL)
    assert "One more" in on_wall(room)
    hands.key(Key.Key_Z, CONTROL)
    assert shows_none_of(room, HOPES)


def test_the_cockpit_says_that_the_wall_hides_them(hands: Hands) -> None:
    """Over what to say, and beside the notes; the notes themselves stay on screen."""
    room = hands.room
    hands.key(Key.Key_H, CONTROL)
    settle()
    assert room.cockpit.step_view.eyebrow.text().endswith("hidden on the wall")
    assert room.notes() == list(HOPES)
    assert "Reveal" in room.notes_canvas().hide.text()
    hands.click(room.notes_canvas().hide)
    assert not room.running.run.hidden
    assert "hidden" not in room.cockpit.step_view.eyebrow.text()


def test_not_by_any_way_around(hands: Hands) -> None:
    """One note large, all at a glance, pages, stand back, a frozen wall: none tells a note."""
    room = hands.room
    room.into_canvas()
    hands.key(Key.Key_F12)
    assert HOPES[0] in on_wall(room)
    hands.key(Key.Key_H, CONTROL)
    assert shows_none_of(room, HOPES), "what was large goes"
    hands.key(Key.Key_F12)
    assert shows_none_of(room, HOPES)
    assert "until you reveal them" in room.said()
    for key, held in ((Key.Key_F12, SHIFT), (Key.Key_PageDown, CONTROL | SHIFT)):
        hands.key(key, held)
        assert shows_none_of(room, HOPES)
    hands.key(Key.Key_F9)
    assert shows_none_of(room, HOPES)
    hands.key(Key.Key_F9)
    hands.key(Key.Key_F7)
    assert shows_none_of(room, HOPES)


def test_a_frozen_wall_lets_go_of_what_is_hidden(hands: Hands) -> None:
    """It holds its picture only as far as the room may see it; so does what is lent and given."""
    room, wall = hands.room, wall_of(hands.room)
    wall.toggle_freeze()
    assert HOPES[0] in on_wall(room)
    before = wall.state()
    hands.key(Key.Key_H, CONTROL)
    assert wall.frozen
    assert shows_none_of(room, HOPES)
    wall.restore(before)
    assert shows_none_of(room, HOPES)
    wall.lend(MessageView(room.running.run.id, "Back soon"))
    wall.give_back()
    assert shows_none_of(room, HOPES)


def test_a_frozen_wall_lets_go_of_what_is_the_facilitators_by_now(hands: Hands) -> None:
    """A note that is kept from the room leaves the held picture; the others stay, and what comes
    later waits."""
    room, wall = hands.room, wall_of(hands.room)
    running = room.running
    wall.toggle_freeze()
    (late,) = add_notes(room.library, running, "hopes", ["Later"])
    mark_audience(room.library, running, [late], "facilitator")
    assert HOPES[0] in on_wall(room)
    before = wall.state()
    first, *_ = notes_of(room.library.reader, running.run.id)
    mark_audience(room.library, running, [first], "facilitator")
    assert wall.frozen
    assert shows_none_of(room, (HOPES[0], "Later"))
    assert HOPES[1] in on_wall(room)
    add_notes(room.library, running, "hopes", ["Later still"])
    assert shows_none_of(room, ("Later still",))
    wall.restore(before)
    assert shows_none_of(room, (HOPES[0],))


def test_a_wall_that_comes_later_hides_as_well(hands: Hands) -> None:
    """The room is left and entered again, and a wall of its own made: hidden is in the library."""
    room = hands.room
    hands.key(Key.Key_H, CONTROL)
    hands.window.home()
    hands.window.cockpit(room.workshop.id)
    settle()
    again = open_cockpit(hands)
    assert not any(hope in repr(again.scene) for hope in HOPES)
    assert "3 notes" in repr(again.scene)


def open_cockpit(hands: Hands) -> Wall:
    """The wall of the room that is on screen."""
    return wall_of(hands.room)


def test_every_kind_hides(hands: Hands) -> None:
    """Whatever the kind would show: before its picture is asked for, nothing of it is there."""
    room = hands.room
    lines = room.cockpit.controller.state().lines
    blocks = {line.block.kind: line.block for line in lines if line.block.exercise != BREAK}
    assert len(blocks) > 2
    for block in blocks.values():
        room.cockpit.side.block_asked.emit(block.id)
        settle()
        hands.key(Key.Key_H, CONTROL)
        assert wall_of(room).hides, block.kind
        picture = wall_of(room).scene.picture
        assert (picture.columns, picture.diagram) == ((), None)


def test_each_new_note_is_large_for_a_while(hands: Hands) -> None:
    """Ctrl+F12; it goes by itself; the same key ends it; the workshop remembers."""
    room, newest = hands.room, hands.room.cockpit.cockpit_actions.newest
    hands.key(Key.Key_F12, CONTROL)
    assert is_on(room)
    say_and_wait(room, "Somebody new")
    assert shown(room) == "large"
    assert "Somebody new" in on_wall(room)
    assert HOPES[0] not in on_wall(room)
    newest.lasts.timeout.emit()
    assert shown(room) == "room"
    assert HOPES[0] in on_wall(room)
    assert room.house.hearth.settings.newest == room.workshop.id
    hands.key(Key.Key_F12, CONTROL)
    assert not is_on(room)
    say_and_wait(room, "Not large")
    assert shown(room) == "room"


def is_on(room: Room) -> bool:
    """Whether new notes are large."""
    return room.cockpit.cockpit_actions.newest.on


def say_and_wait(room: Room, text: str) -> None:
    """Type a line, and let the wall follow."""
    room.say(text)
    room.cockpit.cockpit_actions.newest.follow.timeout.emit()
    settle()


def test_large_only_where_the_room_looks_at_its_notes(hands: Hands) -> None:
    """Not while they are hidden, nor over a message, a frozen or a blank wall; none by undo."""
    room, wall = hands.room, wall_of(hands.room)
    hands.key(Key.Key_F12, CONTROL)
    hands.key(Key.Key_H, CONTROL)
    say_and_wait(room, "While they write")
    assert shown(room) == "room"
    hands.key(Key.Key_H, CONTROL)
    wall.toggle_freeze()
    say_and_wait(room, "While frozen")
    assert (shown(room), wall.frozen) == ("room", True)
    wall.toggle_freeze()
    wall.toggle_blank()
    say_and_wait(room, "While blank")
    assert (shown(room), wall.blank) == ("room", True)
    wall.toggle_blank()
    wall.show_view(MessageView(room.running.run.id, "Back soon"))
    say_and_wait(room, "Under a message")
    assert shown(room) == "message"
    wall.show_room()
    hands.key(Key.Key_Z, CONTROL)
    hands.key(Key.Key_Z, CONTROL | SHIFT)
    assert room.notes()[-1] == "Under a message"
    room.cockpit.cockpit_actions.newest.follow.timeout.emit()
    assert shown(room) == "room"


def test_what_is_for_the_facilitator_is_never_large(hands: Hands) -> None:
    """Nor is an older note in its place; one that is narrowed while it is large goes."""
    room = hands.room
    hands.key(Key.Key_F12, CONTROL)
    say_and_wait(room, "Soon private")
    assert "Soon private" in on_wall(room)
    running = running_of(room.library.reader, room.running.run.id)
    last = notes_of(room.library.reader, running.run.id)[-1]
    mark_audience(room.library, running, [last], "facilitator")
    assert "Soon private" not in on_wall(room)
    assert shown(room) == "room"


def test_hidden_is_of_the_run(hands: Hands) -> None:
    """Another run begins as its exercise says; going back finds the first still hidden."""
    room = hands.room
    hands.key(Key.Key_H, CONTROL)
    first = room.running.run.id
    hands.key(Key.Key_R, CONTROL)
    assert room.running.run.id != first
    assert not room.running.run.hidden
    assert room.library.reader.row(Run, first).hidden
    assert isinstance(room.canvas_widget, QWidget)
