"""What a closed round of a pulse says of each statement, and what moved since the last time."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.kinds.pulse.rounds import FORM
from app.kinds.pulse.setup import statements_of
from app.library.audience import AUDIENCES, may_read, narrowest
from app.library.reader import Reader
from app.library.rows import Round
from app.workshop.ballots import Ballot, counts_in, given
from app.workshop.running import Running
from app.workshop.spread import Spread, middle_of, spread_of, unknown_in


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

    ``since`` is the day of the workshop it is compared with; None for the first pulse. ``shown``:
    whether the room may see it.
    """

    answered: int
    statements: tuple[StatementFacts, ...]
    since: date | None
    shown: bool = False


class _Earlier(msgspec.Struct, frozen=True):
    """The closed round before another: its middles by statement, and the day of its workshop."""

    middles: Mapping[str, int | None]
    day: date


def pulse_facts(reader: Reader, running: Running, ballot: Ballot) -> PulseFacts:
    """What a closed round says. Raises ValueError for one that is open: nobody may see it yet."""
    if ballot.open:
        raise ValueError("an open round is nobody's to see")
    closed = ballot.rounds[FORM]
    earlier = _earlier(reader, running, closed)
    counts = counts_in(reader, closed)
    return PulseFacts(
        answered=given(reader, ballot),
        shown=ballot.shown,
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


def _earlier(reader: Reader, running: Running, closed: Round) -> _Earlier | None:
    """The last round of the same exercise that this community closed before this one, of those
    that whoever reads this one may read."""
    if running.block.exercise is None:
        return None
    here = narrowest(running.block.audience)
    wider = [mark for mark in AUDIENCES if may_read(mark, here)]
    found = reader.select(
        Round,
        "JOIN run ON run.id = round.run JOIN block ON block.id = run.block "
        "JOIN workshop ON workshop.id = block.workshop WHERE workshop.community = ? "
        "AND block.exercise = ? AND round.form = ? AND round.closed IS NOT NULL "
        f"AND block.audience IN ({', '.join('?' * len(wider))}) "
        "AND round.id < ? ORDER BY round.id DESC LIMIT 1",
        running.community.id,
        running.block.exercise,
        FORM,
        *wider,
        closed.id,
    )
    if not found:
        return None
    day = reader.cells(
        "SELECT workshop.date FROM run JOIN block ON block.id = run.block "
        "JOIN workshop ON workshop.id = block.workshop WHERE run.id = ?",
        found[0].run,
    )
    middles = {one: middle_of(counts) for one, counts in counts_in(reader, found[0]).items()}
    return _Earlier(middles, date.fromisoformat(str(day[0][0])))
