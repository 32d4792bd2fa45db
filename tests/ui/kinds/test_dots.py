"""Dots on a board: counted by the facilitator, hidden until they are shown, then most first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.library.rows import Note
from app.workshop.rounds import dots_round
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, HOPES, SHIFT, Room, hopes, texts_shown
from ui.kinds.board import BoardCanvas
from ui.parts.notes.dots_dialog import DotsDialog
from ui.parts.notes.notes_bar import NotesBar


def bar(room: Room) -> NotesBar:
    """Where the count is told."""
    return room.child(NotesBar)


def click_count(room: Room) -> None:
    """Click what Ctrl+B does as well."""
    canvas = room.notes_canvas()
    assert isinstance(canvas, BoardCanvas)
    canvas.turn.click()
    settle()


def test_dots_are_counted_by_keys(board: Room) -> None:
    """Ctrl+B from the line; + and -, or a number; the bar tells how many of how many."""
    board.count_people(18)
    assert "3 dots each, at most 2" in bar(board).said.text()
    QTest.keyClick(board.cockpit.bottom.line, Qt.Key.Key_B, CONTROL)
    board.into_canvas()
    board.press(Qt.Key.Key_Plus)
    board.press(Qt.Key.Key_Plus)
    board.press(Qt.Key.Key_Minus)
    board.press(Qt.Key.Key_Right)
    board.press(Qt.Key.Key_1)
    board.press(Qt.Key.Key_2)
    assert bar(board).said.text().startswith("13 of 54 dots counted")
    assert [item.dots for item in hopes(board).notes.items] == [1, 12, 0]


def test_dots_are_counted_by_the_mouse(board: Room) -> None:
    """The plus and the minus of a note."""
    click_count(board)
    view = hopes(board)
    minus, plus = view.stepper(0)
    for _ in range(2):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
            plus.center())  # fmt: skip
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        minus.center())  # fmt: skip
    count = dots_round(board.library.reader, board.running.run.id)
    assert count is not None
    assert list(count.dots.values()) == [1]
    assert bar(board).said.text().startswith("1 dot counted")


def test_too_many_dots_are_refused_in_a_sentence(board: Room) -> None:
    """The cap for all in the room; the number stays as it was."""
    board.count_people(4)
    board.house.hearth.window.activateWindow()
    QTest.keyClick(board.cockpit.bottom.line, Qt.Key.Key_B, CONTROL)
    board.into_canvas()
    board.press(Qt.Key.Key_9)
    assert "8" in board.said()
    assert hopes(board).notes.items[0].dots == 0


def test_the_wall_sees_dots_only_once_they_are_shown(board: Room) -> None:
    """Not while they are counted, not when counting goes on; then most dots first."""
    assert [note.dots for note in board.picture().columns[0].notes] == [None, None, None]
    click_count(board)
    board.into_canvas()
    board.press(Qt.Key.Key_End)
    board.press(Qt.Key.Key_5)
    assert [note.dots for note in board.picture().columns[0].notes] == [None, None, None]
    assert board.picture().small == ()
    QTest.keyClick(board.cockpit.bottom.line, Qt.Key.Key_B, CONTROL)
    column = board.picture().columns[0]
    assert [(note.text, note.dots) for note in column.notes] == [
        (HOPES[2], 5),
        (HOPES[0], 0),
        (HOPES[1], 0),
    ]
    assert board.picture().small == ("5 dots counted",)
    assert texts_shown(hopes(board)) == [HOPES[2], HOPES[0], HOPES[1]]
    QTest.keyClick(board.cockpit.bottom.line, Qt.Key.Key_B, CONTROL)
    assert [note.dots for note in board.picture().columns[0].notes] == [None, None, None]


def test_a_group_is_ranked_by_its_title(board: Room) -> None:
    """With the dots of its title and of its notes; before, its notes are read under it."""
    for row in range(3):
        hopes(board).make_current(row)
        hopes(board).setFocus()
        board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_G, CONTROL)
    board.write("Knowing each other")
    board.press(Qt.Key.Key_Return)
    board.say("A place for odd cases")
    QTest.keyClick(board.cockpit.bottom.line, Qt.Key.Key_B, CONTROL)
    for item, number in ((0, Qt.Key.Key_2), (1, Qt.Key.Key_1), (4, Qt.Key.Key_1)):
        hopes(board).make_current(item)
        hopes(board).setFocus()
        board.press(number)
    first, _ = board.picture().columns[0].notes
    assert (first.title, first.text.split("\n"), first.dots) == (
        "Knowing each other", list(HOPES), None)  # fmt: skip
    QTest.keyClick(board.cockpit.bottom.line, Qt.Key.Key_B, CONTROL)
    told = [(note.title, note.text, note.dots) for note in board.picture().columns[0].notes]
    assert told == [("Knowing each other", "", 3), ("", "A place for odd cases", 1)]
    assert [item.dots for item in hopes(board).notes.items] == [3, 1, 0, 0, 1]


def test_any_board_can_be_voted_on(room: Room) -> None:
    """Where the recipe gives no dots, Ctrl+B asks how many; Enter is enough."""
    room.go_to("who-is-missing")
    room.say("The coast", "The names")
    room.press(Qt.Key.Key_B, CONTROL)
    dialog = room.house.hearth.window.findChild(DotsDialog)
    assert dialog is not None
    dialog.form.set_values({"each": 4})
    QTest.keyClick(dialog.form.field_widget("cap"), Qt.Key.Key_Return)
    settle()
    count = dots_round(room.library.reader, room.running.run.id)
    assert count is not None
    assert (count.round.each, count.round.cap) == (4, 2)
    assert bar(room).said.text().startswith("0 dots counted")


def test_what_comes_after_the_dots_is_seen_and_voted_on_in_another_round(board: Room) -> None:
    """Marked on the board, said beside it and on the wall; Ctrl+Shift+B begins another round."""
    click_count(board)
    board.into_canvas()
    board.press(Qt.Key.Key_5)
    board.say("A late thought")
    view = hopes(board)
    assert [item.late for item in view.notes.items] == [False, False, False, True]
    assert "1 note came after the dots" in bar(board).said.text()
    click_count(board)
    assert board.picture().small == ("5 dots counted · 1 note came after the dots",)
    with board.library.change("note-edit") as writer:
        (row,) = (one for one in board.library.reader.rows(Note) if one.text == "A late thought")
        writer.change(row, audience="facilitator")
    assert board.picture().small == ("5 dots counted",)
    with board.library.change("note-edit") as writer:
        writer.change(writer.row(Note, row.id), audience=row.audience)
    late = board.picture().columns[0].notes[-1]
    assert (late.text, late.dots) == ("A late thought", None)
    board.press(Qt.Key.Key_B, CONTROL | SHIFT)
    dialog = board.house.hearth.window.findChild(DotsDialog)
    assert dialog is not None
    QTest.keyClick(dialog.form.field_widget("each"), Qt.Key.Key_Return)
    settle()
    board.house.hearth.window.activateWindow()
    settle()
    assert [item.late for item in view.notes.items] == [False] * 4
    assert bar(board).said.text().startswith("Round 2: 0 dots counted")
    board.press(Qt.Key.Key_Z, CONTROL)
    assert [item.dots for item in view.notes.items] == [5, 0, 0, 0]


def test_enter_goes_on_to_what_is_counted_next(board: Room) -> None:
    """Groups as a whole, then single notes; F2 still edits."""
    board.into_canvas()
    board.press(Qt.Key.Key_Right, SHIFT)
    board.press(Qt.Key.Key_G, CONTROL)
    board.press(Qt.Key.Key_Return)
    board.press(Qt.Key.Key_B, CONTROL)
    board.press(Qt.Key.Key_4)
    board.press(Qt.Key.Key_Return)
    board.press(Qt.Key.Key_2)
    assert [item.dots for item in hopes(board).notes.items] == [4, 0, 0, 2]
