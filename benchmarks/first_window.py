"""The first picture of Hearth over 200 communities, against that of a window with nothing in it.

Each in a fresh process, turn by turn, from the moment it is started until its window is painted.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.libraries import many_communities
from benchmarks.measure import Measure, in_turn
from benchmarks.shown import SAID

GOAL = 2.5
COMMUNITIES, TURNS, WARM = 200, 15, 2


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.hearth"
        many_communities(library, COMMUNITIES)
        ours, theirs = in_turn(
            lambda: show(Path(folder), "hearth", str(library)),
            lambda: show(Path(folder), "empty"),
            turns=TURNS,
            warm=WARM,
        )
    yield Measure(
        name=f"first window with {COMMUNITIES} communities against an empty one",
        value=ours / theirs,
        unit="times",
        goal=GOAL,
        note=f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms",
    )


def show(home: Path, *what: str) -> int:
    """Start a process, wait for its first picture; gives the kilobytes it holds then.

    ``home`` is where it finds a person's settings (none), and what Python compiled when it was
    started before.
    """
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.shown", *what],
        env=surroundings,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.strip().splitlines()[-1].removeprefix(SAID))
