"""A library of ten thousand communities and a million notes: its Home, and a search in it.

Home against that of the first two hundred of these communities, each in a fresh process, turn by
turn; the search against the bare query of the index, over words that many notes have.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.library.connection import open_reader
from app.library.opening import open_library
from app.library.reader import Reader
from app.library.rows import Note
from app.library.search import search
from app.moment import MachineMoment
from benchmarks.first_window import show
from benchmarks.libraries import many_communities
from benchmarks.measure import Measure, in_turn
from benchmarks.multiplied import multiply

HOME_GOAL, SEARCH_GOAL = 1.5, 2.0
FEW, COMMUNITIES, NOTES = 200, 10_000, 1_000_000
TURNS, WARM, MOST = 7, 2, 50
LOOKED_FOR = "night shift"


def measure() -> Iterator[Measure]:
    """The ratios of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.hearth", Path(folder) / "many.hearth"
        many_communities(few, FEW)
        shutil.copyfile(few, many)
        multiply(many, COMMUNITIES, NOTES)
        # What was written is looked over when the library is opened next.
        open_library(many, MachineMoment()).close()
        yield _home(Path(folder), few, many)
        yield _search(many)


def _home(folder: Path, few: Path, many: Path) -> Measure:
    ours, theirs = in_turn(
        lambda: show(folder, "hearth", str(many)),
        lambda: show(folder, "hearth", str(few)),
        turns=TURNS,
        warm=WARM,
    )
    return Measure(
        name=f"first window with {COMMUNITIES} communities and a million notes against {FEW}",
        value=ours / theirs,
        unit="times",
        goal=HOME_GOAL,
        note=f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms",
    )


def _search(path: Path) -> Measure:
    query = " ".join(f'"{word}"*' for word in LOOKED_FOR.split())
    table = Note.table
    bare = f"SELECT rowid FROM {table}_words WHERE {table}_words MATCH ? ORDER BY rank LIMIT {MOST}"
    with closing(open_reader(path)) as connection:
        # One that remembers nothing of what it read before.
        reader = Reader(connection, path)
        notes = reader.count(Note)

        def ours() -> None:
            search(reader, LOOKED_FOR, most=MOST)

        def theirs() -> None:
            reader.cells(bare, query)

        one, other = in_turn(ours, theirs, turns=TURNS)
    return Measure(
        name=f"first results of a search in {notes} notes, against the bare query",
        value=one / other,
        unit="times",
        goal=SEARCH_GOAL,
        note=f"{one * 1000:.0f} ms against {other * 1000:.0f} ms",
    )
