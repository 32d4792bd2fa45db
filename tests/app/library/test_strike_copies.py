"""Striking in the library's own copies: backups, older ones too, and what was set aside."""

from contextlib import closing
from pathlib import Path

from app.library import library_check
from app.library.backup import backup_folder, backups, set_aside
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.schema import SCHEMA_VERSION
from app.library.strike import strike, strike_effects
from tests.app.library.household import (
    DECIDED,
    ID,
    SAID,
)
from tests.app.library.settings import StillMoment, second
from tests.app.library.struck import holding

WORKSHOP = Scope(ID["community"], ID["workshop"])


def test_copies_that_cannot_be_cleaned(full: Library, moment: StillMoment) -> None:
    folder = backup_folder(full.path)
    newest = backups(full.path)[0].path
    damaged = folder / "2026-01-01T000000.000Z start.hearth"
    damaged.write_bytes(newest.read_bytes()[5000:])
    harmless = folder / "2026-01-02T000000.000Z start.hearth"
    harmless.write_bytes(b"nothing of the kind")
    later = folder / "2026-01-03T000000.000Z start.hearth"
    later.write_bytes(newest.read_bytes())
    with closing(second(later)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    aside = full.path.with_name("library set aside 2026-01-04T000000.000Z.hearth")
    aside.write_bytes(newest.read_bytes())
    ruined = full.path.with_name("library set aside 2026-01-05T000000.000Z.hearth")
    ruined.write_bytes(damaged.read_bytes())
    goes = strike(full, [("note", ID["note"])])
    assert goes.backups_removed == (damaged, later)
    assert not damaged.exists()
    assert not later.exists()
    assert harmless.exists()
    assert aside in goes.backups
    assert goes.unreachable == (ruined,)
    assert holding(full, SAID) == [ruined.name]


def test_a_backup_of_an_older_schema_is_brought_up_to_date_and_cleaned(full: Library) -> None:
    """It is the way back to before the migration: all else in it stays."""
    folder = backup_folder(full.path)
    older = folder / "2026-01-03T000000.000Z migration.hearth"
    older.write_bytes(Path("tests/fixtures/library-v1.hearth").read_bytes())
    assert SAID.encode() in older.read_bytes()
    said = strike_effects(full, [("note", ID["note"])])
    assert older in said.backups
    with closing(second(older)) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (1,), "only looked at so far"
    goes = strike(full, [("note", ID["note"])])
    assert older in goes.backups
    assert goes.backups_removed == ()
    assert holding(full, SAID, ID["note"]) == []
    assert library_check.check(older).sound
    with closing(second(older)) as other:
        assert other.execute("SELECT text FROM outcome").fetchall() == [(DECIDED,)]


def test_a_copy_set_aside_with_its_log(full: Library, moment: StillMoment) -> None:
    data = {tail: full.path.with_name(full.path.name + tail).read_bytes() for tail in ("", "-wal")}
    assert data["-wal"]
    full.close()
    for tail, content in data.items():
        full.path.with_name(full.path.name + tail).write_bytes(content)
    aside = set_aside(full.path, moment.now())
    assert aside is not None
    make = backups(full.path)[0].path
    full.path.write_bytes(make.read_bytes())
    with closing(open_library(full.path, moment)) as again:
        strike(again, [("note", ID["note"])])
        assert holding(again, SAID) == []


def test_what_was_left_in_the_gaps_of_a_backup_goes_too(full: Library) -> None:
    with closing(second(backups(full.path)[0].path)) as other:
        other.execute("PRAGMA secure_delete = OFF")
        other.execute(
            "INSERT INTO snooze (what, until, word, dismissed, found) VALUES ('what', ?, '', 0, 0)",
            ("left in the gaps " * 500,),
        )
        other.execute("DELETE FROM snooze WHERE what = 'what'")
    assert len(holding(full, "left in the gaps")) == 1
    strike(full, [("note", ID["note"])])
    assert holding(full, "left in the gaps") == []


def test_a_damaged_copy_that_holds_the_words_alone(full: Library) -> None:
    ruined = backup_folder(full.path) / "2026-01-01T000000.000Z start.hearth"
    ruined.write_text(f"a page of what was: {SAID}")
    assert strike(full, [("note", ID["note"])]).backups_removed == (ruined,)
    assert not ruined.exists()
