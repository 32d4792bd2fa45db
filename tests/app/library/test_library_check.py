"""`hearth check` finds what is wrong, and says only what is true."""

from contextlib import closing
from pathlib import Path

import pytest

from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import CODES, REPAIRABLE, Finding, check, repair
from app.library.opening import open_library
from app.library.rows import JOURNALED, Note, Tally
from app.library.search import search
from app.library.soundness import check_sound
from tests.app.library.household import ID, furnish
from tests.app.library.settings import StillMoment, second, trouble
from tests.app.library.test_backup import spoil

HERE = Scope(ID["community"], ID["workshop"])


@pytest.fixture
def full(library: Library) -> Library:
    """A library with a row in every table."""
    furnish(library)
    return library


def behind(library: Library, *statements: str) -> None:
    """What no door would do, done behind the library's back."""
    with library.upkeep() as (connection, _):
        for sql in statements:
            connection.execute(sql)


def test_a_sound_library(full: Library, moment: StillMoment) -> None:
    report = check(full.path)
    assert report.sound
    assert report.findings == ()
    assert report.rows == sum(full.reader.count(kind) for kind in JOURNALED)
    assert report.changes == full.reader.number("SELECT count(*) FROM change")
    assert report.attachments == 1
    full.undo(HERE)
    assert check(full.path).sound
    assert repair(full) == ()
    with closing(open_library(full.path, moment, read_only=True)) as other:
        assert check(other.path).sound


BREAKS: dict[str, tuple[str, ...]] = {
    "parent-missing": ("DELETE FROM person",),
    "bytes-missing": ("DELETE FROM blob",),
    "bytes-changed": ("UPDATE blob SET data = x'00'",),
    "bytes-needless": ("INSERT INTO blob VALUES ('hash', x'00')",),
    "journal-differs": ("UPDATE note SET zone = 'elsewhere'",),
    "journal-broken": ("DELETE FROM change",),
    "search-differs": ("INSERT INTO note_words(note_words) VALUES ('delete-all')",),
    "table-differs": ("ALTER TABLE person RENAME COLUMN email TO mail",),
    "index-missing": ("DROP INDEX note_run",),
    "counts-without-round": ("INSERT INTO tally VALUES ('nowhere', '', 'yes', '', 3)",),
}


@pytest.mark.parametrize("code", BREAKS)
def test_what_is_wrong_is_found(full: Library, code: str) -> None:
    behind(full, *BREAKS[code])
    found = {finding.code: finding for finding in check(full.path).findings}
    assert code in found
    assert found[code].repairable == (code in REPAIRABLE)
    assert set(found[code].facts) == set(CODES[code])


@pytest.mark.parametrize("code", sorted(REPAIRABLE & set(BREAKS)))
def test_what_can_be_repaired_is(full: Library, code: str) -> None:
    behind(full, *BREAKS[code])
    assert [finding.code for finding in repair(full)] == [code]
    assert check(full.path).sound
    assert [one.row for one in search(full.reader, "asks")] == [ID["note"]]
    assert full.reader.count(Tally) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER note_words_change",
        "DROP TABLE snooze",
        "ALTER TABLE note ADD COLUMN mood TEXT NOT NULL DEFAULT '' REFERENCES person(id)",
    ],
)
def test_a_file_that_is_not_made_as_declared_is_not_sound(full: Library, statement: str) -> None:
    behind(full, statement)
    assert not check(full.path).sound


def test_a_trigger_that_is_missing_is_made_again(full: Library) -> None:
    behind(full, "DROP TRIGGER note_words_change")
    assert [finding.code for finding in repair(full)] == ["search-differs"]
    assert check(full.path).sound


def test_every_break_is_tried() -> None:
    assert {*BREAKS, "unsound", "index-differs", "log-missing"} == set(CODES)


def test_an_unsound_file(full: Library) -> None:
    full.close()
    spoil(full.path)
    report = check(full.path)
    assert not report.sound
    assert {finding.code for finding in report.findings} == {"unsound"}
    assert not any(finding.repairable for finding in report.findings)


def flip_in_index(path: Path, index: str) -> None:
    """One letter of one key in an index becomes another; its table stays."""
    with closing(second(path)) as other:
        size = other.execute("PRAGMA page_size").fetchone()[0]
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        page = other.execute(sql, (index,)).fetchone()[0] - 1
    data = bytearray(path.read_bytes())
    at = data.index(ID["run"].encode(), page * size, (page + 1) * size)
    data[at] ^= 1
    path.write_bytes(data)


def test_an_index_that_leaves_rows_out_is_found_and_mended(
    full: Library, moment: StillMoment
) -> None:
    full.close()
    flip_in_index(full.path, "note_run")
    report = check(full.path)
    assert [finding.code for finding in report.findings] == ["index-differs"]
    assert report.findings[0].repairable
    with trouble("damaged"):
        check_sound(full.path)
    with closing(open_library(full.path, moment)) as opened:
        assert [one.code for one in opened.met] == ["indexes-mended"]
        assert opened.reader.rows(Note, run=ID["run"])
    assert check(full.path).sound


def test_an_index_is_repaired(full: Library) -> None:
    full.fold()
    flip_in_index(full.path, "note_run")
    assert [finding.code for finding in repair(full)] == ["index-differs"]
    assert check(full.path).sound


def test_a_copy_without_its_log_is_told_from_a_whole_one(full: Library, tmp_path: Path) -> None:
    full.fold()
    copies = [tmp_path / "in between" / "copy.hearth", tmp_path / "whole" / "copy.hearth"]
    for copy in copies:
        copy.parent.mkdir()
        copy.write_bytes(full.path.read_bytes())
        if copy is copies[0]:
            full.close()
    assert [one.code for one in check(copies[0]).findings] == ["log-missing"]
    assert check(copies[1]).sound


def test_a_file_that_cannot_be_read_at_all(path: Path) -> None:
    with trouble("no-library"):
        check(path)
    path.write_bytes(b"nothing of the kind" * 1000)
    with trouble("not-a-library"):
        check(path)


def test_checking_changes_nothing(full: Library) -> None:
    behind(full, *BREAKS["search-differs"])
    full.close()
    data = full.path.read_bytes()
    assert check(full.path).findings == (Finding("search-differs", {"table": "note"}),)
    assert full.path.read_bytes() == data


def test_a_row_changed_behind_the_journal_cannot_be_undone_over(full: Library) -> None:
    behind(full, "UPDATE attachment SET name = 'other'")
    with trouble("undo-conflict"):
        full.undo(HERE)
    with closing(second(full.path)) as other:
        assert other.execute("SELECT name FROM attachment").fetchall() == [("other",)]


def test_looking_at_a_closed_library_leaves_nothing_beside_it(
    full: Library, tmp_path: Path
) -> None:
    full.fold()
    copy = tmp_path / "copied while open" / "copy.hearth"
    copy.parent.mkdir()
    copy.write_bytes(full.path.read_bytes())
    for _ in range(2):
        assert [one.code for one in check(copy).findings] == ["log-missing"]
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]
