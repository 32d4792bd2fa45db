"""What the library's tests share: a moment that stands still, and one row of everything."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import JOURNALED, Community, Note, Person, Row
from app.library.trouble import CODES, Trouble
from app.library.writer import Writer
from app.moment import stamp, uuid7

START = datetime(2026, 1, 15, 14, 5, 9, 120_000, tzinfo=UTC)


class StillMoment:
    """Time that moves only when told to, and ids in the order they were asked for."""

    def __init__(self, start: datetime = START) -> None:
        """Stand at ``start``."""
        self.at = start
        self._count = 0
        self._latest = 0

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.at

    def monotonic(self) -> float:
        """Seconds since the epoch: as good as any."""
        return self.at.timestamp()

    def measured(self) -> datetime:
        """The instant it stands at."""
        return self.at

    def agree(self) -> None:
        """It always does."""

    def new_id(self) -> str:
        """The next id."""
        self._count += 1
        self._latest = max(self._latest, int(self.at.timestamp() * 1000))
        return uuid7(self._latest, self._count << 32)

    def follow(self, last: str) -> None:
        """It goes by nothing but what it was told."""

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)


def community(library: Library, name: str = "Lantern makers") -> Community:
    """A community's row, not yet added."""
    return Community(id=library.moment.new_id(), name=name, created=stamp(library.moment.now()))


def person(library: Library, name: str = "Amina Diallo") -> Person:
    """A person's row, not yet added."""
    return Person(id=library.moment.new_id(), name=name, created=stamp(library.moment.now()))


def note(library: Library, community: str, text: str, *, position: int = 1000) -> Note:
    """A note's row, not yet added."""
    return Note(
        id=library.moment.new_id(),
        community=community,
        kind="board",
        position=position,
        text=text,
        made=stamp(library.moment.now()),
    )


def add(library: Library, *rows: Row, scope: Scope | None = None, label: str = "add") -> None:
    """Add rows in one change."""
    with library.change(label, scope) as writer:
        put_all(writer, *rows)


def put_all(writer: Writer, *rows: Row) -> None:
    """Add rows in a change that is open."""
    for row in rows:
        writer.add(row)


Held = dict[str, list[tuple[object, ...]]]
"""Every row of every journaled table."""


def second(path: Path) -> sqlite3.Connection:
    """A connection of somebody else's to the same file."""
    return sqlite3.connect(path, isolation_level=None)


def held(path: Path) -> Held:
    """Everything the library holds, as a second connection sees it."""
    with closing(second(path)) as other:
        return held_by(other)


def held_by(other: sqlite3.Connection) -> Held:
    """Everything the library holds, as this connection sees it."""
    return {
        kind.table: other.execute(f"SELECT * FROM {kind.table} ORDER BY id").fetchall()
        for kind in JOURNALED
    }


def shape(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a library's tables are, however their SQL is written: columns, keys, indexes."""
    with closing(second(path)) as other:
        found = {"triggers": other.execute(_TRIGGERS).fetchall()}
        for _, table, form, _, rowid, strict in other.execute("PRAGMA table_list").fetchall():
            if form == "table" and not table.startswith("sqlite_"):
                indexes = other.execute(f"PRAGMA index_list({table})").fetchall()
                found[table] = [
                    (rowid, strict),
                    *(row[1:4] + row[5:] for row in other.execute(f"PRAGMA table_info({table})")),
                    *sorted(row[2:] for row in other.execute(f"PRAGMA foreign_key_list({table})")),
                    *sorted(_index(other, *row[1:]) for row in indexes),
                ]
        return found


_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"


def _index(other: sqlite3.Connection, name: str, *facts: object) -> tuple[object, ...]:
    columns = [column for *_, column in other.execute(f"PRAGMA index_info({name})")]
    return (name, *facts, *columns)


@contextmanager
def trouble(code: str) -> Iterator[None]:
    """Expect Trouble with this code."""
    with pytest.raises(Trouble) as met:
        yield
    assert met.value.code == code
    assert set(met.value.facts) == set(CODES[code])
