"""The screen stays awake while people look at it, and may sleep again afterwards, or at a crash."""

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.sample import import_sample
from app.library.rows import Workshop
from app.resources import resources_folder
from app.workshop.closing import close_workshop, reopen_workshop
from tests.ui.desktop import COOKIE, DesktopServices, own_surroundings, session_bus, wait_for
from tests.ui.opened import opened
from tests.ui.saver import SaverState, short_saver
from ui.awake import MachineAwake
from ui.awake_means import Desktop, ExecutionState

FREEDESKTOP = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
XFCE = "org.freedesktop.PowerManagement"

on_a_bus = pytest.mark.skipif(not shutil.which("dbus-daemon"), reason="no D-Bus on this machine")
on_a_display = pytest.mark.skipif(not shutil.which("Xvfb"), reason="no Xvfb on this machine")


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bus of the test's own, the one that this process meets."""
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@contextmanager
def in_the_room(folder: Path, surroundings: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Hearth in a process of its own, in the cockpit."""
    command = [sys.executable, "-m", "tests.journeys.in_the_room", str(folder)]
    process = subprocess.Popen(
        command, env=surroundings, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def tell(process: subprocess.Popen[str], what: str) -> None:
    """Tell it something, and wait until it is done."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(what + "\n")
    process.stdin.flush()
    process.stdout.readline()


def test_from_the_first_block_to_the_last_word(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """In the room the screen stays awake, and the system is told why; elsewhere it may sleep."""
    with opened(qapp, tmp_path, language="fr") as house:
        hearth = house.hearth
        workshop = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        hearth.window.home()
        assert not house.saver.why_awake()
        hearth.window.cockpit(workshop.id)
        assert house.saver.why_awake() == "Un atelier est en cours"
        hearth.window.design(workshop.id)
        assert house.saver.why_awake(), "the room goes on"
        hearth.window.leave_room(workshop.id)
        assert not house.saver.why_awake()
        hearth.window.cockpit(workshop.id)
        assert house.saver.why_awake()
        hearth.window.closing(workshop.id)
        hearth.window.show()
        assert house.saver.why_awake(), "the room reads along"
        close_workshop(hearth.library, hearth.library.reader.row(Workshop, workshop.id))
        assert not house.saver.why_awake(), "it is over"
        reopen_workshop(hearth.library, hearth.library.reader.row(Workshop, workshop.id))
        assert house.saver.why_awake()
    assert not house.saver.why_awake(), "closed from the room"


@on_a_bus
@pytest.mark.parametrize(
    ("name", "interface", "asked", "back"),
    [
        (FREEDESKTOP, FREEDESKTOP, ("Hearth", "why"), "UnInhibit"),
        (GNOME, GNOME, ("Hearth", 0, "why", 8), "Uninhibit"),
        (XFCE, f"{XFCE}.Inhibit", ("Hearth", "why"), "UnInhibit"),
    ],
)
def test_each_desktop_is_asked_as_it_listens(
    bus: str, name: str, interface: str, asked: tuple[object, ...], back: str
) -> None:
    """And told with its own cookie when it is over."""
    services = DesktopServices(bus, name)
    awake = MachineAwake((Desktop(),))
    awake.hold("why")
    assert services.heard() == (f"{interface}.Inhibit", asked)
    awake.let_go()
    assert services.heard() == (f"{interface}.{back}", (COOKIE,))
    assert services.heard() == ("gone", ())


@on_a_bus
def test_held_twice_it_is_asked_once_and_again_after_it_was_let_go(bus: str) -> None:
    """A workshop after another."""
    services = DesktopServices(bus, FREEDESKTOP)
    awake = MachineAwake((Desktop(),))
    for _ in range(2):
        awake.hold("why")
        awake.hold("why")
        assert services.heard()[0].endswith(".Inhibit")
        awake.let_go()
        awake.let_go()
        assert services.heard()[0].endswith(".UnInhibit")
        assert services.heard() == ("gone", ())
    assert services.hears_nothing()


@on_a_bus
def test_a_crash_lets_go(bus: str, tmp_path: Path) -> None:
    """The process is killed in the room: the bus tells the desktop that it is gone."""
    services = DesktopServices(bus, FREEDESKTOP)
    with in_the_room(tmp_path, own_surroundings(bus)) as process:
        assert services.heard()[0] == f"{FREEDESKTOP}.Inhibit"
        process.kill()
        assert services.heard() == ("gone", ())


@on_a_bus
def test_leaving_the_room_lets_go(bus: str, tmp_path: Path) -> None:
    """A real process, which goes on."""
    services = DesktopServices(bus, FREEDESKTOP)
    with in_the_room(tmp_path, own_surroundings(bus)) as process:
        assert services.heard()[0] == f"{FREEDESKTOP}.Inhibit"
        tell(process, "home")
        assert services.heard()[0] == f"{FREEDESKTOP}.UnInhibit"
        tell(process, "quit")
        assert process.wait(timeout=20) == 0


def test_a_bus_that_never_answers_holds_nothing_up(tmp_path: Path) -> None:
    """It takes the connection and says nothing: the cockpit opens, and the program ends."""
    deaf = socket.socket(socket.AF_UNIX)
    deaf.bind(str(tmp_path / "deaf"))
    deaf.listen()
    surroundings = own_surroundings(f"unix:path={tmp_path / 'deaf'}")
    began = time.monotonic()
    with deaf, in_the_room(tmp_path, surroundings) as process:
        tell(process, "home")
        tell(process, "quit")
        assert process.wait(timeout=20) == 0
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "tcp:host=nobody", "x"])
def test_without_a_bus_nothing_is_said(
    address: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """As on a machine without a desktop; in words nobody asked for it."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    desktop = Desktop()
    desktop.hold("why")
    assert desktop.asking is not None
    desktop.asking.join(timeout=10)
    assert not desktop.asking.is_alive()
    desktop.let_go()
    assert capfd.readouterr().err == ""


@on_a_display
def test_a_short_saver_stays_away_while_the_room_is_open(tmp_path: Path) -> None:
    """After three seconds the display darkens; not in the room; afterwards, and at a crash."""
    with short_saver(3) as (display, state):
        wait_for(lambda: state() is SaverState.ON)
        surroundings = os.environ | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        }
        with in_the_room(tmp_path, surroundings) as process:
            wait_for(lambda: state() is SaverState.OFF)
            pause = threading.Event()
            for _ in range(60):  # twice as long as it would take
                pause.wait(0.1)
                assert state() is SaverState.OFF
            tell(process, "home")
            wait_for(lambda: state() is SaverState.ON)
            process.kill()
        with in_the_room(tmp_path, surroundings) as process:
            wait_for(lambda: state() is SaverState.OFF)
            process.kill()
            wait_for(lambda: state() is SaverState.ON)


def test_windows_is_told_by_its_own_flags() -> None:
    """ES_CONTINUOUS with ES_SYSTEM_REQUIRED and ES_DISPLAY_REQUIRED, then ES_CONTINUOUS alone."""
    told: list[int] = []
    awake = MachineAwake((ExecutionState(told.append),))
    awake.hold("why")
    awake.let_go()
    assert told == [0x8000_0003, 0x8000_0000]
