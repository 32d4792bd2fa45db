"""Zones changed in the room, by keys and by the mouse; what selecting offers; all at a glance."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.library.rows import Outcome
from app.workshop.zones import zones_shown
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, HOPES, SHIFT, Room, click_item, hopes, texts_shown
from ui.parts.notes.notes_bar import NotesBar

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def labels(room: Room) -> list[str]:
    """What the zones are called, as the library has it."""
    return [zone.label for zone in zones_shown(room.running, ("en",))]


def open_zone_menu(room: Room) -> QMenu:
    """Shift+F2, wherever the keyboard is: the menu that is seen then."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_F2, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(room: Room, menu: QMenu, begins: str) -> None:
    """Choose the entry of a menu that begins so, as a click does."""
    action = next(one for one in menu.actions() if one.text().startswith(begins))
    menu.close()
    # Off the screen a menu that went does not give the keys back to its window.
    room.house.hearth.window.activateWindow()
    action.trigger()
    settle()


def test_a_zone_is_added_and_written_in(board: Room) -> None:
    """From the line: Shift+F2, the name, Enter; the next line goes there."""
    choose(board, open_zone_menu(board), "Add a zone")
    board.write("What we know")
    board.press(Qt.Key.Key_Return)
    assert labels(board) == ["Hopes", "Worries", "What we know"]
    board.say("The coast is ours")
    assert board.notes(board.zones_view().target) == ["The coast is ours"]
    assert board.zones_view().label(board.zones_view().target) == "What we know"
    assert [column.heading for column in board.picture().columns][-1] == "What we know"


def test_a_zone_is_renamed_where_its_name_stands(board: Room) -> None:
    """The name in both of the workshop's languages is there to be changed; undo brings it back."""
    choose(board, open_zone_menu(board), "Rename")
    card = board.zones_view().card("hopes")
    assert card.naming.text() == "Hopes / Espoirs"
    board.write("Dreams / Rêves")
    board.press(Qt.Key.Key_Return)
    assert card.title.text() == "Dreams"
    assert board.picture().columns[0].heading == "Dreams / Rêves"
    assert board.notes("hopes") == list(HOPES)
    board.press(Qt.Key.Key_Z, CONTROL)
    assert card.title.text() == "Hopes"


def test_the_mouse_opens_the_same_menu_and_colours(board: Room) -> None:
    """The three dots of a zone; its notes are of that colour at once, here and on the wall."""
    QTest.mouseClick(board.zones_view().card("fears").more, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    checked = [one.text() for one in menu.actions() if one.isChecked()]
    assert checked == ["Pink notes"]
    choose(board, menu, "Violet")
    board.tab()
    board.say("One more meeting")
    assert board.zones_view().view("fears").notes.items[0].colour == "violet"
    assert board.picture().columns[1].notes[0].colour == "violet"


def test_zones_are_put_together_and_empty_ones_go(board: Room) -> None:
    """A zone with notes offers where they go; an empty one goes by itself."""
    menu = open_zone_menu(board)
    said = [one.text() for one in menu.actions()]
    assert not any(text.startswith("Remove") for text in said)
    choose(board, menu, "Put all its notes into")
    assert labels(board) == ["Worries"]
    assert board.notes("fears") == list(HOPES)
    board.press(Qt.Key.Key_Z, CONTROL)
    assert labels(board) == ["Hopes", "Worries"]
    board.zones_view().go_to("fears")
    choose(board, open_zone_menu(board), "Remove")
    assert labels(board) == ["Hopes"]


def test_choosing_shows_what_can_be_done_with_its_keys(qtbot: QtBot, board: Room) -> None:
    """Beside the board, which does not move for it; a press does it and leaves the keyboard."""
    bar, view = board.child(NotesBar), hopes(board)
    assert not bar.offers_acts
    before = view.mapTo(board.cockpit, view.rect().topLeft())
    click_item(view, HOPES[0])
    qtbot.waitUntil(lambda: bar.offers_acts)
    assert view.mapTo(board.cockpit, view.rect().topLeft()) == before
    assert {"edit", "gather", "zone-after"} <= set(bar.acts.shown())
    click_item(view, HOPES[2], CONTROL)
    qtbot.waitUntil(lambda: bar.acts.said.text() == "2 notes chosen")
    bar.acts.press("gather")
    settle()
    board.press(Qt.Key.Key_Escape)
    assert texts_shown(view) == ["", HOPES[0], HOPES[2], HOPES[1]]
    qtbot.waitUntil(lambda: not bar.offers_acts)


def test_a_note_becomes_a_decision_and_stays(board: Room) -> None:
    """Ctrl+D where a note has the keyboard, and the same by its button; one undo for several."""
    board.into_canvas()
    board.press(Qt.Key.Key_D, CONTROL)
    rows = board.library.reader.rows(Outcome)
    assert [(row.form, row.text) for row in rows] == [("decision", HOPES[0])]
    assert rows[0].source is not None
    assert board.notes("hopes") == list(HOPES)
    board.press(Qt.Key.Key_A, CONTROL)
    board.press(Qt.Key.Key_T, CONTROL)
    assert board.library.reader.count(Outcome, form="action") == 3
    board.press(Qt.Key.Key_Z, CONTROL)
    assert board.library.reader.count(Outcome, form="action") == 0
    board.press(Qt.Key.Key_F6)
    board.write("We share the list")
    board.press(Qt.Key.Key_D, CONTROL)
    assert board.library.reader.count(Outcome, form="decision") == 2


def test_all_notes_at_a_glance_and_back(board: Room) -> None:
    """Shift+F6 makes them as small as that asks, also as others come; again, as they were."""
    board.say(*[f"Something that somebody says at some length, {number}" for number in range(28)])
    view = hopes(board)
    large = view.visualRect(view.notes.index(0)).width()
    assert [view.shows_all] == [False]
    board.press(Qt.Key.Key_F6, SHIFT)
    assert view.shows_all
    small = view.visualRect(view.notes.index(0)).width()
    assert small < large
    board.press(Qt.Key.Key_F6, SHIFT)
    assert view.visualRect(view.notes.index(0)).width() > small


def test_a_name_is_typed_without_a_jump(board: Room) -> None:
    """A group's field is as high empty as with a letter; a zone's stands where its name stood."""
    board.into_canvas()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        board.press(key)
    board.press(Qt.Key.Key_G, CONTROL)
    settle()
    editor = hopes(board).editor
    assert editor is not None
    empty = editor.height()
    board.write("T")
    settle()
    assert editor.height() == empty
    board.press(Qt.Key.Key_Return)
    card, view = board.zones_view().card("hopes"), hopes(board)
    before = view.geometry().top()
    choose(board, open_zone_menu(board), "Rename")
    assert not card.title.isVisible()
    assert view.geometry().top() - before < card.naming.height() // 2
    board.press(Qt.Key.Key_Escape)
    assert card.title.isVisible()
