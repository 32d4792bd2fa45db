"""Dots on a board: counted by the facilitator, hidden until they are shown, then most first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.workshop.rounds import dots_round
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, HOPES, Room, hopes, texts_shown
from ui.kinds.board import CountBar


def bar(room: Room) -> CountBar:
    """Where the count is told."""
    return room.child(CountBar)


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
    bar(board).button.click()
    settle()
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
    bar(board).button.click()
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
