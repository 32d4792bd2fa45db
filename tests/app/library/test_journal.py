"""The journal cannot be forgotten, and keeps what matters of what was typed."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from app.library import journal
from app.library.journal import Scope, attach_journal, image
from app.library.library import Library
from app.library.rows import JOURNALED, Note
from app.library.schema import SCHEMA_VERSION
from tests.app.library.settings import StillMoment, add, community, note, second


def images(library: Library, row: str) -> list[tuple[str | None, str | None]]:
    """What the journal holds of a row."""
    with closing(second(library.path)) as other:
        sql = "SELECT before, after FROM entry WHERE row = ? ORDER BY seq"
        return other.execute(sql, (row,)).fetchall()


def changes(library: Library) -> list[str]:
    """The labels of all changes, in order."""
    with closing(second(library.path)) as other:
        return [label for (label,) in other.execute("SELECT label FROM change ORDER BY id")]


def typed(library: Library, moment: StillMoment, row: Note, text: str, after: float) -> None:
    """An autosave of a field, some seconds after the last."""
    moment.pass_by(after)
    with library.change("edit", Scope(row.community), field=f"note:{row.id}") as writer:
        writer.change(row, text=text)


@pytest.fixture
def row(library: Library) -> Note:
    """A note in a community."""
    home = community(library)
    add(library, home)
    kept = note(library, home.id, "a")
    add(library, kept, scope=Scope(home.id))
    return kept


def test_three_triggers_per_journaled_table(library: Library) -> None:
    assert library._writer is not None
    found = library._writer.execute(
        "SELECT tbl_name, count(*) FROM sqlite_temp_master WHERE type = 'trigger'"
        " AND name != 'round_stays_closed' GROUP BY 1"
    )
    assert dict(found) == {kind.table: 3 for kind in JOURNALED}


def test_a_missing_trigger_is_not_overlooked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = journal._triggers
    monkeypatch.setattr(
        journal,
        "_triggers",
        lambda table, columns: whole(table, columns)[: 2 if table == "note" else 3],
    )
    with closing(second(library.path)) as other, pytest.raises(RuntimeError, match="note has 2"):
        attach_journal(other)


def test_an_image_is_the_row(library: Library, row: Note) -> None:
    assert images(library, row.id) == [(None, msgspec.json.encode(row).decode())]
    with closing(second(library.path)) as other:
        sql = f"SELECT {image(['id', 'text'])} FROM note"
        assert msgspec.json.decode(other.execute(sql).fetchone()[0]) == {"id": row.id, "text": "a"}


def test_autosaves_within_five_seconds_are_one_change(
    library: Library, row: Note, moment: StillMoment
) -> None:
    for text, seconds in (("ab", 4.9), ("abc", 5), ("abcd", 5)):
        typed(library, moment, row, text, seconds)
    assert changes(library) == ["add", "add", "edit"]
    assert len(images(library, row.id)) == 2, "only the first image and the last are kept"
    typed(library, moment, row, "abcde", 5.1)
    assert changes(library) == ["add", "add", "edit", "edit"]
    library.undo(Scope(row.community))
    assert library.reader.row(Note, row.id).text == "abcd"
    library.undo(Scope(row.community))
    assert library.reader.row(Note, row.id).text == "a"
    library.redo(Scope(row.community))
    assert library.reader.row(Note, row.id).text == "abcd"


def test_other_fields_and_other_changes_do_not_join(
    library: Library, row: Note, moment: StillMoment
) -> None:
    typed(library, moment, row, "ab", 1)
    with library.change("edit", Scope(row.community), field="other") as writer:
        writer.change(row, zone="left")
    typed(library, moment, row, "abc", 1)
    with library.change("edit", Scope(row.community)) as writer:
        writer.change(row, zone="right")
    assert changes(library) == ["add", "add", *["edit"] * 4]


def test_one_text_seen_from_two_scopes_is_two_changes(
    library: Library, row: Note, moment: StillMoment
) -> None:
    """So that each screen takes back what was typed on it."""
    typed(library, moment, row, "ab", 1)
    with library.change("edit", Scope(row.community, "w"), field=f"note:{row.id}") as writer:
        writer.change(row, text="abc")
    assert changes(library) == ["add", "add", "edit", "edit"]
    library.undo(Scope(row.community, "w"))
    assert library.reader.row(Note, row.id).text == "ab"


def test_an_autosave_does_not_join_what_was_undone(
    library: Library, row: Note, moment: StillMoment
) -> None:
    typed(library, moment, row, "ab", 1)
    library.undo(Scope(row.community))
    typed(library, moment, row, "ac", 1)
    library.undo(Scope(row.community))
    assert library.reader.row(Note, row.id).text == "a"


def test_a_clock_set_back_joins_nothing(library: Library, row: Note, moment: StillMoment) -> None:
    typed(library, moment, row, "ab", 1)
    typed(library, moment, row, "abc", -3600)
    assert changes(library) == ["add", "add", "edit", "edit"]


def test_a_text_typed_and_taken_back_leaves_no_change(
    library: Library, row: Note, moment: StillMoment
) -> None:
    typed(library, moment, row, "ab", 1)
    typed(library, moment, row, "a", 1)
    assert changes(library) == ["add", "add"]
    assert len(images(library, row.id)) == 1


def test_a_change_carries_what_it_must(library: Library, row: Note) -> None:
    library.undo(Scope(row.community))
    with closing(second(library.path)) as other:
        other.row_factory = sqlite3.Row
        made, undoing = other.execute("SELECT * FROM change ORDER BY id").fetchall()[-2:]
    assert (made["library"], made["schema"]) == (library.identity, SCHEMA_VERSION)
    assert (made["community"], made["workshop"], made["label"]) == (row.community, None, "add")
    assert (made["undone"], undoing["undoes"]) == (1, made["id"])
    assert len(made["id"]) == 32
