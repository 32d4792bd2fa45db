"""Words go where the eye is: click anywhere in the room and type; nothing is lost or altered."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.library.rows import Clause, Cluster, Naming, Note, Outcome, Person, Reservation
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, HOPES, Room, click_item, open_room
from tests.ui.opened import opened
from ui.kinds.roles.names import NameCard
from ui.kinds.roles.role_card import RoleCard
from ui.parts.sentences import SentenceBar

# Menus are popups, which want what the offscreen screen cannot do.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")

SAID = (Note, Cluster, Clause, Naming, Outcome, Person, Reservation)
"""Tables of what people said."""
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
TRIALS = 30
"""Clicks in each kind of exercise."""


def type_on(text: str) -> None:
    """Type wherever the keyboard is, as it goes from one place to another."""
    for letter in text:
        QTest.keyClicks(with_keyboard(), letter)


def with_keyboard() -> QWidget:
    """What gets the next key."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found


def said(room: Room) -> dict[str, str]:
    """Whatever was said and written down, with its words."""
    rows = [msgspec.to_builtins(row) for table in SAID for row in room.library.reader.rows(table)]
    parts = ("text", "title", "name", "answer", "zone")
    return {row["id"]: " | ".join(row.get(part) or "" for part in parts) for row in rows}


def clicked(widget: QWidget) -> bool:
    """Whether a click there is a command, or begins writing in a field."""
    at: QWidget | None = widget
    while at is not None:
        if isinstance(at, FIELDS) or (
            isinstance(at, QAbstractButton) and not isinstance(at, NameCard)
        ):
            return True
        at = at.parentWidget()
    return False


@contextmanager
def a_room(application: QApplication, folder: Path, exercise: str) -> Iterator[Room]:
    """The cockpit at an exercise, with a few things said in it."""
    with opened(application, folder) as house:
        room = open_room(house)
        lines = room.cockpit.controller.state().lines
        if all(line.block.exercise != exercise for line in lines):
            add_exercise(room.library, house.hearth.catalogue, room.workshop, exercise)
        room.go_to(exercise)
        if room.cockpit.canvas is not None and room.cockpit.canvas.target():
            room.say(*HOPES)
        yield room


EXERCISES = (
    "what-leaves-this-room",
    "hopes-and-fears",
    "taking-the-pulse",
    "then-and-now",
    "ten-tokens",
    "who-tends-what",
    "what-we-take-care-of",
    "our-word",
)
"""One of each kind; the charter is drafted in one and agreed in another."""


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_word_typed_after_any_click_is_kept(
    qapp: QApplication, tmp_path: Path, exercise: str
) -> None:
    """It is in the line, or Enter has kept it; what was there before is as it was."""
    share = st.floats(0, 1, exclude_max=True)
    word = st.text(st.sampled_from("abcdefghijnmoqrstuvyYN0123456789+-?"), min_size=1, max_size=6)
    numbers = (f"{n}x" for n in count())  # nobody is named twice
    with a_room(qapp, tmp_path, exercise) as room:

        @settings(
            max_examples=TRIALS,
            deadline=None,
            suppress_health_check=[HealthCheck.function_scoped_fixture],
        )
        @given(share, share, word)
        def click_and_type(across: float, down: float, word: str) -> None:
            window, line = room.house.hearth.window, room.cockpit.bottom.line
            # Off the screen a list of names that went does not give the keys back to its window.
            window.activateWindow()
            settle()
            room.go_to(exercise)
            line.clear()
            line.setFocus()
            point = QPoint(int(across * window.width()), int(down * window.height()))
            widget = window.childAt(point)
            if widget is None or clicked(widget):
                return
            inside = widget.mapFrom(window, point)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=inside)
            settle()
            asks = QApplication.activeModalWidget()
            if asks is not None:  # as the clock does; its fields claim what is typed
                asks.close()
                return
            before = said(room)
            word += next(numbers)
            type_on(word)
            assert line.text() == word, (widget, QApplication.focusWidget())
            assert QApplication.focusWidget() is line
            QTest.keyClick(with_keyboard(), Qt.Key.Key_Return)
            settle()
            after = said(room)
            assert {row: after.get(row) for row in before} == before
            new = [text for row, text in after.items() if row not in before]
            assert line.text() == word or any(word in text for text in new)

        click_and_type()


def test_typing_after_a_click_into_an_empty_part_of_a_zone(board: Room) -> None:
    """The words go to the zone that was clicked; the note chosen before is as it was."""
    hopes, fears = (board.zones_view().view(zone) for zone in ("hopes", "fears"))
    click_item(hopes, HOPES[0])
    assert hopes.hasFocus()
    empty = QPoint(fears.viewport().width() // 2, fears.viewport().height() - 8)
    QTest.mouseClick(fears.viewport(), Qt.MouseButton.LeftButton, pos=empty)
    settle()
    assert board.cockpit.bottom.line.hasFocus(), "the ring is where the keyboard is"
    type_on("Nobody comes")
    QTest.keyClick(with_keyboard(), Qt.Key.Key_Return)
    assert board.notes("fears") == ["Nobody comes"]
    assert board.notes("hopes") == list(HOPES)
    title = board.zones_view().card("hopes").title
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    type_on("More of us")
    QTest.keyClick(with_keyboard(), Qt.Key.Key_Return)
    assert board.notes("hopes") == [*HOPES, "More of us"]


def test_typing_after_a_click_on_a_note(board: Room) -> None:
    """Letters, digits and what is pasted go to the line; Enter keeps them, and opens nothing."""
    view = board.zones_view().view("hopes")
    click_item(view, HOPES[1])
    type_on("30 of us")
    QTest.keyClick(with_keyboard(), Qt.Key.Key_Return)
    assert board.notes() == [*HOPES, "30 of us"]
    assert view.editor is None
    click_item(view, HOPES[1])
    QGuiApplication.clipboard().setText("One\nTwo")
    QTest.keyClick(with_keyboard(), Qt.Key.Key_V, CONTROL)
    assert board.notes() == [*HOPES, "30 of us", "One", "Two"]


def test_composed_letters_go_to_the_line(board: Room) -> None:
    """A dead key and what an input method composes are not lost on a note."""
    view, line = board.zones_view().view("hopes"), board.cockpit.bottom.line
    click_item(view, HOPES[1])
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(view, query)
    assert query.value(Qt.InputMethodQuery.ImEnabled), "or nothing is composed there"
    QApplication.sendEvent(view, QInputMethodEvent("´", []))
    assert view.hasFocus(), "moving the keyboard would end the composing"
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QApplication.sendEvent(view, composed)
    assert line.hasFocus()
    type_on("t")
    assert line.text() == "ét"
    altgr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    view.setFocus()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_At, altgr, "@")
    QApplication.sendEvent(view, key)
    assert line.text() == "ét@"


def test_digits_count_while_dots_are_counted(board: Room) -> None:
    """Only then are they a note's; letters go to the line then too."""
    view, line = board.zones_view().view("hopes"), board.cockpit.bottom.line
    QTest.keyClick(line, Qt.Key.Key_B, CONTROL)
    click_item(view, HOPES[0])
    type_on("4")
    assert view.hasFocus()
    assert [item.dots for item in view.notes.items] == [4, 0, 0]
    type_on("four")
    assert line.text() == "four"
    QTest.keyClick(line, Qt.Key.Key_B, CONTROL)
    view.setFocus()
    type_on("4")
    assert line.text() == "four4"


def test_escape_gives_the_keyboard_back_from_anywhere(board: Room) -> None:
    """From a note, from chosen ones, from an editor, from the name of a group, from the strip."""
    view, line = board.zones_view().view("hopes"), board.cockpit.bottom.line
    window = board.house.hearth.window

    def choose() -> None:
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_A, CONTROL)

    def edit() -> None:
        view.setFocus()
        QTest.keyClick(view, Qt.Key.Key_F2)

    def name() -> None:
        choose()
        QTest.keyClick(view, Qt.Key.Key_G, CONTROL)

    def dismiss() -> None:
        window.say("Something.", "amber")
        bar = window.findChild(SentenceBar)
        assert isinstance(bar, SentenceBar)
        bar.close_button.setFocus()

    begins = (view.setFocus, choose, edit, name, dismiss, board.cockpit.top.more.setFocus)
    for begin in begins:
        begin()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused is not line
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        settle()
        assert line.hasFocus(), (begin, QApplication.focusWidget())
    assert board.notes("hopes") == list(HOPES)


def test_what_had_the_keyboard_is_gone(board: Room) -> None:
    """The line has it then: the next words are not lost."""
    view, line = board.zones_view().view("hopes"), board.cockpit.bottom.line
    view.setFocus()
    view.clearFocus()
    settle()
    type_on("still here")
    assert line.text() == "still here"


def test_the_menu_of_a_name(room: Room) -> None:
    """The keys it shows work while it is open; names typed blind go to the line."""
    room.go_to("who-tends-what")
    room.say("Wei Zhang")
    line = room.cockpit.bottom.line
    card = room.child(RoleCard).names.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_2, CONTROL)
    settle()
    assert [one.answer for one in room.library.reader.rows(Naming)] == ["yes"]
    room.house.hearth.window.activateWindow()
    settle()
    card = room.child(RoleCard).names.cards[0]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    type_on("Nadia")
    assert line.text() == "Nadia"
    assert [one.answer for one in room.library.reader.rows(Naming)] == ["yes"]


def test_words_typed_over_an_open_menu_go_to_the_line(board: Room) -> None:
    """That of the room, and that of a note: it closes, and not a letter is lost."""
    cockpit, view = board.cockpit, board.zones_view().view("hopes")
    cockpit.bottom.line.setFocus()
    QTimer.singleShot(0, cockpit, lambda: type_on("Nadia"))
    cockpit.top.more.click()
    assert cockpit.bottom.line.text() == "Nadia"
    board.house.hearth.window.activateWindow()
    settle()
    cockpit.bottom.line.clear()
    view.setFocus()
    view.menu_asked.emit(view.mapToGlobal(QPoint(5, 5)))
    assert QApplication.activePopupWidget() is not None
    type_on("Nadia")
    assert cockpit.bottom.line.text() == "Nadia"
    assert board.notes() == list(HOPES)
