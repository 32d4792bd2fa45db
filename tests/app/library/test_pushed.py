"""A file takes a place only once its bytes are on the disk, and its name is pushed after it."""

import os
from pathlib import Path

import pytest

from app.library.backup import backups, copy_library, make_backup, restore, set_aside
from app.library.library import Library
from app.library.migrations import create
from app.library.rows import Note
from app.library.strike import strike
from tests.app.library.household import furnish
from tests.app.library.settings import StillMoment

Done = list[tuple[str, Path]]
"""What was done to the disk, in order: a file or a folder pushed, a name given."""


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Done:
    """Everything pushed and renamed from now on."""
    found: Done = []
    push, rename, replace = os.fsync, Path.rename, os.replace

    def pushed(handle: int) -> None:
        push(handle)
        found.append(("pushed", Path(os.readlink(f"/proc/self/fd/{handle}"))))

    def renamed(old: Path, new: Path) -> Path:
        found.append(("named", new))
        return rename(old, new)

    def replaced(old: Path, new: Path) -> None:
        found.append(("named", new))
        replace(old, new)

    monkeypatch.setattr(os, "fsync", pushed)
    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(os, "replace", replaced)
    return found


def pushed_in_order(part: Path, place: Path) -> Done:
    """The file under its passing name, then its name, then the folder the name stands in."""
    return [("pushed", part), ("named", place), ("pushed", place.parent)]


pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no /proc here")


def test_a_new_library(tmp_path: Path, moment: StillMoment, done: Done) -> None:
    path = tmp_path / "new.hearth"
    create(path, moment)
    assert done == pushed_in_order(tmp_path / "new.hearth.new", path)


def test_a_copy(library: Library, tmp_path: Path, done: Done) -> None:
    target = tmp_path / "copy.hearth"
    copy_library(library.path, target)
    assert done == pushed_in_order(tmp_path / "copy.hearth.part", target)


def test_what_is_put_back_and_what_is_set_aside(
    library: Library, moment: StillMoment, done: Done
) -> None:
    chosen = make_backup(library.path, moment.now(), "hand")
    library.close()
    done.clear()
    aside = restore(library.path, chosen.path, moment.now())
    assert aside is not None
    ready = library.path.with_name(library.path.name + ".restored")
    folder = ("pushed", library.path.parent)
    assert done == [
        *pushed_in_order(ready.with_name(ready.name + ".part"), ready),
        *(("named", aside), folder),
        *(("named", library.path), folder),
    ]
    done.clear()
    moment.pass_by(1)
    aside = set_aside(library.path, moment.now())
    assert done == [("named", aside), folder]


def test_a_backup_that_something_is_struck_from(
    library: Library, moment: StillMoment, done: Done
) -> None:
    furnish(library)
    make_backup(library.path, moment.now(), "hand")
    done.clear()
    strike(library, [(Note.table, library.reader.rows(Note)[0].id)])
    (copy,) = backups(library.path)
    assert done == pushed_in_order(copy.path.with_name(copy.path.name + ".part"), copy.path)
