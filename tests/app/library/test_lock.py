"""One process writes; others may read; a process that is gone holds nothing."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Person
from tests.app.library.settings import StillMoment, add, person, trouble

ELSEWHERE = """
import sys
from pathlib import Path
from app.library.opening import open_library
from app.library.rows import Person
from app.library.trouble import Trouble
from app.moment import MachineMoment, stamp

moment = MachineMoment()
try:
    library = open_library(Path(sys.argv[1]), moment, read_only=sys.argv[2] == "read")
except Trouble as trouble:
    print(trouble.code)
    sys.exit()
if library.writable:
    with library.change("add") as writer:
        writer.add(Person(id=moment.new_id(), name="from elsewhere", created="now"))
print(library.reader.count(Person), flush=True)
sys.stdin.readline()
print(library.reader.count(Person), flush=True)
"""


@contextmanager
def elsewhere(path: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that opens the library, and waits."""
    process = subprocess.Popen(
        [sys.executable, "-c", ELSEWHERE, str(path), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """The next line of the other process."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go_on(process: subprocess.Popen[str]) -> None:
    """Let the other process go on."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_a_second_writer_is_refused(library: Library, moment: StillMoment) -> None:
    with elsewhere(library.path, "write") as other:
        assert said(other) == "open-elsewhere"
    with trouble("open-elsewhere"):
        open_library(library.path, moment)
    add(library, person(library))
    assert library.reader.count(Person) == 1


def test_others_read_while_it_is_open(library: Library, moment: StillMoment) -> None:
    add(library, person(library))
    with elsewhere(library.path, "read") as other:
        assert said(other) == "1"
        add(library, person(library))
        go_on(other)
        assert said(other) == "2"
    with closing(open_library(library.path, moment, read_only=True)) as reading:
        assert not reading.writable
        with trouble("only-read"), reading.change("add"):
            pass
        with trouble("only-read"), reading.keep():
            pass


def test_readers_are_in_nobody_s_way(library: Library, moment: StillMoment) -> None:
    library.close()
    with elsewhere(library.path, "read") as other:
        assert said(other) == "0"
        with closing(open_library(library.path, moment)) as again:
            add(again, person(again))
        go_on(other)
        assert said(other) == "1"


def test_a_killed_process_holds_nothing(path: Path, moment: StillMoment) -> None:
    with elsewhere(path, "write") as other:
        assert said(other) == "1"
        with trouble("open-elsewhere"):
            open_library(path, moment)
        other.kill()
        other.wait()
        with closing(open_library(path, moment)) as library:
            assert [row.name for row in library.reader.rows(Person)] == ["from elsewhere"]


def test_one_file_has_one_lock_whatever_links_lead_to_it(
    library: Library, moment: StillMoment, tmp_path: Path
) -> None:
    link = tmp_path / "link.hearth"
    link.symlink_to(library.path)
    with trouble("open-elsewhere"):
        open_library(link, moment)
    library.close()
    with closing(open_library(link, moment)) as again:
        assert again.path == library.path
    library.path.rename(tmp_path / "away.hearth")
    with trouble("no-such-place"):
        open_library(link, moment)
    assert not library.path.exists(), "no empty library takes the place of one that is away"


def test_the_lock_leaves_nothing_that_matters(library: Library, moment: StillMoment) -> None:
    library.close()
    beside = [one.name for one in library.path.parent.iterdir()]
    assert sorted(beside) == [library.path.name, library.path.name + ".lock"]
    (library.path.parent / (library.path.name + ".lock")).unlink()
    open_library(library.path, moment).close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_folder_is_no_library(tmp_path: Path, moment: StillMoment, read_only: bool) -> None:
    with trouble("not-a-library"):
        open_library(tmp_path, moment, read_only=read_only)


def test_nothing_to_read(path: Path, moment: StillMoment) -> None:
    with trouble("no-library"):
        open_library(path, moment, read_only=True)
    assert list(path.parent.iterdir()) == []


def test_folders_are_made_on_the_way(tmp_path: Path, moment: StillMoment) -> None:
    path = tmp_path / "Hearth" / "mine" / "library.hearth"
    open_library(path, moment).close()
    assert path.exists()
    with trouble("no-such-place"):
        open_library(path / "below" / "a file.hearth", moment)


def test_nobody_waits_long_while_typing(library: Library) -> None:
    """The writer gives up well within a second; the people in the room do not."""
    writer = library._writer
    assert writer is not None
    (patience,) = writer.execute("PRAGMA busy_timeout").fetchone()
    assert 100 <= patience <= 500


def test_another_name_of_the_same_file_is_refused(library: Library) -> None:
    """Each name would have a log of its own, and one would overwrite the other."""
    add(library, person(library))
    other_name = library.path.with_name("another.hearth")
    other_name.hardlink_to(library.path)
    with elsewhere(other_name, "write") as other:
        assert said(other) == "open-elsewhere"
    library.close()
    with elsewhere(other_name, "write") as other:
        assert said(other) == "2"


def test_what_one_name_left_is_not_believed_under_the_other(
    library: Library, moment: StillMoment
) -> None:
    add(library, person(library, "one"))
    library.close()
    other_name = library.path.with_name("another.hearth")
    other_name.hardlink_to(library.path)
    with elsewhere(other_name, "write") as killed:
        assert said(killed) == "2"
    with closing(open_library(library.path, moment)) as again:
        add(again, person(again, "two"))
    with closing(open_library(other_name, moment)) as under_the_other:
        assert [one.code for one in under_the_other.met] == ["strange-log"]
        names = {one.name for one in under_the_other.reader.rows(Person)}
    assert {"one", "two"} <= names
