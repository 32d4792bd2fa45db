"""The first window over 100,000 notes, against that over the same communities without one.

Each in a fresh process, turn by turn. What takes longer than a blink (looking the file over, a
backup of it) is done behind the window.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.catalogue.load import load_catalogue
from app.library.opening import open_library
from app.moment import MachineMoment
from app.resources import resources_folder
from benchmarks.first_window import show
from benchmarks.libraries import fill_boards, found, workshop_of
from benchmarks.measure import Measure, in_turn

GOAL = 1.2
COMMUNITIES, NOTES, TURNS, WARM = 40, 100_000, 11, 2


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        full, bare = Path(folder) / "full.hearth", Path(folder) / "bare.hearth"
        _make(full, NOTES)
        _make(bare, 0)
        ours, theirs = in_turn(
            lambda: show(Path(folder), "hearth", str(full)),
            lambda: show(Path(folder), "hearth", str(bare)),
            turns=TURNS,
            warm=WARM,
        )
    yield Measure(
        name=f"first window over {NOTES} notes against none",
        value=ours / theirs,
        unit="times",
        goal=GOAL,
        note=f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms",
    )


def _make(path: Path, notes: int) -> None:
    """Communities with their people and a launch each, and so many notes among them."""
    catalogue = load_catalogue(resources_folder())
    with closing(open_library(path, MachineMoment())) as library:
        today = library.moment.now().date()
        for number in range(COMMUNITIES):
            community = found(library, number)
            workshop = workshop_of(library, catalogue, community, today, "launch-whole-charter")
            fill_boards(library, workshop, notes // COMMUNITIES)
    # What was written is copied when the library is opened next, as on any morning after.
    open_library(path, MachineMoment()).close()
