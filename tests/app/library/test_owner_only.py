"""What people said is readable by its owner alone, on the disk as well."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.library.backup import backup_folder, backups, copy_library, make_backup, restore
from app.library.library import Library
from app.library.log import log_file
from app.library.opening import open_library
from tests.app.library.settings import StillMoment, add, person

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes say nothing there")


def mode(path: Path) -> int:
    """Who may do what with it."""
    return path.stat().st_mode & 0o777


@pytest.fixture(autouse=True)
def generous() -> Iterator[None]:
    """A machine on which everybody may read what anybody makes."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_library_and_all_that_is_made_beside_it(
    path: Path, moment: StillMoment, tmp_path: Path
) -> None:
    with closing(open_library(path, moment)) as library:
        add(library, person(library))
        made = make_backup(path, moment.now(), "hand")
        copy = tmp_path / "copy.hearth"
        copy_library(path, copy)
        for one in (path, log_file(path), made.path, copy, path.with_name(path.name + ".lock")):
            assert mode(one) == 0o600, one
        assert mode(backup_folder(path)) == 0o700


def test_one_that_was_open_to_all_is_closed(library: Library, moment: StillMoment) -> None:
    made = make_backup(library.path, moment.now(), "hand")
    library.close()
    for one in (library.path, made.path):
        one.chmod(0o644)
    backup_folder(library.path).chmod(0o755)
    open_library(library.path, moment).close()
    assert [mode(library.path), mode(made.path)] == [0o600, 0o600]
    assert mode(backup_folder(library.path)) == 0o700


def test_after_a_restore(library: Library, moment: StillMoment) -> None:
    add(library, person(library))
    make_backup(library.path, moment.now(), "hand")
    library.close()
    backups(library.path)[0].path.chmod(0o644)
    aside = restore(library.path, backups(library.path)[0].path, moment.now())
    assert aside is not None
    assert mode(library.path) == 0o600
    open_library(library.path, moment).close()
    assert mode(aside) == 0o600


def test_a_stricter_mode_stays(library: Library, moment: StillMoment) -> None:
    made = make_backup(library.path, moment.now(), "hand")
    library.close()
    made.path.chmod(0o400)
    open_library(library.path, moment).close()
    assert mode(made.path) == 0o400
