"""Saying beside the agenda in which way a block is held."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.catalogue.exercise_entries import WAYS
from app.workshop.planning import recipe_of
from tests.ui.design.desk import Desk, at_desk
from tests.ui.fitting import settle


def shown(desk: Desk) -> list[str]:
    """Every text in the panel."""
    labels = desk.screen.panel.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_a_way_is_chosen_and_taken_back(desk: Desk) -> None:
    """The panel says what it changes; Ctrl+Z takes it back in one step."""
    block = desk.choose("hopes-and-fears")
    instead = recipe_of(block).in_language("en").ways["distrust"]
    view = desk.screen.panel.reading
    assert [pill.accessibleName() for pill in view.ways] == [
        "as written", "online", "trust is thin", "seated",
    ]  # fmt: skip
    assert view.ways[0].isChecked()
    view.ways[2].click()
    settle()
    assert recipe_of(desk.block(block)).way == "distrust"
    assert view.ways[2].isChecked()
    assert set(instead.values()) <= set(shown(desk))
    desk.screen.list.setFocus()
    QTest.keyClick(desk.screen.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert recipe_of(desk.block(block)).way == ""
    assert view.ways[0].isChecked()
    assert not set(instead.values()) & set(shown(desk))


def test_the_room_is_led_in_that_way(desk: Desk) -> None:
    """The cockpit shows the steps as they are in it."""
    first = desk.blocks()[0]
    desk.screen.list.choose(first.id)
    settle()
    recipe = recipe_of(first)
    ways = recipe.in_language("en").ways
    at, way = next((at, one) for at, one in enumerate(WAYS, 1) if recipe.steps[0].id in ways[one])
    desk.screen.panel.reading.ways[at].click()
    settle()
    window = desk.house.hearth.window
    window.cockpit(desk.workshop.id)
    settle()
    visible = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    assert ways[way][recipe.steps[0].id] in " ".join(visible)


def test_a_block_without_ways_offers_none(desk: Desk) -> None:
    """Neither a break nor an exercise that is only looked at."""
    desk.screen.list.choose(next(one.id for one in desk.blocks() if one.title == ""))
    settle()
    assert not any(pill.isVisible() for pill in desk.screen.panel.reading.ways)
    desk.screen.shelf.cards.choose("our-word")
    settle()
    assert desk.screen.panel.reading.ways == []


def test_what_to_bring_is_counted_for_those_expected(qapp: QApplication, tmp_path: Path) -> None:
    """And what to prepare, and what comes after."""
    with at_desk(qapp, tmp_path, expected=20) as desk:
        block = desk.choose("hopes-and-fears")
        told = recipe_of(block).in_language("en")
        texts = shown(desk)
        assert any(text.startswith("40\N{NO-BREAK SPACE}× ") for text in texts)
        assert {*told.prepare, *told.helpers, told.follow_up} <= set(texts)
