"""What whoever is told of a change reads of the library."""

import sqlite3
from contextlib import closing

from app.library.journal import Change
from app.library.library import Library
from app.library.rows import Note
from tests.app.library.settings import add, community, note


def test_what_is_told_is_read_at_one_instant(library: Library) -> None:
    """One refresh never shows half of what comes next; the next one shows it."""
    seen: list[list[str]] = []
    home = community(library)
    add(library, home)

    def look(change: Change) -> None:
        before = [row.text for row in library.reader.rows(Note)]
        with closing(sqlite3.connect(library.path)) as other, other:
            other.execute("PRAGMA foreign_keys = OFF")
            other.execute("UPDATE note SET text = text || ' again'")
        after = [row.text for row in library.reader.rows(Note)]
        assert before == after
        seen.append(after)

    library.subscribe(look)
    add(library, note(library, home.id, "one"))
    add(library, note(library, home.id, "two"))
    assert seen == [["one"], ["one again", "two"]]
    assert [row.text for row in library.reader.rows(Note)] == ["one again again", "two again"]
