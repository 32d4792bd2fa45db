"""Older libraries are brought up to date or left as they were; newer ones are left alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from sqlite_utils import Database

from app.library import library_check, migrations, opening, undo
from app.library.backup import backup_folder, backups
from app.library.journal import Scope
from app.library.migrations import version_of
from app.library.opening import open_library
from app.library.rows import JOURNALED, Note, StageReading
from app.library.schema import SCHEMA_VERSION
from app.library.search import search
from app.library.steps import Step
from app.library.trouble import Trouble
from tests.app.library.household import ID, furnish
from tests.app.library.settings import StillMoment, add, held, note, second, trouble

HERE = Scope(ID["community"], ID["workshop"])
Change = Callable[[Database], None]
Tomorrow = Callable[..., None]


@pytest.fixture
def old(path: Path, moment: StillMoment) -> Path:
    """A closed library of today's schema."""
    with closing(open_library(path, moment)) as opened:
        furnish(opened)
    moment.pass_by(3600)
    return path


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> Tomorrow:
    """How to make a Hearth whose schema is one version on."""

    def come(change: Change, *, keeps_undo: bool = False) -> None:
        now = SCHEMA_VERSION
        for module in (migrations, undo, library_check):
            monkeypatch.setattr(module, "SCHEMA_VERSION", now + 1)
        monkeypatch.setattr(migrations, "STEPS", {now: Step(change, keeps_undo)})

    return come


def rebuild(database: Database) -> None:
    """A step as it would be written: tables that others stand on are laid anew."""
    for table in ("community", "note", "round"):
        columns = [column.name for column in database.table(table).columns]
        database.table(table).transform(column_order=[columns[0], *reversed(columns[1:])])
    database.table("community").add_column("motto", str, not_null_default="")


def grow(database: Database) -> None:
    """A step that only adds: columns with and without a default, a table, an index."""
    database.table("note").add_column("mood", str, not_null_default="calm, isn't it")
    database.table("note").add_column("heard", int)
    database.table("note").create_index(["mood"])
    database.table("omen").create({"id": str, "note": str}, pk="id", strict=True)


def by_name(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row, column by column, whatever their order."""
    with closing(second(path)) as other:
        other.row_factory = sqlite3.Row
        return {
            kind.table: [
                {name: row[name] for name in kind.__struct_fields__}
                for row in other.execute(f"SELECT * FROM {kind.table} ORDER BY id")
            ]
            for kind in JOURNALED
        }


def test_an_older_library_is_brought_up_to_date(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    before, bytes_before = by_name(old), old.read_bytes()
    tomorrow(rebuild)
    with closing(open_library(old, moment)) as opened:
        assert by_name(old) == before
        assert [one.row for one in search(opened.reader, "asks")] == [ID["note"]]
        with opened.change("note-edit", HERE) as writer:
            writer.change(writer.row(Note, ID["note"]), text="Words after the migration")
        assert [one.row for one in search(opened.reader, "migration")] == [ID["note"]]
        opened.undo(HERE)
    assert by_name(old) == before
    assert version_of(old) == SCHEMA_VERSION + 1
    assert library_check.check(old).sound
    made = backups(old)
    assert [one.why for one in made] == ["migration"]
    with closing(second(made[0].path)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert bytes_before != old.read_bytes()
    with closing(second(old)) as other:
        tables = {row[1]: row[5] for row in other.execute("PRAGMA table_list") if row[2] == "table"}
        assert all(tables[kind.table] for kind in JOURNALED), "still strict"
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []


def test_undo_stops_at_a_migration_that_changes_more_than_it_adds(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    with closing(open_library(old, moment)) as opened:
        add(opened, note(opened, ID["community"], "before"), scope=HERE, label="before")
        add(opened, note(opened, ID["community"], "undone"), scope=HERE, label="undone")
        opened.undo(HERE)
        assert (opened.undo_label(HERE), opened.redo_label(HERE)) == ("before", "undone")
    tomorrow(rebuild)
    with closing(open_library(old, moment)) as opened:
        assert (opened.undo_label(HERE), opened.redo_label(HERE)) == (None, None)
        before = held(old)
        with trouble("nothing-to-undo"):
            opened.undo(HERE)
        with trouble("nothing-to-redo"):
            opened.redo(HERE)
        assert held(old) == before
        add(opened, note(opened, ID["community"], "after"), scope=HERE, label="after")
        opened.undo(HERE)
        assert held(old) == before
        with trouble("nothing-to-undo"):
            opened.undo(HERE)


def test_undo_goes_on_across_a_migration_that_only_adds(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    """What was there before takes the new column's default, in rows and in images alike."""
    states = []
    with closing(open_library(old, moment)) as opened:
        for text in ("before", "undone"):
            states.append(by_name(old))
            add(opened, note(opened, ID["community"], text), scope=HERE, label=text)
        with opened.change("edited", HERE) as writer:
            writer.change(writer.row(Note, ID["note"]), text="edited")
        with opened.change("removed", HERE) as writer:
            writer.remove(writer.rows(Note, text="before")[0])
        latest = by_name(old)
        opened.undo(HERE)
    tomorrow(grow, keeps_undo=True)
    with closing(open_library(old, moment)) as opened:
        assert library_check.check(old).sound
        assert opened.redo(HERE).label == "removed"
        assert by_name(old) == latest
        with opened.change("after", HERE) as writer:
            writer.change(writer.row(Note, ID["note"]), text="after")
        undone = [opened.undo(HERE).label for _ in range(5)]
        assert undone == ["after", "removed", "edited", "undone", "before"]
        assert by_name(old) == states[0]
        for _ in undone:
            opened.redo(HERE)
        assert library_check.check(old).sound
    with closing(second(old)) as other:
        found = other.execute("SELECT DISTINCT mood, heard FROM note").fetchall()
    assert found == [("calm, isn't it", None)]


def test_a_new_column_written_since_is_a_conflict(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    """A note changed in it since is not as the change left it."""
    with closing(open_library(old, moment)) as opened, opened.change("edited", HERE) as writer:
        writer.change(writer.row(Note, ID["note"]), text="edited")
    tomorrow(grow, keeps_undo=True)
    with closing(open_library(old, moment)) as opened:
        with closing(second(old)) as other:
            other.execute("UPDATE note SET mood = 'wild'")
        with trouble("undo-conflict"):
            opened.undo(HERE)


def test_a_table_that_goes_leaves_no_image(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    """Else a name in it would outlive a striking. What was done beside it can still be undone."""
    row = StageReading(id="one", community=ID["community"], stage="grow", date="2026-04-01")
    with closing(open_library(old, moment)) as opened:
        add(opened, row, note(opened, ID["community"], "beside it"), scope=HERE, label="both")
        add(opened, msgspec.structs.replace(row, id="other"), scope=HERE, label="alone")
    tomorrow(lambda database: database.table("stage_reading").drop(), keeps_undo=True)
    migrations.migrate(old)
    with closing(second(old)) as other:
        left = other.execute("SELECT count(*) FROM entry WHERE tbl = 'stage_reading'").fetchone()
        assert left == (0,)
        labels = {label for (label,) in other.execute("SELECT label FROM change")}
    assert "both" in labels
    assert "alone" not in labels


def test_an_autosave_does_not_join_across_a_migration(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    for text in ("before", "after"):
        opened = open_library(old, moment)
        with closing(opened), opened.change("edit", HERE, field="f") as writer:
            writer.change(writer.row(Note, ID["note"]), text=text)
        if text == "before":
            tomorrow(rebuild)
    with closing(second(old)) as other:
        found = other.execute("SELECT schema FROM change WHERE label = 'edit' ORDER BY id")
        assert found.fetchall() == [(SCHEMA_VERSION,), (SCHEMA_VERSION + 1,)]


def test_a_step_that_fails_leaves_everything_as_it_was(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    before = held(old)

    def fail(database: Database) -> None:
        rebuild(database)
        database.execute("DELETE FROM community")
        raise ZeroDivisionError

    tomorrow(fail)
    with pytest.raises(ZeroDivisionError):
        open_library(old, moment)
    assert version_of(old) == SCHEMA_VERSION
    assert held(old) == before
    assert [one.why for one in backups(old)] == ["migration"]


def test_a_step_that_leaves_orphans_fails(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    before = held(old)

    def orphan(database: Database) -> None:
        database.execute("DELETE FROM community")

    tomorrow(orphan)
    with pytest.raises(migrations.Broken, match="without a parent"):
        open_library(old, moment)
    assert held(old) == before


def test_without_a_backup_there_is_no_migration(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    backup_folder(old).write_text("a file where the folder should be", encoding="utf-8")
    data = old.read_bytes()
    tomorrow(rebuild)
    with pytest.raises(Trouble):
        open_library(old, moment)
    assert old.read_bytes() == data


def test_an_older_library_is_not_read_without_writing(
    old: Path, moment: StillMoment, tomorrow: Tomorrow
) -> None:
    tomorrow(rebuild)
    data = old.read_bytes()
    with trouble("older"):
        open_library(old, moment, read_only=True)
    with trouble("older"):
        library_check.check(old)
    assert old.read_bytes() == data


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 99])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_library_is_left_untouched(
    old: Path, moment: StillMoment, read_only: bool, version: int
) -> None:
    with closing(second(old)) as other:
        other.execute(f"PRAGMA user_version = {version}")
    data = old.read_bytes()
    with trouble("newer"):
        open_library(old, moment, read_only=read_only)
    assert old.read_bytes() == data
    left = {path.name for path in old.parent.iterdir()}
    assert left <= {old.name, old.name + ".lock"}, "nothing is left beside it"


def test_a_newer_library_whose_log_alone_says_so(old: Path, moment: StillMoment) -> None:
    other = second(old)
    other.execute("PRAGMA wal_autocheckpoint = 0")
    other.execute("PRAGMA user_version = 99")
    log = old.with_name(old.name + "-wal")
    data = old.read_bytes(), log.read_bytes()
    with trouble("newer"):
        open_library(old, moment)
    assert (old.read_bytes(), log.read_bytes()) == data
    other.close()


def test_what_is_not_a_library_is_left_untouched(path: Path, moment: StillMoment) -> None:
    with closing(second(path)) as other:
        other.execute("CREATE TABLE recipes (title TEXT)")
    data = path.read_bytes()
    with trouble("not-a-library"):
        open_library(path, moment)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "damaged"),
        (b"SQLite format 3\0", "damaged"),
        (b"\0" * 8192, "damaged"),
        (b"<html>" * 5000, "not-a-library"),
        (b"notes", "not-a-library"),
    ],
)
def test_what_is_no_database_is_not_opened(
    path: Path, moment: StillMoment, content: bytes, code: str
) -> None:
    path.write_bytes(content)
    with trouble(code):
        open_library(path, moment)
    with trouble(code):
        open_library(path, moment, read_only=True)
    assert path.read_bytes() == content


def test_a_new_library_is_whole_or_not_there(
    path: Path, moment: StillMoment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(connection: sqlite3.Connection, moment: StillMoment) -> None:
        connection.execute("CREATE TABLE half (made TEXT)")
        raise sqlite3.OperationalError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_fill", break_off)
        with pytest.raises(sqlite3.OperationalError):
            open_library(path, moment)
    assert {one.name for one in path.parent.iterdir()} == {path.name + ".lock"}
    path.with_name(path.name + ".new").write_bytes(b"left by a power cut")
    open_library(path, moment).close()
    assert version_of(path) == SCHEMA_VERSION
    with trouble("exists"):
        migrations.create(path, moment)


def test_opening_gives_the_lock_back_when_it_fails(
    path: Path, moment: StillMoment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **named: object) -> NoReturn:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(opening, "Library", fail)
        with pytest.raises(ZeroDivisionError):
            open_library(path, moment)
    open_library(path, moment).close()
