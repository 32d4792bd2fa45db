"""A clause is split where the cursor stands, and merged with the next, under the hands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from tests.ui.charter.desk import CONTROL, SHIFT, Desk
from ui.parts.clauses.clause_field import CLAUSE_KEYS

Key = Qt.Key
SPLIT = (Key.Key_M, CONTROL | SHIFT)
MERGE = (Key.Key_M, CONTROL)


def test_a_text_is_split_at_the_cursor(desk: Desk) -> None:
    """Also within what was typed a moment ago; one goes on in the second half; undone at once."""
    desk.open("practice")
    sources = desk.sources("practice")
    before = [one.text for one in desk.clauses("practice")]
    desk.write()
    desk.keys(" 🌱 More of it.")
    for _ in "More of it.":
        desk.press(Key.Key_Left)
    desk.press(*SPLIT)
    assert desk.text("practice").endswith("🌱")
    assert desk.text("practice", 1) == "More of it."
    assert sources
    assert desk.sources("practice") == desk.sources("practice", 1) == sources
    assert desk.editor(1).hasFocus()
    desk.keys("Yes. ")
    desk.rest()
    assert desk.text("practice", 1) == "Yes. More of it."
    desk.press(Key.Key_Up)
    desk.press(*MERGE)
    assert desk.text("practice").splitlines()[-1] == "Yes. More of it."
    assert len(desk.clauses("practice")) == len(before)
    assert desk.editor().toPlainText() == desk.text("practice")
    desk.leave_field()
    desk.press(Key.Key_Z, CONTROL)
    assert desk.text("practice", 1) == "Yes. More of it."


def test_a_list_is_split_above_the_item(desk: Desk) -> None:
    """Through the menu, which tells the key."""
    desk.open("norms")
    items = desk.text("norms").splitlines()
    assert len(items) > 2
    editor = desk.write(end=False)
    desk.press(Key.Key_Down)
    menu = desk.field().menu()
    action = next(one for one in menu.actions() if one.objectName() == "split")
    assert action.text().startswith("Split at the cursor")
    action.trigger()
    assert desk.text("norms").splitlines() == items[:1]
    assert desk.text("norms", 1).splitlines() == items[1:]
    assert editor.toPlainText() == items[0]
    assert set(CLAUSE_KEYS) == {one.objectName() for one in menu.actions()}


def test_a_table_is_split_above_the_row(desk: Desk) -> None:
    """The row one is in begins the second; together again they are what they were."""
    desk.open("rhythm")
    whole = desk.text("rhythm")
    rows = whole.splitlines()
    desk.table().rows_shown()[1][0].setFocus()
    desk.press(*SPLIT)
    assert desk.text("rhythm").splitlines() == rows[:1]
    assert desk.text("rhythm", 1).splitlines() == rows[1:]
    desk.table().rows_shown()[0][0].setFocus()
    desk.press(*MERGE)
    assert desk.text("rhythm") == whole


def test_where_there_is_nothing_to_do_that_is_said(desk: Desk) -> None:
    """At the end of a clause; after the last one. Nothing changes."""
    desk.open("practice")
    before = [one.text for one in desk.clauses("practice")]
    desk.write(len(before) - 1).moveCursor(QTextCursor.MoveOperation.End)
    desk.press(*SPLIT)
    assert desk.notice.startswith("A clause is split at the cursor")
    desk.press(*MERGE)
    assert desk.notice.startswith("No clause follows")
    assert [one.text for one in desk.clauses("practice")] == before
