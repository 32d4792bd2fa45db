"""Copies of the library: listed, made, saved elsewhere, gone back to; nothing is overwritten."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.community.communities import CommunityFields, create_community
from app.library import backup
from app.library.backup import backup_folder, backup_name, backups, make_backup
from app.library.opening import open_library
from app.library.rows import Community
from app.library.trouble import Trouble
from app.moment import MachineMoment
from tests.app.community.village import StandingClock
from tests.ui.preferences.desk import Desk
from ui.home.home_screen import HomeScreen


def names(desk: Desk) -> list[str]:
    """The communities of the library that is open."""
    return [one.name for one in desk.library.reader.rows(Community)]


def copy_now(desk: Desk) -> None:
    """Press the button."""
    QTest.mouseClick(desk.screen.copies.backup_button, Qt.MouseButton.LeftButton)


def go_back(desk: Desk, row: int = 0) -> None:
    """Press a link of the list, and wait for the other window."""
    before = desk.window
    QTest.mouseClick(desk.link(row), Qt.MouseButton.LeftButton)
    desk.another(before)


def add(desk: Desk, name: str) -> None:
    """Another community."""
    create_community(desk.library, CommunityFields(name=name))


def test_it_says_where_everything_is(desk: Desk) -> None:
    """The path of the file, word for word."""
    texts = [one.text() for one in desk.screen.copies.findChildren(QLabel)]
    assert f"Everything is in one file: {desk.library.path}" in texts


def test_copies_are_listed_newest_first_with_their_reason(desk: Desk) -> None:
    """As many as fit; the older ones are counted, with their folder."""
    for why in ("migration", "workshop", "strike", *["hand"] * 9):
        desk.clock.go_on(days=1)
        make_backup(desk.library.path, desk.clock.now(), why)
    desk.screen.refresh()
    listed = desk.listed()
    assert len(listed) == 8
    assert listed[0] == ("27 Jan 2026, 13:00", "asked for")
    assert desk.screen.copies.older.text() == (
        f"5 older backups are in {desk.library.path.parent / 'library backups'}"
    )
    desk.choose(language="fr")
    desk.use()
    assert desk.listed()[0] == ("27\u00a0janv. 2026, 13\u00a0h", "à votre demande")


def test_a_copy_is_made_when_asked_for(desk: Desk) -> None:
    """And listed; it holds what the library holds."""
    count = len(backups(desk.library.path))
    add(desk, "Late")
    copy_now(desk)
    assert desk.said() == "Backed up."
    assert len(backups(desk.library.path)) == count + 1
    newest = backups(desk.library.path)[0]
    assert desk.listed()[0][1] == "asked for"
    assert newest.why == "hand"
    copy = open_library(newest.path, StandingClock())
    assert [one.name for one in copy.reader.rows(Community)] == names(desk)
    copy.close()


def test_a_copy_the_disk_refuses_gets_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list stays as it was."""

    def full(source: Path, target: Path) -> None:
        raise Trouble("disk-full", path=str(target))

    before = desk.listed()
    monkeypatch.setattr(backup, "copy_library", full)
    copy_now(desk)
    assert "The disk is full" in desk.said()
    assert desk.listed() == before


def test_a_copy_goes_elsewhere_and_never_over_another(desk: Desk, tmp_path: Path) -> None:
    """Whole; or a sentence."""
    desk.house.answers.path = tmp_path / "else.hearth"
    QTest.mouseClick(desk.screen.copies.copy_button, Qt.MouseButton.LeftButton)
    assert desk.said() == f"A whole copy is in {tmp_path / 'else.hearth'}."
    assert desk.house.answers.asked[-1] == "library.hearth"
    QTest.mouseClick(desk.screen.copies.copy_button, Qt.MouseButton.LeftButton)
    assert "never writes over" in desk.said()


def test_how_to_take_the_library_along_is_said(desk: Desk) -> None:
    """Beside the button that does it; of the file itself, that Hearth is to be closed first."""
    said = desk.screen.copies.taking_along
    assert said.isVisible()
    assert "save a copy" in said.text()
    assert "library.hearth" in said.text()


def test_no_copy_takes_a_name_of_the_librarys_own(desk: Desk) -> None:
    """Such as that of a log which is not there just now: it would be read as one."""
    library = desk.house.hearth.library.path
    own = library.with_name(library.name + "-journal")
    desk.house.answers.path = own
    QTest.mouseClick(desk.screen.copies.copy_button, Qt.MouseButton.LeftButton)
    assert "is your library, or one of its own files" in desk.said()
    assert not own.exists()


def test_going_back_is_asked_first(desk: Desk) -> None:
    """Turning away changes nothing."""
    copy_now(desk)
    add(desk, "After the copy")
    QTest.mouseClick(desk.link(0), Qt.MouseButton.LeftButton)
    assert "The file as it is now is set aside" in desk.house.answers.asked[-1]
    assert "After the copy" in names(desk)


def test_going_to_another_library_is_said(desk: Desk, tmp_path: Path) -> None:
    """Its backup lies there where it was begun anew; a copy of this one by any name is this one."""
    copy_now(desk)
    other = tmp_path / "elsewhere" / "library.hearth"
    other.parent.mkdir()
    with closing(open_library(other, MachineMoment())) as library:
        create_community(library, CommunityFields(name="Somebody else’s"))
    make_backup(other, desk.clock.now(), "hand")
    (theirs,) = backups(other)
    name = backup_name(theirs.made, "hand", 99)
    shutil.copyfile(theirs.path, backup_folder(desk.library.path) / name)
    desk.screen.refresh()
    asked = desk.house.answers.asked
    QTest.mouseClick(desk.link(1), Qt.MouseButton.LeftButton)
    assert "another library" not in asked[-1]
    QTest.mouseClick(desk.link(0), Qt.MouseButton.LeftButton)
    assert "is of another library than the one that is open" in asked[-1]
    assert "Somebody else’s" not in names(desk)
    desk.house.answers.yes = True
    go_back(desk)
    assert names(desk) == ["Somebody else’s"]
    assert list(desk.library.path.parent.glob("library set aside *.hearth"))


def test_going_back_shows_what_the_copy_holds_and_sets_today_aside(desk: Desk) -> None:
    """The window is the same library's; what was done since lies beside it, whole."""
    path, before = desk.library.path, names(desk)
    copy_now(desk)
    add(desk, "After the copy")
    desk.clock.go_on(minutes=5)
    desk.house.answers.yes = True
    go_back(desk)
    assert isinstance(desk.window.screen_shown, HomeScreen)
    assert names(desk) == before
    aside = list(path.parent.glob("library set aside *.hearth"))
    assert len(aside) == 1
    assert str(aside[0]) in desk.said()
    held = open_library(aside[0], StandingClock())
    assert "After the copy" in [one.name for one in held.reader.rows(Community)]
    held.close()
    # And it is written again.
    add(desk, "From now on")
    assert names(desk)[-1] == "From now on"


def test_a_damaged_copy_leaves_everything_as_it_was(desk: Desk) -> None:
    """With a sentence, in the window that comes after."""
    path = desk.library.path
    copy_now(desk)
    add(desk, "After the copy")
    broken = backups(path)[0].path
    data = bytearray(broken.read_bytes())
    data[4096:20480] = os.urandom(16384)
    broken.write_bytes(bytes(data))
    desk.house.answers.yes = True
    go_back(desk)
    assert str(broken) in desk.said()
    assert "damaged" in desk.said()
    assert "After the copy" in names(desk)
    assert desk.screen.copies.rows.count() > 0
    assert not list(path.parent.glob("*set aside*"))
    assert not list(path.parent.glob("*.restored*"))
    add(desk, "Work goes on")
    assert names(desk)[-1] == "Work goes on"


def test_a_copy_that_was_taken_away_leaves_everything_as_it_was(desk: Desk) -> None:
    """Somebody emptied the folder meanwhile."""
    copy_now(desk)
    link = desk.link(0)
    backups(desk.library.path)[0].path.unlink()
    before = desk.window
    desk.house.answers.yes = True
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    desk.another(before)
    assert "is not there" in desk.said()
    assert names(desk)


def test_a_full_disk_leaves_everything_as_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There was no room for the copy beside the file."""
    copy_now(desk)
    add(desk, "After the copy")

    def full(source: Path, target: Path) -> None:
        raise Trouble("disk-full", path=str(target))

    desk.house.answers.yes = True
    with monkeypatch.context() as patch:
        patch.setattr(backup, "copy_library", full)
        go_back(desk)
    assert "The disk is full" in desk.said()
    assert "After the copy" in names(desk)
