"""The log beside a library is believed only where it belongs."""

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.library.backup import backups, make_backup, restore
from app.library.library import Library
from app.library.library_check import check
from app.library.log import is_strange, log_file, logs_set_aside
from app.library.opening import open_library
from app.library.rows import Person
from app.moment import MachineMoment
from tests.app.library.settings import StillMoment, add, person

CRASH = """
import os, sys
from pathlib import Path
from app.library.opening import open_library
from app.moment import MachineMoment
from tests.app.library.settings import add, person
library = open_library(Path(sys.argv[1]), MachineMoment())
for name in sys.argv[2:]:
    add(library, person(library, name))
os._exit(9)
"""


WRITE = """
import sys
from contextlib import closing
from pathlib import Path
from app.library.opening import open_library
from app.moment import MachineMoment
from tests.app.library.settings import add, person
with closing(open_library(Path(sys.argv[1]), MachineMoment())) as library:
    for number in range(200):
        add(library, person(library, f"Person {number}"))
        if number % 7 == 0:
            library.fold()
        if number == 1:
            print("writing", flush=True)
"""


def add_and_crash(path: Path, *names: str) -> None:
    """Another process adds people to a library and is killed."""
    subprocess.run([sys.executable, "-c", CRASH, str(path), *names], check=False)
    assert log_file(path).stat().st_size


def names_of(path: Path) -> set[str]:
    """Who is in a library, opened as people open it."""
    with closing(open_library(path, MachineMoment())) as library:
        return {one.name for one in library.reader.rows(Person)}


@pytest.fixture
def lived_in(path: Path) -> Path:
    """A library with one person in it, closed."""
    with closing(open_library(path, MachineMoment())) as library:
        add(library, person(library, "Amina Diallo"))
    return path


def test_what_a_crash_left_in_the_log_is_there(lived_in: Path) -> None:
    add_and_crash(lived_in, "Bao Nguyen")
    assert not is_strange(lived_in)
    add_and_crash(lived_in, "Chloé Tremblay")
    assert names_of(lived_in) == {"Amina Diallo", "Bao Nguyen", "Chloé Tremblay"}


def test_a_first_crash_in_a_new_library(path: Path) -> None:
    add_and_crash(path, "Bao Nguyen")
    assert names_of(path) == {"Bao Nguyen"}


def test_file_and_log_may_be_carried_elsewhere_together(lived_in: Path, tmp_path: Path) -> None:
    add_and_crash(lived_in, "Bao Nguyen")
    elsewhere = tmp_path / "stick" / "mine.hearth"
    elsewhere.parent.mkdir()
    shutil.copy(lived_in, elsewhere)
    shutil.copy(log_file(lived_in), log_file(elsewhere))
    assert names_of(elsewhere) == {"Amina Diallo", "Bao Nguyen"}


@pytest.mark.parametrize("how", ["written over", "moved there"])
def test_a_copy_put_back_beside_another_log(lived_in: Path, tmp_path: Path, how: str) -> None:
    """Copied by hand; people added, closed; more added, killed; the copy put back."""
    copy = tmp_path / "copy.hearth"
    shutil.copy(lived_in, copy)
    with closing(open_library(lived_in, MachineMoment())) as library:
        for name in ("Bao Nguyen", "Chloé Tremblay", "Dmitri Ivanov"):
            add(library, person(library, name))
    add_and_crash(lived_in, "Esi Mensah", "Farid Haddad")
    if how == "written over":
        lived_in.write_bytes(copy.read_bytes())
    else:
        copy.replace(lived_in)
    assert is_strange(lived_in)
    with closing(open_library(lived_in, MachineMoment(), read_only=True)) as reading:
        assert [one.name for one in reader_rows(reading)] == ["Amina Diallo"]
    before = backups(lived_in)
    with closing(open_library(lived_in, MachineMoment())) as library:
        assert [one.name for one in reader_rows(library)] == ["Amina Diallo"]
        (met,) = library.met
        assert met.code == "strange-log"
        assert [str(one) for one in logs_set_aside(lived_in)] == [met.facts["aside"]]
    assert check(lived_in).sound
    for one in backups(lived_in):
        if one not in before:
            assert names_of(one.path) == {"Amina Diallo"}


def reader_rows(library: Library) -> list[Person]:
    """Everybody."""
    return library.reader.rows(Person)


def test_a_backup_put_back_by_hand(lived_in: Path) -> None:
    with closing(open_library(lived_in, MachineMoment())) as library:
        add(library, person(library, "Bao Nguyen"))
    backup = backups(lived_in)[0].path
    add_and_crash(lived_in, "Chloé Tremblay")
    shutil.copy(backup, lived_in)
    assert names_of(lived_in) == {"Amina Diallo"}


def test_a_log_half_folded_belongs(lived_in: Path) -> None:
    """Somebody read while the log was folded in: the file has some of it, the log all."""
    with closing(open_library(lived_in, MachineMoment())) as library:
        add(library, person(library, "Bao Nguyen"))
        with library.snapshot():
            add(library, person(library, "Chloé Tremblay"))
            assert not library.fold()
            add(library, person(library, "Dmitri Ivanov"))
            copy = lived_in.with_name("crashed.hearth")
            shutil.copy(lived_in, copy)
            shutil.copy(log_file(lived_in), log_file(copy))
    assert not is_strange(copy)
    assert len(names_of(copy)) == 4


def test_at_rest_everything_is_in_the_one_file(library: Library, tmp_path: Path) -> None:
    for number in range(60):
        add(library, person(library, f"Person {number}"))
    assert library.fold()
    copy = tmp_path / "stick.hearth"
    shutil.copy(library.path, copy)
    assert len(names_of(copy)) == 60


def test_a_library_only_looked_at_stays_as_it_is(path: Path, moment: StillMoment) -> None:
    open_library(path, moment).close()
    before = path.read_bytes()
    open_library(path, moment).close()
    assert path.read_bytes() == before


def test_a_log_whose_file_is_gone_is_not_played_into_a_new_one(lived_in: Path) -> None:
    add_and_crash(lived_in, "Bao Nguyen")
    lived_in.unlink()
    assert names_of(lived_in) == set()
    assert len(logs_set_aside(lived_in)) == 1
    assert check(lived_in).sound


def test_another_library_with_its_own_past_over_the_file(lived_in: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "library.hearth"
    with closing(open_library(other, MachineMoment())) as library:
        add(library, person(library, "Zofia Nowak"))
    add_and_crash(lived_in, "Bao Nguyen")
    lived_in.write_bytes(other.read_bytes())
    assert names_of(lived_in) == {"Zofia Nowak"}


@pytest.mark.parametrize("left", [0, 20, 3000])
def test_a_log_cut_short_or_of_noise_does_no_harm(lived_in: Path, left: int) -> None:
    log_file(lived_in).write_bytes(bytes(range(250)) * (left // 250 + 1))
    assert names_of(lived_in) == {"Amina Diallo"}


def test_whoever_reads_elsewhere_never_takes_the_log_of_an_open_library(library: Library) -> None:
    """To close the file outside SQLite would let go of the locks that keep others from it."""
    add(library, person(library, "Amina Diallo"))
    with library.snapshot():
        pass
    make_backup(library.path, library.moment.now(), "hand")
    check(library.path, opened=True)
    add(library, person(library, "Bao Nguyen"))
    reading = (
        "from tests.app.library.test_log import names_read; import sys; names_read(sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", reading, str(library.path)], check=True)
    assert log_file(library.path).exists()
    add(library, person(library, "Chloé Tremblay"))
    assert len(library.reader.rows(Person)) == 3


def test_a_log_is_no_stranger_while_another_process_writes(lived_in: Path) -> None:
    """Nor does whoever reads ever see an older state than before."""
    command = [sys.executable, "-c", WRITE, str(lived_in)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline() == "writing\n"
        seen = [0]
        while writing.poll() is None:
            assert not is_strange(lived_in)
            with closing(open_library(lived_in, MachineMoment(), read_only=True)) as library:
                seen.append(len(library.reader.rows(Person)))
    assert writing.returncode == 0
    assert seen == sorted(seen)
    assert len(names_of(lived_in)) == 201


def names_read(path: str) -> None:
    """Another process reads a library and is done."""
    with closing(open_library(Path(path), MachineMoment(), read_only=True)) as library:
        library.reader.rows(Person)


def test_a_stop_is_no_fault(lived_in: Path) -> None:
    add_and_crash(lived_in, "Bao Nguyen")
    with closing(open_library(lived_in, MachineMoment())) as library:
        assert library.met == ()


def test_a_log_whose_set_aside_file_is_gone_stays_aside(lived_in: Path) -> None:
    made = make_backup(lived_in, MachineMoment().now(), "hand")
    add_and_crash(lived_in, "Bao Nguyen")
    aside = restore(lived_in, made.path, MachineMoment().now())
    assert aside is not None
    open_library(lived_in, MachineMoment()).close()
    aside.unlink()
    assert names_of(lived_in) == {"Amina Diallo"}
