"""``hearth FILE.hearth``: the window on that library, or one sentence on why not."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.library.opening import LookedOver, open_library
from app.library.trouble import Trouble
from app.moment import MachineMoment
from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits
from tests.ui.terminal.house import NAME, Terminal, one_sentence
from ui.commands import default_library
from ui.look.themes import ThemeName
from ui.starting.wrong_file_dialog import WrongFileDialog
from ui.system_dialogs import SystemDialogs


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The libraries on which a window was opened."""
    opened: list[Path] = []

    def run(application: QApplication, library: Path, *, looked: LookedOver | None) -> int:
        opened.append(library)
        return 0

    monkeypatch.setattr("ui.application.run", run)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return opened


class Answering:
    """Somebody who answers the window that asks for another file."""

    def __init__(self) -> None:
        """Not yet decided: ``click`` says on which button."""
        self.said: list[str] = []
        self.click: Callable[[WrongFileDialog], QPushButton] = lambda dialog: dialog.quit
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def leave(self) -> None:
        """Answer no more."""
        self._timer.stop()

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, WrongFileDialog) and dialog.isVisible():
            self.said.append(dialog.said.text())
            QTest.mouseClick(self.click(dialog), Qt.MouseButton.LeftButton)


@pytest.fixture
def answers(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Answering]:
    """Somebody at the screen of a machine with a library and settings of its own."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path.parent / f"{tmp_path.name} own"))
    answering = Answering()
    yield answering
    answering.leave()


def test_after_a_file_that_is_none_the_way_leads_to_ones_own_library(
    fresh: Terminal, windows: list[Path], tmp_path: Path, answers: Answering
) -> None:
    letter = tmp_path / "letter.hearth"
    letter.write_text("Dear all, this is no library. " * 10)
    answers.click = lambda dialog: dialog.own_button
    said = fresh.bare(letter)
    assert said.code == 0
    assert windows == [default_library()]
    assert letter.read_text(encoding="utf-8").startswith("Dear all")


def test_or_to_another_file_until_one_is_a_library(
    fresh: Terminal,
    windows: list[Path],
    tmp_path: Path,
    answers: Answering,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is wrong with the next one is said in turn; turning away changes nothing."""
    good = tmp_path / "team.hearth"
    open_library(good, MachineMoment()).close()
    chosen = [None, tmp_path / "gone.hearth", good]

    def choose(self: SystemDialogs, parent: QWidget, title: str, endings: str) -> Path | None:
        return chosen.pop(0)

    monkeypatch.setattr(SystemDialogs, "open_file", choose)
    answers.click = lambda dialog: dialog.other_button
    said = fresh.bare(tmp_path / "missing.hearth")
    assert said.code == 0
    assert windows == [good]
    assert one_sentence(said.complaint)
    assert ["missing" in one for one in answers.said] == [True, True, False]
    assert "gone.hearth" in answers.said[-1]


def test_without_a_screen_it_is_said_on_the_terminal_alone(
    fresh: Terminal, windows: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    said = fresh.bare(tmp_path / "missing.hearth")
    assert said.code == 1
    assert "There is no library" in one_sentence(said.complaint)
    assert windows == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("theme", "text"), [("light", 80), ("dark", 100), ("contrast", 200)])
def test_nothing_of_the_question_is_cut(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, theme: ThemeName, text: int
) -> None:
    """Also with long paths in it."""
    path = tmp_path / "a folder with a rather long name" / "and another one" / "letter.hearth"
    look, words = dress(qapp, theme, text), speak(language)
    for code in ("not-a-library", "no-library", "no-such-place"):
        trouble = Trouble(code, path=str(path))
        dialog = WrongFileDialog(trouble, path, words, look, SystemDialogs(words, look))
        qtbot.addWidget(dialog)
        dialog.show()
        assert misfits(dialog) == []
        assert dialog.height() <= 720


def test_the_window_opens_on_the_file(
    fresh: Terminal, windows: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a path from here, with spaces, in another script, by a link."""
    monkeypatch.chdir(tmp_path)
    names = ("my library.hearth", "Équipe.hearth", "خيمة.hearth", "-dash.hearth")
    for name in names:
        open_library(tmp_path / name, MachineMoment()).close()
    (tmp_path / "link.hearth").symlink_to(tmp_path / names[0])
    asked = [*names[:3], f"./{names[3]}", "link.hearth", str(tmp_path / names[0])]
    for one in asked:
        said = fresh.bare(one)
        assert (said.code, said.out, said.complaint) == (0, "", "")
    assert windows == [Path(one) for one in asked]


def test_what_is_no_library_is_said_and_left_as_it_is(
    fresh: Terminal, windows: list[Path], tmp_path: Path, answers: Answering
) -> None:
    """Nothing there, somebody else's file, a folder, a pipe, a link that leads to itself: in a
    window, for whoever clicked on it, and on the terminal."""
    (tmp_path / "letter.hearth").write_text("Dear all, this is no library. " * 10)
    with closing(sqlite3.connect(tmp_path / "other.hearth")) as other:
        other.execute("CREATE TABLE thing (x)")
    (tmp_path / "folder.hearth").mkdir()
    (tmp_path / "circle.hearth").symlink_to(tmp_path / "circle.hearth")
    told = {
        "missing.hearth": "There is no library at",
        "letter.hearth": "is not a Hearth library",
        "other.hearth": "is not a Hearth library",
        "folder.hearth": "is not a Hearth library",
        "circle.hearth": "is not there",
    }
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe.hearth")
        told["pipe.hearth"] = "is not a Hearth library"
    before = sorted(tmp_path.iterdir())
    answers.click = lambda dialog: dialog.quit
    for name, sentence in told.items():
        said = fresh.bare(tmp_path / name)
        assert said.code == 1
        assert sentence in one_sentence(said.complaint)
        assert str(tmp_path / name) in said.complaint
        assert str(tmp_path / name) in answers.said[-1]
    assert len(answers.said) == len(told)
    assert windows == []
    assert sorted(tmp_path.iterdir()) == before


def test_a_link_to_itself_is_a_sentence_wherever_a_file_is_named(
    terminal: Terminal, tmp_path: Path
) -> None:
    circle = tmp_path / "circle.json"
    circle.symlink_to(circle)
    community = ("export", "community", NAME)
    assert str(circle) in terminal.refused("import", circle)
    assert str(circle) in terminal.refused(*community, "--to", circle)
    assert str(circle) in Terminal(circle, terminal.capsys).refused("list")
    assert str(circle) in terminal.refused("demo", circle)
    assert str(circle) in terminal.refused("demo", circle / "below")
    assert str(circle) in Terminal(circle / "below.hearth", terminal.capsys).refused("list")
    endless = tmp_path / f"{'n' * 300}.hearth"
    assert endless.name in Terminal(endless, terminal.capsys).refused("list")
    assert endless.name in terminal.refused("import", endless)
