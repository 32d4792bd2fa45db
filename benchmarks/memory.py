"""What Hearth holds in memory once it is open over 200 communities, against an empty window."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.first_window import COMMUNITIES, show
from benchmarks.libraries import many_communities
from benchmarks.measure import Measure

GOAL = 1.6
TURNS = 5


def measure() -> Iterator[Measure]:
    """The ratio of the medians, in fresh processes, when the first picture stands."""
    with tempfile.TemporaryDirectory() as folder:
        home, library = Path(folder), Path(folder) / "library.hearth"
        many_communities(library, COMMUNITIES)
        ours = statistics.median(show(home, "hearth", str(library)) for _ in range(TURNS))
        theirs = statistics.median(show(home, "empty") for _ in range(TURNS))
    yield Measure(
        name=f"memory after opening {COMMUNITIES} communities against an empty window",
        value=ours / theirs,
        unit="times",
        goal=GOAL,
        note=f"{ours / 1024:.0f} MB against {theirs / 1024:.0f} MB",
    )
