"""What may be added to an agenda: suggested with reasons, searched, looked at, taken."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.community.stages import record_reading
from app.workshop.planning import add_exercise
from tests.ui.design.desk import Desk
from tests.ui.fitting import settle


def test_suggestions_come_with_their_reason(empty: Desk) -> None:
    """Purpose and stage; what is in the agenda is suggested no more."""
    day = date(2025, 10, 1)
    record_reading(empty.library, empty.community.id, day, {"establish": ""})
    lines = {line.id: line for line in empty.screen.shelf.cards.cards.lines}
    assert lines["our-word"].reason == "made for a launch · for Establish"
    assert not lines["our-word"].muted
    add_exercise(empty.library, empty.house.hearth.catalogue, empty.workshop, "our-word")
    after = {line.id: line for line in empty.screen.shelf.cards.cards.lines}
    assert after["our-word"].reason == ""
    assert after["our-word"].muted
    assert after["our-word"].under.endswith("already in the agenda")


def test_enter_in_the_search_adds_the_best_match_after_the_chosen_block(desk: Desk) -> None:
    """Type a word, Enter."""
    desk.choose("opening-round")
    field = desk.screen.shelf.filters.field
    field.setFocus()
    QTest.keyClicks(field, "first ninety")
    of_all = len(desk.house.hearth.catalogue.exercises)
    listed = len(desk.screen.shelf.cards.cards.lines)
    assert desk.screen.shelf.found.text().startswith(f"{listed} of {of_all}")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert desk.names()[1:3] == ["opening-round", "first-ninety-days"]
    assert desk.screen.list.current == desk.blocks()[2].id


def test_an_exercise_is_looked_at_before_it_is_added(desk: Desk) -> None:
    """Down from the field to the cards; the panel shows it; its button adds it."""
    desk.choose("opening-round")
    field, panel = desk.screen.shelf.filters.field, desk.screen.panel
    field.setFocus()
    QTest.keyClicks(field, "promise")
    QTest.keyClick(field, Qt.Key.Key_Down)
    settle()
    cards = desk.screen.shelf.cards
    assert cards.hasFocus()
    known = desk.house.hearth.catalogue.exercise(cards.current)
    assert panel.title.text() == known.in_language("en").name
    assert panel.add_button.text() == "Add after “Opening round”"
    assert not panel.times.isVisible()
    QTest.mouseClick(panel.add_button, Qt.MouseButton.LeftButton)
    settle()
    assert desk.names()[2] == known.id
    assert panel.times.isVisible()


def test_cards_are_taken_by_enter_and_by_a_double_click(desk: Desk) -> None:
    """Each time after the chosen block."""
    cards = desk.screen.shelf.cards
    desk.choose("opening-round")
    cards.setFocus()
    cards.choose("our-word")
    QTest.keyClick(cards, Qt.Key.Key_Return)
    settle()
    assert desk.names()[2] == "our-word"
    index = cards.cards.index(1)
    taken = cards.cards.lines[1].id
    cards.scrollTo(index)
    settle()
    at = cards.visualRect(index).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert desk.names()[3] == taken


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_filters_narrow_by_stage_time_and_kind(desk: Desk) -> None:
    """Chosen from a menu; nothing found says so."""
    shelf = desk.screen.shelf
    shelf.filters.kind.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    assert menu.actions()[0].text() == "Any kind"
    offered["roles"].trigger()
    menu.close()
    settle()
    roles = [one.id for one in desk.house.hearth.catalogue.exercises if one.kind == "roles"]
    assert [line.id for line in shelf.cards.cards.lines] == roles
    assert shelf.filters.kind.isChecked()
    assert shelf.filters.kind.accessibleName() == "kind: roles"
    shelf.filters.field.setText("zebra")
    assert shelf.cards.cards.lines == ()
    of_all = len(desk.house.hearth.catalogue.exercises)
    assert shelf.found.text().startswith(f"Nothing like it among {of_all}.")
    shelf.filters.clear()
    assert len(shelf.cards.cards.lines) >= of_all
