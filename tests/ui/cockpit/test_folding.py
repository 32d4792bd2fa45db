"""The cockpit in small windows and large letters: nothing is cut, and the canvas is in sight."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.cockpit.conftest import go_to, in_a_room
from tests.ui.fitting import misfits, settle
from tests.ui.opened import Opened
from ui.cockpit.cockpit import Cockpit


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("text", [80, 100, 130, 200])
def test_nothing_is_cut_and_clock_and_line_are_in_sight(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, text: int
) -> None:
    """From 1280 x 720 up, at every text size, in both languages, for each kind."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), language=language, text=text) as cockpit:
        for exercise in ("opening-round", "hopes-and-fears", "who-tends-what", "our-word"):
            go_to(cockpit, exercise)
            qapp.processEvents()
            assert misfits(cockpit.window()) == []
            assert cockpit.window().width() <= 1280
            assert cockpit.window().height() <= 720
            for part in (cockpit.timing.clock, cockpit.bottom.line):
                corner = part.mapTo(cockpit.window(), part.rect().bottomRight())
                assert corner.x() <= 1280
                assert corner.y() <= 720
                assert part.isVisible()
            # A useful piece of the canvas: its heads and the first of what lies in it.
            assert cockpit.centre.scrolled.height() >= 84 * text // 100
            said = cockpit.step_view.say
            assert said.height() >= said.heightForWidth(said.width())
            assert cockpit.step_view.height() <= cockpit.centre.words.height()


def test_what_to_do_folds_into_a_line_and_opens_by_key(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """With large letters in a small window; F1 opens it, the next step finds it folded again."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), text=200) as cockpit:
        told, line = cockpit.step_view, cockpit.bottom.line
        line.setFocus()
        assert not told.do.isVisible()
        assert told.do.text() != ""
        canvas = cockpit.centre.scrolled.height()
        QTest.keyClick(line, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        settle()
        assert told.do.isVisible()
        assert told.unfold.visibleRegion().boundingRect() == told.unfold.rect()
        assert cockpit.centre.scrolled.height() < canvas
        assert cockpit.window().focusWidget() is line
        assert misfits(cockpit.window()) == []
        QTest.keyClick(line, Qt.Key.Key_PageDown)
        settle()
        assert not told.do.isVisible()
        cockpit.window().resize(1920, 1080)
        settle()
        cockpit.window().resize(2600, 1600)
        settle()
        assert told.do.isVisible()
        assert not told.line.isVisible()


def test_what_has_the_focus_is_in_sight(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """Names far down on a card, large letters, a small window: F6 and the arrows lead to them."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), text=200) as cockpit:
        go_to(cockpit, "who-tends-what")
        line = cockpit.bottom.line
        for name in ("Amélie Desrochers", "Wei Zhang", "Priya Raghunathan"):
            line.setText(name)
            QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
        QTest.keyClick(line, Qt.Key.Key_F6)
        for _ in range(3):
            settle()
            card = cockpit.window().focusWidget()
            assert card is not None
            assert card.visibleRegion().boundingRect() == card.rect()
            QTest.keyClick(card, Qt.Key.Key_Down)


def test_words_of_any_length_leave_the_clock_the_line_and_a_piece_of_the_canvas(
    qtbot: QtBot, house: Opened, cockpit: Cockpit
) -> None:
    """A step with a whole speech in it scrolls in its own place."""
    house.hearth.window.resize(1280, 720)
    cockpit.step_view.show_words("Step", "Say all of this. " * 240, [])
    settle()
    assert cockpit.centre.scrolled.height() >= 80
    assert cockpit.centre.words.verticalScrollBar().maximum() > 0
    assert misfits(house.hearth.window) == []


def test_what_helps_if_it_goes_wrong_opens_by_the_same_key(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """At every size, and by name in the menu; a break has nothing of the kind."""
    with in_a_room(qtbot, qapp, tmp_path, (1440, 900)) as cockpit:
        go_to(cockpit, "hopes-and-fears")
        told, line = cockpit.step_view, cockpit.bottom.line
        line.setFocus()
        before = told.do.text()
        assert "If it goes wrong" not in before
        assert ("If it goes wrong", "Shift+F1") in [offer[:2] for offer in cockpit.top.offered()]
        QTest.keyClick(line, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        settle()
        assert told.do.text().startswith(before)
        assert "If it goes wrong" in told.do.text()
        assert misfits(cockpit.window()) == []
        QTest.keyClick(line, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        settle()
        assert told.do.text() == before
        go_to(cockpit, "break")
        assert "Shift+F1" not in [key for _, key, _ in cockpit.top.offered()]


@pytest.mark.parametrize("height", [600, 620, 640, 660, 680])
def test_what_to_say_ends_with_a_whole_line(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, height: int
) -> None:
    """However little room there is: what is below is scrolled to, and no line is cut through."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, height), language="fr", text=200) as cockpit:
        settle()
        told, words = cockpit.step_view, cockpit.centre.words
        seen = words.height() - told.say.y()
        bottoms = told.say.bottoms_at(0.7, told.say.width())
        assert seen >= told.say.height() or seen in bottoms


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_canvas_has_half_of_a_small_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    """At 1280 x 720 the words give way first: what to do on a line, then smaller letters."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), language=language) as cockpit:
        less = []
        for line in cockpit.controller.state().lines:
            cockpit.side.block_asked.emit(line.block.id)
            settle()
            if cockpit.centre.scrolled.height() < 720 * 0.48:
                less.append(line.block.exercise)
        assert less == []
