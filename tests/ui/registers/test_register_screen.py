"""The list of a register: empty, filtered, sorted, moved, taken out, undone, by keyboard alone."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.library.journal import Scope
from app.library.rows import Person, RegisterEntry
from app.registers.cells import Party, Value
from tests.app.community.village import TODAY
from tests.ui.fitting import misfits, settle
from tests.ui.naming import filled, nameless, rivals
from tests.ui.registers.scribe import (
    CTRL,
    LEFT,
    Scribe,
    choose,
    form_of,
    names,
    pick,
    scribe_at_work,
)
from ui.exporting.export_dialog import ExportDialog
from ui.registers.register_screen import RegisterScreen

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

MOVE, LICENCE = "The archive moves", "The licence of the addresses"


def action_to(menu: QMenu, state: str) -> QAction:
    """The line of a menu that names a state."""
    (action,) = [one for one in menu.actions() if one.text() == state]
    return action


def head_places(screen: RegisterScreen) -> dict[str, QPoint]:
    """Where each head that sorts is clicked, found by clicking all along them."""
    heads = screen.list_card.heads
    places: dict[str, QPoint] = {}
    for left in range(4, heads.width(), 24):
        place, said = QPoint(left, heads.height() // 2), QSignalSpy(heads.chosen)
        QTest.mouseClick(heads, LEFT, pos=place)
        if said.count():
            places.setdefault(str(said.at(0)[0]), place)
    return places


def test_an_empty_register_says_what_to_write_first(either: Scribe) -> None:
    screen = either.open()
    told = either.told()
    assert screen.header.sentence.text() == told.sentence
    assert screen.add_button.hasFocus()
    assert not screen.list_card.isVisible()
    assert not screen.search.isVisible()
    assert not screen.export_button.isVisible()
    assert filled(either.house.hearth.window) == [screen.add_button.text()]
    QTest.keyClick(either.house.hearth.window, Qt.Key.Key_T, CTRL)
    QTest.keyClick(screen.add_button, Qt.Key.Key_Return)
    assert form_of(screen).windowTitle() == told.add


def test_a_register_is_kept_by_keyboard_alone(either: Scribe) -> None:
    """Written, changed, moved, taken out; and each act is undone by itself."""
    window, screen = either.house.hearth.window, either.open()
    QAbstractItemModelTester(screen.model, screen)
    states = either.told().states
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    form = form_of(screen)
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert form.isVisible(), "an entry says what it is about"
    QTest.keyClicks(focused(QLineEdit), MOVE)
    while focused(QWidget) is not form.form.field_widget("carrier"):
        QTest.keyClick(focused(QWidget), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(QLineEdit), "maude tremblay")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    settle()
    assert names(screen) == [MOVE]
    carrier = either.kept()[0].values["carrier"]
    assert carrier == Party(id=either.members["Maude Tremblay"], name="Maude Tremblay")

    either.to_window()
    screen.search.setFocus()
    QTest.keyClick(focused(QLineEdit), Qt.Key.Key_Down)
    lines = screen.list_card.lines
    QTest.keyClick(focused(QWidget), Qt.Key.Key_Return)
    form = form_of(screen)
    form.form.field_widget("view").setFocus()
    QTest.keyClicks(form.form.field_widget("view"), "Scan it first")
    QTest.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert "Scan it first" in screen.model.line(0).under

    either.to_window()
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    (menu,) = [one for one in screen.findChildren(QMenu) if one.isVisible()]
    for _ in states:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert either.kept()[0].state == "closed"
    either.to_window()
    QTest.keyClick(lines, Qt.Key.Key_Delete)
    assert names(screen) == []
    for _ in range(3):
        either.undo()
    (left,) = either.kept()
    assert (left.state, left.values.get("view")) == ("heard", None)
    either.undo()
    assert not either.library.reader.count(RegisterEntry)


def focused(kind: type[QLineEdit] | type[QWidget]) -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert isinstance(found, kind)
    return found


def test_an_entry_moves_through_its_states(either: Scribe) -> None:
    for about in (MOVE, LICENCE):
        either.write(about)
    screen = either.open()
    words, told = either.words, either.told().states
    for state in either.register().states:
        choose(screen, MOVE)
        action_to(screen.states_menu(), told[state.id]).trigger()
        (moved,) = [one for one in either.kept() if one.values["decision"] == MOVE]
        assert moved.state == state.id
        row = names(screen).index(MOVE)
        assert screen.model.line(row).cells["state"].text == told[state.id]
    assert words("registers.counted", entries=words("registers.entries", n=2), n=1) in (
        screen.header.sentence.text()
    )
    choose(screen, MOVE, LICENCE)
    action_to(screen.states_menu(), told["answered"]).trigger()
    assert {one.state for one in either.kept()} == {"answered"}
    either.undo()
    assert sorted(one.state for one in either.kept()) == ["closed", "heard"]


def test_entries_are_found_and_filtered(either: Scribe) -> None:
    """By words in any cell, by state, by what is open."""
    either.write(LICENCE, {"carrier": Party(name="Zoé Kanda")})
    either.write(MOVE, {"view": "Scan it first"}, state="closed")
    screen = either.open()
    for text, found in (("LICEN", [LICENCE]), ("zoe", [LICENCE]), ("scan first", [MOVE])):
        screen.search.clear()
        QTest.keyClicks(screen.search, text)
        assert names(screen) == found
    QTest.keyClicks(screen.search, " nowhere")
    assert screen.nothing.isVisible()
    assert not screen.list_card.isVisible()
    screen.search.clear()
    for state, found in (("closed", [MOVE]), ("open", [LICENCE]), ("answered", [])):
        pick(screen.filter, state)
        assert names(screen) == found
    pick(screen.filter, "")
    assert sorted(names(screen)) == sorted((MOVE, LICENCE))


def test_every_head_sorts_and_turns_round(scribe: Scribe) -> None:
    """A click on a column's head, once more the other way; the choice above says the same."""
    first: dict[str, Value] = {
        "date": date(2025, 1, 1),
        "asked": False,
        "due": TODAY,
        "carrier": Party(name="Ada"),
    }
    last: dict[str, Value] = {
        "date": date(2025, 2, 1),
        "asked": True,
        "due": TODAY + timedelta(days=9),
        "carrier": Party(name="Zed"),
    }
    scribe.write("alpha", first)
    scribe.write("omega", {**last, "clause": scribe.links["clause"]}, state="closed")
    scribe.write("nothing more")
    scribe.house.hearth.window.resize(2200, 900)
    screen = scribe.open()
    places = head_places(screen)

    def click_head(head: str) -> None:
        QTest.mouseClick(screen.list_card.heads, LEFT, pos=places[head])

    pick(screen.sorting, "by-age")
    for head in ("date", "asked", "carrier"):
        click_head(head)
        assert screen.sorting.value == head
        assert names(screen) == ["alpha", "omega", "nothing more"], head
        click_head(head)
        assert names(screen) == ["omega", "alpha", "nothing more"], head
    click_head("state")
    assert names(screen)[-1] == "omega"
    click_head("clause")
    assert names(screen)[0] == "omega"
    click_head("due")
    assert names(screen) == ["alpha", "nothing more", "omega"], "what is over is not due"
    click_head("decision")
    assert names(screen) == ["alpha", "nothing more", "omega"]
    QTest.mouseClick(screen.turn, LEFT)
    assert names(screen) == ["omega", "nothing more", "alpha"]


def test_every_order_can_be_chosen_by_keyboard(either: Scribe) -> None:
    """Each has a name of its own, and puts every entry somewhere."""
    for about in (MOVE, LICENCE):
        either.write(about, {"due": TODAY})
    screen = either.open()
    offered = [screen.sorting.itemText(at) for at in range(screen.sorting.count())]
    assert len(set(offered)) == len(offered)
    for at in range(screen.sorting.count()):
        pick(screen.sorting, screen.sorting.itemData(at))
        assert sorted(names(screen)) == sorted((MOVE, LICENCE))


def test_what_was_due_is_told_as_a_fact(scribe: Scribe) -> None:
    scribe.write(MOVE, {"due": TODAY - timedelta(days=3)})
    scribe.write(LICENCE, {"due": TODAY + timedelta(days=1)})
    scribe.write("Done with", {"due": TODAY - timedelta(days=90)}, state="closed")
    screen = scribe.open()
    assert names(screen) == [MOVE, LICENCE, "Done with"]
    under = [screen.model.line(row).cells["due"].under for row in range(3)]
    assert under == ["▲\N{NO-BREAK SPACE}due 3 days ago", "due tomorrow", ""]
    assert "One was due before today" in screen.header.sentence.text()


def test_several_are_taken_out_together_and_come_back(scribe: Scribe) -> None:
    for about in (MOVE, LICENCE, "Another"):
        scribe.write(about)
    screen = scribe.open()
    choose(screen, MOVE, LICENCE)
    assert not screen.edit_button.isVisible()
    QTest.mouseClick(screen.remove_button, LEFT)
    assert names(screen) == ["Another"]
    scribe.undo()
    assert sorted(names(screen)) == sorted((MOVE, LICENCE, "Another"))


def test_choosing_an_entry_does_not_move_the_list(scribe: Scribe) -> None:
    scribe.write(MOVE)
    screen = scribe.open()
    settle()
    before = screen.list_card.y()
    choose(screen, MOVE)
    settle()
    assert screen.remove_button.isVisible()
    assert screen.list_card.y() == before


def test_two_hundred_entries_are_listed_found_and_walked(qtbot: QtBot, scribe: Scribe) -> None:
    """The search leads to one among them, which is chosen and in sight."""
    keys = [
        scribe.write(f"{LICENCE} {number:03}", {"due": TODAY + timedelta(days=number)})
        for number in range(200)
    ]
    screen = scribe.open(entry=keys[150])
    qtbot.waitUntil(lambda: [one.id for one in screen.chosen] == [keys[150]])
    assert len(names(screen)) == 200
    assert screen.scope() == Scope(scribe.community.id)
    lines = screen.list_card.lines

    def in_sight() -> bool:
        place = lines.visualRect(lines.currentIndex())
        top = lines.viewport().mapTo(scribe.house.hearth.window, place.topLeft()).y()
        return 0 <= top <= scribe.house.hearth.window.height() - place.height()

    qtbot.waitUntil(in_sight)
    QTest.keyClick(lines, Qt.Key.Key_End)
    assert lines.current == keys[199]
    assert in_sight()
    QTest.keyClicks(screen.search, "177")
    assert names(screen) == [f"{LICENCE} 177"]


def test_what_an_entry_names_is_shown_anew_when_it_changes(scribe: Scribe) -> None:
    scribe.write(MOVE, {"carrier": Party(id=scribe.members["Maude Tremblay"])})
    screen = scribe.open()
    with scribe.library.change("person-edit", Scope(scribe.community.id)) as rows:
        rows.change(rows.row(Person, scribe.members["Maude Tremblay"]), name="Maude Roy")
    assert "Maude Roy" in screen.model.line(0).whole


@pytest.mark.parametrize("register", ["voice", "gives-and-asks"])
def test_a_register_is_opened_from_the_communitys_page(either: Scribe, register: str) -> None:
    """By its name on a card, with the keyboard; the way back is above the title."""
    window = either.house.hearth.window
    window.community(either.community.id)
    page = window.screen_shown
    assert page is not None
    button = page.findChild(QAbstractButton, f"register {register}")
    assert isinstance(button, QAbstractButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    screen = window.screen_shown
    assert isinstance(screen, RegisterScreen)
    assert screen.title == either.told(register).name
    QTest.mouseClick(screen.header.crumb, LEFT)
    assert not isinstance(window.screen_shown, RegisterScreen)


def test_a_register_is_exported_from_its_screen(scribe: Scribe) -> None:
    scribe.write(MOVE)
    screen = scribe.open()
    QTest.keyClick(scribe.house.hearth.window, Qt.Key.Key_P, CTRL)
    (dialog,) = [one for one in screen.findChildren(ExportDialog) if one.isVisible()]
    dialog.reject()


@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 100), ("fr", 200)])
@pytest.mark.parametrize("register", ["voice", "gives-and-asks"])
def test_screen_form_and_dialog_fit_and_name_what_they_show(
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    language: str,
    text: int,
    register: str,
) -> None:
    folder = tmp_path_factory.mktemp("fits")
    with scribe_at_work(qapp, folder, language=language, text=text) as scribe:
        window = scribe.house.hearth.window
        window.resize(1280, 720)
        long = "A decision told at such length that it fills several lines of the list " * 3
        more: dict[str, Value] = (
            {"from": Party(party="organization")} if register == "gives-and-asks" else {}
        )
        scribe.write(
            long, {"due": TODAY - timedelta(days=1), "effect": long, **more}, name=register
        )
        screen = scribe.open(register)
        assert not misfits(window)
        choose(screen, long.strip())
        assert not misfits(window)
        assert not nameless(window)
        assert not rivals(window)
        screen.edit()
        form = form_of(screen)
        assert not misfits(form)
        assert not nameless(form)
        assert filled(form) == [form.keep_button.text()]
