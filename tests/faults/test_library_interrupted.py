"""Killed at any call to the disk, upkeep leaves the library as it was or as it was to be.

strace kills the process at its n-th call, for every n there is; here and there in ``make test``.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from app.exchange.decode import decode
from app.exchange.encode import encode, gather
from app.exchange.importing import import_community
from app.library import library_check
from app.library.backup import backup_folder, backups, make_backup
from app.library.opening import open_library
from app.library.rows import Community, Note, Person
from app.library.schema import SCHEMA_VERSION
from app.library.soundness import check_sound
from app.library.strike import strike
from app.moment import MachineMoment
from tests.app.library.household import ID, SAID, furnish
from tests.app.library.settings import second

pytestmark = pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not on this machine"
)

STEPS = "fdatasync,fsync,rename,unlink,ftruncate"
"""What takes effect at once; there are some dozens of these calls."""

PAGES = "pwrite64"
"""What is written in between; there may be thousands."""


BEFORE, SINCE = "Tomasz Wójcik", "Renamed since"


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library's folder: a row in every table, two backups, a community file to bring in."""
    folder = tmp_path_factory.mktemp("furnished")
    path = folder / "library.hearth"
    moment = MachineMoment()
    with closing(open_library(path, moment)) as library:
        furnish(library)
        make_backup(path, moment.now(), "hand")
        with library.change("rename") as writer:
            writer.change(writer.row(Person, ID["deputy"]), name=SINCE)
        make_backup(path, moment.now(), "hand")
    with closing(open_library(folder / "other.hearth", moment)) as other:
        with other.change("community-add") as writer:
            home = Community(id="f" * 32, name="Bell founders", created="2026-01-15T14:05:09.120Z")
            writer.add(home)
        data = encode(gather(other.reader, home.id))
    for left in folder.glob("other*"):
        left.unlink() if left.is_file() else shutil.rmtree(left)
    (folder / "community.json").write_bytes(data)
    return folder


def killed_at(call: int, of: str, doing: str, path: Path) -> bool:
    """Whether the process was killed as it made that call; else it came to its end."""
    done = subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={of}"),
            *("-e", f"inject={of}:signal=SIGKILL:when={call}"),
            *(sys.executable, "-m", "tests.faults.upkeep", doing, str(path)),
        ],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode in {0, -9, 137}, done.stderr
    return done.returncode != 0


def interrupted(furnished: Path, folder: Path, doing: str, of: str, calls: Iterable[int]) -> int:
    """Kill ``doing`` at each of the calls until it makes no more; look each time. Gives how often.

    Whatever was interrupted, the library opens, is sound, and nothing half done lies about.
    """
    number = 0
    for call in calls:
        shutil.copytree(furnished, folder)
        path = folder / "library.hearth"
        killed = killed_at(call, of, doing, path)
        if killed and doing == "migrate":
            migrated_in_the_end(path)
        elif killed:
            open_library(path, MachineMoment()).close()
            assert library_check.check(path).sound
            LOOK[doing](path)
        shutil.rmtree(folder)
        if not killed:
            break
        number += 1
    return number


def whole_copies(path: Path) -> None:
    """Every copy is whole; nothing else is left."""
    for one in backups(path):
        check_sound(one.path)
    names = {one.name for one in backup_folder(path).iterdir()}
    assert names == {one.path.name for one in backups(path)}
    for file in path.parent.glob("*.hearth"):
        check_sound(file)
    # Whoever only looks may leave an empty log and its index; nothing else, whole files apart.
    files = [file for file in path.parent.iterdir() if file.is_file()]
    left = {file.suffix for file in files if file.stat().st_size}
    assert left <= {".hearth", ".json", ".hearth-shm"}


def name_in(path: Path) -> str:
    """What tells the library as it was from the one before."""
    with closing(second(path)) as other:
        (name,) = other.execute("SELECT name FROM person WHERE id = ?", (ID["deputy"],)).fetchone()
    return str(name)


def still_there(path: Path) -> None:
    """A copy was being made: the library is as it was."""
    whole_copies(path)
    assert name_in(path) == SINCE
    assert 2 <= len(backups(path)) <= 4


def this_or_that(path: Path) -> None:
    """A copy was being put back: the library is the one or the other, and both are there."""
    whole_copies(path)
    assert name_in(path) in {SINCE, BEFORE}
    copies = [path, *path.parent.glob("* set aside *.hearth"), *(one.path for one in backups(path))]
    assert {name_in(one) for one in copies} == {SINCE, BEFORE}


def struck_or_seen(path: Path) -> None:
    """Whoever still sees the text can strike it again; whoever does not need not."""
    whole_copies(path)
    with closing(open_library(path, MachineMoment())) as library:
        if library.reader.find(Note, ID["note"]) is not None:
            strike(library, [("note", ID["note"])])
        files = [one for one in path.parent.rglob("*") if one.is_file()]
        assert not [one.name for one in files if SAID.encode() in one.read_bytes()]
    whole_copies(path)


def all_or_none(path: Path) -> None:
    """A community was being brought in."""
    whole_copies(path)
    with closing(open_library(path, MachineMoment())) as library:
        if library.reader.count(Community) == 1:
            import_community(library, decode(path.with_name("community.json").read_bytes()))
        assert library.reader.count(Community) == 2


def migrated_in_the_end(path: Path) -> None:
    """Tomorrow's Hearth goes on where it was stopped, and nothing is lost."""
    assert not killed_at(10_000, STEPS, "migrate", path)
    whole_copies(path)
    with closing(second(path)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)
        assert other.execute("SELECT DISTINCT zone FROM note").fetchall() == [("anew",)]
        assert other.execute("SELECT motto FROM community").fetchall() == [("",)]
        found = other.execute("SELECT text FROM note WHERE id = ?", (ID["note"],)).fetchall()
    assert found == [(SAID,)]
    assert name_in(path) == SINCE
    assert "migration" in {one.why for one in backups(path)}


LOOK: Mapping[str, Callable[[Path], None]] = {
    "backup": still_there,
    "restore": this_or_that,
    "strike": struck_or_seen,
    "import": all_or_none,
}
DOING = (*LOOK, "migrate")


@pytest.mark.parametrize("doing", DOING)
def test_killed_here_and_there(furnished: Path, tmp_path: Path, doing: str) -> None:
    folder = tmp_path / "library of many words – и, [*] 🔥"
    assert interrupted(furnished, folder, doing, STEPS, range(1, 60, 6)) >= 1


@pytest.mark.faults
@pytest.mark.parametrize("doing", DOING)
def test_killed_at_every_step(furnished: Path, tmp_path: Path, doing: str) -> None:
    assert interrupted(furnished, tmp_path / "library", doing, STEPS, range(1, 10_000)) >= 6


@pytest.mark.faults
@pytest.mark.parametrize("doing", DOING)
def test_killed_between_pages(furnished: Path, tmp_path: Path, doing: str) -> None:
    calls = (round(1.3**power) for power in range(6, 60))
    assert interrupted(furnished, tmp_path / "library", doing, PAGES, calls) >= 6
