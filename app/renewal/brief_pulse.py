"""How people answered the last pulse in private, and those before: middles and spreads alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Block, Round, Workshop
from app.renewal.brief_lines import Line, Statement, Told
from app.workshop.ballots import counts_in
from app.workshop.new_blocks import recipe_of
from app.workshop.spread import middle_of, spread_of

PULSE, ANSWERS = "pulse", "answers"
"""The kind of exercise that takes a pulse, and the form of its private rounds."""
MOST_EARLIER = 5
"""Middles of pulses before the last two that are told; all stand in a document of their own."""


class _Taken(msgspec.Struct, frozen=True):
    """A closed round of a pulse, and the block it was taken in."""

    asked: Round
    block: Block


def pulse_lines(reader: Reader, community: str, audience: str) -> Iterator[Line]:
    """The latest closed round, each statement beside what the round before it said, and the
    middles of those before that."""
    rounds = _rounds(reader, community, audience)
    if not rounds:
        return
    days = [_day_of(reader, one.asked) for one in rounds]
    source = rounds[0].block.workshop
    counts = [counts_in(reader, one.asked) for one in rounds]
    told = []
    for statement, now in counts[0].items():
        middle = middle_of(now)
        before = counts[1].get(statement, {}) if len(counts) > 1 else {}
        if middle is not None:
            told.append(
                Statement(
                    id=statement,
                    recipe=recipe_of(rounds[0].block),
                    middle=middle,
                    spread=spread_of(now),
                    before=middle_of(before),
                    spread_before=spread_of(before),
                    source=source,
                    earlier=_middles(statement, counts[2:]),
                )
            )
    if not told:
        yield Told(code="pulse-few", day=days[0], source=source)
        return
    yield Told(code="pulse", day=days[0], source=source)
    if len(days) > 1:
        yield Told(code="pulse-before", day=days[1], source=rounds[1].block.workshop)
    if len(days) > 2:
        yield Told(code="pulse-earlier", n=len(days) - 2, day=days[-1])
    yield from told


def _middles(statement: str, counts: Sequence[Mapping[str, Mapping[str, int]]]) -> tuple[int, ...]:
    """The latest middles of a statement in rounds that are told, the earliest first."""
    found = (middle_of(one.get(statement, {})) for one in reversed(counts))
    return tuple(middle for middle in found if middle is not None)[-MOST_EARLIER:]


def _rounds(reader: Reader, community: str, audience: str) -> list[_Taken]:
    """The closed rounds of the exercise asked last that may be read, the latest first."""
    rounds = reader.select(
        Round,
        "JOIN run ON run.id = round.run JOIN block ON block.id = run.block"
        " JOIN workshop ON workshop.id = block.workshop WHERE workshop.community = ?"
        " AND block.kind = ? AND round.form = ? AND round.private = 1"
        " AND round.closed IS NOT NULL ORDER BY round.id DESC",
        community,
        PULSE,
        ANSWERS,
    )
    found: list[_Taken] = []
    for one in rounds:
        (block,) = reader.select(
            Block, "JOIN run ON run.block = block.id WHERE run.id = ?", one.run
        )
        same = not found or (block.exercise and block.exercise == found[0].block.exercise)
        if same and may_read(block.audience, audience):
            found.append(_Taken(one, block))
    return found


def _day_of(reader: Reader, asked: Round) -> date:
    (workshop,) = reader.select(
        Workshop,
        "JOIN block ON block.workshop = workshop.id JOIN run ON run.block = block.id"
        " WHERE run.id = ?",
        asked.run,
    )
    return date.fromisoformat(workshop.date)
