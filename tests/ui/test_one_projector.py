"""One projector: a rehearsal never takes it from a room; other settings bring the room back."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.library.throwaway import Throwaway, throw_away_left
from app.library.trouble import Trouble
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room, open_room
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit
from ui.screens import ScreenFactory
from ui.wall.wall import Wall
from ui.window import Window


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Hearth, opened, on a machine with temporary files of its own."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with opened(qapp, tmp_path) as house:
        yield house


def windows() -> list[Window]:
    """Hearth's windows that are to be seen."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]


def copies() -> list[Path]:
    """What rehearsals have among temporary files."""
    return list(Path(tempfile.gettempdir()).glob("hearth-rehearsal-*"))


def test_no_rehearsal_while_a_room_is_open(house: Opened) -> None:
    room = open_room(house)
    hearth, before = house.hearth, len(windows())
    awake = house.saver.why_awake()
    assert awake
    hearth.rehearse(room.workshop.id)
    settle()
    assert len(windows()) == before
    assert not copies()
    said = hearth.speech("en")("trouble.rehearsal-room-open")
    assert hearth.window.notice.sentence.text() == said
    assert house.saver.why_awake() == awake
    hearth.window.home()
    settle()
    hearth.rehearse(room.workshop.id)
    settle()
    assert len(copies()) == 1
    (rehearsal,) = [one for one in windows() if one.isVisible() and one is not hearth.window]
    rehearsal.close_now()
    QTest.qWait(100)
    assert not copies()


def test_other_settings_bring_the_room_back(house: Opened) -> None:
    """The window is opened anew at the settings; the room is held beside them, awake."""
    room = open_room(house)
    room.go_to("hopes-and-fears")
    hearth = house.hearth
    hearth.window.settings()
    hearth.apply_settings(msgspec.structs.replace(hearth.settings, theme="dark"))
    QTest.qWait(300)
    assert isinstance(hearth.window.room, Cockpit)
    assert hearth.window.screen_shown is not hearth.window.room
    assert house.saver.why_awake()
    hearth.window.cockpit(room.workshop.id)
    settle()
    assert hearth.window.room.isVisible()


def test_a_rehearsal_that_cannot_be_shown_leaves_nothing(
    house: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(house)
    hearth = house.hearth
    hearth.window.home()
    settle()

    def fails(*_: object) -> None:
        raise KeyError("no screen")

    monkeypatch.setattr(ScreenFactory, "cockpit", fails)
    with pytest.raises(KeyError):
        hearth.rehearse(room.workshop.id)
    QTest.qWait(100)
    assert not copies()
    assert [one for one in windows() if one.isVisible()] == [hearth.window]


def test_what_a_crash_left_goes_and_what_is_used_stays(house: Opened) -> None:
    """A copy whose process was killed goes at the next start."""
    library = house.hearth.library.path
    mine = Throwaway(library)
    killed = (
        "import os, sys, tempfile, pathlib; tempfile.tempdir = sys.argv[2]\n"
        "from app.library.throwaway import Throwaway\n"
        "Throwaway(pathlib.Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", killed, str(library), tempfile.gettempdir()], check=False)
    assert len(copies()) == 2
    throw_away_left()
    assert copies() == [mine.path.parent]
    mine.throw_away()
    assert not copies()


def rehearsed(house: Opened) -> tuple[Room, Window]:
    """A workshop whose room was left, and the window of its rehearsal."""
    room = open_room(house)
    hearth = house.hearth
    hearth.window.home()
    settle()
    hearth.rehearse(room.workshop.id)
    settle()
    (rehearsal,) = [one for one in windows() if one.isVisible() and one is not hearth.window]
    return room, rehearsal


def test_a_real_room_ends_the_rehearsal(house: Opened) -> None:
    """The monitor and the keeping awake are the room's; it is said what became of the other."""
    room, rehearsal = rehearsed(house)
    hearth = house.hearth
    hearth.window.cockpit(room.workshop.id)
    QTest.qWait(100)
    assert rehearsal not in windows()
    assert not copies()
    assert house.saver.why_awake()
    assert hearth.window.notice.sentence.text() == hearth.speech("en")("room.rehearsal-ended")


def test_a_rehearsal_goes_on_in_other_settings(house: Opened) -> None:
    """The main window is opened anew beside it; with that one it ends."""
    _, rehearsal = rehearsed(house)
    hearth = house.hearth
    hearth.window.settings()
    hearth.apply_settings(msgspec.structs.replace(hearth.settings, theme="dark"))
    QTest.qWait(300)
    assert rehearsal.isVisible()
    assert len(copies()) == 1
    hearth.window.close()
    QTest.qWait(100)
    assert not copies()


def test_the_machine_is_not_settled_from_a_rehearsal(house: Opened) -> None:
    """Nothing there leads to the settings, where a backup would replace the real library."""
    _, rehearsal = rehearsed(house)
    words = house.hearth.speech("en")

    def leads(window: Window) -> bool:
        buttons = window.findChildren(QAbstractButton)
        return any(one.accessibleName() == words("window.settings") for one in buttons)

    assert leads(house.hearth.window)
    assert not leads(rehearsal)


def test_what_could_not_be_kept_is_said_in_the_window_that_stays(house: Opened) -> None:
    """Also after a rehearsal: a backup that failed, in the main window."""
    _, rehearsal = rehearsed(house)
    hearth = house.hearth
    rehearsal.close_now()
    QTest.qWait(100)
    hearth.say_of_library(Trouble("disk-full", path="backups"))
    assert hearth.window.notice.isVisible()
    assert hearth.window.notice.sentence.text()


def test_a_room_that_cannot_be_shown_leaves_no_wall(
    house: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_room(house)
    house.hearth.window.home()
    QTest.qWait(100)
    closed = 0

    def fails(*_: object) -> None:
        raise KeyError("no room")

    def close(wall: Wall) -> None:
        nonlocal closed
        closed += 1
        let_go(wall)

    let_go = Wall.close
    monkeypatch.setattr(Wall, "close", close)
    monkeypatch.setattr(Cockpit, "__init__", fails)
    with pytest.raises(KeyError):
        house.hearth.window.cockpit(room.workshop.id)
    assert closed == 1
