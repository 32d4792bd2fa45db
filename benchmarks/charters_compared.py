"""What changed between two charters, against the standard library over the same words and lines.

A clause of nine thousand letters with a word changed here and there, and a table of a thousand
rows, all of them changed: people see the marks while they type.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from app.charter.changes import pair_up, word_changes
from benchmarks.measure import Measure, in_turn

GOAL = 3.0
WORDS, ROWS, TURNS = 1200, 1000, 9


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    old = [f"word{number * 7919 % 400}" for number in range(WORDS)]
    new = [f"other{at}" if at % 40 == 0 else word for at, word in enumerate(old)]
    before = [(f"line {number} of old",) for number in range(ROWS)]
    now = [(f"row {number} of new",) for number in range(ROWS)]

    def ours() -> None:
        word_changes(" ".join(old), " ".join(new))
        list(pair_up(before, now))

    def theirs() -> None:
        SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        SequenceMatcher(None, before, now, autojunk=False).get_opcodes()

    one, other = in_turn(ours, theirs, turns=TURNS)
    yield Measure(
        name=f"{WORDS} words and {ROWS} rows compared, against the standard library's comparing",
        value=one / other,
        unit="times",
        goal=GOAL,
        note=f"{one * 1000:.0f} ms against {other * 1000:.0f} ms",
    )
