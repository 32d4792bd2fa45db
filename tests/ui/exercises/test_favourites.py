"""Favourites: marked by a key, kept for the next start, a filter of their own."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.exercises.shelf import Reading
from tests.ui.fitting import settle
from ui.settings import load_settings


def press(exercises: Reading) -> None:
    """The key of favourites."""
    window = exercises.house.hearth.window
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle()


def test_a_favourite_is_marked_and_found(exercises: Reading) -> None:
    """Its name has a star in the list; a filter leaves the favourites only; the key takes it off,
    and the filter goes with the last one."""
    screen = exercises.screen
    pill = screen.filters.favourites
    assert not pill.isVisible()
    screen.cards.choose("our-word")
    press(exercises)
    name = exercises.catalogue.exercise("our-word").in_language("en").name
    lines = {line.id: line.name for line in screen.cards.cards.lines}
    assert lines["our-word"] == f"{name}\N{NO-BREAK SPACE}★"
    assert screen.page.star_button.text() == "Remove from favourites"
    assert pill.isVisible()
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    settle()
    assert exercises.listed() == ["our-word"]
    press(exercises)
    assert not pill.isVisible()
    assert len(exercises.listed()) == len(exercises.catalogue.exercises)
    assert screen.page.star_button.text() == "Add to favourites"


def test_another_exercise_says_whether_it_is_one(exercises: Reading) -> None:
    """The button speaks of the one that is read."""
    screen = exercises.screen
    screen.cards.choose("our-word")
    press(exercises)
    screen.cards.choose("opening-round")
    assert screen.page.star_button.text() == "Add to favourites"
    screen.cards.choose("our-word")
    assert screen.page.star_button.text() == "Remove from favourites"


def test_showing_all_takes_the_filter_off(exercises: Reading) -> None:
    """With the other filters."""
    screen = exercises.screen
    screen.cards.choose("our-word")
    press(exercises)
    screen.filters.favourites.click()
    screen.filters.field.setText("zebra")
    assert exercises.listed() == []
    QTest.mouseClick(screen.all_button, Qt.MouseButton.LeftButton)
    assert len(exercises.listed()) == len(exercises.catalogue.exercises)
    assert not screen.filters.favourites.isChecked()


def test_favourites_are_kept_with_the_settings(exercises: Reading, tmp_path: Path) -> None:
    """Of this machine, for the next start."""
    exercises.screen.cards.choose("our-word")
    press(exercises)
    (file,) = tmp_path.rglob("settings.json")
    assert load_settings(file).favourites == ("our-word",)
