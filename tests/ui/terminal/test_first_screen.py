"""A screen that cannot be used is met with one sentence, and no core dump."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.ui.terminal.house import one_sentence

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")

UNUSABLE = [
    {"DISPLAY": ":4077"},
    {"DISPLAY": "nowhere.invalid:0"},
    {"DISPLAY": "no display at all"},
    {"WAYLAND_DISPLAY": "wayland-4077"},
    {"WAYLAND_DISPLAY": "wayland-4077", "DISPLAY": ":4077"},
    {"WAYLAND_DISPLAY": "wayland-4077", "XDG_RUNTIME_DIR": "/nowhere"},
    {"QT_QPA_PLATFORM": "xcb"},
    {"QT_QPA_PLATFORM": "wayland;xcb"},
    {"QT_QPA_PLATFORM": "no-such-thing"},
    {"QT_QPA_PLATFORM": "offscreen:configfile=/nowhere"},
    {"QT_QPA_PLATFORM": "linuxfb:fb=/nowhere"},
    {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4077", "XAUTHORITY": "/nowhere"},
]


def on_screen(
    told: dict[str, str], *arguments: str | Path, language: str = "en_CA.UTF-8"
) -> subprocess.CompletedProcess[str]:
    """Run the command where the surroundings say only this of a screen."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    known = {name: text for name, text in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, "-m", "ui.commands", *arguments],
        cwd=ROOT,
        env=known | {"LC_ALL": language} | told,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("told", UNUSABLE, ids=str)
def test_one_sentence_says_which_screen(tmp_path: Path, told: dict[str, str]) -> None:
    """Exit code 1, nothing else said, nothing made."""
    done = on_screen(told, "--library", tmp_path / "library.hearth")
    assert (done.returncode, done.stdout) == (1, "")
    sentence = one_sentence(done.stderr)
    assert sentence.startswith("No window can be opened here (")
    assert all(text in sentence for name, text in told.items() if name in sentence)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("told", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "", "DISPLAY": ""}])
def test_no_screen_at_all_is_another_sentence(tmp_path: Path, told: dict[str, str]) -> None:
    """Also where it is named by nothing."""
    done = on_screen(told, "--library", tmp_path / "library.hearth", language="fr_CA.UTF-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert one_sentence(done.stderr).startswith("Il n’y a pas d’écran ici")
    assert not list(tmp_path.iterdir())


def test_the_demo_on_such_a_screen_makes_nothing(tmp_path: Path) -> None:
    """It would play in windows that can be seen, if there were a screen for them."""
    told = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4077"}
    done = on_screen(told, "demo", tmp_path / "played", language="fr_CA.UTF-8")
    assert (done.returncode, done.stdout) == (1, "")
    assert one_sentence(done.stderr).startswith("Impossible d’ouvrir une fenêtre ici (")
    assert not list(tmp_path.iterdir())


def test_commands_without_a_window_need_no_screen(tmp_path: Path) -> None:
    """Whatever is said of one."""
    done = on_screen({"DISPLAY": ":4077"}, "check", "--library", tmp_path / "none.hearth")
    assert done.returncode == 1
    assert "There is no library" in one_sentence(done.stderr)
