"""Told to end by the system, in whatever state, Hearth keeps what is typed and lets all go."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.sample import import_sample
from app.library import library_check
from app.library.opening import open_library
from app.library.rows import Draft, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.ui.opened import opened
from tests.ui.played import sample_library
from ui.cockpit.cockpit import Cockpit
from ui.ending import Ending

TEXT = "Half a sentence that nobody has fin"
ENDS = [one for one in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, one)]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with the sample launch, closed."""
    return sample_library(tmp_path)


def ended(library: Path, place: str, number: int, **more: str) -> tuple[int, str]:
    """Have TEXT typed somewhere, tell the process to end; its exit code and what it complained."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.until_told", str(library), place, TEXT],
        env=os.environ | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n", process.communicate()
        process.send_signal(number)
        complaint = process.communicate(timeout=30)[1]
    return process.returncode, complaint


def assert_all_let_go(library: Path) -> None:
    """The log is folded in, the lock is free, the text is given back."""
    log = library.with_name(library.name + "-wal")
    assert not log.exists() or log.stat().st_size == 0
    assert library_check.check(library).sound
    with closing(open_library(library, MachineMoment())) as again:
        assert TEXT in [draft.text for draft in again.reader.rows(Draft)]


@pytest.mark.parametrize("name", ENDS)
@pytest.mark.parametrize("place", ["line", "dialog", "question", "menu"])
def test_told_to_end_it_ends_well(library: Path, place: str, name: str) -> None:
    """At a word half typed; also while a form, a question or a menu is open."""
    code, complaint = ended(library, place, signal.Signals[name])
    assert code == 0
    assert "Traceback" not in complaint
    assert_all_let_go(library)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals of that kind here")
def test_who_was_told_not_to_mind_goes_on(library: Path) -> None:
    """As under ``nohup``: the terminal goes, the window stays."""
    command = [sys.executable, "-m", "tests.journeys.until_told", str(library), "line", TEXT]
    process = subprocess.Popen(
        ["nohup", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n"
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 0
    assert_all_let_go(library)


def test_the_end_of_a_session_keeps_what_is_typed_and_goes_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    """Another program may still call the end off: the window stays. Then Qt is about to quit."""
    with opened(qapp, tmp_path) as house:
        hearth = house.hearth
        import_sample(hearth.library, hearth.catalogue, resources_folder())
        hearth.window.cockpit(hearth.library.reader.rows(Workshop)[-1].id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        QTest.keyClicks(cockpit.bottom.line, TEXT)
        ending = Ending(qapp, keep=hearth.keep_typed, close=hearth.close)
        try:
            # Only a system can send this signal: Python cannot make what it carries.
            assert qapp.receivers(SIGNAL("commitDataRequest(QSessionManager&)")) == 1
            hearth.keep_typed()
            assert [draft.text for draft in hearth.library.reader.rows(Draft)] == [TEXT]
            assert hearth.window.isVisible()
            hearth.close()
            hearth.close()
        finally:
            ending.forget()
    assert_all_let_go(tmp_path / "library.hearth")
