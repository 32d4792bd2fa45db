"""``hearth FILE.hearth``: the window on that library, or one sentence on why not."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from app.library.opening import LookedOver, open_library
from app.moment import MachineMoment
from tests.ui.terminal.house import NAME, Terminal, one_sentence


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The libraries on which a window was opened."""
    opened: list[Path] = []

    def run(application: QApplication, library: Path, *, looked: LookedOver | None) -> int:
        opened.append(library)
        return 0

    monkeypatch.setitem(sys.modules, "ui.application", SimpleNamespace(run=run))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return opened


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
    fresh: Terminal, windows: list[Path], tmp_path: Path
) -> None:
    """Nothing there, somebody else's file, a folder, a pipe, a link that leads to itself."""
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
    for name, sentence in told.items():
        said = fresh.bare(tmp_path / name)
        assert said.code == 1
        assert sentence in one_sentence(said.complaint)
        assert str(tmp_path / name) in said.complaint
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
