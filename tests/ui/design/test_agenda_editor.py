"""The agenda by its keys, its numbers edited in place, and blocks dragged to their place."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QListView

from app.library.rows import Run
from app.moment import stamp
from app.workshop.agenda import BREAK
from app.workshop.agenda_order import layouts
from app.workshop.planning import lock_start, scope_of
from tests.ui.design.desk import Desk
from tests.ui.fitting import settle
from ui.design.agenda_dialogs import OwnBlockDialog
from ui.design.agenda_model import BLOCK_MIME, EXERCISE_MIME, ROW, AgendaModel, BlockRow
from ui.parts.typed_fields import MinutesField, TimeField

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press a key in the list."""
    QTest.keyClick(desk.screen.list, key, held or Qt.KeyboardModifier.NoModifier)
    settle()


def editor(desk: Desk, kind: type[MinutesField] | type[TimeField]) -> MinutesField | TimeField:
    """The field that is open in the list."""
    found = desk.screen.list.viewport().findChild(kind)
    assert isinstance(found, MinutesField | TimeField)
    return found


def drop(view: QListView, mime: str, said: str, at: QPoint) -> bool:
    """Drag something over a list and let it go; gives whether it was taken."""
    data = QMimeData()
    data.setData(mime, said.encode())
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    target = view.viewport()
    QApplication.sendEvent(target, QDragEnterEvent(at, both, data, left, none))
    move = QDragMoveEvent(at, both, data, left, none)
    QApplication.sendEvent(target, move)
    view.viewport().grab()
    event = QDropEvent(QPointF(at), both, data, left, none)
    QApplication.sendEvent(target, event)
    settle()
    return move.isAccepted() and event.isAccepted()


def test_the_list_shows_computed_times(desk: Desk) -> None:
    """One row a block, each with its start and its minutes; a break says so."""
    rows = desk.screen.list.agenda.rows
    starts = [row.time for row in rows if isinstance(row, BlockRow)]
    assert starts[:5] == ["8:00", "8:10", "8:30", "9:00", "9:15"]
    assert desk.shown()[3] == "Break"
    assert len(desk.shown()) == 13


def test_keys_move_a_block_and_take_the_choice_along(desk: Desk) -> None:
    """Ctrl+Up and Ctrl+Down; at the edge nothing happens."""
    desk.choose("opening-round")
    press(desk, Qt.Key.Key_Up, CONTROL)
    assert desk.names()[:2] == ["opening-round", "what-leaves-this-room"]
    assert desk.screen.list.current == desk.blocks()[0].id
    press(desk, Qt.Key.Key_Up, CONTROL)
    assert desk.names()[0] == "opening-round"
    press(desk, Qt.Key.Key_Down, CONTROL)
    assert desk.names()[:2] == ["what-leaves-this-room", "opening-round"]


@pytest.mark.parametrize(
    ("key", "minutes"),
    [(Qt.Key.Key_Plus, 35), (Qt.Key.Key_Equal, 35), (Qt.Key.Key_Minus, 25)],
)
def test_plus_and_minus_go_by_five_minutes(desk: Desk, key: Qt.Key, minutes: int) -> None:
    """Times below follow at once."""
    block = desk.choose("hopes-and-fears")
    press(desk, key)
    assert desk.block(block).minutes == minutes
    following = desk.screen.list.agenda.rows[3]
    assert isinstance(following, BlockRow)
    assert following.slot.starts == 8 * 60 + 30 + minutes


def test_minutes_never_fall_below_one(desk: Desk) -> None:
    """Minus on ten minutes goes to five, then stops at one."""
    block = desk.choose("what-leaves-this-room")
    press(desk, Qt.Key.Key_Minus)
    press(desk, Qt.Key.Key_Minus)
    assert desk.block(block).minutes == 1
    press(desk, Qt.Key.Key_Plus)
    assert desk.block(block).minutes == 5


def test_digits_are_typed_over_the_minutes(desk: Desk) -> None:
    """Typing 4 and 5 and Enter gives forty-five; the focus is back in the list."""
    block = desk.choose("hopes-and-fears")
    press(desk, Qt.Key.Key_4)
    field = editor(desk, MinutesField)
    QTest.keyClick(field, Qt.Key.Key_5)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert desk.block(block).minutes == 45
    assert desk.screen.list.hasFocus()
    assert desk.screen.list.current == block.id


def test_f2_edits_and_escape_leaves_all_as_it_was(desk: Desk) -> None:
    """The field holds what there is."""
    block = desk.choose("hopes-and-fears")
    press(desk, Qt.Key.Key_F2)
    field = editor(desk, MinutesField)
    assert isinstance(field, MinutesField)
    assert field.value == 30
    QTest.keyClicks(field, "99")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert desk.block(block).minutes == 30


def test_what_is_no_length_of_time_keeps_its_field_open(desk: Desk) -> None:
    """Enter, Tab and a look elsewhere do not throw it away; an hour and a quarter is taken."""
    block = desk.choose("hopes-and-fears")
    press(desk, Qt.Key.Key_F2)
    field = editor(desk, MinutesField)
    QTest.keyClicks(field, "a while")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(field, key)
        settle()
        assert (field.isVisible(), field.text()) == (True, "a while")
        assert "could not be read" in field.accessibleDescription()
    assert desk.block(block).minutes == 30
    field.selectAll()
    QTest.keyClicks(field, "1 h 15")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert desk.block(block).minutes == 75
    assert desk.screen.list.hasFocus()


def test_l_locks_the_start_where_it_stands_and_opens_its_time(desk: Desk) -> None:
    """Another time may be given at once; the gap is said between the blocks."""
    block = desk.choose("what-we-take-care-of")
    press(desk, Qt.Key.Key_L)
    assert desk.block(block).starts == 9 * 60 + 45
    field = editor(desk, TimeField)
    assert isinstance(field, TimeField)
    QTest.keyClicks(field, "9 h 50")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert desk.block(block).starts == 9 * 60 + 50
    row = desk.screen.list.agenda.rows[5]
    assert isinstance(row, BlockRow)
    assert row.locked
    assert row.note == "5\N{NO-BREAK SPACE}min with nothing planned"
    assert "start fixed" in str(desk.screen.list.agenda.index(5).data(
        Qt.ItemDataRole.AccessibleTextRole))  # fmt: skip
    desk.screen.list.setFocus()
    press(desk, Qt.Key.Key_L)
    assert desk.block(block).starts is None


def test_an_overlap_is_said_and_allowed(desk: Desk) -> None:
    """Reported in words, never forbidden; the first block may begin before the workshop."""
    first, second = desk.blocks()[:2]
    lock_start(desk.library, desk.workshop, second, 8 * 60)
    lock_start(desk.library, desk.workshop, first, 8 * 60 - 15)
    notes = [row.note for row in desk.screen.list.agenda.rows if isinstance(row, BlockRow)]
    assert notes[:2] == [
        "begins 15\N{NO-BREAK SPACE}min before the workshop does",
        "5\N{NO-BREAK SPACE}min with nothing planned",
    ]
    lock_start(desk.library, desk.workshop, second, 8 * 60 - 7)
    row = desk.screen.list.agenda.rows[1]
    assert isinstance(row, BlockRow)
    assert row.note == "overlaps by 2\N{NO-BREAK SPACE}min"


def test_two_blocks_fixed_at_the_same_time_go_on_beside_each_other(desk: Desk) -> None:
    """As when the room goes apart: neither overlaps, and the time is counted once."""
    first, second = desk.blocks()[:2]
    assert "4\u00a0h planned" in desk.screen.sum.text()
    lock_start(desk.library, desk.workshop, first, 8 * 60)
    lock_start(desk.library, desk.workshop, second, 8 * 60)
    rows = [row for row in desk.screen.list.agenda.rows if isinstance(row, BlockRow)]
    assert [row.time for row in rows[:3]] == ["8:00", "8:00", "8:20"]
    assert [row.note for row in rows[:3]] == ["", "", ""]
    assert rows[1].detail.endswith("at the same time as another block")
    assert "3\u00a0h\u00a050 planned" in desk.screen.sum.text()


def test_a_break_has_the_name_it_was_given(desk: Desk) -> None:
    """Given beside the agenda, as any block's; until then it is called a break."""
    pause = next(one for one in desk.blocks() if one.exercise == BREAK)
    desk.screen.list.setFocus()
    desk.screen.list.choose(pause.id)
    settle()
    panel = desk.screen.panel
    assert panel.title.text() == "Break"
    QTest.mouseClick(panel.rename_button, Qt.MouseButton.LeftButton)
    panel.title_field.clear()
    QTest.keyClicks(panel.title_field, "Soup in the yard")
    QTest.keyClick(panel.title_field, Qt.Key.Key_Return)
    settle()
    assert desk.block(pause).title == "Soup in the yard"
    assert desk.shown()[3] == "Soup in the yard"
    assert panel.title.text() == "Soup in the yard"


def test_delete_takes_a_block_off_and_undo_brings_it_back(desk: Desk) -> None:
    """The next block is chosen, and a sentence says how it comes back."""
    before = desk.names()
    desk.choose("hopes-and-fears")
    press(desk, Qt.Key.Key_Delete)
    assert "hopes-and-fears" not in desk.names()
    assert desk.screen.list.currentIndex().data() == "Break"
    assert desk.said() == "“Hopes and fears” was taken off the agenda. Ctrl Z brings it back."
    QTest.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)
    settle()
    assert desk.names() == before


def test_a_block_that_was_run_stays_and_says_why(desk: Desk) -> None:
    """A break, which has no title, is named too."""
    pause = desk.blocks()[3]
    with desk.library.change("block-enter", scope_of(desk.workshop)) as rows:
        rows.add(Run(id="r", block=pause.id, started=stamp(desk.library.moment.now())))
    desk.screen.list.choose(pause.id)
    press(desk, Qt.Key.Key_Delete)
    assert desk.names()[3] == "–"
    assert desk.said().startswith("“Break” has already")


def test_ctrl_b_adds_a_break_after_the_chosen_block(desk: Desk) -> None:
    """And chooses it."""
    desk.choose("opening-round")
    QTest.keyClick(desk.window, Qt.Key.Key_B, CONTROL)
    settle()
    assert desk.names()[:3] == ["what-leaves-this-room", "opening-round", "–"]
    assert desk.screen.list.current == desk.blocks()[2].id


def test_insert_asks_for_a_block_of_ones_own(desk: Desk) -> None:
    """Without a title it says what is missing; with one it stands after the chosen block."""
    desk.choose("opening-round")
    press(desk, Qt.Key.Key_Insert)
    ask = desk.screen.findChild(OwnBlockDialog)
    assert ask is not None
    ask.try_keep()
    assert ask.isVisible()
    field = ask.form.field_widget("title")
    QTest.keyClicks(field, "  A word from the director ")
    ask.form.set_values({"minutes": 10})
    ask.try_keep()
    settle()
    assert desk.names()[2] == "A word from the director"
    assert desk.blocks()[2].minutes == 10
    assert desk.screen.list.current == desk.blocks()[2].id


def test_a_title_half_typed_is_not_lost_by_escape(desk: Desk) -> None:
    """Leaving asks first; Ctrl+Enter keeps it."""
    press(desk, Qt.Key.Key_Insert)
    ask = desk.screen.findChild(OwnBlockDialog)
    assert ask is not None
    field = ask.form.field_widget("title")
    QTest.keyClicks(field, "A word")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert ask.isVisible()
    assert len(desk.house.answers.asked) == 1
    QTest.keyClick(field, Qt.Key.Key_Return, CONTROL)
    settle()
    assert "A word" in desk.names()
    press(desk, Qt.Key.Key_Insert)
    again = desk.screen.findChild(OwnBlockDialog)
    assert again is not None
    again.reject()
    assert len(desk.house.answers.asked) == 1


def test_a_block_is_dragged_to_another_place(desk: Desk) -> None:
    """Above the middle of a row goes before it, below it after; past the end goes last."""
    view = desk.screen.list
    moved = desk.choose("opening-round")
    target = view.visualRect(view.agenda.index(4))
    below = QPoint(target.center().x(), target.bottom() - 2)
    assert drop(view, BLOCK_MIME, moved.id, below)
    assert desk.names()[3:6] == ["case-on-the-table", "opening-round", "what-we-take-care-of"]
    top = view.visualRect(view.agenda.index(0))
    assert drop(view, BLOCK_MIME, moved.id, QPoint(20, top.top() + 1))
    assert desk.names()[0] == "opening-round"
    QTest.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(desk.window, Qt.Key.Key_Z, CONTROL)
    settle()
    assert desk.names()[1] == "opening-round"


def test_an_exercise_is_dropped_into_the_agenda(desk: Desk) -> None:
    """And into an empty one."""
    view = desk.screen.list
    middle = view.visualRect(view.agenda.index(1))
    assert drop(view, EXERCISE_MIME, "our-word", QPoint(20, middle.top() + 1))
    assert desk.names()[1] == "our-word"


def test_what_is_not_of_the_agenda_is_not_taken(desk: Desk) -> None:
    """Text dragged from elsewhere, and a block of another workshop."""
    before = desk.names()
    view = desk.screen.list
    assert not drop(view, "text/plain", "hello", QPoint(20, 20))
    drop(view, BLOCK_MIME, "a block of another workshop", QPoint(20, 20))
    assert desk.names() == before


def test_a_drag_carries_the_block(desk: Desk) -> None:
    """The model gives its id, under the name that the list takes."""
    model = desk.screen.list.agenda
    data = model.mimeData([model.index(2)])
    assert data.hasFormat(BLOCK_MIME)
    assert bytes(data.data(BLOCK_MIME).data()).decode() == desk.blocks()[2].id


def test_the_model_keeps_qts_contract(desk: Desk) -> None:
    """Filled, changed, emptied."""
    model = desk.screen.list.agenda
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    desk.choose("hopes-and-fears")
    press(desk, Qt.Key.Key_Plus)
    press(desk, Qt.Key.Key_Delete)
    model.set_rows([])
    assert isinstance(model, AgendaModel)
    assert tester.model() is model
    assert model.index(0).data(ROW) is None


def test_longer_blocks_are_taller(desk: Desk) -> None:
    """Up to a bound; a long title grows its block instead of being cut."""
    view = desk.screen.list

    def height(row: int) -> int:
        return view.visualRect(view.agenda.index(row)).height()

    round_ = desk.choose("opening-round")
    heights = []
    for minutes in (20, 30, 40):
        assert desk.screen.agenda_actions.set_minutes(round_.id, minutes)
        settle()
        heights.append(height(1))
    assert heights == sorted(set(heights))
    before = height(0)
    block = desk.choose("what-leaves-this-room")
    assert desk.screen.agenda_actions.rename(block.id, "A very long title that goes on " * 8)
    settle()
    assert height(0) > before + 40


def test_what_stands_in_the_library_is_what_is_listed(desk: Desk) -> None:
    """After any of it."""
    desk.choose("opening-round")
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_L):
        press(desk, key)
    QTest.keyClick(desk.window, Qt.Key.Key_B, CONTROL)
    settle()
    (layout,) = layouts(desk.library.reader, desk.workshop.id)
    slots = [row.slot for row in desk.screen.list.agenda.rows if isinstance(row, BlockRow)]
    assert slots == list(layout.slots)
