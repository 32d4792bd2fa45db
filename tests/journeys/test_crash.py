"""Killed in the middle of a workshop, Hearth opens in the room where it was, and Enter goes on."""

import select
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.catalogue.load import load_catalogue
from app.exchange.sample import import_sample
from app.library.journal import Scope
from app.library.opening import open_library
from app.library.rows import Community, Workshop
from app.resources import resources_folder
from app.workshop.cut_off import room_left_open
from app.workshop.running import record_heartbeat, start
from tests.app.community.village import StandingClock
from tests.journeys.test_power_cut import power_cut
from tests.ui.played import sample_library

TEXT = "Half a sentence that nobody has fin"
PATIENCE = 20.0
"""Seconds within which what is typed must be on the disk."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with the sample launch, closed."""
    return sample_library(tmp_path)


def process_of(module: str, *arguments: str) -> "subprocess.Popen[str]":
    """A real Hearth, in a process of its own."""
    command = [sys.executable, "-m", f"tests.journeys.{module}", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for_draft(library: Path) -> None:
    """Until what was typed is on the disk."""
    until = time.monotonic() + PATIENCE
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        while not connection.execute("SELECT 1 FROM draft WHERE text = ?", (TEXT,)).fetchone():
            assert time.monotonic() < until, "it was never kept"
            select.select([], [], [], 0.05)


def first_seen(library: Path) -> list[str]:
    """Start Hearth; the three lines it says of what is in front. It is closed as it should be."""
    with process_of("first_seen", str(library)) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(3)]
        process.send_signal(signal.SIGTERM)
        complaint = process.communicate(timeout=30)[1]
    assert "Traceback" not in complaint, complaint
    return lines


def test_killed_in_the_room_it_opens_in_the_room(library: Path) -> None:
    """The cockpit is in front, the words half typed in the line, and Enter keeps them; once it was
    closed as it should be, it opens at home."""
    with process_of("until_told", str(library), "line", TEXT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n", process.communicate()
        wait_for_draft(library)
        process.kill()
    assert first_seen(library) == ["Cockpit", f"What people say: {TEXT}", TEXT]
    assert first_seen(library)[0] == "HomeScreen"


def test_other_work_or_another_day_is_not_taken_for_the_room(tmp_path: Path) -> None:
    """Work done elsewhere since, half a day, and a library that was closed lead home."""
    before, clock = tmp_path / "before", StandingClock()
    before.mkdir()
    with closing(open_library(before / "library.hearth", clock)) as library:
        sample = import_sample(library, load_catalogue(resources_folder()), resources_folder())
        start(library, sample.workshop)
        record_heartbeat(library, sample.workshop)
        power_cut(before, tmp_path / "in the room")
        power_cut(before, tmp_path / "long ago")
        clock.go_on(minutes=5)
        with library.change("community-edit", Scope(sample.community.id)) as writer:
            writer.change(writer.row(Community, sample.community.id), sentence="Another")
        power_cut(before, tmp_path / "elsewhere")
    assert found_in(tmp_path / "in the room", clock) == sample.workshop.id
    assert found_in(tmp_path / "in the room", clock) == "", "it was closed"
    assert found_in(tmp_path / "elsewhere", clock) == ""
    clock.go_on(hours=13)
    assert found_in(tmp_path / "long ago", clock) == ""


def found_in(folder: Path, clock: StandingClock) -> str:
    """The id of the workshop whose room was left open; the library is closed afterwards."""
    with closing(open_library(folder / "library.hearth", clock)) as library:
        found = room_left_open(library)
        record_heartbeat(library, library.reader.rows(Workshop)[0])
    return found.id if found is not None else ""
