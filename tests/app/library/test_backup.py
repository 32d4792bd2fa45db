"""Backups: whole, when something changed, thinned with age, and put back without overwriting."""

import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.library import library_check
from app.library.backup import (
    LATEST,
    backup_folder,
    backup_name,
    backups,
    copy_library,
    make_backup,
    restore,
    set_aside,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Draft, Heartbeat, Note, Person
from app.library.soundness import check_sound
from tests.app.library.household import furnish
from tests.app.library.settings import StillMoment, add, held, note, person, second, trouble


def reopened(path: Path, moment: StillMoment, hours: float = 2) -> list[str]:
    """Open and close some hours later; the reasons of all backups there are then."""
    moment.pass_by(hours * 3600)
    open_library(path, moment).close()
    return [one.why for one in backups(path)]


def test_a_backup_is_the_whole_library(library: Library, moment: StillMoment) -> None:
    furnish(library)
    made = make_backup(library.path, moment.now(), "hand")
    assert made == backups(library.path)[0]
    assert held(made.path) == held(library.path)
    assert library_check.check(made.path).sound
    beside = {one.name for one in made.path.parent.iterdir()}
    assert beside == {made.path.name}, "one file, without a log, and nothing half written"


def test_a_backup_is_made_while_somebody_writes(library: Library, tmp_path: Path) -> None:
    home = person(library)
    add(library, home)
    stop = threading.Event()
    made: list[Path] = []

    def copy() -> None:
        while not stop.is_set():
            target = tmp_path / f"copy-{len(made)}.hearth"
            copy_library(library.path, target)
            made.append(target)

    copying = threading.Thread(target=copy)
    copying.start()
    for number in range(60):
        add(library, person(library, f"{number}"), person(library, f"{number}"))
    stop.set()
    copying.join()
    assert made
    for target in made:
        with closing(second(target)) as other:
            assert other.execute("SELECT count(*) FROM person").fetchone()[0] % 2 == 1
        check_sound(target)


def test_none_at_start_when_nothing_changed(library: Library, moment: StillMoment) -> None:
    library.close()
    assert reopened(library.path, moment) == [], "nothing was ever done"
    with closing(open_library(library.path, moment)) as opened:
        add(opened, person(opened))
    assert reopened(library.path, moment) == ["start"]
    assert reopened(library.path, moment) == ["start"]
    with closing(open_library(library.path, moment)) as opened, opened.keep() as writer:
        writer.put(Heartbeat(workshop="w", at="later"))
    assert reopened(library.path, moment) == ["start"], "a heartbeat changes nothing"
    with closing(open_library(library.path, moment)) as opened, opened.keep() as writer:
        writer.put(Draft(place="capture", text="half a wo", at="later"))
    assert reopened(library.path, moment) == ["start", "start"], "half a word does"
    with closing(open_library(library.path, moment)) as opened:
        opened.undo(Scope())
    assert reopened(library.path, moment) == ["start"] * 3


def test_an_autosave_alone_asks_for_a_backup(library: Library, moment: StillMoment) -> None:
    row = person(library)
    add(library, row)
    for name in ("one", "two"):
        with library.change("edit", field="name") as writer:
            writer.change(row, name=name)
        library.close()
        moment.pass_by(2)
        library = open_library(library.path, moment)
    library.close()
    moment.pass_by(3600)
    open_library(library.path, moment).close()
    with closing(second(backups(library.path)[0].path)) as other:
        assert other.execute("SELECT name FROM person").fetchall() == [("two",)]


def test_the_same_number_of_changes_is_not_the_same(library: Library, moment: StillMoment) -> None:
    add(library, person(library, "one"))
    library.close()
    reopened(library.path, moment)
    with closing(open_library(library.path, moment)) as opened:
        add(opened, person(opened, "two"))
    reopened(library.path, moment)
    moment.pass_by(60)
    restore(library.path, backups(library.path)[1].path, moment.now())
    with closing(open_library(library.path, moment)) as opened:
        add(opened, person(opened, "instead of two"))
    reopened(library.path, moment)
    with closing(second(backups(library.path)[0].path)) as other:
        names = [name for (name,) in other.execute("SELECT name FROM person ORDER BY id")]
    assert names == ["one", "instead of two"]


def test_a_backup_that_cannot_be_made_keeps_nobody_out(
    library: Library, moment: StillMoment
) -> None:
    add(library, person(library))
    library.close()
    backup_folder(library.path).write_text("a file where the folder should be", encoding="utf-8")
    with closing(open_library(library.path, moment)) as opened:
        assert opened.met
        assert opened.met[0].code in {"disk-trouble", "exists", "no-such-place"}
        add(opened, person(opened))
        assert opened.reader.count(Person) == 2


def test_two_in_the_same_instant(library: Library, moment: StillMoment) -> None:
    made = [make_backup(library.path, moment.now(), "hand") for _ in range(3)]
    assert len({one.path for one in made}) == 3
    assert backups(library.path) == made[::-1]


def test_a_copy_overwrites_nothing(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "taken.hearth"
    target.write_bytes(b"something else")
    with trouble("exists"):
        copy_library(library.path, target)
    assert target.read_bytes() == b"something else"
    with trouble("no-such-place"):
        copy_library(library.path, tmp_path / "not there" / "copy.hearth")


def test_a_damaged_library_is_not_copied_over_good_backups(
    library: Library, moment: StillMoment
) -> None:
    furnish(library)
    good = make_backup(library.path, moment.now(), "workshop").path
    library.close()
    spoil(library.path)
    moment.pass_by(60)
    with trouble("damaged"):
        make_backup(library.path, moment.now(), "workshop")
    assert [one.path for one in backups(library.path)] == [good]
    with trouble("damaged"):
        open_library(library.path, moment)


def spoil(path: Path, table: str = "note") -> None:
    """Damage a page in the middle of a library."""
    sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    with closing(second(path)) as other:
        root = other.execute(sql, (table,)).fetchone()
    with path.open("rb+") as file:
        file.seek((root[0] - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_restored_and_what_stood_is_kept(library: Library, moment: StillMoment) -> None:
    add(library, person(library, "one"))
    chosen = make_backup(library.path, moment.now(), "hand")
    add(library, person(library, "two"))
    library.close()
    before = library.path.read_bytes()
    aside = restore(library.path, chosen.path, moment.now())
    assert aside is not None
    assert aside.read_bytes() == before
    assert chosen.path.exists()
    with closing(open_library(library.path, moment)) as opened:
        assert [row.name for row in opened.reader.rows(Person)] == ["one"]
        assert opened.undo_label(Scope()) == "add"
        opened.undo(Scope())
    with closing(open_library(aside, moment)) as opened:
        assert opened.reader.count(Person) == 2


def test_an_open_library_is_not_restored(library: Library, moment: StillMoment) -> None:
    chosen = make_backup(library.path, moment.now(), "hand")
    with trouble("open-elsewhere"):
        restore(library.path, chosen.path, moment.now())
    assert library.reader.count(Person) == 0


def test_a_restore_that_fails_leaves_everything_as_it_was(
    library: Library, moment: StillMoment, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, person(library, "one"))
    chosen = make_backup(library.path, moment.now(), "hand")
    add(library, person(library, "two"))
    library.close()
    files = everything(library.path.parent)
    damaged = chosen.path.with_name("2026-01-01T000000.000Z hand.hearth")
    damaged.write_bytes(chosen.path.read_bytes()[:-8192])
    newer = chosen.path.with_name("2026-01-02T000000.000Z hand.hearth")
    newer.write_bytes(chosen.path.read_bytes())
    with closing(second(newer)) as other:
        other.execute("PRAGMA user_version = 99")
    for path, code in ((damaged, "damaged"), (newer, "newer")):
        with trouble(code):
            restore(library.path, path, moment.now())
        path.unlink()
    assert everything(library.path.parent) == files

    whole = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name.endswith(".restored"):
            raise OSError(5, "the disk has a say")
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with trouble("disk-trouble"):
        restore(library.path, chosen.path, moment.now())
    monkeypatch.undo()
    assert everything(library.path.parent) == files
    with closing(open_library(library.path, moment)) as opened:
        assert opened.reader.count(Person) == 2


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes, except what locks leave."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith((".lock", "-shm"))
    }


def test_what_is_set_aside_keeps_its_log(library: Library, moment: StillMoment) -> None:
    add(library, person(library, "in the log"))
    files = {tail: named(library.path, tail).read_bytes() for tail in ("", "-wal")}
    library.close()
    for tail, data in files.items():
        named(library.path, tail).write_bytes(data)
    aside = set_aside(library.path, moment.now())
    assert aside is not None
    assert not named(library.path, "-wal").exists(), "a new file would take it for its own"
    with closing(open_library(aside, moment)) as opened:
        assert [row.name for row in opened.reader.rows(Person)] == ["in the log"]
    assert set_aside(library.path, moment.now()) is None
    library.path.write_bytes(b"another")
    with trouble("exists"):
        set_aside(library.path, moment.now())


def test_what_cannot_be_set_aside_stays_with_its_log(
    library: Library, moment: StillMoment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log was moved already when the library itself would not be."""
    add(library, person(library, "in the log"))
    files = {tail: named(library.path, tail).read_bytes() for tail in ("", "-wal")}
    library.close()
    for tail, data in files.items():
        named(library.path, tail).write_bytes(data)
    before = everything(library.path.parent)
    whole = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self == library.path:
            raise OSError(5, "the disk has a say")
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with trouble("disk-trouble"):
        set_aside(library.path, moment.now())
    assert everything(library.path.parent) == before


def named(path: Path, tail: str) -> Path:
    """A file beside the library."""
    return path.with_name(path.name + tail)


def test_backups_hold_what_was_said_until_they_were_made(
    library: Library, moment: StillMoment
) -> None:
    furnish(library)
    made = make_backup(library.path, moment.now(), "workshop")
    add(library, note(library, library.reader.rows(Note)[0].community, "later"))
    with closing(second(made.path)) as other:
        assert other.execute("SELECT count(*) FROM note WHERE text = 'later'").fetchone() == (0,)


def test_a_name_that_is_no_backup_s_is_left_alone(library: Library) -> None:
    backup_folder(library.path).mkdir()
    for name in ("x.hearth", "2026 start.hearth", "2026-01-15T140509 start.hearth", "a b.hearth"):
        (backup_folder(library.path) / name).touch()
    assert backups(library.path) == []


def test_what_is_no_database_is_met(library: Library, tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.hearth"
    nothing.write_bytes(b"<html>" * 3000)
    with trouble("damaged"):
        copy_library(nothing, tmp_path / "copy.hearth")
    assert not (tmp_path / "copy.hearth").exists()
    assert not (tmp_path / "copy.hearth.part").exists()


def test_a_copy_that_fails_thins_nothing(library: Library, moment: StillMoment) -> None:
    add(library, person(library))
    for _ in range(LATEST + 3):
        make_backup(library.path, moment.now(), "start")
    assert len(backups(library.path)) == LATEST
    path = backups(library.path)[0].path
    earlier = path.with_name(backup_name(moment.now() - timedelta(seconds=1), "start", 1))
    earlier.write_bytes(path.read_bytes())
    library.close()
    spoil(library.path, "person")
    with trouble("damaged"):
        make_backup(library.path, moment.now(), "start")
    assert earlier.exists()
