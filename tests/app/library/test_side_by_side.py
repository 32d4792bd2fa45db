"""Two copies of one library, both worked in: their rows lie side by side, no key given out twice.

So can two laptops be brought together again row by row, the journal's rows included.
"""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.charter.clauses import tie
from app.charter.versions import propose, record_stances, versions_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.private import count_answer
from app.library.rows import (
    JOURNALED,
    KEPT,
    TABLES,
    Clause,
    ClockEvent,
    Dots,
    Draft,
    Note,
    Row,
    Snooze,
)
from app.moment import MachineMoment, stamp
from tests.app.library.filled import filled
from tests.app.library.household import ID, furnish
from tests.app.library.settings import StillMoment, add, note, second, shape

Keys = dict[str, set[tuple[object, ...]]]
UNTIED = "from which no clause has come yet"
HERE = Scope(ID["community"])
OWN = {"change": ("id",), "entry": ("change", "seq"), "blob": ("hash",), "about": ("key",)}
"""The keys of the library's own tables."""


@pytest.fixture
def copies(path: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A library with something in every table, and two copies of it that were worked in."""
    with closing(open_library(path, StillMoment())) as library:
        furnish(library)
        add(library, note(library, ID["community"], UNTIED), scope=HERE)
    left, right = tmp_path / "left.hearth", tmp_path / "right.hearth"
    for one in (left, right):
        shutil.copyfile(path, one)
        with closing(open_library(one, MachineMoment())) as library:
            work(library, one.stem)
    return path, left, right


def work(library: Library, name: str) -> None:
    """Do in a copy what is done in the other: the same things to the same rows, and new rows."""
    now = stamp(library.moment.now())
    rows: dict[type[Row], Row] = {kind: library.reader.rows(kind)[0] for kind in TABLES.values()}
    for kind in JOURNALED:
        with library.change(f"{kind.table}-add", HERE) as writer:
            rows[kind] = writer.add(filled(kind, rows, now, library.moment.new_id()))
    with library.change("note-edit", HERE) as writer:
        writer.change(writer.row(Note, ID["note"]), text=f"as said on the {name}")
        writer.add(
            Dots(id=library.moment.new_id(), round=ID["dots-round"], item=ID["note"], number=2)
        )
    (untied,) = library.reader.rows(Note, text=UNTIED)
    tie(library, HERE, library.reader.row(Clause, ID["clause"]), untied.id)
    with library.change("clause-edit", HERE) as writer:
        writer.change(writer.row(Clause, ID["clause"]), text=f"as written on the {name}")
    version = propose(library, HERE, date="2026-03-01", language="en")
    record_stances(library, HERE, version, {"fine": 3})
    with library.keep(HERE) as kept:
        kept.put(Draft(place="capture", text=name, at=now))
        kept.put(Snooze(what=name, until="2026-04-01"))
        kept.add(
            ClockEvent(
                id=library.moment.new_id(),
                workshop=ID["workshop"],
                run=ID["run"],
                step=1,
                what="pause",
                at=now,
            )
        )
    with library.keep(HERE, private=True) as answering:
        count_answer(answering, ID["open"], "5", item="we-meet", person=ID["person"])
    library.undo(HERE)
    library.redo(HERE)


def keys_in(path: Path) -> Keys:
    """The keys of every row of a library."""
    keys = {kind.table: kind.key for kind in (*JOURNALED, *KEPT)} | OWN
    with closing(second(path)) as file:
        return {
            table: set(file.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall())
            for table, names in keys.items()
        }


def test_no_key_is_given_out_by_both(copies: tuple[Path, Path, Path]) -> None:
    """Of what is new in both: only what is kept by what it is about, such as a text half typed."""
    before, left, right = (keys_in(path) for path in copies)
    for table in before:
        here, there = left[table] - before[table], right[table] - before[table]
        if table in ("change", "entry") or (table in TABLES and TABLES[table].key == ("id",)):
            assert here, f"nothing was written in {table}"
            assert there, f"nothing was written in {table}"
            assert not here & there, table


def test_nothing_else_stands_only_once(path: Path, copies: tuple[Path, Path, Path]) -> None:
    """No index but that of the key keeps two rows from standing side by side."""
    with closing(second(path)) as file:
        for table in shape(path):
            for _, name, unique, origin, _ in file.execute(f"PRAGMA index_list({table})"):
                assert not unique or origin == "pk", name


def test_their_rows_lie_side_by_side(copies: tuple[Path, Path, Path]) -> None:
    """All that is new in the one goes into the other, and every row finds its parent."""
    _, left, right = copies
    with closing(second(left)) as file:
        file.execute("ATTACH ? AS other", (str(right),))
        file.execute("PRAGMA foreign_keys = OFF")
        keys = {kind.table: kind.key for kind in TABLES.values()} | OWN
        for table, names in keys.items():
            missing = " AND ".join(f"mine.{name} = other.{table}.{name}" for name in names)
            file.execute(
                f"INSERT INTO main.{table} SELECT * FROM other.{table}"
                f" WHERE NOT EXISTS (SELECT 1 FROM main.{table} AS mine WHERE {missing})"
            )
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    with closing(open_library(left, MachineMoment())) as library:
        numbers = [one.number for one in versions_of(library.reader, ID["community"])]
        assert numbers == sorted(numbers, reverse=True)
        assert numbers.count(max(numbers)) == 2, "both proposed a next version"
        assert library.undo(HERE).community == ID["community"]
