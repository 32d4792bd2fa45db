"""The disk is full, read-only or in use while somebody types: a sentence, the text stays, then on.

In the real window, on disks that truly are so.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.library import library_check
from app.library.opening import open_library
from app.library.rows import Draft, Note, Outcome
from app.library.trouble import Trouble
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.faults.places import read_only, small_disk
from tests.faults.test_library_disk import fill
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit
from ui.look.look import make_look
from ui.starting.recovery_dialog import RecoveryDialog

CONTROL = Qt.KeyboardModifier.ControlModifier

HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
"""


@contextmanager
def cockpit_on(
    application: QApplication, library: Path, settings: Path, language: str = "en"
) -> Iterator[tuple[Opened, Cockpit]]:
    """The cockpit over the sample launch, its library in the folder ``library``."""
    with opened(application, settings, library=library, language=language) as house:
        hearth = house.hearth
        workshop = import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        hearth.window.cockpit(workshop.id)
        screen = hearth.window.screen_shown
        assert isinstance(screen, Cockpit)
        keep(screen, "the first one")
        yield house, screen


def keep(cockpit: Cockpit, text: str) -> None:
    """Type a note and Enter."""
    QTest.keyClicks(cockpit.bottom.line, text)
    QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Return)


def said(house: Opened) -> str:
    """The sentence above the screen; empty where there is none."""
    bar = house.hearth.window.notice
    return bar.sentence.text() if bar.isVisible() else ""


def notes(house: Opened) -> list[str]:
    """Every note of the library, in the order they were kept."""
    return [note.text for note in house.hearth.library.reader.rows(Note, order="position")]


def refused(house: Opened, cockpit: Cockpit, code: str) -> None:
    """Enter, a catch and half a line: each is refused with the same sentence, and stays."""
    words, line = house.hearth.speech(house.hearth.settings.language or "en"), cockpit.bottom.line
    path = str(house.hearth.library.path)
    sentence = words(f"trouble.{code}", path=path)
    keep(cockpit, "not lost")
    assert said(house) == sentence
    assert line.text() == "not lost"
    assert cockpit.top.saved.text() == words("room.not-saved")
    QTest.keyClick(line, Qt.Key.Key_D, CONTROL)
    assert said(house) == sentence
    assert line.text() == "not lost"
    QTest.keyClicks(line, " at all")
    cockpit.capturing.autosave.flush()
    assert said(house) == sentence
    assert line.text() == "not lost at all"
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    assert said(house) == sentence
    assert notes(house) == ["the first one"]
    assert house.hearth.library.reader.count(Outcome) == 0
    assert house.hearth.library.reader.count(Draft) == 0


def work_goes_on(house: Opened, cockpit: Cockpit) -> None:
    """The cause is gone: the same Enter keeps what stands in the line."""
    words, line = house.hearth.speech(house.hearth.settings.language or "en"), cockpit.bottom.line
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert notes(house) == ["the first one", "not lost at all"]
    assert line.text() == ""
    assert said(house) == ""
    assert cockpit.top.saved.text() == words("room.saved")
    house.hearth.window.undo()
    house.hearth.window.redo()
    keep(cockpit, "one more")
    assert notes(house) == ["the first one", "not lost at all", "one more"]
    assert library_check.check(house.hearth.library.path).sound


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_disk_fills_up_while_typing(qapp: QApplication, tmp_path: Path, language: str) -> None:
    with (
        small_disk(tmp_path / "disk", 6) as disk,
        cockpit_on(qapp, disk, tmp_path, language) as (house, cockpit),
    ):
        fill(disk / "filler")
        refused(house, cockpit, "disk-full")
        (disk / "filler").unlink()
        work_goes_on(house, cockpit)


def test_the_folder_becomes_read_only_while_typing(qapp: QApplication, tmp_path: Path) -> None:
    """A drive that was remounted, or that somebody locked with its little switch."""
    (tmp_path / "drive").mkdir()
    with cockpit_on(qapp, tmp_path / "drive", tmp_path) as (house, cockpit):
        with read_only(tmp_path / "drive"):
            keep(cockpit, "not lost")
            kept_all_the_same = notes(house) == ["the first one", "not lost"]
            if not kept_all_the_same:
                # Files that are open already may still be written on some systems.
                assert said(house)
                assert cockpit.bottom.line.text() == "not lost"
        if not kept_all_the_same:
            QTest.keyClick(cockpit.bottom.line, Qt.Key.Key_Return)
        assert notes(house) == ["the first one", "not lost"]
        assert library_check.check(house.hearth.library.path).sound


def test_a_library_in_a_read_only_folder_is_not_opened_but_said(
    qapp: QApplication, tmp_path: Path
) -> None:
    """One sentence, and the way on: try again once the folder may be written."""
    drive = tmp_path / "drive"
    drive.mkdir()
    with opened(qapp, tmp_path, library=drive) as house:
        words = house.hearth.speech("en")
    path = drive / "library.hearth"
    with read_only(drive):
        with pytest.raises(Trouble) as met:
            open_library(path, MachineMoment())
        dialog = RecoveryDialog(met.value, path, words, make_look("light"), MachineMoment())
        assert met.value.code == "read-only"
        assert dialog.said.text() == words("starting.read-only", path=str(path))
        assert dialog.backup_button is None
        assert dialog.empty_button is None
    QTest.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert dialog.result() == RecoveryDialog.DialogCode.Accepted
    with opened(qapp, tmp_path, library=drive) as house:
        assert house.hearth.library.writable


def test_another_program_holds_the_library_while_typing(qapp: QApplication, tmp_path: Path) -> None:
    with cockpit_on(qapp, tmp_path, tmp_path) as (house, cockpit):
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(house.hearth.library.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with holder:
            assert holder.stdout is not None
            assert holder.stdin is not None
            assert holder.stdout.readline() == "held\n"
            keep(cockpit, "not lost")
            cockpit.bottom.line.take("")
            refused(house, cockpit, "locked")
            holder.stdin.write("\n")
        assert holder.returncode == 0
        work_goes_on(house, cockpit)
