"""Five thousand notes panned and all in view, against a bare scene, at scales 1 and 2."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.measure import Measure

GOAL = 1.3
NAMES = {"panned": "panning 5000 notes", "all": "5000 notes all in view"}


def measure() -> Iterator[Measure]:
    """The ratios of the medians, at each scale in a process of its own."""
    for scale in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.panned"],
            env={**os.environ, "QT_SCALE_FACTOR": scale},
            capture_output=True,
            text=True,
            check=True,
        )
        for what, (ours, theirs) in json.loads(done.stdout.splitlines()[-1]).items():
            yield Measure(
                name=f"{NAMES[what]} at scale {scale}, against a bare scene",
                value=ours / theirs,
                unit="times",
                goal=GOAL,
                note=f"{ours * 1000:.1f} ms against {theirs * 1000:.1f} ms",
            )
