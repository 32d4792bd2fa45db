"""At the top of Home: what is to be known about where the library lies, until it was noted."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.fitting import misfits, settle
from tests.ui.opened import Opened, opened
from ui.home.home_screen import HomeScreen
from ui.home.surroundings_cards import RemarkCard
from ui.parts.rail import Rail
from ui.settings import load_settings

CONFLICT = "library (conflicted copy 2026-01-15 140509).hearth"


def cards(house: Opened) -> list[RemarkCard]:
    """The remarks that are shown on Home."""
    house.hearth.window.home()
    settle()
    screen = house.hearth.window.screen_shown
    assert isinstance(screen, HomeScreen)
    return [one for one in screen.surroundings.cards if one.isVisible()]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_synchronized_folder_is_remarked_until_it_is_noted(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    """With what can come of it and what to do; and not again after the next start."""
    (tmp_path / "Dropbox").mkdir()
    with opened(qapp, tmp_path, library=tmp_path / "Dropbox", language=language) as house:
        (card,) = cards(house)
        assert "Dropbox" in card.sentence.text()
        assert str(house.hearth.library.path) in card.sentence.text()
        assert misfits(house.hearth.window) == []
        QTest.mouseClick(card.noted, Qt.MouseButton.LeftButton)
        settle()
        assert cards(house) == []
        # The foot of the rail never says that all is on this computer alone.
        rail = house.hearth.window.findChild(Rail)
        assert rail is not None
        assert any("Dropbox" in label.text() for label in rail.findChildren(QLabel))
    assert len(load_settings(tmp_path / "settings.json").noted) == 1


def test_a_conflict_copy_is_remarked_and_the_next_one_too(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(qapp, tmp_path) as house:
        assert cards(house) == []
        shutil.copy(house.hearth.library.path, tmp_path / CONFLICT)
        (card,) = cards(house)
        assert CONFLICT in card.sentence.text()
        QTest.mouseClick(card.noted, Qt.MouseButton.LeftButton)
        assert cards(house) == []
        shutil.copy(house.hearth.library.path, tmp_path / "library (1).hearth")
        (card,) = cards(house)
        assert "library (1).hearth" in card.sentence.text()


def test_noted_is_remembered_though_other_settings_change(
    qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "Nextcloud").mkdir()
    with opened(qapp, tmp_path, library=tmp_path / "Nextcloud") as house:
        (card,) = cards(house)
        QTest.mouseClick(card.noted, Qt.MouseButton.LeftButton)
        window = house.hearth.window
        window.settings()
        settle()
        noted = house.hearth.settings.noted
        house.hearth.apply_settings(house.hearth.settings)
        settle()
        assert house.hearth.settings.noted == noted
        assert cards(house) == []
