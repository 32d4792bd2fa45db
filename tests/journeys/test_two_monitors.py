"""A laptop and a projector on a real display: the wall opens on HALL, goes, and comes back.

Xvfb makes one wide screen, and xrandr makes monitors of it and takes them away while Hearth runs.
"""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.resources import resources_folder
from app.words_files import load_words

MISSING = [one for one in ("Xvfb", "openbox", "xrandr") if shutil.which(one) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not on this machine: {', '.join(MISSING)}")

LAPTOP = ("--setmonitor", "LAPTOP", "1920/508x1080/285+0+0", "screen")
HALL = ("--setmonitor", "HALL", "1920/1600x1080/900+1920+0", "none")
MIRROR = ("--setmonitor", "HALL", "1920/1600x1080/900+0+0", "none")


@contextmanager
def running(*command: str, **more: Any) -> Iterator[subprocess.Popen[str]]:
    """A process of ours, ended when done with."""
    with subprocess.Popen(command, text=True, **more) as process:
        try:
            yield process
        finally:
            process.terminate()


class Display:
    """A display without a screen, with the monitors that the test makes."""

    def __init__(self, number: str) -> None:
        """The display ``:number``."""
        self.surroundings = os.environ | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def set(self, *options: str) -> str:
        """Tell xrandr something; gives what it says."""
        told = subprocess.run(
            ["xrandr", *options], env=self.surroundings, check=True, capture_output=True, text=True
        )
        return told.stdout


@pytest.fixture
def display() -> Iterator[Display]:
    """A wide display with a laptop's monitor on its left half, and a window manager."""
    reading, writing = os.pipe()
    with ExitStack() as stack:
        stack.enter_context(
            running(
                *("Xvfb", "-displayfd", str(writing), "-screen", "0", "3840x1080x24"),
                *("-nolisten", "tcp", "-noreset"),
                pass_fds=(writing,),
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(writing)
        with os.fdopen(reading) as said:
            shown = Display(said.readline().strip())
        quiet = {"env": shown.surroundings, "stderr": subprocess.DEVNULL}
        stack.enter_context(running("openbox", "--sm-disable", **quiet))
        # The display knows its one output only after it was asked for it.
        assert "screen connected" in shown.set()
        shown.set(*LAPTOP)
        assert "LAPTOP" in shown.set("--listmonitors")
        yield shown


class Facilitator:
    """Hearth on the display, asked how it stands."""

    def __init__(self, process: subprocess.Popen[str], folder: Path) -> None:
        """The process, which is ready."""
        self._process, self.folder = process, folder
        self.words = load_words(resources_folder(), "en")
        assert self._line() == "ready", process.communicate()

    def ask(self, what: str) -> dict[str, Any]:
        """Ask for something, and how everything stands after it."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._line())
        return answer

    def until(self, **wanted: object) -> dict[str, Any]:
        """Ask until it stands so, for twenty seconds at most; the wall never covers the laptop."""
        ends = time.monotonic() + 20
        while True:
            state = self.ask("state")
            assert not (state["shown"] and state["on"] == "LAPTOP"), "the wall is on the laptop"
            if all(state[key] == value for key, value in wanted.items()):
                return state
            assert time.monotonic() < ends, f"waited in vain for {wanted}: {state}"
            select.select([], [], [], 0.01)

    def says(self, key: str, **values: object) -> str:
        """A sentence of the window."""
        return self.words(key, **values)

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def facilitator(display: Display, folder: Path) -> Iterator[Facilitator]:
    """Hearth opened in its cockpit on the laptop's monitor."""
    command = (sys.executable, "-m", "tests.journeys.at_two_screens", str(folder), "en")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with running(*command, env=display.surroundings, **pipes) as process:
        person = Facilitator(process, folder)
        yield person
        person.ask("quit")
        assert process.wait(timeout=20) == 0


def test_it_opens_on_the_hall_by_itself_goes_and_comes_back(
    display: Display, tmp_path: Path
) -> None:
    display.set(*HALL)
    with facilitator(display, tmp_path) as person:
        state = person.until(shown=True)
        assert state["screens"] == ["HALL", "LAPTOP"]
        assert (state["cockpit"], state["wall"], state["on"]) == ("LAPTOP", "HALL", "HALL")
        assert state["area"] == [1920, 0, 1920, 1080]
        assert state["button"] == person.says("room.wall", name="HALL")
        assert person.until(active=True), "the keys stay with the facilitator"
        person.ask("type Someone to call")
        person.ask("type One list of what broke")
        state = person.until(texts=["Someone to call", "One list of what broke"])
        person.ask("grab two")

        display.set("--delmonitor", "HALL")
        state = person.until(shown=False, said=person.says("wall.unplugged", name="HALL"))
        assert state["wall"] == ""
        assert state["button"] == person.says("room.wall-none")
        assert person.until(active=True)
        person.ask("type Nobody in the hall sees this come")

        display.set(*HALL)
        state = person.until(shown=True, said=person.says("wall.back", name="HALL"))
        assert (state["wall"], state["on"]) == ("HALL", "HALL")
        assert state["area"] == [1920, 0, 1920, 1080]
        assert state["texts"][-1] == "Nobody in the hall sees this come"
        assert person.until(active=True)
        person.ask("grab again")


def test_it_stays_while_the_agenda_is_looked_at(display: Display, tmp_path: Path) -> None:
    display.set(*HALL)
    with facilitator(display, tmp_path) as person:
        person.until(shown=True)
        person.ask("type Said before")
        looking = person.ask("key Shift+F3")
        assert not looking["in the room"]
        for _ in range(5):
            state = person.ask("state")
            assert (state["shown"], state["texts"]) == (True, ["Said before"])
        assert person.ask("key Escape")["in the room"]
        person.ask("type Said after")
        person.until(shown=True, texts=["Said before", "Said after"])


def test_with_one_monitor_it_stays_away_and_says_how_to_extend(
    display: Display, tmp_path: Path
) -> None:
    with facilitator(display, tmp_path) as person:
        state = person.until(screens=["LAPTOP"])
        assert not state["shown"]
        assert state["button"] == person.says("room.wall-none")
        state = person.ask("key F4")
        assert state["said"] == person.says("wall.extend")
        assert not state["shown"]


def test_a_mirrored_projector_counts_as_the_same_screen(display: Display, tmp_path: Path) -> None:
    display.set(*MIRROR)
    with facilitator(display, tmp_path) as person:
        state = person.until(screens=["HALL", "LAPTOP"])
        assert not state["shown"]
        assert person.ask("key F4")["said"] == person.says("wall.extend")
        # Somebody presses the key that extends the desktop.
        display.set("--delmonitor", "HALL")
        person.until(screens=["LAPTOP"])
        display.set(*HALL)
        assert person.until(shown=True)["on"] == "HALL"


def test_mirrored_while_it_shows_it_never_covers_the_laptop(
    display: Display, tmp_path: Path
) -> None:
    display.set(*HALL)
    with facilitator(display, tmp_path) as person:
        person.until(shown=True, on="HALL")
        display.set("--delmonitor", "HALL")
        person.until(screens=["LAPTOP"])
        display.set(*MIRROR)
        person.until(screens=["HALL", "LAPTOP"])
        person.until(shown=False, said=person.says("wall.unplugged", name="HALL"))
        display.set("--delmonitor", "HALL")
        person.until(screens=["LAPTOP"])
        display.set(*HALL)
        assert person.until(shown=True)["area"] == [1920, 0, 1920, 1080]


def test_a_large_note_and_a_message_come_back_with_the_projector(
    display: Display, tmp_path: Path
) -> None:
    """Nobody presses a key when the cable is in again."""
    display.set(*HALL)
    with facilitator(display, tmp_path) as person:
        person.until(shown=True, active=True)
        person.ask("type Someone to call")
        person.ask("type One list of what broke")
        person.ask("key F12")
        person.until(shows="large", texts=["One list of what broke"])
        unplug_and_plug(display, person)
        person.until(shows="large", texts=["One list of what broke"], active=True)
        person.ask("key Shift+F8")
        person.until(asking=True)
        person.ask("write Back at noon")
        person.ask("key Ctrl+Return")
        person.until(asking=False, active=True, said_to_all="Back at noon")
        unplug_and_plug(display, person)
        person.until(shows="message", said_to_all="Back at noon")
        person.ask("key Shift+F8")
        person.until(shows="room", texts=["Someone to call", "One list of what broke"])


def unplug_and_plug(display: Display, person: Facilitator) -> None:
    """The projector's cable is pulled, and put in again."""
    display.set("--delmonitor", "HALL")
    person.until(shown=False, said=person.says("wall.unplugged", name="HALL"))
    display.set(*HALL)
    person.until(shown=True, on="HALL")
