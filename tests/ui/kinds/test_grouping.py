"""Notes gathered and put in order, by keys and by dragging; a mark says what letting go does."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.library.rows import Cluster
from tests.ui.fitting import settle
from tests.ui.kinds.room import (
    CONTROL,
    HOPES,
    SHIFT,
    Room,
    click_item,
    hopes,
    place_of_item,
    texts_shown,
)
from ui.parts.notes.drag_view import carry
from ui.parts.notes.editor import NoteEditor
from ui.parts.notes.view import NotesView


def fears(room: Room) -> NotesView:
    """The view of the worries."""
    return room.zones_view().view("fears")


def test_gathering_then_a_name_straight_after(board: Room) -> None:
    """Space chooses, Ctrl+G gathers, what is typed next is the name; one undo takes both back."""
    board.into_canvas()
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_Right)
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_G, CONTROL)
    assert isinstance(QApplication.focusWidget(), NoteEditor)
    board.write("Knowing whom")
    board.press(Qt.Key.Key_Return)
    assert texts_shown(hopes(board)) == ["Knowing whom", *HOPES]
    assert hopes(board).hasFocus()
    current = hopes(board).current_item()
    assert current is not None
    assert current.text == HOPES[2]  # sorting goes on with what is in no group
    board.press(Qt.Key.Key_Z, CONTROL)
    assert board.library.reader.rows(Cluster) == []
    assert board.notes("hopes") == list(HOPES)


def test_a_group_is_renamed_and_taken_apart(board: Room) -> None:
    """F2 on the title; emptied, it has no name any more; Ctrl+Shift+G takes it apart."""
    board.into_canvas()
    board.press(Qt.Key.Key_G, CONTROL)
    board.write("Knowing whom")
    board.press(Qt.Key.Key_Return)
    board.press(Qt.Key.Key_Home)
    board.press(Qt.Key.Key_F2)
    board.write("Whom to call")
    board.press(Qt.Key.Key_Return)
    assert [one.title for one in board.library.reader.rows(Cluster)] == ["Whom to call"]
    board.press(Qt.Key.Key_F2)
    board.press(Qt.Key.Key_Delete)
    board.press(Qt.Key.Key_Return)
    assert [one.title for one in board.library.reader.rows(Cluster)] == [""]
    board.press(Qt.Key.Key_G, CONTROL | SHIFT)
    assert board.library.reader.rows(Cluster) == []
    assert board.notes("hopes") == list(HOPES)


def test_a_group_may_go_without_a_name(board: Room) -> None:
    """Escape or Enter on nothing leaves it so; the last note that leaves takes it along."""
    board.into_canvas()
    board.press(Qt.Key.Key_Right, SHIFT)
    board.press(Qt.Key.Key_G, CONTROL)
    board.press(Qt.Key.Key_Escape)
    assert [one.title for one in board.library.reader.rows(Cluster)] == [""]
    assert texts_shown(hopes(board)) == ["", *HOPES]
    (gathered, alone) = board.picture().columns[0].notes
    assert (gathered.title, gathered.text) == ("", f"{HOPES[0]}\n{HOPES[1]}")
    assert alone.text == HOPES[2]
    for text in HOPES[:2]:
        click_item(hopes(board), text)
        board.press(Qt.Key.Key_G, CONTROL | SHIFT)
    assert board.library.reader.rows(Cluster) == []


def drop(view: NotesView, ids: list[str], at: QPoint) -> None:
    """Carry notes over a view and let go."""
    data = carry(ids)
    action, button, none = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    viewport = view.viewport()
    for event in (
        QDragEnterEvent(at, action, data, button, none),
        QDragMoveEvent(at, action, data, button, none),
        QDropEvent(QPointF(at), action, data, button, none),
    ):
        QApplication.sendEvent(viewport, event)
        assert event.isAccepted()
    settle()


def edge_of(view: NotesView, text: str) -> QPoint:
    """The left edge of a note."""
    row = texts_shown(view).index(text)
    return view.visualRect(view.notes.index(row)).topLeft() + QPoint(4, 8)


def middle_of(view: NotesView, text: str) -> QPoint:
    """The middle of a note."""
    row = texts_shown(view).index(text)
    return view.visualRect(view.notes.index(row)).center()


def id_of(view: NotesView, text: str) -> str:
    """The id of a note or a group."""
    return next(item.id for item in view.notes.items if item.text == text)


def test_dragging_within_a_zone_and_to_another(board: Room) -> None:
    """Let go at the edge of a note, it comes before it; elsewhere, at the end."""
    last = hopes(board).notes.items[2].id
    drop(hopes(board), [last], edge_of(hopes(board), HOPES[0]))
    assert board.notes("hopes") == [HOPES[2], HOPES[0], HOPES[1]]
    drop(fears(board), [last], QPoint(20, 100))
    assert board.notes("fears") == [HOPES[2]]
    assert fears(board).hasFocus()


def test_dropping_a_note_on_another_gathers_them(board: Room) -> None:
    """At once, to be named or not; from another zone too; one undo takes it back."""
    view = hopes(board)
    drop(view, [id_of(view, HOPES[2])], middle_of(view, HOPES[0]))
    assert texts_shown(view) == ["", HOPES[0], HOPES[2], HOPES[1]]
    board.write("Alike")
    board.press(Qt.Key.Key_Return)
    assert [one.title for one in board.library.reader.rows(Cluster)] == ["Alike"]
    board.press(Qt.Key.Key_Z, CONTROL)
    assert texts_shown(view) == list(HOPES)
    board.tab()
    board.say("One more meeting")
    drop(view, [id_of(fears(board), "One more meeting")], middle_of(view, HOPES[1]))
    board.press(Qt.Key.Key_Escape)
    assert texts_shown(view) == ["", HOPES[1], "One more meeting", HOPES[0], HOPES[2]]
    assert board.notes("fears") == []


def test_while_dragging_a_mark_says_what_will_happen(board: Room) -> None:
    """A ring around what would be joined, a line where it would stand, nothing once it is over."""
    view = hopes(board)
    data = carry([id_of(view, HOPES[2])])
    action, button, none = (
        Qt.DropAction.MoveAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    def move(at: QPoint) -> None:
        event = QDragMoveEvent(at, action, data, button, none)
        QApplication.sendEvent(view.viewport(), event)

    plain = view.grab().toImage()
    enter = QDragEnterEvent(middle_of(view, HOPES[0]), action, data, button, none)
    QApplication.sendEvent(view.viewport(), enter)
    move(middle_of(view, HOPES[0]))
    joins = view.grab().toImage()
    shown = view.drop_shown
    assert shown is not None
    assert shown.onto == id_of(view, HOPES[0])
    move(edge_of(view, HOPES[0]))
    stands = view.grab().toImage()
    shown = view.drop_shown
    assert shown is not None
    assert (shown.onto, shown.before) == ("", id_of(view, HOPES[0]))
    assert joins != plain
    assert stands not in (plain, joins)
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert view.drop_shown is None
    assert view.grab().toImage() == plain


def test_a_group_let_go_on_another_joins_it_with_its_dots(board: Room) -> None:
    """The one it is let go on keeps its name."""
    board.say("A fourth")
    view = hopes(board)
    for name, texts in (("One", HOPES[:2]), ("Two", (HOPES[2], "A fourth"))):
        click_item(view, texts[0])
        click_item(view, texts[1], CONTROL)
        board.press(Qt.Key.Key_G, CONTROL)
        board.write(name)
        board.press(Qt.Key.Key_Return)
    board.press(Qt.Key.Key_B, CONTROL)
    for name, digit in (("One", Qt.Key.Key_3), ("Two", Qt.Key.Key_2)):
        view.go_to_item(id_of(view, name))
        view.setFocus()
        board.press(digit)
    drop(view, [id_of(view, "Two")], middle_of(view, HOPES[0]))
    assert texts_shown(view) == ["One", HOPES[0], HOPES[1], HOPES[2], "A fourth"]
    assert view.notes.items[0].dots == 5
    board.press(Qt.Key.Key_Z, CONTROL)
    assert "Two" in texts_shown(view)


def test_dragging_into_a_group_and_out(board: Room) -> None:
    """Let go on its title, a note joins at its beginning; let go below the box, it leaves."""
    click_item(hopes(board), HOPES[0])
    board.press(Qt.Key.Key_G, CONTROL)
    board.write("Alike")
    board.press(Qt.Key.Key_Return)
    view = hopes(board)
    other = next(item.id for item in view.notes.items if item.text == HOPES[2])
    drop(view, [other], place_of_item(view, "Alike"))
    assert texts_shown(view) == ["Alike", HOPES[2], HOPES[0], HOPES[1]]
    drop(view, [other], QPoint(view.viewport().width() // 2, view.viewport().height() - 4))
    assert texts_shown(view) == ["Alike", HOPES[0], HOPES[1], HOPES[2]]
