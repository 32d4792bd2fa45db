"""A disk that is full, read-only, taken away or in use: a code for it, nothing lost, then on."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.library import library_check
from app.library.backup import backup_folder, backups, copy_library, make_backup, restore
from app.library.journal import Change, Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Community, Draft, Note
from app.library.strike import strike, strike_effects
from app.library.trouble import Trouble
from app.moment import MachineMoment, stamp
from tests.app.library.settings import held, second, trouble
from tests.faults.places import read_only, small_disk, unmount

HOME = "home"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library lies, in a folder of its own."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place" / "library.hearth"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """A library with one note."""
    with closing(begin(path)) as opened:
        yield opened


def begin(path: Path) -> Library:
    """Open a library and put the first note in."""
    opened = open_library(path, MachineMoment())
    if opened.reader.find(Community, HOME) is None:
        now = stamp(opened.moment.now())
        with opened.change("begin") as writer:
            writer.add(Community(id=HOME, name="Lantern makers", created=now))
        say(opened, "first")
    return opened


def say(library: Library, text: str) -> None:
    """Capture a note."""
    with library.change("note-add", Scope(HOME)) as writer:
        writer.add(
            Note(
                id=library.moment.new_id(),
                community=HOME,
                kind="board",
                position=1000,
                text=text,
                made=stamp(library.moment.now()),
            )
        )


def draft(library: Library, text: str) -> None:
    """Keep what is half typed."""
    with library.keep(Scope(HOME)) as writer:
        writer.put(Draft(place="capture", text=text, at=stamp(library.moment.now())))


@contextmanager
def nothing_changes(library: Library) -> Iterator[list[Change]]:
    """Whatever is tried inside, every row stays as it is and nobody is told of anything."""
    before = held(library.path)
    told: list[Change] = []
    stop = library.subscribe(told.append)
    yield told
    assert held(library.path) == before
    assert told == []
    stop()


def refused(library: Library, code: str) -> None:
    """Every way of writing meets the same trouble, and changes nothing."""
    with nothing_changes(library):
        with trouble(code):
            say(library, "x" * 200_000)
        with trouble(code):
            draft(library, "x" * 200_000)
        with trouble(code):
            library.undo(Scope(HOME))


def work_goes_on(library: Library) -> None:
    """The cause is gone: everything works, and the library is sound."""
    count = library.reader.count(Note)
    say(library, "work goes on")
    draft(library, "half a wo")
    assert library.reader.count(Note) == count + 1
    library.undo(Scope(HOME))
    library.redo(Scope(HOME))
    assert library_check.check(library.path).sound


# Full.


def test_no_more_pages(library: Library) -> None:
    """SQLite's own word for a full disk, on any machine."""
    assert library._writer is not None
    pages = library._writer.execute("PRAGMA page_count").fetchone()[0]
    library._writer.execute(f"PRAGMA max_page_count = {pages + 5}")
    with nothing_changes(library):
        for _ in range(3):
            with trouble("disk-full"):
                say(library, "x" * 200_000)
            with trouble("disk-full"):
                draft(library, "x" * 200_000)
    say(library, "a short one still has room")
    library._writer.execute("PRAGMA max_page_count = 1000000")
    work_goes_on(library)


def test_full_halfway_through_a_change(library: Library) -> None:
    """What was written before the disk filled up goes too, and what follows does not stand."""
    assert library._writer is not None
    pages = library._writer.execute("PRAGMA page_count").fetchone()[0]
    library._writer.execute(f"PRAGMA max_page_count = {pages + 5}")

    def careless() -> None:
        with library.change("two", Scope(HOME)):
            say(library, "before")
            with pytest.raises(Trouble):
                say(library, "x" * 200_000)
            say(library, "after")

    before = held(library.path)
    try:
        careless()
    except (RuntimeError, Trouble):
        assert held(library.path) == before
    else:
        texts = [row.text for row in library.reader.rows(Note)]
        assert texts == ["first", "before", "after"]
    library._writer.execute("PRAGMA max_page_count = 1000000")
    work_goes_on(library)


def test_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk, closing(begin(disk / "library.hearth")) as full:
        filler = disk / "filler"
        fill(filler)
        for _ in range(3):
            refused(full, "disk-full")
        with trouble("disk-full"):
            make_backup(full.path, full.moment.now(), "workshop")
        with trouble("disk-full"):
            copy_library(full.path, disk / "copy.hearth")
        assert list(disk.rglob("*.part")) == []
        assert not (disk / "copy.hearth").exists()
        filler.unlink()
        work_goes_on(full)
        assert make_backup(full.path, full.moment.now(), "workshop").path.exists()


def test_opening_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk:
        path = disk / "library.hearth"
        begin(path).close()
        fill(disk / "filler")
        with closing(open_library(path, MachineMoment(), read_only=True)) as reading:
            assert reading.reader.count(Note) == 1
        with trouble("disk-full"):
            open_library(path, MachineMoment())
        (disk / "filler").unlink()
        with closing(open_library(path, MachineMoment())) as opened:
            assert opened.met == ()
            work_goes_on(opened)


def test_a_new_library_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1) as disk:
        path = disk / "library.hearth"
        fill(disk / "filler")
        with trouble("disk-full"):
            open_library(path, MachineMoment())
        assert not path.exists()
        assert list(disk.glob("*.new*")) == []
        (disk / "filler").unlink()
        begin(path).close()


def test_striking_on_a_full_disk_leaves_all_of_it(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk, closing(begin(disk / "library.hearth")) as full:
        make_backup(full.path, full.moment.now(), "workshop")
        row = full.reader.rows(Note)[0]
        fill(disk / "filler")
        with nothing_changes(full), trouble("disk-full"):
            strike(full, [("note", row.id)])
        assert strike_effects(full, [("note", row.id)]).rows == (("note", row.id),)
        (disk / "filler").unlink()
        strike(full, [("note", row.id)])
        assert full.reader.count(Note) == 0
        assert library_check.check(full.path).sound


def fill(filler: Path) -> None:
    """Take all the room there is."""
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue


# Read-only.


def test_a_read_only_folder(path: Path) -> None:
    begin(path).close()
    data = path.read_bytes()
    with read_only(path.parent):
        with trouble("read-only"):
            open_library(path, MachineMoment())
        with trouble("read-only"):
            open_library(path.with_name("another.hearth"), MachineMoment())
        with closing(open_library(path, MachineMoment(), read_only=True)) as reading:
            assert [row.text for row in reading.reader.rows(Note)] == ["first"]
            with reading.snapshot() as rows:
                assert rows.count(Note) == 1
        assert library_check.check(path).sound
        assert path.read_bytes() == data
    with closing(open_library(path, MachineMoment())) as opened:
        work_goes_on(opened)


def test_a_read_only_folder_of_backups(path: Path) -> None:
    begin(path).close()
    backup_folder(path).mkdir()
    with read_only(backup_folder(path)), closing(open_library(path, MachineMoment())) as opened:
        assert opened.met
        assert opened.met[0].code == "read-only"
        say(opened, "saved all the same")
        with trouble("read-only"):
            make_backup(path, opened.moment.now(), "workshop")
    with closing(open_library(path, MachineMoment())) as opened:
        assert opened.met == ()
        assert [one.why for one in backups(path)] == ["start"]
        assert opened.reader.count(Note) == 2


def test_a_read_only_drive_to_copy_to(library: Library, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    with read_only(drive), trouble("read-only"):
        copy_library(library.path, drive / "copy.hearth")
    copy_library(library.path, drive / "copy.hearth")
    assert held(drive / "copy.hearth") == held(library.path)


# In use by another program.


def test_locked_by_another_program(library: Library) -> None:
    with closing(second(library.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(library, "locked")
        with nothing_changes(library), trouble("locked"):
            say(library, "once more")
        assert library.reader.count(Note) == 1, "reading goes on meanwhile"
        other.execute("ROLLBACK")
        work_goes_on(library)


def test_a_lock_that_passes_is_waited_for(library: Library) -> None:
    """Another program writes for a moment; nobody has to hear of it."""
    with closing(second(library.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert library._writer is not None

        def let_go() -> int:
            if other.in_transaction:
                other.execute("ROLLBACK")
            return 0

        # Asked by SQLite on the way into the statement, before it waits for the lock.
        library._writer.set_progress_handler(let_go, 1)
        say(library, "after a moment")
        library._writer.set_progress_handler(None, 0)
    assert library.reader.count(Note) == 2


# Taken away.


def test_a_library_that_was_moved_away(library: Library, tmp_path: Path) -> None:
    away = tmp_path / "away.hearth"
    library.path.rename(away)
    for _ in range(2):
        with trouble("vanished"):
            say(library, "into nowhere")
        with trouble("vanished"):
            draft(library, "into nowhere")
        with trouble("vanished"):
            library.undo(Scope(HOME))
    away.rename(library.path)
    assert [row.text for row in library.reader.rows(Note)] == ["first"]
    work_goes_on(library)


def test_a_library_in_whose_place_another_was_put(library: Library, tmp_path: Path) -> None:
    copy_library(library.path, tmp_path / "synchronised.hearth")
    (tmp_path / "synchronised.hearth").replace(library.path)
    with trouble("vanished"):
        say(library, "into a file without a name")


def test_a_log_that_was_taken_away(library: Library) -> None:
    log = library.path.with_name(library.path.name + "-wal")
    say(library, "in the log")
    log.unlink()
    with trouble("vanished"):
        say(library, "into a log without a name")
    library.close()
    with closing(open_library(library.path, MachineMoment())) as again:
        assert [row.text for row in again.reader.rows(Note)] == ["first", "in the log"]
        work_goes_on(again)


def test_a_drive_that_was_pulled(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 4) as disk, closing(begin(disk / "library.hearth")) as gone:
        unmount(disk)
        with trouble("vanished"):
            say(gone, "into nowhere")
        with trouble("no-such-place"):
            copy_library(tmp_path / "disk" / "library.hearth", disk / "sub" / "copy.hearth")
        with trouble("no-library"):
            open_library(disk / "library.hearth", MachineMoment(), read_only=True)


def test_a_backup_taken_away_while_it_is_chosen(library: Library) -> None:
    made = make_backup(library.path, library.moment.now(), "workshop")
    library.close()
    made.path.unlink()
    with trouble("no-such-place"):
        restore(library.path, made.path, library.moment.now())
    with closing(open_library(library.path, MachineMoment())) as again:
        work_goes_on(again)
