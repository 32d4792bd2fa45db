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


def in_turn(
    one: Callable[[], object], other: Callable[[], object], *, turns: int, warm: int = 1
) -> tuple[float, float]:
    """The medians of how long two things take, in seconds, done in turn.

    In turn, so that whatever else the machine does meets both alike; the first ``warm`` turns are
    not counted.
    """
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(warm + turns):
        for act, into in zip((one, other), taken, strict=True):
            start = time.perf_counter()
            act()
            if turn >= warm:
                into.append(time.perf_counter() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])
