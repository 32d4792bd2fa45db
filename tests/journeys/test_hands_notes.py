"""What is done with notes by hand: merged, split, coloured, named, kept among few; on two kinds."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.catalogue.recipe import encode_recipe
from app.library.rows import Block, Note, Person
from app.workshop.notes import notes_of
from app.workshop.planning import recipe_of, scope_of
from tests.journeys.hands import Hands
from tests.journeys.person import CONTROL, SHIFT, settle
from tests.ui.kinds.room import HOPES, hopes, open_room, texts_shown
from tests.ui.opened import opened
from ui.parts.notes.marking import AuthorDialog

Key = Qt.Key

# Offscreen nothing grabs the keyboard for a menu or for the names that are offered.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """On the board of hopes and fears, with three hopes typed."""
    with opened(qapp, tmp_path) as house:
        room = open_room(house)
        room.go_to("hopes-and-fears")
        room.say(*HOPES)
        yield Hands(room, "en")


def rows(hands: Hands) -> list[Note]:
    """The run's notes as the library has them, in order."""
    return notes_of(hands.room.library.reader, hands.room.running.run.id)


def undo(hands: Hands) -> None:
    """Ctrl+Z."""
    hands.key(Key.Key_Z, CONTROL)


def choose_all(hands: Hands) -> None:
    """Into the notes, and all of the zone chosen."""
    hands.room.into_canvas()
    hands.key(Key.Key_A, CONTROL)


def test_three_notes_are_merged_and_split_again(hands: Hands) -> None:
    """Ctrl+M, Ctrl+Shift+M: each one change, each taken back by one undo."""
    choose_all(hands)
    hands.key(Key.Key_M, CONTROL)
    assert texts_shown(hopes(hands.room)) == ["; ".join(HOPES)]
    hands.key(Key.Key_M, CONTROL | SHIFT)
    assert texts_shown(hopes(hands.room)) == list(HOPES)
    undo(hands)
    assert texts_shown(hopes(hands.room)) == ["; ".join(HOPES)]
    undo(hands)
    assert texts_shown(hopes(hands.room)) == list(HOPES)


def test_one_note_is_not_merged_nor_one_thing_split(hands: Hands) -> None:
    """Both say what is missing, and nothing is lost."""
    hands.room.into_canvas()
    hands.key(Key.Key_M, CONTROL)
    assert "two notes" in hands.room.said()
    hands.key(Key.Key_M, CONTROL | SHIFT)
    assert "semicolon" in hands.room.said()
    assert texts_shown(hopes(hands.room)) == list(HOPES)


@pytest.mark.parametrize("digit", [Key.Key_4, Key.Key_Dollar])
def test_a_colour_on_any_keyboard(hands: Hands, digit: Key) -> None:
    """Whatever the key of the digit writes with Shift; on the wall too; back to the zone's."""
    choose_all(hands)
    hands.key(digit, CONTROL | SHIFT)
    assert [note.colour for note in rows(hands)] == ["blue"] * 3
    assert {item.colour for item in hopes(hands.room).notes.items} == {"blue"}
    assert {note.colour for note in hands.room.picture().columns[0].notes} == {"blue"}
    hands.key(Key.Key_0, CONTROL | SHIFT)
    assert [note.colour for note in rows(hands)] == [""] * 3
    undo(hands)
    assert [note.colour for note in rows(hands)] == ["blue"] * 3


def name_them(hands: Hands) -> None:
    """Notes may bear names in this block."""
    block = hands.room.running.block
    recipe = msgspec.structs.replace(recipe_of(block), anonymous=False)
    with hands.room.library.change("block-recipe", scope_of(hands.room.workshop)) as writer:
        writer.change(writer.row(Block, block.id), recipe=encode_recipe(recipe))
    settle()


def test_who_said_it_where_that_is_wanted(hands: Hands) -> None:
    """Ctrl+U, letters of a name, Enter takes the only one; never on the wall."""
    name_them(hands)
    hands.room.into_canvas()
    hands.key(Key.Key_U, CONTROL)
    dialog = hands.dialog(AuthorDialog)
    hands.write("Noor Bloemendaal")
    dialog.try_keep()
    settle()
    (person,) = hands.room.library.reader.rows(Person, name="Noor Bloemendaal")
    assert rows(hands)[0].author == person.id
    assert "Bloemendaal" not in repr(hands.room.picture())
    undo(hands)
    assert rows(hands)[0].author is None


def test_no_name_where_people_speak_without(hands: Hands) -> None:
    """The exercise is anonymous: a sentence instead of a question."""
    assert hands.room.running.recipe.anonymous
    hands.room.into_canvas()
    hands.key(Key.Key_U, CONTROL)
    assert not hands.window.findChildren(AuthorDialog)
    assert "carry no names" in hands.room.said()


def test_a_note_for_the_facilitator_leaves_the_wall(hands: Hands) -> None:
    """Ctrl+Shift+A, down, Enter: it is nowhere on the wall, nor alone; undone, it is back."""
    hands.room.into_canvas()
    hands.key(Key.Key_A, CONTROL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Return)
    hands.look_at_window()
    assert rows(hands)[0].audience == "facilitator"
    told = [note.text for note in hands.room.picture().columns[0].notes]
    assert told == list(HOPES[1:])
    hands.key(Key.Key_F12)
    assert hands.room.cockpit.wall.shows == "room"
    undo(hands)
    assert len(hands.room.picture().columns[0].notes) == 3


def test_the_same_in_a_talk(hands: Hands) -> None:
    """Merged, split, coloured: by the same keys."""
    hands.room.go_to("opening-round")
    hands.room.say("One", "Two")
    choose_all(hands)
    hands.key(Key.Key_M, CONTROL)
    hands.key(Key.Key_2, CONTROL | SHIFT)
    assert [(note.text, note.colour) for note in rows(hands)] == [("One; Two", "green")]
    hands.key(Key.Key_M, CONTROL | SHIFT)
    assert [(note.text, note.colour) for note in rows(hands)] == [
        ("One", "green"),
        ("Two", "green"),
    ]


@pytest.mark.parametrize("exercise", ["hopes-and-fears", "case-on-the-table"])
def test_several_notes_move_together(hands: Hands, exercise: str) -> None:
    """Chosen ones, by one key to the next zone and by the mouse back: on a board, in a talk."""
    room = hands.room
    room.go_to(exercise)
    view = room.zones_view()
    if len(view.zones) == 1:
        hands.key(Key.Key_F2, SHIFT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        add = next(one for one in menu.actions() if one.text().startswith("Add a zone"))
        menu.close()
        add.trigger()
        hands.type("Elsewhere")
        hands.key(Key.Key_Return)
    first, second = view.zones[0], view.zones[1]
    room.notes_canvas().go_to(first)
    room.say("Alpha", "Beta", "Gamma")
    hands.look_at_window()
    view.view(first).setFocus()
    view.view(first).choose_ids({item.id for item in view.view(first).notes.items[-2:]})
    view.view(first).make_current(len(view.view(first).notes.items) - 1)
    hands.key(Key.Key_Right, CONTROL)
    assert room.notes(second) == ["Beta", "Gamma"]
    moved = [item.id for item in view.view(second).notes.items]
    target = view.view(first)
    target.dropped.emit(moved, target.drop_at(target.viewport().rect().bottomRight(), moved))
    settle()
    assert room.notes(second) == []
    assert room.notes(first)[-2:] == ["Beta", "Gamma"]
    undo(hands)
    assert room.notes(second) == ["Beta", "Gamma"]
