"""A durable, journaled, searchable note against a bare insert with the same promise of the disk.

Both write to the same disk, turn by turn, so that whatever else the disk does hits both alike.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Community, Note
from app.moment import MachineMoment, stamp
from benchmarks.measure import Measure, in_turn

GOAL = 2.2
NOTES, TURNS, WARM = 2000, 600, 50
TEXT = "Nobody asks the night shift what they would need before the schedule is made"
HOME = "home"


def measure() -> Iterator[Measure]:
    """The ratio of the medians, in a library that already holds a workshop's worth of notes."""
    with tempfile.TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            bare.execute(f"PRAGMA {pragma}")
        bare.execute("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT")
        with (
            closing(bare),
            closing(open_library(Path(folder) / "library.hearth", MachineMoment())) as library,
        ):
            fill(library)
            ours, theirs = in_turn(
                lambda: capture(library),
                lambda: bare.execute(
                    "INSERT INTO note VALUES (?, ?)", (library.moment.new_id(), TEXT)
                ),
                turns=TURNS,
                warm=WARM,
            )
    yield Measure(
        name="a durable, journaled, searchable note against a bare insert",
        value=ours / theirs,
        unit="times",
        goal=GOAL,
        note=f"{ours * 1000:.2f} ms against {theirs * 1000:.2f} ms",
    )


def fill(library: Library) -> None:
    """A community with many notes."""
    with library.change("fill", Scope()) as writer:
        now = stamp(library.moment.now())
        writer.add(Community(id=HOME, name="Lantern makers", created=now))
        for number in range(NOTES):
            writer.add(note(library, f"{TEXT} {number}"))


def capture(library: Library) -> None:
    """What Enter does."""
    with library.change("note-add", Scope(HOME)) as writer:
        writer.add(note(library, TEXT))


def note(library: Library, text: str) -> Note:
    """A note's row."""
    return Note(
        id=library.moment.new_id(),
        community=HOME,
        kind="board",
        position=1000,
        text=text,
        made=stamp(library.moment.now()),
    )
