"""What a closed round of a pulse says: the middle of the answers, their spread, and what moved.

The rule, for each statement, of its answers from 1 to 5:

- fewer than three: nothing;
- three to six: the middle alone, the lower of two where there are two;
- seven or more: the middle, and where the middle half lies; and how many do not know, where those
  are at least three.

No count of a value is ever told. Whoever knows how many people answered, and all that is told, can
not say of any value, nor of those who do not know, that one person or two gave that answer: it may
always have been nobody, or three and more. Nothing of this may be loosened by eye: a middle of 4½
of four answers says that two people answered 5. A test goes through all cases.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.kinds.pulse.rounds import FORM, answered
from app.kinds.pulse.setup import SCALE, UNKNOWN, statements_of
from app.library.private import tallies_of
from app.library.reader import Reader
from app.library.rows import Round
from app.workshop.running import Running

LEAST = 3
"""The fewest answers of which anything is told, and the fewest who do not know."""

ENOUGH = 7
"""The fewest answers of which more than the middle is told."""


class Spread(msgspec.Struct, frozen=True):
    """Where the middle half of the answers lies, from ``low`` to ``high``."""

    low: int
    high: int


class StatementFacts(msgspec.Struct, frozen=True):
    """What a closed round says of one statement.

    ``middle`` is None where fewer than three people answered it, ``spread`` where fewer than seven
    did; ``unknown`` is how many did not know, 0 where that would tell too much. ``before`` is the
    middle of the round before, None where there is none.
    """

    id: str
    middle: int | None
    spread: Spread | None
    unknown: int
    before: int | None


class PulseFacts(msgspec.Struct, frozen=True):
    """A closed round: how many people answered, and what it says of each statement.

    ``since`` is the day of the workshop it is compared with; None for the first pulse.
    """

    answered: int
    statements: tuple[StatementFacts, ...]
    since: date | None


class _Earlier(msgspec.Struct, frozen=True):
    """The closed round before another: its middles by statement, and the day of its workshop."""

    middles: Mapping[str, int | None]
    day: date


def pulse_facts(reader: Reader, running: Running, closed: Round) -> PulseFacts:
    """What a closed round says. Raises ValueError for one that is open: nobody may see it yet."""
    if closed.closed is None:
        raise ValueError("an open round is nobody's to see")
    earlier = _earlier(reader, running, closed)
    counts = _counts(reader, closed)
    return PulseFacts(
        answered=answered(reader, closed),
        statements=tuple(
            StatementFacts(
                id=one,
                middle=middle_of(counts.get(one, {})),
                spread=spread_of(counts.get(one, {})),
                unknown=unknown_in(counts.get(one, {})),
                before=earlier.middles.get(one) if earlier else None,
            )
            for one in statements_of(running.recipe)
        ),
        since=earlier.day if earlier else None,
    )


def middle_of(counts: Mapping[str, int]) -> int | None:
    """The median of the answers, the lower where there are two; None for too few of them."""
    values = _values(counts)
    return values[(len(values) - 1) // 2] if len(values) >= LEAST else None


def spread_of(counts: Mapping[str, int]) -> Spread | None:
    """Where the middle half of the answers from 1 to 5 lies; None where too few people answered."""
    values = _values(counts)
    if len(values) < ENOUGH:
        return None
    outer = (len(values) - 1) // 4
    return Spread(values[outer], values[-1 - outer])


def unknown_in(counts: Mapping[str, int]) -> int:
    """How many do not know; 0 where that may not be told."""
    number = counts.get(UNKNOWN, 0)
    return number if number >= LEAST and len(_values(counts)) >= ENOUGH else 0


def _values(counts: Mapping[str, int]) -> list[int]:
    """The answers from 1 to 5, each as often as it was given, in order."""
    return [int(one) for one in SCALE for _ in range(counts.get(one, 0))]


def _counts(reader: Reader, asked: Round) -> dict[str, dict[str, int]]:
    """A round's counts by statement and answer."""
    found: dict[str, dict[str, int]] = {}
    for one in tallies_of(reader, asked.id):
        found.setdefault(one.item, {})[one.value] = one.number
    return found


def _earlier(reader: Reader, running: Running, closed: Round) -> _Earlier | None:
    """The last round of the same exercise that this community closed before this one."""
    if running.block.exercise is None:
        return None
    found = reader.select(
        Round,
        "JOIN run ON run.id = round.run JOIN block ON block.id = run.block "
        "JOIN workshop ON workshop.id = block.workshop WHERE workshop.community = ? "
        "AND block.exercise = ? AND round.form = ? AND round.closed IS NOT NULL "
        "AND round.id < ? ORDER BY round.id DESC LIMIT 1",
        running.community.id,
        running.block.exercise,
        FORM,
        closed.id,
    )
    if not found:
        return None
    day = reader.cells(
        "SELECT workshop.date FROM run JOIN block ON block.id = run.block "
        "JOIN workshop ON workshop.id = block.workshop WHERE run.id = ?",
        found[0].run,
    )
    middles = {one: middle_of(counts) for one, counts in _counts(reader, found[0]).items()}
    return _Earlier(middles, date.fromisoformat(str(day[0][0])))
