"""Rounds: dots counted by the facilitator, and private counts that nobody can trace."""

from collections.abc import Mapping

import msgspec

from app.library.journal import Scope
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Dots, Round, Tally
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.planning import scope_of
from app.workshop.running import Running

STANCES = ("wholehearted", "fine", "reservation", "cannot", "away")
"""How people stand to a charter, from the nearest to the farthest; the away are not counted."""


class Count(msgspec.Struct, frozen=True):
    """A round of dots with what was counted: dots by note or cluster id."""

    round: Round
    dots: Mapping[str, int]

    @property
    def total(self) -> int:
        """All dots counted."""
        return sum(self.dots.values())

    @property
    def shown(self) -> bool:
        """Whether the room may see the counts: never before the round is closed, if hidden."""
        return self.round.closed is not None or not self.round.hidden


def dots_round(reader: Reader, run: str) -> Count | None:
    """The latest round of dots of a run, or None."""
    rounds = reader.rows(Round, order="opened DESC", run=run, form="dots")
    if not rounds:
        return None
    counted = reader.rows(Dots, round=rounds[0].id)
    return Count(rounds[0], {dots.item: dots.number for dots in counted})


def open_dots(
    library: Library, running: Running, each: int, cap: int, *, hidden: bool = True
) -> Round:
    """Open a round of dots: ``each`` per person, at most ``cap`` of one's own on one thing."""
    with library.change("round-open", scope_of(running.workshop)) as writer:
        return writer.add(
            Round(
                id=library.moment.new_id(),
                run=running.run.id,
                form="dots",
                each=each,
                cap=cap,
                hidden=hidden,
                opened=stamp(library.moment.now()),
            )
        )


def count_dots(
    library: Library, running: Running, count: Count, item: str, number: int, voters: int
) -> None:
    """Say how many dots a note or cluster has.

    ``voters`` bounds it (0: not known). Raises Trouble: ``round-closed``, ``too-many-dots`` (more
    on one thing than the cap allows), ``too-many-in-all``.
    """
    if count.round.closed is not None:
        raise Trouble("round-closed")
    most = count.round.cap * voters
    if voters and count.round.cap and number > most:
        raise Trouble("too-many-dots", most=most)
    others = count.total - count.dots.get(item, 0)
    if voters and count.round.each and others + number > count.round.each * voters:
        raise Trouble("too-many-in-all", most=count.round.each * voters)
    with library.change("dots-count", scope_of(running.workshop)) as writer:
        known = writer.rows(Dots, round=count.round.id, item=item)
        if known:
            if number > 0:
                writer.change(known[0], number=number)
            else:
                writer.remove(known[0])
        elif number > 0:
            writer.add(
                Dots(id=library.moment.new_id(), round=count.round.id, item=item, number=number)
            )


def close_round(library: Library, scope: Scope, opened: Round) -> Round:
    """Close a round: its counts may now be seen. A private one is never opened again."""
    with library.change("round-close", scope) as writer:
        return writer.change(opened, closed=stamp(library.moment.now()))


def reopen_round(library: Library, scope: Scope, closed: Round) -> Round:
    """Open a public round again. Raises Trouble (``private-closed``) for a private one."""
    if closed.private:
        raise Trouble("private-closed")
    with library.change("round-reopen", scope) as writer:
        return writer.change(closed, closed=None)


def record_counts(library: Library, scope: Scope, opened: Round, counts: Mapping[str, int]) -> None:
    """Write a private round's counts by value; outside the journal, without time or order.

    Raises Trouble (``round-closed``, ``below-zero``).
    """
    if opened.closed is not None:
        raise Trouble("round-closed")
    if any(number < 0 for number in counts.values()):
        raise Trouble("below-zero")
    with library.keep(scope) as writer:
        for value, number in counts.items():
            writer.put(Tally(round=opened.id, item="", value=value, number=number))


def counts_of(reader: Reader, opened: str) -> dict[str, int]:
    """A private round's counts by value."""
    return {tally.value: tally.number for tally in reader.rows(Tally, round=opened, item="")}
