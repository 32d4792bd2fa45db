"""Which files are a library's own, by whatever name they are called."""

import os
from pathlib import Path

import pytest

from app.library.backup import backup_folder
from app.library.own_files import OwnFiles


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library file with a log, a lock and a backup, and one that was set aside."""
    path = tmp_path / "library.hearth"
    for name in ("library.hearth", "library.hearth-wal", "library.hearth.lock"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "library set aside 2026-01-15T140509.000Z.hearth").write_bytes(b"x")
    backup_folder(path).mkdir()
    (backup_folder(path) / "2026-01-15T140509.000Z hand.hearth").write_bytes(b"x")
    return path


def test_all_that_lies_there_is_its_own(library: Path) -> None:
    own = OwnFiles(library)
    there = [one for one in library.parent.rglob("*") if one.is_file()]
    assert len(there) == 5
    assert all(own.hold(one) for one in there)


def test_links_and_second_names_are_seen_through(library: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    own = OwnFiles(library)
    for number, one in enumerate(one for one in library.parent.rglob("*") if one.is_file()):
        link, second = tmp_path / f"elsewhere/{number}.pdf", tmp_path / f"elsewhere/{number}.json"
        link.symlink_to(one)
        os.link(one, second)
        assert own.hold(link)
        assert own.hold(second)
    assert own.hold(tmp_path / "elsewhere" / ".." / "library.hearth")
    opened_by_link = tmp_path / "elsewhere" / "mine.hearth"
    opened_by_link.symlink_to(library)
    assert OwnFiles(opened_by_link).hold(library.with_name("library.hearth-wal"))


def test_names_it_will_take_are_its_own_before_they_are_there(library: Path) -> None:
    own = OwnFiles(library)
    for name in ("library.hearth-shm", "library.hearth-journal", "LIBRARY.hearth-SHM"):
        assert own.hold(library.with_name(name))


def test_others_are_not(library: Path, tmp_path: Path) -> None:
    (tmp_path / "charter.pdf").write_bytes(b"x")
    (tmp_path / "elsewhere").mkdir()
    own = OwnFiles(library)
    for name in ("charter.pdf", "summary.pdf", "library.pdf", "elsewhere/library.hearth", "no/x"):
        assert not own.hold(tmp_path / name)
