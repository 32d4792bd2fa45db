"""What a benchmark says, and what it is held against."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Measure:
    """A figure beside its goal.

    ``value`` and ``goal`` are in ``unit`` ("times" for a ratio, "ms", "MB"); the value should not
    be above the goal. ``note`` says what stands behind it, in a few words.
    """

    name: str
    value: float
    unit: str
    goal: float
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return self.value <= self.goal

    def to_json(self) -> str:
        """One line, for the process that asked."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(line: str) -> "Measure":
        """The measure that :meth:`to_json` wrote."""
        return Measure(**json.loads(line))


def seconds_of(act: Callable[[], object], *, times: int) -> float:
    """The median of how long ``act`` takes, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)
