"""The board under a facilitator's hands: keys, clicks, dragging; and what the wall sees."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.library.rows import Note
from app.library.strike import strike_effects
from app.library.trouble import Trouble
from tests.ui.fitting import settle
from tests.ui.kinds.room import (
    CONTROL,
    HOPES,
    SHIFT,
    Room,
    click_item,
    hopes,
    texts_shown,
)
from ui.parts.notes.view import NotesView


def fears(room: Room) -> NotesView:
    """The view of the worries."""
    return room.zones_view().view("fears")


def test_what_is_typed_lands_in_the_ringed_zone(board: Room) -> None:
    """Tab moves the ring; an empty zone says in one sentence what to do."""
    assert texts_shown(hopes(board)) == list(HOPES)
    assert board.zones_view().card("hopes").chosen
    board.tab()
    assert board.zones_view().card("fears").chosen
    assert not board.zones_view().card("hopes").chosen
    assert board.cockpit.canvas is not None
    assert board.cockpit.canvas.target_name() == "Worries"
    board.say("One more meeting")
    assert texts_shown(fears(board)) == ["One more meeting"]
    assert board.zones_view().card("fears").count.text() == "1"


def test_f6_goes_in_and_out(board: Room) -> None:
    """From the line to the zone where the next line would go, and back."""
    assert board.into_canvas() is hopes(board)
    board.press(Qt.Key.Key_F6)
    assert board.cockpit.bottom.line.hasFocus()


def test_arrows_walk_and_a_click_makes_a_zone_the_target(qtbot: QtBot, board: Room) -> None:
    """Right and left in order; the zone that is worked in is where the next line goes."""
    board.into_canvas()
    board.press(Qt.Key.Key_Right)
    current = hopes(board).current_item()
    assert current is not None
    assert current.text == HOPES[1]
    board.press(Qt.Key.Key_End)
    assert hopes(board).currentIndex().row() == 2
    fears(board).setFocus()
    qtbot.waitUntil(lambda: "Worries" in board.cockpit.bottom.where.text())
    board.say("One more meeting")
    assert board.notes("fears") == ["One more meeting"]


def test_enter_edits_in_place(board: Room) -> None:
    """Enter opens the note, Enter keeps it; the focus is back on the note."""
    board.into_canvas()
    board.press(Qt.Key.Key_Return)
    board.press(Qt.Key.Key_A, CONTROL)
    board.write("Somebody to call")
    board.press(Qt.Key.Key_Return)
    assert board.notes("hopes")[0] == "Somebody to call"
    assert hopes(board).editor is None
    assert hopes(board).hasFocus()


def test_escape_puts_back_what_was_there(qtbot: QtBot, board: Room) -> None:
    """Also after what was typed was kept while resting."""
    board.into_canvas()
    board.press(Qt.Key.Key_F2)
    board.write("Nobody")
    qtbot.waitUntil(lambda: board.notes("hopes")[0] == "Nobody")
    board.press(Qt.Key.Key_Escape)
    assert board.notes("hopes")[0] == HOPES[0]
    assert hopes(board).editor is None


def test_leaving_the_note_keeps_what_was_typed(qtbot: QtBot, board: Room) -> None:
    """By F6, and by going on to another block in the midst of a word."""
    board.into_canvas()
    board.press(Qt.Key.Key_F2)
    board.write("Somebody to call")
    board.press(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: board.notes("hopes")[0] == "Somebody to call")
    run = board.running.run.id
    board.into_canvas()
    board.press(Qt.Key.Key_F2)
    board.write("Just one to call")
    board.press(Qt.Key.Key_PageDown, CONTROL)
    assert board.running.run.id != run

    def kept() -> bool:
        rows = board.library.reader.rows(Note, order="position", run=run)
        return rows[0].text == "Just one to call"

    qtbot.waitUntil(kept)


def test_closing_the_window_keeps_what_was_typed(board: Room) -> None:
    """There is no later then: it is kept at once."""
    run = board.running.run.id
    board.into_canvas()
    board.press(Qt.Key.Key_F2)
    board.write("The last word")
    board.house.hearth.window.close()
    rows = board.library.reader.rows(Note, order="position", run=run)
    assert rows[0].text == "The last word"


def test_a_note_is_not_emptied(board: Room) -> None:
    """The sentence says so, the field stays open."""
    board.into_canvas()
    board.press(Qt.Key.Key_F2)
    board.press(Qt.Key.Key_Delete)
    board.press(Qt.Key.Key_Return)
    assert hopes(board).editor is not None
    assert board.notes("hopes")[0] == HOPES[0]
    assert "nothing" in board.said().lower()


def test_trouble_leaves_the_words_on_the_screen(
    board: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the field stays open with its words, which are kept once there is room."""
    library = board.library
    change = library.change

    def full(*_: object, **__: object) -> object:
        raise Trouble("disk-full", path="library.hearth")

    board.into_canvas()
    board.press(Qt.Key.Key_F2)
    board.write("Somebody to call")
    with monkeypatch.context() as patch:
        patch.setattr(library, "change", full)
        board.press(Qt.Key.Key_Return)
    editor = hopes(board).editor
    assert editor is not None
    assert editor.toPlainText() == "Somebody to call"
    assert "full" in board.said()
    assert library.change == change
    board.press(Qt.Key.Key_Return)
    assert board.notes("hopes")[0] == "Somebody to call"
    assert board.said() == ""


def test_delete_and_undo(board: Room) -> None:
    """Delete removes, Ctrl+Z brings back, the next note is current meanwhile."""
    board.into_canvas()
    board.press(Qt.Key.Key_Delete)
    assert board.notes("hopes") == list(HOPES[1:])
    assert hopes(board).currentIndex().row() == 0
    board.press(Qt.Key.Key_Z, CONTROL)
    assert board.notes("hopes") == list(HOPES)
    assert texts_shown(hopes(board)) == list(HOPES)


def test_ctrl_arrows_move(board: Room) -> None:
    """Later and earlier within the zone, then to the other zone, the focus with the note."""
    board.into_canvas()
    board.press(Qt.Key.Key_Down, CONTROL)
    assert board.notes("hopes") == [HOPES[1], HOPES[0], HOPES[2]]
    board.press(Qt.Key.Key_Up, CONTROL)
    assert board.notes("hopes") == list(HOPES)
    board.press(Qt.Key.Key_Right, CONTROL)
    assert board.notes("fears") == [HOPES[0]]
    assert fears(board).hasFocus()
    current = fears(board).current_item()
    assert current is not None
    assert current.text == HOPES[0]


def test_ctrl_click_chooses_several(board: Room) -> None:
    """The one clicked before and the one clicked now; a plain click chooses none."""
    view = hopes(board)
    click_item(view, HOPES[0])
    assert view.chosen_items() == []
    click_item(view, HOPES[2], CONTROL)
    assert [item.text for item in view.chosen_items()] == [HOPES[0], HOPES[2]]
    board.press(Qt.Key.Key_Delete)
    assert board.notes("hopes") == [HOPES[1]]
    board.press(Qt.Key.Key_Z, CONTROL)
    click_item(view, HOPES[0])
    click_item(view, HOPES[1], SHIFT)
    assert len(view.chosen_items()) == 2


def test_the_menu_has_every_act_with_its_key(board: Room) -> None:
    """For a note, and for a group; choosing one does it."""
    board.into_canvas()
    menu = board.notes_canvas().controller.menu("hopes")
    said = [action.text() for action in menu.actions()]
    assert "Edit the words\tF2" in said
    assert "Gather into a group\tCtrl G" in said
    assert "Keep as a decision\tCtrl D" in said
    assert "Remove permanently…\tShift Del" in said
    assert not any("dot" in text for text in said)
    next(one for one in menu.actions() if one.text().startswith("Remove")).trigger()
    assert board.notes("hopes") == list(HOPES[1:])


def test_striking_says_what_goes_and_leaves_nothing(board: Room) -> None:
    """Only after a yes; then neither rows nor journal know the words."""
    note = board.library.reader.rows(Note, order="position")[0]
    board.into_canvas()
    board.press(Qt.Key.Key_Delete, SHIFT)
    assert board.notes("hopes") == list(HOPES)
    assert HOPES[0] in board.house.answers.asked[-1]
    board.house.answers.yes = True
    board.press(Qt.Key.Key_Delete, SHIFT)
    assert board.notes("hopes") == list(HOPES[1:])
    with pytest.raises(Trouble):
        strike_effects(board.library, [("note", note.id)])


def test_the_wall_speaks_both_languages_and_keeps_what_is_not_its_own(board: Room) -> None:
    """Both labels; no note for the facilitator alone; groups with their notes' words."""
    first, *_ = board.library.reader.rows(Note, order="position")
    with board.library.change("note-edit") as writer:
        writer.change(first, audience="facilitator")
    click_item(hopes(board), HOPES[1])
    board.press(Qt.Key.Key_Space)
    click_item(hopes(board), HOPES[2], CONTROL)
    board.press(Qt.Key.Key_G, CONTROL)
    board.write("Alike")
    board.press(Qt.Key.Key_Return)
    left, right = board.picture().columns
    assert (left.heading, right.heading) == ("Hopes / Espoirs", "Worries / Craintes")
    assert (left.tone, right.tone) == ("teal", "ember")
    (note,) = left.notes
    assert (note.title, note.text) == ("Alike", f"{HOPES[1]}\n{HOPES[2]}")
    with board.library.change("block-audience") as writer:
        writer.change(board.running.block, audience="facilitator")
    assert board.picture().columns == ()


def test_canvas_stays_when_its_run_is_undone(board: Room) -> None:
    """Undoing the way into the block takes the canvas along without a word of trouble."""
    for _ in range(len(HOPES) + 1):
        board.house.hearth.window.undo()
        settle()
    assert board.library.reader.count(Note) == 0
