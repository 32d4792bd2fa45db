"""What an input method is composing is not lost: clicks, keys and leaving find it there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.exchange.sample import import_sample
from app.library.rows import Community, Draft, Note, Outcome, Workshop
from app.resources import resources_folder
from tests.ui.opened import Opened, opened
from ui.closing.thanks_card import ThanksCard
from ui.cockpit.cockpit import Cockpit
from ui.community.community_dialog import CommunityDialog
from ui.parts.autosave import flush_all
from ui.parts.buttons import Button

KANA = "もじ"


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    """Hearth, its window open over the sample launch."""
    with opened(qapp, tmp_path) as hearth:
        one = hearth.hearth
        import_sample(one.library, one.catalogue, resources_folder())
        yield hearth


@pytest.fixture
def workshop(house: Opened) -> str:
    """The sample launch."""
    return house.hearth.library.reader.rows(Workshop)[-1].id


@pytest.fixture
def cockpit(house: Opened, workshop: str, qtbot: QtBot) -> Cockpit:
    """In the room, the keyboard in the line."""
    house.hearth.window.cockpit(workshop)
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    with qtbot.waitExposed(house.hearth.window):
        pass
    screen.bottom.line.setFocus()
    return screen


def compose(text: str) -> QWidget:
    """Compose ``text`` in the field that has the focus, as an input method does; gives it."""
    field = QApplication.focusWidget()
    assert field is not None
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, []))
    return field


def click(widget: QWidget) -> None:
    """Click as a mouse does: the window hears of it first, and gives it to the widget there."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def catch_button(cockpit: Cockpit) -> Button:
    """The button that catches a decision."""
    buttons = cockpit.bottom.catches.findChildren(Button)
    return next(one for one in buttons if one.accessibleName() == "Decision")


def press(
    window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key as it comes to the window."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, held)


def test_a_click_on_a_catch_takes_the_composed_text(house: Opened, cockpit: Cockpit) -> None:
    """The button leaves the keyboard in the line, and reads it."""
    QTest.keyClicks(cockpit.bottom.line, "We say ")
    compose(KANA)
    assert cockpit.bottom.line.text() == "We say "
    click(catch_button(cockpit))
    (kept,) = house.hearth.library.reader.rows(Outcome)
    assert (kept.form, kept.text) == ("decision", f"We say {KANA}")
    assert cockpit.bottom.line.text() == ""


@pytest.mark.parametrize(("key", "form"), [(Qt.Key.Key_D, "decision"), (Qt.Key.Key_P, "parked")])
def test_a_key_takes_it_too(house: Opened, cockpit: Cockpit, key: Qt.Key, form: str) -> None:
    """A shortcut that the input method left to the program."""
    compose(KANA)
    press(house.hearth.window, key, Qt.KeyboardModifier.ControlModifier)
    (kept,) = house.hearth.library.reader.rows(Outcome)
    assert (kept.form, kept.text) == (form, KANA)


def test_enter_keeps_it_as_a_note(house: Opened, cockpit: Cockpit) -> None:
    """Where the input method hands Enter on."""
    compose(KANA)
    press(house.hearth.window, Qt.Key.Key_Return)
    assert [note.text for note in house.hearth.library.reader.rows(Note)] == [KANA]


@pytest.mark.parametrize("key", ["Shift+Shift", "A"])
def test_keys_that_write_leave_it_being_composed(house: Opened, cockpit: Cockpit, key: str) -> None:
    """A modifier alone, or a letter, is for the input method."""
    compose(KANA)
    modifier = Qt.Key.Key_Shift if "Shift" in key else Qt.Key.Key_A
    handle = house.hearth.window.windowHandle()
    assert handle is not None
    QTest.keyPress(handle, modifier)
    assert KANA not in cockpit.bottom.line.text()
    QTest.keyRelease(handle, modifier)


def test_the_next_step_by_mouse_keeps_it_in_the_line(house: Opened, cockpit: Cockpit) -> None:
    """It is text of the line, and kept aside as half typed text is."""
    compose(KANA)
    click(cockpit.timing.next)
    assert cockpit.bottom.line.text() == KANA
    assert flush_all(house.hearth.window)
    assert KANA in [draft.text for draft in house.hearth.library.reader.rows(Draft)]


@pytest.mark.parametrize("way", ["leave", "home", "close"])
def test_leaving_the_room_keeps_it_aside(
    house: Opened, cockpit: Cockpit, workshop: str, way: str
) -> None:
    """By its button, by the program, by closing the window: it is given back in the line."""
    compose(KANA)
    if way == "leave":
        click(cockpit.top.leave)
    elif way == "home":
        house.hearth.window.home()
    else:
        house.hearth.window.close()
    assert [draft.text for draft in house.hearth.library.reader.rows(Draft)] == [KANA]


def test_the_focus_going_elsewhere_commits_it(house: Opened, cockpit: Cockpit) -> None:
    """As Qt does where the input method lets it."""
    field = compose(KANA)
    cockpit.leave_line()
    assert field is cockpit.bottom.line
    assert cockpit.bottom.line.text() == KANA


def test_composed_and_given_up_leaves_nothing(house: Opened, cockpit: Cockpit) -> None:
    """Escape in the input method: it tells the field that nothing is composed any more."""
    compose(KANA)
    compose("")
    click(catch_button(cockpit))
    assert house.hearth.library.reader.count(Outcome) == 0
    assert cockpit.bottom.line.text() == ""


def test_it_is_committed_once(house: Opened, cockpit: Cockpit) -> None:
    """Two clicks, one text."""
    compose(KANA)
    click(cockpit.timing.pause)
    click(cockpit.timing.pause)
    assert cockpit.bottom.line.text() == KANA


def test_in_a_dialog_by_its_own_button(house: Opened, qtbot: QtBot) -> None:
    """Each window that has the focus: a community is founded with its composed name."""
    world = house.hearth.window.world
    assert world is not None
    dialog = CommunityDialog(world, house.hearth.window)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    compose(KANA)
    click(dialog.keep_button)
    assert KANA in [one.name for one in house.hearth.library.reader.rows(Community)]


def test_in_a_field_of_several_lines(house: Opened, workshop: str) -> None:
    """A field of several lines, and leaving its screen by the rail."""
    house.hearth.window.closing(workshop)
    screen = house.hearth.window.screen_shown
    assert screen is not None
    card = screen.findChild(ThanksCard)
    assert card is not None
    card.field.setFocus()
    assert QApplication.focusWidget() is card.field
    compose(KANA)
    house.hearth.window.home()
    assert house.hearth.library.reader.row(Workshop, workshop).thanks == KANA


@pytest.mark.parametrize("way", ["Escape", "its frame"])
def test_leaving_a_dialog_keeps_it_aside(
    house: Opened, cockpit: Cockpit, qtbot: QtBot, way: str
) -> None:
    """A name half composed at the door, and the dialog closed by a key or by its frame."""
    cockpit.cockpit_actions.open_door()
    door = cockpit.cockpit_actions.door
    qtbot.waitUntil(lambda: QApplication.activeWindow() is door)
    next(one for one in door.findChildren(QLineEdit) if one.isVisible()).setFocus()
    compose(KANA)
    if way == "Escape":
        press(door, Qt.Key.Key_Escape)
    else:
        handle = door.windowHandle()
        assert handle is not None
        handle.close()
    reader = house.hearth.library.reader
    qtbot.waitUntil(lambda: KANA in [draft.text for draft in reader.rows(Draft)])
