"""The view of notes by itself: what it shows, how one walks among notes, what is painted."""

from collections.abc import Iterator
from operator import ne

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QPaintEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress, speak
from tests.ui.fitting import settle
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.model import DotsMode, NoteItem, NotesModel
from ui.parts.notes.view import NotesView


def note(name: str, group: str = "", text: str = "") -> NoteItem:
    """A note."""
    return NoteItem(name, text or name, group=group)


def title(group: str) -> NoteItem:
    """The title of a group."""
    return NoteItem(group, group, group=group, title=True)


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
    look = dress(qapp)
    made = NotesView(look, speak(), sticky_notes(look))
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


def mispainted(view: NotesView) -> int:
    """How many colours stand on the screen otherwise than if all notes were painted at once."""
    settle()
    place = view.viewport().geometry()
    screen = view.screen().grabWindow(view.winId()).copy(place).toImage()
    whole = view.viewport().grab().toImage()
    form = QImage.Format.Format_RGB32
    colours = (bytes(image.convertToFormat(form).constBits()) for image in (screen, whole))
    return sum(map(ne, *colours))


EDGES = 120
"""Colours, three a pixel, at the edges of pieces: Qt smooths a curve otherwise where it is cut."""


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 40), max_size=40, unique=True),
            st.sampled_from(["none", "counting", "shown"]),
            st.integers(0, 900),
            st.integers(0, 40),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_is_painted_in_pieces_is_the_whole(
    view: NotesView, states: list[tuple[list[int], DotsMode, int, int]]
) -> None:
    """Whatever came, went, was scrolled, chosen or walked to: as if all were painted anew."""
    for numbers, dots, scrolled, other in states:
        some = [
            NoteItem(f"{number}", f"Said {number} " * (number % 7 + 1), dots=number % 5)
            for number in numbers
        ]
        more = [*some, note("x", text="One more")]
        for shown in (some, more, more[1:]):
            view.show_items(shown, dots, empty="Nothing yet.")
            assert mispainted(view) < EDGES
        view.verticalScrollBar().setValue(scrolled)
        view.go_to_item(f"{other}")
        assert mispainted(view) < EDGES
        for chosen in ({f"{number}" for number in numbers[::3]}, set[str]()):
            view.choose_ids(chosen)
            assert mispainted(view) < EDGES
            view.show_items(more, dots)
            assert mispainted(view) < EDGES


def test_one_more_note_is_painted_alone(view: NotesView) -> None:
    """What was painted before is not painted again."""
    some = [note(str(number)) for number in range(20)]
    view.resize(700, 900)
    view.show_items(some)
    settle()
    painted: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.region().boundingRect())
            return False

    watch = Watch()
    view.viewport().installEventFilter(watch)
    view.show_items([*some, note("x")])
    settle()
    last = view.visualRect(view.notes.index(20))
    assert any(rect.contains(last) for rect in painted)
    assert not any(rect.intersects(view.visualRect(view.notes.index(0))) for rect in painted)
