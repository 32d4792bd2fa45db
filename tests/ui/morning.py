"""The morning of the village: its library, closed after its windows, and its clock."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import new_library


@pytest.fixture
def library(tmp_path: Path, qtbot: QtBot) -> Iterator[Library]:
    """An empty library."""
    opened = new_library(tmp_path)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def in_montreal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's clock is Montréal's: the morning of the village's day."""
    monkeypatch.setenv("TZ", "America/Montreal")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
