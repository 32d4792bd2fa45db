"""Terminals on libraries, in English unless a test says otherwise."""

import shutil
from pathlib import Path

import pytest

from app.exchange.sample import Sample
from tests.ui.terminal.house import Terminal, played_library


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sample]:
    """A library in which the sample launch was played."""
    return played_library(tmp_path_factory.mktemp("played"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system speaks English, unless a test says otherwise."""
    monkeypatch.setenv("LC_ALL", "en_CA.UTF-8")


@pytest.fixture
def terminal(
    tmp_path: Path, played: tuple[Path, Sample], capsys: pytest.CaptureFixture[str]
) -> Terminal:
    """A terminal on a copy of that library."""
    path = tmp_path / "library.hearth"
    shutil.copyfile(played[0], path)
    return Terminal(path, capsys)


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal on a library that is not there yet."""
    return Terminal(tmp_path / "fresh" / "library.hearth", capsys)
