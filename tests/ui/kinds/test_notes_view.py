"""The view of notes by itself: where notes lie, how one walks among them, what it costs."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress, speak
from tests.ui.fitting import settle
from ui.parts.notes.flow import Laid, Style, lay
from ui.parts.notes.items import NoteItem, NotesModel
from ui.parts.notes.keys import step_to
from ui.parts.notes.view import NotesView

STYLE = Style(least=100, widest=160, gap=8, pad=10, tall=90, margin=3)


def measure(item: NoteItem, width: int) -> int:
    """A line of 20 pixels for each 10 letters in 100 pixels."""
    return 20 + 20 * (len(item.text) * 10 // max(1, width))


def note(name: str, group: str = "", text: str = "") -> NoteItem:
    """A note."""
    return NoteItem(name, text or name, group=group)


def title(group: str) -> NoteItem:
    """The title of a group."""
    return NoteItem(group, group, group=group, title=True)


def drawn_items(drawn: list[tuple[int, int]]) -> list[NoteItem]:
    """Notes and groups of some length, each with so many members (fewer than three: none)."""
    made: list[NoteItem] = []
    for at, (length, members) in enumerate(drawn):
        if members < 3:
            made.append(note(f"n{at}", text="x" * length))
            continue
        made.append(title(f"g{at}"))
        made += [note(f"m{at}-{number}", f"g{at}", "y" * length) for number in range(members)]
    return made


drawings = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5)), min_size=1, max_size=30)
items = drawings.map(drawn_items)


@given(items, st.integers(60, 1400))
def test_nothing_overlaps_and_all_lies_within(some: list[NoteItem], width: int) -> None:
    """Whatever the notes and the width: notes apart from each other, groups in their boxes."""
    laid = lay(some, width, STYLE, measure)
    assert len(laid.rects) == len(some)
    for at, rect in enumerate(laid.rects):
        assert not rect.isEmpty()
        assert rect.bottom() < laid.height
        assert rect.right() < max(width, STYLE.least + 2 * STYLE.margin)
        assert not any(rect.intersects(other) for other in laid.rects[at + 1 :])
    boxes = {box.group: box.rect for box in laid.boxes}
    for item, rect in zip(some, laid.rects, strict=True):
        if item.group:
            assert boxes[item.group].contains(rect)
        else:
            assert not any(box.intersects(rect) for box in boxes.values())


@given(items, st.integers(60, 1400))
def test_arrows_reach_every_note(some: list[NoteItem], width: int) -> None:
    """Right goes through all in order; up and down never leave the sheet and come back."""
    rects = lay(some, width, STYLE, measure).rects
    row, seen = 0, [0]
    for _ in some[1:]:
        row = step_to(rects, row, (1, 0))
        seen.append(row)
    assert seen == list(range(len(some)))
    assert step_to(rects, row, (1, 0)) == row
    for start in range(len(rects)):
        down = step_to(rects, start, (0, 1))
        assert down == start or rects[down].top() > rects[start].bottom()


def test_a_long_note_takes_more_columns() -> None:
    """Rather than a tower; and the widest note never more than there is."""
    short, long = lay([note("a"), note("b", text="x" * 200)], 700, STYLE, measure).rects
    assert long.width() > short.width()
    assert long.width() <= 700
    assert lay([], 700, STYLE, measure) == Laid()


def test_where_a_note_let_go_belongs() -> None:
    """Before the note whose left half is under it; in the box it is over; else at the end."""
    some = [title("g"), note("a", "g"), note("b", "g"), note("c"), note("d")]
    laid = lay(some, 400, STYLE, measure)
    left = laid.rects[4].topLeft() + QPoint(4, 4)
    assert laid.drop_at(left, some) == ("d", "")
    assert laid.drop_at(laid.rects[4].topRight() + QPoint(-2, 4), some) == ("", "")
    assert laid.drop_at(laid.rects[2].topRight() + QPoint(-2, 4), some) == ("", "g")
    assert laid.drop_at(laid.rects[0].center(), some) == ("a", "g")
    assert laid.item_at(laid.rects[3].center()) == 3
    assert laid.item_at(QPoint(399, laid.height + 50)) == -1


@settings(max_examples=25)
@given(st.lists(st.lists(st.integers(0, 12), max_size=12, unique=True), min_size=1, max_size=8))
def test_the_model_keeps_its_word(qapp: QApplication, states: list[list[int]]) -> None:
    """Rows that went and came are told truly, from any state to any other."""
    model = NotesModel(speak())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for state in states:
        model.set_items([note(str(number)) for number in state])
        assert [item.id for item in model.items] == [str(number) for number in state]
        assert model.rowCount() == len(state)
    assert tester.model() is model


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[NotesView]:
    """A view with three notes and a group of two, shown."""
    made = NotesView(dress(qapp), speak())
    made.resize(560, 400)
    made.show_items([title("g"), note("a", "g"), note("b", "g"), note("c"), note("d")])
    made.show()
    made.activateWindow()
    made.setFocus()
    settle()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_screen_readers_hear_notes_groups_and_dots(view: NotesView) -> None:
    """Each note is an item of a list, with its group and its dots in its name."""
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.role() == QAccessible.Role.List
    names = [spoken.child(at).text(QAccessible.Text.Name) for at in range(spoken.childCount())]
    assert names == ["group “g”", "a, group “g”", "b, group “g”", "c", "d"]
    view.show_items([NoteItem("c", "c", dots=3)], "counting")
    assert spoken.child(0).text(QAccessible.Text.Name) == "c, 3 dots"


def test_the_current_note_stays_when_others_come_and_go(view: NotesView) -> None:
    """Also when it moves; when it goes, its neighbour is current; what was chosen stays chosen."""
    view.go_to_item("c")
    view.choose_ids({"a", "d"})
    view.show_items([note("x"), note("d"), note("c"), note("a")])
    current = view.current_item()
    assert current is not None
    assert current.id == "c"
    assert [item.id for item in view.chosen_items()] == ["d", "a"]
    view.show_items([note("x"), note("d"), note("a")])
    current = view.current_item()
    assert current is not None
    assert current.id == "a"


def test_the_menu_key_opens_the_menu_at_the_note(qtbot: QtBot, view: NotesView) -> None:
    """Not where the mouse happens to be."""
    view.go_to_item("c")
    reason = QContextMenuEvent.Reason.Keyboard
    with qtbot.waitSignal(view.menu_asked) as asked:
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, QPoint(), QPoint()))
    assert asked.args is not None
    at = view.viewport().mapFromGlobal(asked.args[0])
    assert view.visualRect(view.notes.index(3)).contains(at)


def test_shift_and_space_choose_escape_lets_go(view: NotesView) -> None:
    """Shift with arrows chooses all on the way."""
    view.go_to_item("b")
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert [item.id for item in view.chosen_items()] == ["b", "c", "d"]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert [item.id for item in view.meant_items()] == ["b", "c"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert [item.id for item in view.meant_items()] == ["d"]


def test_what_is_current_is_in_sight(view: NotesView) -> None:
    """However far down it is, also while the view is small."""
    view.show_items([note(str(number), text="some words " * 4) for number in range(120)])
    QTest.keyClick(view, Qt.Key.Key_End)
    rect = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(rect)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_the_field_follows_its_note(view: NotesView) -> None:
    """When others come before it, and when the view is scrolled or made narrower."""
    view.edit_item("d")
    view.show_items([note("x"), *view.notes.items])
    view.resize(200, 300)
    settle()
    assert view.editor is not None
    place = view.visualRect(view.notes.index(view.notes.row_of("d")))
    assert view.editor.geometry().topLeft() == place.topLeft()
    assert view.editor.width() == place.width()
