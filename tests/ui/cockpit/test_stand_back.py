"""Stand back: what to say is there whole, or scrolls and shows that it does; F9 leads back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.cockpit.conftest import go_to, in_a_room
from tests.ui.fitting import misfits, settle
from ui.cockpit.cockpit import Cockpit
from ui.parts.buttons import Button
from ui.window import Window

LONG = "Everything that is said counts, and what is not said counts too; take your time. "


def whole(cockpit: Cockpit) -> bool:
    """Whether all that is to be said is in sight."""
    say = cockpit.stand_back.say
    return say.visibleRegion().boundingRect() == say.rect()


def stand_back(cockpit: Cockpit) -> None:
    """By its key, from the line."""
    cockpit.bottom.line.setFocus()
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_F9)
    settle()
    assert cockpit.stand_back.isVisible()


def as_in_a_rehearsal(cockpit: Cockpit) -> None:
    """Say above the room what stands there while one rehearses."""
    window = cockpit.window()
    assert isinstance(window, Window)
    assert window.world is not None
    words, look = window.world.words, window.world.look
    window.stand(words("room.rehearsal"), Button(look, words("room.end-rehearsal")))
    settle()


@pytest.mark.parametrize("rehearsal", [False, True])
@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 200)])
def test_what_to_say_is_read_whole_in_every_step(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, text: int, rehearsal: bool
) -> None:
    """Also where letters are twice as large and a sentence stands above the room."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), language=language, text=text) as cockpit:
        if rehearsal:
            as_in_a_rehearsal(cockpit)
        stand_back(cockpit)
        cut, seen = [], set()
        while cockpit.stand_back.say.text() not in seen:
            seen.add(cockpit.stand_back.say.text())
            settle()
            if not whole(cockpit):
                cut.append(cockpit.stand_back.say.text())
            cut += misfits(cockpit.window())
            QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_PageDown)
            settle()
        assert cut == []
        assert len(seen) > 3


def test_what_has_no_room_at_all_scrolls_by_the_arrows(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """A bar shows that there is more; the last words come into sight by Down alone."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720), text=200) as cockpit:
        stand_back(cockpit)
        cockpit.stand_back.say.show_text(LONG * 12)
        cockpit.window().resize(1280, 700)
        settle()
        words, say = cockpit.stand_back.words, cockpit.stand_back.say
        assert not whole(cockpit)
        assert words.verticalScrollBar().isVisible()
        for _ in range(40):
            QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Down)
        foot = say.mapTo(words.viewport(), say.rect().bottomLeft())
        assert words.viewport().rect().contains(foot)


def test_its_own_key_leads_back_and_is_shown(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """F9 stands on a button there; a click on it does the same."""
    with in_a_room(qtbot, qapp, tmp_path, (1280, 720)) as cockpit:
        stand_back(cockpit)
        settle()
        back = cockpit.stand_back.back
        assert back.isVisible()
        assert back.accessibleDescription() == "F9"
        at = QRect(back.mapTo(cockpit.window(), QPoint(0, 0)), back.size())
        assert cockpit.window().rect().contains(at)
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
        assert cockpit.stand_back.isHidden()
        assert cockpit.step_view.isVisible()


def test_a_break_seen_from_two_metres(qtbot: QtBot, cockpit: Cockpit) -> None:
    """When it ends, and what comes then, each said once."""
    go_to(cockpit, "break")
    cockpit.toggle_stand_back()
    assert cockpit.stand_back.say.text().startswith("Back at")
    assert cockpit.stand_back.next.text().startswith("Next: ")
    cockpit.toggle_stand_back()
